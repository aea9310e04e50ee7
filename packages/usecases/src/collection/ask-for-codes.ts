// The addressee asks for the two one-time codes: the use of the notice is booked first, then a challenge is made.

import { clockNow, type DeliveryRow, lockDelivery, snapshotOf, sql, transact, type Transaction } from "@posthorn/db";
import { AppError, decide } from "@posthorn/domain";
import { enqueue } from "@posthorn/jobs";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { refuseLate } from "../record/refuse-late.ts";
import { findDeliveryId } from "./find-delivery.ts";
import type { CodesPort, Presented } from "./ports.ts";

/** How long a pair of codes lives, and how many pairs an hour may bring. */
export const CODES_LIVE_MINUTES = 10;
const PAIRS_PER_HOUR = 5;
const PAIRS_PER_HOUR_AND_NUMBER = 10;
/** A new pair may be asked for after this many seconds. */
export const RESEND_SECONDS = 45;

export interface CodesAsked {
  readonly deliveryId: string;
  readonly challengeId: string;
  /** From when another pair may be asked for. */
  readonly againAt: Temporal.Instant;
}

/**
 * Errors: not_found `link_unknown`; conflict `delivery_closed` (refused, expired, unreachable, on its way as a letter),
 * `codes_not_asked` (the message asks eID or itsme), `no_mobile`; too_many `codes_limit` with retryAfterSeconds.
 */
export async function askForCodes(
  ctx: Context,
  codes: CodesPort,
  input: { readonly door: Presented; readonly arrivedAt: Temporal.Instant; readonly visitor: Visitor },
): Promise<CodesAsked> {
  return transact(ctx.db, input.door, async (trx) => {
    const id = await findDeliveryId(trx, input.door);
    let row = await lockDelivery(trx, id);
    const now = await clockNow(trx);
    const message = await loadMessageFacts(trx, row.message_id);
    if (message.required_identification !== "codes") throw new AppError("conflict", "codes_not_asked");
    const { mobile } = row;
    if (!mobile) throw new AppError("conflict", "no_mobile");
    await refuseTooMany(trx, row.id, mobile, now);
    const decision = decide(snapshotOf(row), { kind: "notice_used", at: input.arrivedAt });
    if (decision.kind === "refused") {
      if (decision.reason !== "already_collected") throw new AppError("conflict", "delivery_closed", { detail: decision.reason });
    } else if (decision.kind === "done") {
      row = (await applyDecision(trx, ctx, { row, message, decision, recordedAt: now })).row;
    }
    const challengeId = await makeChallenge(trx, ctx, codes, { ...row, mobile }, now);
    await logUse(trx, ctx, { act: "codes_asked", at: input.arrivedAt, visitor: input.visitor, deliveryId: row.id });
    refuseLate(input.arrivedAt, now);
    return { deliveryId: row.id, challengeId, againAt: now.add({ seconds: RESEND_SECONDS }) };
  });
}

async function refuseTooMany(trx: Transaction, deliveryId: string, mobile: string, now: Temporal.Instant): Promise<void> {
  const since = now.subtract({ hours: 1 });
  const own = await trx
    .selectFrom("code_challenge")
    .select("created_at")
    .where("delivery_id", "=", deliveryId)
    .where("created_at", ">", since)
    .orderBy("created_at")
    .execute();
  const { rows: ofNumber } = await sql<{ created_at: Temporal.Instant }>`
    SELECT asked AS created_at FROM codes_asked_since(${mobile}, ${since}) AS asked`.execute(trx);
  const oldest = own.length >= PAIRS_PER_HOUR ? own[0] : ofNumber.length >= PAIRS_PER_HOUR_AND_NUMBER ? ofNumber[0] : undefined;
  if (!oldest) return;
  const wait = Math.ceil(oldest.created_at.add({ hours: 1 }).since(now).total("seconds"));
  throw new AppError("too_many", "codes_limit", { retryAfterSeconds: Math.max(1, wait) });
}

async function makeChallenge(
  trx: Transaction,
  ctx: Context,
  codes: CodesPort,
  row: DeliveryRow & { readonly mobile: string },
  now: Temporal.Instant,
): Promise<string> {
  await trx
    .updateTable("code_challenge")
    .set({ voided_at: now })
    .where("delivery_id", "=", row.id)
    .where("voided_at", "is", null)
    .where("consumed_at", "is", null)
    .execute();
  const challengeId = ctx.newId("chl", now);
  const secrets = codes.newSecrets(challengeId, now);
  await trx
    .insertInto("code_challenge")
    .values({
      id: challengeId,
      delivery_id: row.id,
      created_at: now,
      expires_at: now.add({ minutes: CODES_LIVE_MINUTES }),
      email_secret: secrets.email,
      sms_secret: secrets.sms,
      email: row.email,
      mobile: row.mobile,
      language: row.language,
      consumed_at: null,
      voided_at: null,
      mail_sent_at: null,
      sms_sent_at: null,
    })
    .execute();
  await enqueue(trx, "send-codes", { challengeId });
  return challengeId;
}
