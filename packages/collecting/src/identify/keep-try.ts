// Cookies of tries under way: a secret of this browser, without which no answer counts, and what a card page must remember.

import { randomBytes } from "node:crypto";
import type { WebContext } from "@posthorn/web";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

const HOST_ONLY = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;
const BROWSER = "__Host-collect-identify";
/** The delivery for which the browser was sent to the host for client certificates. */
const SENT_FOR = "__Host-collect-card-host";
const BROWSER_HOURS = 12;
const TRY_SECONDS = 600;

/** The browser's secret, made where it has none; lax, since itsme leads back from another site. */
export function keepBrowser(c: WebContext): string {
  const secret = readBrowser(c) ?? randomBytes(32).toString("base64url");
  setCookie(c, BROWSER, secret, { ...HOST_ONLY, maxAge: BROWSER_HOURS * 3600 });
  return secret;
}

export function readBrowser(c: WebContext): string | undefined {
  return getCookie(c, BROWSER);
}

/** A question to a card: the state of its try, and the challenge that the page shows. */
export interface CardQuestion {
  readonly state: string;
  readonly nonce: string;
}

export function keepCardQuestion(c: WebContext, deliveryId: string, question: CardQuestion): void {
  const value = `${question.state}.${question.nonce}`;
  setCookie(c, cardCookie(deliveryId), value, { ...HOST_ONLY, maxAge: TRY_SECONDS });
}

export function readCardQuestion(c: WebContext, deliveryId: string): CardQuestion | undefined {
  const [state, nonce] = (getCookie(c, cardCookie(deliveryId)) ?? "").split(".");
  return state && nonce ? { state, nonce } : undefined;
}

export function dropCardQuestion(c: WebContext, deliveryId: string): void {
  deleteCookie(c, cardCookie(deliveryId), HOST_ONLY);
}

export function keepSentFor(c: WebContext, deliveryId: string): void {
  setCookie(c, SENT_FOR, deliveryId, { ...HOST_ONLY, maxAge: TRY_SECONDS });
}

export function readSentFor(c: WebContext): string | undefined {
  return getCookie(c, SENT_FOR);
}

function cardCookie(deliveryId: string): string {
  return `__Host-collect-card-${deliveryId}`;
}
