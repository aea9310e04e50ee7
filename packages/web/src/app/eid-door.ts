// The one page of the mutual TLS listener: takes the card's certificate from the socket and sends the browser back to its site.

import { AppError } from "@posthorn/domain";
import { Hono } from "hono";
import type { Context } from "hono";
import { TLSSocket } from "node:tls";
import type { WebLog } from "./env.ts";

export interface EidDoor {
  /**
   * Verifies the chain (leaf first, DER) and keeps what it says for the try with this token. Answers the address at the
   * site to which the browser goes back; it carries a one-time code, never anything of the card. Throws AppError.
   */
  verified(chain: readonly Uint8Array[], token: string): Promise<string>;
  /** The address at the site for a card that was refused; `code` is the AppError's, or `eid_certificate_missing`. */
  failed(code: string, token: string): string | Promise<string>;
  readonly log: WebLog;
}

const TOKEN = /^[A-Za-z0-9_-]{16,128}$/u;
const LONGEST_CHAIN = 6;

const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=63072000",
  "X-Content-Type-Options": "nosniff",
  // The next person at this browser shows a card of his own: the connection holds this one's.
  Connection: "close",
} as const;

/** `GET /:token` answers 303, everything else 404. No header says who somebody is: the socket does. */
export function createEidDoor({ verified, failed, log }: EidDoor): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  });
  app.get("/:token", async (c) => {
    const token = c.req.param("token");
    if (c.req.method !== "GET" || !TOKEN.test(token)) return c.notFound();
    const chain = peerChain(c);
    if (chain.length === 0) return c.redirect(await failed("eid_certificate_missing", token), 303);
    try {
      return c.redirect(await verified(chain, token), 303);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind === "internal") throw error;
      log.info({ code: error.code, detail: error.detail }, "card refused");
      return c.redirect(await failed(error.code, token), 303);
    }
  });
  app.notFound((c) => c.text("Not found", 404));
  app.onError((error, c) => {
    log.error({ err: error }, "the eID door failed");
    return c.text("Internal Server Error", 500);
  });
  return app;
}

/** What the other side showed in this handshake, leaf first, DER; nothing without one. */
function peerChain(c: Context): Uint8Array[] {
  const bindings: unknown = c.env;
  const incoming: unknown =
    typeof bindings === "object" && bindings !== null ? Reflect.get(bindings, "incoming") : undefined;
  const socket: unknown =
    typeof incoming === "object" && incoming !== null ? Reflect.get(incoming, "socket") : undefined;
  if (!(socket instanceof TLSSocket)) return [];
  const chain: Uint8Array[] = [];
  let certificate = socket.getPeerX509Certificate();
  while (certificate && chain.length < LONGEST_CHAIN) {
    chain.push(new Uint8Array(certificate.raw));
    certificate = certificate.issuerCertificate;
  }
  return chain;
}
