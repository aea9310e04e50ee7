// Reads an object from its start to its end, over as many connections as that takes, and says whether there is one.

import { AppError } from "@posthorn/domain";
import { type CallS3, isBrokenOff, type S3Answer } from "./call-s3.ts";
import { contentUnavailable, refusedBy } from "./s3-errors.ts";

export interface ObjectReader {
  /** Length of the object in bytes. Errors as `read`. */
  length(): Promise<number>;
  /** The next `count` bytes; fewer only at the end. Errors: `content_missing`, `content_unavailable`, `content_refused`, `content_damaged`. */
  read(count: number): Promise<Buffer>;
  /** Ends the connection, if one is open. */
  close(): Promise<void>;
}

// In a row, without a byte in between.
const TRIES = 3;

/** Nothing is asked before the first read. `silenceMs` without a byte ends a connection, and the next one goes on where it ended. */
export function readObject(call: CallS3, key: string, silenceMs: number): ObjectReader {
  let body: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let total = 0;
  let etag: string | undefined;
  /** Bytes taken from connections so far; some of them wait in `held`. */
  let position = 0;
  let held: Buffer = Buffer.alloc(0);
  let known = false;

  async function connect(): Promise<void> {
    const going = position > 0;
    const answer = await call({
      method: "GET",
      key,
      streamed: true,
      ...(going
        ? { headers: { range: `bytes=${position}-`, ...(etag === undefined ? {} : { "if-match": etag }) } }
        : {}),
    });
    if (answer.status === 412)
      throw new AppError("internal", "content_damaged", { detail: "it was replaced" });
    if (!answer.ok) throw missingOr(answer);
    if (going && answer.status !== 206) {
      await answer.stream?.cancel();
      throw contentUnavailable("S3 began anew in the middle");
    }
    if (!going) {
      total = lengthOf(answer);
      etag = answer.headers.get("etag") ?? undefined;
      known = true;
    }
    body = answer.stream?.getReader();
  }

  async function close(): Promise<void> {
    const ending = body;
    body = undefined;
    await ending?.cancel().catch(() => undefined);
  }

  async function more(): Promise<void> {
    for (let nth = 1; ; nth += 1) {
      if (body === undefined) await connect();
      if (position === total) return;
      try {
        const next = await within(silenceMs, body);
        if (next !== undefined) {
          held = held.length === 0 ? next : Buffer.concat([held, next]);
          position += next.length;
          return;
        }
      } catch (error) {
        if (!isBrokenOff(error)) throw error;
      }
      await close();
      if (nth === TRIES) throw contentUnavailable("S3 broke off in the middle");
    }
  }

  return {
    async length() {
      if (!known) await connect();
      return total;
    },
    async read(count) {
      if (!known) await connect();
      while (held.length < count && position < total) await more();
      const given = held.subarray(0, count);
      held = held.subarray(count);
      return given;
    },
    close,
  };
}

/** The first `count` bytes and the whole length, in one request. Errors as `ObjectReader.read`. */
export async function readStart(
  call: CallS3,
  key: string,
  count: number,
): Promise<{ start: Buffer; total: number }> {
  const answer = await call({
    method: "GET",
    key,
    streamed: true,
    headers: { range: `bytes=0-${count - 1}` },
  });
  // No byte can be given of an empty object.
  if (answer.status === 416) return { start: Buffer.alloc(0), total: 0 };
  if (!answer.ok) throw missingOr(answer);
  const total = answer.status === 206 ? wholeLengthOf(answer) : lengthOf(answer);
  const chunks: Uint8Array[] = [];
  let read = 0;
  try {
    for await (const chunk of answer.stream ?? []) {
      chunks.push(chunk);
      read += chunk.length;
      if (read >= count) break;
    }
  } catch (cause) {
    if (!isBrokenOff(cause)) throw cause;
    throw contentUnavailable("S3 broke off in the middle", { cause });
  }
  if (read < Math.min(count, total)) throw contentUnavailable("S3 broke off at the start");
  return { start: Buffer.concat(chunks).subarray(0, count), total };
}

/** Only "no such key" is a no: a bucket that is gone must not look like one that lost its content. */
export async function isThere(call: CallS3, key: string): Promise<boolean> {
  return (await lookAt(call, key)).there;
}

/** Whether an object is there, and whether S3 says that it keeps versions of it. Asked by GET: the answer to HEAD has no words. */
export async function lookAt(call: CallS3, key: string): Promise<{ there: boolean; versioned: boolean }> {
  const answer = await call({ method: "GET", key, headers: { range: "bytes=0-0" } });
  const version = answer.headers.get("x-amz-version-id") ?? "null";
  const versioned = version !== "null";
  if (answer.ok || answer.status === 416) return { there: true, versioned };
  if (answer.status === 404 && answer.code === "NoSuchKey") return { there: false, versioned };
  throw refusedBy(answer);
}

function missingOr(answer: S3Answer): AppError {
  if (answer.status !== 404 || answer.code !== "NoSuchKey") return refusedBy(answer);
  return new AppError("internal", "content_missing", { detail: "no such object" });
}

function lengthOf({ headers }: S3Answer): number {
  return natural(headers.get("content-length"));
}

function wholeLengthOf({ headers }: S3Answer): number {
  return natural(/^bytes \d+-\d+\/(\d+)$/.exec(headers.get("content-range") ?? "")?.[1]);
}

function natural(text: string | null | undefined): number {
  if (text === null || text === undefined || !/^\d{1,15}$/.test(text))
    throw contentUnavailable("S3 did not say how long an object is");
  return Number(text);
}

/** The next bytes, or undefined at the end of the connection. Throws a TimeoutError after so long without any. */
async function within(
  silenceMs: number,
  body: ReadableStreamDefaultReader<Uint8Array> | undefined,
): Promise<Buffer | undefined> {
  if (body === undefined) return undefined;
  const { promise: silent, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new DOMException("no byte for too long", "TimeoutError")), silenceMs);
  try {
    const { done, value } = await Promise.race([body.read(), silent]);
    return done ? undefined : Buffer.from(value.buffer, value.byteOffset, value.length);
  } finally {
    clearTimeout(timer);
  }
}
