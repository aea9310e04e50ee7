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

test("of a demonstration nothing is required, in production the providers alone; qualified names what is wanting", async () => {
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

async function enter(change: Readonly<Record<string, unknown>> = {}) {
  const { db } = bench.context("owner");
  await sql`INSERT INTO staff (id, email, family_name, first_names, language, roles, webauthn_handle, created_at)
    VALUES ('stf_READY', 'r@posthorn.example', 'Officer', 'Privacy', 'nl', '{privacy_officer}', 'stf_READY', clock.now())
    ON CONFLICT DO NOTHING`.execute(db);
  await sql`DELETE FROM subprocessor`.execute(db);
  const row = {
    id: "sub_1",
    name: "Relay",
    address: "Stationsstraat 1, 9000 Gent",
    purpose: JSON.stringify({ nl: "mail", fr: "mail", de: "Mail", en: "mail" }),
    country: "BE",
    parent_name: "Relay Group",
    parent_country: "NL",
    terms_url: "https://relay.be/dpa",
    hosts: ["smtp.relay.be"],
    roles: ["mail" as const],
    effective_on: Temporal.PlainDate.from("2026-01-01"),
    override_reason: null,
    short_notice_reason: null,
    entered_by: "stf_READY",
    entered_at: Temporal.Instant.from("2026-01-01T00:00:00Z"),
    ...change,
  };
  await db.insertInto("subprocessor").values(row).execute();
}

test("in production a provider that is configured stands on the register, as of today", async () => {
  const { db } = bench.context("worker");
  const facts = { register: [], providers: [{ role: "mail", url: "smtps://smtp.relay.be:465" }] };
  await refuseUnready(db, "demonstration", facts);
  for (const status of ["non-qualified", "qualified"] as const)
    await expect(refuseUnready(db, status, facts)).rejects.toMatchObject({
      detail: expect.stringContaining("provider_registered: mail: smtp.relay.be is not on the register"),
    });
  await enter();
  await refuseUnready(db, "non-qualified", facts);
  await enter({ effective_on: Temporal.PlainDate.from("2999-01-01") });
  await expect(refuseUnready(db, "non-qualified", facts)).rejects.toThrow();
  await enter({ ended_on: Temporal.PlainDate.from("2026-02-01") });
  await expect(refuseUnready(db, "non-qualified", facts)).rejects.toThrow();
  await enter({ roles: ["sms"] });
  await expect(refuseUnready(db, "non-qualified", facts)).rejects.toThrow();
});

test("one whose parent is elsewhere is refused at the start unless its entry says why", async () => {
  const { db } = bench.context("worker");
  const facts = { register: [], providers: [{ role: "mail", url: "smtps://smtp.relay.be:465" }] };
  await enter({ parent_name: "Relay Inc.", parent_country: "US" });
  await expect(refuseUnready(db, "non-qualified", facts)).rejects.toMatchObject({
    detail: expect.stringContaining("its parent Relay Inc. in US"),
  });
  await enter({
    parent_name: "Relay Inc.",
    parent_country: "US",
    override_reason: "Transfers were assessed on 3 November 2026.",
  });
  await refuseUnready(db, "non-qualified", facts);
});

test("a relay on one's own machine is nobody that data is handed to, but for a qualified service", async () => {
  const { db } = bench.context("worker");
  const facts = { register: [], providers: [{ role: "mail", url: "smtp://127.0.0.1:25" }] };
  await refuseUnready(db, "non-qualified", facts);
  await expect(refuseUnready(db, "qualified", facts)).rejects.toThrow();
});
