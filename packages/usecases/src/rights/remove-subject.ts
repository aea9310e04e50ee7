// Takes back that a request is about somebody: a letter to him, or his account.

import { clockNow, transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { noteDeskAct } from "./desk-act.ts";
import { lockChoice } from "./lock-choice.ts";

/**
 * One that was chosen is it no longer: a letter, or the account holder. Who asked in his account stays. Errors: forbidden
 * `staff_role_missing`, `staff_not_fresh`; not_found `rights_request_unknown`; conflict `rights_request_state`, `rights_senders_were_told`,
 * `rights_subject_gone`.
 */
export async function removeSubject(
  ctx: Context,
  reader: StaffReader,
  removed: { readonly requestId: string; readonly id: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockChoice(trx, removed.requestId);
    const { numDeletedRows } = await trx
      .deleteFrom("rights_request_delivery")
      .where("request_id", "=", row.id)
      .where("delivery_id", "=", removed.id)
      .executeTakeFirst();
    const isHolder = row.channel !== "account" && row.person_id === removed.id;
    if (numDeletedRows === 0n && !isHolder) throw new AppError("conflict", "rights_subject_gone");
    await trx
      .updateTable("rights_request")
      .set({ ...(isHolder ? { person_id: null } : {}), handled_by: reader.staff.staffId })
      .where("id", "=", row.id)
      .execute();
    await noteDeskAct(trx, reader, {
      requestId: row.id,
      event: "subject_removed",
      at: await clockNow(trx),
      words: removed.id,
    });
  });
}
