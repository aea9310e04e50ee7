// Ends sessions of one of the staff by his own will: this one by signing out, another, or all others.

import { clockNow, transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { Visitor } from "../record/log-use.ts";
import type { StaffMember } from "./load-staff-session.ts";
import { logStaffAct } from "./log-staff-act.ts";

interface Asked {
  readonly staff: Pick<StaffMember, "staffId" | "sessionId">;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

export async function signOutStaff(ctx: Context, asked: Asked): Promise<void> {
  const { staff, visitor, arrivedAt } = asked;
  await transact(ctx.db, {}, async (trx) => {
    await trx
      .updateTable("staff_session")
      .set({ ended_at: await clockNow(trx), ended_because: "signed_out" })
      .where("id", "=", staff.sessionId)
      .where("ended_at", "is", null)
      .execute();
    await logStaffAct(trx, {
      act: "signed_out",
      at: arrivedAt,
      visitor,
      staffId: staff.staffId,
      subject: staff.sessionId,
    });
  });
}

/** Errors: not_found `session_unknown`: not his, or over. */
export async function endStaffSession(
  ctx: Context,
  asked: Asked & { readonly sessionId: string },
): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    const ended = await trx
      .updateTable("staff_session")
      .set({ ended_at: await clockNow(trx), ended_because: "revoked" })
      .where("id", "=", asked.sessionId)
      .where("staff_id", "=", asked.staff.staffId)
      .where("ended_at", "is", null)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) throw new AppError("not_found", "session_unknown");
    await logStaffAct(trx, {
      act: "session_ended",
      at: asked.arrivedAt,
      visitor: asked.visitor,
      staffId: asked.staff.staffId,
      subject: asked.sessionId,
    });
  });
}

/** Leaves the one it is asked from. Ends none where there is no other. */
export async function endOtherStaffSessions(ctx: Context, asked: Asked): Promise<void> {
  const { staff, visitor, arrivedAt } = asked;
  await transact(ctx.db, {}, async (trx) => {
    const ended = await trx
      .updateTable("staff_session")
      .set({ ended_at: await clockNow(trx), ended_because: "revoked" })
      .where("staff_id", "=", staff.staffId)
      .where("id", "<>", staff.sessionId)
      .where("ended_at", "is", null)
      .returning("id")
      .execute();
    for (const { id } of ended)
      await logStaffAct(trx, {
        act: "session_ended",
        at: arrivedAt,
        visitor,
        staffId: staff.staffId,
        subject: id,
      });
  });
}
