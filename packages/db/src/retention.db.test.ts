import {
  cutoff,
  fallsOn,
  isCalendarPeriod,
  RETENTION_RULES,
  TABLES,
  type CalendarPeriod,
} from "@posthorn/domain";
import { createTestDatabase, type TestDatabase } from "@posthorn/testkit";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enterPeriods } from "./enter-periods.ts";

const SHORTER: CalendarPeriod = { kind: "days", count: 45, atMost: true };

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  // Days are days in Brussels, wherever the server or its caller stands.
  await owner.query("SET TIME ZONE 'Asia/Tokyo'");
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test("every table of the database has its line in the list of rules, and no line is about a table that is not there", async () => {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1",
  );
  expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(TABLES));
});

test("the periods in force are those of the schedule, and entering them again changes nothing", async () => {
  const count = async () => (await owner.query("SELECT FROM retention_period")).rowCount;
  const before = await count();
  await enterPeriods(owner);
  expect(await count()).toBe(before);
  for (const rule of Object.values(RETENTION_RULES)) {
    if (!isCalendarPeriod(rule.period)) continue;
    const day = Temporal.PlainDate.from("2028-02-29");
    const { rows } = await owner.query<{ falls: string }>(
      "SELECT retention.falls_on($1, $2)::text AS falls",
      [rule.id, day.toString()],
    );
    expect([rule.id, rows[0]?.falls]).toEqual([rule.id, fallsOn(day, rule.period).toString()]);
  }
});

/** A rule in the database for each of these periods. */
async function enter(periods: readonly CalendarPeriod[]): Promise<void> {
  for (const [index, { kind, count, atMost }] of periods.entries())
    await owner.query(
      "INSERT INTO retention_period (rule, effective_at, kept, at_most) VALUES ($1, '-infinity', $2, $3)",
      [`T${index}`, `${count} ${kind}`, atMost === true],
    );
}

const ANY_DAY = fc.oneof(
  fc
    .integer({ min: 0, max: 30_000 })
    .map((count) => Temporal.PlainDate.from("2020-01-01").add({ days: count })),
  // The ends of months, leap days among them.
  fc
    .record({
      year: fc.integer({ min: 2020, max: 2101 }),
      month: fc.integer({ min: 1, max: 12 }),
      before: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ year, month, before }) =>
      Temporal.PlainDate.from({ year, month, day: 31 }).subtract({ days: before }),
    ),
);

test("database and domain reckon the same day for any trigger and period, and the same cutoff for any day", async () => {
  const periods: readonly CalendarPeriod[] = [
    SHORTER,
    { kind: "days", count: 1 },
    { kind: "days", count: 730 },
    { kind: "months", count: 1 },
    { kind: "months", count: 2, atMost: true },
    { kind: "months", count: 23 },
    { kind: "months", count: 24 },
    { kind: "years", count: 1, atMost: true },
    { kind: "years", count: 5 },
    { kind: "years", count: 10 },
  ];
  await enter(periods);
  const cases = fc.sample(fc.tuple(ANY_DAY, fc.integer({ min: 0, max: periods.length - 1 })), 600);
  const { rows } = await owner.query<{ falls: string; latest: string }>(
    `SELECT retention.falls_on('T' || rule, day)::text AS falls, retention.cutoff('T' || rule, day)::text AS latest
     FROM unnest($1::date[], $2::int[]) WITH ORDINALITY AS c (day, rule, nth) ORDER BY nth`,
    [cases.map(([day]) => day.toString()), cases.map(([, rule]) => rule)],
  );
  expect(rows).toHaveLength(cases.length);
  for (const [index, [day, rule]] of cases.entries()) {
    const period = periods[rule] ?? SHORTER;
    const asked = `${day.toString()} ${JSON.stringify(period)}`;
    expect([asked, rows[index]]).toEqual([
      asked,
      { falls: fallsOn(day, period).toString(), latest: cutoff(day, period).toString() },
    ]);
  }
});

test("a schedule that takes effect later counts from then on, its last day as its period", async () => {
  await owner.query(
    `INSERT INTO retention_period (rule, effective_at, kept, at_most)
     VALUES ('LATER', '-infinity', '45 days', true), ('LATER', clock.now() + interval '7 days', '30 days', false)`,
  );
  const asked = async () =>
    (
      await owner.query<{ falls: string; latest: string }>(
        "SELECT retention.falls_on('LATER', '2026-01-01')::text AS falls, retention.cutoff('LATER', '2026-02-15')::text AS latest",
      )
    ).rows;
  expect(await asked()).toEqual([{ falls: "2026-02-15", latest: "2026-01-01" }]);
  await owner.query(
    "UPDATE retention_period SET effective_at = clock.now() WHERE effective_at > clock.now()",
  );
  expect(await asked()).toEqual([{ falls: "2026-02-01", latest: "2026-01-15" }]);
});
