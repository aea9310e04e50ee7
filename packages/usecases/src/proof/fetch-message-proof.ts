// The sender's proof of submission for a whole message: the PDF, or a conflict that says it is being sealed.

import { clockNow, transact, type Transaction } from "@posthorn/db";
import { AppError, type Language } from "@posthorn/domain";
import { enqueue } from "@posthorn/jobs";
import type { StoredProof } from "./request-proof.ts";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";

export interface MessageProofRequest {
  readonly messageId: string;
  readonly language: Language;
}

/** Names every addressee: for the sender alone. Errors: not_found `message_not_found`; conflict `proof_being_sealed`. */
export async function fetchMessageProof(
  ctx: Context,
  reader: AccountReader,
  request: MessageProofRequest,
): Promise<StoredProof> {
  const proof = await transact(ctx.db, scopeOf(reader), async (trx) => {
    const message = await trx
      .selectFrom("message")
      .select("id")
      .where("id", "=", request.messageId)
      .executeTakeFirst();
    if (!message) throw new AppError("not_found", "message_not_found");
    return findOrAsk(trx, reader.accountId, request);
  });
  if (!proof) throw new AppError("conflict", "proof_being_sealed", { retryAfterSeconds: 1 });
  return proof;
}

async function findOrAsk(
  trx: Transaction,
  accountId: string,
  { messageId, language }: MessageProofRequest,
): Promise<StoredProof | null> {
  const stood = await trx
    .selectFrom("message_proof")
    .select(["pdf", "page"])
    .where("message_id", "=", messageId)
    .where("language", "=", language)
    .executeTakeFirst();
  if (stood) return stood.pdf ? { pdf: stood.pdf, page: stood.page } : null;
  const wanted = {
    message_id: messageId,
    account_id: accountId,
    language,
    wanted_at: await clockNow(trx),
    pdf: null,
    made_at: null,
  };
  await trx
    .insertInto("message_proof")
    .values(wanted)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await enqueue(trx, "make-message-proof", { messageId });
  return null;
}
