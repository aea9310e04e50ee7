// Who of the staff is behind a session cookie, and touches the session; roles are read anew each time.

import { clockNow, transact, type Transaction } from "@posthorn/db";
import type { Language, StaffRole } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { Visitor } from "../record/log-use.ts";
import { logStaffAct } from "./log-staff-act.ts";
import { STAFF_IDLE_MINUTES } from "./open-staff-session.ts";

/** Opening what is sealed needs a passkey shown so lately. */
export const STAFF_FRESH_MINUTES = 10;

export interface StaffMember {
  readonly staffId: string;
  readonly sessionId: string;
  readonly tokenHash: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly roles: readonly StaffRole[];
  /** Of this sign-in. */
  readonly authenticatedAt: Temporal.Instant;
  /** Until when no further showing of a passkey is needed; may have passed. */
  readonly freshUntil: Temporal.Instant;
}

export interface PresentedStaffSession {
  readonly tokenHash: string;
  /** Digest of the browser's device cookie; absent where it has none. */
  readonly deviceHash?: string;
  readonly visitor: Visitor;
}

/**
 * Null for unknown, ended, expired and idle sessions, and for who has left. A cookie that comes from another browser than it was
 * given to ends its session for good.
 */
export async function loadStaffSession(
  ctx: Context,
  presented: PresentedStaffSession,
): Promise<StaffMember | null> {
  const { tokenHash } = presented;
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const row = await findSession(trx, tokenHash);
    if (!row) return null;
    const idleEnd = row.last_used_at.add({ minutes: STAFF_IDLE_MINUTES });
    if (Temporal.Instant.compare(now, row.expires_at) >= 0 || Temporal.Instant.compare(now, idleEnd) >= 0)
      return null;
    // Digests of 256 random bits: how long comparing them takes tells nothing.
    if (row.device_hash !== presented.deviceHash) {
      await endTaken(trx, { tokenHash, sessionId: row.id, staffId: row.staff_id }, presented.visitor, now);
      return null;
    }
    // Twice a minute is enough to tell idleness, and spares a write per page.
    if (now.since(row.last_used_at).total("seconds") > 30) {
      await trx
        .updateTable("staff_session")
        .set({ last_used_at: now })
        .where("token_hash", "=", tokenHash)
        .execute();
    }
    return {
      staffId: row.staff_id,
      sessionId: row.id,
      tokenHash,
      name: `${row.first_names} ${row.family_name}`,
      email: row.email,
      language: row.language as Language,
      roles: row.roles,
      authenticatedAt: row.authenticated_at,
      freshUntil: row.fresh_at.add({ minutes: STAFF_FRESH_MINUTES }),
    };
  });
}

function findSession(trx: Transaction, tokenHash: string) {
  return trx
    .selectFrom("staff_session")
    .innerJoin("staff", "staff.id", "staff_session.staff_id")
    .innerJoin("device", "device.id", "staff_session.device_id")
    .select([
      "staff_session.id",
      "staff_session.staff_id",
      "staff_session.authenticated_at",
      "staff_session.fresh_at",
      "staff_session.last_used_at",
      "staff_session.expires_at",
      "device.token_hash as device_hash",
      "staff.family_name",
      "staff.first_names",
      "staff.email",
      "staff.language",
      "staff.roles",
    ])
    .where("staff_session.token_hash", "=", tokenHash)
    .where("staff_session.ended_at", "is", null)
    .where("staff.left_at", "is", null)
    .executeTakeFirst();
}

async function endTaken(
  trx: Transaction,
  session: { readonly tokenHash: string; readonly sessionId: string; readonly staffId: string },
  visitor: Visitor,
  at: Temporal.Instant,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("staff_session")
    .set({ ended_at: at, ended_because: "elsewhere" })
    .where("token_hash", "=", session.tokenHash)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await logStaffAct(trx, {
    act: "session_taken_elsewhere",
    at,
    visitor,
    staffId: session.staffId,
    subject: session.sessionId,
  });
}
