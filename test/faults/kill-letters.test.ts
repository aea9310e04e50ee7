// The carrier fails, the worker and the press die in mid-batch: the batch becomes ready all the same, no number is given twice, and each letter is posted once.

import { openLocal, playDesk, waitFor } from "@posthorn/testkit";
import type { CarrierMode, PlayedDesk } from "@posthorn/testkit";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { ask, holdTable } from "../actors/hold-table.ts";
import { jobsOf, lettersThatWait, recordTypes } from "../actors/letters-that-wait.ts";
import { rounds, type TestStack } from "../actors/open-stack.ts";
import { shareStack } from "../actors/share-stack.ts";

const LETTERS = 3;

let stack: TestStack;
let desk: PlayedDesk;

beforeAll(async () => {
  stack = await shareStack();
  desk = playDesk(stack);
});

afterEach(() => carrierIs("ok"));
afterAll(() => desk.stop());

test(
  "the carrier answers 500, then 429, then slowly; worker and press are killed in mid-batch; at the hand-over the worker again",
  { timeout: rounds(240_000, 3_600_000) },
  async () => {
    for (let round = 0; round < rounds(1, 20); round++) {
      const ids = (await lettersThatWait(stack, LETTERS)).map(({ id }) => id);
      await stack.kill("press");
      await carrierIs("down");
      const batchId = await desk.startBatch(ids);
      await untilTried(batchId, 1);
      await carrierIs("busy");
      await stack.advance("PT2M");
      await untilTried(batchId, 2);
      expect(await announced(batchId)).toEqual(Array.from({ length: LETTERS }, () => 0));

      await carrierIs("slow");
      await stack.advance("PT3M");
      await waitFor("the first number", async () => (await numbered(batchId)) > 0 || undefined);
      await stack.kill("worker");
      expect(await numbered(batchId)).toBeLessThan(LETTERS);
      await carrierIs("ok");
      await stack.restart("worker");
      // The killed worker's lease of the batch.
      await stack.advance("PT3M");
      await waitFor("all numbers", async () => (await numbered(batchId)) === LETTERS || undefined);

      const held = await holdTable(stack.ownerUrl, "print_job");
      await stack.restart("press");
      await held.waitedFor("press");
      await stack.kill("press");
      await held.release();
      await stack.restart("press");
      expect((await desk.inState(batchId, "ready")).counts).toMatchObject({ made: LETTERS, fallen_out: 0 });
      expect(await announced(batchId)).toEqual(Array.from({ length: LETTERS }, () => 1));
      const jobs = await jobsOf(stack, batchId);
      expect(new Set(jobs.map(({ barcode }) => barcode)).size).toBe(LETTERS);

      await desk.confirmPrinted(batchId);
      await handOverThroughKill(batchId);
      for (const id of ids) {
        const types = await recordTypes(stack, id);
        for (const once of ["LetterReleased", "LetterPrinted", "RelayToNonERDS"])
          expect(types.filter((type) => type === once)).toEqual([once]);
        expect(await postageOf(id)).toEqual(["consumption"]);
      }
    }
  },
);

/** Its worker is killed before the first letter is booked. */
async function handOverThroughKill(batchId: string): Promise<void> {
  const held = await holdTable(stack.ownerUrl, "evidence_record");
  await desk.startHandOver(batchId);
  await held.waitedFor("worker");
  await stack.kill("worker");
  await held.release();
  await stack.restart("worker");
  // What the killed worker had taken in hand is free again after some minutes.
  await stack.advance("PT10M");
  expect((await desk.inState(batchId, "handed_over")).counts).toMatchObject({ posted: LETTERS });
}

async function carrierIs(mode: CarrierMode): Promise<void> {
  const answer = await openLocal(`${stack.standIns.carrier.url}/api/mode`, {
    method: "POST",
    body: JSON.stringify({ mode, ...(mode === "slow" ? { delay_ms: 1000 } : {}) }),
  });
  expect(answer.status).toBe(200);
}

async function untilTried(batchId: string, tries: number): Promise<void> {
  await waitFor(`try ${tries} at the carrier`, async () => {
    const [row] = await ask<{ tries: number; problem: string | null }>(
      stack.ownerUrl,
      "SELECT tries, problem FROM print_batch WHERE id = $1",
      [batchId],
    );
    return (row?.tries ?? 0) >= tries && row?.problem === "carrier_unavailable" ? true : undefined;
  });
}

async function numbered(batchId: string): Promise<number> {
  return (await jobsOf(stack, batchId)).filter(({ barcode }) => barcode !== null).length;
}

/** How many items the carrier knows of each letter. */
async function announced(batchId: string): Promise<readonly number[]> {
  const jobs = await jobsOf(stack, batchId);
  return jobs.map(({ id }) => stack.standIns.carrier.items({ reference: id }).length);
}

/** What was booked of it behind its reservation. */
async function postageOf(deliveryId: string): Promise<readonly string[]> {
  const rows = await ask<{ kind: string }>(
    stack.ownerUrl,
    "SELECT kind FROM credit_entry WHERE delivery_id = $1 AND item = 'postage' AND kind <> 'reservation' ORDER BY id",
    [deliveryId],
  );
  return rows.map(({ kind }) => kind);
}
