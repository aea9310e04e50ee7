// One hold at the privacy desk: what it names, what of it is still there, and everything that happened to it.

import { type LegalHoldEventTable, sql, transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { findHoldSubject, type HoldSubject } from "./hold-subject.ts";
import type { DeskHoldLine } from "./list-holds.ts";

export interface HoldHistoryLine {
  readonly event: LegalHoldEventTable["event"];
  readonly at: Temporal.Instant;
  /** Name of the officer; null where the sender asked, or the day came. */
  readonly by: string | null;
  readonly words: string | null;
  readonly endsOn: Temporal.PlainDate | null;
}

export interface HoldView extends DeskHoldLine {
  readonly reason: string;
  readonly decisionWords: string | null;
  /** Null where it is gone without a trace but its id. */
  readonly subject: HoldSubject | null;
  readonly liftReason: string | null;
  /** Id of the officer who asked for its end. */
  readonly liftAskedBy: string | null;
  /** Placed, and its last day has not passed. */
  readonly holds: boolean;
  readonly today: Temporal.PlainDate;
  /** The oldest first. */
  readonly history: readonly HoldHistoryLine[];
}

/** The look is logged. Errors: forbidden `staff_role_missing`; not_found `hold_unknown`. */
export async function viewHold(ctx: Context, reader: StaffReader, holdId: string): Promise<HoldView> {
  requireReader(reader.staff, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    const row = await trx
      .selectFrom("legal_hold")
      .selectAll()
      .select(sql<Temporal.PlainDate>`retention.today()`.as("today"))
      .where("id", "=", holdId)
      .executeTakeFirst();
    if (!row) throw new AppError("not_found", "hold_unknown");
    await logStaffAct(trx, {
      act: "hold_viewed",
      at: reader.arrivedAt,
      visitor: reader.visitor,
      staffId: reader.staff.staffId,
      subject: row.id,
    });
    const running = row.ends_on !== null && Temporal.PlainDate.compare(row.ends_on, row.today) >= 0;
    return {
      id: row.id,
      scope: row.scope,
      scopeId: row.scope_id,
      ground: row.ground,
      state: row.state,
      bySender: row.asked_by !== null,
      askedAt: row.asked_at,
      endsOn: row.ends_on,
      liftAsked: row.lift_asked_by !== null && row.state === "placed",
      reason: row.reason,
      decisionWords: row.decision_words,
      subject: await findHoldSubject(trx, row.scope, row.scope_id),
      liftReason: row.lift_reason,
      liftAskedBy: row.lift_asked_by,
      holds: row.state === "placed" && running,
      today: row.today,
      history: await readHistory(trx, row.id),
    };
  });
}

async function readHistory(trx: Transaction, holdId: string): Promise<readonly HoldHistoryLine[]> {
  const rows = await trx
    .selectFrom("legal_hold_event as e")
    .leftJoin("staff as s", "s.id", "e.staff_id")
    .select(["e.event", "e.at", "e.words", "e.ends_on", "s.first_names", "s.family_name"])
    .where("e.hold_id", "=", holdId)
    .orderBy("e.id")
    .execute();
  return rows.map((row) => ({
    event: row.event,
    at: row.at,
    by: row.family_name === null ? null : `${row.first_names} ${row.family_name}`,
    words: row.words,
    endsOn: row.ends_on,
  }));
}
