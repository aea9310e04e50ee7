// Session cookies: one per service, bound to its host by the `__Host-` prefix, out of reach of scripts.

import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { WebContext } from "../app/env.ts";

export interface SessionCookieOptions {
  /** Seconds; without it the cookie ends with the browser. */
  readonly maxAgeSeconds?: number;
  /** Default `Lax`: with `Strict` a link in a mail shows its reader signed out. */
  readonly sameSite?: "Lax" | "Strict";
}

/** Browsers take `__Host-` only with Secure, Path=/ and no Domain; on http://*.localhost Secure counts as given. */
const HOST_ONLY = { path: "/", secure: true, httpOnly: true } as const;

export function sessionCookieName(c: WebContext): string {
  return `__Host-${c.get("settings").service}`;
}

/** Only the service's own token; whether it stands for a living session is not checked here. */
export function readSessionCookie(c: WebContext): string | undefined {
  return getCookie(c, sessionCookieName(c));
}

export function setSessionCookie(c: WebContext, value: string, options: SessionCookieOptions = {}): void {
  setCookie(c, sessionCookieName(c), value, {
    ...HOST_ONLY,
    sameSite: options.sameSite ?? "Lax",
    ...(options.maxAgeSeconds === undefined ? {} : { maxAge: options.maxAgeSeconds }),
  });
}

export function clearSessionCookie(c: WebContext): void {
  deleteCookie(c, sessionCookieName(c), HOST_ONLY);
}
