// What enters the inbox of a registered addressee: his verified address and his identified name must both match (domain rules,
// "Registered addressees"). Names are compared here, all else by the database functions, which no other way leads around.

import { clockNow, type DeliveryRow, sql, type Transaction } from "@posthorn/db";
import { matchIdentity } from "@posthorn/domain";

/**
 * At the notice, in the worker's transaction, the delivery locked. Only a person who has a private account can be meant; the
 * members of a company never.
 */
export async function enterAtNotice(
  trx: Transaction,
  row: Pick<DeliveryRow, "id" | "kind" | "email" | "name" | "first_names">,
  at: Temporal.Instant,
): Promise<void> {
  if (row.kind !== "person") return;
  const { rows: owners } = await sql<Named & { readonly person_id: string }>`
    SELECT person_id, family_name AS name, first_names FROM inbox_owners(${row.email})`.execute(trx);
  for (const owner of owners)
    if (sameName(row, owner)) await enter(trx, row.id, owner.person_id, "notice", at);
}

/**
 * What waits for whoever has just become an addressee we know: call it, in the portal's transaction, wherever a person is
 * identified or a new address of his is verified, after that was written. Where he is not (yet) identified, verified, or has no
 * active private account, nothing enters. What is final is not entered later. Answers how many entered.
 */
export async function enterWhatWaits(trx: Transaction, personId: string): Promise<number> {
  const { rows: waiting } = await sql<Waiting>`SELECT * FROM inbox_awaiting(${personId})`.execute(trx);
  if (waiting.length === 0) return 0;
  const at = await clockNow(trx);
  let entered = 0;
  for (const { delivery_id: id, own_name, own_first_names, ...addressee } of waiting) {
    const fits = sameName(addressee, { name: own_name, first_names: own_first_names });
    if (fits && (await enter(trx, id, personId, "registration", at))) entered += 1;
  }
  return entered;
}

interface Named {
  readonly name: string;
  readonly first_names: string | null;
}

interface Waiting extends Named {
  readonly delivery_id: string;
  readonly own_name: string;
  readonly own_first_names: string;
}

/** By the rules by which somebody who identifies himself is compared. */
function sameName(addressee: Named, person: Named): boolean {
  const expected = { familyName: addressee.name, firstNames: addressee.first_names ?? "" };
  const stated = { familyName: person.name, givenNames: person.first_names ?? "" };
  return matchIdentity(expected, stated).kind === "matched";
}

async function enter(
  trx: Transaction,
  deliveryId: string,
  personId: string,
  because: "notice" | "registration",
  at: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql<{ readonly entered: boolean }>`
    SELECT enter_inbox(${deliveryId}, ${personId}, ${because}, ${at}) AS entered`.execute(trx);
  return rows[0]?.entered ?? false;
}
