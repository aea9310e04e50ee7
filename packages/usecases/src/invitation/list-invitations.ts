// The open invitations of an account, the newest first, for its admins.

import { transact } from "@posthorn/db";
import type { SessionMember } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import { requireAdminRole } from "../account/require-admin-role.ts";

export interface InvitationLine {
  readonly id: string;
  readonly email: string;
  readonly role: "admin" | "user";
  readonly invitedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly expired: boolean;
}

/** More than anybody has open at once; older ones come up as these are answered. */
const SHOWN = 100;

/** At most 100. `at`: now. Errors: forbidden `not_an_admin`. */
export async function listInvitations(
  ctx: Context,
  reader: Pick<SessionMember, "accountId" | "role">,
  at: Temporal.Instant,
): Promise<readonly InvitationLine[]> {
  requireAdminRole(reader);
  const { accountId } = reader;
  return transact(ctx.db, { accountId }, async (trx) => {
    const rows = await trx
      .selectFrom("invitation")
      .select(["id", "email", "role", "created_at", "expires_at"])
      .where("account_id", "=", accountId)
      .where("accepted_at", "is", null)
      .where("withdrawn_at", "is", null)
      .where("declined_at", "is", null)
      .orderBy("created_at", "desc")
      .orderBy("id", "desc")
      .limit(SHOWN)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      email: row.email,
      role: row.role,
      invitedAt: row.created_at,
      expiresAt: row.expires_at,
      expired: Temporal.Instant.compare(at, row.expires_at) >= 0,
    }));
  });
}
