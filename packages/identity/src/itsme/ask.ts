// Calls to itsme itself: to the issuer's host alone, without following redirects, and with an end to patience and to the answer.

import { AppError } from "@posthorn/domain";
import type { CustomFetch } from "openid-client";
import { unavailable } from "./refuse.ts";

const LONGEST_ANSWER_OCTETS = 256 * 1024;
const TOO_MANY = 429;

/** Plain HTTP is for a stand-in on this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname) || hostname.endsWith(".localhost");
}

/** As `fetch`. Throws AppError `itsme_unavailable` for another host, no answer, an endless one, and a server in trouble. */
export function askOnly(issuer: URL): CustomFetch {
  return async (address, options) => {
    if (new URL(address).origin !== issuer.origin) throw unavailable("an address outside the issuer's host");
    try {
      const answer = await fetch(address, { ...options, redirect: "manual" } as RequestInit);
      if (answer.status >= 500 || answer.status === TOO_MANY) {
        await answer.body?.cancel();
        throw unavailable(`HTTP ${answer.status}`);
      }
      const body = await readCapped(answer);
      return new Response(body.length === 0 ? null : body, {
        status: answer.status,
        headers: answer.headers,
      });
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw unavailable(error instanceof Error ? `${error.name}: ${error.message}` : "no answer");
    }
  };
}

async function readCapped(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > LONGEST_ANSWER_OCTETS) throw unavailable("an answer without an end");
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
