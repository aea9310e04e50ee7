// Takes two months more for a request that needs them: once, with the reason told in the first month (GDPR art. 12(3)).

import { clockNow, transact } from "@posthorn/db";
import { AppError, extendedDueOn, mayExtend } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { parseReason } from "../staff/parse-reason.ts";
import { lockRequest, noteDeskAct } from "./desk-act.ts";
import { oweLetter } from "./owe-letter.ts";

/**
 * The letter about it is owed when this returns. Errors: forbidden `staff_role_missing`, `staff_not_fresh`; bad_request `reason_invalid`
 * with the field `reason`; not_found `rights_request_unknown`; conflict `rights_request_state`, `rights_not_extendable`.
 */
export async function extendRequest(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly requestId: string; readonly reason: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  const reason = parseReason(asked.reason);
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockRequest(trx, asked.requestId, ["open"]);
    const now = await clockNow(trx);
    const term = { kind: row.kind, completeAt: row.complete_at, extended: row.extended_at !== null };
    if (!mayExtend(term, now) || row.complete_at === null)
      throw new AppError("conflict", "rights_not_extendable");
    const dueOn = extendedDueOn(row.complete_at);
    await trx
      .updateTable("rights_request")
      .set({ extended_at: now, extended_by: reader.staff.staffId, extension_reason: reason, due_on: dueOn })
      .where("id", "=", row.id)
      .execute();
    await noteDeskAct(trx, reader, { requestId: row.id, event: "extended", at: now, words: reason });
    await oweLetter(
      trx,
      ctx,
      reader,
      row,
      { letter: "extension", until: dueOn.toString(), words: reason },
      now,
    );
  });
}
