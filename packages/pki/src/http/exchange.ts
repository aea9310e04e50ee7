// One question over HTTP to a party that may be slow, absent or hostile: no redirect followed, no endless answer read.

import { PkiError, type PkiErrorCode } from "../error.ts";

export interface HttpQuestion {
  readonly url: string;
  readonly method?: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** For the whole answer, in milliseconds. */
  readonly timeoutMs: number;
  /** The answer is broken off beyond this many octets. */
  readonly maxOctets: number;
  readonly fetch?: typeof globalThis.fetch | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly octets: Uint8Array;
}

/** What a failure is called by the protocol that asks. */
export interface HttpFailures {
  readonly unreachable: PkiErrorCode;
  readonly tooLong: PkiErrorCode;
}

/** Whatever the status. Throws PkiError with a code of `failures`. */
export async function exchange(question: HttpQuestion, failures: HttpFailures): Promise<HttpAnswer> {
  try {
    const response = await (question.fetch ?? globalThis.fetch)(question.url, {
      method: question.method ?? "POST",
      headers: question.headers,
      ...(question.body ? { body: new Uint8Array(question.body) } : {}),
      signal: AbortSignal.timeout(question.timeoutMs),
      redirect: "error",
    });
    const octets = await readCapped(response, question.maxOctets);
    if (octets) return { status: response.status, octets };
  } catch (cause) {
    throw new PkiError(failures.unreachable, cause instanceof Error ? cause.message : "no answer", cause);
  }
  throw new PkiError(failures.tooLong, `the answer is longer than ${question.maxOctets} octets`);
}

/** As `exchange`, but only a success counts as an answer. */
export async function exchangeOk(question: HttpQuestion, failures: HttpFailures): Promise<Uint8Array> {
  const { status, octets } = await exchange(question, failures);
  if (status !== 200) throw new PkiError(failures.unreachable, `HTTP ${status}`);
  return octets;
}

async function readCapped(response: Response, maxOctets: number): Promise<Uint8Array | undefined> {
  if (!response.body) return new Uint8Array();
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const chunks: Uint8Array[] = [];
  for (let length = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    length += value.length;
    if (length > maxOctets) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}

/** Whether a URL found in a certificate may be asked: HTTP only, and of a host on the list where there is one. */
export function requireAllowedUrl(url: string, allowedHosts: readonly string[] | undefined): void {
  const parsed = URL.parse(url);
  const http = parsed?.protocol === "http:" || parsed?.protocol === "https:";
  if (!parsed || !http || parsed.username !== "" || parsed.password !== "") {
    throw new PkiError("url_not_allowed", `${url.slice(0, 200)} is not asked: not a plain HTTP address`);
  }
  if (allowedHosts && !allowedHosts.some((host) => host === parsed.host || host === parsed.hostname)) {
    throw new PkiError("url_not_allowed", `${parsed.host} is not among the hosts that may be asked`);
  }
}
