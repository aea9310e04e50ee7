// Opens a session of the staff after a passkey has shown who it is: always a new one, on the device it runs on.

import { clockNow, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { touchDevice } from "../account/touch-device.ts";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import type { Visitor } from "../record/log-use.ts";
import { logStaffAct } from "./log-staff-act.ts";

/** A session ends so long after signing in, and earlier when it stood idle. */
export const STAFF_SESSION_HOURS = 8;
export const STAFF_IDLE_MINUTES = 15;

export interface StaffProven {
  readonly staffId: string;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
  /** Digest of the browser's device cookie. */
  readonly deviceHash: string;
  /** Of the session the browser came with: it ends. */
  readonly previousTokenHash?: string;
}

/** Errors: forbidden `staff_left`. */
export async function openStaffSession(
  trx: Transaction,
  ctx: Context,
  tokens: SessionTokens,
  proven: StaffProven,
): Promise<{ readonly token: string; readonly expiresAt: Temporal.Instant }> {
  const { staffId, visitor, arrivedAt } = proven;
  const now = await clockNow(trx);
  const staff = await trx
    .selectFrom("staff")
    .select("id")
    .where("id", "=", staffId)
    .where("left_at", "is", null)
    .executeTakeFirst();
  if (!staff) throw new AppError("forbidden", "staff_left");
  if (proven.previousTokenHash !== undefined) {
    await trx
      .updateTable("staff_session")
      .set({ ended_at: now, ended_because: "replaced" })
      .where("token_hash", "=", proven.previousTokenHash)
      .where("ended_at", "is", null)
      .execute();
  }
  const device = await touchDevice(
    trx,
    ctx,
    {
      holder: { kind: "staff", id: staffId },
      deviceHash: proven.deviceHash,
      userAgent: visitor.userAgent,
    },
    now,
  );
  const { token, hash } = tokens.newToken();
  const id = ctx.newId("sse", now);
  const expiresAt = now.add({ hours: STAFF_SESSION_HOURS });
  await trx
    .insertInto("staff_session")
    .values({
      token_hash: hash,
      id,
      staff_id: staffId,
      authenticated_at: arrivedAt,
      fresh_at: arrivedAt,
      last_used_at: now,
      expires_at: expiresAt,
      ended_at: null,
      ended_because: null,
      device_id: device.id,
      browser: device.browser,
      os: device.os,
      ip: visitor.ip,
    })
    .execute();
  await logStaffAct(trx, { act: "signed_in", at: arrivedAt, visitor, staffId, subject: id });
  return { token, expiresAt };
}
