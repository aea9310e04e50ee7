// Reads the request of a submission: the part `message` first, as JSON, then the attachments as they arrive.

import { AppError } from "@posthorn/domain";
import type { IncomingAttachment, Limits } from "@posthorn/usecases";
import { decodeUtf8, type MultipartPart, multipartParts } from "@posthorn/web";
import { collectJson } from "./collect-json.ts";

/** 500 addressees and 100,000 characters, every one of them escaped, have room. */
const MESSAGE_JSON_BYTES = 4 * 1024 * 1024;
// Boundaries and headers of the parts.
const BYTES_A_PART = 4_096;

export interface IncomingSubmission {
  /** As parsed, not looked at otherwise. */
  readonly message: unknown;
  readonly attachments: AsyncIterable<IncomingAttachment>;
  /** Stops reading; to be called however it ends. */
  close(): Promise<void>;
}

/**
 * Errors: bad_request `unsupported_media_type`, `message_part_first`, `part_unexpected`, `json_malformed`, `broken_text`,
 * `upload_broken_off`; too_large as of `multipartParts` and `message_json_too_large`.
 */
export async function readSubmission(request: Request, limits: Limits): Promise<IncomingSubmission> {
  const type = (request.headers.get("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type === "application/json") {
    const message = parseJson(
      decodeUtf8(await collectJson(request.body ?? new Blob([]).stream(), MESSAGE_JSON_BYTES)),
    );
    return { message, attachments: none(), close: () => Promise.resolve() };
  }
  if (type === "multipart/form-data") return readMultipart(request, limits);
  throw new AppError("bad_request", "unsupported_media_type", {
    detail: "Send multipart/form-data, or application/json where there are no attachments.",
  });
}

async function readMultipart(request: Request, limits: Limits): Promise<IncomingSubmission> {
  const parts = multipartParts(request, {
    // More than allowed: who counts here and in the verb says better what is wrong.
    files: limits.files + 2,
    fileBytes: limits.fileBytes,
    totalBytes: limits.messageBytes + MESSAGE_JSON_BYTES + BYTES_A_PART * (limits.files + 2),
    fields: 2,
    fieldBytes: MESSAGE_JSON_BYTES,
  });
  const close = async () => void (await parts.return());
  try {
    const first = await parts.next();
    if (first.done || first.value.name !== "message") throw messageFirst();
    const text =
      first.value.kind === "field"
        ? first.value.value
        : decodeUtf8(await collectJson(first.value.body, MESSAGE_JSON_BYTES));
    return { message: parseJson(text), attachments: attachmentsOf(parts), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function* attachmentsOf(
  parts: AsyncGenerator<MultipartPart, void, undefined>,
): AsyncGenerator<IncomingAttachment> {
  for await (const part of parts) {
    if (part.name !== "attachment") throw unexpected();
    // Without a file name a part is a field to the parser, whatever it is called.
    if (part.kind === "field" || part.filename === "")
      throw new AppError("bad_request", "file_name_missing", { detail: "An attachment needs a file name." });
    yield { name: part.filename, source: part.body };
  }
}

async function* none(): AsyncGenerator<IncomingAttachment> {
  // A submission as JSON has no attachments.
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("bad_request", "json_malformed", { detail: "The message is not JSON.", cause });
  }
}

function messageFirst(): AppError {
  return new AppError("bad_request", "message_part_first", {
    detail: "The first part must be called message and hold the message as JSON.",
  });
}

function unexpected(): AppError {
  return new AppError("bad_request", "part_unexpected", {
    detail: "After message, every part must be a file called attachment.",
  });
}
