// Sets another period for a rule: longer at once by one officer, shorter seven days after a second one has agreed.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import {
  AppError,
  type CalendarPeriod,
  changeTakesEffect,
  type FieldError,
  isCalendarPeriod,
  judgeChange,
  type PeriodBounds,
  RETENTION_RULES,
  RULE_IDS,
  type RuleId,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { findHoldSubject } from "../hold/hold-subject.ts";
import { requireFreshOfficer, requireOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { parseReason } from "../staff/parse-reason.ts";
import { readInForce } from "./read-periods.ts";

export interface WantedPeriod {
  readonly rule: string;
  /** Empty: for all. */
  readonly accountId: string;
  /** As typed, in the unit of the rule. */
  readonly count: string;
}

export interface PeriodEffect {
  readonly rule: RuleId;
  readonly accountId: string | null;
  readonly period: CalendarPeriod;
  readonly inForce: CalendarPeriod;
  readonly verdict: "longer" | "shorter";
  /** What would be gone by the next night if it were in force now; null where nothing counts it. */
  readonly falls: number | null;
}

/**
 * What a change would do; changes nothing. Errors: forbidden `staff_role_missing`; not_found `rule_unknown`, also of a rule that the provider
 * may not set; bad_request `period_invalid` with the fields `count`, `account`.
 */
export async function foreseePeriod(
  ctx: Context,
  reader: StaffReader,
  wanted: WantedPeriod,
): Promise<PeriodEffect> {
  requireOfficer(reader.staff, "privacy_officer");
  return transact(ctx.db, {}, (trx) => judge(trx, wanted));
}

/**
 * Longer: in force on return, since nobody loses anything by it and one person's reason is enough. Shorter: waits for a second officer.
 * Returns the change's id. Errors: as `foreseePeriod`; forbidden `staff_not_fresh`; bad_request `reason_invalid`.
 */
export async function proposePeriod(
  ctx: Context,
  reader: StaffReader,
  wanted: WantedPeriod & { readonly reason: string },
): Promise<string> {
  requireFreshOfficer(reader, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    const effect = await judge(trx, wanted);
    const reason = parseReason(wanted.reason);
    const at = await clockNow(trx);
    const id = ctx.newId("prd", at);
    const shorter = effect.verdict === "shorter";
    await trx
      .insertInto("retention_change")
      .values({
        id,
        rule: effect.rule,
        account_id: effect.accountId,
        kept: intervalOf(effect.period),
        reason,
        shorter,
        proposed_by: reader.staff.staffId,
        proposed_at: at,
        effective_at: shorter ? null : changeTakesEffect("longer", at),
      })
      .execute();
    await log(trx, reader, "period_proposed", id, reason);
    return id;
  });
}

/**
 * In force from seven days after this on, whole days in Brussels. Errors: forbidden `staff_role_missing`, `staff_not_fresh`; not_found
 * `change_unknown`; conflict `change_decided`, `change_own`: he proposed it himself.
 */
export async function secondPeriod(ctx: Context, reader: StaffReader, changeId: string): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockChange(trx, changeId);
    if (row.withdrawn_at !== null || row.effective_at !== null)
      throw new AppError("conflict", "change_decided");
    if (row.proposed_by === reader.staff.staffId) throw new AppError("conflict", "change_own");
    const at = await clockNow(trx);
    await trx
      .updateTable("retention_change")
      .set({
        seconded_by: reader.staff.staffId,
        seconded_at: at,
        effective_at: changeTakesEffect("shorter", at),
      })
      .where("id", "=", changeId)
      .execute();
    await log(trx, reader, "period_seconded", changeId);
  });
}

/**
 * What waits, or is to come; what is in force is changed by another change. Errors: as `secondPeriod`; conflict `change_in_force`.
 */
export async function withdrawPeriod(ctx: Context, reader: StaffReader, changeId: string): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockChange(trx, changeId);
    const at = await clockNow(trx);
    if (row.withdrawn_at !== null) throw new AppError("conflict", "change_decided");
    if (row.effective_at !== null && Temporal.Instant.compare(row.effective_at, at) <= 0)
      throw new AppError("conflict", "change_in_force");
    await trx
      .updateTable("retention_change")
      .set({ withdrawn_by: reader.staff.staffId, withdrawn_at: at })
      .where("id", "=", changeId)
      .execute();
    await log(trx, reader, "period_withdrawn", changeId);
  });
}

/** Whether the provider may set it, and for which unit it is asked. */
export function settableRule(id: string): RuleId | null {
  const rule = RULE_IDS.find((each) => each === id);
  return rule !== undefined && RETENTION_RULES[rule].adjustable?.by.includes("provider") === true
    ? rule
    : null;
}

async function judge(trx: Transaction, wanted: WantedPeriod): Promise<PeriodEffect> {
  const rule = settableRule(wanted.rule);
  const own = rule === null ? null : RETENTION_RULES[rule].period;
  if (rule === null || own === null || !isCalendarPeriod(own))
    throw new AppError("not_found", "rule_unknown");
  const accountId = wanted.accountId.trim() === "" ? null : wanted.accountId.trim();
  const account = accountId === null ? null : await findHoldSubject(trx, "account", accountId);
  if (accountId !== null && (account === null || account.gone))
    throw invalid([{ path: "account", code: "account_unknown" }]);
  const periods = await readInForce(trx, accountId);
  const inForce = periods.get(rule) ?? own;
  const count = /^\d{1,5}$/.test(wanted.count.trim()) ? Number(wanted.count) : Number.NaN;
  const period: CalendarPeriod = { ...own, count };
  const adjustable = boundsOf(rule, periods);
  const verdict = judgeChange(inForce, period, adjustable);
  if (verdict === "out_of_bounds")
    throw invalid([
      {
        path: "count",
        code: "out_of_range",
        params: { min: adjustable?.min.count ?? 0, max: adjustable?.max.count ?? 0 },
      },
    ]);
  if (verdict === "same") throw invalid([{ path: "count", code: "period_unchanged" }]);
  const { rows } = await sql<{ n: string | number | null }>`
    SELECT retention.effect_of(${rule}, ${intervalOf(period)}::interval, ${accountId}) AS n`.execute(trx);
  const n = rows[0]?.n ?? null;
  return { rule, accountId, period, inForce, verdict, falls: n === null ? null : Number(n) };
}

/**
 * Those of the rule; and who collected is never known for longer (R6) than what he collected is evidenced (R9): the records of the log that
 * hang on a delivery go with it.
 */
function boundsOf(
  rule: RuleId,
  inForce: ReadonlyMap<RuleId, CalendarPeriod>,
): Pick<PeriodBounds, "min" | "max"> | undefined {
  const { adjustable } = RETENTION_RULES[rule];
  const [log, evidence] = [inForce.get("R6"), inForce.get("R9")];
  if (adjustable === undefined || log === undefined || evidence === undefined) return adjustable;
  if (rule === "R6") return { min: adjustable.min, max: evidence };
  return rule === "R9" ? { min: log, max: adjustable.max } : adjustable;
}

async function lockChange(trx: Transaction, changeId: string) {
  const row = await trx
    .selectFrom("retention_change")
    .select(["proposed_by", "withdrawn_at", "effective_at"])
    .where("id", "=", changeId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError("not_found", "change_unknown");
  return row;
}

function intervalOf({ count, kind }: CalendarPeriod): string {
  return `${count} ${kind}`;
}

async function log(
  trx: Transaction,
  reader: StaffReader,
  act: "period_proposed" | "period_seconded" | "period_withdrawn",
  subject: string,
  reason?: string,
): Promise<void> {
  await logStaffAct(trx, {
    act,
    at: reader.arrivedAt,
    visitor: reader.visitor,
    staffId: reader.staff.staffId,
    subject,
    ...(reason === undefined ? {} : { reason }),
  });
}

function invalid(fields: readonly FieldError[]): AppError {
  return new AppError("bad_request", "period_invalid", { fields });
}
