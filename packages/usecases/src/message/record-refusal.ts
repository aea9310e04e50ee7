// A complete submission of an identified sender that policy refuses leaves evidence of it: per addressee one record that is a
// chain of its own, without content (event SubmissionRejection, domain rules, "Evidence").

import { appendRefusals, isoMillis, transact } from "@posthorn/db";
import {
  type AuthenticationFacts,
  AppError,
  brusselsDay,
  type EvidenceFacts,
  recipientFacts,
} from "@posthorn/domain";
import { enqueueAll } from "@posthorn/jobs";
import type { Context } from "../context.ts";
import { withCertificate } from "../record/name-issuer.ts";
import type { SeenPart } from "./digest-while-read.ts";
import { loadSender } from "./load-sender.ts";
import type { ParsedSubmission } from "./parse-submission.ts";
import { refuseWhenUnsealable } from "./refuse-when-unsealable.ts";

export interface RefusedSubmission {
  readonly sender: {
    readonly accountId: string;
    readonly memberId: string;
    readonly authentication: AuthenticationFacts;
  };
  readonly submission: ParsedSubmission;
  /** Part 1 first, all received to their ends; of each only size and digest is told. */
  readonly parts: readonly SeenPart[];
  readonly refusal: AppError;
  /** When the complete request had arrived. */
  readonly arrivedAt: Temporal.Instant;
}

/** What an attachment is, is policy; that it is too large or broke off is not: then nothing complete was submitted. */
export function isPolicyRefusal(error: unknown): error is AppError {
  return error instanceof AppError && error.kind === "bad_request" && error.code.startsWith("part_");
}

/** Durable on return: the same refusal, which names the records. */
export async function recordRefusal(ctx: Context, refused: RefusedSubmission): Promise<AppError> {
  const { sender, submission, refusal, arrivedAt: at } = refused;
  const { accountId } = sender;
  const ids = await transact(ctx.db, { accountId }, async (trx) => {
    const facts = withCertificate(
      {
        trust_status: ctx.settings.trustStatus,
        policies: ctx.settings.policies,
        issuer: ctx.settings.issuer,
        sender: await loadSender(trx, ctx, sender, at),
        submitted_at: isoMillis(at),
        required_identification: submission.options.requiredIdentification,
        postal_fallback: submission.options.postalFallback,
        // Subject and file names are content.
        subject: "",
        parts: refused.parts.map(unnamed),
      },
      await refuseWhenUnsealable(trx, ctx, at),
    );
    const chains = submission.addressees.map((addressee) => ({ id: ctx.newId("rfs", at), addressee }));
    await trx
      .insertInto("refused_submission")
      .values(chains.map(({ id }) => ({ id, account_id: accountId, refused_at: at, code: refusal.code })))
      .execute();
    const written = await appendRefusals(
      trx,
      chains.map(({ id, addressee }) => ({
        id: ctx.newId("evd", at),
        deliveryId: id,
        accountId,
        eventAt: at,
        recordedAt: at,
        seq: 0,
        head: "0".repeat(64),
        closes: true,
        afterFinal: false,
        facts: {
          ...facts,
          recipient: recipientFacts(addressee),
          window: {
            collection_days: submission.options.collectionDays,
            final_by: brusselsDay(at).toString(),
          },
          type: "SubmissionRejection",
          reasons: ["R_ERDS_PolicyViolation", "own:attachment_refused"],
          details: { code: refusal.code, ...placeOf(refusal) },
        },
      })),
    );
    const recordIds = written.map((record) => record.facts.id);
    await enqueueAll(
      trx,
      "stamp-records",
      recordIds.slice(0, 1).map((recordId) => ({ recordId })),
    );
    return recordIds;
  });
  return new AppError(refusal.kind, refusal.code, {
    detail: refusal.detail,
    fields: refusal.fields,
    evidence: ids,
    cause: refusal,
  });
}

function unnamed({ size, sha256 }: SeenPart, index: number): EvidenceFacts["parts"][number] {
  return { name: `part-${index + 1}`, type: "application/octet-stream", size, sha256 };
}

/** Which part it was: part 1 is the text, the attachments follow; and why, where it cannot be printed. */
function placeOf({ fields: [field] }: AppError): { readonly part?: string; readonly reason?: string } {
  const [, index] = /^attachments\.(\d+)$/u.exec(field?.path ?? "") ?? [];
  const ordinal = index !== undefined ? Number(index) + 2 : field?.path === "body" ? 1 : null;
  const reason = field?.params?.["reason"];
  return {
    ...(ordinal === null ? {} : { part: `part-${ordinal}` }),
    ...(typeof reason === "string" ? { reason } : {}),
  };
}
