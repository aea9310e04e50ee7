import { sql } from "@posthorn/db";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addThings, countThings, plantThings, THINGS } from "./erasure.test-support.ts";
import { ERASURE_SETS, type ErasureSet } from "./erasure-sets.ts";
import { erasureDigest, type ErasureStatement } from "./make-receipts.ts";
import { runErasure } from "./run-erasure.ts";
import { refuseMissingFunctions } from "./set-functions.ts";

let bench: VerbBench;
beforeAll(async () => {
  bench = await createVerbBench();
  await plantThings(owner());
});
afterAll(() => bench.close());
beforeEach(async () => {
  await sql`TRUNCATE test_thing, erasure_receipt, retention_run, erasure_leaf`.execute(owner());
  await sql`UPDATE erasure_state SET last_day = NULL`.execute(owner());
});

const owner = () => bench.context("owner").db;
const eraser = () => bench.context("eraser");
const run = (sets: readonly ErasureSet[] = [THINGS]) => runErasure(eraser(), { sets });
const journal = async (since: number) =>
  (
    await owner()
      .selectFrom("erasure_journal")
      .select(["rule", "kind", "subject_id"])
      .where("number", ">", since)
      .orderBy("number")
      .execute()
  ).map(({ rule, kind, subject_id: id }) => `${rule}/${kind}/${id}`);
const head = async () => {
  const { rows } = await sql<{
    n: number;
  }>`SELECT coalesce(max(number), 0)::int AS n FROM erasure_journal`.execute(owner());
  return rows[0]?.n ?? 0;
};

test("what is due goes in batches, what is not stays; report, journal and receipts tell the same", async () => {
  const before = await head();
  await addThings(owner(), 1, 25, 31);
  await addThings(owner(), 26, 30, 30);
  const done = await run();
  expect(done?.counts).toEqual({ "R16/test_thing": { erased: 25, held: 0 } });
  expect(done?.failures).toEqual([]);
  expect(await countThings(owner())).toBe(5);
  expect(await journal(before)).toHaveLength(25);
  const report = await owner().selectFrom("retention_run").selectAll().executeTakeFirstOrThrow();
  expect(report).toMatchObject({ id: done?.id, counts: done?.counts, failure: null });
  expect(report.ended_at).not.toBeNull();
  const receipts = await owner().selectFrom("erasure_receipt").select(["rule", "statement"]).execute();
  expect(receipts.map(({ rule }) => rule)).toEqual(["R16"]);
  const statement = JSON.parse(receipts[0]?.statement ?? "") as ErasureStatement;
  expect(statement).toMatchObject({ run: done?.id, rule: "R16", to: before + 25 });
  expect(statement.sets[0]).toMatchObject({ set: "test_thing", count: 25 });
  expect(statement.sets[0]?.digests).toContain(erasureDigest("test_thing", "thg_000001"));
  expect(receipts[0]?.statement).not.toContain("thg_");
});

test("what is held is passed by and counted, and does not hide what is due behind it", async () => {
  await addThings(owner(), 1, 40, 31);
  await sql`UPDATE test_thing SET held = true WHERE id < 'thg_000016' OR id > 'thg_000038'`.execute(owner());
  expect((await run())?.counts).toEqual({ "R16/test_thing": { erased: 23, held: 17 } });
  expect(await countThings(owner())).toBe(17);
  // The next pass finds nothing to erase: no report is added to those of the day.
  expect((await run())?.counts).toEqual({ "R16/test_thing": { erased: 0, held: 17 } });
  expect(await owner().selectFrom("retention_run").select("id").execute()).toHaveLength(1);
});

test("a set that fails keeps none of the others, and the report names it once", async () => {
  await addThings(owner(), 1, 3, 31);
  const broken: ErasureSet = { set: "not_there", rule: "R9", batch: 10 };
  const done = await run([broken, THINGS]);
  expect(done?.failures.map(({ set }) => set)).toEqual(["not_there"]);
  expect(done?.counts["R16/test_thing"]).toEqual({ erased: 3, held: 0 });
  await run([broken, THINGS]);
  const reports = await owner().selectFrom("retention_run").select("failure").execute();
  expect(reports).toEqual([{ failure: "not finished: not_there" }]);
  // That it got on again is in the reports too.
  await run();
  expect(await owner().selectFrom("retention_run").select("id").execute()).toHaveLength(2);
});

test("a function that answers what it did not erase ends the set, not the pass", async () => {
  await addThings(owner(), 1, 3, 31);
  await sql`CREATE FUNCTION retention.due_liar(date, text, int) RETURNS TABLE (id text, falls_on date) LANGUAGE sql STABLE
    AS $$ SELECT 'x', retention.today() $$`.execute(owner());
  await sql`CREATE FUNCTION retention.erase_liar(ids text[]) RETURNS text[] LANGUAGE sql AS $$ SELECT ids $$`.execute(
    owner(),
  );
  const done = await run([{ set: "liar", rule: "R9", batch: 10 }, THINGS]);
  expect(String(done?.failures[0]?.error)).toContain("erasure_without_end");
  expect(await countThings(owner())).toBe(0);
});

test("a day is erased in slices until it is empty, and left where a hold keeps some of it", async () => {
  await sql`CREATE TABLE test_log (falls_on date NOT NULL, held boolean NOT NULL DEFAULT false)`.execute(
    owner(),
  );
  await sql`INSERT INTO test_log SELECT d, false FROM unnest(ARRAY['2026-01-05', '2026-01-06']::date[]) d, generate_series(1, 25)`.execute(
    owner(),
  );
  await sql`INSERT INTO test_log VALUES ('2026-01-06', true)`.execute(owner());
  await sql`CREATE FUNCTION retention.due_test_log(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT DISTINCT l.falls_on::text, l.falls_on FROM test_log l WHERE l.falls_on <= on_day AND (after IS NULL OR l.falls_on > after::date) ORDER BY 1 LIMIT at_most $$`.execute(
    owner(),
  );
  await sql`CREATE FUNCTION retention.erase_test_log(ids text[]) RETURNS text[]
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE day text; gone text[] := '{}'; BEGIN
      FOREACH day IN ARRAY ids LOOP
        DELETE FROM test_log WHERE ctid = ANY (ARRAY(SELECT ctid FROM test_log WHERE falls_on = day::date AND NOT held LIMIT 10));
        IF NOT EXISTS (SELECT FROM test_log WHERE falls_on = day::date) THEN gone := gone || day; END IF;
      END LOOP;
      PERFORM retention.note('R6', 'test_log', gone);
      RETURN gone;
    END $$`.execute(owner());
  await sql`GRANT EXECUTE ON FUNCTION retention.due_test_log(date, text, int), retention.erase_test_log(text[]) TO posthorn_eraser`.execute(
    owner(),
  );
  const done = await run([{ set: "test_log", rule: "R6", batch: 7 }]);
  expect(done?.counts).toEqual({ "R6/test_log": { erased: 1, held: 1 } });
  const { rows } = await sql`SELECT falls_on::text AS day FROM test_log`.execute(owner());
  expect(rows).toEqual([{ day: "2026-01-06" }]);
});

test("on a day before that of the last run nothing goes", async () => {
  await addThings(owner(), 1, 3, 31);
  await sql`UPDATE erasure_state SET last_day = retention.today() + 1`.execute(owner());
  await expect(run()).rejects.toThrow("clock_set_back");
  expect(await countThings(owner())).toBe(3);
  await sql`UPDATE erasure_state SET last_day = retention.today()`.execute(owner());
  expect((await run())?.counts["R16/test_thing"]?.erased).toBe(3);
});

test("two at once: one runs, the other goes home", async () => {
  await addThings(owner(), 1, 100, 31);
  const both = await Promise.all([run(), run()]);
  expect(both.filter((done) => done === null).length).toBeLessThan(2);
  expect(await countThings(owner())).toBe(0);
  const erased = both.map((done) => done?.counts["R16/test_thing"]?.erased ?? 0);
  expect(erased.reduce((sum, n) => sum + n, 0)).toBe(100);
});

test("a signal ends it between two batches; the next run takes up there", async () => {
  await addThings(owner(), 1, 30, 31);
  const stop = new AbortController();
  await runErasure(eraser(), { sets: [THINGS], signal: stop.signal, onBatch: () => stop.abort() });
  expect(await countThings(owner())).toBe(20);
  expect((await run())?.counts["R16/test_thing"]?.erased).toBe(20);
});

test("leaves of records stand in the receipt of what went, and of nothing else", async () => {
  const { deliveryIds } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  const { leaf } = await owner()
    .selectFrom("evidence_record")
    .select("leaf")
    .where("delivery_id", "=", id)
    .limit(1)
    .executeTakeFirstOrThrow();
  await sql`INSERT INTO test_thing VALUES (${id}, retention.today() - 31, false), ('dlv_HELD', retention.today() - 31, true)`.execute(
    owner(),
  );
  await run([{ ...THINGS, leaves: true }]);
  const { statement } = await owner()
    .selectFrom("erasure_receipt")
    .select("statement")
    .executeTakeFirstOrThrow();
  const { sets } = JSON.parse(statement) as ErasureStatement;
  expect(sets[0]?.digests).toContain(Buffer.from(leaf).toString("hex"));
  expect(sets[0]?.count).toBe(1);
  expect(await owner().selectFrom("erasure_leaf").selectAll().execute()).toEqual([]);
});

test("every set of the registry has its functions, the eraser may execute them, and nobody else; wiping is nobody's", async () => {
  await refuseMissingFunctions(eraser().db, ERASURE_SETS);
  await expect(refuseMissingFunctions(bench.context("worker").db, [THINGS])).rejects.toThrow(
    "erasure_function_missing",
  );
  await expect(refuseMissingFunctions(eraser().db, [{ set: "not_there" }])).rejects.toThrow("due_not_there");
  await expect(refuseMissingFunctions(eraser().db, [{ set: "x; drop" }])).rejects.toThrow(
    "erasure_function_missing",
  );
  const { rows } = await sql<{ line: string }>`
    SELECT proname || ': ' || r.rolname AS line FROM pg_proc p, pg_roles r
    WHERE p.pronamespace = 'retention'::regnamespace AND proname ~ '^(due|erase|wipe)_' AND proname NOT LIKE '%liar' AND proname NOT LIKE '%test_log'
      AND r.rolname LIKE 'posthorn\\_%' AND r.rolname NOT IN ('posthorn_erasure')
      AND has_function_privilege(r.rolname, p.oid, 'EXECUTE')
      AND NOT (r.rolname = 'posthorn_eraser' AND proname ~ '^(due|erase)_')`.execute(owner());
  expect(rows).toEqual([]);
});

test("whatever a function notes in the journal can be wiped again by the journal", async () => {
  const { rows } = await sql<{ kind: string }>`
    SELECT DISTINCT m[1] AS kind FROM pg_proc p, regexp_matches(p.prosrc, 'note\\([^,()]+, ''([a-z_]+)''', 'g') AS m
    WHERE p.prosecdef AND m[1] NOT LIKE 'test\\_%' ORDER BY 1`.execute(owner());
  const kinds = rows.map(({ kind }) => kind);
  expect(kinds).toContain("evidence");
  const { rows: lost } = await sql`
    SELECT k FROM unnest(${kinds}::text[]) k WHERE to_regprocedure('retention.wipe_' || k || '(text[])') IS NULL`.execute(
    owner(),
  );
  expect(lost).toEqual([]);
});
