// Breaches for the privacy officer and the auditor: the list, and one with its clocks, findings and trail.

import { clockNow, sql, transact } from "@posthorn/db";
import {
  AppError,
  BREACH_DUTIES,
  type BreachDuty,
  type BreachEventName,
  type BreachFacts,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { cutPage } from "../paging/cut-page.ts";
import { readPlaceCursor, writePlaceCursor } from "../paging/place-cursor.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { bookRegisterAct } from "./book-act.ts";

export interface BreachLine {
  readonly id: string;
  readonly number: number;
  readonly noticedAt: Temporal.Instant;
  readonly openedByItself: boolean;
  readonly closedAt: Temporal.Instant | null;
  /** Of the duties that are open: how many, and when the next one falls due. */
  readonly open: number;
  readonly overdue: number;
  readonly nextDueAt: Temporal.Instant | null;
}

export interface BreachPage {
  readonly lines: readonly BreachLine[];
  readonly previous: string | null;
  readonly next: string | null;
  /** When chains and log were last checked from end to end; null where they never were. */
  readonly checkedWholeAt: Temporal.Instant | null;
}

const PAGE = 50;
const FINDINGS = 50;
const EVENTS = 500;

/** The newest first. Errors: forbidden `staff_role_missing`; bad_request `cursor_invalid`. */
export async function listBreaches(
  ctx: Context,
  reader: StaffReader,
  query: { readonly cursor?: string },
): Promise<BreachPage> {
  requireReader(reader.staff, "privacy_officer");
  const cursor = query.cursor === undefined ? null : readPlaceCursor(query.cursor, "bre");
  return transact(ctx.db, {}, async (trx) => {
    await bookRegisterAct(trx, reader, "breaches_listed");
    const beyond = sql.raw(cursor?.backwards === true ? ">" : "<");
    const direction = cursor?.backwards === true ? "asc" : "desc";
    const now = await clockNow(trx);
    const rows = await trx
      .selectFrom("breach")
      .leftJoinLateral(
        (eb) =>
          eb
            .selectFrom("breach_duty")
            .select([
              sql<number>`count(*)::int`.as("open"),
              sql<number>`count(*) FILTER (WHERE due_at <= ${now})::int`.as("overdue"),
              sql<Temporal.Instant | null>`min(due_at)`.as("next_due_at"),
            ])
            .whereRef("breach_duty.breach_id", "=", "breach.id")
            .where("breach_duty.state", "=", "open")
            .as("duties"),
        (join) => join.onTrue(),
      )
      .select(["id", "number", "opened_at", "opened_by", "noticed_at", "closed_at"])
      .select(["duties.open", "duties.overdue", "duties.next_due_at"])
      .$if(cursor !== null, (some) =>
        some.where(sql<boolean>`(opened_at, id) ${beyond} (${cursor?.at ?? null}, ${cursor?.id ?? null})`),
      )
      .orderBy("opened_at", direction)
      .orderBy("id", direction)
      .limit(sql.lit(PAGE + 1))
      .execute();
    const { page, before, after } = cutPage(rows, PAGE, cursor);
    const check = await trx.selectFrom("record_check").select("whole_at").executeTakeFirst();
    const place = (row: (typeof rows)[number] | null, backwards: boolean) =>
      row && writePlaceCursor({ backwards, at: row.opened_at, id: row.id });
    return {
      lines: page.map((row) => ({
        id: row.id,
        number: Number(row.number),
        noticedAt: row.noticed_at,
        openedByItself: row.opened_by === null,
        closedAt: row.closed_at,
        open: row.open ?? 0,
        overdue: row.overdue ?? 0,
        nextDueAt: row.next_due_at,
      })),
      previous: place(before, true),
      next: place(after, false),
      checkedWholeAt: check?.whole_at ?? null,
    };
  });
}

export interface DutyLine {
  readonly duty: BreachDuty;
  readonly dueAt: Temporal.Instant;
  readonly state: "open" | "done" | "not_required";
  readonly settledAt: Temporal.Instant | null;
  readonly settledBy: string | null;
  readonly words: string | null;
}

export interface BreachView extends BreachFacts {
  readonly id: string;
  readonly number: number;
  readonly openedAt: Temporal.Instant;
  readonly openedBy: string | null;
  readonly noticedAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
  readonly report: string | null;
  readonly duties: readonly DutyLine[];
  readonly findings: readonly string[];
  readonly findingsInAll: number;
  readonly events: readonly {
    readonly at: Temporal.Instant;
    readonly event: BreachEventName;
    readonly by: string | null;
    readonly duty: BreachDuty | null;
    readonly words: string | null;
  }[];
  /** Mails to senders owed so far; null before they were released. */
  readonly told: { readonly mails: number; readonly all: boolean } | null;
}

/** The look is logged. Errors: forbidden `staff_role_missing`; not_found `breach_unknown`. */
export async function viewBreach(
  ctx: Context,
  reader: StaffReader,
  id: string,
  act: "breach_viewed" | "breach_draft_opened" = "breach_viewed",
): Promise<BreachView> {
  requireReader(reader.staff, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    const row = await trx.selectFrom("breach").selectAll().where("id", "=", id).executeTakeFirst();
    if (!row) throw new AppError("not_found", "breach_unknown");
    await bookRegisterAct(trx, reader, act, id);
    const staffName = sql<string | null>`staff.first_names || ' ' || staff.family_name`;
    const duties = await trx
      .selectFrom("breach_duty")
      .leftJoin("staff", "staff.id", "breach_duty.settled_by")
      .select(["duty", "due_at", "state", "settled_at", "words", staffName.as("by")])
      .where("breach_id", "=", id)
      .execute();
    const events = await trx
      .selectFrom("breach_event")
      .leftJoin("staff", "staff.id", "breach_event.staff_id")
      .select(["at", "event", "duty", "words", staffName.as("by")])
      .where("breach_id", "=", id)
      .orderBy("breach_event.id")
      .limit(EVENTS)
      .execute();
    const findings = await trx
      .selectFrom("breach_finding")
      .select(["finding", sql<number>`(count(*) OVER ())::int`.as("in_all")])
      .where("breach_id", "=", id)
      .orderBy("finding")
      .limit(FINDINGS)
      .execute();
    const circulars = await trx
      .selectFrom("circular")
      .select(["told", "done_at"])
      .where("kind", "=", "breach")
      .where("subject_id", "=", id)
      .execute();
    const opened = events.find(({ event }) => event === "opened");
    return {
      id,
      number: Number(row.number),
      openedAt: row.opened_at,
      openedBy: opened?.by ?? null,
      noticedAt: row.noticed_at,
      changedAt: row.changed_at,
      closedAt: row.closed_at,
      report: row.report,
      facts: row.facts,
      natures: row.natures,
      people: row.people,
      data: row.data,
      persons: row.persons,
      accountIds: row.account_ids,
      assessment: row.assessment,
      words: row.words,
      duties: BREACH_DUTIES.flatMap((duty) => {
        const found = duties.find((each) => each.duty === duty);
        if (!found) return [];
        const { due_at: dueAt, state, settled_at: settledAt, by: settledBy, words } = found;
        return [{ duty, dueAt, state, settledAt, settledBy, words }];
      }),
      findings: findings.map(({ finding }) => finding),
      findingsInAll: findings[0]?.in_all ?? 0,
      events,
      told:
        circulars.length === 0
          ? null
          : {
              mails: circulars.reduce((sum, { told }) => sum + told, 0),
              all: circulars.every((circular) => circular.done_at !== null),
            },
    };
  });
}
