// Sends the two codes of a challenge, one by mail and one by SMS; each channel once, repeated only while it is not known to have left.

import {
  clockNow,
  type CodeChallengeTable,
  type DeliveryRow,
  type MessageFacts,
  type Selectable,
  transact,
} from "@posthorn/db";
import { AppError, type Language } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { shownSender } from "../record/shown-sender.ts";
import { addresseeName } from "./claim-notice.ts";
import type { Links, MailPort, RenderedMail, SmsPort } from "./ports.ts";

export interface CodeWords {
  readonly language: Language;
  readonly service: string;
  readonly addressee: string;
  /** Null where the account is named only once the message is accepted. */
  readonly sender: string | null;
  readonly code: string;
  readonly validMinutes: number;
  readonly checkCode: string;
}

export interface CodePorts {
  readonly links: Links;
  readonly mail: MailPort;
  readonly sms: SmsPort;
  /** The code of an encrypted secret. */
  codeOf(
    challengeId: string,
    channel: "email" | "sms",
    secret: Uint8Array,
    createdAt: Temporal.Instant,
  ): string;
  readonly rendering: {
    codeMail(words: CodeWords): RenderedMail;
    codeSms(words: CodeWords): string;
  };
}

type Challenge = Selectable<CodeChallengeTable>;

/** Seconds until another attempt; also how long a crashed worker's claim lasts. Codes live ten minutes. */
const CLAIM_SECONDS = 20;

interface Found {
  readonly challenge: Challenge;
  readonly delivery: DeliveryRow;
  readonly sender: MessageFacts["sender"] | null;
}

/**
 * Voided, consumed and expired challenges are passed over, and one that another worker sends just now. What could not
 * be handed over is due again after 20 s. A refused code is not repeated: the addressee sees nothing arrive and asks again.
 */
export async function sendCodes(ctx: Context, ports: CodePorts, challengeId: string): Promise<void> {
  const found = await claimChallenge(ctx, challengeId);
  if (!found) return;
  const { challenge } = found;
  const sent = await Promise.allSettled([
    challenge.mail_sent_at ? undefined : sendMail(ctx, ports, found),
    challenge.sms_sent_at ? undefined : sendSms(ctx, ports, found),
  ]);
  const failed = sent.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}

async function claimChallenge(ctx: Context, challengeId: string): Promise<Found | null> {
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const challenge = await trx
      .updateTable("code_challenge")
      .set({ claimed_until: now.add({ seconds: CLAIM_SECONDS }) })
      .where("id", "=", challengeId)
      .where("voided_at", "is", null)
      .where("consumed_at", "is", null)
      .where("expires_at", ">", now)
      .where((eb) => eb.or([eb("mail_sent_at", "is", null), eb("sms_sent_at", "is", null)]))
      .where((eb) => eb.or([eb("claimed_until", "is", null), eb("claimed_until", "<=", now)]))
      .returningAll()
      .executeTakeFirst();
    if (!challenge) return null;
    const delivery = await trx
      .selectFrom("delivery")
      .selectAll()
      .where("id", "=", challenge.delivery_id)
      .executeTakeFirstOrThrow();
    const message = await loadMessageFacts(trx, delivery.message_id);
    return { challenge, delivery, sender: await shownSender(trx, delivery, message) };
  });
}

async function sendMail(ctx: Context, ports: CodePorts, found: Found): Promise<void> {
  const { challenge } = found;
  const words = wordsOf(ctx, ports, found, "email");
  const answer = await ports.mail.send({
    ...ports.rendering.codeMail(words),
    attemptId: challenge.id,
    to: challenge.email,
    toName: words.addressee,
    language: words.language,
    date: challenge.created_at,
  });
  if (answer.outcome !== "postponed") await markSent(ctx, challenge.id, "mail_sent_at");
}

async function sendSms(ctx: Context, ports: CodePorts, found: Found): Promise<void> {
  const { challenge } = found;
  const text = ports.rendering.codeSms(wordsOf(ctx, ports, found, "sms"));
  const answer = await ports.sms.send({ id: challenge.id, to: challenge.mobile, text });
  if (answer.outcome !== "postponed") await markSent(ctx, challenge.id, "sms_sent_at");
}

async function markSent(
  ctx: Context,
  challengeId: string,
  column: "mail_sent_at" | "sms_sent_at",
): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    const at = await clockNow(trx);
    await trx
      .updateTable("code_challenge")
      .set({ [column]: at })
      .where("id", "=", challengeId)
      .execute();
  });
}

function wordsOf(
  ctx: Context,
  ports: CodePorts,
  { challenge, delivery, sender }: Found,
  channel: "email" | "sms",
): CodeWords {
  const secret = channel === "email" ? challenge.email_secret : challenge.sms_secret;
  const minutes = challenge.expires_at.since(challenge.created_at).total("minutes");
  if (minutes <= 0) throw new AppError("internal", "challenge_malformed");
  return {
    language: challenge.language as Language,
    service: ctx.settings.issuer.name,
    addressee: addresseeName(delivery),
    sender: sender?.name ?? null,
    code: ports.codeOf(challenge.id, channel, secret, challenge.created_at),
    validMinutes: Math.round(minutes),
    checkCode: ports.links.checkCodeFor(delivery.id, delivery.link_generation).code,
  };
}
