// An account at a glance: credits, what needs attention, where its latest deliveries stand; every question is bounded.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import type { DeliveryStateName } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { countAskedOfSender } from "../rights/decide-as-sender.ts";
import { type AccountReader, scopeOf } from "./account-reader.ts";
import { listDeliveries, type SentLine } from "../delivery/list-deliveries.ts";

export interface AccountFacts {
  readonly credits: number;
  /** Deliveries that need something of the sender; 99 means that or more. */
  readonly attention: number;
  /** Requests about what was entrusted that wait for a decision, of the account as controller; 99 means that or more. */
  readonly requests: number;
}

export interface AttentionLine {
  readonly id: string;
  readonly subject: string;
  readonly name: string;
  readonly firstNames: string | null;
  readonly reason: "notice_failed" | "sms_failed" | "last_day_near";
  /** The last day to mend or to collect. */
  readonly until: Temporal.PlainDate | null;
}

export interface Overview extends AccountFacts {
  readonly attentionLines: readonly AttentionLine[];
  readonly states: readonly { readonly state: DeliveryStateName; readonly count: number }[];
  readonly latest: readonly SentLine[];
}

const ATTENTION_SHOWN = 8;
const ATTENTION_COUNTED = 99;
/** A window whose last day is today, tomorrow or the day after is near its end. */
const NEAR_HOURS = 72;
const STATES_OF_LATEST = 1000;
const LATEST_SHOWN = 5;

/** For the frame of every page: three small questions. */
export async function showAccountFacts(ctx: Context, reader: AccountReader): Promise<AccountFacts> {
  const { accountId } = reader;
  return transact(ctx.db, scopeOf(reader), async (trx) => ({
    credits: await creditBalance(trx, accountId),
    attention: (await findFailures(trx, accountId, ATTENTION_COUNTED)).length,
    requests: await countAskedOfSender(trx, accountId),
  }));
}

export async function showOverview(ctx: Context, reader: AccountReader): Promise<Overview> {
  const { accountId } = reader;
  const sums = await transact(ctx.db, scopeOf(reader), async (trx) => {
    const failures = await findFailures(trx, accountId, ATTENTION_COUNTED);
    const near = await findNearDeadlines(trx, accountId, ATTENTION_SHOWN);
    const { rows: states } = await sql<{ state: DeliveryStateName; count: number }>`
      SELECT state, count(*)::int AS count FROM (
        SELECT state FROM delivery WHERE account_id = ${accountId}
        ORDER BY accepted_at DESC, id DESC LIMIT ${STATES_OF_LATEST}) AS latest
      GROUP BY state`.execute(trx);
    return {
      credits: await creditBalance(trx, accountId),
      attention: failures.length,
      requests: await countAskedOfSender(trx, accountId),
      attentionLines: [...failures, ...near].slice(0, ATTENTION_SHOWN),
      states,
    };
  });
  const page = await listDeliveries(ctx, reader, {});
  return { ...sums, latest: page.lines.slice(0, LATEST_SHOWN) };
}

async function creditBalance(trx: Transaction, accountId: string): Promise<number> {
  const row = await trx
    .selectFrom("account_credit")
    .select("balance")
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row?.balance ?? 0;
}

async function findFailures(trx: Transaction, accountId: string, limit: number): Promise<AttentionLine[]> {
  const rows = await trx
    .selectFrom("delivery")
    .innerJoin("message", "message.id", "delivery.message_id")
    .leftJoin("delivery_timer", (join) =>
      join
        .onRef("delivery_timer.delivery_id", "=", "delivery.id")
        .on("delivery_timer.kind", "=", "repair_overdue"),
    )
    .select([
      "delivery.id",
      "delivery.state",
      "delivery.name",
      "delivery.first_names",
      "delivery.collect_until",
      "delivery_timer.due_at",
      "message.subject",
    ])
    .where("delivery.account_id", "=", accountId)
    .where("delivery.final_at", "is", null)
    // Written out: only without parameters it is seen to be the condition of the index.
    .where(sql<boolean>`(delivery.state = 'notice_failed' OR delivery.sms_failure_open)`)
    .orderBy("delivery.accepted_at", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject,
    name: row.name,
    firstNames: row.first_names,
    reason: row.state === "notice_failed" ? "notice_failed" : "sms_failed",
    until: row.due_at ? row.due_at.toZonedDateTimeISO("Europe/Brussels").toPlainDate() : row.collect_until,
  }));
}

async function findNearDeadlines(
  trx: Transaction,
  accountId: string,
  limit: number,
): Promise<AttentionLine[]> {
  const now = await clockNow(trx);
  const rows = await trx
    .selectFrom("delivery")
    .innerJoin("message", "message.id", "delivery.message_id")
    .select([
      "delivery.id",
      "delivery.name",
      "delivery.first_names",
      "delivery.collect_until",
      "message.subject",
    ])
    .where("delivery.account_id", "=", accountId)
    .where("delivery.final_at", "is", null)
    .where("delivery.state", "=", "notified")
    .where("delivery.sms_failure_open", "=", false)
    .where("delivery.deadline_at", ">", now)
    .where("delivery.deadline_at", "<=", now.add({ hours: NEAR_HOURS }))
    .orderBy("delivery.deadline_at")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject,
    name: row.name,
    firstNames: row.first_names,
    reason: "last_day_near",
    until: row.collect_until,
  }));
}
