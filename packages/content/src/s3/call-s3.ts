// One request to the bucket: signed, to its host alone, without following redirects, with an end to patience, tried again where that may help.

import { createHash, randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import { textOf } from "./read-xml.ts";
import type { S3Location } from "./s3-location.ts";
import { contentUnavailable, isPassing, refusedBy } from "./s3-errors.ts";

export interface S3Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** How long is waited, and how often tried; what is left out is as in production. */
export interface S3Patience {
  /** Milliseconds without an answer, or without a further byte of it; default 30,000. */
  readonly timeoutMs?: number;
  /** Milliseconds for a request that carries a part of a blob; default 120,000. */
  readonly uploadTimeoutMs?: number;
  /** Tries of a request in all; default 4. */
  readonly tries?: number;
  /** Pause before the second try, doubled before each further one, half of it by chance; default 200. */
  readonly pauseMs?: number;
}

export interface S3Request {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** Without it the request is about the bucket. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal | undefined;
  /** A success is handed over unread. */
  readonly streamed?: boolean;
}

export interface S3Answer {
  readonly ok: boolean;
  readonly status: number;
  /** S3's word for an error; empty otherwise, and where it said none. */
  readonly code: string;
  readonly headers: Headers;
  /** The whole body; empty where `stream` is set. */
  readonly text: string;
  readonly stream?: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Which try this answers, from 1: an act that was tried before may have been done then. */
  readonly tries: number;
}

/** Gives back what S3 says for good, also a no. Throws `content_unavailable`, `storage_full`, the signal's reason. */
export type CallS3 = (request: S3Request) => Promise<S3Answer>;

const EMPTY_SHA256 = createHash("sha256").digest("hex");
const LONGEST_TEXT = 4 * 1024 * 1024;
// A longer pause is left to whoever asked.
const LONGEST_PAUSE_MS = 5_000;

export function openS3(location: S3Location, keys: S3Keys, patience: S3Patience = {}): CallS3 {
  const { timeoutMs = 30_000, uploadTimeoutMs = 120_000, tries = 4, pauseMs = 200 } = patience;
  const signingKeys = new Map<string, ArrayBuffer>();

  async function once(request: S3Request, nth: number): Promise<S3Answer> {
    const { method, url, headers } = await signed(request);
    const limit = AbortSignal.timeout(request.body === undefined ? timeoutMs : uploadTimeoutMs);
    // The limit of a streamed answer ends with its head; what follows is watched by its reader.
    const impatience = new AbortController();
    const onLimit = (): void => impatience.abort(limit.reason);
    limit.addEventListener("abort", onLimit, { once: true });
    const signals = request.signal === undefined ? [] : [request.signal];
    const response = await fetch(url, {
      method,
      headers,
      ...(request.body === undefined ? {} : { body: request.body }),
      redirect: "manual",
      signal: AbortSignal.any([impatience.signal, ...signals]),
    });
    const { ok, status, headers: answered } = response;
    if (ok && request.streamed === true && response.body !== null) {
      limit.removeEventListener("abort", onLimit);
      return { ok, status, code: "", headers: answered, text: "", stream: response.body, tries: nth };
    }
    const text = await readCapped(response);
    // Completing an upload answers 200 before it knows how it ends.
    const failed = !ok || /^\s*(?:<\?xml[^>]*>\s*)?<Error[\s>]/.test(text);
    const code = failed ? (textOf(text, "Code") ?? "") : "";
    return { ok: !failed, status: ok && failed ? 500 : status, code, headers: answered, text, tries: nth };
  }

  async function signed({ method, key = "", query = {}, headers = {}, body }: S3Request) {
    const url = new URL(location.bucketUrl);
    url.pathname += key;
    url.search = new URLSearchParams(query).toString();
    const signer = new AwsV4Signer({
      method,
      url: url.href,
      headers: {
        ...headers,
        "x-amz-content-sha256":
          body === undefined ? EMPTY_SHA256 : createHash("sha256").update(body).digest("hex"),
      },
      ...keys,
      service: "s3",
      region: location.region,
      cache: signingKeys,
    });
    const { url: target, headers: all } = await signer.sign();
    // Not signed: proxies may change it. Without it lengths could be those of a compressed body.
    all.set("accept-encoding", "identity");
    return { method, url: target, headers: all };
  }

  return async (request) => {
    for (let nth = 1; ; nth += 1) {
      const last = nth >= tries;
      let waitMs = pauseMs * 2 ** (nth - 1);
      try {
        const answer = await once(request, nth);
        if (answer.ok || !isPassing(answer)) return answer;
        const asked = secondsAsked(answer.headers);
        if (asked !== undefined) waitMs = Math.max(waitMs, asked * 1000);
        if (last || waitMs > LONGEST_PAUSE_MS) throw refusedBy(answer, asked);
      } catch (error) {
        request.signal?.throwIfAborted();
        // fetch throws TypeError where the connection fails, and the reason where it took too long.
        if (!isBrokenOff(error)) throw error;
        if (last) throw contentUnavailable(`S3 gave no answer (${error.name})`, { cause: error });
      }
      await pause(waitMs / 2 + randomInt(Math.ceil(waitMs / 2) + 1), undefined, signalOf(request)).catch(() =>
        request.signal?.throwIfAborted(),
      );
    }
  };
}

/** Whether the connection or patience ended, as opposed to anything that S3 or we said. */
export function isBrokenOff(error: unknown): error is Error {
  return error instanceof TypeError || (error instanceof DOMException && error.name === "TimeoutError");
}

function signalOf({ signal }: S3Request): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

function secondsAsked(headers: Headers): number | undefined {
  const text = headers.get("retry-after") ?? "";
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

async function readCapped(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // Leaving the loop ends the connection.
    if (length > LONGEST_TEXT) throw contentUnavailable("S3 gave an answer without an end");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
