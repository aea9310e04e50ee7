// Who belongs, and belonged, to the provider's staff: for the operator and the auditor.

import { type Database, sql } from "@posthorn/db";
import type { StaffRole } from "@posthorn/domain";

export interface StaffLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly StaffRole[];
  /** Passkeys that open the door. */
  readonly passkeys: number;
  /** Until when an address that was not used yet is good. */
  readonly invitedUntil: Temporal.Instant | null;
  readonly leftAt: Temporal.Instant | null;
}

/** By name, those who left at the end. */
export async function listStaff(db: Database): Promise<readonly StaffLine[]> {
  const rows = await db
    .selectFrom("staff")
    .select((eb) => [
      "id",
      "family_name",
      "first_names",
      "email",
      "roles",
      "left_at",
      eb
        .selectFrom("passkey")
        .select(sql<number>`count(*)::int`.as("count"))
        .where("holder_kind", "=", "staff")
        .whereRef("holder_id", "=", "staff.id")
        .where("removed_at", "is", null)
        .where("suspected_at", "is", null)
        .as("passkeys"),
      eb
        .selectFrom("staff_invitation")
        .select((inner) => inner.fn.max("expires_at").as("until"))
        .whereRef("staff_id", "=", "staff.id")
        .where("used_at", "is", null)
        .where(sql<boolean>`expires_at > clock.now()`)
        .as("invited_until"),
    ])
    .orderBy(sql`left_at IS NOT NULL`)
    .orderBy("family_name")
    .orderBy("first_names")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: `${row.first_names} ${row.family_name}`,
    email: row.email,
    roles: row.roles,
    passkeys: row.passkeys ?? 0,
    invitedUntil: row.invited_until,
    leftAt: row.left_at,
  }));
}
