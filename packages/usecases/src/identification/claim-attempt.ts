// Claims the one try that an answer belongs to: once, in time, in the browser that began it.

import { type IdentificationAttemptTable, type Selectable, transact } from "@posthorn/db";
import { AppError, type AuthenticatedIdentity } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { AttemptMethod, AttemptService } from "./begin-attempt.ts";
import { identityOfJson } from "./identity-json.ts";
import type { IdentityKeysPort } from "./ports.ts";

export type AttemptRow = Selectable<IdentificationAttemptTable>;

interface Claim {
  readonly browserHash: string;
  readonly service: AttemptService;
  /** When the request that brings the answer arrived. */
  readonly at: Temporal.Instant;
}

/**
 * Consumed for good on return, whatever comes after. Errors: forbidden `identification_try_unknown`: unknown, too late, used
 * before, begun in another browser or with another method look alike.
 */
export async function claimAttempt(
  ctx: Context,
  claim: Claim & { readonly stateHash: string; readonly method: Exclude<AttemptMethod, "eid_tls"> },
): Promise<AttemptRow> {
  const row = await transact(ctx.db, { presentedState: claim.stateHash }, (trx) =>
    trx
      .updateTable("identification_attempt")
      .set({ consumed_at: claim.at })
      .where("state_hash", "=", claim.stateHash)
      .where("method", "=", claim.method)
      .where("service", "=", claim.service)
      .where("browser_hash", "=", claim.browserHash)
      .where("consumed_at", "is", null)
      .where("expires_at", ">", claim.at)
      .returningAll()
      .executeTakeFirst(),
  );
  if (!row) throw new AppError("forbidden", "identification_try_unknown");
  return row;
}

/**
 * The same for a try whose card answered on the host for client certificates: claimed by the code with which the browser was
 * sent back. Errors as `claimAttempt`; internal `identity_damaged`.
 */
export async function claimAnswer(
  ctx: Context,
  keys: IdentityKeysPort,
  claim: Claim & { readonly returnHash: string },
): Promise<{ readonly attempt: AttemptRow; readonly identity: AuthenticatedIdentity }> {
  const attempt = await transact(ctx.db, { presentedState: claim.returnHash }, async (trx) => {
    const found = await trx
      .selectFrom("identification_attempt")
      .selectAll()
      .where("return_hash", "=", claim.returnHash)
      .where("method", "=", "eid_tls")
      .where("service", "=", claim.service)
      .where("browser_hash", "=", claim.browserHash)
      .where("answer", "is not", null)
      .where("consumed_at", "is", null)
      .where("expires_at", ">", claim.at)
      .forUpdate()
      .executeTakeFirst();
    // Of a stranger nothing of the card may be left; what is to be kept is kept in the identification record.
    if (found)
      await trx
        .updateTable("identification_attempt")
        .set({ consumed_at: claim.at, answer: null, answer_key_version: null })
        .where("id", "=", found.id)
        .execute();
    return found;
  });
  if (!attempt?.answer || attempt.answer_key_version === null)
    throw new AppError("forbidden", "identification_try_unknown");
  const sealed = { bytes: attempt.answer, keyVersion: attempt.answer_key_version };
  return { attempt, identity: identityOfJson(keys.open(answerContext(attempt.id), sealed)) };
}

/** What an answer kept with its try is sealed for. */
export function answerContext(attemptId: string): string {
  return `identification_attempt/${attemptId}`;
}
