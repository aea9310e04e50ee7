// Sets a new password: who has just proven himself may, or, without a code app, who knows the old one; all other sessions end, and a mail tells of it.

import { transact } from "@posthorn/db";
import { AppError, type FieldError } from "@posthorn/domain";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { passwordIsRight } from "./confirm-by-password.ts";
import { endOthers } from "./end-sessions.ts";
import { freshenSession, isFresh } from "./freshen-session.ts";
import type { SessionMember } from "./load-session.ts";
import { owePersonErrand } from "./owe-person-errand.ts";
import type { NewPasswordPort, PasswordPort, TryLimit } from "./ports.ts";
import { readUserAgent } from "./read-user-agent.ts";
import { viewSecurity } from "./view-security.ts";

export interface ChangePasswordPorts {
  readonly passwords: PasswordPort;
  readonly newPasswords: NewPasswordPort;
  readonly tokens: SessionTokens;
  readonly confirmTries: TryLimit;
  /** Counted per session: judging a password takes long. */
  readonly newPasswordTries: TryLimit;
}

export interface PasswordChange {
  readonly member: SessionMember;
  /** Looked at only where the session is not fresh. */
  readonly current: string;
  readonly next: string;
  readonly again: string;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

export type PasswordChanged =
  | { readonly kind: "changed"; readonly token: string }
  /** Paths `current`, `next`, `again`; codes `wrong`, `same`, `differs`, and the faults of a new password. */
  | { readonly kind: "refused"; readonly errors: readonly FieldError[] };

/** Errors: too_many `too_many_tries`; forbidden `confirmation_missing` where the session is not fresh and an old password is not there or not enough. */
export async function changePassword(
  ctx: Context,
  ports: ChangePasswordPorts,
  change: PasswordChange,
): Promise<PasswordChanged> {
  const { member, arrivedAt, visitor } = change;
  await ports.newPasswordTries.consume(member.sessionId);
  const error = (await faultOfProof(ctx, ports, change)) ?? (await faultOfNext(ctx, ports, change));
  if (error) return { kind: "refused", errors: [error] };
  const hash = await ports.newPasswords.hash(change.next);
  const { personId, accountId } = member;
  const { token } = await transact(ctx.db, { personId }, async (trx) => {
    await trx
      .updateTable("person")
      .set({ password_hash: hash, password_changed_at: arrivedAt })
      .where("id", "=", personId)
      .execute();
    await endOthers(trx, member, "password_changed", arrivedAt);
    await logUse(trx, ctx, { act: "password_changed", at: arrivedAt, visitor, accountId, personId });
    await owePersonErrand(
      trx,
      ctx,
      personId,
      "password_changed",
      readUserAgent(visitor.userAgent),
      arrivedAt,
    );
    return freshenSession(trx, ctx, ports.tokens, { member, by: "password", visitor, arrivedAt });
  });
  return { kind: "changed", token };
}

async function faultOfProof(
  ctx: Context,
  ports: ChangePasswordPorts,
  { member, current, arrivedAt }: PasswordChange,
): Promise<FieldError | null> {
  if (isFresh(member, arrivedAt)) return null;
  const { hasPassword, appSince } = await viewSecurity(ctx, member.personId);
  // The old password alone would be half a proof, and the session is fresh afterwards.
  if (!hasPassword || appSince) throw new AppError("forbidden", "confirmation_missing");
  await ports.confirmTries.consume(member.sessionId);
  const right = await passwordIsRight(ctx, ports.passwords, member.personId, current);
  if (!right) return { path: "current", code: "wrong" };
  await ports.confirmTries.forget(member.sessionId);
  return null;
}

async function faultOfNext(
  ctx: Context,
  ports: ChangePasswordPorts,
  { member, next, again }: PasswordChange,
): Promise<FieldError | null> {
  const own = [member.personEmail, member.personName, member.accountName, ctx.settings.issuer.name];
  const fault = await ports.newPasswords.faultOf(next, own);
  if (fault) return { path: "next", code: fault };
  if (next !== again) return { path: "again", code: "differs" };
  const same = await passwordIsRight(ctx, ports.passwords, member.personId, next);
  return same ? { path: "next", code: "same" } : null;
}
