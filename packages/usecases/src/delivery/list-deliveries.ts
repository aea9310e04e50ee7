// What an account has sent, the newest first: by state, by words of subject or addressee, in pages by cursor.

import { sql, transact, type Transaction } from "@posthorn/db";
import { type DeliveryStateName } from "@posthorn/domain";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";
import { containing } from "../paging/containing.ts";
import { type PlaceCursor, readPlaceCursor, writePlaceCursor } from "../paging/place-cursor.ts";

export interface SentLine {
  readonly id: string;
  readonly messageId: string;
  readonly ordinal: number;
  /** Deliveries of the same message, this one included. */
  readonly deliveryCount: number;
  readonly subject: string;
  readonly state: DeliveryStateName;
  readonly acceptedAt: Temporal.Instant;
  readonly collectUntil: Temporal.PlainDate | null;
  readonly name: string;
  readonly firstNames: string | null;
  readonly email: string;
  /** From then on nothing names him here (R7). */
  readonly addresseeErasedAt: Temporal.Instant | null;
}

export interface SentPage {
  readonly lines: readonly SentLine[];
  /** Cursor of the page before this one, of newer deliveries. */
  readonly previous: string | null;
  readonly next: string | null;
  /** Where a search has looked so far without reaching the end; `next` then goes on from there. */
  readonly lookedBackTo: Temporal.Instant | null;
}

export interface SentQuery {
  /** Part of a subject, name or e-mail address; letter case does not matter. */
  readonly words?: string;
  readonly state?: DeliveryStateName;
  /** From an earlier page. */
  readonly cursor?: string;
}

const PAGE = 25;
/** A search reads at most so many deliveries for one page: its time never grows with the account. */
const SEARCHED = 1_000;

/** Errors: bad_request `cursor_invalid`. */
export async function listDeliveries(
  ctx: Context,
  reader: AccountReader,
  query: SentQuery,
): Promise<SentPage> {
  const { accountId } = reader;
  const cursor = query.cursor === undefined ? null : readPlaceCursor(query.cursor, "dlv");
  return transact(ctx.db, scopeOf(reader), async (trx) => {
    const words = query.words?.trim() ?? "";
    const backwards = cursor?.backwards === true;
    const found = await select(trx, accountId, { ...query, words }, cursor);
    const lines = backwards ? found.lines.toReversed() : found.lines;
    const first = lines[0];
    const last = lines.at(-1);
    const moreOlder = backwards || found.more;
    const moreNewer = backwards ? found.more : cursor !== null;
    return {
      lines,
      previous: moreNewer && first ? cursorOf(true, first) : null,
      next: found.stoppedAt
        ? cursorOf(false, found.stoppedAt)
        : moreOlder && last
          ? cursorOf(false, last)
          : null,
      lookedBackTo: found.stoppedAt?.acceptedAt ?? null,
    };
  });
}

interface Place {
  readonly acceptedAt: Temporal.Instant;
  readonly id: string;
}

interface Found {
  readonly lines: readonly SentLine[];
  readonly more: boolean;
  readonly stoppedAt: Place | null;
}

interface Row {
  readonly id: string | null;
  readonly message_id: string;
  readonly ordinal: number;
  readonly state: DeliveryStateName;
  readonly accepted_at: Temporal.Instant;
  readonly collect_until: Temporal.PlainDate | null;
  readonly name: string;
  readonly first_names: string | null;
  readonly email: string;
  readonly addressee_erased_at: Temporal.Instant | null;
  readonly subject: string;
  readonly delivery_count: number;
  /** How many deliveries were read, and the last of them. */
  readonly looked: number;
  readonly last_at: Temporal.Instant;
  readonly last_id: string;
}

/** One query: the deliveries in question, at most `SEARCHED`, of them those with the words, and how far was looked. */
async function select(
  trx: Transaction,
  accountId: string,
  query: SentQuery & { readonly words: string },
  cursor: PlaceCursor | null,
): Promise<Found> {
  const backwards = cursor?.backwards === true;
  const [order, reverse] = backwards ? [sql`ASC`, sql`DESC`] : [sql`DESC`, sql`ASC`];
  const beyond = cursor
    ? sql`AND (accepted_at, id) ${backwards ? sql`>` : sql`<`} (${cursor.at}, ${cursor.id})`
    : sql``;
  const inState = query.state ? sql`AND state = ${query.state}` : sql``;
  const searched = query.words !== "";
  const pattern = containing(query.words);
  const fits = searched
    ? sql`WHERE m.subject ILIKE ${pattern}
        OR (l.addressee_erased_at IS NULL AND (l.email ILIKE ${pattern} OR concat_ws(' ', l.first_names, l.name) ILIKE ${pattern}))`
    : sql``;
  const { rows } = await sql<Row>`
    WITH looked_at AS MATERIALIZED (
      SELECT id, message_id, ordinal, state, accepted_at, collect_until, name, first_names, email, addressee_erased_at FROM delivery
      -- Said although row-level security says it too: the index begins with it.
      WHERE account_id = ${accountId} ${inState} ${beyond}
      ORDER BY accepted_at ${order}, id ${order} LIMIT ${sql.lit(searched ? SEARCHED : PAGE + 1)}),
    found AS (
      SELECT l.*, m.subject, m.delivery_count FROM looked_at l
        -- One look-up a delivery: reading all messages of all accounts would cost more than these few.
        JOIN LATERAL (SELECT subject, delivery_count FROM message WHERE id = l.message_id OFFSET 0) m ON true ${fits}
      ORDER BY l.accepted_at ${order}, l.id ${order} LIMIT ${sql.lit(PAGE + 1)}),
    reach AS (
      SELECT accepted_at AS last_at, id AS last_id, count(*) OVER ()::int AS looked FROM looked_at
      ORDER BY accepted_at ${reverse}, id ${reverse} LIMIT 1)
    SELECT f.*, r.* FROM reach r LEFT JOIN found f ON true ORDER BY f.accepted_at ${order}, f.id ${order}`.execute(
    trx,
  );
  const found = rows.flatMap((row) => (row.id === null ? [] : [lineOf({ ...row, id: row.id })]));
  const more = found.length > PAGE;
  const reach = rows[0];
  const stopped = searched && !more && reach !== undefined && reach.looked === SEARCHED;
  return {
    lines: found.slice(0, PAGE),
    more,
    stoppedAt: stopped ? { acceptedAt: reach.last_at, id: reach.last_id } : null,
  };
}

function lineOf(row: Row & { readonly id: string }): SentLine {
  return {
    id: row.id,
    messageId: row.message_id,
    ordinal: row.ordinal,
    deliveryCount: row.delivery_count,
    subject: row.subject,
    state: row.state,
    acceptedAt: row.accepted_at,
    collectUntil: row.collect_until,
    ...(row.addressee_erased_at === null
      ? { name: row.name, firstNames: row.first_names, email: row.email }
      : { name: "", firstNames: null, email: "" }),
    addresseeErasedAt: row.addressee_erased_at,
  };
}

function cursorOf(backwards: boolean, { acceptedAt: at, id }: Place): string {
  return writePlaceCursor({ backwards, at, id });
}
