// Letters at the desk, for tests of its pages: they wait, and worker and press do their part when told to.

import { createHash, randomBytes } from "node:crypto";
import { sql } from "@posthorn/db";
import { newId } from "@posthorn/runtime";
import { readPrintJobs, TEST_ADDRESSEE, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import {
  askPrinted,
  carryOutPostalAct,
  makeBatch,
  type PostPorts,
  printFileContext,
  releaseBatch,
  type StaffReader,
} from "@posthorn/usecases";

const PORTS: PostPorts = {
  carrier: null,
  domestic: {
    name: "desk",
    kind: "range",
    first: 0,
    last: 9_999,
    numberOf: (serial) => `0105412885${String(serial).padStart(20, "0")}`,
  },
  abroad: null,
  operator: { name: "bpost", service: "Aangetekende zending" },
};

const ADDRESS = { street: "Kerkstraat", number: "12", box: "3", postcode: "9000", town: "Gent" } as const;

export interface Waiting {
  readonly name?: string;
  readonly at?: Temporal.Instant;
  readonly columns?: Readonly<Record<string, unknown>>;
}

/** The id of a delivery whose window has passed. */
export async function waitingLetter(bench: VerbBench, given: Waiting = {}): Promise<string> {
  const { db } = bench.context("owner");
  const at = given.at ?? Temporal.Now.instant().round("millisecond").subtract({ hours: 30 });
  await sql`UPDATE account_credit SET balance = balance + 100 WHERE account_id = ${TEST_SENDER.accountId}`.execute(
    db,
  );
  const name = given.name ?? "Peeters";
  const { deliveryIds } = await bench.submit({
    addressees: [
      {
        ...TEST_ADDRESSEE,
        email: `${newId("x", at).toLowerCase()}@example.be`,
        name,
        postal_address: ADDRESS,
      },
    ],
    options: { postal_fallback: true },
  });
  const id = deliveryIds[0] ?? "";
  await db
    .updateTable("delivery")
    .set({ state: "to_print", first_to_print_at: at, ...given.columns })
    .where("id", "=", id)
    .execute();
  return id;
}

/** What is open for the worker and the press, in the order in which it was asked for. */
export async function work(bench: VerbBench): Promise<void> {
  const worker = bench.context("worker");
  const making = await worker.db
    .selectFrom("print_batch")
    .select("id")
    .where("state", "=", "making")
    .execute();
  for (const { id } of making) {
    await releaseBatch(worker, PORTS, id);
    await press(bench, id);
  }
  const acts = await worker.db
    .selectFrom("postal_act")
    .select("id")
    .where("done_at", "is", null)
    .orderBy("acted_at")
    .orderBy("id")
    .execute();
  for (const { id } of acts) await carryOutPostalAct(worker, PORTS, id);
}

/** Print files that hold their barcode, under keys that the desk opens. */
async function press(bench: VerbBench, batchId: string): Promise<void> {
  const { db } = bench.context("owner");
  const jobs = await db
    .selectFrom("print_job")
    .select(["id", "barcode"])
    .where("batch_id", "=", batchId)
    .where("state", "=", "numbered")
    .execute();
  const at = Temporal.Now.instant().round("millisecond");
  for (const { id, barcode } of jobs) {
    const key = randomBytes(32);
    const bytes = Buffer.from(`%PDF-1.7 ${barcode ?? ""}`);
    const blobId = newId("blb", at);
    await bench.content.put(blobId, key, pieces(bytes));
    await db
      .updateTable("print_job")
      .set({
        state: "made",
        blob_id: blobId,
        wrapped_key: bench.wrapping.wrap(key, printFileContext(id)),
        size: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        pages: 4,
        sheets: 2,
        colour: false,
        address: ["Jan Peeters", "Kerkstraat 12 bus 3", "9000 GENT"],
        made_at: at,
      })
      .where("id", "=", id)
      .execute();
  }
  await db
    .updateTable("print_batch")
    .set({ state: "ready", ready_at: at })
    .where("id", "=", batchId)
    .where("state", "=", "making")
    .execute();
}

async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

export interface StandingBatch {
  readonly batchId: string;
  readonly jobs: readonly { readonly id: string; readonly deliveryId: string; readonly barcode: string }[];
}

/** A batch whose files are made, of so many letters. */
export async function readyBatch(
  bench: VerbBench,
  given: { readonly staffId: string; readonly letters: number; readonly printer?: string },
): Promise<StandingBatch> {
  const letters: string[] = [];
  for (let index = 0; index < given.letters; index += 1) letters.push(await waitingLetter(bench));
  const { batchId } = await makeBatch(bench.context("backoffice"), readerOf(given.staffId), {
    printer: given.printer ?? "own",
    printers: ["own", "partner"],
    letters,
  });
  await work(bench);
  const jobs = await readPrintJobs(bench, batchId);
  return {
    batchId,
    jobs: jobs.map((job) => ({ id: job.id, deliveryId: job.delivery_id, barcode: job.barcode ?? "" })),
  };
}

/** The same, printed, and with a receipt of the carrier. */
export async function printedBatch(
  bench: VerbBench,
  given: { readonly staffId: string; readonly letters: number },
): Promise<StandingBatch & { readonly receiptId: string }> {
  const batch = await readyBatch(bench, given);
  const asked = { batchId: batch.batchId, fallenOut: "", reason: "", words: "" };
  await askPrinted(bench.context("backoffice"), readerOf(given.staffId), asked);
  await work(bench);
  const at = Temporal.Now.instant().round("millisecond");
  const bytes = Buffer.from("%PDF-1.7 receipt");
  const receiptId = newId("rcp", at);
  await bench
    .context("owner")
    .db.insertInto("posting_receipt")
    .values({
      id: receiptId,
      batch_id: batch.batchId,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      media_type: "application/pdf",
      bytes,
      uploaded_by: given.staffId,
      uploaded_at: at,
    })
    .execute();
  return { ...batch, receiptId };
}

export function readerOf(staffId: string): StaffReader {
  const arrivedAt = Temporal.Now.instant().round("millisecond");
  return {
    staff: { staffId, roles: ["postal_operator"], freshUntil: arrivedAt.add({ minutes: 10 }) },
    visitor: { ip: "192.0.2.1", userAgent: "test", language: "en" },
    arrivedAt,
  };
}
