// What the files of an own export hold, counted, each with the rule that says until when it is kept: for the page that is read first.

import { sql, transact, type Transaction } from "@posthorn/db";
import type { Period, RetentionRule, RuleId } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { viewSchedule } from "../retention/view-schedule.ts";

export type HeldKind =
  | "account"
  | "sign_in"
  | "sessions"
  | "uses"
  | "identifications"
  | "agreements"
  | "requests"
  | "received"
  | "sent"
  | "evidence"
  | "contacts";

export interface HeldLine {
  readonly what: HeldKind;
  readonly count: number;
  readonly rule: RetentionRule;
  /** In force now, as the account has chosen where that is his to choose. */
  readonly period: Period;
}

export interface OwnSummary {
  readonly name: string;
  readonly email: string;
  readonly madeAt: Temporal.Instant;
  readonly lines: readonly HeldLine[];
}

export interface SummaryPort {
  /** A PDF in the words of who takes his data out. */
  summaryOf(summary: OwnSummary): Promise<Uint8Array>;
}

type Counts = readonly (readonly [HeldKind, RuleId, number])[];

/** `own` is what was counted of the person himself; a private account's content is counted here. */
export async function summariseOwn(
  ctx: Context,
  reader: { readonly personId: string; readonly accountId: string; readonly private: boolean },
  own: Counts,
): Promise<readonly HeldLine[]> {
  const schedule = new Map((await viewSchedule(ctx)).map((line) => [line.rule.id, line]));
  const { personId, accountId } = reader;
  const { counts, days } = await transact(ctx.db, { personId, accountId }, async (trx) => ({
    counts: [
      ...own,
      ["uses", "R6", await countUses(trx, personId)] as const,
      ...(reader.private ? await countContent(trx, reader) : []),
    ],
    days: await readDays(trx, accountId),
  }));
  return counts.flatMap(([what, id, count]): HeldLine[] => {
    const line = schedule.get(id);
    if (line === undefined) return [];
    const chosen = line.rule.adjustable?.by.includes("account") === true;
    return [{ what, count, rule: line.rule, period: chosen ? { kind: "days", count: days } : line.period }];
  });
}

async function countUses(trx: Transaction, personId: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`SELECT count(*)::int AS count FROM use_log WHERE person_id = ${personId}`.execute(trx);
  return rows[0]?.count ?? 0;
}

async function countContent(
  trx: Transaction,
  { personId, accountId }: { readonly personId: string; readonly accountId: string },
): Promise<Counts> {
  const { rows } = await sql<Record<"received" | "sent" | "deliveries" | "contacts", number>>`SELECT
    (SELECT count(*)::int FROM inbox_entry WHERE person_id = ${personId} AND ended_at IS NULL) AS received,
    (SELECT count(*)::int FROM message WHERE account_id = ${accountId}) AS sent,
    (SELECT count(*)::int FROM delivery WHERE account_id = ${accountId}) AS deliveries,
    (SELECT count(*)::int FROM contact WHERE account_id = ${accountId}) AS contacts`.execute(trx);
  const { received = 0, sent = 0, deliveries = 0, contacts = 0 } = rows[0] ?? {};
  return [
    ["received", "R8.registered", received],
    ["sent", "R8.sender", sent],
    ["evidence", "R9", deliveries],
    ["contacts", "R18", contacts],
  ];
}

/** How long the account keeps content, by its own choice. */
async function readDays(trx: Transaction, accountId: string): Promise<number> {
  const row = await trx
    .selectFrom("account")
    .select("content_retention_days")
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  return row.content_retention_days;
}
