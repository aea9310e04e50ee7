// The cookie by which a browser is known again: it opens nothing, but a session opens in the browser it was given to alone.

import { getCookie, setCookie } from "hono/cookie";
import type { WebContext } from "../app/env.ts";

/** As long as browsers keep a cookie at most. */
const DAYS = 400;

interface DeviceTokens {
  readonly tokens: { newToken(): { readonly token: string; readonly hash: string } };
  sessionHash(token: string): string;
}

function nameOf(c: WebContext): string {
  return `__Host-${c.get("settings").service}-device`;
}

/** Digest of the browser's device cookie; one that has none is given one. */
export function deviceHashOf(c: WebContext, deps: DeviceTokens, sameSite: "Lax" | "Strict" = "Lax"): string {
  const kept = getCookie(c, nameOf(c));
  const { token, hash } =
    kept === undefined ? deps.tokens.newToken() : { token: kept, hash: deps.sessionHash(kept) };
  setCookie(c, nameOf(c), token, {
    path: "/",
    secure: true,
    httpOnly: true,
    sameSite,
    maxAge: DAYS * 86_400,
  });
  return hash;
}

/** Digest of the device cookie the browser came with; none is given here. */
export function readDeviceHash(
  c: WebContext,
  deps: Pick<DeviceTokens, "sessionHash">,
): { readonly deviceHash?: string } {
  const kept = getCookie(c, nameOf(c));
  return kept === undefined ? {} : { deviceHash: deps.sessionHash(kept) };
}
