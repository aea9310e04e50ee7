// What of a message or delivery falls on which day, by the rules in force, and what a hold keeps: the countdown of its sender.

import { sql, transact, type Transaction } from "@posthorn/db";
import { AppError, brusselsDay, type RuleId } from "@posthorn/domain";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";
import { heldUntil } from "./hold-subject.ts";
import { holdsUpon, type OwnHold } from "./own-holds.ts";

export interface KeptLine {
  readonly what: "content" | "addressee" | "identification" | "evidence";
  readonly rule: RuleId;
  /** How long it is kept from the end on: whole months, or days. */
  readonly period: { readonly months: number; readonly days: number };
  /** The day from whose beginning it is due; null as long as a delivery runs. */
  readonly fallsOn: Temporal.PlainDate | null;
  readonly gone: boolean;
}

export interface KeptView {
  readonly messageId: string;
  readonly lines: readonly KeptLine[];
  /** The last day on which a hold keeps all of it; null where none does. */
  readonly heldUntil: Temporal.PlainDate | null;
  /** What waits or holds, as far as the reader may see it. */
  readonly holds: readonly OwnHold[];
  readonly retentionDays: number;
  /** Whether the sender may still say how long the content is kept. */
  readonly adjustable: boolean;
  /** Day on which the timestamps were last asked to be renewed, of a delivery. */
  readonly stampsAskedOn: Temporal.PlainDate | null;
  readonly today: Temporal.PlainDate;
}

/** Errors: not_found `delivery_not_found`, another account's too. */
export async function viewKeptDelivery(
  ctx: Context,
  reader: AccountReader,
  deliveryId: string,
): Promise<KeptView> {
  return transact(ctx.db, scopeOf(reader), async (trx) => {
    const row = await trx
      .selectFrom("delivery")
      .select(["id", "message_id", "final_at", "addressee_erased_at", "stamps_asked_on"])
      .where("id", "=", deliveryId)
      .executeTakeFirst();
    if (!row) throw new AppError("not_found", "delivery_not_found");
    const kept = await viewKept(trx, reader, row.message_id, {
      deliveryIds: [row.id],
      endedAt: row.final_at,
      addresseeGone: row.addressee_erased_at !== null,
    });
    return { ...kept, stampsAskedOn: row.stamps_asked_on };
  });
}

/** Counted from the end of its last delivery. Errors: not_found `message_not_found`, another account's too. */
export async function viewKeptMessage(
  ctx: Context,
  reader: AccountReader,
  messageId: string,
): Promise<KeptView> {
  return transact(ctx.db, scopeOf(reader), async (trx) => {
    const deliveries = await trx
      .selectFrom("delivery")
      .select(["id", "addressee_erased_at"])
      .where("message_id", "=", messageId)
      .execute();
    const message = await trx
      .selectFrom("message")
      .select("final_at")
      .where("id", "=", messageId)
      .executeTakeFirst();
    if (!message) throw new AppError("not_found", "message_not_found");
    return viewKept(trx, reader, messageId, {
      deliveryIds: deliveries.map(({ id }) => id),
      endedAt: message.final_at,
      addresseeGone: deliveries.every((row) => row.addressee_erased_at !== null),
    });
  });
}

async function viewKept(
  trx: Transaction,
  reader: AccountReader,
  messageId: string,
  of: {
    readonly deliveryIds: readonly string[];
    readonly endedAt: Temporal.Instant | null;
    readonly addresseeGone: boolean;
  },
): Promise<KeptView> {
  const message = await trx
    .selectFrom("message")
    .select(["content_retention_days", "content_falls_on", "content_erased_at", "account_id"])
    .select(sql<Temporal.PlainDate>`retention.today()`.as("today"))
    .where("id", "=", messageId)
    .executeTakeFirstOrThrow();
  const endDay = of.endedAt === null ? null : brusselsDay(of.endedAt);
  const rules = await readRules(trx, message.account_id, endDay);
  const line = (what: KeptLine["what"], rule: RuleId, gone: boolean): KeptLine => {
    const { months = 0, days = 0, falls_on: fallsOn = null } = rules.get(rule) ?? {};
    return { what, rule, period: { months, days }, fallsOn, gone };
  };
  const evidence = line("evidence", "R9", false);
  const contentGone = message.content_erased_at !== null;
  const content: KeptLine = {
    what: "content",
    rule: "R8.sender",
    period: { months: 0, days: message.content_retention_days },
    // Never longer than the evidence.
    fallsOn: earlier(message.content_falls_on, evidence.fallsOn),
    gone: contentGone,
  };
  const held = [...(await heldUntil(trx, of.deliveryIds)).values()].toSorted(Temporal.PlainDate.compare);
  return {
    messageId,
    lines: [
      content,
      line("addressee", "R7", of.addresseeGone),
      line("identification", "R6", false),
      evidence,
    ],
    heldUntil: held.at(-1) ?? null,
    holds: await holdsUpon(trx, { accountId: reader.accountId, messageId, deliveryIds: of.deliveryIds }),
    retentionDays: message.content_retention_days,
    adjustable: !contentGone,
    stampsAskedOn: null,
    today: message.today,
  };
}

interface RuleRow {
  readonly months: number;
  readonly days: number;
  readonly falls_on: Temporal.PlainDate | null;
}

async function readRules(
  trx: Transaction,
  accountId: string,
  endDay: Temporal.PlainDate | null,
): Promise<ReadonlyMap<string, RuleRow>> {
  const { rows } = await sql<RuleRow & { readonly rule: string }>`
    SELECT rule, (extract(year FROM kept) * 12 + extract(month FROM kept))::int AS months, extract(day FROM kept)::int AS days,
      CASE WHEN ${endDay}::date IS NOT NULL THEN retention.falls_on(rule, ${endDay}::date, ${accountId}) END AS falls_on
    FROM (SELECT rule, retention.kept(rule, ${accountId}) AS kept FROM unnest(ARRAY['R6','R7','R9']) AS rule) r`.execute(
    trx,
  );
  return new Map(rows.map((row) => [row.rule, row]));
}

function earlier(
  one: Temporal.PlainDate | null,
  other: Temporal.PlainDate | null,
): Temporal.PlainDate | null {
  if (one === null || other === null) return one;
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
}
