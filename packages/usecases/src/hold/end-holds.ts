// Ends holds whose day has come, and tells their senders two weeks ahead; what a hold keeps ends with its date, whether or not this runs.

import { clockNow, type LegalHoldTable, type Selectable, sql, transact } from "@posthorn/db";
import { HOLD_TOLD_DAYS } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { tellOfHold, writeHoldEvent } from "./write-hold-event.ts";

const BATCH = 100;

/** Idempotent: each end is booked once, and told once ahead and once when it has come. Returns how many were told of. */
export async function endHolds(ctx: Context): Promise<number> {
  return transact(ctx.db, {}, async (trx) => {
    const at = await clockNow(trx);
    const { rows: ended } = await sql<Row>`
      UPDATE legal_hold SET state = 'ended' WHERE id IN (SELECT id FROM legal_hold
          WHERE state = 'placed' AND ends_on < retention.today() ORDER BY ends_on LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
        RETURNING id, scope, scope_id, ground, ends_on`.execute(trx);
    for (const row of ended) {
      await writeHoldEvent(trx, { holdId: row.id, event: "ended", at, endsOn: row.ends_on });
      await tellOfHold(trx, ctx, holdOf(row), { kind: "hold_ended", at });
    }
    const { rows: ending } = await sql<Row>`
      UPDATE legal_hold SET end_told_for = ends_on WHERE id IN (SELECT id FROM legal_hold
          WHERE state = 'placed' AND ends_on BETWEEN retention.today() AND retention.today() + ${HOLD_TOLD_DAYS}::int
            AND end_told_for IS DISTINCT FROM ends_on ORDER BY ends_on LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
        RETURNING id, scope, scope_id, ground, ends_on`.execute(trx);
    for (const row of ending) {
      const facts = { until: row.ends_on?.toString() ?? "" };
      await tellOfHold(trx, ctx, holdOf(row), { kind: "hold_ends", facts, at });
    }
    return ended.length + ending.length;
  });
}

type Row = Pick<Selectable<LegalHoldTable>, "id" | "scope" | "scope_id" | "ground" | "ends_on">;

function holdOf({ id, scope, scope_id: scopeId, ground }: Row) {
  return { id, scope, scopeId, ground };
}
