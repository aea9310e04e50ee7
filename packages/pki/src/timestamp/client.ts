// Obtains timestamp tokens over HTTP and relies on none it has not verified (RFC 3161 §3.4).

import { randomBytes } from "node:crypto";
import { children, readWhole, required, small, TAG, type Element } from "../der/read.ts";
import { PkiError } from "../error.ts";
import { exchangeOk } from "../http/exchange.ts";
import { buildTimestampRequest } from "./request.ts";
import { verifyTimestampToken, type VerifiedTimestamp } from "./verify.ts";

export interface TimestampResponder {
  readonly url: string;
  /** Roots that the responder's certificate must lead to, DER. */
  readonly trustedRoots: readonly Uint8Array[];
  /** Object identifier: asked for, and required of the token. */
  readonly policy?: string;
}

export interface TimestampClientOptions {
  /** Tried in this order until one gives a token that verifies. */
  readonly responders: readonly TimestampResponder[];
  /** Per responder, in milliseconds. */
  readonly timeoutMs: number;
  readonly fetch?: typeof globalThis.fetch;
  /** When given, a token whose time is further from it than `toleranceMs` and the token's own accuracy is refused. */
  readonly clock?: () => Promise<Temporal.Instant>;
  /** In milliseconds; 30 s by default. */
  readonly toleranceMs?: number;
}

export interface Stamp {
  /** ContentInfo, DER. */
  readonly token: Uint8Array;
  readonly genTime: Temporal.Instant;
  /** Lower-case hex. */
  readonly serial: string;
  readonly policy: string;
}

export interface TimestampClient {
  /**
   * Stamps a SHA-256 digest (32 octets). Throws the PkiError of the first responder when all fail; `cause` is then an
   * AggregateError of all. The token's time is compared with `clock` where one is given.
   */
  stamp(sha256: Uint8Array): Promise<Stamp>;
}

const NONCE_OCTETS = 8;
const TOLERANCE_MS = 30_000;
const MAX_RESPONSE_OCTETS = 1024 * 1024;

export function createTimestampClient(options: TimestampClientOptions): TimestampClient {
  return {
    async stamp(sha256) {
      const failures: PkiError[] = [];
      for (const responder of options.responders) {
        try {
          return await askResponder(responder, sha256, options);
        } catch (error) {
          if (!(error instanceof PkiError)) throw error;
          failures.push(error);
        }
      }
      const [first] = failures;
      if (!first) throw new PkiError("tsa_unreachable", "no timestamp responder is configured");
      throw new PkiError(
        first.code,
        first.detail,
        new AggregateError(failures, "no responder gave a token that verifies"),
      );
    },
  };
}

async function askResponder(
  responder: TimestampResponder,
  sha256: Uint8Array,
  options: TimestampClientOptions,
): Promise<Stamp> {
  const nonce = randomBytes(NONCE_OCTETS);
  const { policy } = responder;
  const request = buildTimestampRequest({
    sha256,
    nonce,
    ...(policy === undefined ? {} : { policy }),
  });
  const answer = await exchangeOk(
    {
      url: responder.url,
      headers: { "Content-Type": "application/timestamp-query", Accept: "application/timestamp-reply" },
      body: request,
      timeoutMs: options.timeoutMs,
      maxOctets: MAX_RESPONSE_OCTETS,
      fetch: options.fetch,
    },
    { unreachable: "tsa_unreachable", tooLong: "tsa_garbage" },
  );
  const token = readResponse(answer);
  const verified = verifyTimestampToken(token, sha256, responder.trustedRoots);
  if (!verified.nonce || !sameNumber(verified.nonce, nonce)) {
    throw new PkiError("tsa_wrong_nonce", "the token answers another request");
  }
  if (policy !== undefined && verified.policy !== policy) {
    throw new PkiError("tsa_wrong_policy", `the token was issued under policy ${verified.policy}`);
  }
  await requireOwnTime(verified, options);
  return { token, genTime: verified.genTime, serial: verified.serial, policy: verified.policy };
}

async function requireOwnTime(
  { genTime, accuracyMs }: VerifiedTimestamp,
  { clock, toleranceMs = TOLERANCE_MS }: TimestampClientOptions,
): Promise<void> {
  if (!clock) return;
  const now = await clock();
  const apart = Math.abs(now.epochMilliseconds - genTime.epochMilliseconds);
  if (apart > toleranceMs + accuracyMs) {
    throw new PkiError("tsa_wrong_time", `the token says ${genTime.toString()}, the clock ${now.toString()}`);
  }
}

/** PKIStatus (RFC 3161 §2.4.2): granted, and granted with modifications, come with a token. */
const GRANTED: readonly number[] = [0, 1];

/** The token of a TimeStampResp as the octets that came. */
function readResponse(der: Uint8Array): Uint8Array {
  const { status, text, token } = parseResponse(der);
  if (!GRANTED.includes(status)) throw new PkiError("tsa_rejected", `status ${status}${text}`);
  if (!token) throw new PkiError("tsa_garbage", "granted, but without a token");
  return Uint8Array.from(token.raw);
}

function parseResponse(der: Uint8Array): {
  status: number;
  text: string;
  token: Element | undefined;
} {
  try {
    const [info, token] = children(readWhole(der, TAG.sequence));
    const [status, ...rest] = children(required(info, TAG.sequence));
    const lines = children(rest.find(({ tag }) => tag === TAG.sequence));
    const text = lines
      .map(({ content }) => `: ${Buffer.from(content).toString("utf8").slice(0, 200)}`)
      .join("");
    return { status: small(status), text, token };
  } catch (cause) {
    throw new PkiError("tsa_garbage", "not a timestamp response", cause);
  }
}

function sameNumber(a: Uint8Array, b: Uint8Array): boolean {
  return BigInt(`0x0${Buffer.from(a).toString("hex")}`) === BigInt(`0x0${Buffer.from(b).toString("hex")}`);
}
