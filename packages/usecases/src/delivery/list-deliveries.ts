// What an account has sent, the newest first: by state, by words of subject or addressee, in pages by cursor.

import { sql, transact, type Transaction } from "@posthorn/db";
import { AppError, type DeliveryStateName } from "@posthorn/domain";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";

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
const SEARCHED = 20_000;

/** Errors: bad_request `cursor_invalid`. */
export async function listDeliveries(
  ctx: Context,
  reader: AccountReader,
  query: SentQuery,
): Promise<SentPage> {
  const { accountId } = reader;
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor);
  return transact(ctx.db, scopeOf(reader), async (trx) => {
    const words = query.words?.trim() ?? "";
    const backwards = cursor?.direction === "newer";
    const found = await select(trx, accountId, { ...query, words }, cursor);
    const lines = backwards ? found.lines.toReversed() : found.lines;
    const first = lines[0];
    const last = lines.at(-1);
    const moreOlder = backwards || found.more;
    const moreNewer = backwards ? found.more : cursor !== null;
    return {
      lines,
      previous: moreNewer && first ? cursorOf("newer", first) : null,
      next: found.stoppedAt
        ? cursorOf("older", found.stoppedAt)
        : moreOlder && last
          ? cursorOf("older", last)
          : null,
      lookedBackTo: found.stoppedAt?.acceptedAt ?? null,
    };
  });
}

interface Place {
  readonly acceptedAt: Temporal.Instant;
  readonly id: string;
}

interface Cursor extends Place {
  readonly direction: "older" | "newer";
}

interface Found {
  readonly lines: readonly SentLine[];
  readonly more: boolean;
  readonly stoppedAt: Place | null;
}

async function select(
  trx: Transaction,
  accountId: string,
  query: SentQuery & { readonly words: string },
  cursor: Cursor | null,
): Promise<Found> {
  const newer = cursor?.direction === "newer";
  let rows = trx
    .selectFrom("delivery")
    .select([
      "id",
      "message_id",
      "ordinal",
      "state",
      "accepted_at",
      "collect_until",
      "name",
      "first_names",
      "email",
    ])
    // Said although row-level security says it too: the index begins with it.
    .where("account_id", "=", accountId)
    .orderBy("accepted_at", newer ? "asc" : "desc")
    .orderBy("id", newer ? "asc" : "desc")
    .limit(sql.lit(query.words === "" ? PAGE + 1 : SEARCHED));
  if (query.state) rows = rows.where("state", "=", query.state);
  if (cursor) {
    const place = sql<boolean>`(accepted_at, id) ${newer ? sql`>` : sql`<`} (${cursor.acceptedAt}, ${cursor.id})`;
    rows = rows.where(place);
  }
  const pattern = `%${query.words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const page = await trx
    .with("looked_at", () => rows)
    .selectFrom("looked_at")
    .innerJoin("message", "message.id", "looked_at.message_id")
    .select([
      "looked_at.id",
      "looked_at.message_id",
      "looked_at.ordinal",
      "looked_at.state",
      "looked_at.accepted_at",
      "looked_at.collect_until",
      "looked_at.name",
      "looked_at.first_names",
      "looked_at.email",
      "message.subject",
      "message.delivery_count",
    ])
    .$if(query.words !== "", (some) =>
      some.where(
        sql<boolean>`(message.subject ILIKE ${pattern} OR looked_at.email ILIKE ${pattern}
          OR concat_ws(' ', looked_at.first_names, looked_at.name) ILIKE ${pattern})`,
      ),
    )
    .orderBy("looked_at.accepted_at", newer ? "asc" : "desc")
    .orderBy("looked_at.id", newer ? "asc" : "desc")
    .limit(sql.lit(PAGE + 1))
    .execute();
  const lines = page.slice(0, PAGE).map((row): SentLine => ({
    id: row.id,
    messageId: row.message_id,
    ordinal: row.ordinal,
    deliveryCount: row.delivery_count,
    subject: row.subject,
    state: row.state,
    acceptedAt: row.accepted_at,
    collectUntil: row.collect_until,
    name: row.name,
    firstNames: row.first_names,
    email: row.email,
  }));
  const more = page.length > PAGE;
  if (query.words === "" || more) return { lines, more, stoppedAt: null };
  // Fewer than a page was found: did the search see everything, or stop because it had looked at enough?
  const last = await rows
    .limit(1)
    .offset(SEARCHED - 1)
    .executeTakeFirst();
  return { lines, more, stoppedAt: last ? { acceptedAt: last.accepted_at, id: last.id } : null };
}

function cursorOf(direction: Cursor["direction"], place: Place): string {
  const text = `${direction === "newer" ? "n" : "o"}.${place.acceptedAt.epochMilliseconds}.${place.id}`;
  return Buffer.from(text, "utf8").toString("base64url");
}

function readCursor(text: string): Cursor {
  const match = /^([no])\.(\d{1,15})\.(dlv_[0-9A-Z]{1,40})$/.exec(
    Buffer.from(text, "base64url").toString("utf8"),
  );
  if (!match?.[2] || !match[3]) throw new AppError("bad_request", "cursor_invalid");
  return {
    direction: match[1] === "n" ? "newer" : "older",
    acceptedAt: Temporal.Instant.fromEpochMilliseconds(Number(match[2])),
    id: match[3],
  };
}
