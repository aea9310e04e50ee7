// Nobody else's page may act in a reader's name: where the request comes from is checked, and a token that only our pages know.

import { randomBytes, timingSafeEqual } from "node:crypto";
import { AppError } from "@posthorn/domain";
import type { MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { WebContext, WebEnv } from "../app/env.ts";
import { readForm } from "../forms/read-form.ts";

export const CSRF_FIELD = "_csrf";
export const CSRF_HEADER = "X-CSRF-Token";
const SECRET_BYTES = 32;
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Guards every unsafe method. The token comes in the header (islands) or in the field of a urlencoded form.
 * A multipart body is not read here: where the site says that a route reads it, `formParts` checks that its first part
 * is the token; everywhere else it is refused.
 * Throws AppError forbidden `csrf_failed`.
 */
export function csrfGuard(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (!SAFE_METHODS.has(c.req.method)) {
      checkOrigin(c);
      const inHeader = c.req.header(CSRF_HEADER);
      if (inHeader !== undefined) checkCsrfToken(c, inHeader);
      else if (!leavesTokenToRoute(c)) checkCsrfToken(c, (await readForm(c)).get(CSRF_FIELD) ?? "");
    }
    await next();
  };
}

function leavesTokenToRoute(c: WebContext): boolean {
  return isMultipart(c) && c.get("settings").readsMultipart?.(c.req.path) === true;
}

/** True where the token of a multipart body has still to be checked by who reads its parts. */
export function csrfTokenIsInBody(c: WebContext): boolean {
  return !SAFE_METHODS.has(c.req.method) && c.req.header(CSRF_HEADER) === undefined && isMultipart(c);
}

/** The token for forms of this reader, masked anew each time so that compression gives nothing away. Sets the cookie once. */
export function csrfToken(c: WebContext): string {
  const mask = randomBytes(SECRET_BYTES);
  return Buffer.concat([mask, xor(mask, csrfSecret(c))]).toString("base64url");
}

/** Throws AppError forbidden `csrf_failed` unless the token was made from this reader's cookie. */
export function checkCsrfToken(c: WebContext, token: string): void {
  const secret = decodeSecret(getCookie(c, csrfCookieName(c)));
  const bytes = Buffer.from(token, "base64url");
  if (secret === undefined || bytes.length !== 2 * SECRET_BYTES) throw failed("the token is missing");
  const unmasked = xor(bytes.subarray(0, SECRET_BYTES), bytes.subarray(SECRET_BYTES));
  if (!timingSafeEqual(unmasked, secret)) throw failed("the token is not this browser's");
}

/** With `Referrer-Policy: no-referrer` browsers say `Origin: null` on form posts, so Sec-Fetch-Site speaks first and null leaves it to the token. */
function checkOrigin(c: WebContext): void {
  const site = c.req.header("Sec-Fetch-Site");
  if (site !== undefined && site !== "same-origin") throw failed("the request comes from another site");
  const origin = c.req.header("Origin");
  if (origin !== undefined && origin !== "null" && origin !== new URL(c.get("settings").origin).origin) {
    throw failed("the request comes from another origin");
  }
}

function csrfSecret(c: WebContext): Buffer {
  const made = c.get("csrfSecret") ?? getCookie(c, csrfCookieName(c));
  const known = decodeSecret(made);
  if (known !== undefined) return known;
  const secret = randomBytes(SECRET_BYTES);
  c.set("csrfSecret", secret.toString("base64url"));
  // Lax, because Strict is not sent by a link in a mail: the page would then get a new secret and void the forms of other tabs.
  setCookie(c, csrfCookieName(c), secret.toString("base64url"), {
    path: "/",
    secure: true,
    httpOnly: true,
    sameSite: "Lax",
  });
  return secret;
}

function csrfCookieName(c: WebContext): string {
  return `__Host-${c.get("settings").service}-csrf`;
}

function decodeSecret(text: string | undefined): Buffer | undefined {
  const bytes = Buffer.from(text ?? "", "base64url");
  return bytes.length === SECRET_BYTES ? bytes : undefined;
}

function xor(a: Uint8Array, b: Uint8Array): Buffer {
  return Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)));
}

function isMultipart(c: WebContext): boolean {
  return /^multipart\/form-data\b/i.test(c.req.header("Content-Type") ?? "");
}

function failed(detail: string): AppError {
  return new AppError("forbidden", "csrf_failed", { detail });
}
