// Looks ahead: how much falls on which day by which rule, and by which rules one thing falls; nothing is erased.

import { clockNow, type Queryable, sql } from "@posthorn/db";
import { brusselsDay, type RuleId } from "@posthorn/domain";
import { ERASURE_SETS, type ErasureSet } from "./erasure-sets.ts";
import { type Erased, findErased } from "./find-erased.ts";
import { countDue } from "./set-functions.ts";

/** Items of a set that are counted at most. */
const MOST = 200_000;

export interface PlannedFall {
  readonly rule: RuleId;
  readonly set: string;
  /** Brussels; days that are past stand for what is due and still there. */
  readonly day: Temporal.PlainDate;
  readonly count: number;
}

export interface ErasurePlan {
  readonly today: Temporal.PlainDate;
  /** Through the last of so many days. */
  readonly until: Temporal.PlainDate;
  /** By day, rule and set. Where the id of a set is a day, its rows are one. */
  readonly falls: readonly PlannedFall[];
  /** Sets of which there is more than was counted. */
  readonly uncounted: readonly string[];
  /** Holds that are placed today: what they name stays. */
  readonly holds: number;
}

/** What falls from today through `days` days later, by the rules in force now; holds are counted, not reckoned in. */
export async function planErasure(
  db: Queryable,
  days: number,
  sets: readonly ErasureSet[] = ERASURE_SETS,
): Promise<ErasurePlan> {
  const today = brusselsDay(await clockNow(db));
  const until = today.add({ days });
  const falls: PlannedFall[] = [];
  const uncounted: string[] = [];
  for (const { rule, set } of sets) {
    const counted = await countDue(db, { set }, until, MOST);
    if (counted.reduce((sum, { count }) => sum + count, 0) === MOST) uncounted.push(set);
    for (const { fallsOn, count } of counted) falls.push({ rule, set, day: fallsOn, count });
  }
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM legal_hold WHERE state = 'placed' AND ends_on >= ${today.toString()}::date`.execute(
    db,
  );
  return {
    today,
    until,
    falls: falls.toSorted(
      (a, b) => Temporal.PlainDate.compare(a.day, b.day) || order(a.rule, b.rule) || order(a.set, b.set),
    ),
    uncounted,
    holds: rows[0]?.n ?? 0,
  };
}

function order(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

export interface RuleOfItem {
  readonly rule: string;
  readonly what: string;
  /** Of the delivery, message, account or person that the line is about. */
  readonly id: string;
  /** The trigger's day, Brussels; null where it has not come. */
  readonly startsOn: Temporal.PlainDate | null;
  readonly fallsOn: Temporal.PlainDate | null;
  readonly held: boolean;
  readonly gone: boolean;
}

export interface ExplainedItem {
  readonly rules: readonly RuleOfItem[];
  readonly holds: readonly {
    readonly id: string;
    readonly scope: string;
    readonly ground: string;
    readonly endsOn: Temporal.PlainDate;
  }[];
  /** Where it is gone: when, by which rule. */
  readonly erased: readonly Erased[];
}

/** Of a delivery, a message, an account or a person, by its id; nothing in any list where nobody has it. */
export async function explainItem(db: Queryable, id: string): Promise<ExplainedItem> {
  const rules = await sql<RuleOfItem>`
    SELECT rule, what, id, starts_on AS "startsOn", falls_on AS "fallsOn", held, gone FROM retention.explain(${id})`.execute(
    db,
  );
  const holds = await sql<ExplainedItem["holds"][number]>`
    SELECT id, scope, ground, ends_on AS "endsOn" FROM retention.holds_of(${id})`.execute(db);
  return { rules: rules.rows, holds: holds.rows, erased: await findErased(db, id) };
}
