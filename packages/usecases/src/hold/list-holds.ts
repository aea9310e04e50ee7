// Holds as the privacy desk sees them: those that wait for a decision, those that hold, and those that are over; the newest first.

import { type LegalHoldTable, sql, transact, type Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import { cutPage } from "../paging/cut-page.ts";
import { readPlaceCursor, writePlaceCursor } from "../paging/place-cursor.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";

export const HOLD_STATES = ["asked", "placed", "refused", "lifted", "ended"] as const;
export type HoldState = LegalHoldTable["state"];

export interface DeskHoldLine {
  readonly id: string;
  readonly scope: LegalHoldTable["scope"];
  readonly scopeId: string;
  readonly ground: LegalHoldTable["ground"];
  readonly state: HoldState;
  /** By a sender; else the desk placed it itself. */
  readonly bySender: boolean;
  readonly askedAt: Temporal.Instant;
  readonly endsOn: Temporal.PlainDate | null;
  /** One officer asked for its end, another has not agreed yet. */
  readonly liftAsked: boolean;
}

export interface DeskHoldPage {
  readonly lines: readonly DeskHoldLine[];
  readonly previous: string | null;
  readonly next: string | null;
  readonly waiting: number;
}

const PAGE = 50;

/** How many wait for an officer, for the first page of the desk. Errors: forbidden `staff_role_missing`. */
export async function countAskedHolds(ctx: Context, reader: Pick<StaffReader, "staff">): Promise<number> {
  requireReader(reader.staff, "privacy_officer");
  return transact(ctx.db, {}, countAsked);
}

/** The look is logged. Errors: forbidden `staff_role_missing`; bad_request `cursor_invalid`. */
export async function listHolds(
  ctx: Context,
  reader: StaffReader,
  query: { readonly state: HoldState; readonly cursor?: string },
): Promise<DeskHoldPage> {
  requireReader(reader.staff, "privacy_officer");
  const cursor = query.cursor === undefined ? null : readPlaceCursor(query.cursor, "hld");
  return transact(ctx.db, {}, async (trx) => {
    await logStaffAct(trx, {
      act: "holds_listed",
      at: reader.arrivedAt,
      visitor: reader.visitor,
      staffId: reader.staff.staffId,
      subject: query.state,
    });
    const back = cursor?.backwards === true;
    const rows = await trx
      .selectFrom("legal_hold")
      .selectAll()
      .where("state", "=", query.state)
      .$if(cursor !== null, (some) =>
        some.where(
          sql<boolean>`(asked_at, id) ${sql.raw(back ? ">" : "<")} (${cursor?.at ?? null}, ${cursor?.id ?? null})`,
        ),
      )
      .orderBy("asked_at", back ? "asc" : "desc")
      .orderBy("id", back ? "asc" : "desc")
      .limit(sql.lit(PAGE + 1))
      .execute();
    const { page, before, after } = cutPage(rows, PAGE, cursor);
    return {
      lines: page.map((row) => ({
        id: row.id,
        scope: row.scope,
        scopeId: row.scope_id,
        ground: row.ground,
        state: row.state,
        bySender: row.asked_by !== null,
        askedAt: row.asked_at,
        endsOn: row.ends_on,
        liftAsked: row.lift_asked_by !== null && row.state === "placed",
      })),
      previous: before && writePlaceCursor({ backwards: true, at: before.asked_at, id: before.id }),
      next: after && writePlaceCursor({ backwards: false, at: after.asked_at, id: after.id }),
      waiting: await countAsked(trx),
    };
  });
}

async function countAsked(trx: Transaction): Promise<number> {
  const { count } = await trx
    .selectFrom("legal_hold")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("state", "=", "asked")
    .executeTakeFirstOrThrow();
  return count;
}
