// The queue of the privacy desk: what is open by its due day, what is to be carried out, what is done.

import {
  clockNow,
  type RightsRequestTable,
  type Selectable,
  sql,
  transact,
  type Transaction,
} from "@posthorn/db";
import {
  AppError,
  brusselsDay,
  daysLeft,
  type RightsChannel,
  type RightsKind,
  type RightsState,
  type Urgency,
  urgencyOf,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { cutPage } from "../paging/cut-page.ts";
import { type PlaceCursor, readPlaceCursor, writePlaceCursor } from "../paging/place-cursor.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { nameOf } from "./owe-letter.ts";

export const REQUEST_VIEWS = ["open", "carry_out", "done"] as const;
export type RequestView = (typeof REQUEST_VIEWS)[number];

export interface RequestLine {
  readonly id: string;
  readonly number: number;
  readonly kind: RightsKind;
  readonly channel: RightsChannel;
  readonly state: RightsState;
  readonly name: string;
  readonly receivedAt: Temporal.Instant;
  /** Null as long as it is not complete. */
  readonly dueOn: Temporal.PlainDate | null;
  /** Null where no clock runs any more, or none yet. */
  readonly clock: { readonly days: number; readonly urgency: Urgency } | null;
  /** A sender has not decided in his time. */
  readonly senderSilent: boolean;
  /** Waits for a letter on its way. */
  readonly waits: boolean;
  /** A letter of ours wrote itself and is to be saved and posted. */
  readonly letterOwed: boolean;
}

export interface RequestCounts {
  readonly open: number;
  readonly overdue: number;
  readonly pressing: number;
  readonly toCarryOut: number;
  /** Open, and a sender has let his time pass. */
  readonly silent: number;
}

export interface RequestPage {
  readonly lines: readonly RequestLine[];
  readonly counts: RequestCounts;
  readonly previous: string | null;
  readonly next: string | null;
}

const PAGE = 50;
const TO_CARRY_OUT = sql<boolean>`(state = 'waiting' OR (state = 'answered' AND carried_out_at IS NULL AND answered_at IS NOT NULL)
  OR letter_owed_at IS NOT NULL)`;
const DONE = sql<boolean>`(letter_owed_at IS NULL AND (state IN ('refused','withdrawn') OR (state = 'answered' AND carried_out_at IS NOT NULL)))`;

/** The look is logged. Errors: forbidden `staff_role_missing`; bad_request `cursor_invalid`. */
export async function listRequests(
  ctx: Context,
  reader: StaffReader,
  query: { readonly view: RequestView; readonly cursor?: string },
): Promise<RequestPage> {
  requireReader(reader.staff, "privacy_officer");
  const cursor = query.cursor === undefined ? null : readPlaceCursor(query.cursor, "rrq");
  return transact(ctx.db, {}, async (trx) => {
    await logStaffAct(trx, {
      act: "rights_requests_listed",
      at: reader.arrivedAt,
      visitor: reader.visitor,
      staffId: reader.staff.staffId,
      subject: query.view,
    });
    const now = await clockNow(trx);
    const rows = await findPage(trx, query.view, cursor, now);
    const { page, before, after } = cutPage(rows, PAGE, cursor);
    const cursorOf = (backwards: boolean, row: (typeof rows)[number]) =>
      writePlaceCursor({ backwards, at: row.place, id: row.id });
    return {
      lines: page.map((row) => lineOf(row, now)),
      counts: await countRequests(trx, now),
      previous: before && cursorOf(true, before),
      next: after && cursorOf(false, after),
    };
  });
}

function lineOf(row: PageRow, now: Temporal.Instant): RequestLine {
  const runs = row.due_on !== null && (row.state === "open" || row.state === "identity");
  const days = row.due_on === null ? 0 : daysLeft(row.due_on, now);
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    channel: row.channel,
    state: row.state,
    name: nameOf(row),
    receivedAt: row.received_at,
    dueOn: row.due_on,
    clock: runs ? { days, urgency: urgencyOf(days) } : null,
    senderSilent: row.sender_silent,
    waits: row.state === "waiting" && row.waiting_for !== null,
    letterOwed: row.letter_owed_at !== null,
  };
}

type PageRow = Pick<
  Selectable<RightsRequestTable>,
  | "id"
  | "number"
  | "kind"
  | "channel"
  | "state"
  | "name"
  | "first_names"
  | "received_at"
  | "due_on"
  | "waiting_for"
  | "letter_owed_at"
> & { readonly sender_silent: boolean; readonly place: Temporal.Instant };

/** What is open: by its due day, what has none yet after them; the rest the newest first. */
function findPage(
  trx: Transaction,
  view: RequestView,
  cursor: PlaceCursor | null,
  now: Temporal.Instant,
): Promise<PageRow[]> {
  const open = view === "open";
  const place = open
    ? sql<Temporal.Instant>`coalesce(due_on, date '9999-01-01')::timestamp AT TIME ZONE 'UTC'`
    : sql<Temporal.Instant>`received_at`;
  const rises = open !== (cursor?.backwards === true);
  const beyond = sql.raw(rises ? ">" : "<");
  const today = brusselsDay(now);
  return trx
    .selectFrom("rights_request")
    .select([
      "id",
      "number",
      "kind",
      "channel",
      "state",
      "name",
      "first_names",
      "received_at",
      "due_on",
      "waiting_for",
      "letter_owed_at",
    ])
    .select([
      place.as("place"),
      sql<boolean>`${hasSilentSender(today)} AND state IN ('open')`.as("sender_silent"),
    ])
    .$if(open, (some) => some.where(sql<boolean>`state IN ('identity','open')`))
    .$if(view === "carry_out", (some) => some.where(TO_CARRY_OUT))
    .$if(view === "done", (some) => some.where(DONE))
    .$if(cursor !== null, (some) =>
      some.where(sql<boolean>`(${place}, id) ${beyond} (${cursor?.at ?? null}, ${cursor?.id ?? null})`),
    )
    .orderBy(place, rises ? "asc" : "desc")
    .orderBy("id", rises ? "asc" : "desc")
    .limit(PAGE + 1)
    .execute();
}

/** Also of one who has closed his account since: the officer answers without him. */
function hasSilentSender(today: Temporal.PlainDate) {
  return sql<boolean>`EXISTS (SELECT FROM rights_request_sender s WHERE s.request_id = rights_request.id
    AND s.decision IS NULL AND s.decide_by < ${today})`;
}

async function countRequests(trx: Transaction, now: Temporal.Instant): Promise<RequestCounts> {
  const today = brusselsDay(now);
  const { rows } = await sql<RequestCounts>`
    SELECT count(*) FILTER (WHERE state IN ('identity','open'))::int AS "open",
      count(*) FILTER (WHERE state IN ('identity','open') AND due_on < ${today})::int AS "overdue",
      count(*) FILTER (WHERE state IN ('identity','open') AND due_on BETWEEN ${today} AND ${today.add({ days: 7 })})::int AS "pressing",
      count(*) FILTER (WHERE ${TO_CARRY_OUT} AND waiting_for IS NULL)::int AS "toCarryOut",
      count(*) FILTER (WHERE state = 'open' AND ${hasSilentSender(today)})::int AS "silent"
    FROM rights_request WHERE state IN ('identity','open','waiting') OR (state = 'answered' AND carried_out_at IS NULL)
      OR letter_owed_at IS NOT NULL`.execute(trx);
  const row = rows[0];
  if (!row) throw new AppError("internal", "clock_silent");
  return row;
}

/** For the first page of the desk. Errors: forbidden `staff_role_missing`. */
export async function countOpenRequests(
  ctx: Context,
  reader: Pick<StaffReader, "staff">,
): Promise<RequestCounts> {
  requireReader(reader.staff, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => countRequests(trx, await clockNow(trx)));
}
