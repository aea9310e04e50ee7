// Signs a member in by e-mail and password: a new session each time, the same answer for whatever was wrong.

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { openSession, type SignedIn } from "./open-session.ts";
import type { PasswordPort, TryLimit } from "./ports.ts";

/** Errors: unauthenticated `sign_in_failed`; too_many `too_many_tries`; forbidden `no_membership`. */
export async function signIn(
  ctx: Context,
  ports: { readonly passwords: PasswordPort; readonly tokens: SessionTokens; readonly tries: TryLimit },
  input: {
    readonly email: string;
    readonly password: string;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
    /** Digest of the browser's device cookie. */
    readonly deviceHash: string;
    /** Of the session the browser came with. */
    readonly previousTokenHash?: string;
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
  return transact(ctx.db, {}, (trx) =>
    openSession(trx, ctx, ports.tokens, {
      personId: person.id,
      method: "password",
      visitor: input.visitor,
      arrivedAt: input.arrivedAt,
      deviceHash: input.deviceHash,
      ...(input.previousTokenHash === undefined ? {} : { previousTokenHash: input.previousTokenHash }),
    }),
  );
}
