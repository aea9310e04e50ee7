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
  /** To ask for the page before with, or null on the first one. */
  readonly previous: string | null;
  readonly next: string | null;
}

export interface ContactQuery {
  /** The beginning of a name, family name or first names first, or of an e-mail address. */
  readonly words?: string;
  /** From an earlier page. */
  readonly cursor?: string;
}

const PAGE = 25;
/** Behind every text that begins with what stands before it. */
const LAST_SIGN = "\u{10ffff}";

interface Place {
  readonly key: string;
  readonly id: string;
}

interface Cursor extends Place {
  readonly backwards: boolean;
}

/** Errors: bad_request `cursor_invalid`. */
export async function listContacts(
  ctx: Context,
  accountId: string,
  query: ContactQuery,
): Promise<ContactPage> {
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor);
  const backwards = cursor?.backwards === true;
  const found = await transact(ctx.db, { accountId }, (trx) =>
    findContacts(trx, accountId, query.words?.trim() ?? "", cursor),
  );
  const rows = found.slice(0, PAGE);
  if (backwards) rows.reverse();
  const more = found.length > PAGE;
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    contacts: rows.map((row) => ({ id: row.id, ...contactOf(row) })),
    previous: first && (backwards ? more : cursor !== null) ? writeCursor(first, true) : null,
    next: last && (backwards || more) ? writeCursor(last, false) : null,
  };
}

/** Every beginning is a walk along an index of at most a page; together they are sorted once more. */
async function findContacts(
  trx: Transaction,
  accountId: string,
  words: string,
  cursor: Cursor | null,
): Promise<ContactRow[]> {
  const back = cursor?.backwards === true;
  const order = back ? sql`sort_name DESC, id DESC` : sql`sort_name, id`;
  const beyond =
    cursor === null
      ? sql`true`
      : sql`(sort_name, id) ${back ? sql`<` : sql`>`} (${cursor.key}, ${cursor.id})`;
  const walk = (condition: ReturnType<typeof sql>) => sql`
    (SELECT * FROM contact WHERE account_id = ${accountId} AND ${condition} AND ${beyond} ORDER BY ${order} LIMIT ${PAGE + 1})`;
  const between = (column: ReturnType<typeof sql>, beginning: string) =>
    sql`${column} >= ${beginning} AND ${column} < ${beginning + LAST_SIGN}`;
  if (words === "") return (await sql<ContactRow>`${walk(sql`true`)}`.execute(trx)).rows;
  const walks = keyBeginnings(words).map((beginning) => walk(between(sql`sort_name`, beginning)));
  if (!/\s/.test(words)) walks.push(walk(between(sql`email_key`, words.toLowerCase())));
  const { rows } = await sql<ContactRow>`
    SELECT DISTINCT ON (sort_name, id) * FROM (${sql.join(walks, sql` UNION ALL `)}) found
    ORDER BY ${order} LIMIT ${PAGE + 1}`.execute(trx);
  return rows;
}

function writeCursor(place: Pick<ContactRow, "id" | "sort_name">, backwards: boolean): string {
  return Buffer.from(JSON.stringify([place.sort_name, place.id, backwards]), "utf8").toString("base64url");
}

function readCursor(cursor: string): Cursor {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const [key, id, backwards] = Array.isArray(place) ? (place as unknown[]) : [];
    if (typeof key === "string" && !key.includes("\u0000") && typeof id === "string" && ID.test(id))
      return { key: key.slice(0, 500), id, backwards: backwards === true };
  } catch {
    // told below
  }
  throw new AppError("bad_request", "cursor_invalid");
}

const ID = /^con_[0-9A-Z]{1,40}$/;
