// Chooses whom a request is about: the officer does, and says where a name or an address differs that he has checked it.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import { AppError, emailKey, foldName } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { describeDeliveries } from "./describe-deliveries.ts";
import { type DeskRequest, noteDeskAct } from "./desk-act.ts";
import { lockChoice } from "./lock-choice.ts";
import { nameOf } from "./owe-letter.ts";

/**
 * Adds to what is about who asks; null leaves the account holder as he is. Who bears another name is taken only where the officer says that
 * he has checked it; so is who is written to at another address, where a code to the address is all that shows who asks. Errors: forbidden
 * `staff_role_missing`, `staff_not_fresh`; not_found `rights_request_unknown`; conflict `rights_request_state`, `rights_senders_were_told`,
 * `rights_names_differ`, `rights_subject_gone`.
 */
export async function chooseSubject(
  ctx: Context,
  reader: StaffReader,
  chosen: {
    readonly requestId: string;
    readonly personId: string | null;
    readonly deliveryIds: readonly string[];
    readonly otherNames: boolean;
  },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  const ids = [...new Set(chosen.deliveryIds)];
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockChoice(trx, chosen.requestId);
    const found = await describeDeliveries(trx, ids);
    if (found.length !== ids.length) throw new AppError("conflict", "rights_subject_gone");
    const now = await clockNow(trx);
    const { staffId } = reader.staff;
    if (ids.length > 0)
      await trx
        .insertInto("rights_request_delivery")
        .values(
          ids.map((id) => ({ request_id: row.id, delivery_id: id, chosen_by: staffId, chosen_at: now })),
        )
        .onConflict((taken) => taken.doNothing())
        .execute();
    // Who asked in his account is who he is: another is not put in his place.
    const personId = row.channel === "account" ? null : chosen.personId;
    if (personId !== null && !(await isPerson(trx, personId)))
      throw new AppError("conflict", "rights_subject_gone");
    await trx
      .updateTable("rights_request")
      .set({ ...(personId === null ? {} : { person_id: personId }), handled_by: staffId })
      .where("id", "=", row.id)
      .execute();
    const person = personId === null ? null : await findPerson(trx, row.id);
    const all = person === null ? found : [...found, person];
    if (!chosen.otherNames && all.some((one) => differs(row, one)))
      throw new AppError("conflict", "rights_names_differ");
    await noteDeskAct(trx, reader, {
      requestId: row.id,
      event: "subject_chosen",
      at: now,
      words: [personId, ...ids].filter((id) => id !== null).join(" "),
    });
  });
}

async function isPerson(trx: Transaction, personId: string): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`SELECT rights_is_person(${personId}) AS known`.execute(trx);
  return rows[0]?.known === true;
}

/** The account holder whom the request names; null where it names none. */
async function findPerson(
  trx: Transaction,
  requestId: string,
): Promise<{ readonly name: string; readonly email: string } | null> {
  const { rows } = await sql<{ name: string; email: string }>`
    SELECT concat_ws(' ', p ->> 'first_names', p ->> 'family_name') AS name, p ->> 'email' AS email
    FROM (SELECT rights_export_person(${requestId}) -> 'person' AS p) held WHERE p IS NOT NULL`.execute(trx);
  return rows[0] ?? null;
}

/** A code shows that a mailbox is his, and neither the name that he typed nor any other address. */
function differs(row: DeskRequest, one: { readonly name: string; readonly email: string }): boolean {
  if (foldName(one.name) !== foldName(nameOf(row))) return true;
  const mailboxAlone = row.channel === "form" && (row.identity === "open" || row.identity === "codes");
  return mailboxAlone && row.email !== null && emailKey(one.email) !== emailKey(row.email);
}
