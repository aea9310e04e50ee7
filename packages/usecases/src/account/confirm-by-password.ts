// Proves again who sits at a session, by password and, where a code app is set up, its code.

import { transact } from "@posthorn/db";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { checkCode } from "../second-factor/check-code.ts";
import { freshenSession } from "./freshen-session.ts";
import type { SessionMember } from "./load-session.ts";
import type { PasswordPort, SecondFactorPorts, TryLimit } from "./ports.ts";

export interface ConfirmPorts extends Pick<SecondFactorPorts, "appCodes" | "recoveryCodes"> {
  readonly passwords: PasswordPort;
  readonly tokens: SessionTokens;
  /** Counted per session: whoever sits at it can stop nobody but himself. */
  readonly confirmTries: TryLimit;
}

/** The session's new token, or null where password or code is wrong; which, is not said. Errors: too_many `too_many_tries`. */
export async function confirmByPassword(
  ctx: Context,
  ports: ConfirmPorts,
  input: {
    readonly member: SessionMember;
    readonly password: string;
    readonly code: string;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<{ readonly token: string } | null> {
  const { member, visitor, arrivedAt } = input;
  await ports.confirmTries.consume(member.sessionId);
  const right = await passwordIsRight(ctx, ports.passwords, member.personId, input.password);
  const { personId, accountId } = member;
  const confirmed = await transact(ctx.db, { personId }, async (trx) => {
    const by = right ? await provenBy() : null;
    if (by) return freshenSession(trx, ctx, ports.tokens, { member, by, visitor, arrivedAt });
    await logUse(trx, ctx, { act: "confirmation_failed", at: arrivedAt, visitor, personId, accountId });
    return null;

    async function provenBy(): Promise<"password" | "password and code" | null> {
      const totp = await trx
        .selectFrom("totp")
        .select("person_id")
        .where("person_id", "=", personId)
        .executeTakeFirst();
      if (!totp) return "password";
      const typed = { personId, typed: input.code, visitor, arrivedAt };
      return (await checkCode(trx, ctx, ports, typed)) === null ? null : "password and code";
    }
  });
  if (confirmed) await ports.confirmTries.forget(member.sessionId);
  return confirmed;
}

export async function passwordIsRight(
  ctx: Context,
  passwords: PasswordPort,
  personId: string,
  password: string,
): Promise<boolean> {
  const row = await ctx.db
    .selectFrom("person")
    .select("password_hash")
    .where("id", "=", personId)
    .executeTakeFirst();
  return passwords.verify(row?.password_hash ?? null, password);
}
