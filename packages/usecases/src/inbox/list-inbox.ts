// The letters to a registered addressee, newest first: one query a page; of each no more than its notice tells.

import { sql, transact } from "@posthorn/db";
import { contentKeptUntil, type DeliveryStateName } from "@posthorn/domain";
import type { Context } from "../context.ts";

/** Where the page before ended. */
export interface InboxCursor {
  readonly enteredAt: Temporal.Instant;
  readonly deliveryId: string;
}

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
  /** Where the next page begins; undefined on the last. */
  readonly next?: InboxCursor | undefined;
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

const LINES = 25;

export async function listInbox(
  ctx: Context,
  { personId }: { readonly personId: string },
  after?: InboxCursor,
): Promise<InboxPage> {
  return transact(ctx.db, { personId }, async (trx) => {
    const { rows } = await sql<Row>`
      SELECT * FROM inbox_page(${after?.enteredAt ?? null}, ${after?.deliveryId ?? null}, ${LINES + 1})`.execute(
      trx,
    );
    const shown = rows.slice(0, LINES);
    const last = rows.length > LINES ? shown.at(-1) : undefined;
    return {
      lines: shown.map(lineOf),
      next: last && { enteredAt: last.entered_at, deliveryId: last.delivery_id },
    };
  });
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
