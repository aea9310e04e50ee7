// Companies that applied, for the registration desk: those that wait, the longest first, or those decided, the newest first.

import { type CompanyApplicationTable, type Selectable, sql, transact, type Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { cutPage } from "../paging/cut-page.ts";
import { type PlaceCursor, readPlaceCursor, writePlaceCursor } from "../paging/place-cursor.ts";

export const APPLICATION_STATES = ["submitted", "approved", "refused"] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export interface ApplicationQuery {
  readonly state: ApplicationState;
  /** `previous` or `next` of another page. */
  readonly cursor?: string;
}

export interface ApplicationLine {
  readonly id: string;
  readonly companyName: string;
  readonly enterpriseNumber: string;
  readonly submittedAt: Temporal.Instant | null;
  /** Null while it waits. */
  readonly decidedAt: Temporal.Instant | null;
  /** 1 for the first submission; each one after a refusal adds one. */
  readonly round: number;
}

export interface ApplicationPage {
  readonly lines: readonly ApplicationLine[];
  readonly previous: string | null;
  readonly next: string | null;
  readonly waiting: { readonly count: number; readonly longestSince: Temporal.Instant | null };
}

const PAGE = 50;

/** The look is logged. Errors: forbidden `staff_role_missing`; bad_request `cursor_invalid`. */
export async function listApplications(
  ctx: Context,
  reader: StaffReader,
  query: ApplicationQuery,
): Promise<ApplicationPage> {
  requireReader(reader.staff, "registration_officer");
  const cursor = query.cursor === undefined ? null : readPlaceCursor(query.cursor, "apl");
  return transact(ctx.db, {}, async (trx) => {
    await logStaffAct(trx, {
      act: "applications_listed",
      at: reader.arrivedAt,
      visitor: reader.visitor,
      staffId: reader.staff.staffId,
      subject: query.state,
    });
    const rows = await findPage(trx, query.state, cursor);
    const { page, before, after } = cutPage(rows, PAGE, cursor);
    return {
      lines: page.map((row) => ({
        id: row.id,
        companyName: row.company_name ?? row.id,
        enterpriseNumber: row.enterprise_number ?? "",
        submittedAt: row.submitted_at,
        decidedAt: query.state === "submitted" ? null : row.decided_at,
        round: row.round,
      })),
      previous: before && cursorOf(true, query.state, before),
      next: after && cursorOf(false, query.state, after),
      waiting: await countWaiting(trx),
    };
  });
}

/** One more than a page tells whether there is another. */
function findPage(trx: Transaction, state: ApplicationState, cursor: PlaceCursor | null) {
  const place = sql.ref(placeOf(state));
  // What waits is read from the oldest on, what was decided from the newest on.
  const rises = (state === "submitted") !== (cursor?.backwards === true);
  const beyond = sql.raw(rises ? ">" : "<");
  const direction = rises ? "asc" : "desc";
  return trx
    .selectFrom("company_application")
    .select(["id", "company_name", "enterprise_number", "submitted_at", "decided_at", "round"])
    .where("state", "=", sql.lit(state))
    .$if(cursor !== null, (some) =>
      some.where(sql<boolean>`(${place}, id) ${beyond} (${cursor?.at ?? null}, ${cursor?.id ?? null})`),
    )
    .orderBy(place, direction)
    .orderBy("id", direction)
    .limit(sql.lit(PAGE + 1))
    .execute();
}

function placeOf(state: ApplicationState): "submitted_at" | "decided_at" {
  return state === "submitted" ? "submitted_at" : "decided_at";
}

async function countWaiting(trx: Transaction): Promise<ApplicationPage["waiting"]> {
  const { count, since } = await trx
    .selectFrom("company_application")
    .select([
      sql<number>`count(*)::int`.as("count"),
      sql<Temporal.Instant | null>`min(submitted_at)`.as("since"),
    ])
    .where("state", "=", sql.lit("submitted"))
    .executeTakeFirstOrThrow();
  return { count, longestSince: since };
}

function cursorOf(
  backwards: boolean,
  state: ApplicationState,
  row: Pick<Selectable<CompanyApplicationTable>, "id" | "submitted_at" | "decided_at">,
): string {
  const at = row[placeOf(state)] ?? Temporal.Instant.fromEpochMilliseconds(0);
  return writePlaceCursor({ backwards, at, id: row.id });
}
