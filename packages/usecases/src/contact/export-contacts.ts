// The whole address book as a file, page by page: never more than one page of it in memory, never one long transaction.

import { transact } from "@posthorn/db";
import { CONTACT_COLUMNS, csvLine, writeVcard } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { contactFields, contactOf, type ContactRow } from "./contact-row.ts";

const PAGE = 1_000;

export type ContactFormat = "csv" | "vcf";

/** UTF-8; the CSV begins with its mark, without which spreadsheets would take it for another encoding. Logged when it begins. */
export async function* exportContacts(
  ctx: Context,
  reader: { readonly accountId: string; readonly personId: string },
  given: { readonly format: ContactFormat; readonly visitor: Visitor; readonly at: Temporal.Instant },
): AsyncGenerator<Uint8Array, void, undefined> {
  const { accountId, personId } = reader;
  await transact(ctx.db, { accountId }, (trx) =>
    logUse(trx, ctx, { act: "contacts_exported", at: given.at, visitor: given.visitor, accountId, personId }),
  );
  const encoder = new TextEncoder();
  if (given.format === "csv") yield encoder.encode(`\ufeff${csvLine(CONTACT_COLUMNS)}`);
  let last: Pick<ContactRow, "id" | "sort_name"> | undefined;
  for (;;) {
    const rows = await readPage(ctx, accountId, last);
    last = rows.at(-1);
    if (last === undefined) return;
    yield encoder.encode(rows.map((row) => (given.format === "csv" ? lineOf(row) : cardOf(row))).join(""));
  }
}

function readPage(
  ctx: Context,
  accountId: string,
  after: Pick<ContactRow, "id" | "sort_name"> | undefined,
): Promise<ContactRow[]> {
  return transact(ctx.db, { accountId }, (trx) => {
    const rows = trx
      .selectFrom("contact")
      .selectAll()
      .where("account_id", "=", accountId)
      .orderBy("sort_name")
      .orderBy("id")
      .limit(PAGE);
    if (after === undefined) return rows.execute();
    return rows
      .where((eb) => eb(eb.refTuple("sort_name", "id"), ">", eb.tuple(after.sort_name, after.id)))
      .execute();
  });
}

function lineOf(row: ContactRow): string {
  const fields = contactFields(contactOf(row));
  return csvLine(CONTACT_COLUMNS.map((name) => fields[name] ?? fields[`postal_address.${name}`] ?? ""));
}

function cardOf(row: ContactRow): string {
  return writeVcard(row.id, contactOf(row));
}
