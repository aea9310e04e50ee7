// Shows who asks: by a document that goes when it was looked at (R12), and by what authority for another; the month runs from what made it complete.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import { AppError, identityAskedUntil, requestDueOn, startOfDay } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { lockRequest, noteDeskAct } from "./desk-act.ts";
import { type LetterContent, oweLetter } from "./owe-letter.ts";

/**
 * The copy is gone when this returns, fits or not; where it does not, the letter that asks anew is owed and its term begins. Errors: forbidden `staff_role_missing`, `staff_not_fresh`; not_found
 * `rights_request_unknown`; conflict `rights_request_state`, `rights_no_document`, `rights_no_authority`.
 */
export async function judgeDocument(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly requestId: string; readonly fits: boolean },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockRequest(trx, asked.requestId, ["identity"]);
    const now = await clockNow(trx);
    const papers = await trx
      .selectFrom("rights_request_file")
      .select(["kind", "arrived_on"])
      .where("request_id", "=", row.id)
      .execute();
    const documents = papers.filter(({ kind }) => kind === "identity_document");
    if (documents.length === 0) throw new AppError("conflict", "rights_no_document");
    const authority = papers.filter(({ kind }) => kind === "authority");
    if (asked.fits && row.on_behalf_name !== null && authority.length === 0)
      throw new AppError("conflict", "rights_no_authority");
    await removeDocuments(trx, row.id);
    const completeAt = lastOf(row.received_at, [...documents, ...authority]);
    await trx
      .updateTable("rights_request")
      .set(
        asked.fits
          ? {
              identity: "document",
              identified_at: now,
              identified_by: reader.staff.staffId,
              complete_at: completeAt,
              due_on: requestDueOn(completeAt),
              state: "open",
            }
          : {
              identity: "failed",
              identified_by: reader.staff.staffId,
              identity_asked_at: now,
              identity_reminded_at: null,
            },
      )
      .where("id", "=", row.id)
      .execute();
    await noteDeskAct(trx, reader, {
      requestId: row.id,
      event: asked.fits ? "identified" : "identity_failed",
      at: now,
      words: "document",
    });
    if (!asked.fits) await oweLetter(trx, ctx, reader, row, identityLetter(now), now);
  });
}

/** What came in last made it complete, whenever it was scanned or looked at; of a paper the beginning of its day, which costs nobody a day. */
function lastOf(
  since: Temporal.Instant,
  papers: readonly { readonly arrived_on: Temporal.PlainDate }[],
): Temporal.Instant {
  return papers
    .map(({ arrived_on }) => startOfDay(arrived_on))
    .reduce((last, at) => (Temporal.Instant.compare(at, last) > 0 ? at : last), since);
}

/** Which paper is needed, and until when we wait for it. */
function identityLetter(at: Temporal.Instant): LetterContent {
  return { letter: "identity", until: identityAskedUntil(at).toString() };
}

/** Also when a request ends before anybody looked at it. */
export async function removeDocuments(trx: Transaction, requestId: string): Promise<void> {
  await sql`SELECT remove_identity_documents(${requestId})`.execute(trx);
}

/**
 * On behalf of another: who asks is shown already, and now by what authority. Errors: forbidden `staff_role_missing`, `staff_not_fresh`;
 * not_found `rights_request_unknown`; conflict `rights_request_state`, `rights_no_authority`.
 */
export async function acceptAuthority(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly requestId: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockRequest(trx, asked.requestId, ["identity"]);
    if (row.identified_at === null || row.identity === "open" || row.identity === "failed")
      throw new AppError("conflict", "rights_request_state");
    const papers = await trx
      .selectFrom("rights_request_file")
      .select("arrived_on")
      .where("request_id", "=", row.id)
      .where("kind", "=", "authority")
      .execute();
    if (papers.length === 0) throw new AppError("conflict", "rights_no_authority");
    const completeAt = lastOf(row.identified_at, papers);
    await trx
      .updateTable("rights_request")
      .set({ state: "open", complete_at: completeAt, due_on: requestDueOn(completeAt) })
      .where("id", "=", row.id)
      .execute();
    const at = await clockNow(trx);
    await noteDeskAct(trx, reader, { requestId: row.id, event: "identified", at, words: "authority" });
  });
}

/** Asks in writing, for who is known by no address: which paper is needed and where to. Errors: as `judgeDocument`. */
export async function askForIdentity(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly requestId: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockRequest(trx, asked.requestId, ["identity"]);
    const now = await clockNow(trx);
    await trx
      .updateTable("rights_request")
      .set({ identity_asked_at: now, identity_reminded_at: null })
      .where("id", "=", row.id)
      .execute();
    await oweLetter(trx, ctx, reader, row, identityLetter(now), now);
  });
}
