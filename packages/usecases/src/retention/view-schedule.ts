// The retention schedule with the periods that are in force: of the code, or as the provider set them otherwise for all.

import { sql, transact } from "@posthorn/db";
import {
  type CalendarPeriod,
  isCalendarPeriod,
  type Period,
  RETENTION_RULES,
  type RetentionRule,
} from "@posthorn/domain";
import type { Context } from "../context.ts";

export interface ScheduleLine {
  readonly rule: RetentionRule;
  /** In force now. */
  readonly period: Period;
  /** From when it was set otherwise than the code has it; null where it was not. */
  readonly changedAt: Temporal.Instant | null;
}

interface Row {
  readonly rule: string;
  readonly months: number;
  readonly days: number;
  readonly since: Temporal.Instant | null;
}

/** Anybody may see it. What single accounts set for their own content is not in it. */
export async function viewSchedule({ db }: Pick<Context, "db">): Promise<readonly ScheduleLine[]> {
  const rows = await transact(db, {}, async (trx) => {
    const answer = await sql<Row>`SELECT DISTINCT ON (rule) rule,
        (extract(year FROM kept) * 12 + extract(month FROM kept))::int AS months, extract(day FROM kept)::int AS days,
        nullif(effective_at, '-infinity') AS since
      FROM (SELECT rule, kept, effective_at, 1 AS nearness FROM retention_change
          WHERE account_id IS NULL AND withdrawn_at IS NULL AND effective_at <= clock.now()
        UNION ALL SELECT rule, kept, effective_at, 2 FROM retention_period WHERE effective_at <= clock.now()) in_force
      ORDER BY rule, nearness, effective_at DESC`.execute(trx);
    return new Map(answer.rows.map((row) => [row.rule, row]));
  });
  return (Object.values(RETENTION_RULES) as readonly RetentionRule[]).map((rule) => {
    const row = rows.get(rule.id);
    const { period } = rule;
    if (row === undefined || !isCalendarPeriod(period)) return { rule, period, changedAt: null };
    const inForce = periodOf(row, period);
    const same = inForce.kind === period.kind && inForce.count === period.count;
    return { rule, period: inForce, changedAt: same ? null : row.since };
  });
}

/** Whole years are said in years only where the rule itself is. */
function periodOf({ months, days }: Row, own: CalendarPeriod): CalendarPeriod {
  const atMost = own.atMost === true ? { atMost: true as const } : {};
  if (months === 0) return { kind: "days", count: days, ...atMost };
  if (own.kind === "years" && months % 12 === 0) return { kind: "years", count: months / 12, ...atMost };
  return { kind: "months", count: months, ...atMost };
}
