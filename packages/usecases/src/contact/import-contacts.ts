// Reads a file of contacts into the address book: batch by batch, what is wrong told by line, the rest kept.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import {
  AppError,
  brusselsDay,
  type Contact,
  type FieldError,
  type Language,
  nestRow,
  parseConsent,
  parseContact,
} from "@posthorn/domain";
import { type ConsentEntry, isAfter, noteConsents } from "../consent/note-consents.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { contactColumns } from "./contact-row.ts";
import { CONTACT_FILE_ROWS, type FileRow, openContactFile, type Understood } from "./read-rows.ts";

export interface BadRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly errors: readonly FieldError[];
}

export interface ImportReport {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly understood: Understood;
  readonly added: number;
  readonly changed: number;
  readonly bad: number;
  /** The first `BAD_ROWS_KEPT`. */
  readonly badRows: readonly BadRow[];
}

/** More bad rows than this are counted and no longer kept. */
export const BAD_ROWS_KEPT = 5_000;
const BAD_ROWS_CHARACTERS = 4_000_000;
const BATCH = 1_000;
/** How long a report can be looked at. */
const REPORT_HOURS = 24;

export interface ImportInput {
  readonly accountId: string;
  readonly memberId: string;
  readonly personId: string;
  /** Of rows that name none. */
  readonly language: Language;
  readonly source: AsyncIterable<Uint8Array>;
  readonly visitor: Visitor;
}

interface Counts {
  added: number;
  changed: number;
  bad: number;
  badCharacters: number;
  readonly badRows: BadRow[];
}

/**
 * Returns the id of the report. Each batch is kept for good once it is written: a file that is read in again after a failure
 * changes what it has added. Errors: those of `openContactFile`; too_large `contact_rows_too_many`, the first ones are kept.
 */
export async function importContacts(ctx: Context, input: ImportInput): Promise<string> {
  const file = await openContactFile(input.source);
  const today = brusselsDay(await clockNow(ctx.db));
  const counts: Counts = { added: 0, changed: 0, bad: 0, badCharacters: 0, badRows: [] };
  let batch: Good[] = [];
  let rows = 0;
  for await (const row of file.rows) {
    rows += 1;
    if (rows > CONTACT_FILE_ROWS)
      throw new AppError("too_large", "contact_rows_too_many", { detail: String(CONTACT_FILE_ROWS) });
    const good = readGood(row, { defaultLanguage: input.language, today }, counts);
    if (good) batch.push(good);
    if (batch.length === BATCH) {
      await keepBatch(ctx, input, batch, counts);
      batch = [];
    }
  }
  if (batch.length > 0) await keepBatch(ctx, input, batch, counts);
  return writeReport(ctx, input, file.understood, counts);
}

interface Good {
  readonly contact: Contact;
  readonly consent: Omit<ConsentEntry, "email" | "name" | "firstNames"> | null;
}

function readGood(
  row: FileRow,
  { defaultLanguage, today }: { readonly defaultLanguage: Language; readonly today: Temporal.PlainDate },
  counts: Counts,
): Good | null {
  if (!row.read.ok) {
    keepBad(counts, row, [{ path: "", code: row.read.code }]);
    return null;
  }
  const raw = nestRow(row.read.row);
  const parsed = parseContact(raw, { defaultLanguage });
  const consent = parseConsent("addressee_consent", raw["addressee_consent"]);
  if (!parsed.ok || !consent.ok) {
    keepBad(counts, row, [...(parsed.ok ? [] : parsed.errors), ...(consent.ok ? [] : consent.errors)]);
    return null;
  }
  const { basis, statedOn, words } = consent.value;
  if (isAfter(statedOn, today)) {
    keepBad(counts, row, [{ path: "addressee_consent.stated_on", code: "date_in_future" }]);
    return null;
  }
  return {
    contact: parsed.value,
    consent: basis === "none_stated" ? null : { basis, statedOn: statedOn ?? null, words: words ?? null },
  };
}

function keepBad(counts: Counts, { line, cells }: FileRow, errors: readonly FieldError[]): void {
  counts.bad += 1;
  const size = cells.reduce((sum, cell) => sum + cell.length, 0);
  if (counts.badRows.length >= BAD_ROWS_KEPT || counts.badCharacters + size > BAD_ROWS_CHARACTERS) return;
  counts.badCharacters += size;
  counts.badRows.push({ line, cells, errors });
}

async function keepBatch(
  ctx: Context,
  { accountId, memberId }: ImportInput,
  batch: readonly Good[],
  counts: Counts,
): Promise<void> {
  await transact(ctx.db, { accountId }, async (trx) => {
    const at = await clockNow(trx);
    const written = await upsertContacts(trx, ctx, {
      accountId,
      at,
      contacts: batch.map(({ contact }) => contact),
    });
    counts.added += written.added;
    counts.changed += written.changed;
    await noteConsents(trx, ctx, {
      accountId,
      memberId,
      at,
      source: "import",
      entries: batch.flatMap(({ contact, consent }) =>
        consent === null ? [] : [{ ...contact, ...consent }],
      ),
    });
  });
}

/** One statement for all; of the same contact twice the later one counts. */
export async function upsertContacts(
  trx: Transaction,
  ctx: Context,
  given: { readonly accountId: string; readonly at: Temporal.Instant; readonly contacts: readonly Contact[] },
): Promise<{ readonly added: number; readonly changed: number }> {
  const columns = given.contacts.map(contactColumns);
  const of = (name: keyof (typeof columns)[number]) => sql`${columns.map((row) => row[name])}::text[]`;
  const ids = given.contacts.map(() => ctx.newId("con", given.at));
  const { rows } = await sql<{ added: boolean }>`
    INSERT INTO contact AS kept (id, account_id, kind, name, first_names, enterprise_number, attention_of, email, mobile,
      street, number, box, postcode, town, country, language, sort_name, created_at, changed_at)
    SELECT DISTINCT ON (lower(email), sort_name) id, ${given.accountId}, kind, name, first_names, enterprise_number, attention_of, email, mobile,
      street, number, box, postcode, town, country, language, sort_name, ${given.at}::timestamptz, ${given.at}::timestamptz
    FROM unnest(${ids}::text[], ${of("kind")}, ${of("name")}, ${of("first_names")}, ${of("enterprise_number")}, ${of("attention_of")},
      ${of("email")}, ${of("mobile")}, ${of("street")}, ${of("number")}, ${of("box")}, ${of("postcode")}, ${of("town")},
      ${of("country")}, ${of("language")}, ${of("sort_name")})
      WITH ORDINALITY AS given (id, kind, name, first_names, enterprise_number, attention_of, email, mobile,
        street, number, box, postcode, town, country, language, sort_name, ordinal)
    ORDER BY lower(email), sort_name, ordinal DESC
    ON CONFLICT (account_id, email_key, sort_name) DO UPDATE SET
      kind = excluded.kind, name = excluded.name, first_names = excluded.first_names, enterprise_number = excluded.enterprise_number,
      attention_of = excluded.attention_of, email = excluded.email, mobile = excluded.mobile, street = excluded.street,
      number = excluded.number, box = excluded.box, postcode = excluded.postcode, town = excluded.town, country = excluded.country,
      language = excluded.language, changed_at = excluded.changed_at
    RETURNING (xmax = 0) AS added`.execute(trx);
  const added = rows.filter((row) => row.added).length;
  return { added, changed: rows.length - added };
}

async function writeReport(
  ctx: Context,
  input: ImportInput,
  understood: Understood,
  counts: Counts,
): Promise<string> {
  const { accountId, memberId, personId, visitor } = input;
  return transact(ctx.db, { accountId }, async (trx) => {
    const at = await clockNow(trx);
    await trx
      .deleteFrom("contact_import")
      .where("at", "<", at.subtract({ hours: REPORT_HOURS }))
      .execute();
    const id = ctx.newId("imp", at);
    await trx
      .insertInto("contact_import")
      .values({
        id,
        account_id: accountId,
        member_id: memberId,
        at,
        understood: JSON.stringify(understood),
        added: counts.added,
        changed: counts.changed,
        bad: counts.bad,
        // Signs that cannot be stored, NUL say, are shown as missing ones.
        bad_rows: JSON.stringify(counts.badRows).replaceAll("\\u0000", "\ufffd"),
      })
      .execute();
    await logUse(trx, ctx, { act: "contacts_imported", at, visitor, accountId, personId });
    return id;
  });
}

/** Errors: not_found `import_not_found`: another account's, or older than a day. */
export async function loadImport(ctx: Context, accountId: string, importId: string): Promise<ImportReport> {
  return transact(ctx.db, { accountId }, async (trx) => {
    const now = await clockNow(trx);
    const row = await trx
      .selectFrom("contact_import")
      .selectAll()
      .where("account_id", "=", accountId)
      .where("id", "=", importId)
      .where("at", ">", now.subtract({ hours: REPORT_HOURS }))
      .executeTakeFirst();
    if (!row) throw new AppError("not_found", "import_not_found");
    return {
      id: row.id,
      at: row.at,
      understood: row.understood as Understood,
      added: row.added,
      changed: row.changed,
      bad: row.bad,
      badRows: row.bad_rows as readonly BadRow[],
    };
  });
}
