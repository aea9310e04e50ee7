// Bench: the public log with millions of leaves: leaves appended a second, and the time a proof of one takes.

import { generateKeyPairSync, randomInt } from "node:crypto";
import { openDatabase, urlForRole } from "@posthorn/db";
import { askConsistency } from "@posthorn/domain";
import { createLogSigner, verifyLogProof } from "@posthorn/evidence";
import { newId } from "@posthorn/runtime";
import { TEST_SETTINGS } from "@posthorn/testkit";
import { appendLog, type Context, loadLogProofs, makeCheckpoint } from "@posthorn/usecases";
import { rolePassword } from "../../packages/testkit/src/postgres/test-database.ts";
import { answerFromTiles } from "../../packages/usecases/src/log/load-tiles.ts";
import type { Bench, BenchOptions, Table } from "./define-bench.ts";
import { type BenchStack, openBenchStack } from "./open-bench-stack.ts";
import { figure } from "./print-table.ts";
import { type Load, percentile, perSecond, repeatWork } from "./repeat-work.ts";

/** Leaves that stand in the log before anything is measured. */
const SIZE_VARIABLE = "POSTHORN_BENCH_LEAVES";
const APPENDED = 10_000;
const ORIGIN = "bench.posthorn.example/log";

export const logTree: Bench = {
  name: "The public log: leaves appended, proofs of inclusion",
  async run(options) {
    const size = Number(process.env[SIZE_VARIABLE] ?? (options.quick ? 100_000 : 1_000_000));
    const stack = await openBenchStack([], options);
    const url = urlForRole(stack.ownerUrl, "sealer", rolePassword(stack.ownerUrl));
    const db = openDatabase({ url, service: "sealer" });
    try {
      const ctx: Context = { db, service: "sealer", newId, settings: TEST_SETTINGS };
      const grown = await fillLog(stack, ctx, size, options);
      const signer = await publish(ctx);
      options.say("proofs of random leaves");
      const count = options.quick ? 200 : 2_000;
      const proofs = await measure(count, () => proveOne(ctx, signer, randomInt(size)));
      const consistency = await measure(count, () =>
        answerFromTiles(db, askConsistency(randomInt(1, size), size)),
      );
      options.say("leaves appended");
      await waitToBeLogged(stack, size, APPENDED);
      const begun = performance.now();
      while ((await appendLog(ctx)) > 0);
      const appended = APPENDED / ((performance.now() - begun) / 1000);
      return [tell(size, { proofs, consistency }, { grown, appended })];
    } finally {
      await db.destroy();
      await stack.stop();
    }
  },
};

interface Measured extends Load {
  /** Of this process, milliseconds each: what a busy machine changes less. */
  readonly cpu: number;
}

async function measure(count: number, work: () => Promise<unknown>): Promise<Measured> {
  // Code is compiled and statements are planned before anything counts.
  await repeatWork({ concurrency: 1, count: 50 }, work);
  const before = process.cpuUsage();
  const load = await repeatWork({ concurrency: 1, count }, work);
  const { user, system } = process.cpuUsage(before);
  return { ...load, cpu: (user + system) / 1000 / count };
}

/** Leaves of no record; the tree over them is made as one that was lost. Answers its leaves per second. */
async function fillLog(
  stack: BenchStack,
  ctx: Context,
  size: number,
  { say }: BenchOptions,
): Promise<number> {
  say(`${size} entries`);
  await stack.sql.query(
    `INSERT INTO log_entry (index, record_id, leaf, appended_at)
     SELECT i, 'evd_' || i, sha256(i::text::bytea), clock_timestamp() FROM generate_series(0, $1::int - 1) i`,
    [size],
  );
  say("their tree");
  const begun = performance.now();
  while ((await appendLog(ctx)) > 0);
  const seconds = (performance.now() - begun) / 1000;
  await stack.sql.query("ANALYZE log_entry, log_tile");
  return size / seconds;
}

async function publish(ctx: Context) {
  const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const signer = createLogSigner(ORIGIN, pem);
  const genTime = Temporal.Now.instant();
  const stamp = () => Promise.resolve({ token: Uint8Array.of(0), genTime });
  await makeCheckpoint(ctx, { sign: signer.sign, stamp }, 0);
  return signer;
}

/** As bundles and proofs ask for it, the record's place and the checkpoint with it. */
async function proveOne(
  ctx: Context,
  { verifierKey }: { verifierKey: string },
  index: number,
): Promise<void> {
  const proof = (await loadLogProofs(ctx.db, [`evd_${index}`])).get(`evd_${index}`);
  const trust = { logKey: verifierKey, witnessKeys: [], timestampRoots: [] };
  // Little beside the rest, and a proof that does not hold is no figure.
  if (!proof || !verifyLogProof({ ...proof, timestamp: null }, trust).included)
    throw new Error(`leaf ${index} is not proved`);
}

/** Records with their stamps, as the sealer finds them before it appends their leaves. */
async function waitToBeLogged(stack: BenchStack, from: number, count: number): Promise<void> {
  const client = await stack.sql.connect();
  try {
    await client.query("BEGIN; SET LOCAL session_replication_role = replica");
    const rows = `generate_series(${from}, ${from + count - 1}) i`;
    await client.query(
      `INSERT INTO evidence_record (id, delivery_id, account_id, seq, type, event_at, recorded_at, canonical, random, leaf)
       SELECT 'evd_' || i, 'del_' || i, 'acc', 1, 'SubmissionAcceptance', clock.now(), clock.now(), '{}', sha256('r'), sha256(i::text::bytea)
       FROM ${rows}`,
    );
    await client.query(
      `INSERT INTO evidence_stamp (record_id, token, leaf_index, tree_size, path, stamped_at, recorded_at)
       SELECT 'evd_' || i, '\\x00', 0, 1, '[]', clock.now(), clock.now() FROM ${rows}`,
    );
    await client.query(
      `INSERT INTO seal_work (record_id, stage, entered_at) SELECT 'evd_' || i, 'log', clock.now() FROM ${rows}`,
    );
    await client.query("COMMIT");
    await client.query("ANALYZE evidence_record, evidence_stamp, seal_work");
  } finally {
    client.release();
  }
}

function tell(
  size: number,
  loads: { proofs: Measured; consistency: Measured },
  rates: { grown: number; appended: number },
): Table {
  const row = (what: string, load: Measured) => [
    what,
    figure(percentile(load.took, 0.5)),
    figure(percentile(load.took, 0.99)),
    figure(load.cpu),
    figure(perSecond(load)),
  ];
  return {
    title: `${size} leaves`,
    columns: ["what", "p50 ms", "p99 ms", "CPU ms", "per s"],
    rows: [
      row("proof of inclusion, with checkpoint, checked", loads.proofs),
      row("proof of consistency with a smaller tree", loads.consistency),
      ["leaves appended, from the list of work", "–", "–", "–", figure(rates.appended)],
      ["leaves of a tree that was lost, made again", "–", "–", "–", figure(rates.grown)],
    ],
    notes: [
      `One request at a time. ${SIZE_VARIABLE} sets how many leaves there are; leaves are appended in transactions of 500, each durable.`,
    ],
  };
}
