// What the privacy desk sees of the letters that a request may be about, and which were chosen for it.

import { sql, type Transaction } from "@posthorn/db";

export interface FoundDelivery {
  readonly id: string;
  readonly sender: string;
  readonly name: string;
  readonly familyName: string;
  readonly firstNames: string | null;
  readonly email: string;
  readonly mobile: string | null;
  /** In one line; null where none was given. */
  readonly address: string | null;
  readonly birthDate: string | null;
  readonly state: string;
  readonly acceptedAt: Temporal.Instant;
  readonly finalAt: Temporal.Instant | null;
  readonly finalBy: Temporal.PlainDate;
  /** Last day on which its evidence is kept; null while it is on its way. */
  readonly evidenceUntil: Temporal.PlainDate | null;
}

/** The letters chosen for a request, the latest first. */
export async function findChosen(trx: Transaction, requestId: string): Promise<readonly FoundDelivery[]> {
  const rows = await trx
    .selectFrom("rights_request_delivery")
    .select("delivery_id")
    .where("request_id", "=", requestId)
    .execute();
  return describeDeliveries(
    trx,
    rows.map(({ delivery_id }) => delivery_id),
  );
}

export async function describeDeliveries(
  trx: Transaction,
  ids: readonly string[],
): Promise<readonly FoundDelivery[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<DeliveryRow>`SELECT * FROM rights_deliveries(${[...ids]})`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    sender: row.sender,
    name: `${row.first_names ?? ""} ${row.name}`.trim(),
    familyName: row.name,
    firstNames: row.first_names,
    email: row.email,
    mobile: row.mobile,
    address: addressOf(row),
    birthDate: row.birth_date,
    state: row.state,
    acceptedAt: row.accepted_at,
    finalAt: row.final_at,
    finalBy: row.final_by,
    evidenceUntil: row.evidence_until,
  }));
}

interface DeliveryRow {
  readonly id: string;
  readonly sender: string;
  readonly name: string;
  readonly first_names: string | null;
  readonly email: string;
  readonly mobile: string | null;
  readonly street: string | null;
  readonly number: string | null;
  readonly box: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly birth_date: string | null;
  readonly state: string;
  readonly accepted_at: Temporal.Instant;
  readonly final_at: Temporal.Instant | null;
  readonly final_by: Temporal.PlainDate;
  readonly evidence_until: Temporal.PlainDate | null;
}

function addressOf(row: DeliveryRow): string | null {
  if (row.street === null) return null;
  const box = row.box === null ? "" : ` / ${row.box}`;
  return `${row.street} ${row.number ?? ""}${box}, ${row.postcode ?? ""} ${row.town ?? ""}`.trim();
}
