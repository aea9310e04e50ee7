// The letters to a registered addressee, newest first: one query a page, and one for its holds; of each no more than its notice tells.

import { sql, transact } from "@posthorn/db";
import { contentKeptUntil, type DeliveryStateName } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { heldUntil } from "../hold/hold-subject.ts";
import { readPlaceCursor, writePlaceCursor } from "../paging/place-cursor.ts";

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
  /** The last day on which a legal hold keeps content and evidence; never why. */
  readonly heldUntil: Temporal.PlainDate | null;
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

/** The database answers one more, so that the page knows whether another follows. */
const LINES = 25;

/** `cursor` is of an earlier page. Errors: bad_request `cursor_invalid`. */
export async function listInbox(
  ctx: Context,
  { personId }: { readonly personId: string },
  cursor?: string,
): Promise<InboxPage> {
  const from = cursor === undefined ? null : readPlaceCursor(cursor, "dlv");
  const newer = from?.backwards === true;
  const { rows, held } = await transact(ctx.db, { personId }, async (trx) => {
    const page =
      await sql<Row>`SELECT * FROM inbox_page(${from?.at ?? null}, ${from?.id ?? null}, ${newer})`.execute(
        trx,
      );
    const ids = page.rows.map(({ delivery_id }) => delivery_id);
    return { rows: page.rows, held: await heldUntil(trx, ids) };
  });
  const shown = rows.slice(0, LINES);
  if (newer) shown.reverse();
  const more = rows.length > LINES;
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    lines: shown.map((row) => lineOf(row, held.get(row.delivery_id) ?? null)),
    previous: first && (newer ? more : from !== null) ? cursorOf(first, true) : null,
    next: last && (newer || more) ? cursorOf(last, false) : null,
  };
}

function cursorOf({ entered_at: at, delivery_id: id }: Row, backwards: boolean): string {
  return writePlaceCursor({ backwards, at, id });
}

function lineOf(row: Row, held: Temporal.PlainDate | null): InboxLine {
  return {
    deliveryId: row.delivery_id,
    state: row.state,
    sender: row.sender_name,
    cameAt: row.notified_at ?? row.entered_at,
    collectUntil: row.collect_until,
    finalAt: row.final_at,
    keptUntil: keptUntil(row),
    heldUntil: held,
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
