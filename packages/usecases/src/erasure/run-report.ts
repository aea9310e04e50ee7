// The report of a run: counts by rule and set, booked in the transaction that erases, so that it says what went also after a crash.

import { type Queryable, sql, type Transaction } from "@posthorn/db";
import type { RuleId } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { ErasureSet } from "./erasure-sets.ts";

/** What erasing takes: no settings, no keys. */
export type ErasureContext = Pick<Context, "db" | "newId">;

export interface ErasureCount {
  readonly erased: number;
  /** Due, and left: named by a hold, or not due any more when it was looked at again. */
  readonly held: number;
}

/** By `rule/set`. */
export type ErasureCounts = Readonly<Record<string, ErasureCount>>;

export interface RunReport {
  /** Of `retention_run`; its row is there from the first that is booked. */
  readonly id: string;
  readonly day: Temporal.PlainDate;
  /** Items that went, in the transaction in which they went. */
  book(trx: Transaction, set: ErasureSet, erased: number): Promise<void>;
  /** Items that were left; entered when the run ends. */
  hold(set: ErasureSet, held: number): void;
  /** Makes the row where nothing was booked yet. */
  ensure(db: Queryable): Promise<void>;
  /** Ends the run; `failure` says which sets did not get to their end. Answers the counts; nothing is written where no row was made. */
  end(db: Queryable, at: Temporal.Instant, failure: string | null): Promise<ErasureCounts>;
}

export function countKey({ rule, set }: { readonly rule: RuleId; readonly set: string }): string {
  return `${rule}/${set}`;
}

export function openReport(
  ctx: Pick<Context, "newId">,
  day: Temporal.PlainDate,
  at: Temporal.Instant,
): RunReport {
  const id = ctx.newId("run", at);
  const held = new Map<string, number>();
  const heldAlone = () =>
    Object.fromEntries(Array.from(held, ([key, count]) => [key, { erased: 0, held: count }]));

  async function ensure(db: Queryable): Promise<void> {
    await db
      .insertInto("retention_run")
      .values({ id, day, began_at: at })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  }

  // Added up by the database: whoever lost the connection at a commit does not know whether it counted.
  async function add(db: Queryable, key: string, what: keyof ErasureCount, count: number): Promise<void> {
    await sql`UPDATE retention_run SET counts = counts || jsonb_build_object(${key}::text,
          jsonb_set('{"erased": 0, "held": 0}'::jsonb || coalesce(counts -> ${key}::text, '{}'), ARRAY[${what}::text],
            to_jsonb(coalesce((counts -> ${key}::text ->> ${what}::text)::int, 0) + ${count}::int)))
      WHERE id = ${id}`.execute(db);
  }

  return {
    id,
    day,
    ensure,
    async book(trx, set, erased) {
      await ensure(trx);
      await add(trx, countKey(set), "erased", erased);
    },
    hold(set, count) {
      if (count > 0) held.set(countKey(set), (held.get(countKey(set)) ?? 0) + count);
    },
    async end(db, endedAt, failure) {
      for (const [key, count] of held) await add(db, key, "held", count);
      const { rows } = await sql<{ counts: ErasureCounts }>`
        UPDATE retention_run SET ended_at = ${endedAt}, failure = ${failure} WHERE id = ${id} RETURNING counts`.execute(
        db,
      );
      return rows[0]?.counts ?? heldAlone();
    },
  };
}

/** Runs that a crash ended say so. */
export async function endInterrupted(db: Queryable, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable("retention_run")
    .set({ ended_at: at, failure: "interrupted" })
    .where("ended_at", "is", null)
    .execute();
}

/** The run before, and what it did not finish. */
export async function lastRun(
  db: Queryable,
): Promise<{ readonly day: Temporal.PlainDate; readonly failure: string | null } | undefined> {
  return db
    .selectFrom("retention_run")
    .select(["day", "failure"])
    .orderBy("day", "desc")
    .orderBy("began_at", "desc")
    .limit(1)
    .executeTakeFirst();
}
