import { createTestDatabase, type TestDatabase } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../database.ts";
import { createTryLimit } from "./limit-tries.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.urlFor("collect"), service: "collect" });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

test("the tries of a window are allowed, the next says how long to wait, other keys are not touched", async () => {
  const limit = createTryLimit(db, { name: "door", tries: 3, windowSeconds: 60 });
  for (let tried = 0; tried < 3; tried += 1) await limit.consume("203.0.113.7");
  const refusal = await limit.consume("203.0.113.7").catch((error: unknown) => error);
  expect(refusal).toMatchObject({ kind: "too_many", code: "too_many_tries" });
  expect((refusal as { retryAfterSeconds: number }).retryAfterSeconds).toBeGreaterThan(50);
  await limit.consume("203.0.113.8");
  await createTryLimit(db, { name: "other", tries: 1, windowSeconds: 60 }).consume("203.0.113.7");
});

test("what is forgotten counts no more, and no key stands readable in the table", async () => {
  const limit = createTryLimit(db, { name: "forget", tries: 1, windowSeconds: 60 });
  await limit.consume("198.51.100.1");
  await limit.forget("198.51.100.1");
  await limit.consume("198.51.100.1");
  const rows = await db.selectFrom("rate_limit").select("key").execute();
  expect(rows.filter((row) => row.key.includes("198.51"))).toEqual([]);
});

test("a window that is over begins anew, and what others left is swept on the way", async () => {
  const limit = createTryLimit(db, { name: "over", tries: 1, windowSeconds: 60 });
  await limit.consume("one");
  await limit.consume("two");
  await db.updateTable("rate_limit").set({ expire: 1 }).where("key", "like", "over:%").execute();
  await limit.consume("one");
  const rows = await db.selectFrom("rate_limit").selectAll().where("key", "like", "over:%").execute();
  expect(rows.map((row) => row.points)).toEqual([1]);
});

test("looking counts nothing, and refuses from the moment the tries are used up", async () => {
  const limit = createTryLimit(db, { name: "look", tries: 2, windowSeconds: 60 });
  for (let looked = 0; looked < 5; looked += 1) await limit.check("one");
  await limit.consume("one");
  await limit.check("one");
  await limit.consume("one");
  await expect(limit.check("one")).rejects.toMatchObject({ code: "too_many_tries" });
  await limit.check("another");
  await limit.forget("one");
  await limit.check("one");
});

test("many at once never pass more than the limit", async () => {
  const limit = createTryLimit(db, { name: "race", tries: 5, windowSeconds: 60 });
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => limit.consume("same")));
  expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(5);
});
