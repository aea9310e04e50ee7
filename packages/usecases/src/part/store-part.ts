// Stores the parts of a message, durable when it returns: its text, and attachments that are looked at on the way.

import { AppError, encodeMessageText, MESSAGE_TEXT_NAME } from "@posthorn/domain";
import type { ContentPort, Context } from "../context.ts";
import type { UploadInspection } from "../draft/ports.ts";
import type { SubmittedPart } from "../message/submit-message.ts";
import { inOnePiece } from "./in-one-piece.ts";

/** Part 1, `message.txt`. */
export async function storeText(
  ctx: Context,
  content: ContentPort,
  contentKey: Uint8Array,
  text: { readonly subject: string; readonly body: string },
  at: Temporal.Instant,
): Promise<SubmittedPart> {
  const blobId = ctx.newId("blb", at);
  const stored = await content.put(blobId, contentKey, inOnePiece(encodeMessageText(text)));
  return {
    name: MESSAGE_TEXT_NAME,
    type: "text/plain; charset=utf-8",
    size: stored.size,
    sha256: stored.sha256,
    blobId,
  };
}

export interface AttachmentToStore {
  readonly blobId: string;
  readonly contentKey: Uint8Array;
  /** As typed by the sender. */
  readonly name: string;
  /** Names of the message's other attachments. */
  readonly taken: readonly string[];
  readonly source: AsyncIterable<Uint8Array>;
  /** Bytes of the message's attachments that are stored already. */
  readonly used: number;
}

/**
 * Errors: bad_request `part_<reason>` where the content is refused; too_large `file_too_large`, `message_too_large`;
 * unavailable `storage_full`; those of the source. Nothing stays of what is refused.
 */
export async function storeAttachment(
  ctx: Context,
  ports: { readonly content: ContentPort; readonly inspection: UploadInspection },
  input: AttachmentToStore,
): Promise<SubmittedPart> {
  const { fileBytes, messageBytes } = ctx.settings.limits;
  const left = messageBytes - input.used;
  const name = ports.inspection.nameFor(input.name, input.taken);
  const guarded = ports.inspection.guard(name, input.source);
  const stored = await ports.content
    .put(input.blobId, input.contentKey, guarded.stream, { limit: Math.min(fileBytes, left) })
    .catch((error: unknown) => {
      if (error instanceof AppError && error.code === "part_too_large")
        throw tooLarge(left < fileBytes ? "message" : "file", { fileBytes, messageBytes }, error);
      throw error;
    });
  return {
    name,
    type: guarded.accepted().mediaType,
    size: stored.size,
    sha256: stored.sha256,
    blobId: input.blobId,
  };
}

/** `file_too_large` or `message_too_large`, with the limit that was passed. */
function tooLarge(
  what: "file" | "message",
  limits: { readonly fileBytes: number; readonly messageBytes: number },
  cause?: unknown,
): AppError {
  const max = what === "file" ? limits.fileBytes : limits.messageBytes;
  const detail =
    what === "file"
      ? `A file may have ${max} bytes.`
      : `The attachments of a message may have ${max} bytes together.`;
  return new AppError("too_large", `${what}_too_large`, { detail, cause });
}
