// The periods of the rules: in force today, set by whom and why, and those that are to come.

import { sql, transact, type Transaction } from "@posthorn/db";
import {
  type CalendarPeriod,
  isCalendarPeriod,
  RETENTION_RULES,
  type RetentionRule,
  RULE_IDS,
  type RuleId,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";

export interface PeriodChange {
  readonly id: string;
  readonly rule: RuleId;
  /** Null: for all. */
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly period: CalendarPeriod;
  readonly reason: string;
  readonly shorter: boolean;
  readonly proposedBy: string;
  /** Id of the officer. */
  readonly proposer: string;
  readonly proposedAt: Temporal.Instant;
  readonly secondedBy: string | null;
  readonly secondedAt: Temporal.Instant | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Temporal.Instant | null;
  /** From then on; null until a second officer has agreed. */
  readonly effectiveAt: Temporal.Instant | null;
}

/** What a change is doing: waits for a second officer, is to come, counts, or came to nothing. */
export type ChangeStanding = "waits" | "coming" | "in_force" | "withdrawn";

export interface PeriodLine {
  readonly rule: RetentionRule;
  /** For all; null where it is no length of time of its own. */
  readonly inForce: CalendarPeriod | null;
  /** The newest first, of all accounts. */
  readonly changes: readonly PeriodChange[];
}

const CHANGES_SHOWN = 200;

export function standingOf(change: PeriodChange, now: Temporal.Instant): ChangeStanding {
  if (change.withdrawnAt !== null) return "withdrawn";
  if (change.effectiveAt === null) return "waits";
  return Temporal.Instant.compare(change.effectiveAt, now) > 0 ? "coming" : "in_force";
}

/** Every rule; the look is logged. Errors: forbidden `staff_role_missing`. */
export async function listPeriods(ctx: Context, reader: StaffReader): Promise<readonly PeriodLine[]> {
  requireReader(reader.staff, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    await logStaffAct(trx, {
      act: "periods_listed",
      at: reader.arrivedAt,
      visitor: reader.visitor,
      staffId: reader.staff.staffId,
    });
    const inForce = await readInForce(trx, null);
    const changes = await readChanges(trx);
    return RULE_IDS.map((id) => ({
      rule: RETENTION_RULES[id],
      inForce: inForce.get(id) ?? null,
      changes: changes.filter(({ rule }) => rule === id),
    }));
  });
}

/** By rule; for one account, or for all. Rules that fall with others, at once or within hours are not in it. */
export async function readInForce(
  trx: Transaction,
  accountId: string | null,
): Promise<ReadonlyMap<RuleId, CalendarPeriod>> {
  const counted = RULE_IDS.filter((id) => isCalendarPeriod(RETENTION_RULES[id].period));
  const { rows } = await sql<{ rule: RuleId; months: number; days: number }>`
    SELECT rule, ${monthsOf("kept")} AS months, ${daysOf("kept")} AS days
    FROM (SELECT rule, retention.kept(rule, ${accountId}) AS kept FROM unnest(${counted}::text[]) AS rule) r`.execute(
    trx,
  );
  return new Map(rows.map((row) => [row.rule, periodOf(row.rule, row)]));
}

export async function readChanges(trx: Transaction): Promise<readonly PeriodChange[]> {
  const rows = await trx
    .selectFrom("retention_change as c")
    .innerJoin("staff as p", "p.id", "c.proposed_by")
    .leftJoin("staff as s", "s.id", "c.seconded_by")
    .leftJoin("staff as w", "w.id", "c.withdrawn_by")
    .selectAll("c")
    .select([
      sql<number>`(extract(year FROM c.kept) * 12 + extract(month FROM c.kept))::int`.as("months"),
      sql<number>`extract(day FROM c.kept)::int`.as("days"),
      sql<string>`p.first_names || ' ' || p.family_name`.as("proposer_name"),
      sql<string | null>`s.first_names || ' ' || s.family_name`.as("seconder_name"),
      sql<string | null>`w.first_names || ' ' || w.family_name`.as("withdrawer_name"),
      sql<string | null>`(SELECT h.label FROM retention.hold_subject('account', c.account_id) h)`.as(
        "account_name",
      ),
    ])
    .orderBy("c.proposed_at", "desc")
    .orderBy("c.id", "desc")
    .limit(CHANGES_SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    rule: row.rule as RuleId,
    account: row.account_id === null ? null : { id: row.account_id, name: row.account_name ?? "" },
    period: periodOf(row.rule as RuleId, row),
    reason: row.reason,
    shorter: row.shorter,
    proposedBy: row.proposer_name,
    proposer: row.proposed_by,
    proposedAt: row.proposed_at,
    secondedBy: row.seconder_name,
    secondedAt: row.seconded_at,
    withdrawnBy: row.withdrawer_name,
    withdrawnAt: row.withdrawn_at,
    effectiveAt: row.effective_at,
  }));
}

function monthsOf(column: string) {
  return sql`(extract(year FROM ${sql.ref(column)}) * 12 + extract(month FROM ${sql.ref(column)}))::int`;
}

function daysOf(column: string) {
  return sql`extract(day FROM ${sql.ref(column)})::int`;
}

/** In the unit in which the rule itself is counted, where it comes out even. */
function periodOf(rule: RuleId, kept: { readonly months: number; readonly days: number }): CalendarPeriod {
  const own = RETENTION_RULES[rule].period;
  const atMost = isCalendarPeriod(own) && own.atMost === true ? ({ atMost: true } as const) : {};
  if (kept.months === 0) return { kind: "days", count: kept.days, ...atMost };
  return own.kind === "years" && kept.months % 12 === 0
    ? { kind: "years", count: kept.months / 12, ...atMost }
    : { kind: "months", count: kept.months, ...atMost };
}
