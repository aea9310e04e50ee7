import { clockNow, sql } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { newId } from "@posthorn/runtime";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StaffReader } from "../staff/authorise-staff.ts";
import { foreseePeriod, proposePeriod, secondPeriod } from "./change-period.ts";

let bench: VerbBench;
let one: StaffReader;
let other: StaffReader;
beforeAll(async () => {
  bench = await createVerbBench();
  one = await officer();
  other = await officer();
});
afterAll(() => bench.close());

const owner = () => bench.context("owner").db;
const desk = () => bench.context("backoffice");
const wanted = (rule: string, count: string, accountId = "") => ({ rule, count, accountId });

async function officer(): Promise<StaffReader> {
  const at = await clockNow(owner());
  const id = newId("stf", at);
  await sql`INSERT INTO staff (id, email, family_name, first_names, roles, webauthn_handle, language, created_at)
    VALUES (${id}, ${`${id}@posthorn.example`}, 'Vermeulen', 'Bo', '{privacy_officer}', ${id}, 'en', ${at.toString()})`.execute(
    owner(),
  );
  return {
    staff: { staffId: id, roles: ["privacy_officer"], freshUntil: at.add({ hours: 10 }) },
    visitor: { ip: "203.0.113.9", userAgent: "test", language: "nl" },
    arrivedAt: at,
  };
}

async function errorOf(doing: Promise<unknown>): Promise<unknown> {
  try {
    await doing;
  } catch (error) {
    if (error instanceof AppError) return error.fields?.[0] ?? error.code;
    throw error;
  }
  return "done";
}

test("R6, R9 the log of who collected is never kept longer than the evidence, for all or for one account", async () => {
  const tooLong = { path: "count", code: "out_of_range", params: { min: 24, max: 24 } };
  expect(await errorOf(foreseePeriod(desk(), one, wanted("R6", "36")))).toEqual(tooLong);
  const longer = { ...wanted("R9", "36", TEST_SENDER.accountId), reason: "an inquiry that is announced" };
  expect(await errorOf(proposePeriod(desk(), one, longer))).toBe("done");
  expect(await errorOf(foreseePeriod(desk(), one, wanted("R6", "36")))).toEqual(tooLong);
  const log = { ...wanted("R6", "36", TEST_SENDER.accountId), reason: "an inquiry that is announced" };
  expect(await errorOf(proposePeriod(desk(), one, log))).toBe("done");
  expect(await errorOf(foreseePeriod(desk(), one, wanted("R9", "30", TEST_SENDER.accountId)))).toEqual({
    path: "count",
    code: "out_of_range",
    params: { min: 36, max: 120 },
  });
});

test("a shorter period takes two officers, and nothing falls by it for seven whole days", async () => {
  const id = await proposePeriod(desk(), one, { ...wanted("R7", "45"), reason: "less is kept" });
  expect(await errorOf(secondPeriod(desk(), one, id))).toBe("change_own");
  await secondPeriod(desk(), other, id);
  const row = await owner()
    .selectFrom("retention_change")
    .select(["seconded_at", "effective_at"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const wait = row.seconded_at && row.effective_at?.since(row.seconded_at);
  expect(wait?.total("hours")).toBeGreaterThanOrEqual(7 * 24);
  const kept = async () =>
    (await sql<{ kept: string }>`SELECT retention.kept('R7')::text AS kept`.execute(owner())).rows;
  expect(await kept()).toEqual([{ kept: "60 days" }]);
  expect(await errorOf(secondPeriod(desk(), other, id))).toBe("change_decided");
});
