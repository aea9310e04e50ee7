// Finds the one delivery that a presented link, check code or session opens; row-level security shows no other.

import {
  type CollectSessionTable,
  type DeliveryRow,
  lockDelivery,
  type Selectable,
  type Transaction,
} from "@posthorn/db";
import { AppError, type AuthenticationFacts, type CollectorFacts } from "@posthorn/domain";
import type { Presented } from "./ports.ts";

/** Throws not_found `link_unknown`: unknown, mistyped and superseded links look alike, and what stands in no inbox of his. */
export async function findDeliveryId(trx: Transaction, door: Presented): Promise<string> {
  const { presented: hash, inboxDelivery } = door;
  if (inboxDelivery) {
    const found = await trx
      .selectFrom("delivery")
      .select("id")
      .where("id", "=", inboxDelivery)
      .executeTakeFirst();
    if (found) return found.id;
  }
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
  /** As evidence of what he does says it. */
  readonly collector: CollectorFacts;
  readonly opened: readonly string[];
}

/** The delivery, locked, of a collect session that is in force. Throws unauthenticated `collect_session_ended`. */
export async function lockForSession(
  trx: Transaction,
  door: Presented,
  now: Temporal.Instant,
): Promise<IdentifiedAddressee> {
  const first = await findSession(trx, door);
  const row = await lockDelivery(trx, first.delivery_id);
  // Read again under the lock: a repair may have ended it in between.
  return inForce(row, await findSession(trx, door), now);
}

/** The same without the lock, for pages that only read. */
export async function readForSession(
  trx: Transaction,
  door: Presented,
  now: Temporal.Instant,
): Promise<IdentifiedAddressee> {
  const session = await findSession(trx, door);
  const row = await trx
    .selectFrom("delivery")
    .selectAll()
    .where("id", "=", session.delivery_id)
    .executeTakeFirst();
  if (!row) throw ended();
  return inForce(row, session, now);
}

type SessionRow = Selectable<CollectSessionTable>;

async function findSession(trx: Transaction, door: Presented): Promise<SessionRow> {
  if (!door.presentedSession) throw ended();
  const session = await trx
    .selectFrom("collect_session")
    .selectAll()
    .where("token_hash", "=", door.presentedSession)
    .executeTakeFirst();
  if (!session) throw ended();
  return session;
}

function inForce(row: DeliveryRow, session: SessionRow, now: Temporal.Instant): IdentifiedAddressee {
  const over = Temporal.Instant.compare(now, session.expires_at) >= 0;
  if (session.ended_at || over || session.link_generation !== row.link_generation) throw ended();
  return {
    row,
    sessionHash: session.token_hash,
    collector: session.collector ?? possessionOf(session.authentication),
    opened: session.opened,
  };
}

/** With codes possession of both channels is why this is the addressee; identity is not established, so there is no level. */
function possessionOf(authentication: AuthenticationFacts): CollectorFacts {
  if (authentication.method !== "codes") throw new AppError("internal", "method_without_match");
  return { authentication, matched_on: "mailbox+phone" };
}

function ended(): AppError {
  return new AppError("unauthenticated", "collect_session_ended");
}
