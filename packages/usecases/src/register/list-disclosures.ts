// Disclosures to authorities for the privacy officer and the auditor: pages, one of them, and all of them for a file.

import {
  type Database,
  type DisclosureTable,
  type Selectable,
  sql,
  transact,
  type Transaction,
} from "@posthorn/db";
import { AppError, type DisclosureSubject, type DisclosureTelling } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { cutPage } from "../paging/cut-page.ts";
import { type PlaceCursor, readPlaceCursor, writePlaceCursor } from "../paging/place-cursor.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { bookRegisterAct } from "./book-act.ts";

export interface DisclosureLine {
  readonly id: string;
  readonly number: number;
  readonly authority: string;
  readonly legalBasis: string;
  readonly reference: string;
  readonly given: string;
  readonly givenOn: Temporal.PlainDate;
  readonly subjects: readonly DisclosureSubject[];
  readonly decidedBy: string;
  readonly enteredAt: Temporal.Instant;
  readonly telling: DisclosureTelling;
  readonly tellingWords: string | null;
  readonly tellFrom: Temporal.PlainDate | null;
  readonly toldOn: Temporal.PlainDate | null;
  readonly closedAt: Temporal.Instant | null;
}

export interface DisclosurePage {
  readonly lines: readonly DisclosureLine[];
  readonly previous: string | null;
  readonly next: string | null;
}

const PAGE = 50;
const EXPORT_BATCH = 500;

/** The newest first. Errors: forbidden `staff_role_missing`; bad_request `cursor_invalid`. */
export async function listDisclosures(
  ctx: Context,
  reader: StaffReader,
  query: { readonly cursor?: string },
): Promise<DisclosurePage> {
  requireReader(reader.staff, "privacy_officer");
  const cursor = query.cursor === undefined ? null : readPlaceCursor(query.cursor, "dis");
  return transact(ctx.db, {}, async (trx) => {
    await bookRegisterAct(trx, reader, "disclosures_listed");
    const { page, before, after } = cutPage(await read(trx, cursor, PAGE + 1), PAGE, cursor);
    const place = (line: DisclosureLine | null, backwards: boolean) =>
      line && writePlaceCursor({ backwards, at: line.enteredAt, id: line.id });
    return { lines: page, previous: place(before, true), next: place(after, false) };
  });
}

/** The look is logged. Errors: forbidden `staff_role_missing`; not_found `disclosure_unknown`. */
export async function viewDisclosure(ctx: Context, reader: StaffReader, id: string): Promise<DisclosureLine> {
  requireReader(reader.staff, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    const [line] = await read(trx, null, 1, id);
    if (!line) throw new AppError("not_found", "disclosure_unknown");
    await bookRegisterAct(trx, reader, "disclosure_viewed", id);
    return line;
  });
}

/** All of them, the newest first; logged before the first is given. Errors: forbidden `staff_role_missing`. */
export async function exportDisclosures(
  ctx: Context,
  reader: StaffReader,
): Promise<AsyncIterable<DisclosureLine>> {
  requireReader(reader.staff, "privacy_officer");
  await transact(ctx.db, {}, (trx) => bookRegisterAct(trx, reader, "disclosures_exported"));
  return allOf(ctx.db);
}

async function* allOf(db: Database): AsyncIterable<DisclosureLine> {
  let cursor: PlaceCursor | null = null;
  for (;;) {
    const from: PlaceCursor | null = cursor;
    const lines: readonly DisclosureLine[] = await transact(db, {}, (trx) => read(trx, from, EXPORT_BATCH));
    yield* lines;
    const last = lines.at(-1);
    if (!last || lines.length < EXPORT_BATCH) return;
    cursor = { backwards: false, at: last.enteredAt, id: last.id };
  }
}

interface Row extends Selectable<DisclosureTable> {
  readonly decider: string;
  readonly subjects: readonly DisclosureSubject[];
}

async function read(
  trx: Transaction,
  cursor: PlaceCursor | null,
  limit: number,
  id: string | null = null,
): Promise<readonly DisclosureLine[]> {
  const beyond = sql.raw(cursor?.backwards === true ? ">" : "<");
  const direction = sql.raw(cursor?.backwards === true ? "ASC" : "DESC");
  const { rows } = await sql<Row>`
    SELECT d.*, s.first_names || ' ' || s.family_name AS decider,
      (SELECT coalesce(json_agg(json_build_object('kind', x.kind, 'id', x.subject_id) ORDER BY x.kind, x.subject_id), '[]')
        FROM disclosure_subject x WHERE x.disclosure_id = d.id) AS subjects
    FROM disclosure d JOIN staff s ON s.id = d.decided_by
    WHERE (${cursor === null} OR (d.entered_at, d.id) ${beyond} (${cursor?.at ?? null}::timestamptz, ${cursor?.id ?? null}))
      AND (${id}::text IS NULL OR d.id = ${id})
    ORDER BY d.entered_at ${direction}, d.id ${direction} LIMIT ${sql.lit(limit)}`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    number: Number(row.number),
    authority: row.authority,
    legalBasis: row.legal_basis,
    reference: row.reference,
    given: row.given,
    givenOn: row.given_on,
    subjects: row.subjects,
    decidedBy: row.decider,
    enteredAt: row.entered_at,
    telling: row.telling,
    tellingWords: row.telling_words,
    tellFrom: row.tell_from,
    toldOn: row.told_on,
    closedAt: row.closed_at,
  }));
}
