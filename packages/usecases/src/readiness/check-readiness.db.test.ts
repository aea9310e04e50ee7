import { sql } from "@posthorn/db";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkReadiness, refuseUnready } from "./check-readiness.ts";

let bench: VerbBench;
beforeAll(async () => {
  bench = await createVerbBench();
});
afterAll(() => bench.close());

const FACTS = { register: [], clockToleranceSeconds: 30 };

test("below qualified nothing is required; qualified names what is wanting", async () => {
  const { db } = bench.context("collect");
  await refuseUnready(db, "non-qualified", { register: [], publicUrls: ["http://localhost"] });
  const refusal = refuseUnready(db, "qualified", { register: [], publicUrls: ["http://localhost"] });
  await expect(refusal).rejects.toMatchObject({
    code: "not_ready",
    detail: expect.stringContaining("public_https: http://localhost"),
  });
});

test("a clock that was replaced is found", async () => {
  const { db } = bench.context("sealer");
  const clock = async () =>
    (await checkReadiness(db, FACTS)).find(({ code }) => code === "clock_untouched")?.ok;
  const replaceBy = (body: string) =>
    sql
      .raw(
        `CREATE OR REPLACE FUNCTION clock.now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ SELECT ${body} $$`,
      )
      .execute(bench.context("owner").db);
  expect(await clock()).toBe(true);
  await replaceBy("date_trunc('milliseconds', clock_timestamp()) - interval '1 day'");
  expect(await clock()).toBe(false);
  await replaceBy("date_trunc('milliseconds', clock_timestamp())");
  expect(await clock()).toBe(true);
});
