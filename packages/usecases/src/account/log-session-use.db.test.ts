import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signIn } from "./sign-in.ts";
import { logSessionUse } from "./log-session-use.ts";

let bench: VerbBench;
const visitor = { ip: "192.0.2.7", userAgent: "a browser", language: "nl" };
const arrivedAt = Temporal.Instant.from("2026-11-21T09:00:00Z");

beforeAll(async () => {
  bench = await createVerbBench();
});
afterAll(() => bench.close());

test("a use says who, what, from where, and when it falls: 24 months later", async () => {
  const member = { accountId: TEST_SENDER.accountId, personId: "per_SEED0LOTTEMAES" };
  await logSessionUse(bench.context("portal"), { act: "GET /sent", member, visitor, arrivedAt });
  const rows = await bench
    .context("owner")
    .db.selectFrom("use_log")
    .select(["act", "account_id", "person_id", "ip", "falls_on"])
    .where("act", "=", "GET /sent")
    .execute();
  expect(rows.map((row) => ({ ...row, falls_on: row.falls_on.toString() }))).toEqual([
    {
      act: "GET /sent",
      account_id: TEST_SENDER.accountId,
      person_id: "per_SEED0LOTTEMAES",
      ip: "192.0.2.7",
      falls_on: "2028-11-22",
    },
  ]);
});

const done = () => Promise.resolve();
const ENDLESS = { consume: done, forget: done, check: done };

test("a sign-in that fails is a use too, of nobody we know", async () => {
  const ports = {
    passwords: { verify: () => Promise.resolve(false) },
    tokens: { newToken: () => ({ token: "t", hash: "h" }) },
    limits: { tries: ENDLESS, failuresByAddress: ENDLESS, failuresByMailbox: ENDLESS },
  };
  const attempt = signIn(bench.context("portal"), ports, {
    email: "lotte.maes@vandewalle.example",
    password: "wrong",
    visitor,
    arrivedAt,
    deviceHash: "d",
  });
  await expect(attempt).rejects.toMatchObject({ code: "sign_in_failed" });
  const rows = await bench
    .context("owner")
    .db.selectFrom("use_log")
    .select(["person_id", "ip"])
    .where("act", "=", "sign_in_failed")
    .execute();
  expect(rows).toEqual([{ person_id: null, ip: "192.0.2.7" }]);
});
