// One file as the raw body of a request, as the upload island sends it: name and digest in headers, bytes as they arrive.

import { AppError } from "@posthorn/domain";
import type { Context } from "hono";
import { decodeUtf8 } from "../forms/read-form.ts";

export const DIGEST_HEADER = "X-Content-SHA256";
/** Percent-encoded UTF-8. A header and not the address: file names are content and stand in no URL or log line. */
export const FILE_NAME_HEADER = "X-File-Name";

export interface IncomingFile {
  readonly filename: string;
  /** As claimed by the sender; not checked. */
  readonly type: string;
  /** Announced size, where it was. */
  readonly size: number | undefined;
  /** Lower-case hex, computed by the sender; to be compared with what arrives. */
  readonly sha256: string;
  /** Throws AppError bad_request `upload_broken_off`, too_large `file_too_large`. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** Throws AppError bad_request `digest_missing` or `file_name_missing`, too_large `file_too_large`. */
export function receiveUpload(c: Context, limits: { readonly fileBytes: number }): IncomingFile {
  const sha256 = (c.req.header(DIGEST_HEADER) ?? "").toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw new AppError("bad_request", "digest_missing", {
      detail: `${DIGEST_HEADER} must be a SHA-256 in hex`,
    });
  const filename = decodeFileName(c.req.header(FILE_NAME_HEADER) ?? "");
  const announced = c.req.header("Content-Length");
  const size = announced === undefined ? undefined : Number(announced);
  if (size !== undefined && size > limits.fileBytes) throw tooLarge(limits.fileBytes);
  const type = c.req.header("Content-Type") ?? "application/octet-stream";
  return { filename, type, size, sha256, body: bounded(c.req.raw.body, size, limits.fileBytes) };
}

function decodeFileName(encoded: string): string {
  if (encoded === "" || !/^(?:%[0-9a-f]{2}|[^%])*$/i.test(encoded)) {
    throw new AppError("bad_request", "file_name_missing", {
      detail: `${FILE_NAME_HEADER} must be a percent-encoded name`,
    });
  }
  const bytes = encoded.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return decodeUtf8(Buffer.from(bytes, "latin1")).normalize("NFC");
}

async function* bounded(
  body: ReadableStream<Uint8Array> | null,
  announced: number | undefined,
  limit: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let seen = 0;
  if (body !== null) {
    const chunks = body[Symbol.asyncIterator]();
    for (;;) {
      const step = await chunks.next().catch((cause: unknown) => {
        throw cause instanceof AppError ? cause : brokenOff(cause);
      });
      if (step.done) break;
      if ((seen += step.value.byteLength) > limit) {
        await chunks.return?.();
        throw tooLarge(limit);
      }
      yield step.value;
    }
  }
  if (announced !== undefined && seen !== announced) throw brokenOff(undefined);
}

function brokenOff(cause: unknown): AppError {
  return new AppError("bad_request", "upload_broken_off", {
    detail: "the connection ended before the file had arrived",
    cause,
  });
}

function tooLarge(limit: number): AppError {
  return new AppError("too_large", "file_too_large", { detail: `a file may have at most ${limit} bytes` });
}
