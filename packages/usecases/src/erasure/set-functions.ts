// The functions of the database by which a set is found, erased and wiped: their names come of the registry alone, never of what was read.

import { type Queryable, sql } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { ErasureSet } from "./erasure-sets.ts";

type Named = Pick<ErasureSet, "set">;

export interface DueItem {
  readonly id: string;
  /** The day it fell or falls due, Brussels. */
  readonly fallsOn: Temporal.PlainDate;
}

function functionOf(verb: "due" | "erase" | "wipe", { set }: Named) {
  if (!/^[a-z][a-z_]*$/.test(set)) throw new AppError("internal", "erasure_set_malformed", { detail: set });
  return sql.id("retention", `${verb}_${set}`);
}

/** What falls on or before `day` by the rules in force, after the item `after`; holds are not regarded. */
export async function findDue(
  db: Queryable,
  set: Named,
  day: Temporal.PlainDate,
  after: string | null,
  atMost: number,
): Promise<readonly DueItem[]> {
  const { rows } = await sql<DueItem>`
    SELECT id, falls_on AS "fallsOn" FROM ${functionOf("due", set)}(${day.toString()}::date, ${after}::text, ${atMost}::int)`.execute(
    db,
  );
  return rows;
}

/** How many items fall on each day up to `day`, of at most `atMost` that are looked at. */
export async function countDue(
  db: Queryable,
  set: Named,
  day: Temporal.PlainDate,
  atMost: number,
): Promise<readonly { readonly fallsOn: Temporal.PlainDate; readonly count: number }[]> {
  const { rows } = await sql<{ fallsOn: Temporal.PlainDate; count: number }>`
    SELECT falls_on AS "fallsOn", count(*)::int AS count
    FROM ${functionOf("due", set)}(${day.toString()}::date, NULL, ${atMost}::int) GROUP BY falls_on ORDER BY falls_on`.execute(
    db,
  );
  return rows;
}

/** Rechecks rule, day and hold of each, and answers those that went. */
export async function eraseDue(
  db: Queryable,
  set: Named,
  ids: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ gone: readonly string[] | null }>`
    SELECT ${functionOf("erase", set)}(${[...ids]}::text[]) AS gone`.execute(db);
  return rows[0]?.gone ?? [];
}

/** Throws AppError `erasure_function_missing` where a set's functions are not there, or this role may not execute them. */
export async function refuseMissingFunctions(db: Queryable, sets: readonly Named[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT v.verb || '_' || s.name AS name FROM unnest(${sets.map(({ set }) => set)}::text[]) AS s (name),
      (VALUES ('due', 'date, text, integer'), ('erase', 'text[]')) AS v (verb, takes)
    WHERE NOT EXISTS (SELECT FROM pg_proc p WHERE p.pronamespace = 'retention'::regnamespace AND p.proname = v.verb || '_' || s.name
      AND oidvectortypes(p.proargtypes) ^@ v.takes AND has_function_privilege(p.oid, 'EXECUTE'))`.execute(db);
  if (rows.length > 0)
    throw new AppError("internal", "erasure_function_missing", {
      detail: rows.map(({ name }) => name).join(", "),
    });
}
