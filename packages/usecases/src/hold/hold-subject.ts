// What a hold names, looked up while nobody erases: whoever does has done so before, or finds the hold.

import { sql, type Transaction } from "@posthorn/db";
import type { HoldScope } from "@posthorn/domain";

export interface HoldSubject {
  /** Of the sender whose it is; null for a person, and for what is gone. */
  readonly accountId: string | null;
  /** Name of the account, or of the person. */
  readonly label: string;
  /** How many deliveries it names. */
  readonly deliveries: number;
  /** Everything it would keep was erased before. */
  readonly gone: boolean;
  /** The content was erased, what else there is is not. */
  readonly contentGone: boolean;
}

/** Until the end of the transaction nothing is erased; ask what is there in a statement after this one. Keep it short. */
export async function lockHolds(trx: Transaction): Promise<void> {
  await sql`SELECT retention.lock_holds()`.execute(trx);
}

/** Null where nobody ever had such an id. As the desk alone. */
export async function findHoldSubject(
  trx: Transaction,
  scope: HoldScope,
  id: string,
): Promise<HoldSubject | null> {
  const { rows } = await sql<{
    account_id: string | null;
    label: string;
    deliveries: number;
    gone: boolean;
    content_gone: boolean;
  }>`SELECT * FROM retention.hold_subject(${scope}, ${id})`.execute(trx);
  const row = rows[0];
  if (!row) return null;
  return {
    accountId: row.account_id,
    label: row.label,
    deliveries: row.deliveries,
    gone: row.gone,
    contentGone: row.content_gone,
  };
}

/** The last day on which a hold keeps what belongs to each of these deliveries; those that none names are left out. */
export async function heldUntil(
  trx: Transaction,
  deliveryIds: readonly string[],
): Promise<ReadonlyMap<string, Temporal.PlainDate>> {
  if (deliveryIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; until: Temporal.PlainDate }>`
    SELECT id, until FROM retention.held_until(${[...deliveryIds]})`.execute(trx);
  return new Map(rows.map(({ id, until }) => [id, until]));
}
