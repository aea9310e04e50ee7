// One contact: looked up, written, changed, several deleted at once; the same address under the same name stands once.

import { clockNow, isUniqueViolation, transact } from "@posthorn/db";
import { AppError, type Contact, type Language, parseContact } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { contactColumns, contactOf } from "./contact-row.ts";
import type { ContactLine } from "./list-contacts.ts";

/** At most so many go at once: as many as a page of the list can tick, twice over. */
const DELETED_AT_ONCE = 100;

/** Errors: not_found `contact_not_found` (another account's too). */
export async function loadContact(ctx: Context, accountId: string, contactId: string): Promise<ContactLine> {
  const [found] = await loadContacts(ctx, accountId, [contactId]);
  if (!found) throw new AppError("not_found", "contact_not_found");
  return found;
}

/** Those of these that the account has, by name. */
export async function loadContacts(
  ctx: Context,
  accountId: string,
  contactIds: readonly string[],
): Promise<readonly ContactLine[]> {
  if (contactIds.length === 0) return [];
  const rows = await transact(ctx.db, { accountId }, (trx) =>
    trx
      .selectFrom("contact")
      .selectAll()
      .where("account_id", "=", accountId)
      .where("id", "in", contactIds)
      .orderBy("sort_name")
      .orderBy("id")
      .execute(),
  );
  return rows.map((row) => ({ id: row.id, ...contactOf(row) }));
}

export interface ContactOwner {
  readonly accountId: string;
  readonly language: Language;
}

/**
 * Returns the new contact's id. Errors: bad_request `contact_invalid` with fields; conflict `contact_known` where the same
 * address stands under the same name.
 */
export async function addContact(
  ctx: Context,
  owner: ContactOwner,
  fields: Readonly<Record<string, unknown>>,
): Promise<string> {
  const contact = readContact(owner, fields);
  return once(() =>
    transact(ctx.db, { accountId: owner.accountId }, async (trx) => {
      const now = await clockNow(trx);
      const id = ctx.newId("con", now);
      await trx
        .insertInto("contact")
        .values({
          id,
          account_id: owner.accountId,
          ...contactColumns(contact),
          created_at: now,
          changed_at: now,
        })
        .execute();
      return id;
    }),
  );
}

/** Errors: those of `addContact` and `loadContact`. */
export async function changeContact(
  ctx: Context,
  owner: ContactOwner,
  contactId: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  await loadContact(ctx, owner.accountId, contactId);
  const contact = readContact(owner, fields);
  await once(() =>
    transact(ctx.db, { accountId: owner.accountId }, async (trx) => {
      await trx
        .updateTable("contact")
        .set({ ...contactColumns(contact), changed_at: await clockNow(trx) })
        .where("account_id", "=", owner.accountId)
        .where("id", "=", contactId)
        .execute();
    }),
  );
}

/** Returns how many there were to delete. Errors: bad_request `too_many_contacts`. */
export async function deleteContacts(
  ctx: Context,
  accountId: string,
  contactIds: readonly string[],
): Promise<number> {
  if (contactIds.length > DELETED_AT_ONCE) throw new AppError("bad_request", "too_many_contacts");
  if (contactIds.length === 0) return 0;
  const gone = await transact(ctx.db, { accountId }, (trx) =>
    trx
      .deleteFrom("contact")
      .where("account_id", "=", accountId)
      .where("id", "in", contactIds)
      .executeTakeFirst(),
  );
  return Number(gone.numDeletedRows);
}

function readContact(owner: ContactOwner, fields: Readonly<Record<string, unknown>>): Contact {
  const parsed = parseContact(fields, { defaultLanguage: owner.language });
  if (!parsed.ok) throw new AppError("bad_request", "contact_invalid", { fields: parsed.errors });
  return parsed.value;
}

async function once<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isUniqueViolation(error, "contact_once")) throw error;
    throw new AppError("conflict", "contact_known", {
      fields: [{ path: "email", code: "contact_known" }],
      cause: error,
    });
  }
}
