// Opens a session after whatever proved who it is: always a new one, with the device it runs on, and a mail where that is new.

import { clockNow, type Transaction, widen } from "@posthorn/db";
import type { AssuranceLevel, IdentificationMethod } from "@posthorn/domain";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { bookActive, latestMembership } from "../membership/latest-membership.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { noteDevice } from "./note-device.ts";

/** A session ends this long after sign-in, and earlier when it stood idle. */
export const SESSION_HOURS = 12;
export const IDLE_MINUTES = 30;

export interface SignedIn {
  readonly token: string;
  readonly expiresAt: Temporal.Instant;
}

export interface Proven {
  readonly personId: string;
  readonly method: IdentificationMethod;
  /** Whether more than a password was shown; by default whenever the method is another. */
  readonly strong?: boolean;
  readonly level?: AssuranceLevel;
  readonly issuer?: string;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
  /** Digest of the browser's device cookie. */
  readonly deviceHash: string;
  /** Of the session the browser came with, whoever's it was: it ends. */
  readonly previousTokenHash?: string;
}

/** Errors: forbidden `no_membership`. */
export async function openSession(
  trx: Transaction,
  ctx: Context,
  tokens: SessionTokens,
  proven: Proven,
): Promise<SignedIn> {
  const { personId } = proven;
  const member = await latestMembership(trx, personId);
  await widen(trx, { personId, accountId: member.account_id });
  const now = await clockNow(trx);
  await bookActive(trx, member.id, now);
  if (proven.previousTokenHash !== undefined) {
    await widen(trx, { presentedSession: proven.previousTokenHash });
    await endReplaced(trx, proven.previousTokenHash, now);
  }
  const device = await noteDevice(trx, ctx, proven, now);
  const session = tokens.newToken();
  const expiresAt = now.add({ hours: SESSION_HOURS });
  await trx
    .insertInto("session")
    .values({
      token_hash: session.hash,
      id: ctx.newId("ses", now),
      person_id: proven.personId,
      member_id: member.id,
      account_id: member.account_id,
      method: proven.method,
      level: proven.level ?? null,
      issuer: proven.issuer ?? null,
      authenticated_at: proven.arrivedAt,
      fresh_at: proven.arrivedAt,
      strong_at: (proven.strong ?? proven.method !== "password") ? proven.arrivedAt : null,
      last_used_at: now,
      expires_at: expiresAt,
      ended_at: null,
      device_id: device.id,
      browser: device.browser,
      os: device.os,
      ip: proven.visitor.ip,
    })
    .execute();
  await logUse(trx, ctx, {
    act: "signed_in",
    at: proven.arrivedAt,
    visitor: proven.visitor,
    accountId: member.account_id,
    personId: proven.personId,
  });
  return { token: session.token, expiresAt };
}

async function endReplaced(trx: Transaction, tokenHash: string, at: Temporal.Instant): Promise<void> {
  await trx
    .updateTable("session")
    .set({ ended_at: at, ended_because: "replaced" })
    .where("token_hash", "=", tokenHash)
    .where("ended_at", "is", null)
    .execute();
}
