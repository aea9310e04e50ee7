// An identity under another name waits, sealed, for the word of the person whose it is: minutes, once, in the browser that began.

import { transact, type Transaction } from "@posthorn/db";
import { AppError, type AuthenticatedIdentity } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { answerContext, type AttemptRow } from "./claim-attempt.ts";
import { identityOfJson, jsonOfIdentity } from "./identity-json.ts";
import type { IdentityKeysPort } from "./ports.ts";

const HELD_MINUTES = 10;

export interface HeldAnswer {
  /** Digest of the code that `identifyPerson` gave. */
  readonly returnHash: string;
  readonly browserHash: string;
  readonly personId: string;
  readonly arrivedAt: Temporal.Instant;
}

/** Returns the code that fetches it. */
export async function holdAnswer(
  trx: Transaction,
  ports: {
    readonly keys: IdentityKeysPort;
    readonly tokens: { newToken(): { readonly token: string; readonly hash: string } };
  },
  held: { readonly attempt: AttemptRow; readonly identity: AuthenticatedIdentity },
  at: Temporal.Instant,
): Promise<string> {
  const { token, hash } = ports.tokens.newToken();
  const sealed = ports.keys.seal(answerContext(held.attempt.id), jsonOfIdentity(held.identity));
  await trx
    .updateTable("identification_attempt")
    .set({
      answer: sealed.bytes,
      answer_key_version: sealed.keyVersion,
      return_hash: hash,
      answered_at: at,
    })
    .where("id", "=", held.attempt.id)
    .execute();
  return token;
}

/** Errors: forbidden `identification_try_unknown`. */
export async function readHeldAnswer(
  trx: Transaction,
  keys: IdentityKeysPort,
  held: HeldAnswer,
): Promise<{ readonly attempt: AttemptRow; readonly identity: AuthenticatedIdentity }> {
  const attempt = await trx
    .selectFrom("identification_attempt")
    .selectAll()
    .where("return_hash", "=", held.returnHash)
    .where("browser_hash", "=", held.browserHash)
    .where("person_id", "=", held.personId)
    .where("answer", "is not", null)
    .where("consumed_at", "is not", null)
    .where("answered_at", ">", held.arrivedAt.subtract({ minutes: HELD_MINUTES }))
    .forUpdate()
    .executeTakeFirst();
  if (!attempt?.answer || attempt.answer_key_version === null)
    throw new AppError("forbidden", "identification_try_unknown");
  const sealed = { bytes: attempt.answer, keyVersion: attempt.answer_key_version };
  return { attempt, identity: identityOfJson(keys.open(answerContext(attempt.id), sealed)) };
}

/** It is asked for no more, whatever the person said. */
export async function dropHeldAnswer(trx: Transaction, attemptId: string): Promise<void> {
  await trx
    .updateTable("identification_attempt")
    .set({ answer: null, answer_key_version: null })
    .where("id", "=", attemptId)
    .execute();
}

/** The name under which the identity came, for the page that asks. Errors as `readHeldAnswer`. */
export async function viewHeldName(
  ctx: Context,
  keys: IdentityKeysPort,
  held: HeldAnswer,
): Promise<Pick<AuthenticatedIdentity, "familyName" | "givenNames" | "method">> {
  return transact(ctx.db, { presentedState: held.returnHash }, async (trx) => {
    const { identity } = await readHeldAnswer(trx, keys, held);
    const { familyName, givenNames, method } = identity;
    return { familyName, method, ...(givenNames === undefined ? {} : { givenNames }) };
  });
}
