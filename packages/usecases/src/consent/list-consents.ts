// The ledger of consents of an account, the newest first, a page at a time: one query a page.

import { sql, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { type ConsentLine, consentOf } from "./consent-row.ts";
import { type PlaceCursor, readPlaceCursor, writePlaceCursor } from "../paging/place-cursor.ts";

export interface ConsentPage {
  readonly consents: readonly ConsentLine[];
  /** To ask for the page before with, or null on the first one. */
  readonly previous: string | null;
  readonly next: string | null;
}

const PAGE = 25;
const EXPORT_PAGE = 1_000;

/** `email`: only those of exactly this address. Errors: bad_request `cursor_invalid`. */
export async function listConsents(
  ctx: Context,
  accountId: string,
  query: { readonly email?: string; readonly cursor?: string },
): Promise<ConsentPage> {
  const from = query.cursor === undefined ? null : readPlaceCursor(query.cursor, "cns");
  const backwards = from?.backwards === true;
  const found = await readPage(ctx, accountId, { email: query.email, from, limit: PAGE + 1 });
  const consents = found.slice(0, PAGE);
  if (backwards) consents.reverse();
  const more = found.length > PAGE;
  const [first, last] = [consents[0], consents.at(-1)];
  return {
    consents,
    previous: first && (backwards ? more : from !== null) ? cursorOf(first, true) : null,
    next: last && (backwards || more) ? cursorOf(last, false) : null,
  };
}

/** All of them, page by page, for a file. */
export async function* allConsents(
  ctx: Context,
  accountId: string,
): AsyncGenerator<readonly ConsentLine[], void, undefined> {
  let from: PlaceCursor | null = null;
  for (;;) {
    const page: readonly ConsentLine[] = await readPage(ctx, accountId, { from, limit: EXPORT_PAGE });
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    from = { at: last.recordedAt, id: last.id, backwards: false };
  }
}

async function readPage(
  ctx: Context,
  accountId: string,
  query: { readonly email?: string | undefined; readonly from: PlaceCursor | null; readonly limit: number },
): Promise<readonly ConsentLine[]> {
  const { email, from, limit } = query;
  const back = from?.backwards === true;
  const rows = await transact(ctx.db, { accountId }, (trx) =>
    trx
      .selectFrom("addressee_consent")
      .selectAll()
      .where("account_id", "=", accountId)
      .$if(email !== undefined, (some) => some.where(sql<boolean>`email_key = lower(${email})`))
      .$if(from !== null, (some) =>
        some.where(sql<boolean>`(recorded_at, id) ${back ? sql`>` : sql`<`} (${from?.at}, ${from?.id})`),
      )
      .orderBy("recorded_at", back ? "asc" : "desc")
      .orderBy("id", back ? "asc" : "desc")
      .limit(limit)
      .execute(),
  );
  return rows.map(consentOf);
}

function cursorOf({ recordedAt: at, id }: ConsentLine, backwards: boolean): string {
  return writePlaceCursor({ backwards, at, id });
}
