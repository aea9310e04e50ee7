// Letters that wait to be printed, those that must be posted first on top.

import { sql, transact, type Transaction } from "@posthorn/db";
import { type AddressProblem, lastPostingDay } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { cutPage } from "../paging/cut-page.ts";
import { type PlaceCursor, readPlaceCursor, writePlaceCursor } from "../paging/place-cursor.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { countWaiting, type QueueCounts } from "./count-queue.ts";
import { ADDRESSEE_COLUMNS, type Addressed, addressedTo } from "./name-addressee.ts";
import { FELL_OUT, HAS_PROBLEM, soonBefore, WAITS } from "./waiting-letters.ts";

export const QUEUE_VIEWS = ["all", "soon", "problems", "fallen_out"] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

export interface QueueLine extends Addressed {
  readonly deliveryId: string;
  /** In Brussels. */
  readonly lastDay: Temporal.PlainDate;
  readonly problem: AddressProblem | null;
  /** Its electronic route is closed, and the sender can mend it no more. */
  readonly released: boolean;
  /** Code of why it came back from the last batch it was in; null where it was in none. */
  readonly fellOutFor: string | null;
}

export interface QueuePage {
  readonly lines: readonly QueueLine[];
  readonly previous: string | null;
  readonly next: string | null;
  readonly counts: QueueCounts;
}

const PAGE = 50;

/** The look is logged. Errors: forbidden `staff_role_missing`; bad_request `cursor_invalid`. */
export async function listQueue(
  ctx: Context,
  reader: StaffReader,
  query: { readonly view: QueueView; readonly cursor?: string },
): Promise<QueuePage> {
  requireReader(reader.staff, "postal_operator");
  const cursor = query.cursor === undefined ? null : readPlaceCursor(query.cursor, "dlv");
  return transact(ctx.db, {}, async (trx) => {
    await logStaffAct(trx, {
      act: "letters_listed",
      at: reader.arrivedAt,
      visitor: reader.visitor,
      staffId: reader.staff.staffId,
      subject: query.view,
    });
    const rows = await findPage(trx, query.view, cursor, reader.arrivedAt);
    const { page, before, after } = cutPage(rows, PAGE, cursor);
    return {
      lines: page.map((row) => ({
        deliveryId: row.id,
        ...addressedTo(row),
        lastDay: lastPostingDay(row.at),
        problem: row.street === null ? "missing" : row.address_problem,
        released: row.print_released_at !== null,
        fellOutFor: row.fell_out_for,
      })),
      previous: before && writePlaceCursor({ backwards: true, ...before }),
      next: after && writePlaceCursor({ backwards: false, ...after }),
      counts: await countWaiting(trx, reader.arrivedAt),
    };
  });
}

/** One more than a page tells whether there is another. */
function findPage(trx: Transaction, view: QueueView, cursor: PlaceCursor | null, now: Temporal.Instant) {
  const direction = cursor?.backwards === true ? "desc" : "asc";
  const beyond = sql.raw(direction === "asc" ? ">" : "<");
  return trx
    .selectFrom("delivery")
    .select([
      "delivery.id",
      ...ADDRESSEE_COLUMNS,
      "delivery.address_problem",
      "delivery.print_released_at",
      // Who waits has begun to.
      sql<Temporal.Instant>`delivery.first_to_print_at`.as("at"),
      sql<string | null>`(SELECT coalesce(j.ended_reason, 'other') FROM print_job j
        WHERE j.delivery_id = delivery.id AND j.state = 'fallen_out' ORDER BY j.id DESC LIMIT 1)`.as(
        "fell_out_for",
      ),
    ])
    .where(WAITS)
    .$if(view === "soon", (some) => some.where("delivery.first_to_print_at", "<", soonBefore(now)))
    .$if(view === "problems", (some) => some.where(HAS_PROBLEM))
    .$if(view === "fallen_out", (some) => some.where(FELL_OUT))
    .$if(cursor !== null, (some) =>
      some.where(
        sql<boolean>`(delivery.first_to_print_at, delivery.id) ${beyond} (${cursor?.at ?? null}, ${cursor?.id ?? null})`,
      ),
    )
    .orderBy("delivery.first_to_print_at", direction)
    .orderBy("delivery.id", direction)
    .limit(sql.lit(PAGE + 1))
    .execute();
}
