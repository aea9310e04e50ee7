// Why no letter can go to a delivery's address, and whom to ask: the sender, while he can still mend it.

import { type DeliveryRow, sql, type Transaction } from "@posthorn/db";
import { type AddressProblem, addressProblemOf, EVERY_COUNTRY, type Instant } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { oweErrand } from "../record/owe-errand.ts";
import { partyOf, postalAddressOf } from "./addressee-of.ts";

/** Days before the deadline on which the sender is asked at the latest. */
const ASKED_DAYS_BEFORE = 5;

/** Which countries are served was judged when it was sent. */
export function problemOfRow(row: DeliveryRow): AddressProblem | null {
  if (row.address_problem !== null) return row.address_problem;
  return addressProblemOf(postalAddressOf(row), [EVERY_COUNTRY], partyOf(row));
}

/** Of a locked delivery. The sender is asked where mending is still possible. */
export async function setAddressProblem(
  trx: Transaction,
  ctx: Context,
  row: DeliveryRow,
  problem: AddressProblem,
  at: Instant,
): Promise<void> {
  if (row.address_problem !== problem) {
    await trx
      .updateTable("delivery")
      .set({ address_problem: problem, address_problem_at: at })
      .where("id", "=", row.id)
      .execute();
  }
  await askOne(trx, ctx, row.id, at);
}

async function askOne(trx: Transaction, ctx: Context, deliveryId: string, at: Instant): Promise<void> {
  for (const { occasion } of await findUnasked(trx, at, deliveryId))
    await oweErrand(trx, ctx, deliveryId, "address_needed", occasion, at);
}

/**
 * Deliveries whose letter has no address it can go to and whose sender was not asked yet: some days before the deadline,
 * when the letter is due, and whenever somebody found the address unusable; each of these once.
 */
export async function findUnasked(
  trx: Transaction,
  now: Instant,
  deliveryId: string | null,
): Promise<readonly { readonly id: string; readonly occasion: string }[]> {
  const soon = now.add({ hours: 24 * ASKED_DAYS_BEFORE });
  const { rows } = await sql<{ id: string; occasion: string }>`SELECT id, occasion FROM (
      SELECT d.id, d.deadline_at, CASE
        WHEN d.address_problem <> 'missing'
          THEN 'problem ' || to_char(d.address_problem_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        WHEN d.state = 'to_print' THEN 'to_print'
        WHEN d.deadline_at <= ${soon} THEN 'deadline ' || d.notice_round END AS occasion
      FROM delivery d
      WHERE d.postal_fallback AND d.final_at IS NULL AND d.print_released_at IS NULL
        AND (d.street IS NULL OR d.address_problem IS NOT NULL)
        AND (${deliveryId}::text IS NULL OR d.id = ${deliveryId})) found
    WHERE occasion IS NOT NULL AND NOT EXISTS
      (SELECT FROM errand e WHERE e.delivery_id = found.id AND e.kind = 'address_needed' AND e.occasion = found.occasion)
    ORDER BY deadline_at, id LIMIT 200`.execute(trx);
  return rows;
}
