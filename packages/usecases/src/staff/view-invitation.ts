// Whom a one-time address of the operator is for, while it is good.

import { clockNow, transact, type Transaction } from "@posthorn/db";
import { AppError, type Language, type StaffRole } from "@posthorn/domain";
import type { Context } from "../context.ts";

export interface StaffInvitation {
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly roles: readonly StaffRole[];
  readonly expiresAt: Temporal.Instant;
}

/** Errors: not_found `invitation_unknown`: unknown, used, too late, and of somebody who left look alike. */
export async function viewInvitation(ctx: Context, tokenHash: string): Promise<StaffInvitation> {
  return transact(ctx.db, {}, async (trx) => findInvitation(trx, tokenHash, await clockNow(trx)));
}

/** Errors: as `viewInvitation`. */
export async function findInvitation(
  trx: Transaction,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<StaffInvitation> {
  const row = await trx
    .selectFrom("staff_invitation")
    .innerJoin("staff", "staff.id", "staff_invitation.staff_id")
    .select([
      "staff.id",
      "staff.family_name",
      "staff.first_names",
      "staff.email",
      "staff.language",
      "staff.roles",
      "staff_invitation.expires_at",
    ])
    .where("staff_invitation.token_hash", "=", tokenHash)
    .where("staff_invitation.used_at", "is", null)
    .where("staff_invitation.expires_at", ">", now)
    .where("staff.left_at", "is", null)
    .executeTakeFirst();
  if (!row) throw new AppError("not_found", "invitation_unknown");
  return {
    staffId: row.id,
    name: `${row.first_names} ${row.family_name}`,
    email: row.email,
    language: row.language as Language,
    roles: row.roles,
    expiresAt: row.expires_at,
  };
}
