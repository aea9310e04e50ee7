// Makes the renditions of a submission's parts before it is accepted: what no letter can be made of is not accepted.

import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { RenditionRefused } from "../letter/ports.ts";
import type { ParsedSubmission } from "../message/parse-submission.ts";
import type { SubmittedPart } from "../message/submit-message.ts";
import { judgeLetter } from "./judge-letter.ts";
import { type RenditionKey, type RenditionPorts, storeRendition } from "./store-rendition.ts";

export type PartsRendered =
  | { readonly ok: true; readonly parts: readonly SubmittedPart[] }
  /** bad_request `part_not_printable` or `letter_too_long`, with fields. */
  | { readonly ok: false; readonly refusal: AppError };

/**
 * `parts`: stored, the text first. Nothing of its own stays stored where it refuses or throws. Errors: those of the content
 * store and of the renditions' maker.
 */
export async function renderParts(
  ctx: Context,
  ports: RenditionPorts,
  submission: ParsedSubmission,
  parts: readonly SubmittedPart[],
  key: RenditionKey,
): Promise<PartsRendered> {
  const rendered: SubmittedPart[] = [];
  const refuse = async (refusal: AppError): Promise<PartsRendered> => {
    await forget(ports, rendered);
    return { ok: false, refusal };
  };
  try {
    for (const [index, part] of parts.entries()) {
      const wanted =
        index === 0 ? ({ kind: "text", ...submission } as const) : ({ kind: "part", part } as const);
      const made = await storeRendition(ctx, ports, key, wanted);
      if (made.kind === "refused") return await refuse(notPrintable(index, made));
      const { blobId, colour, print } = made;
      rendered.push({ ...part, print, rendition: { blobId, colour } });
    }
  } catch (error) {
    await forget(ports, rendered);
    throw error;
  }
  const letter = judgeLetter(
    ctx.settings.letters,
    rendered.map((part) => part.print?.pages ?? 0),
    submission.addressees.map((addressee) => addressee.postalAddress?.country ?? null),
  );
  if (letter.ok) return { ok: true, parts: rendered };
  const code = "letter_too_long";
  return refuse(
    new AppError("bad_request", code, { detail: "No letter holds that many sheets.", fields: letter.errors }),
  );
}

/** Says which part it was by its place: its name is content and goes into no log. */
function notPrintable(index: number, { reason, params }: RenditionRefused): AppError {
  const code = "part_not_printable";
  const path = index === 0 ? "body" : `attachments.${index - 1}`;
  const what = index === 0 ? "The text" : `Attachment ${index}`;
  return new AppError("bad_request", code, {
    detail: `${what} cannot be printed: ${reason}.`,
    fields: [{ path, code, params: { ...params, reason } }],
  });
}

async function forget({ content }: RenditionPorts, parts: readonly SubmittedPart[]): Promise<void> {
  for (const { rendition } of parts) if (rendition) await content.remove(rendition.blobId);
}
