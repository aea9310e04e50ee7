// The log followed by software that is not ours: golang.org/x/mod/sumdb and github.com/transparency-dev/formats.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Queryable, sql } from "@posthorn/db";
import { askConsistency, listTiles, tilePath } from "@posthorn/domain";
import { createWitnessClient, readCheckpointNote } from "@posthorn/evidence";
import {
  BENCH_LOG_ORIGIN,
  createLogBench,
  createVerbBench,
  type LogBench,
  type VerbBench,
} from "@posthorn/testkit";
import { appendLog, loadLogProofs, readCheckpoint, readTile } from "@posthorn/usecases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerFromTiles } from "../../packages/usecases/src/log/load-tiles.ts";

const SOURCES = join(dirname(fileURLToPath(import.meta.url)), "log");
// Outside of git, kept from run to run, as are the modules in Go's own cache.
const PROGRAM = resolve(SOURCES, "../../../node_modules/.cache/follow-log");

const built = spawnSync("go", ["build", "-o", PROGRAM, "."], { cwd: SOURCES, encoding: "utf8" });
const missing = built.status !== 0;
const note = missing
  ? ` (skipped: ${built.error ? "go is not installed" : "its modules cannot be had"})`
  : "";

/** More than one full tile of leaves, and more than one hash above them. */
const OLD_SIZE = 700;
const SIZE = 1_500;

let bench: VerbBench;
let log: LogBench;
let folder: string;
let db: Queryable;

beforeAll(async () => {
  if (missing) return;
  bench = await createVerbBench();
  log = await createLogBench(bench);
  folder = mkdtempSync(join(tmpdir(), "posthorn-log-"));
  ({ db } = bench.context("sealer"));
  await fill(OLD_SIZE);
  await log.publish();
  write("old", (await readCheckpoint(bench.context("verify"))) ?? "");
  await fill(SIZE - OLD_SIZE);
  await log.publish();
  await dump();
});
afterAll(async () => {
  if (missing) return;
  rmSync(folder, { recursive: true, force: true });
  await bench.close();
});

test.skipIf(missing)(`signatures, tiles, entries and proofs are what public tools take${note}`, () => {
  expect(follow()).toBe("1500 entries, consistent with 700, 5 proofs\n");
});

test.skipIf(missing)(`a changed octet of a tile, an entry or a proof is told${note}`, async () => {
  for (const [path, from] of [
    ["tile/0/000", 40],
    ["tile/entries/003", 100],
    ["tile/1/000.p/5", 33],
  ] as const) {
    const whole = (await readTile(bench.context("verify"), path)) ?? new Uint8Array();
    const changed = Uint8Array.from(whole);
    changed[from] = (changed[from] ?? 0) ^ 1;
    write(path, changed);
    expect(follow(), path).not.toMatch(/^1500 entries/u);
    write(path, whole);
  }
  const given = await proofs();
  write("proofs.json", JSON.stringify({ ...given, consistency: given.consistency.slice(1) }));
  expect(follow()).toContain("the given proof of consistency");
  write("proofs.json", JSON.stringify(given));
});

test.skipIf(missing)(`a cosignature of another's making is taken${note}`, async () => {
  const checkpoint = (await readCheckpoint(bench.context("verify"))) ?? "";
  const { key, line } = JSON.parse(run("cosign", "other.witness.example", join(folder, "checkpoint"))) as {
    key: string;
    line: string;
  };
  const client = createWitnessClient({
    url: "http://witness.test",
    verifierKey: key,
    timeoutMs: 1_000,
    fetch: () => Promise.resolve(new Response(line)),
  });
  const answer = await client.cosign({ oldSize: 0, proof: [], note: checkpoint });
  expect(answer).toMatchObject({ line, cosignedAt: expect.any(Temporal.Instant) as unknown });
});

async function fill(count: number): Promise<void> {
  await sql`INSERT INTO log_entry (index, record_id, leaf, appended_at)
    SELECT i, 'evd_' || i, sha256(i::text::bytea), clock.now()
    FROM generate_series((SELECT count(*) FROM log_entry), (SELECT count(*) FROM log_entry) + ${count} - 1) i`.execute(
    bench.context("owner").db,
  );
  while ((await appendLog(bench.context("sealer"))) > 0);
}

/** All that is served, as files. */
async function dump(): Promise<void> {
  const reader = bench.context("verify");
  const checkpoint = (await readCheckpoint(reader)) ?? "";
  write("checkpoint", checkpoint);
  const tiles = listTiles(readCheckpointNote(checkpoint)?.size ?? 0);
  const bundles = tiles
    .filter(({ level }) => level === 0)
    .map((tile) => ({ ...tile, level: "entries" as const }));
  for (const path of [...tiles, ...bundles].map(tilePath)) write(path, (await readTile(reader, path)) ?? "");
  write("proofs.json", JSON.stringify(await proofs()));
}

async function proofs() {
  const records = await loadLogProofs(
    db,
    [0, 1, 255, 256, SIZE - 1].map((index) => `evd_${index}`),
  );
  const consistency = await answerFromTiles(db, askConsistency(OLD_SIZE, SIZE));
  return {
    records: [...records.values()],
    consistency: consistency.map((hash) => Buffer.from(hash).toString("hex")),
  };
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function follow(): string {
  const keys = [...log.trust.witnessKeys];
  const [old, given] = [join(folder, "old"), join(folder, "proofs.json")];
  return run(folder, BENCH_LOG_ORIGIN, log.trust.logKey ?? "", old, given, ...keys);
}

function run(...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(PROGRAM, args, { encoding: "utf8" });
  return `${stdout}${stderr}`;
}
