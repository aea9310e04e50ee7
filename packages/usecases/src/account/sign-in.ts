// Signs a member in by e-mail and password: a new session each time, the same answer for whatever was wrong.

import { clockNow, transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import type { PasswordPort, TryLimit } from "./ports.ts";

/** A session ends this long after sign-in, and earlier when it stood idle. */
export const SESSION_HOURS = 12;
export const IDLE_MINUTES = 30;

export interface SignedIn {
  readonly token: string;
  readonly expiresAt: Temporal.Instant;
}

/** Errors: unauthenticated `sign_in_failed`; too_many `too_many_tries`; forbidden `no_membership`. */
export async function signIn(
  ctx: Context,
  ports: { readonly passwords: PasswordPort; readonly tokens: SessionTokens; readonly tries: TryLimit },
  input: {
    readonly email: string;
    readonly password: string;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<SignedIn> {
  const email = input.email.trim().toLowerCase();
  // Counted per visitor's address and mailbox together: nobody can lock out somebody else from elsewhere.
  const key = `sign-in:${input.visitor.ip}:${email}`;
  await ports.tries.consume(key);
  const person = await ctx.db
    .selectFrom("person")
    .select(["id", "password_hash"])
    .where((eb) => eb(eb.fn("lower", ["email"]), "=", email))
    .executeTakeFirst();
  const right = await ports.passwords.verify(person?.password_hash ?? null, input.password);
  if (!person || !right) {
    await transact(ctx.db, {}, (trx) =>
      logUse(trx, ctx, { act: "sign_in_failed", at: input.arrivedAt, visitor: input.visitor }),
    );
    throw new AppError("unauthenticated", "sign_in_failed");
  }
  await ports.tries.forget(key);
  return transact(ctx.db, {}, async (trx) => {
    const member = await firstMembership(trx, person.id);
    const now = await clockNow(trx);
    const session = ports.tokens.newToken();
    const expiresAt = now.add({ hours: SESSION_HOURS });
    await trx
      .insertInto("session")
      .values({
        token_hash: session.hash,
        person_id: person.id,
        member_id: member.id,
        account_id: member.account_id,
        method: "password",
        authenticated_at: input.arrivedAt,
        last_used_at: now,
        expires_at: expiresAt,
        ended_at: null,
      })
      .execute();
    await logUse(trx, ctx, {
      act: "signed_in",
      at: input.arrivedAt,
      visitor: input.visitor,
      accountId: member.account_id,
      personId: person.id,
    });
    return { token: session.token, expiresAt };
  });
}

async function firstMembership(trx: Transaction, personId: string) {
  const member = await trx
    .selectFrom("member")
    .select(["id", "account_id"])
    .where("person_id", "=", personId)
    .where("left_at", "is", null)
    .orderBy("joined_at")
    .executeTakeFirst();
  if (!member) throw new AppError("forbidden", "no_membership");
  return member;
}
