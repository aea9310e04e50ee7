// Takes the attachments of a submission as they stream in: stored, or, once policy refuses one, read on for their digests alone.

import { AppError } from "@posthorn/domain";
import type { ContentPort, Context } from "../context.ts";
import type { UploadInspection } from "../draft/ports.ts";
import { storeAttachment } from "../part/store-part.ts";
import { digestWhileRead, type SeenPart } from "./digest-while-read.ts";
import { isPolicyRefusal } from "./record-refusal.ts";
import type { SubmittedPart } from "./submit-message.ts";
import { removeBlobs } from "./submit-or-remove.ts";
import type { IncomingAttachment } from "./take-message.ts";

export interface ReceivedAttachments {
  /** Stored and fsynced; with a refusal only those before it. */
  readonly parts: readonly SubmittedPart[];
  /** All of them, received to their ends. */
  readonly seen: readonly SeenPart[];
  readonly refusal: AppError | null;
}

/** Nothing stays stored when it throws. Errors: as `takeMessage`, but for refusals by policy, which are returned. */
export async function receiveAttachments(
  ctx: Context,
  ports: { readonly content: ContentPort; readonly inspection: UploadInspection },
  attachments: AsyncIterable<IncomingAttachment>,
  { contentKey, begunAt }: { readonly contentKey: Uint8Array; readonly begunAt: Temporal.Instant },
): Promise<ReceivedAttachments> {
  const parts: SubmittedPart[] = [];
  const seen: SeenPart[] = [];
  let refusal: AppError | null = null;
  try {
    for await (const { name, source } of attachments) {
      if (seen.length === ctx.settings.limits.files) throw tooManyFiles(ctx);
      const reading = digestWhileRead(source);
      if (!refusal) {
        const stored = storeAttachment(ctx, ports, {
          blobId: ctx.newId("blb", begunAt),
          contentKey,
          name,
          taken: parts.map((part) => part.name),
          source: reading.stream,
          used: parts.reduce((sum, part) => sum + part.size, 0),
        });
        try {
          parts.push(await stored.catch(inAttachment(parts.length)));
        } catch (error) {
          if (!isPolicyRefusal(error)) throw error;
          refusal = error;
        }
      }
      // What policy refuses is read to its end all the same: only a complete submission leaves evidence of its refusal.
      seen.push(await reading.toTheEnd());
    }
    return { parts, seen, refusal };
  } catch (error) {
    await removeBlobs(
      ports.content,
      parts.map((part) => part.blobId),
    );
    throw error;
  }
}

export function tooManyFiles(ctx: Context): AppError {
  const max = ctx.settings.limits.files;
  return new AppError("too_large", "too_many_files", { detail: `A message may have ${max} attachments.` });
}

/** Says which attachment it was by its place: its name is content and goes into no log. */
function inAttachment(index: number): (error: unknown) => never {
  return (error) => {
    const named =
      error instanceof AppError && (error.code.startsWith("part_") || error.code === "file_too_large");
    if (!named) throw error;
    const detail = error.detail === error.code ? `Attachment ${index + 1} is refused.` : error.detail;
    const fields = [{ path: `attachments.${index}`, code: error.code }];
    throw new AppError(error.kind, error.code, { detail, fields, cause: error });
  };
}
