// The letters to a registered addressee, newest first: one query a page; of each no more than its notice tells.

import { sql, transact } from "@posthorn/db";
import { AppError, contentKeptUntil, type DeliveryStateName } from "@posthorn/domain";
import type { Context } from "../context.ts";

export interface InboxLine {
  readonly deliveryId: string;
  readonly state: DeliveryStateName;
  /** Null where the sender is named only once the message is accepted. */
  readonly sender: string | null;
  /** When its notice stood; where that is not so yet, when it came in. */
  readonly cameAt: Temporal.Instant;
  readonly collectUntil: Temporal.PlainDate | null;
  readonly finalAt: Temporal.Instant | null;
  /** Collected: last day he can read it here (R8), by his own setting. */
  readonly keptUntil: Temporal.PlainDate | null;
}

export interface InboxPage {
  readonly lines: readonly InboxLine[];
  /** To ask for the page before with, or null on the first one. */
  readonly previous: string | null;
  readonly next: string | null;
}

interface Row {
  readonly delivery_id: string;
  readonly entered_at: Temporal.Instant;
  readonly state: DeliveryStateName;
  readonly sender_name: string | null;
  readonly notified_at: Temporal.Instant | null;
  readonly collect_until: Temporal.PlainDate | null;
  readonly final_at: Temporal.Instant | null;
  readonly retention_days: number;
}

interface Cursor {
  readonly newer: boolean;
  readonly at: Temporal.Instant;
  readonly id: string;
}

/** The database answers one more, so that the page knows whether another follows. */
const LINES = 25;

/** `cursor` is of an earlier page. Errors: bad_request `cursor_invalid`. */
export async function listInbox(
  ctx: Context,
  { personId }: { readonly personId: string },
  cursor?: string,
): Promise<InboxPage> {
  const from = cursor === undefined ? null : readCursor(cursor);
  const newer = from?.newer === true;
  const { rows } = await transact(ctx.db, { personId }, (trx) =>
    sql<Row>`SELECT * FROM inbox_page(${from?.at ?? null}, ${from?.id ?? null}, ${newer})`.execute(trx),
  );
  const shown = rows.slice(0, LINES);
  if (newer) shown.reverse();
  const more = rows.length > LINES;
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    lines: shown.map(lineOf),
    previous: first && (newer ? more : from !== null) ? writeCursor(first, true) : null,
    next: last && (newer || more) ? writeCursor(last, false) : null,
  };
}

function writeCursor({ entered_at: at, delivery_id: id }: Row, newer: boolean): string {
  return Buffer.from(`${newer ? "n" : "o"}.${at.epochMilliseconds}.${id}`, "utf8").toString("base64url");
}

function readCursor(text: string): Cursor {
  const place = Buffer.from(text, "base64url").toString("utf8");
  const match = /^([no])\.(\d{1,13})\.(dlv_[0-9A-Z]{1,40})$/.exec(place);
  if (!match?.[2] || !match[3]) throw new AppError("bad_request", "cursor_invalid");
  return {
    newer: match[1] === "n",
    at: Temporal.Instant.fromEpochMilliseconds(Number(match[2])),
    id: match[3],
  };
}

function lineOf(row: Row): InboxLine {
  return {
    deliveryId: row.delivery_id,
    state: row.state,
    sender: row.sender_name,
    cameAt: row.notified_at ?? row.entered_at,
    collectUntil: row.collect_until,
    finalAt: row.final_at,
    keptUntil: keptUntil(row),
  };
}

function keptUntil(row: Row): Temporal.PlainDate | null {
  if (row.state !== "collected" || row.final_at === null) return null;
  const kept = contentKeptUntil({
    holder: "registered_addressee",
    finalAt: row.final_at,
    collected: true,
    retentionDays: row.retention_days,
  });
  return kept === "at_once" ? null : kept;
}
