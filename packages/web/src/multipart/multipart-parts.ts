// Reads a multipart/form-data body part by part as it arrives: in order, never more of a file in memory than the reader has asked for.

import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { Busboy } from "@fastify/busboy";
import type { BusboyInstance } from "@fastify/busboy";
import { AppError } from "@posthorn/domain";
import { decodeUtf8, normaliseText } from "../forms/read-form.ts";

export interface MultipartLimits {
  readonly files: number;
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes of the whole body. */
  readonly totalBytes: number;
  /** Parts that are no files; default 1,000. */
  readonly fields?: number;
  /** Bytes of one of them; default 1 MiB. */
  readonly fieldBytes?: number;
}

export interface FieldPart {
  readonly kind: "field";
  readonly name: string;
  /** Strict UTF-8, NFC, LF. */
  readonly value: string;
  /** Media type as sent; `text/plain` where none was. */
  readonly type: string;
}

export interface FilePart {
  readonly kind: "file";
  readonly name: string;
  /** Last segment of the name as sent, NFC; may be empty (a file field left open). Not checked for anything else. */
  readonly filename: string;
  /** As claimed by the sender; not checked. */
  readonly type: string;
  /** To be read before the next part is asked for; what is left unread is skipped. Throws as `multipartParts` does. */
  readonly body: AsyncIterable<Uint8Array>;
}

export type MultipartPart = FieldPart | FilePart;

const DEFAULT_FIELDS = 1_000;
const DEFAULT_FIELD_BYTES = 1_048_576;

interface RawPart {
  readonly name: string;
  readonly filename: string | undefined;
  readonly type: string;
  readonly stream: Readable;
}

/**
 * Parts in the order of the body. Throws AppError: bad_request `not_multipart`, `upload_broken_off` (the body ends or the
 * connection breaks before its last boundary), `broken_text`; too_large `body_too_large`, `file_too_large`, `too_many_parts`.
 */
export async function* multipartParts(
  request: { readonly headers: Headers; readonly body: ReadableStream<Uint8Array> | null },
  limits: MultipartLimits,
): AsyncGenerator<MultipartPart, void, undefined> {
  const parser = openParser(request.headers.get("Content-Type"));
  const announced = Number(request.headers.get("Content-Length") ?? 0);
  if (announced > limits.totalBytes) throw tooLarge("body_too_large", limits.totalBytes);
  const feed = startFeed(parser, request.body, limits.totalBytes);
  try {
    let files = 0;
    let fields = 0;
    for (let part = await feed.next(); part !== undefined; part = await feed.next()) {
      if (part.filename === undefined) {
        if ((fields += 1) > (limits.fields ?? DEFAULT_FIELDS)) throw tooMany();
        const bytes = await collect(
          bounded(part.stream, limits.fieldBytes ?? DEFAULT_FIELD_BYTES, "field_too_large", feed),
        );
        yield { kind: "field", name: part.name, value: normaliseText(decodeUtf8(bytes)), type: part.type };
      } else {
        if ((files += 1) > limits.files) throw tooMany();
        const filename = part.filename.normalize("NFC");
        if (filename.includes("\ufffd"))
          throw new AppError("bad_request", "broken_text", { detail: "a file name is not valid UTF-8" });
        yield {
          kind: "file",
          name: part.name,
          filename,
          type: part.type,
          body: bounded(part.stream, limits.fileBytes, "file_too_large", feed),
        };
        part.stream.resume();
      }
    }
  } finally {
    feed.stop();
  }
}

interface Feed {
  /** The next part, or undefined at the end of the body; rejects with the failure. */
  next(): Promise<RawPart | undefined>;
  failure(): AppError | undefined;
  stop(): void;
}

/** Pipes the body into the parser; the parser's own back pressure holds the body while a part is unread. */
function startFeed(
  parser: BusboyInstance,
  body: ReadableStream<Uint8Array> | null,
  totalBytes: number,
): Feed {
  const source = body === null ? Readable.from([]) : Readable.fromWeb(body as NodeReadableStream<Uint8Array>);
  const waiting: RawPart[] = [];
  let current: Readable | undefined;
  let failure: AppError | undefined;
  let finished = false;
  let wake = Promise.withResolvers<void>();
  let seen = 0;

  function signal(): void {
    wake.resolve();
    wake = Promise.withResolvers();
  }
  function fail(error: unknown): void {
    if (failure !== undefined || finished) return;
    failure = error instanceof AppError ? error : brokenOff(error);
    source.unpipe(parser);
    source.destroy();
    for (const { stream } of waiting) stream.destroy(failure);
    current?.destroy(failure);
    signal();
  }

  source.on("data", (chunk: Uint8Array) => {
    if ((seen += chunk.byteLength) > totalBytes) fail(tooLarge("body_too_large", totalBytes));
  });
  source.on("error", fail);
  parser.on("error", fail);
  parser.on("finish", () => {
    finished = true;
    signal();
  });
  // Every part is taken as a file, so that text is decoded by us (strictly) and the order is kept.
  parser.on("file", (name, stream, filename: string | undefined, _encoding, type) => {
    stream.on("error", fail);
    waiting.push({ name, stream, filename, type });
    signal();
  });
  source.pipe(parser);

  return {
    async next() {
      for (;;) {
        if (failure !== undefined) throw failure;
        const part = waiting.shift();
        if (part !== undefined) {
          current = part.stream;
          return part;
        }
        if (finished) return undefined;
        await wake.promise;
      }
    },
    failure: () => failure,
    stop() {
      finished = true;
      source.unpipe(parser);
      source.destroy();
    },
  };
}

function openParser(contentType: string | null): BusboyInstance {
  try {
    if (!/^multipart\/form-data\b/i.test(contentType ?? ""))
      throw new Error("the content type is not multipart/form-data");
    return new Busboy({ headers: { "content-type": contentType ?? "" }, isPartAFile: () => true });
  } catch (cause) {
    throw new AppError("bad_request", "not_multipart", {
      detail: "the body is not multipart/form-data with a boundary",
      cause,
    });
  }
}

async function* bounded(
  stream: Readable,
  limit: number,
  code: string,
  feed: Feed,
): AsyncGenerator<Uint8Array, void, undefined> {
  let seen = 0;
  try {
    // A reader who stops early must not destroy the stream: the parser waits for its end.
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if ((seen += chunk.byteLength) > limit) throw tooLarge(code, limit);
      yield chunk;
    }
  } catch (error) {
    throw feed.failure() ?? (error instanceof AppError ? error : brokenOff(error));
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

function brokenOff(cause: unknown): AppError {
  return new AppError("bad_request", "upload_broken_off", {
    detail: "the body ended before its last boundary",
    cause,
  });
}

function tooLarge(code: string, limit: number): AppError {
  return new AppError("too_large", code, { detail: `more than ${limit} bytes` });
}

function tooMany(): AppError {
  return new AppError("too_large", "too_many_parts", { detail: "the body has more parts than allowed" });
}
