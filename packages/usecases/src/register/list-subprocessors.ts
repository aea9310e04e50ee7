// The register of subprocessors, as everybody reads it and as the desk does.

import {
  clockNow,
  type Database,
  type Selectable,
  sql,
  type SubprocessorTable,
  transact,
  type Transaction,
} from "@posthorn/db";
import {
  AppError,
  brusselsDay,
  judgeEstablishment,
  type Language,
  type ProviderRole,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { cutPage } from "../paging/cut-page.ts";
import { readPlaceCursor, writePlaceCursor } from "../paging/place-cursor.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { bookRegisterAct } from "./book-act.ts";

export interface SubprocessorLine {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly purpose: Readonly<Record<Language, string>>;
  readonly country: string;
  readonly parentName: string;
  readonly parentCountry: string;
  readonly termsUrl: string;
  readonly hosts: readonly string[];
  readonly roles: readonly ProviderRole[];
  /** First and last day, Brussels. */
  readonly effectiveOn: Temporal.PlainDate;
  readonly endedOn: Temporal.PlainDate | null;
  readonly standing: "announced" | "in_force" | "ended";
  /** Why it stands here though it, or its parent, is established outside the European Economic Area; null where both are within. */
  readonly override: string | null;
  readonly shortNotice: string | null;
  readonly enteredAt: Temporal.Instant;
}

/** What the desk sees beside: how many mails about it were owed so far, and whether that is all. */
export interface DeskSubprocessor extends SubprocessorLine {
  readonly told: number;
  readonly toldAll: boolean;
}

export interface SubprocessorPage {
  readonly lines: readonly DeskSubprocessor[];
  readonly previous: string | null;
  readonly next: string | null;
}

const PAGE = 50;
/** Of those that ended, so many are shown to everybody; the desk has all. */
const ENDED_SHOWN = 50;

/** All that are announced and in force, and the last that ended: the newest first. For anybody. */
export async function viewSubprocessors({
  db,
}: {
  readonly db: Database;
}): Promise<readonly SubprocessorLine[]> {
  return transact(db, {}, async (trx) => {
    const today = brusselsDay(await clockNow(trx));
    const rows = await trx
      .selectFrom("subprocessor")
      .selectAll()
      .where((eb) =>
        eb.or([
          eb("ended_on", "is", null),
          eb("ended_on", ">=", today),
          eb(
            "id",
            "in",
            eb
              .selectFrom("subprocessor as gone")
              .select("gone.id")
              .where("gone.ended_on", "<", today)
              .orderBy("gone.ended_on", "desc")
              .orderBy("gone.id", "desc")
              .limit(sql.lit(ENDED_SHOWN)),
          ),
        ]),
      )
      .orderBy("effective_on", "desc")
      .orderBy("id", "desc")
      .execute();
    return rows.map((row) => lineOf(row, today));
  });
}

/** The newest first. Errors: forbidden `staff_role_missing`; bad_request `cursor_invalid`. */
export async function listSubprocessors(
  ctx: Context,
  reader: StaffReader,
  query: { readonly cursor?: string },
): Promise<SubprocessorPage> {
  requireReader(reader.staff, "privacy_officer");
  const cursor = query.cursor === undefined ? null : readPlaceCursor(query.cursor, "sub");
  return transact(ctx.db, {}, async (trx) => {
    await bookRegisterAct(trx, reader, "subprocessors_listed");
    const beyond = sql.raw(cursor?.backwards === true ? ">" : "<");
    const direction = cursor?.backwards === true ? "asc" : "desc";
    const day = cursor && cursor.at.toZonedDateTimeISO("UTC").toPlainDate();
    const rows = await selectDesk(trx)
      .$if(cursor !== null, (some) =>
        some.where(
          sql<boolean>`(effective_on, subprocessor.id) ${beyond} (${day ?? null}::date, ${cursor?.id ?? null})`,
        ),
      )
      .orderBy("effective_on", direction)
      .orderBy("subprocessor.id", direction)
      .limit(sql.lit(PAGE + 1))
      .execute();
    const { page, before, after } = cutPage(rows, PAGE, cursor);
    const place = (row: (typeof rows)[number] | null, backwards: boolean) =>
      row &&
      writePlaceCursor({ backwards, at: row.effective_on.toZonedDateTime("UTC").toInstant(), id: row.id });
    const today = brusselsDay(await clockNow(trx));
    return {
      lines: page.map((row) => deskLineOf(row, today)),
      previous: place(before, true),
      next: place(after, false),
    };
  });
}

/** The look is logged. Errors: forbidden `staff_role_missing`; not_found `subprocessor_unknown`. */
export async function viewSubprocessor(
  ctx: Context,
  reader: StaffReader,
  id: string,
): Promise<DeskSubprocessor> {
  requireReader(reader.staff, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    const row = await selectDesk(trx).where("subprocessor.id", "=", id).executeTakeFirst();
    if (!row) throw new AppError("not_found", "subprocessor_unknown");
    await bookRegisterAct(trx, reader, "subprocessors_listed", id);
    return deskLineOf(row, brusselsDay(await clockNow(trx)));
  });
}

function selectDesk(trx: Transaction) {
  return trx
    .selectFrom("subprocessor")
    .leftJoin("circular", (join) =>
      join.on("circular.kind", "=", "subprocessor").onRef("circular.subject_id", "=", "subprocessor.id"),
    )
    .selectAll("subprocessor")
    .select(["circular.told", "circular.done_at"]);
}

type Row = Selectable<SubprocessorTable>;

function deskLineOf(
  row: Row & { readonly told: number | null; readonly done_at: Temporal.Instant | null },
  today: Temporal.PlainDate,
): DeskSubprocessor {
  return { ...lineOf(row, today), told: row.told ?? 0, toldAll: row.done_at !== null };
}

function lineOf(row: Row, today: Temporal.PlainDate): SubprocessorLine {
  const { country, parent_country: parentCountry, override_reason: override } = row;
  const outside = judgeEstablishment({ country, parentCountry, override: null }) === "outside";
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    purpose: row.purpose,
    country,
    parentName: row.parent_name,
    parentCountry,
    termsUrl: row.terms_url,
    hosts: row.hosts,
    roles: row.roles,
    effectiveOn: row.effective_on,
    endedOn: row.ended_on,
    standing: standingOn(today, row.effective_on, row.ended_on),
    override: outside ? override : null,
    shortNotice: row.short_notice_reason,
    enteredAt: row.entered_at,
  };
}

function standingOn(
  today: Temporal.PlainDate,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate | null,
): SubprocessorLine["standing"] {
  if (last !== null && Temporal.PlainDate.compare(last, today) < 0) return "ended";
  return Temporal.PlainDate.compare(first, today) > 0 ? "announced" : "in_force";
}
