// Shows who asks: by a document that goes when it was looked at (R12), and by what authority for another; the month runs from what made it complete.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import { AppError, requestDueOn } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { lockRequest, noteDeskAct } from "./desk-act.ts";
import { oweLetter } from "./owe-letter.ts";

/**
 * The copy is gone when this returns, fits or not. Errors: forbidden `staff_role_missing`, `staff_not_fresh`; not_found
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
      .select(["kind", "added_at"])
      .where("request_id", "=", row.id)
      .execute();
    const documents = papers.filter(({ kind }) => kind === "identity_document");
    if (documents.length === 0) throw new AppError("conflict", "rights_no_document");
    const authority = papers.filter(({ kind }) => kind === "authority");
    if (asked.fits && row.on_behalf_name !== null && authority.length === 0)
      throw new AppError("conflict", "rights_no_authority");
    await removeDocuments(trx, row.id);
    // What came last made it complete, whenever it was looked at.
    const completeAt = [...documents, ...authority].reduce(
      (last, { added_at }) => (Temporal.Instant.compare(added_at, last) > 0 ? added_at : last),
      row.received_at,
    );
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
          : { identity: "failed", identified_by: reader.staff.staffId },
      )
      .where("id", "=", row.id)
      .execute();
    await noteDeskAct(trx, reader, {
      requestId: row.id,
      event: asked.fits ? "identified" : "identity_failed",
      at: now,
      words: "document",
    });
  });
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
      .select("added_at")
      .where("request_id", "=", row.id)
      .where("kind", "=", "authority")
      .orderBy("added_at")
      .execute();
    const last = papers.at(-1)?.added_at;
    if (last === undefined) throw new AppError("conflict", "rights_no_authority");
    const completeAt = Temporal.Instant.compare(last, row.identified_at) > 0 ? last : row.identified_at;
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
    await oweLetter(trx, ctx, reader, row, { letter: "identity" }, await clockNow(trx));
  });
}
