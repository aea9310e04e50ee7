// The shell around every page: Content-Security-Policy with a nonce, no framing, no referrer, no sniffing, HTTPS kept.

import { randomBytes } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { WebEnv } from "../app/env.ts";

const TWO_YEARS_IN_SECONDS = 63_072_000;

/** A response that already carries a policy of its own (a download, sandboxed) keeps it. */
export function securityHeaders(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const nonce = randomBytes(16).toString("base64");
    c.set("nonce", nonce);
    await next();
    const { origin, formActions = [] } = c.get("settings");
    const headers = c.res.headers;
    if (!headers.has("Content-Security-Policy"))
      headers.set("Content-Security-Policy", contentSecurityPolicy(nonce, formActions));
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set(
      "Permissions-Policy",
      "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
    );
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (origin.startsWith("https:"))
      headers.set("Strict-Transport-Security", `max-age=${TWO_YEARS_IN_SECONDS}; includeSubDomains`);
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  };
}

/** No inline script or style, nothing from elsewhere; `formActions` because browsers check a form's redirects too. */
export function contentSecurityPolicy(nonce: string, formActions: readonly string[] = []): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'self'`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    ["form-action 'self'", ...formActions].join(" "),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}
