// What staff did and looked at, the newest first: by person, by act, in pages by cursor.

import { sql, transact, type Transaction } from "@posthorn/db";
import { AppError, type StaffAct } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "./authorise-staff.ts";
import { logStaffAct } from "./log-staff-act.ts";

export interface StaffLogLine {
  readonly id: number;
  readonly at: Temporal.Instant;
  readonly act: StaffAct;
  /** Null where nobody was signed in, and for acts of the operator. */
  readonly name: string | null;
  readonly subject: string | null;
  readonly reason: string | null;
  readonly ip: string;
  readonly browser: string;
  readonly os: string;
  readonly language: string;
}

export interface StaffLogPage {
  readonly lines: readonly StaffLogLine[];
  /** Cursor of the page before this one, of newer entries. */
  readonly previous: string | null;
  readonly next: string | null;
}

export interface StaffLogQuery {
  readonly staffId?: string;
  readonly act?: StaffAct;
  /** Id of what was looked at or acted upon, as it stands in the entries. */
  readonly subject?: string;
  /** From an earlier page. */
  readonly cursor?: string;
}

const PAGE = 50;
const EXPORT_BATCH = 1000;

/** Reading is logged itself, in the same transaction, and stands on the next page that is opened. Errors: forbidden `staff_role_missing`; bad_request `cursor_invalid`. */
export async function listStaffLog(
  ctx: Context,
  reader: StaffReader,
  query: StaffLogQuery,
): Promise<StaffLogPage> {
  requireReader(reader.staff, "auditor");
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor);
  return transact(ctx.db, {}, async (trx) => {
    const rows = await read(trx, query, cursor, PAGE + 1);
    await noteRead(trx, reader, "log_read", query);
    const newer = cursor?.direction === "newer";
    const more = rows.length > PAGE;
    const page = rows.slice(0, PAGE);
    const lines = newer ? page.toReversed() : page;
    const [first, last] = [lines[0], lines.at(-1)];
    return {
      lines,
      previous: (newer ? more : cursor !== null) && first ? `n${first.id}` : null,
      next: (newer || more) && last ? `o${last.id}` : null,
    };
  });
}

/** All that the filter lets through, the newest first; logged before the first is given. Errors: forbidden `staff_role_missing`. */
export async function exportStaffLog(
  ctx: Context,
  reader: StaffReader,
  query: Omit<StaffLogQuery, "cursor">,
): Promise<AsyncIterable<StaffLogLine>> {
  requireReader(reader.staff, "auditor");
  await transact(ctx.db, {}, (trx) => noteRead(trx, reader, "log_exported", query));
  return readOn(ctx, query);
}

async function* readOn(ctx: Context, query: Omit<StaffLogQuery, "cursor">): AsyncGenerator<StaffLogLine> {
  let cursor: Cursor | null = null;
  for (;;) {
    const from: Cursor | null = cursor;
    const lines: readonly StaffLogLine[] = await transact(ctx.db, {}, (trx) =>
      read(trx, query, from, EXPORT_BATCH),
    );
    yield* lines;
    const last = lines.at(-1);
    if (!last || lines.length < EXPORT_BATCH) return;
    cursor = { direction: "older", id: last.id };
  }
}

/** In the order of the way it goes: towards newer ones the oldest first. */
async function read(
  trx: Transaction,
  query: StaffLogQuery,
  cursor: Cursor | null,
  limit: number,
): Promise<readonly StaffLogLine[]> {
  const newer = cursor?.direction === "newer";
  const rows = await trx
    .selectFrom("staff_log")
    .leftJoin("staff", "staff.id", "staff_log.staff_id")
    .select([
      "staff_log.id",
      "staff_log.happened_at",
      "staff_log.act",
      "staff_log.subject",
      "staff_log.reason",
      "staff_log.ip",
      "staff_log.browser",
      "staff_log.os",
      "staff_log.language",
      "staff.family_name",
      "staff.first_names",
    ])
    .$if(query.staffId !== undefined, (some) => some.where("staff_log.staff_id", "=", query.staffId ?? ""))
    .$if(query.act !== undefined, (some) => some.where("staff_log.act", "=", query.act ?? "log_read"))
    .$if(query.subject !== undefined, (some) => some.where("staff_log.subject", "=", query.subject ?? ""))
    .$if(cursor !== null, (some) => some.where("staff_log.id", newer ? ">" : "<", cursor?.id ?? 0))
    .orderBy("staff_log.id", newer ? "asc" : "desc")
    .limit(sql.lit(limit))
    .execute();
  return rows.map((row) => ({
    id: Number(row.id),
    at: row.happened_at,
    act: row.act,
    name: row.family_name === null ? null : `${row.first_names} ${row.family_name}`,
    subject: row.subject,
    reason: row.reason,
    ip: row.ip,
    browser: row.browser,
    os: row.os,
    language: row.language,
  }));
}

async function noteRead(
  trx: Transaction,
  reader: StaffReader,
  act: "log_read" | "log_exported",
  query: StaffLogQuery,
): Promise<void> {
  await logStaffAct(trx, {
    act,
    at: reader.arrivedAt,
    visitor: reader.visitor,
    staffId: reader.staff.staffId,
    ...subjectOf(query),
  });
}

function subjectOf(query: StaffLogQuery): { readonly subject?: string } {
  const subject = [query.staffId, query.act, query.subject].filter((part) => part !== undefined).join(" ");
  return subject === "" ? {} : { subject };
}

interface Cursor {
  readonly direction: "older" | "newer";
  readonly id: number;
}

function readCursor(text: string): Cursor {
  const match = /^([no])(\d{1,15})$/.exec(text);
  if (!match) throw new AppError("bad_request", "cursor_invalid");
  return { direction: match[1] === "n" ? "newer" : "older", id: Number(match[2]) };
}
