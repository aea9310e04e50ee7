// The ledger of consents of an account, the newest first, a page at a time: one query a page.

import { sql, transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { type ConsentLine, consentOf } from "./consent-row.ts";

export interface ConsentPage {
  readonly consents: readonly ConsentLine[];
  readonly next: string | null;
  readonly goesOn: boolean;
}

const PAGE = 25;
const EXPORT_PAGE = 1_000;

interface Place {
  readonly at: Temporal.Instant;
  readonly id: string;
}

/** `email`: only those of exactly this address. Errors: bad_request `cursor_invalid`. */
export async function listConsents(
  ctx: Context,
  accountId: string,
  query: { readonly email?: string; readonly cursor?: string },
): Promise<ConsentPage> {
  const after = query.cursor === undefined ? null : readCursor(query.cursor);
  const found = await readPage(ctx, accountId, { email: query.email, after, limit: PAGE + 1 });
  const consents = found.slice(0, PAGE);
  const last = consents.at(-1);
  return {
    consents,
    next: found.length > PAGE && last ? writeCursor({ at: last.recordedAt, id: last.id }) : null,
    goesOn: after !== null,
  };
}

/** All of them, page by page, for a file. */
export async function* allConsents(
  ctx: Context,
  accountId: string,
): AsyncGenerator<readonly ConsentLine[], void, undefined> {
  let after: Place | null = null;
  for (;;) {
    const page: readonly ConsentLine[] = await readPage(ctx, accountId, { after, limit: EXPORT_PAGE });
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = { at: last.recordedAt, id: last.id };
  }
}

async function readPage(
  ctx: Context,
  accountId: string,
  query: { readonly email?: string | undefined; readonly after: Place | null; readonly limit: number },
): Promise<readonly ConsentLine[]> {
  const { email, after, limit } = query;
  const rows = await transact(ctx.db, { accountId }, (trx) =>
    trx
      .selectFrom("addressee_consent")
      .selectAll()
      .where("account_id", "=", accountId)
      .$if(email !== undefined, (some) =>
        some.where(sql<boolean>`(lower(email) COLLATE "C") = lower(${email})`),
      )
      .$if(after !== null, (some) =>
        some.where(sql<boolean>`(recorded_at, id) < (${after?.at}, ${after?.id})`),
      )
      .orderBy("recorded_at", "desc")
      .orderBy("id", "desc")
      .limit(limit)
      .execute(),
  );
  return rows.map(consentOf);
}

function writeCursor({ at, id }: Place): string {
  return Buffer.from(`${at.epochMilliseconds}.${id}`).toString("base64url");
}

function readCursor(cursor: string): Place {
  const [, at, id] =
    /^(\d{1,15})\.(cns_[0-9A-Z]{1,40})$/.exec(Buffer.from(cursor, "base64url").toString("latin1")) ?? [];
  if (at === undefined || id === undefined) throw new AppError("bad_request", "cursor_invalid");
  return { id, at: Temporal.Instant.fromEpochMilliseconds(Number(at)) };
}
