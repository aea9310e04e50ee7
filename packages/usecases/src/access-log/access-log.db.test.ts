import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { sql } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportAccessLog } from "./export-access-log.ts";
import { type AccessQuery, readAccessLog } from "./read-access-log.ts";

const LOTTE = { accountId: "acc_SEED0VANDEWALLE", personId: "per_SEED0LOTTEMAES", role: "admin" } as const;
const PIETER = "per_SEED0PIETERDECLERCQ";
const visitor = { ip: "192.0.2.7", userAgent: "test", language: "nl" };

let bench: VerbBench;
beforeAll(async () => {
  bench = await createVerbBench();
  const write = async (
    count: number,
    row: { act: string; person?: string; service?: string; day?: string },
  ) => {
    await sql`INSERT INTO use_log (used_at, falls_on, service, act, account_id, person_id, ip, user_agent, language)
      SELECT ${row.day ?? "2026-11-20"}::timestamp AT TIME ZONE 'Europe/Brussels', '2028-11-21', ${row.service ?? "portal"}, ${row.act},
        ${LOTTE.accountId}, ${row.person ?? LOTTE.personId}, '192.0.2.9', 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0', 'nl'
      FROM generate_series(1, ${sql.lit(count)})`.execute(bench.context("owner").db);
  };
  await write(1, { act: "member_invited", day: "2026-11-18 00:00" });
  await write(1, { act: "api_key_made", day: "2026-11-18 23:59:59" });
  await write(30, { act: "GET /sent" });
  await write(30, { act: "signed_in", person: PIETER });
  await write(5, { act: "GET /v1/messages", service: "api" });
  await write(3, { act: "content_opened", service: "collect" });
});
afterAll(() => bench.close());

function read(query: AccessQuery = {}) {
  return readAccessLog(bench.context("portal"), LOTTE, query);
}

const acts = async (query: AccessQuery) => (await read(query)).lines.map(({ act }) => act);

test("pages follow one another to the end; what addressees did is not in it", async () => {
  const first = await read();
  expect(first.lines.length).toBe(50);
  const second = await read({ cursor: first.next ?? "" });
  expect([second.lines.length, second.next]).toEqual([17, null]);
  const all = [...first.lines, ...second.lines];
  expect(all.some(({ act }) => act === "content_opened")).toBe(false);
  expect(all[0]).toMatchObject({
    act: "GET /v1/messages",
    personName: "Lotte Maes",
    ip: "192.0.2.9",
    browser: "Firefox",
    os: "Windows",
  });
  expect((await read({ cursor: "'; DROP TABLE use_log" })).lines.length).toBe(50);
});

test("by kind, by person, by day of Brussels", async () => {
  expect(await acts({ kind: "done" })).toEqual(["api_key_made", "member_invited"]);
  expect(new Set(await acts({ kind: "sign_in" }))).toEqual(new Set(["signed_in"]));
  expect(new Set(await acts({ kind: "pages" }))).toEqual(new Set(["GET /sent"]));
  expect(await acts({ kind: "api" })).toHaveLength(5);
  expect(await acts({ personId: PIETER, kind: "pages" })).toEqual([]);
  const day = Temporal.PlainDate.from("2026-11-18");
  expect(await acts({ from: day, to: day })).toEqual(["api_key_made", "member_invited"]);
  expect(await acts({ to: day.subtract({ days: 1 }) })).toEqual([]);
});

test("who is erased is told by his id", async () => {
  const { db } = bench.context("owner");
  const at = Temporal.Now.instant();
  await db.updateTable("person").set({ erased_at: at }).where("id", "=", PIETER).execute();
  expect((await read({ personId: PIETER })).lines[0]).toMatchObject({ personId: PIETER, personName: null });
  await db.updateTable("person").set({ erased_at: null }).where("id", "=", PIETER).execute();
});

test("the export has every line of the filter, and is a line itself", async () => {
  const input = { holder: LOTTE, visitor, arrivedAt: Temporal.Now.instant().round("millisecond") };
  const lines = await exportAccessLog(bench.context("portal"), { ...input, query: { kind: "done" } });
  const found: string[] = [];
  for await (const { act } of lines) found.push(act);
  expect(found).toEqual(["access_log_exported", "api_key_made", "member_invited"]);
});

test("for admins of this account alone", async () => {
  const user = { ...LOTTE, role: "user" } as const;
  await expect(readAccessLog(bench.context("portal"), user, {})).rejects.toThrow(AppError);
  const input = { holder: user, visitor, arrivedAt: Temporal.Now.instant() };
  await expect(exportAccessLog(bench.context("portal"), { ...input, query: {} })).rejects.toThrow(AppError);
  const other = { accountId: "acc_SEED0CANAL", role: "admin" } as const;
  expect((await readAccessLog(bench.context("portal"), other, {})).lines).toEqual([]);
});

test("a rare kind is looked for piece by piece", async () => {
  await sql`INSERT INTO use_log (used_at, falls_on, service, act, account_id, person_id)
    SELECT '2026-11-21T10:00:00Z', '2028-11-22', 'portal', 'GET /sent', ${LOTTE.accountId}, ${LOTTE.personId}
    FROM generate_series(1, 2000)`.execute(bench.context("owner").db);
  const first = await read({ kind: "api" });
  expect([first.lines.length, first.lookedBackTo?.toString()]).toEqual([0, "2026-11-21T10:00:00Z"]);
  const second = await read({ kind: "api", cursor: first.next ?? "" });
  expect([second.lines.length, second.lookedBackTo]).toEqual([5, null]);
});
