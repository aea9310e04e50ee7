// Bench: letters of four pages made by the press from released deliveries, real store and database, and its memory meanwhile.

import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createFileStore, loadWrapPrivateKey, unwrapKey } from "@posthorn/content";
import { printFileContext } from "@posthorn/usecases";
import { pathToFileURL } from "node:url";
import type { Bench, Table } from "./define-bench.ts";
import { BENCH_ACCOUNT, type BenchStack, openBenchStack } from "./open-bench-stack.ts";
import { type PostedMessage, prepareMessage } from "./post-message.ts";
import { figure } from "./print-table.ts";
import { nextAddressee, sampleMessage } from "./sample-message.ts";
import { cpuSeconds, residentMiB, watchResident } from "./watch-process.ts";

/** Addressees of one message: the press reads its renditions anew for each. */
const PER_MESSAGE = 100;
const LOOK_MS = 50;

export const pressLetters: Bench = {
  name: "The press: letters of four pages",
  async run(options) {
    const sizes = options.quick ? [20, 100] : [100, 1000];
    const stack = await openBenchStack(["api", "press"], options);
    try {
      const rows: string[][] = [];
      // Code is compiled and fonts are read before anything counts.
      await makeBatch(stack, 20);
      let plain = 0;
      for (const size of sizes) {
        options.say(`${size} letters`);
        const made = await makeBatch(stack, size);
        plain ||= await concatenate(made.sample, options.quick ? 50 : 200);
        const each = (made.seconds * 1000) / size;
        rows.push([
          String(size),
          figure((size / made.seconds) * 60),
          figure(each),
          figure((made.cpu * 1000) / size),
          figure(made.before),
          figure(made.most),
          figure(each / plain),
        ]);
      }
      return [tell(rows, plain)];
    } finally {
      await stack.stop();
    }
  },
};

interface MadeBatch {
  readonly seconds: number;
  /** Of the press. */
  readonly cpu: number;
  /** MiB before, and the most there was. */
  readonly before: number;
  readonly most: number;
  /** One of the letters. */
  readonly sample: Uint8Array;
}

async function makeBatch(stack: BenchStack, letters: number): Promise<MadeBatch> {
  const deliveries = await releaseLetters(stack, letters);
  const batch = await numberLetters(stack, deliveries);
  const pid = stack.pidOf("press");
  const before = residentMiB(pid);
  const cpu = cpuSeconds(pid);
  const watch = watchResident(pid);
  const begun = performance.now();
  await stack.sql.query("SELECT jobs.add('make-letters', $1::json)", [JSON.stringify({ batchId: batch })]);
  await waitForReady(stack, batch);
  const seconds = (performance.now() - begun) / 1000;
  const most = watch.stop();
  return { seconds, cpu: cpuSeconds(pid) - cpu, before, most, sample: await readOne(stack, batch) };
}

async function releaseLetters(stack: BenchStack, letters: number): Promise<readonly string[]> {
  const deliveries: string[] = [];
  while (deliveries.length < letters) {
    const count = Math.min(PER_MESSAGE, letters - deliveries.length);
    const message = sampleMessage(Array.from({ length: count }, nextAddressee));
    const posted = JSON.parse(
      await stack.poster.post(prepareMessage({ ...message, postal_fallback: true })),
    ) as PostedMessage;
    deliveries.push(...posted.deliveries.map(({ id }) => id));
  }
  // As expiry and release leave them; both are other benches' business.
  await stack.sql.query(
    "UPDATE delivery SET state = 'to_print', first_to_print_at = clock.now(), print_released_at = clock.now() WHERE id = ANY($1)",
    [deliveries],
  );
  return deliveries;
}

async function numberLetters(stack: BenchStack, deliveries: readonly string[]): Promise<string> {
  const id = `bat_BENCH${deliveries[0] ?? ""}`;
  await stack.sql.query(
    `INSERT INTO print_batch (id, printer, state, made_by, made_at, letters)
     SELECT $1, 'own', 'making', min(id), clock.now(), $2 FROM staff`,
    [id, deliveries.length],
  );
  await stack.sql.query(
    `INSERT INTO print_job (id, batch_id, ordinal, delivery_id, account_id, state, barcode, barcode_from)
     SELECT 'pjb_' || d, $1, n, d, $3, 'numbered', '0105412885' || lpad((b.number * 10000 + n)::text, 20, '0'), 'range'
     FROM unnest($2::text[]) WITH ORDINALITY AS u(d, n), print_batch b WHERE b.id = $1`,
    [id, deliveries, BENCH_ACCOUNT],
  );
  return id;
}

async function waitForReady(stack: BenchStack, batch: string): Promise<void> {
  for (;;) {
    const { rows } = await stack.sql.query<{ state: string; lost: number }>(
      `SELECT state, (SELECT count(*)::int FROM print_job WHERE batch_id = b.id AND state = 'fallen_out') AS lost
       FROM print_batch b WHERE id = $1`,
      [batch],
    );
    if ((rows[0]?.lost ?? 0) > 0) throw new Error("A letter fell out.");
    if (rows[0]?.state === "ready") return;
    await pause(LOOK_MS);
  }
}

async function readOne(stack: BenchStack, batch: string): Promise<Uint8Array> {
  const { rows } = await stack.sql.query<{ id: string; blob_id: string; wrapped_key: Buffer; pages: number }>(
    "SELECT id, blob_id, wrapped_key, pages FROM print_job WHERE batch_id = $1 LIMIT 1",
    [batch],
  );
  const [job] = rows;
  if (job?.pages !== 4) throw new Error(`The letter has ${job?.pages} pages.`);
  const print = pathToFileURL(join(stack.directory, "keys", "print-private.pem")).href;
  const key = unwrapKey(await loadWrapPrivateKey(print), job.wrapped_key, printFileContext(job.id));
  const blob = await createFileStore(join(stack.directory, "content")).open(job.blob_id, key);
  return Buffer.concat(await Array.fromAsync(blob.stream()));
}

/** As much of pdf-lib as is measured; it belongs to another package. */
interface PlainPdf {
  copyPages(from: PlainPdf, indices: readonly number[]): Promise<readonly unknown[]>;
  addPage(page: unknown): unknown;
  getPageIndices(): readonly number[];
  save(): Promise<Uint8Array>;
}
interface PlainPdfLib {
  readonly PDFDocument: { create(): Promise<PlainPdf>; load(bytes: Uint8Array): Promise<PlainPdf> };
}

/** Milliseconds in which the library alone copies the pages of one letter into a file. */
async function concatenate(letter: Uint8Array, times: number): Promise<number> {
  const home = new URL("../../packages/documents/package.json", import.meta.url);
  const { PDFDocument } = createRequire(home)("pdf-lib") as PlainPdfLib;
  const once = async () => {
    const target = await PDFDocument.create();
    const source = await PDFDocument.load(letter);
    for (const page of await target.copyPages(source, source.getPageIndices())) target.addPage(page);
    await target.save();
  };
  for (let i = 0; i < times / 4; i++) await once();
  const begun = performance.now();
  for (let i = 0; i < times; i++) await once();
  return (performance.now() - begun) / times;
}

function tell(rows: readonly (readonly string[])[], plain: number): Table {
  return {
    title: "makeLetters",
    columns: [
      "letters",
      "letters/min",
      "wall ms each",
      "CPU ms each",
      "before MiB",
      "most MiB",
      "ratio to plain pdf-lib",
    ],
    rows,
    notes: [
      "One press process and PostgreSQL with fsync: facts and key read, renditions decrypted and hashed, the letter set with label, data matrices and digests, encrypted under a key of its own, fsynced, booked. The aim is 1,000 letters a minute.",
      `Plain pdf-lib: the four pages of such a letter loaded, copied into a new file and saved, and nothing else: ${figure(plain)} ms.`,
    ],
  };
}
