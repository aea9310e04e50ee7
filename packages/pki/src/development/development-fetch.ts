// The development PKI answering in this process, without a network: timestamps, OCSP and lists, for tests and figures.

import { randomBytes } from "node:crypto";
import { answerTimestampRequest } from "../timestamp/answer.ts";
import type { DevelopmentPki } from "./issue-pki.ts";
import { createRevocationAuthority, type RevocationAuthority } from "./revocation-authority.ts";

export interface DevelopmentFetchOptions {
  readonly pki: DevelopmentPki;
  readonly now: () => Temporal.Instant;
  /** Knows who was revoked; nobody when absent. */
  readonly authority?: RevocationAuthority;
  /** Object identifier of the timestamps' policy. */
  readonly policy?: string;
}

const POLICY = "1.3.6.1.4.1.99999.1";

/** A `fetch` that tells the questions apart by their media type, and files by their name, at whatever address. */
export function developmentFetch(options: DevelopmentFetchOptions): typeof globalThis.fetch {
  const { pki, policy = POLICY } = options;
  const authority = options.authority ?? createRevocationAuthority(pki);
  return async (input, init) => {
    const request = new Request(input, init);
    const now = options.now();
    const path = new URL(request.url).pathname;
    if (request.method === "GET") {
      const root = path.includes("tsa-root") ? "tsaRoot" : "root";
      return reply(path.endsWith(".crt") ? pki[root].key.certificate : authority.list(root, now));
    }
    const question = new Uint8Array(await request.arrayBuffer());
    if (request.headers.get("content-type") === "application/ocsp-request") {
      return reply(await authority.answer(question, now));
    }
    const serial = Uint8Array.from([0x40, ...randomBytes(15)]);
    return reply(await answerTimestampRequest(question, { key: pki.tsa.key, now, policy, serial }));
  };
}

function reply(octets: Uint8Array): Response {
  return new Response(new Uint8Array(octets));
}
