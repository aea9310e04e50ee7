// The address book by name, a page at a time, searched by the beginning of a name or an e-mail address: one query a page.

import { sql, transact, type Transaction } from "@posthorn/db";
import { AppError, type Contact, keyBeginnings } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { contactOf, type ContactRow } from "./contact-row.ts";

export interface ContactLine extends Contact {
  readonly id: string;
}

export interface ContactPage {
  readonly contacts: readonly ContactLine[];
  /** To ask for the next page with, or null on the last one. */
  readonly next: string | null;
  /** True where this is not the first page. */
  readonly goesOn: boolean;
}

export interface ContactQuery {
  /** The beginning of a name, family name or first names first, or of an e-mail address. */
  readonly words?: string;
  /** `next` of the page before. */
  readonly cursor?: string;
}

const PAGE = 25;
/** Behind every text that begins with what stands before it. */
const LAST_SIGN = "\u{10ffff}";

interface Place {
  readonly key: string;
  readonly id: string;
}

/** Errors: bad_request `cursor_invalid`. */
export async function listContacts(
  ctx: Context,
  accountId: string,
  query: ContactQuery,
): Promise<ContactPage> {
  const after = query.cursor === undefined ? null : readCursor(query.cursor);
  const rows = await transact(ctx.db, { accountId }, (trx) =>
    findContacts(trx, accountId, query.words?.trim() ?? "", after),
  );
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    contacts: page.map((row) => ({ id: row.id, ...contactOf(row) })),
    next: rows.length > PAGE && last ? writeCursor(last) : null,
    goesOn: after !== null,
  };
}

/** Every beginning is a walk along an index of at most a page; together they are sorted once more. */
export async function findContacts(
  trx: Transaction,
  accountId: string,
  words: string,
  after: Place | null,
): Promise<readonly ContactRow[]> {
  const behind = after === null ? sql`true` : sql`(sort_name, id) > (${after.key}, ${after.id})`;
  const walk = (condition: ReturnType<typeof sql>) => sql`
    (SELECT * FROM contact WHERE account_id = ${accountId} AND ${condition} AND ${behind} ORDER BY sort_name, id LIMIT ${PAGE + 1})`;
  const between = (column: ReturnType<typeof sql>, beginning: string) =>
    sql`${column} >= ${beginning} AND ${column} < ${beginning + LAST_SIGN}`;
  if (words === "") return (await sql<ContactRow>`${walk(sql`true`)}`.execute(trx)).rows;
  const walks = keyBeginnings(words).map((beginning) => walk(between(sql`sort_name`, beginning)));
  if (!/\s/.test(words)) walks.push(walk(between(sql`(lower(email) COLLATE "C")`, words.toLowerCase())));
  const { rows } = await sql<ContactRow>`
    SELECT DISTINCT ON (sort_name, id) * FROM (${sql.join(walks, sql` UNION ALL `)}) found
    ORDER BY sort_name, id LIMIT ${PAGE + 1}`.execute(trx);
  return rows;
}

function writeCursor(place: Pick<ContactRow, "id" | "sort_name">): string {
  return Buffer.from(JSON.stringify([place.sort_name, place.id]), "utf8").toString("base64url");
}

function readCursor(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const [key, id] = Array.isArray(place) ? (place as unknown[]) : [];
    if (
      typeof key === "string" &&
      key.length <= 500 &&
      typeof id === "string" &&
      /^con_[0-9A-Z]{1,40}$/.test(id)
    )
      return { key, id };
  } catch {
    // told below
  }
  throw new AppError("bad_request", "cursor_invalid");
}
