// What a person is told about his means of sign-in: since when the password, whether a code app, how many recovery codes.

import { transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { countCodes } from "../second-factor/check-code.ts";

export interface SecurityFacts {
  readonly hasPassword: boolean;
  readonly passwordChangedAt: Temporal.Instant | null;
  /** Since when codes of an app are asked for. */
  readonly appSince: Temporal.Instant | null;
  readonly recoveryCodes: number;
}

export async function viewSecurity(ctx: Context, personId: string): Promise<SecurityFacts> {
  return transact(ctx.db, { personId }, async (trx) => {
    const person = await trx
      .selectFrom("person")
      .leftJoin("totp", "totp.person_id", "person.id")
      .select(["person.password_hash", "person.password_changed_at", "totp.confirmed_at"])
      .where("person.id", "=", personId)
      .executeTakeFirstOrThrow();
    return {
      hasPassword: person.password_hash !== null,
      passwordChangedAt: person.password_changed_at,
      appSince: person.confirmed_at,
      recoveryCodes: await countCodes(trx, personId),
    };
  });
}
