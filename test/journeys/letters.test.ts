// The letter on the whole constellation: what nobody collects is printed, posted and proved; who collects in time gets none.

import { type PlayedDesk, playDesk } from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobsOf, lettersThatWait, recordTypes } from "../actors/letters-that-wait.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { shareStack } from "../actors/share-stack.ts";

let stack: TestStack;
let desk: PlayedDesk;

beforeAll(async () => {
  stack = await shareStack();
  desk = playDesk(stack);
});

afterAll(async () => {
  await desk.stop();
  expect(stack.deaths).toEqual([]);
});

test("collected while the batch is made: one before its release, one after, exactly one each way", async () => {
  const [first, second] = await lettersThatWait(stack, 2);
  if (!first || !second) throw new Error("Nothing was sent.");
  const words = textsFor("en").collect;
  const decision = await first.addressee.identify();
  const lateDecision = await second.addressee.identify();

  // Nobody releases a letter: what is collected now comes between the making of the batch and its release.
  await stack.kill("worker");
  const batchId = await desk.startBatch([first.id, second.id]);
  const accepting = first.addressee.accept(decision);
  await stack.api.inState(first.id, "collected");
  await stack.restart("worker");
  expect((await accepting).text).toContain("Dear Sir,");
  await desk.inState(batchId, "ready");

  const late = await second.addressee.visitor.press(lateDecision, words.decide.acceptButton);
  for (const page of [late, await second.addressee.openNotice()]) {
    expect(page.text).toContain("The letter is on its way");
    expect(page.text).not.toContain("Dear Sir,");
  }
  const jobs = new Map((await jobsOf(stack, batchId)).map((job) => [job.delivery_id, job]));
  expect(jobs.get(first.id)).toMatchObject({ state: "dropped", ended_reason: "collected", barcode: null });
  expect(jobs.get(second.id)).toMatchObject({ state: "made", ended_reason: null });
  const [collected, released] = [await recordTypes(stack, first.id), await recordTypes(stack, second.id)];
  expect(collected).toContain("ConsignmentAcceptance");
  expect(collected).not.toContain("LetterReleased");
  expect(released).toContain("LetterReleased");
  expect(released).not.toContain("ConsignmentAcceptance");
});

test("sent by API with a letter to follow: its JSON tells of it until it is posted", async () => {
  const [letter] = await lettersThatWait(stack, 1, {
    attachments: [{ name: "naïve – Ł ő ș.txt", type: "text/plain", bytes: Buffer.from("Łukasz, Győző") }],
  });
  const id = letter?.id ?? "";
  expect(await stack.api.delivery(id)).toMatchObject({
    postal_fallback: true,
    letter: { stage: "waits", posted_on: null, barcode: null, may_call_off: true, postage: 9 },
  });
  const { id: batchId } = await desk.makeBatch([id]);
  expect(await stack.api.delivery(id)).toMatchObject({ letter: { stage: "released", may_call_off: false } });
  await desk.confirmPrinted(batchId);
  await stack.api.inState(id, "printed");
  await desk.handOver(batchId);
  await stack.api.inState(id, "posted");
  const [job] = await jobsOf(stack, batchId);
  const today = stack.clock.now().toZonedDateTimeISO("Europe/Brussels").toPlainDate().toString();
  expect(await stack.api.delivery(id)).toMatchObject({
    proofs: expect.arrayContaining(["proof_of_posting"]),
    letter: { stage: "posted", posted_on: today, carrier: "bpost", barcode: job?.barcode, statements: [] },
  });
  expect(stack.standIns.carrier.items()).toContainEqual(
    expect.objectContaining({
      barcode: job?.barcode,
      receiver: expect.objectContaining({ postalCode: "9000" }),
    }),
  );
  const told = (await stack.api.evidence(id, ["RelayToNonERDS"])).map(({ type }) => type);
  expect(told.filter((type) => type === "RelayToNonERDS")).toHaveLength(1);
});
