// The host for client certificates answers a try: what the card said is kept sealed until the browser fetches it by a code.

import { transact } from "@posthorn/db";
import { AppError, type AuthenticatedIdentity } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { AttemptService } from "./begin-attempt.ts";
import { answerContext } from "./claim-attempt.ts";
import { jsonOfIdentity } from "./identity-json.ts";
import type { IdentityKeysPort } from "./ports.ts";

/**
 * Answered once; that host has no cookie of the browser that began, so `claimAnswer` compares it when the browser is back.
 * Errors: forbidden `identification_try_unknown`.
 */
export async function answerAttempt(
  ctx: Context,
  keys: IdentityKeysPort,
  answer: {
    readonly stateHash: string;
    /** Digest of the code with which the browser is sent back; not that of the state. */
    readonly returnHash: string;
    readonly service: AttemptService;
    readonly identity: AuthenticatedIdentity;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await transact(ctx.db, { presentedState: answer.stateHash }, async (trx) => {
    const found = await trx
      .selectFrom("identification_attempt")
      .select("id")
      .where("state_hash", "=", answer.stateHash)
      .where("method", "=", "eid_tls")
      .where("service", "=", answer.service)
      .where("consumed_at", "is", null)
      .where("answered_at", "is", null)
      .where("expires_at", ">", answer.at)
      .forUpdate()
      .executeTakeFirst();
    if (!found) throw new AppError("forbidden", "identification_try_unknown");
    const sealed = keys.seal(answerContext(found.id), jsonOfIdentity(answer.identity));
    await trx
      .updateTable("identification_attempt")
      .set({
        answer: sealed.bytes,
        answer_key_version: sealed.keyVersion,
        return_hash: answer.returnHash,
        answered_at: answer.at,
      })
      .where("id", "=", found.id)
      .execute();
  });
}
