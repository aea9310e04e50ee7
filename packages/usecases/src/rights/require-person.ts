// A restriction is of a person where he has an account, and not of a mailbox that others read as well (GDPR art. 18).

import { sql, type Transaction } from "@posthorn/db";
import { AppError, foldName } from "@posthorn/domain";
import type { DeskRequest } from "./desk-act.ts";
import { findChosen } from "./describe-deliveries.ts";

/** More than ever have one verified address. */
const PEOPLE_MOST = 10;

/**
 * Nothing is put together by itself: where an account holder bears the name and the address of a chosen letter, the officer chooses him, or
 * takes that letter away. Errors: conflict `rights_person_not_chosen`.
 */
export async function requirePerson(trx: Transaction, row: DeskRequest): Promise<void> {
  if (row.kind !== "restriction" || row.person_id !== null) return;
  const letters = (await findChosen(trx, row.id)).filter(({ email }) => email !== "");
  for (const { email, name } of letters) {
    const { rows } = await sql<{ family_name: string; first_names: string }>`
      SELECT family_name, first_names FROM rights_find_people(${email}, NULL, ${PEOPLE_MOST})`.execute(trx);
    const wanted = foldName(name);
    if (rows.some((person) => foldName(`${person.first_names} ${person.family_name}`) === wanted))
      throw new AppError("conflict", "rights_person_not_chosen");
  }
}
