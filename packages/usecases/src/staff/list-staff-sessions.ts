// Where one of the staff is signed in now, and when he was before.

import { clockNow, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import type { StaffMember } from "./load-staff-session.ts";
import { STAFF_IDLE_MINUTES } from "./open-staff-session.ts";

export interface StaffSessionLine {
  readonly id: string;
  readonly browser: string;
  readonly os: string;
  readonly ip: string;
  readonly since: Temporal.Instant;
  readonly lastUsedAt: Temporal.Instant;
  /** The one the page is asked from. */
  readonly own: boolean;
}

/** Those that still open something, the newest first. */
export async function listStaffSessions(
  ctx: Context,
  staff: Pick<StaffMember, "staffId" | "sessionId">,
): Promise<readonly StaffSessionLine[]> {
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const rows = await trx
      .selectFrom("staff_session")
      .select(["id", "browser", "os", "ip", "authenticated_at", "last_used_at"])
      .where("staff_id", "=", staff.staffId)
      .where("ended_at", "is", null)
      .where("expires_at", ">", now)
      .where("last_used_at", ">", now.subtract({ minutes: STAFF_IDLE_MINUTES }))
      .orderBy("authenticated_at", "desc")
      .execute();
    return rows.map((row) => ({
      id: row.id,
      browser: row.browser,
      os: row.os,
      ip: row.ip,
      since: row.authenticated_at,
      lastUsedAt: row.last_used_at,
      own: row.id === staff.sessionId,
    }));
  });
}

export interface EarlierSignIn {
  readonly at: Temporal.Instant;
  readonly browser: string;
  readonly os: string;
  readonly ip: string;
}

/** The sign-in before this one, for its owner to see whether it was he; null at the first. */
export async function findEarlierSignIn(
  ctx: Context,
  staff: Pick<StaffMember, "staffId" | "sessionId" | "authenticatedAt">,
): Promise<EarlierSignIn | null> {
  const row = await ctx.db
    .selectFrom("staff_session")
    .select(["authenticated_at", "browser", "os", "ip"])
    .where("staff_id", "=", staff.staffId)
    .where("id", "<>", staff.sessionId)
    .where("authenticated_at", "<=", staff.authenticatedAt)
    .orderBy("authenticated_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? { at: row.authenticated_at, browser: row.browser, os: row.os, ip: row.ip } : null;
}
