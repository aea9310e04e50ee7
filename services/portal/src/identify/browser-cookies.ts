// What a browser keeps while somebody shows who he is: a secret that ties tries to it, and the code of the one that waits for him.

import type { SessionTokens } from "@posthorn/usecases";
import type { WebContext } from "@posthorn/web";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

const BROWSER = "__Host-portal-identify";
const WAITING = "__Host-portal-waiting";
// Lax: itsme leads back to us from its own site.
const KEPT = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;
const WAITING_SECONDS = 600;

interface Digesting {
  readonly tokens: SessionTokens;
  sessionHash(token: string): string;
}

/** Digest of the browser's secret; one that has none is given one, until it is closed. */
export function browserHashOf(c: WebContext, deps: Digesting): string {
  const kept = getCookie(c, BROWSER);
  if (kept !== undefined) return deps.sessionHash(kept);
  const { token, hash } = deps.tokens.newToken();
  setCookie(c, BROWSER, token, KEPT);
  return hash;
}

/** Of a browser without the secret: a digest that belongs to no try. */
export function readBrowserHash(c: WebContext, deps: Pick<Digesting, "sessionHash">): string {
  return deps.sessionHash(getCookie(c, BROWSER) ?? "");
}

/** Of a card's question, or of an answer about which the person is asked. */
export function keepWaiting(c: WebContext, code: string): void {
  setCookie(c, WAITING, code, { ...KEPT, maxAge: WAITING_SECONDS });
}

export function readWaitingHash(c: WebContext, deps: Pick<Digesting, "sessionHash">): string {
  return deps.sessionHash(getCookie(c, WAITING) ?? "");
}

export function dropWaiting(c: WebContext): void {
  deleteCookie(c, WAITING, { path: "/", secure: true });
}
