import type { LogProof } from "@posthorn/domain";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Drill, openDrill } from "./open-drill.ts";

let drill: Drill;
/** Records of three letters, a day between each and the next. */
let letters: readonly string[];
/** What the sender of the second letter has: given out when it was the newest. */
let old: LogProof;

beforeEach(async () => {
  drill = await openDrill();
  const sent: string[] = [];
  for (let n = 0; n < 3; n++) {
    const id = await drill.letter();
    if (n === 1) old = await drill.proofOf(id);
    sent.push(id);
    await drill.log.clock.advance(Temporal.Duration.from({ days: 1 }));
  }
  letters = sent;
});
afterEach(() => drill.close());

const letter = (n: number) => letters[n] ?? "";
const daysAgo = (days: number) =>
  drill.log.clock
    .now()
    .subtract({ hours: 24 * days })
    .toString({ smallestUnit: "millisecond" });

test("where nobody tampered nothing is found, and witnesses go on", async () => {
  const shown = await Promise.all(letters.map((id) => drill.show(id)));
  expect(await drill.faults(old, shown)).toEqual([]);
  await drill.letter();
  expect(await drill.askWitnesses()).toEqual(["nothing to do", "nothing to do"]);
  expect(await drill.faults(old)).toEqual([]);
});

test("a record that was changed verifies by itself, and is not the one that was logged", async () => {
  await drill.forge(letter(1), { subject: "A friendly letter" });
  expect(await drill.faults(old, [await drill.show(letter(1))])).toEqual(["record_not_logged"]);
});

test("a record that was changed, with the log made anew, contradicts checkpoints and the old proof", async () => {
  await drill.forge(letter(1), { subject: "A friendly letter" });
  await drill.rewriteLog(letters);
  expect(await drill.faults(undefined, [await drill.show(letter(1))])).toEqual(["log_rewritten"]);
  expect(await drill.faults(old)).toEqual(["leaf_replaced", "log_rewritten"]);
  expect(await drill.askWitnesses()).toEqual(["log_witness_refuses", "log_witness_refuses"]);
});

test("the old proof alone is enough, where nobody kept a checkpoint", async () => {
  await drill.forge(letter(1), { subject: "A friendly letter" });
  await drill.rewriteLog(letters);
  expect(await drill.faultsByProofAlone(old)).toEqual(["leaf_replaced", "log_rewritten"]);
});

test("a record that was dropped leaves a log that has shrunk", async () => {
  await drill.tamper((trx) => trx.deleteFrom("evidence_record").where("id", "=", letter(1)).execute());
  await drill.rewriteLog([letter(0), letter(2)]);
  expect(await drill.faults(undefined)).toEqual(["log_rewritten", "log_shrunk"]);
  expect(await drill.faults(old)).toEqual(["leaf_replaced", "log_rewritten", "log_shrunk"]);
  expect(await drill.askWitnesses()).toEqual(["log_witness_ahead", "log_witness_ahead"]);
});

test("a record that was dropped, with one invented in its place, contradicts checkpoints and the old proof", async () => {
  const invented = await drill.invent(letter(1), { subject: "Another letter" });
  await drill.tamper((trx) => trx.deleteFrom("evidence_record").where("id", "=", letter(1)).execute());
  await drill.rewriteLog([letter(0), invented, letter(2)]);
  expect(await drill.faults(old)).toEqual(["leaf_replaced", "log_rewritten"]);
  expect(await drill.askWitnesses()).toEqual(["log_witness_refuses", "log_witness_refuses"]);
});

test("a record dropped from the entries alone leaves tiles that say so", async () => {
  await drill.tamper((trx) => trx.deleteFrom("log_entry").where("index", "=", 1).execute());
  expect(await drill.faults(old)).toEqual(["tile_wrong"]);
});

test("a record that was backdated and appended was missing from checkpoints after its date", async () => {
  const at = daysAgo(3);
  const backdated = await drill.invent(letter(2), { recorded_at: at, event_at: at, submitted_at: at });
  await drill.append(backdated);
  expect(await drill.askWitnesses()).toEqual(["cosigned", "cosigned"]);
  expect(await drill.faults(old, [await drill.show(backdated)])).toEqual(["record_backdated"]);
});

test("a record that was backdated and put where it would have been contradicts checkpoints and the old proof", async () => {
  const at = daysAgo(3);
  const backdated = await drill.invent(letter(0), { recorded_at: at, event_at: at, submitted_at: at });
  await drill.rewriteLog([backdated, ...letters]);
  expect(await drill.faults(old, [await drill.show(backdated)])).toEqual(["leaf_replaced", "log_rewritten"]);
  expect(await drill.askWitnesses()).toEqual(["answered 422", "answered 422"]);
});

test("a record that was invented and not logged has no proof to show", async () => {
  const invented = await drill.invent(letter(1), { subject: "A letter that never was" });
  expect(await drill.faults(old, [await drill.show(invented)])).toEqual(["record_not_logged"]);
});

test("a second truth under the log's own signature is told by the checkpoint a witness kept", async () => {
  await drill.rewriteLog([letter(0), letter(2), letter(1)]);
  expect(await drill.faults(undefined)).toEqual(["log_rewritten"]);
  expect(await drill.askWitnesses()).toEqual(["log_witness_refuses", "log_witness_refuses"]);
});
