import { sql, transact } from "@posthorn/db";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readOutage } from "./read-outage.ts";

const DEADLINE = Temporal.Instant.from("2026-12-06T23:00:00Z");
const LAST_DAY = Temporal.Instant.from("2026-12-05T23:00:00Z");

let bench: VerbBench;
beforeAll(async () => {
  bench = await createVerbBench();
});
afterAll(() => bench.close());

const read = () => transact(bench.context("worker").db, {}, (trx) => readOutage(trx, DEADLINE));

test("the minutes missed on the last day are told as the intervals they were, to the minute", async () => {
  const { db } = bench.context("owner");
  // a beat a minute, some seconds into it, from before the day until after it
  await sql`INSERT INTO heartbeat SELECT g + interval '7 s' FROM generate_series(
    ${LAST_DAY}::timestamptz - interval '1 hour', ${DEADLINE}::timestamptz + interval '1 hour', interval '1 minute') g`.execute(
    db,
  );
  expect(await read()).toEqual({ minutes: 0, intervals: [] });
  for (const [from, until] of [
    ["2026-12-05T22:30:00Z", "2026-12-05T23:10:00Z"],
    ["2026-12-06T09:00:00Z", "2026-12-06T10:15:00Z"],
    ["2026-12-06T22:59:00Z", "2026-12-06T23:20:00Z"],
  ])
    await sql`DELETE FROM heartbeat WHERE minute_at >= ${from} AND minute_at < ${until}`.execute(db);
  const { minutes, intervals } = await read();
  expect(minutes).toBe(10 + 75 + 1);
  expect(intervals.map(({ from, until }) => `${from.toString()} ${until.toString()}`)).toEqual([
    "2026-12-05T23:00:00Z 2026-12-05T23:10:00Z",
    "2026-12-06T09:00:00Z 2026-12-06T10:15:00Z",
    "2026-12-06T22:59:00Z 2026-12-06T23:00:00Z",
  ]);
});
