// How many letters wait at the postal desk, and how many of them press.

import { sql, transact, type Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { FELL_OUT, HAS_PROBLEM, soonBefore, WAITS } from "./waiting-letters.ts";

export interface QueueCounts {
  readonly waiting: number;
  /** Last day to post them within two days, or past. */
  readonly soon: number;
  /** Cannot be made before the address is mended. */
  readonly problems: number;
  readonly fallenOut: number;
}

/** Errors: forbidden `staff_role_missing`. The caller logs the look. */
export async function countQueue(ctx: Context, reader: StaffReader): Promise<QueueCounts> {
  requireReader(reader.staff, "postal_operator");
  return transact(ctx.db, {}, (trx) => countWaiting(trx, reader.arrivedAt));
}

export function countWaiting(trx: Transaction, now: Temporal.Instant): Promise<QueueCounts> {
  return trx
    .selectFrom("delivery")
    .select([
      sql<number>`count(*)::int`.as("waiting"),
      sql<number>`(count(*) FILTER (WHERE first_to_print_at < ${soonBefore(now)}))::int`.as("soon"),
      sql<number>`(count(*) FILTER (WHERE ${HAS_PROBLEM}))::int`.as("problems"),
      sql<number>`(count(*) FILTER (WHERE ${FELL_OUT}))::int`.as("fallenOut"),
    ])
    .where(WAITS)
    .executeTakeFirstOrThrow();
}
