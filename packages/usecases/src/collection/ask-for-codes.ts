// The addressee asks for the two one-time codes: the use of the notice is booked first, then a challenge is made.

import { clockNow, type DeliveryRow, type MessageFacts, sql, transact, type Transaction } from "@posthorn/db";
import { AppError, type RefusalReason } from "@posthorn/domain";
import { enqueue } from "@posthorn/jobs";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { refuseLate } from "../record/refuse-late.ts";
import { type ChallengeRow, isOpen, latestChallenge, RESEND_SECONDS } from "./challenge.ts";
import type { CodesPort, Presented } from "./ports.ts";
import { useNotice } from "./use-notice.ts";

/** How long a pair of codes lives, and how many pairs an hour may bring. */
const CODES_LIVE_MINUTES = 10;
const PAIRS_PER_HOUR = 5;
const PAIRS_PER_HOUR_AND_NUMBER = 10;

export type CodesAsked =
  /** `again` is true where a pair sent a moment ago still counts, as after a double click. */
  | {
      readonly kind: "sent";
      readonly deliveryId: string;
      readonly challengeId: string;
      readonly again: boolean;
    }
  | { readonly kind: "wait"; readonly retryAfterSeconds: number }
  /** A legal "no": refused, expired, unreachable, or on its way as a letter. */
  | { readonly kind: "closed"; readonly reason: RefusalReason };

/**
 * The use of the notice stands even where no codes go out because there were too many.
 * Errors: not_found `link_unknown`; conflict `codes_not_asked` (the message asks eID or itsme), `no_mobile`;
 * unavailable `took_too_long`.
 */
export async function askForCodes(
  ctx: Context,
  codes: CodesPort,
  input: { readonly door: Presented; readonly arrivedAt: Temporal.Instant; readonly visitor: Visitor },
): Promise<CodesAsked> {
  return transact(ctx.db, input.door, async (trx) => {
    const used = await useNotice(trx, ctx, input.door, input.arrivedAt, requireCodes);
    if (used.kind === "closed") return used;
    const { row, now } = used;
    const asked = await sendPair(trx, ctx, codes, { ...row, mobile: row.mobile ?? "" }, now);
    await logUse(trx, ctx, {
      act: "codes_asked",
      at: input.arrivedAt,
      visitor: input.visitor,
      deliveryId: row.id,
    });
    refuseLate(input.arrivedAt, await clockNow(trx));
    return asked;
  });
}

function requireCodes(row: DeliveryRow, message: MessageFacts): void {
  if (message.required_identification !== "codes") throw new AppError("conflict", "codes_not_asked");
  if (!row.mobile) throw new AppError("conflict", "no_mobile");
}

async function sendPair(
  trx: Transaction,
  ctx: Context,
  codes: CodesPort,
  row: DeliveryRow & { readonly mobile: string },
  now: Temporal.Instant,
): Promise<CodesAsked> {
  const latest = await latestChallenge(trx, row.id);
  if (latest && isFresh(latest, now))
    return { kind: "sent", deliveryId: row.id, challengeId: latest.id, again: true };
  const retryAfterSeconds = await secondsToWait(trx, row.id, row.mobile, now);
  if (retryAfterSeconds > 0) return { kind: "wait", retryAfterSeconds };
  return {
    kind: "sent",
    deliveryId: row.id,
    challengeId: await makeChallenge(trx, ctx, codes, row, now),
    again: false,
  };
}

/** Sent less than `RESEND_SECONDS` ago and still good for a try. */
function isFresh(challenge: ChallengeRow, now: Temporal.Instant): boolean {
  const until = challenge.created_at.add({ seconds: RESEND_SECONDS });
  return isOpen(challenge, now) && Temporal.Instant.compare(now, until) < 0;
}

/** 0 where another pair may go out now. */
async function secondsToWait(
  trx: Transaction,
  deliveryId: string,
  mobile: string,
  now: Temporal.Instant,
): Promise<number> {
  const since = now.subtract({ hours: 1 });
  const own = await trx
    .selectFrom("code_challenge")
    .select("created_at")
    .where("delivery_id", "=", deliveryId)
    .where("created_at", ">", since)
    .orderBy("created_at", "desc")
    .execute();
  const { rows: ofNumber } = await sql<{ created_at: Temporal.Instant }>`
    SELECT asked AS created_at FROM codes_asked_since(${mobile}, ${since}) AS asked ORDER BY asked DESC`.execute(
    trx,
  );
  // The pair that must fall out of the hour before another fits in.
  const inTheWay = [own[PAIRS_PER_HOUR - 1], ofNumber[PAIRS_PER_HOUR_AND_NUMBER - 1]].filter(
    (pair) => pair !== undefined,
  );
  const waits = inTheWay.map((pair) =>
    Math.ceil(pair.created_at.add({ hours: 1 }).since(now).total("seconds")),
  );
  return Math.max(0, ...waits);
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
