import { afterEach, beforeEach, expect, test } from "vitest";
import { withConnection } from "../postgres/database.ts";
import { createTestDatabase } from "../postgres/test-database.ts";
import type { TestDatabase } from "../postgres/test-database.ts";
import { openStackClock } from "./stack-clock.ts";

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(() => database.drop());

test("stands where the machine's clock stands until it is moved", async () => {
  const clock = await openStackClock(database.ownerUrl);
  expect(Math.abs(secondsAfter(Temporal.Now.instant(), clock.now()))).toBeLessThan(1);
});

test("moves for every role and for the stand-ins alike, again and again", async () => {
  const clock = await openStackClock(database.ownerUrl);
  const start = clock.now();
  await clock.advance(Temporal.Duration.from("PT1H"));
  const moved = await clock.advance(Temporal.Duration.from("PT24H"));
  expect(secondsAfter(start, moved)).toBeCloseTo(25 * 3600, -1);
  for (const role of ["collect", "worker"] as const) {
    const seen = await instantOf(database.urlFor(role), "SELECT clock.now() AS at");
    expect(Math.abs(secondsAfter(clock.now(), seen))).toBeLessThan(1);
  }
});

test("a clock opened later stands where the earlier one was left", async () => {
  const first = await openStackClock(database.ownerUrl);
  await first.advance(Temporal.Duration.from("P16D"));
  const second = await openStackClock(database.ownerUrl);
  expect(Math.abs(secondsAfter(first.now(), second.now()))).toBeLessThan(1);
  await second.advance(Temporal.Duration.from("PT1M"));
  await first.refresh();
  expect(Math.abs(secondsAfter(first.now(), second.now()))).toBeLessThan(1);
});

test("a day is a calendar day: the same time of day after it, whatever the season", async () => {
  const clock = await openStackClock(database.ownerUrl);
  const before = clock.now().toZonedDateTimeISO("Europe/Brussels");
  const after = (await clock.advance(Temporal.Duration.from("P180D"))).toZonedDateTimeISO("Europe/Brussels");
  // An hour of summer time would show; what the machine takes for half a year of heartbeats does not.
  const late = before.add({ days: 180 }).until(after).total("seconds");
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(600);
});

test("skipped minutes are booked as served, unless they are to be an outage", async () => {
  const clock = await openStackClock(database.ownerUrl);
  await clock.advance(Temporal.Duration.from("PT2H"));
  const served = await countBeats();
  expect(served).toBeGreaterThanOrEqual(120);
  await clock.advance(Temporal.Duration.from("PT2H"), { outage: true });
  expect(await countBeats()).toBe(served);
});

test.each(["PT0S", "-PT1H"])("does not move by %s, and stays usable", async (by) => {
  const clock = await openStackClock(database.ownerUrl);
  await expect(clock.advance(Temporal.Duration.from(by))).rejects.toThrow("only moves forward");
  expect(Math.abs(secondsAfter(Temporal.Now.instant(), clock.now()))).toBeLessThan(1);
});

test("only the owner may move it", async () => {
  const clock = await openStackClock(database.urlFor("worker"));
  await expect(clock.advance(Temporal.Duration.from("PT1H"), { outage: true })).rejects.toThrow();
  const seen = await instantOf(database.ownerUrl, "SELECT clock.now() AS at");
  expect(Math.abs(secondsAfter(Temporal.Now.instant(), seen))).toBeLessThan(1);
});

function secondsAfter(earlier: Temporal.Instant, later: Temporal.Instant): number {
  return earlier.until(later).total("seconds");
}

async function countBeats(): Promise<number> {
  return withConnection(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ count: string }>("SELECT count(*) FROM heartbeat");
    return Number(rows[0]?.count);
  });
}

async function instantOf(url: string, query: string): Promise<Temporal.Instant> {
  return withConnection(url, async (client) => {
    const { rows } = await client.query<{ at: Date }>(query);
    return Temporal.Instant.fromEpochMilliseconds(rows[0]?.at.getTime() ?? 0);
  });
}
