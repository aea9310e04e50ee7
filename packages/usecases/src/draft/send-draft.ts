// Sends a draft: reads it strictly, stores part 1, and submits; sent once, however often it is asked.

import { transact } from "@posthorn/db";
import { AppError, type AuthenticationFacts, type FieldError, type Language } from "@posthorn/domain";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { ContentPort, Context } from "../context.ts";
import { mayGiveRegisterNumbers } from "../identification/entrust.ts";
import { parseSubmission, type ParsedSubmission } from "../message/parse-submission.ts";
import { submitOrRemove } from "../message/submit-or-remove.ts";
import { type AcceptedMessage, findAccepted, type SubmittedPart } from "../message/submit-message.ts";
import { storeText } from "../part/store-part.ts";
import { judgeDraft, letterErrors } from "../rendition/judge-draft.ts";
import type { DraftForm } from "./draft-form.ts";
import { nested, rawAddressees } from "./raw-addressees.ts";
import {
  type DraftOwner,
  type DraftPorts,
  type LoadedDraft,
  readDraft,
  type RenditionRow,
} from "./keep-draft.ts";

export interface SendPorts extends DraftPorts {
  readonly content: ContentPort;
}

export interface DraftSender extends DraftOwner {
  readonly email: string;
  readonly language: Language;
  readonly authentication: AuthenticationFacts;
  /** Whether the account may give national register numbers: of `mayUseRegisterNumbers`. */
  readonly registerNumbers: boolean;
}

export type DraftChecked =
  | { readonly ok: true; readonly value: ParsedSubmission }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** What would be sent, or what is still wrong with it. */
export function checkDraft(
  ctx: Context,
  ports: Pick<DraftPorts, "identityKeys">,
  draft: Pick<LoadedDraft, "id" | "form">,
  sender: DraftSender,
  at: Temporal.Instant,
): DraftChecked {
  const { form } = draft;
  return parseSubmission(
    ctx,
    {
      subject: form.subject,
      body: form.body,
      options: nested(form.options),
      addressees: rawAddressees(ports.identityKeys, draft),
    },
    {
      senderEmail: sender.email,
      defaultLanguage: sender.language,
      registerNumbers: sender.registerNumbers,
      at,
    },
  );
}

/** Whether this account may give national register numbers; which condition is missing where not is told to nobody. */
export async function mayUseRegisterNumbers(ctx: Context, accountId: string): Promise<boolean> {
  return transact(ctx.db, { accountId }, (trx) => mayGiveRegisterNumbers(trx, ctx, accountId));
}

/**
 * Errors: bad_request `draft_incomplete` with fields; conflict `draft_changed` where it is no longer what was looked over;
 * those of `loadDraft` and `submitMessage`. A second send answers the first.
 */
export async function sendDraft(
  ctx: Context,
  ports: SendPorts,
  sender: DraftSender,
  input: {
    readonly draftId: string;
    /** Of the draft as it was looked over. */
    readonly revision: number;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<AcceptedMessage> {
  try {
    return await sendOnce(ctx, ports, sender, input);
  } catch (error) {
    // Two sends at once: the one that comes second answers as the first, wherever it was when that was done.
    if (!(error instanceof AppError) || error.code !== "draft_already_sent") throw error;
    return answerOfFirst(ctx, sender, input.draftId, error);
  }
}

async function sendOnce(
  ctx: Context,
  ports: SendPorts,
  sender: DraftSender,
  input: { readonly draftId: string; readonly revision: number; readonly arrivedAt: Temporal.Instant },
): Promise<AcceptedMessage> {
  const draft = await transact(ctx.db, scopeOf(sender), async (trx) => {
    const row = await trx
      .selectFrom("draft")
      .select("message_id")
      .where("id", "=", input.draftId)
      .executeTakeFirst();
    if (row?.message_id) return row.message_id;
    return readDraft(trx, ctx, ports, input.draftId);
  });
  if (typeof draft === "string") return sentBefore(ctx, sender, draft);
  if (draft.revision !== input.revision) throw new AppError("conflict", "draft_changed");
  const checked = checkDraft(ctx, ports, draft, sender, input.arrivedAt);
  if (!checked.ok) throw new AppError("bad_request", "draft_incomplete", { fields: checked.errors });
  const { subject, body, options, addressees } = checked.value;
  const print = judgeDraft(ctx, draft);
  const unprintable = print === null ? [] : letterErrors(draft, print);
  if (unprintable.length > 0) throw new AppError("bad_request", "draft_incomplete", { fields: unprintable });
  const renditions = print === null ? [] : draft.renditions;
  const messageId = ctx.newId("msg", input.arrivedAt);
  const text = await storeText(ctx, ports.content, draft.contentKey, { subject, body }, input.arrivedAt);
  const rendered = (part: SubmittedPart, uploadId: string | null) =>
    withRendition(part, uploadId, renditions);
  return submitOrRemove(
    ctx,
    ports,
    {
      messageId,
      accountId: sender.accountId,
      memberId: sender.memberId,
      authentication: sender.authentication,
      subject,
      options,
      addressees,
      ...teamOf(draft.form),
      parts: [rendered(text, null), ...draft.uploads.map((upload) => rendered(asPart(upload), upload.id))],
      contentKey: draft.contentKey,
      draftId: input.draftId,
      arrivedAt: input.arrivedAt,
    },
    [text.blobId],
  );
}

/** With how it looks on paper, where it was made of exactly these octets. */
function withRendition(
  part: SubmittedPart,
  uploadId: string | null,
  renditions: readonly RenditionRow[],
): SubmittedPart {
  const row = renditions.find(
    ({ upload_id, source_sha256 }) => upload_id === uploadId && source_sha256 === part.sha256,
  );
  if (!row) return part;
  const { blob_id: blobId, size, sha256, pages, converter, colour } = row;
  if (blobId === null || size === null || sha256 === null || pages === null || converter === null)
    return part;
  return {
    ...part,
    print: { size, sha256, pages, converter },
    rendition: { blobId, colour: colour ?? true },
  };
}

/** The team it is sent for; blank for none. */
function teamOf({ team }: DraftForm): { readonly teamId?: string } {
  return team === undefined || team === "" ? {} : { teamId: team };
}

async function answerOfFirst(
  ctx: Context,
  reader: AccountReader,
  draftId: string,
  conflict: AppError,
): Promise<AcceptedMessage> {
  const draft = await transact(ctx.db, scopeOf(reader), (trx) =>
    trx.selectFrom("draft").select("message_id").where("id", "=", draftId).executeTakeFirst(),
  );
  if (!draft?.message_id) throw conflict;
  return sentBefore(ctx, reader, draft.message_id);
}

async function sentBefore(ctx: Context, reader: AccountReader, messageId: string): Promise<AcceptedMessage> {
  const accepted = await findAccepted(ctx, reader, messageId);
  if (!accepted) throw new AppError("not_found", "message_not_found");
  return accepted;
}

function asPart(upload: LoadedDraft["uploads"][number]): SubmittedPart {
  return {
    name: upload.name,
    type: upload.media_type,
    size: upload.size,
    sha256: upload.sha256,
    blobId: upload.blob_id,
  };
}
