// The cookie by which a browser is known again: it opens nothing, but a session opens only in the browser it was given to.

import type { SessionTokens } from "@posthorn/usecases";
import type { WebContext } from "@posthorn/web";
import { getCookie, setCookie } from "hono/cookie";

const NAME = "__Host-backoffice-device";
/** As long as browsers keep a cookie at most. */
const DAYS = 400;

/** Digest of the browser's device cookie; one that has none is given one. */
export function deviceHashOf(
  c: WebContext,
  deps: { readonly tokens: SessionTokens; sessionHash(token: string): string },
): string {
  const kept = getCookie(c, NAME);
  const { token, hash } =
    kept === undefined ? deps.tokens.newToken() : { token: kept, hash: deps.sessionHash(kept) };
  setCookie(c, NAME, token, {
    path: "/",
    secure: true,
    httpOnly: true,
    sameSite: "Strict",
    maxAge: DAYS * 86_400,
  });
  return hash;
}

/** Digest of the device cookie the browser came with; none is given here. */
export function readDeviceHash(
  c: WebContext,
  deps: { sessionHash(token: string): string },
): { readonly deviceHash?: string } {
  const kept = getCookie(c, NAME);
  return kept === undefined ? {} : { deviceHash: deps.sessionHash(kept) };
}
