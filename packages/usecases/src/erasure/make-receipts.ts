// States what was erased, rule by rule, in digests alone: who has a copy can show that, and when, the provider erased his.

import { createHash } from "node:crypto";
import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import type { ErasureSet } from "./erasure-sets.ts";
import { settledNumber } from "./lock-journal.ts";
import type { ErasureContext, RunReport } from "./run-report.ts";

/** Entries of the journal that receipts of one transaction tell. */
const SLICE = 5_000;

/** What is sealed, as JSON; every digest lower-case hex. */
export interface ErasureStatement {
  readonly id: string;
  readonly run: string;
  readonly rule: string;
  /** Of the run, Brussels. */
  readonly day: string;
  /** Numbers in the journal of the first and the last that went. */
  readonly from: number;
  readonly to: number;
  readonly first_erased_at: string;
  readonly last_erased_at: string;
  readonly sets: readonly {
    readonly set: string;
    readonly count: number;
    /**
     * SHA-256 over `<set>/<id>` of each that went, and the leaf of each record where records went: the same value stands in the log
     * and in every copy of the evidence.
     */
    readonly digests: readonly string[];
  }[];
}

interface Slice {
  readonly report: RunReport;
  readonly sets: readonly ErasureSet[];
  /** Number in the journal below which nothing is under way. */
  readonly upTo: number;
  readonly now: Temporal.Instant;
}

interface JournalRow {
  readonly number: number;
  readonly erased_at: Temporal.Instant;
  readonly rule: string;
  readonly kind: string;
  readonly subject_id: string;
}

/** Of everything that went since the last, whoever erased it. Returns how many were made. */
export async function makeReceipts(
  ctx: ErasureContext,
  report: RunReport,
  sets: readonly ErasureSet[],
): Promise<number> {
  const upTo = await transact(ctx.db, {}, settledNumber);
  let made = 0;
  for (;;) {
    const now = await clockNow(ctx.db);
    const slice = await transact(ctx.db, {}, (trx) => receiptSlice(ctx, trx, { report, sets, upTo, now }));
    if (slice === null) return made;
    made += slice;
  }
}

async function receiptSlice(
  ctx: ErasureContext,
  trx: Transaction,
  { report, sets, upTo, now }: Slice,
): Promise<number | null> {
  const { receipted_number: told } = await trx
    .selectFrom("erasure_state")
    .select("receipted_number")
    .executeTakeFirstOrThrow();
  const entries = await trx
    .selectFrom("erasure_journal")
    .select(["number", "erased_at", "rule", "kind", "subject_id"])
    .where("number", ">", told)
    .where("number", "<=", upTo)
    .orderBy("number")
    .limit(SLICE)
    .execute();
  const last = entries.at(-1);
  if (!last) return null;
  await report.ensure(trx);
  const leaves = await takeLeaves(trx, sets, entries);
  const rules = Map.groupBy(entries, ({ rule }) => rule);
  for (const [rule, gone] of rules) {
    const id = ctx.newId("ers", now);
    await trx
      .insertInto("erasure_receipt")
      .values({
        id,
        run_id: report.id,
        rule,
        made_at: now,
        statement: JSON.stringify(
          state({ id, run: report.id, rule, day: report.day.toString() }, gone, leaves),
        ),
      })
      .execute();
  }
  await trx.updateTable("erasure_state").set({ receipted_number: last.number }).execute();
  return rules.size;
}

function state(
  head: Pick<ErasureStatement, "id" | "run" | "rule" | "day">,
  entries: readonly JournalRow[],
  leaves: ReadonlyMap<string, readonly string[]>,
): ErasureStatement {
  const instants = entries.map(({ erased_at: at }) => at).toSorted(Temporal.Instant.compare);
  const at = (instant: Temporal.Instant | undefined) =>
    instant?.toString({ smallestUnit: "millisecond" }) ?? "";
  return {
    ...head,
    from: entries[0]?.number ?? 0,
    to: entries.at(-1)?.number ?? 0,
    first_erased_at: at(instants[0]),
    last_erased_at: at(instants.at(-1)),
    sets: Array.from(
      Map.groupBy(entries, ({ kind }) => kind),
      ([set, gone]) => ({
        set,
        count: gone.length,
        digests: gone.flatMap(({ subject_id: id }) => [
          erasureDigest(set, id),
          ...(leaves.get(`${set}/${id}`) ?? []),
        ]),
      }),
    ),
  };
}

/** By `set/id`; they have stood by only for this. */
async function takeLeaves(
  trx: Transaction,
  sets: readonly ErasureSet[],
  entries: readonly JournalRow[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const kinds = new Set(sets.filter(({ leaves }) => leaves === true).map(({ set }) => set));
  const gone = entries.filter(({ kind }) => kinds.has(kind));
  if (gone.length === 0) return new Map();
  const { rows } = await sql<{ id: string; leaf: string }>`
    DELETE FROM erasure_leaf WHERE delivery_id = ANY (${gone.map(({ subject_id: id }) => id)}::text[])
    RETURNING delivery_id AS id, encode(leaf, 'hex') AS leaf`.execute(trx);
  const leaves = Map.groupBy(rows, ({ id }) => id);
  return new Map(
    gone.map(({ kind, subject_id: id }) => [
      `${kind}/${id}`,
      (leaves.get(id) ?? []).map(({ leaf }) => leaf).toSorted(),
    ]),
  );
}

/** What a receipt calls a thing that is gone: SHA-256, lower-case hex; its id is random and cannot be guessed from it. */
export function erasureDigest(set: string, id: string): string {
  return createHash("sha256").update(`${set}/${id}`, "utf8").digest("hex");
}
