// Finds the one delivery that a presented link, check code or session opens; row-level security shows no other.

import { type DeliveryRow, lockDelivery, type Transaction } from "@posthorn/db";
import { AppError, type AuthenticationFacts } from "@posthorn/domain";
import type { Presented } from "./ports.ts";

/** Throws not_found `link_unknown`: unknown, mistyped and superseded links look alike. */
export async function findDeliveryId(trx: Transaction, door: Presented): Promise<string> {
  const hash = door.presented;
  if (hash) {
    const found = await trx
      .selectFrom("delivery")
      .select("id")
      .where((eb) => eb.or([eb("link_hash", "=", hash), eb("check_code_hash", "=", hash)]))
      .executeTakeFirst();
    if (found) return found.id;
  }
  throw new AppError("not_found", "link_unknown");
}

export interface IdentifiedAddressee {
  readonly row: DeliveryRow;
  readonly sessionHash: string;
  readonly authentication: AuthenticationFacts;
  readonly opened: readonly string[];
}

/** The delivery, locked, of a collect session that is in force. Throws unauthenticated `collect_session_ended`. */
export async function lockForSession(trx: Transaction, door: Presented, now: Temporal.Instant): Promise<IdentifiedAddressee> {
  const hash = door.presentedSession;
  const session = hash
    ? await trx.selectFrom("collect_session").selectAll().where("token_hash", "=", hash).executeTakeFirst()
    : undefined;
  if (!hash || !session) throw new AppError("unauthenticated", "collect_session_ended");
  const row = await lockDelivery(trx, session.delivery_id);
  const current = await trx
    .selectFrom("collect_session")
    .select(["ended_at", "expires_at", "link_generation", "opened"])
    .where("token_hash", "=", hash)
    .executeTakeFirst();
  if (
    !current ||
    current.ended_at ||
    current.link_generation !== row.link_generation ||
    Temporal.Instant.compare(now, current.expires_at) >= 0
  ) {
    throw new AppError("unauthenticated", "collect_session_ended");
  }
  return { row, sessionHash: hash, authentication: session.authentication, opened: current.opened };
}
