// The messages of an account, newest first, a page at a time; a page costs the same however many there are.

import { sql, transact, type Transaction } from "@posthorn/db";
import { AppError, type DeliveryStateName } from "@posthorn/domain";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";

export interface MessageLine {
  readonly id: string;
  readonly subject: string;
  readonly acceptedAt: Temporal.Instant;
  readonly deliveries: number;
  /** How many of the deliveries are in which state; states without any are left out. */
  readonly states: Readonly<Partial<Record<DeliveryStateName, number>>>;
}

export interface MessagePage {
  readonly messages: readonly MessageLine[];
  /** To ask for the next page with, or null on the last one. */
  readonly next: string | null;
}

export interface MessageQuery {
  /** `next` of the page before. */
  readonly cursor?: string;
  /** 1..100. */
  readonly limit: number;
  /** Only messages with a delivery in this state. */
  readonly state?: DeliveryStateName;
}

/** Errors: bad_request `cursor_invalid`. */
export async function listMessages(
  ctx: Context,
  reader: AccountReader,
  query: MessageQuery,
): Promise<MessagePage> {
  const { accountId } = reader;
  const after = query.cursor === undefined ? null : readCursor(query.cursor);
  return transact(ctx.db, scopeOf(reader), async (trx) => {
    // One more than asked tells whether there is a next page.
    const found = query.state
      ? findInState(trx, accountId, query.state, after, query.limit + 1)
      : findAll(trx, accountId, after, query.limit + 1);
    const rows = await describe(trx, found);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      messages: page.map((row) => ({
        id: row.id,
        subject: row.subject,
        acceptedAt: row.accepted_at,
        deliveries: row.delivery_count,
        states: row.states,
      })),
      next: last && rows.length > query.limit ? writeCursor(last) : null,
    };
  });
}

interface Place {
  readonly id: string;
  readonly accepted_at: Temporal.Instant;
}

function findAll(trx: Transaction, accountId: string, after: Place | null, count: number) {
  return trx
    .selectFrom("message")
    .select(["id", "accepted_at"])
    .where("account_id", "=", accountId)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(accepted_at, id) < (${after?.accepted_at}, ${after?.id})`),
    )
    .orderBy("accepted_at", "desc")
    .orderBy("id", "desc")
    .limit(count);
}

/** Walks the deliveries in that state, whose instant of acceptance is their message's. */
function findInState(
  trx: Transaction,
  accountId: string,
  state: DeliveryStateName,
  after: Place | null,
  count: number,
) {
  return trx
    .selectFrom("delivery")
    .select(["message_id as id", "accepted_at"])
    .distinct()
    .where("account_id", "=", accountId)
    .where("state", "=", state)
    .$if(after !== null, (query) =>
      query
        .where("accepted_at", "<=", after?.accepted_at ?? null)
        .where(sql<boolean>`(accepted_at, message_id) < (${after?.accepted_at}, ${after?.id})`),
    )
    .orderBy("accepted_at", "desc")
    .orderBy("message_id", "desc")
    .limit(count);
}

interface Row extends Place {
  readonly subject: string;
  readonly delivery_count: number;
  readonly states: MessageLine["states"];
}

/** One query: the page is found first, then each of its few messages is looked up. */
async function describe(
  trx: Transaction,
  places: ReturnType<typeof findAll> | ReturnType<typeof findInState>,
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    WITH page AS MATERIALIZED (${places})
    SELECT page.id, page.accepted_at, m.subject, m.delivery_count, coalesce(d.states, '{}') AS states FROM page
      JOIN LATERAL (SELECT subject, delivery_count FROM message WHERE id = page.id OFFSET 0) m ON true
      CROSS JOIN LATERAL (SELECT json_object_agg(state, count) AS states
        FROM (SELECT state, count(*) FROM delivery WHERE message_id = page.id GROUP BY state) counted) d
    ORDER BY page.accepted_at DESC, page.id DESC`.execute(trx);
  return rows;
}

function writeCursor(place: Place): string {
  return Buffer.from(`${place.accepted_at.epochMilliseconds}.${place.id}`).toString("base64url");
}

function readCursor(cursor: string): Place {
  const [, at, id] =
    /^(\d{1,13})\.([0-9A-Za-z_]{1,64})$/.exec(Buffer.from(cursor, "base64url").toString("latin1")) ?? [];
  if (at === undefined || id === undefined) throw new AppError("bad_request", "cursor_invalid");
  return { id, accepted_at: Temporal.Instant.fromEpochMilliseconds(Number(at)) };
}
