// The addressee's own word about registered mail from this sender: seen, given and withdrawn by who has collected.

import { type DeliveryRow, sql, transact, type Transaction } from "@posthorn/db";
import { AppError, contactKey } from "@posthorn/domain";
import { readForSession } from "../collection/find-delivery.ts";
import type { Presented } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { noteConsents } from "./note-consents.ts";

export interface StandingConsent {
  /** Whether he said so himself; otherwise the sender states it. */
  readonly own: boolean;
  readonly since: Temporal.Instant;
}

interface Answer {
  readonly door: Presented;
  /** As the page showed them, in its language. */
  readonly words: string;
  readonly arrivedAt: Temporal.Instant;
  readonly visitor: Visitor;
}

/** Null where none stands. Throws unauthenticated `collect_session_ended`. */
export async function viewAddresseeConsent(
  ctx: Context,
  door: Presented,
  now: Temporal.Instant,
): Promise<StandingConsent | null> {
  return transact(ctx.db, door, async (trx) => {
    const { row } = await readForSession(trx, door, now);
    const standing = await findStanding(trx, row);
    return standing ? { own: standing.source === "addressee", since: standing.recorded_at } : null;
  });
}

/** Nothing where one stands. Errors: unauthenticated `collect_session_ended`; conflict `not_consigned`. */
export async function giveAddresseeConsent(ctx: Context, answer: Answer): Promise<void> {
  const { door, arrivedAt, words } = answer;
  await transact(ctx.db, door, async (trx) => {
    const row = await readCollected(trx, answer);
    const noted = await noteConsents(trx, ctx, {
      accountId: row.account_id,
      memberId: null,
      deliveryId: row.id,
      at: arrivedAt,
      source: "addressee",
      entries: [{ ...addresseeOf(row), basis: "earlier_consent", statedOn: null, words }],
    });
    if (noted > 0) await log(trx, ctx, row, "consent_given", answer);
  });
}

/** Whoever stated it. Errors: those of `giveAddresseeConsent`. */
export async function withdrawAddresseeConsent(ctx: Context, answer: Answer): Promise<void> {
  const { door, arrivedAt, words } = answer;
  await transact(ctx.db, door, async (trx) => {
    const row = await readCollected(trx, answer);
    const standing = await findStanding(trx, row);
    if (!standing) return;
    await trx
      .updateTable("addressee_consent")
      .set({ withdrawn_at: arrivedAt, withdrawn_by: "addressee", withdrawn_words: words })
      .where("id", "=", standing.id)
      .where("withdrawn_at", "is", null)
      .execute();
    await log(trx, ctx, row, "consent_withdrawn", answer);
  });
}

async function readCollected(trx: Transaction, { door, arrivedAt }: Answer): Promise<DeliveryRow> {
  const { row } = await readForSession(trx, door, arrivedAt);
  if (!row.consigned_at) throw new AppError("conflict", "not_consigned");
  return row;
}

function findStanding(trx: Transaction, row: DeliveryRow) {
  return trx
    .selectFrom("addressee_consent")
    .select(["id", "source", "recorded_at"])
    .where("account_id", "=", row.account_id)
    .where(sql<boolean>`email_key = lower(${row.email})`)
    .where("sort_name", "=", contactKey(addresseeOf(row)))
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
}

function addresseeOf(row: Pick<DeliveryRow, "email" | "name" | "first_names">) {
  return {
    email: row.email,
    name: row.name,
    ...(row.first_names !== null && { firstNames: row.first_names }),
  };
}

function log(
  trx: Transaction,
  ctx: Context,
  row: DeliveryRow,
  act: string,
  { arrivedAt, visitor }: Answer,
): Promise<void> {
  return logUse(trx, ctx, { act, at: arrivedAt, visitor, deliveryId: row.id });
}
