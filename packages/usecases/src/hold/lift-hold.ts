// Lifts a hold before its end: asked by one officer, done by another; who asked cannot answer himself.

import { clockNow, transact } from "@posthorn/db";
import { AppError, parseHoldReason } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { lockPlaced } from "./lock-hold.ts";
import { bookHoldAct, tellOfHold } from "./write-hold-event.ts";

/**
 * It holds on until another has agreed. Errors: forbidden `staff_role_missing`, `staff_not_fresh`; bad_request `hold_invalid` with fields;
 * not_found `hold_unknown`; conflict `hold_not_placed`, `hold_over`, `hold_lift_asked`.
 */
export async function askLift(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly holdId: string; readonly reason: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  const reason = parseHoldReason(asked.reason);
  if (!reason.ok)
    throw new AppError("bad_request", "hold_invalid", {
      fields: reason.errors.map((error) => ({ ...error, path: "lift_reason" })),
    });
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockPlaced(trx, asked.holdId);
    if (row.lift_asked_by !== null) throw new AppError("conflict", "hold_lift_asked");
    const at = await clockNow(trx);
    await trx
      .updateTable("legal_hold")
      .set({ lift_asked_by: reader.staff.staffId, lift_asked_at: at, lift_reason: reason.value })
      .where("id", "=", row.id)
      .execute();
    await bookHoldAct(trx, reader, "hold_lift_asked", {
      holdId: row.id,
      event: "lift_asked",
      at,
      words: reason.value,
    });
  });
}

/** Whoever of the desk; it holds on as if nobody had asked. Errors: as `askLift`; conflict `hold_lift_not_asked`. */
export async function withdrawLift(ctx: Context, reader: StaffReader, holdId: string): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockPlaced(trx, holdId);
    if (row.lift_asked_by === null) throw new AppError("conflict", "hold_lift_not_asked");
    const at = await clockNow(trx);
    await trx
      .updateTable("legal_hold")
      .set({ lift_asked_by: null, lift_asked_at: null, lift_reason: null })
      .where("id", "=", row.id)
      .execute();
    await bookHoldAct(trx, reader, "hold_lift_withdrawn", { holdId, event: "lift_withdrawn", at });
  });
}

/** Lifted on return; the sender is told. Errors: as `askLift`; conflict `hold_lift_not_asked`, `hold_lift_own`: he asked for it himself. */
export async function confirmLift(ctx: Context, reader: StaffReader, holdId: string): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockPlaced(trx, holdId);
    if (row.lift_asked_by === null) throw new AppError("conflict", "hold_lift_not_asked");
    if (row.lift_asked_by === reader.staff.staffId) throw new AppError("conflict", "hold_lift_own");
    const at = await clockNow(trx);
    await trx
      .updateTable("legal_hold")
      .set({ state: "lifted", lifted_by: reader.staff.staffId, lifted_at: at })
      .where("id", "=", row.id)
      .execute();
    await bookHoldAct(trx, reader, "hold_lifted", { holdId, event: "lifted", at });
    const hold = { id: row.id, ground: row.ground, scope: row.scope, scopeId: row.scope_id };
    await tellOfHold(trx, ctx, hold, { kind: "hold_lifted", at });
  });
}
