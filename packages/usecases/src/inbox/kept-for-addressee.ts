// How long the addressee of a delivery can read what he collected (R8): registered by his own setting, else 60 days.

import { type DeliveryRow, sql, type Transaction } from "@posthorn/db";
import { brusselsDay, type ContentToKeep, contentKeptUntil } from "@posthorn/domain";
import { heldUntil } from "../hold/hold-subject.ts";

interface ContentForAddressee {
  /** His account's setting; null for who has no account, or whose account this delivery is not in. */
  readonly registeredDays: number | null;
  /** Last day, Brussels; null as long as the delivery is not final. */
  readonly until: Temporal.PlainDate | null;
  /** His key to the content is destroyed. */
  readonly erased: boolean;
}

export interface KeptForAddressee extends ContentForAddressee {
  /** Last day of the evidence, by the period in force; null as long as the delivery is not final. */
  readonly evidenceUntil: Temporal.PlainDate | null;
  /** The last day on which a legal hold keeps all of it; never why. */
  readonly heldUntil: Temporal.PlainDate | null;
}

type Row = Pick<
  DeliveryRow,
  "id" | "account_id" | "kind" | "final_at" | "content_erased_at" | "inbox_falls_on"
>;

/** As collect, as the portal in an inbox, or as the worker. `until` says until when it would be, were it collected. */
export async function keptForAddressee(trx: Transaction, row: Row): Promise<KeptForAddressee> {
  return {
    ...(await contentFor(trx, row)),
    evidenceUntil: await readEvidenceUntil(trx, row),
    heldUntil: (await heldUntil(trx, [row.id])).get(row.id) ?? null,
  };
}

async function readEvidenceUntil(trx: Transaction, row: Row): Promise<Temporal.PlainDate | null> {
  if (row.final_at === null) return null;
  const { rows } = await sql<{ readonly day: Temporal.PlainDate }>`
    SELECT retention.falls_on('R9', ${brusselsDay(row.final_at)}::date, ${row.account_id}) - 1 AS day`.execute(
    trx,
  );
  return rows[0]?.day ?? null;
}

async function contentFor(trx: Transaction, row: Row): Promise<ContentForAddressee> {
  const registeredDays = row.kind === "person" ? await registeredDaysOf(trx, row.id) : null;
  const erased = row.content_erased_at !== null;
  if (row.final_at === null) return { registeredDays, until: null, erased };
  // What was reckoned when he collected holds, whatever became of his account since.
  if (row.inbox_falls_on !== null)
    return { registeredDays, until: row.inbox_falls_on.subtract({ days: 1 }), erased };
  const holder: Pick<ContentToKeep, "holder" | "retentionDays"> =
    registeredDays === null
      ? { holder: "unregistered_addressee", retentionDays: 0 }
      : { holder: "registered_addressee", retentionDays: registeredDays };
  const until = contentKeptUntil({ ...holder, finalAt: row.final_at, collected: true });
  return { registeredDays, until: until === "at_once" ? null : until, erased };
}

async function registeredDaysOf(trx: Transaction, deliveryId: string): Promise<number | null> {
  const { rows } = await sql<{ readonly days: number | null }>`
    SELECT inbox_retention_days(${deliveryId}) AS days`.execute(trx);
  return rows[0]?.days ?? null;
}
