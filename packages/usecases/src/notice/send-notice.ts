// Sends one round of notice, mail and SMS; the attempt stands in the database before anything leaves.

import { clockNow, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { bookMail } from "./book-mail.ts";
import { bookSms } from "./book-sms.ts";
import { oneLine, type SmsSent } from "./channel-facts.ts";
import { claimNotice, type ClaimedNotice, type NoticeRow, type NoticeToClaim } from "./claim-notice.ts";
import { pauseAfter } from "./pause-after.ts";
import type { MailAnswer, NoticePorts } from "./ports.ts";

export type NoticeSent = "nothing_to_do" | "sent" | "refused" | "to_repeat";

/**
 * Idempotent. A crash between the relay's 250 and the booking is healed by the repeat, which carries the same Message-ID
 * and does not restart the window. Temporary failures leave `next_attempt_at`, on our own clock.
 */
export async function sendNotice(ctx: Context, ports: NoticePorts, want: NoticeToClaim): Promise<NoticeSent> {
  const claimed = await claimNotice(ctx, ports.links, want);
  if (!claimed) return "nothing_to_do";
  const { notice } = claimed;
  // The SMS goes out beside the mail and never holds it up: an answer that comes later gets a record of its own.
  let answered: SmsSent | null = null;
  const texting = trySms(ports, claimed).then((sms) => (answered = sms));
  // Awaited below; meanwhile a failure is nobody's yet.
  texting.catch(() => undefined);
  let sent: NoticeSent = "sent";
  let smsBooked = false;
  try {
    if (notice.mail_state === "pending") {
      const answer = await sendMail(ports, claimed);
      if (answer.outcome === "postponed") {
        sent = "to_repeat";
        await postpone(ctx, notice, answer.response);
      } else {
        sent = answer.outcome === "accepted" ? "sent" : "refused";
        ({ smsBooked } = await bookMail(ctx, claimed, answer, answered));
      }
    }
  } finally {
    // Whatever became of the mail: an SMS that went out is booked, or the repeat would send it again.
    const sms = await texting;
    if (sms && !smsBooked) await bookSms(ctx, claimed, sms);
  }
  return sent;
}

/** Null where there is no SMS to send, or the provider cannot be asked now: the notice is due again later. */
async function trySms(ports: NoticePorts, { notice, words }: ClaimedNotice): Promise<SmsSent | null> {
  if (notice.sms_state !== "pending" || !notice.mobile) return null;
  const text = ports.rendering.sms(notice.kind, words);
  const answer = await ports.sms.send({ id: notice.id, to: notice.mobile, text });
  return answer.outcome === "postponed" ? null : { answer, text };
}

async function sendMail(ports: NoticePorts, { notice, words }: ClaimedNotice): Promise<MailAnswer> {
  return ports.mail.send({
    ...ports.rendering.mail(notice.kind, words),
    attemptId: notice.id,
    to: notice.email,
    toName: words.addressee,
    language: words.language,
    date: notice.created_at,
  });
}

/** The relay's last words on a mail that still waits, if any, and when it is tried again: the lease ends here. */
async function postpone(ctx: Context, notice: NoticeRow, response: string | null): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    const next = (await clockNow(trx)).add(pauseAfter(notice.attempts - 1));
    await trx
      .updateTable("notice")
      .set({ next_attempt_at: next, ...(response === null ? {} : { mail_answer: oneLine(response) }) })
      .where("id", "=", notice.id)
      .where("mail_state", "=", "pending")
      .execute();
  });
}
