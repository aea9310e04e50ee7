// The deliveries of an account whose evidence falls within 60 days (R9), the first to fall first.

import { sql, transact } from "@posthorn/db";
import { brusselsDay, type DeliveryStateName, endShown } from "@posthorn/domain";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";
import { cutPage } from "../paging/cut-page.ts";
import { readPlaceCursor, writePlaceCursor } from "../paging/place-cursor.ts";
import { heldUntil } from "./hold-subject.ts";

/** So many days ahead both sides are told; the nearer one is the last. */
export const FALLING_DAYS = { first: 60, last: 14 } as const;

export interface FallingLine {
  readonly deliveryId: string;
  readonly subject: string;
  readonly acceptedAt: Temporal.Instant;
  /** Of a window or term that passed its last day. */
  readonly endedOn: Temporal.PlainDate;
  readonly fallsOn: Temporal.PlainDate;
  readonly heldUntil: Temporal.PlainDate | null;
}

export interface FallingPage {
  readonly lines: readonly FallingLine[];
  readonly previous: string | null;
  readonly next: string | null;
}

const PAGE = 50;

/** One query, by index. Errors: bad_request `cursor_invalid`. */
export async function listFalling(
  ctx: Context,
  reader: AccountReader,
  query: { readonly cursor?: string },
): Promise<FallingPage> {
  const cursor = query.cursor === undefined ? null : readPlaceCursor(query.cursor, "dlv");
  return transact(ctx.db, scopeOf(reader), async (trx) => {
    const back = cursor?.backwards === true;
    const beyond = sql.raw(back ? "<" : ">");
    const order = sql.raw(back ? "DESC" : "ASC");
    const { rows } = await sql<Row>`
      SELECT d.id, d.state, d.accepted_at, d.final_at, m.subject, retention.falls_on('R9', retention.day_of(d.final_at), d.account_id) AS falls_on
      FROM delivery d JOIN message m ON m.id = d.message_id
      WHERE d.account_id = ${reader.accountId} AND d.final_at IS NOT NULL
        AND d.final_at < ((SELECT retention.cutoff('R9', retention.today() + ${FALLING_DAYS.first}::int)) + 1)::timestamp AT TIME ZONE 'Europe/Brussels'
        AND (${cursor === null} OR (d.final_at, d.id) ${beyond} (${cursor?.at ?? null}::timestamptz, ${cursor?.id ?? null}))
      ORDER BY d.final_at ${order}, d.id ${order} LIMIT ${sql.lit(PAGE + 1)}`.execute(trx);
    const { page, before, after } = cutPage(rows, PAGE, cursor);
    const held = await heldUntil(
      trx,
      page.map(({ id }) => id),
    );
    return {
      lines: page.map((row) => ({
        deliveryId: row.id,
        subject: row.subject,
        acceptedAt: row.accepted_at,
        endedOn: brusselsDay(endShown(row.state, row.final_at)),
        fallsOn: row.falls_on,
        heldUntil: held.get(row.id) ?? null,
      })),
      previous: before && writePlaceCursor({ backwards: true, at: before.final_at, id: before.id }),
      next: after && writePlaceCursor({ backwards: false, at: after.final_at, id: after.id }),
    };
  });
}

interface Row {
  readonly id: string;
  readonly state: DeliveryStateName;
  readonly accepted_at: Temporal.Instant;
  readonly final_at: Temporal.Instant;
  readonly subject: string;
  readonly falls_on: Temporal.PlainDate;
}
