// What the ledger says of the addressees of a message that is being written: one query for all of them.

import { transact } from "@posthorn/db";
import { contactKey } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { type ConsentLine, consentOf } from "./consent-row.ts";

export interface ConsentOf {
  readonly email: string;
  readonly name: string;
  readonly firstNames?: string;
}

/** For each in turn: the consent that stands, else the one withdrawn last, else null. */
export async function findConsents(
  ctx: Context,
  accountId: string,
  addressees: readonly ConsentOf[],
): Promise<readonly (ConsentLine | null)[]> {
  const emails = [
    ...new Set(addressees.map(({ email }) => email.trim().toLowerCase()).filter((email) => email !== "")),
  ];
  if (emails.length === 0) return addressees.map(() => null);
  const rows = await transact(ctx.db, { accountId }, (trx) =>
    trx
      .selectFrom("addressee_consent")
      .selectAll()
      .where("account_id", "=", accountId)
      .where("email_key", "in", emails)
      .orderBy("recorded_at")
      .orderBy("id")
      .execute(),
  );
  const known = new Map<string, ConsentLine>();
  for (const row of rows) {
    const key = JSON.stringify([row.email.toLowerCase(), row.sort_name]);
    const earlier = known.get(key);
    if (earlier && earlier.withdrawn === null) continue;
    known.set(key, consentOf(row));
  }
  return addressees.map(
    (addressee) =>
      known.get(JSON.stringify([addressee.email.trim().toLowerCase(), contactKey(addressee)])) ?? null,
  );
}
