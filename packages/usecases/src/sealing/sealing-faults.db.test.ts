import { randomBytes } from "node:crypto";
import { createVerbBench, TEST_ADDRESSEE, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { SealingPort, StampingPort } from "./ports.ts";
import { sealRecords } from "./seal-records.ts";
import { stampRecords } from "./stamp-records.ts";

let bench: VerbBench;
beforeEach(async () => {
  await bench?.close();
  bench = await createVerbBench();
});
afterAll(() => bench.close());

const stamping = (stamp?: () => Promise<void>): StampingPort => ({
  batch: (leaves) => ({ root: randomBytes(32), path: (index) => [`${index} of ${leaves.length}`] }),
  async stamp() {
    await stamp?.();
    return { token: randomBytes(8), genTime: Temporal.Now.instant().round("millisecond") };
  },
});

const sealer = () => bench.context("sealer");

async function failingSince(): Promise<Temporal.Instant | null> {
  const state = await sealer().db.selectFrom("sealing_state").selectAll().executeTakeFirstOrThrow();
  return state.stamp_failing_since;
}

async function submitTo(count: number): Promise<void> {
  const addressees = Array.from({ length: count }, (_, n) => ({
    ...TEST_ADDRESSEE,
    email: `jan.${n}@example.be`,
  }));
  await bench.submit({ addressees });
}

test("a request that fails after another has stamped the same records does not stop submissions", async () => {
  await submitTo(2);
  const late = stamping(async () => {
    expect(await stampRecords(sealer(), stamping())).toBe(2);
    throw new Error("no answer in time");
  });
  await expect(stampRecords(sealer(), late)).rejects.toThrow("no answer in time");
  expect(await failingSince()).toBeNull();
});

test("a request that fails while records wait is noted since the first, until one goes well", async () => {
  await submitTo(1);
  const failing = stamping(() => Promise.reject(new Error("down")));
  await expect(stampRecords(sealer(), failing)).rejects.toThrow("down");
  const first = await failingSince();
  await expect(stampRecords(sealer(), failing)).rejects.toThrow("down");
  expect(await failingSince()).toEqual(first);
  expect(first).not.toBeNull();
  expect(await stampRecords(sealer(), stamping())).toBe(1);
  expect(await failingSince()).toBeNull();
});

test("a record that cannot be sealed keeps no other waiting, and is tried after them", async () => {
  await submitTo(40);
  await stampRecords(sealer(), stamping());
  const tried: string[] = [];
  let poisoned = "";
  const port: SealingPort = {
    seal({ facts }) {
      poisoned ||= facts.id;
      tried.push(facts.id);
      return facts.id === poisoned
        ? Promise.reject(new Error("unsealable"))
        : Promise.resolve({ xml: "<x/>", certificateSha256: "0".repeat(64) });
    },
  };
  await expect(sealRecords(sealer(), port)).rejects.toThrow("1 records could not be sealed");
  await expect(sealRecords(sealer(), port)).rejects.toThrow("1 records could not be sealed");
  expect(tried.at(-1)).toBe(poisoned);
  const { db } = sealer();
  const seals = await db.selectFrom("evidence_seal").select("record_id").execute();
  expect(seals).toHaveLength(39);
  const left = await db
    .selectFrom("seal_work")
    .select(["record_id", "attempts"])
    .where("stage", "=", "seal")
    .execute();
  expect(left).toEqual([{ record_id: poisoned, attempts: 2 }]);
});
