// Calls bpost's API for the digital announcement of registered mail ("SEN"): one host, bounded answers, errors of two kinds.

import { AppError } from "@posthorn/domain";

export interface SenOptions {
  /** `https://sen.bpost.be`, or that of its acceptance environment. */
  readonly url: string;
  readonly apiKey: string;
  /** In milliseconds, answer included; default 15,000. */
  readonly timeoutMs?: number;
}

export interface SenCall {
  readonly method: "GET" | "POST";
  /** Below the product. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Whether it is about one letter so that a refusal speaks of that letter; else it is a mistake of ours, and of every letter. */
  readonly mayBeRefused?: true;
  /** Octets of the answer at most. */
  readonly limit: number;
}

export interface SenAnswer {
  /** 2xx, 404 or 409: what these mean is for the caller to say. */
  readonly status: number;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The product that is announced; the other one is `judicialmail`. */
const PRODUCT = "registeredmail";
const API_VERSION = "v1";
const PAUSE_SECONDS_MAX = 3_600;
const WORDS_MAX = 300;

export function openSen(options: SenOptions): (call: SenCall) => Promise<SenAnswer> {
  return async ({ method, path, query = {}, body, mayBeRefused, limit }) => {
    const url = new URL(`/${[PRODUCT, ...path].map(encodeURIComponent).join("/")}`, options.url);
    url.search = new URLSearchParams(query).toString();
    let response: Response;
    let bytes: Uint8Array;
    try {
      response = await fetch(url, {
        method,
        headers: {
          "x-api-key": options.apiKey,
          "x-api-version": API_VERSION,
          Accept: "application/json, application/pdf",
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        // The key and the address go to the host that was configured, and nowhere else.
        redirect: "error",
        signal: AbortSignal.timeout(options.timeoutMs ?? 15_000),
      });
      bytes = await readAtMost(response, limit);
    } catch (cause) {
      throw cause instanceof AppError ? cause : carrierUnavailable("no answer", { cause });
    }
    const { status } = response;
    if (response.ok || status === 404 || status === 409)
      return { status, mediaType: mediaTypeOf(response), bytes };
    if (mayBeRefused && (status === 400 || status === 413 || status === 422))
      throw carrierRefused(wordsOf(bytes, body));
    throw carrierUnavailable(`answered ${status}`, pauseOf(response));
  };
}

/** `detail` names the operation and never what was sent. */
export function carrierUnavailable(
  detail: string,
  more: { readonly cause?: unknown; readonly retryAfterSeconds?: number } = {},
): AppError {
  return new AppError("unavailable", "carrier_unavailable", {
    detail: `bpost: ${detail}`,
    ...more,
  });
}

export function carrierRefused(words: string): AppError {
  return new AppError("bad_request", "carrier_refused", { detail: words });
}

/** The JSON of an answer. Throws `carrier_unavailable`. */
export function readJson({ bytes }: SenAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw carrierUnavailable("an answer that is no JSON", { cause });
  }
}

async function readAtMost(response: Response, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop ends the connection.
    if (size > limit) throw carrierUnavailable(`an answer of more than ${limit} octets`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function mediaTypeOf(response: Response): string {
  return (response.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() || "text/plain";
}

/** Seconds, or a date, which is read by the clock of who wrote it. */
function pauseOf({ headers }: Response): { readonly retryAfterSeconds?: number } {
  const asked = headers.get("retry-after") ?? "";
  const seconds = /^\d{1,9}$/.test(asked)
    ? Number(asked)
    : Math.ceil((Date.parse(asked) - Date.parse(headers.get("date") ?? "")) / 1000);
  return seconds > 0 ? { retryAfterSeconds: Math.min(seconds, PAUSE_SECONDS_MAX) } : {};
}

/** His words without what we told him, however he writes it back: they stand in lists and logs. */
function wordsOf(bytes: Uint8Array, sent: unknown): string {
  const text = new TextDecoder().decode(bytes);
  let words = messagesIn(text) || text;
  for (const value of textsIn(sent).toSorted((a, b) => b.length - a.length))
    words = words.replaceAll(new RegExp(RegExp.escape(value), "giu"), "…");
  return (
    words
      .replaceAll(/[\s\p{Cc}]+/gu, " ")
      .trim()
      .slice(0, WORDS_MAX) || "no words"
  );
}

/** `{"message"}` or `{"errors": [{"field", "message"}]}`, one or the other or both; empty where it is something else. */
function messagesIn(text: string): string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return "";
  }
  const { message, errors } = fieldsOf(body);
  const listed = (Array.isArray(errors) ? errors : []).map((error) => {
    const fields = fieldsOf(error);
    return [fields["field"], fields["message"]].filter((part) => typeof part === "string").join(": ");
  });
  return [typeof message === "string" ? message : "", ...listed].filter(Boolean).join("; ");
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** Shorter ones, such as a house number, tell nobody anything alone. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.length > 3 ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
