// Renews a hold before its end, with a reason: never by silence.

import { clockNow, transact } from "@posthorn/db";
import { AppError, parseHoldEnd, parseHoldReason } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { lockHolds } from "./hold-subject.ts";
import { lockPlaced, readToday } from "./lock-hold.ts";
import { bookHoldAct } from "./write-hold-event.ts";

/**
 * Errors: forbidden `staff_role_missing`, `staff_not_fresh`; bad_request `hold_invalid` with fields (an end that is no later is not taken:
 * to end a hold sooner takes two); not_found `hold_unknown`; conflict `hold_not_placed`, `hold_over`.
 */
export async function renewHold(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly holdId: string; readonly endsOn: string; readonly reason: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  const reason = parseHoldReason(asked.reason);
  await transact(ctx.db, {}, async (trx) => {
    // Who erases at the turn of its last day has done so before, and the end is looked at after that; or finds the new one.
    await lockHolds(trx);
    const row = await lockPlaced(trx, asked.holdId);
    const end = parseHoldEnd(asked.endsOn, await readToday(trx), row.ends_on);
    if (!reason.ok || !end.ok)
      throw new AppError("bad_request", "hold_invalid", {
        fields: [...(reason.ok ? [] : reason.errors), ...(end.ok ? [] : end.errors)],
      });
    const at = await clockNow(trx);
    await trx.updateTable("legal_hold").set({ ends_on: end.value }).where("id", "=", row.id).execute();
    await bookHoldAct(trx, reader, "hold_renewed", {
      holdId: row.id,
      event: "renewed",
      at,
      words: reason.value,
      endsOn: end.value,
    });
  });
}
