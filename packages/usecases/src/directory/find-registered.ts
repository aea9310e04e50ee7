// Whether somebody with exactly this e-mail address is registered for himself: names alone, a few times an hour, logged.

import { sql, transact } from "@posthorn/db";
import { AppError, parseEmail } from "@posthorn/domain";
import type { TryLimit } from "../account/ports.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";

export interface DirectoryLimits {
  readonly byAccount: TryLimit;
  readonly byPerson: TryLimit;
}

export interface Registered {
  readonly familyName: string;
  readonly firstNames: string;
}

/**
 * Null for everybody else, members of companies among them: they are answered exactly as an address that nobody has. Every
 * question counts and is logged, without the address. Errors: bad_request `email_invalid`; too_many `too_many_tries`.
 */
export async function findRegistered(
  ctx: Context,
  limits: DirectoryLimits,
  asked: {
    readonly accountId: string;
    readonly personId: string;
    readonly email: string;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<Registered | null> {
  const { accountId, personId, visitor, arrivedAt } = asked;
  const email = parseEmail("email", asked.email);
  if (!email.ok || email.value === null)
    throw new AppError("bad_request", "email_invalid", {
      fields: email.ok ? [{ path: "email", code: "required" }] : email.errors,
    });
  await limits.byPerson.consume(personId);
  await limits.byAccount.consume(accountId);
  return transact(ctx.db, { accountId }, async (trx) => {
    await logUse(trx, ctx, { act: "directory_asked", at: arrivedAt, visitor, accountId, personId });
    const { rows } = await sql<{ family_name: string; first_names: string }>`
      SELECT family_name, first_names FROM find_registered(${email.value})`.execute(trx);
    const [found] = rows;
    return found ? { familyName: found.family_name, firstNames: found.first_names } : null;
  });
}
