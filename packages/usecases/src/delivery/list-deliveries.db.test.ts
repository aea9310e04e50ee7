import { createVerbBench, TEST_ADDRESSEE, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../context.ts";
import { listDeliveries, type SentPage } from "./list-deliveries.ts";

let bench: VerbBench;
let ctx: Context;
const START = Temporal.Instant.from("2026-11-21T09:00:00Z");

beforeAll(async () => {
  bench = await createVerbBench();
  ctx = bench.context("portal");
  // Two addressees a message, so that two deliveries share an instant.
  for (let minutes = 0; minutes < 32; minutes += 1) {
    await bench.submit({
      at: START.add({ minutes }),
      addressees: [
        { ...TEST_ADDRESSEE, email: `jan.${minutes}@example.be` },
        { ...TEST_ADDRESSEE, first_names: "An", name: "Łőș_100%", email: `an.${minutes}@example.be` },
      ],
    });
  }
}, 60_000);
afterAll(() => bench.close());

const list = (query: Parameters<typeof listDeliveries>[2]) => listDeliveries(ctx, TEST_SENDER, query);
const idsOf = (page: SentPage) => page.lines.map(({ id }) => id);

test("pages lead forward to the last and back to the first, each delivery once, the newest first", async () => {
  const pages: SentPage[] = [await list({})];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await list({ cursor: next }));
  expect(pages.map(({ lines }) => lines.length)).toEqual([25, 25, 14]);
  const ids = pages.flatMap(idsOf);
  expect(new Set(ids).size).toBe(64);
  const times = pages.flatMap(({ lines }) => lines.map(({ acceptedAt }) => acceptedAt.epochMilliseconds));
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  expect(pages[0]?.previous).toBeNull();
  const second = await list({ cursor: pages[2]?.previous ?? "" });
  expect(idsOf(second)).toEqual(idsOf(pages[1] as SentPage));
  const first = await list({ cursor: second.previous ?? "" });
  expect(idsOf(first)).toEqual(idsOf(pages[0] as SentPage));
  expect(first.previous).toBeNull();
});

test("words are looked for in subject, name and address, whatever their case and signs", async () => {
  expect((await list({ words: "RENT ARREARS" })).lines).toHaveLength(25);
  expect((await list({ words: "jan.7@" })).lines.map(({ email }) => email)).toEqual(["jan.7@example.be"]);
  expect((await list({ words: "an łőș_100%" })).lines).toHaveLength(25);
  expect((await list({ words: "10_%" })).lines).toEqual([]);
  expect((await list({ words: "\\" })).lines).toEqual([]);
  expect(await list({ words: "nobody of that name" })).toEqual({
    lines: [],
    previous: null,
    next: null,
    lookedBackTo: null,
  });
});

test("a state shows its own deliveries alone", async () => {
  expect((await list({ state: "collected" })).lines).toEqual([]);
  expect((await list({ state: "accepted" })).lines).toHaveLength(25);
});

test("another account sees nothing of it, not even with a cursor", async () => {
  const { next } = await list({});
  const other = await listDeliveries(ctx, { accountId: "acc_SEED0CANAL" }, { cursor: next ?? "" });
  expect(other.lines).toEqual([]);
});

test.each([
  "",
  "nonsense",
  Buffer.from("o.1.msg_1").toString("base64url"),
  Buffer.from("x.1.dlv_1").toString("base64url"),
  // Of a year that the database cannot write.
  Buffer.from("o.999999999999999.dlv_1").toString("base64url"),
])("the cursor %j is refused", async (cursor) => {
  await expect(list({ cursor })).rejects.toMatchObject({ kind: "bad_request", code: "cursor_invalid" });
});
