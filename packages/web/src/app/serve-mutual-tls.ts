// Listens for identity cards by mutual TLS: on a host name of its own, where a browser asks for card and PIN in the handshake.

import { constants } from "node:crypto";
import { createServer } from "node:https";
import type { Server } from "node:https";
import { createAdaptorServer } from "@hono/node-server";
import { listen } from "./listen.ts";
import type { RunningServer, ServeOptions } from "./listen.ts";

export interface MutualTlsOptions extends ServeOptions {
  /** Of this listener's own host name: certificate with its chain, and its key, in PEM. */
  readonly certificate: string;
  readonly key: string;
  /** PEM texts of the authorities that a browser is told of; cards of others are not offered to the person. */
  readonly authorities: readonly string[];
}

/** A PIN is typed while the handshake waits. */
const HANDSHAKE_MILLISECONDS = 180_000;

/** Cards with an RSA key sign by PKCS#1 v1.5 only: TLS 1.3 forbids that, and some browsers hang where PSS is offered. */
const SIGNATURES = [
  "RSA+SHA256",
  "RSA+SHA384",
  "RSA+SHA512",
  "ECDSA+SHA256",
  "ECDSA+SHA384",
  "ECDSA+SHA512",
].join(":");

/**
 * Any certificate, and none, is let through: the app reads what the socket holds and judges it (see `createEidDoor`).
 * Every handshake is a whole one: a resumed session would bring a card that is no longer in the reader.
 */
export async function serveMutualTls(
  app: { readonly fetch: (request: Request, env: object) => Response | Promise<Response> },
  options: MutualTlsOptions,
): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, env),
    createServer,
    serverOptions: {
      cert: options.certificate,
      key: options.key,
      ca: [...options.authorities],
      requestCert: true,
      rejectUnauthorized: false,
      minVersion: "TLSv1.2",
      maxVersion: "TLSv1.2",
      sigalgs: SIGNATURES,
      secureOptions: constants.SSL_OP_NO_TICKET | constants.SSL_OP_NO_RENEGOTIATION,
      handshakeTimeout: HANDSHAKE_MILLISECONDS,
    },
  }) as Server;
  server.headersTimeout = 20_000;
  return listen(server, options);
}
