// Sends one round of notice, mail and SMS; the attempt stands in the database before anything leaves.

import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { bookMail } from "./book-mail.ts";
import { bookSms } from "./book-sms.ts";
import { claimNotice, type ClaimedNotice, type NoticeToClaim } from "./claim-notice.ts";
import type { NoticePorts, SmsAnswer } from "./ports.ts";

export type NoticeSent = "nothing_to_do" | "sent" | "refused" | "to_repeat";

/**
 * Idempotent. A crash between the relay's 250 and the booking is healed by the repeat, which carries the same Message-ID
 * and does not restart the window. Temporary failures leave `next_attempt_at`, on our own clock.
 */
export async function sendNotice(ctx: Context, ports: NoticePorts, want: NoticeToClaim): Promise<NoticeSent> {
  const claimed = await claimNotice(ctx, ports.links, want);
  if (!claimed) return "nothing_to_do";
  // The SMS goes out beside the mail and never holds it up: a late answer gets a record of its own.
  const sms = claimed.notice.sms_state === "pending" ? trySms(ports, claimed) : Promise.resolve(null);
  const mail = claimed.notice.mail_state === "pending" ? await sendMail(ctx, ports, claimed, sms) : "sent";
  const answer = await sms;
  if (answer) await bookSms(ctx, claimed, answer);
  return mail;
}

/** Null where the provider cannot be asked now; the notice is due again later. */
async function trySms(ports: NoticePorts, claimed: ClaimedNotice): Promise<SmsAnswer | null> {
  const { mobile, id, kind } = claimed.notice;
  if (!mobile) return null;
  try {
    return await ports.sms.send({ id, to: mobile, text: ports.rendering.sms(kind, claimed.words) });
  } catch (error) {
    if (error instanceof AppError && error.retryable) return null;
    throw error;
  }
}

async function sendMail(
  ctx: Context,
  ports: NoticePorts,
  claimed: ClaimedNotice,
  sms: Promise<SmsAnswer | null>,
): Promise<NoticeSent> {
  const { notice, words } = claimed;
  const rendered = ports.rendering.mail(notice.kind, words);
  try {
    const answer = await ports.mail.send({
      ...rendered,
      attemptId: notice.id,
      to: notice.email,
      toName: words.addressee,
      language: words.language,
      date: notice.created_at,
    });
    await bookMail(ctx, claimed, answer, await settled(sms));
    return answer.outcome === "accepted" ? "sent" : "refused";
  } catch (error) {
    if (error instanceof AppError && error.kind === "unavailable") return "to_repeat";
    throw error;
  }
}

/** The SMS answer if it is there already, else undefined: the record then says `pending`. */
async function settled(sms: Promise<SmsAnswer | null>): Promise<SmsAnswer | null | undefined> {
  const pending = Symbol("pending");
  const first = await Promise.race([sms.catch(() => null), Promise.resolve(pending)]);
  return typeof first === "symbol" ? undefined : first;
}
