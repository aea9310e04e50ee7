// Sends a mail that is owed once: to the sender what happened, to the addressee his copy of the proof.

import { clockNow, type ErrandTable, type Selectable, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { pauseAfter } from "../notice/pause-after.ts";
import type { MailToSend } from "../notice/ports.ts";
import { attachProof } from "./attach-proof.ts";
import { type ErrandFacts, loadErrandFacts } from "./load-errand-facts.ts";
import type { ErrandPorts } from "./ports.ts";
import { addresseeCalledOff } from "./write-called-off-mail.ts";
import { addresseeFalling } from "./write-falling-mail.ts";
import { copyOfProof } from "./write-proof-copy.ts";
import { addresseeExtension, senderMail } from "./write-sender-mail.ts";

type Errand = Selectable<ErrandTable>;

export type ErrandRun = "done" | "waits" | "nothing_to_do";

/** Seconds until a proof that is being sealed is asked for again, at first. */
const PROOF_SECONDS = 2;

/**
 * Idempotent. A mail that the relay has taken or refused is not repeated; after a crash between the two it may come
 * twice, with the same Message-ID.
 */
export async function runErrand(ctx: Context, ports: ErrandPorts, errandId: string): Promise<ErrandRun> {
  const errand = await claimErrand(ctx, errandId);
  if (!errand) return "nothing_to_do";
  const mails = await transact(ctx.db, {}, async (trx) => {
    const facts = await loadErrandFacts(trx, ctx, errand);
    if (errand.kind === "proof_copy") return copyOfProof(trx, ports, facts);
    if (errand.kind === "evidence_falling") return addresseeFalling(trx, ports, facts);
    if (errand.kind === "letter_called_off") return addresseeCalledOff(trx, ports, facts);
    const attachments = await attachProof(trx, facts);
    if (attachments === "pending") return attachments;
    const mail = await senderMail(trx, ports, facts, attachments.length > 0);
    const extension = errand.kind === "window_extended" ? await addresseeExtension(trx, ports, facts) : null;
    // Of an account that was erased nobody is left to tell.
    return [
      ...(mail && facts.sender.email !== "" ? [{ ...toSender(errand, facts, mail), attachments }] : []),
      ...(extension ? [extension] : []),
    ];
  });
  if (mails === "pending") {
    await postpone(ctx, errand);
    return "waits";
  }
  for (const mail of mails) {
    const answer = await ports.mail.send(mail);
    if (answer.outcome === "postponed") return "waits";
  }
  await transact(ctx.db, {}, async (trx) => {
    const at = await clockNow(trx);
    await trx
      .updateTable("errand")
      .set({ done_at: at, next_attempt_at: null })
      .where("id", "=", errand.id)
      .execute();
  });
  return "done";
}

function toSender(
  errand: Errand,
  { sender }: ErrandFacts,
  mail: Pick<MailToSend, "subject" | "text" | "html">,
): MailToSend {
  return {
    ...mail,
    attemptId: errand.id,
    to: sender.email,
    language: sender.language,
    date: errand.created_at,
  };
}

async function claimErrand(ctx: Context, errandId: string): Promise<Errand | null> {
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const errand = await trx
      .selectFrom("errand")
      .selectAll()
      .where("id", "=", errandId)
      .where("done_at", "is", null)
      .where("next_attempt_at", "<=", now)
      .forUpdate()
      .executeTakeFirst();
    if (!errand) return null;
    return trx
      .updateTable("errand")
      .set({ attempts: errand.attempts + 1, next_attempt_at: now.add(pauseAfter(errand.attempts)) })
      .where("id", "=", errandId)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

/** Sealing takes seconds: asked again soon, and ever later while the seal is not to be had. */
async function postpone(ctx: Context, errand: Errand): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    const seconds = Math.min(PROOF_SECONDS * errand.attempts, 300);
    const next = (await clockNow(trx)).add({ seconds });
    await trx.updateTable("errand").set({ next_attempt_at: next }).where("id", "=", errand.id).execute();
  });
}
