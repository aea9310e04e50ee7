import { randomBytes } from "node:crypto";
import { sql } from "@posthorn/db";
import { auditLog, readCheckpointNote, verifyLogProof } from "@posthorn/evidence";
import {
  createLogBench,
  createVerbBench,
  type LogBench,
  TEST_ADDRESSEE,
  type VerbBench,
} from "@posthorn/testkit";
import { afterAll, beforeEach, expect, test } from "vitest";
import { appendLog } from "./append-log.ts";
import { cosignCheckpoint } from "./cosign-checkpoint.ts";
import { loadLogProofs } from "./load-log-proofs.ts";
import { makeCheckpoint } from "./make-checkpoint.ts";
import { readCheckpoint, readTile } from "./read-log.ts";

let bench: VerbBench;
let log: LogBench;
beforeEach(async () => {
  await bench?.close();
  bench = await createVerbBench();
  log = await createLogBench(bench);
});
afterAll(() => bench.close());

const sealer = () => bench.context("sealer");
const verify = () => bench.context("verify");
const owner = () => bench.context("owner").db;

async function submitTo(count: number): Promise<void> {
  const addressees = Array.from({ length: count }, (_, n) => ({
    ...TEST_ADDRESSEE,
    email: `j.${n}@example.be`,
  }));
  await bench.submit({ addressees });
}

/** Leaves of no record, as many as a test needs. */
async function fill(count: number): Promise<void> {
  await sql`INSERT INTO log_entry (index, record_id, leaf, appended_at)
    SELECT i, 'evd_' || i, sha256(i::text::bytea), clock.now()
    FROM generate_series((SELECT count(*) FROM log_entry), (SELECT count(*) FROM log_entry) + ${count} - 1) i`.execute(
    owner(),
  );
  while ((await appendLog(sealer())) > 0);
}

const size = async () => readCheckpointNote((await readCheckpoint(verify())) ?? "")?.size;
const read = (path: string) => readTile(verify(), path);
const audit = async () =>
  auditLog({
    trust: log.trust,
    checkpoint: (await readCheckpoint(verify())) ?? "",
    read,
    kept: [],
    proofs: [],
    shown: [],
    lag: { hours: 1 },
  });

test("stamped records are appended, published, cosigned by both witnesses, and proved", async () => {
  await submitTo(3);
  expect(await readCheckpoint(verify())).toBeNull();
  await log.publish();
  const { db } = sealer();
  const entries = await db.selectFrom("log_entry").selectAll().orderBy("index").execute();
  expect(entries.map(({ index }) => index)).toEqual([0, 1, 2]);
  const ids = entries.map(({ record_id }) => record_id ?? "");
  const proofs = await loadLogProofs(db, [...ids, "evd_unknown"]);
  expect([...proofs.keys()]).toEqual(ids);
  for (const proof of proofs.values()) {
    const found = verifyLogProof(proof, log.trust);
    expect(found).toMatchObject({
      treeSize: 3,
      included: true,
      checkpointSigned: true,
      witnesses: ["north.witness.example", "south.witness.example"],
    });
    expect(found.stampedAt).not.toBeNull();
  }
  expect(await audit()).toEqual([]);
});

test("a record has no proof before a checkpoint has it; then the best cosigned one that does", async () => {
  await submitTo(1);
  await log.append();
  const { db } = sealer();
  const entries = await db.selectFrom("log_entry").select("record_id").execute();
  const ids = entries.map((row) => row.record_id ?? "");
  expect(await loadLogProofs(db, ids)).toEqual(new Map());
  expect(await loadLogProofs(db, [])).toEqual(new Map());
  await log.publish();
  await submitTo(1);
  await log.append();
  expect(await makeCheckpoint(sealer(), log.port, 0)).toBe(1);
  const [proof] = (await loadLogProofs(db, ids)).values();
  expect(proof && verifyLogProof(proof, log.trust)).toMatchObject({ treeSize: 1, included: true });
  expect(await size()).toBe(2);
});

test("between two checkpoints there are the seconds of the setting, and nothing new makes none", async () => {
  await submitTo(1);
  await log.append();
  expect(await makeCheckpoint(sealer(), log.port, 60)).toBe(1);
  expect(await makeCheckpoint(sealer(), log.port, 60)).toBe(0);
  await submitTo(1);
  await log.append();
  expect(await makeCheckpoint(sealer(), log.port, 60)).toBe(0);
  await log.clock.advance(Temporal.Duration.from("PT61S"));
  expect(await makeCheckpoint(sealer(), log.port, 60)).toBe(1);
  expect(await makeCheckpoint(sealer(), log.port, 0)).toBe(0);
});

test("without a timestamp there is no checkpoint, and the next attempt makes it", async () => {
  await submitTo(1);
  await log.append();
  const down = { ...log.port, stamp: () => Promise.reject(new Error("down")) };
  await expect(makeCheckpoint(sealer(), down, 0)).rejects.toThrow("down");
  expect(await readCheckpoint(verify())).toBeNull();
  const twice = [makeCheckpoint(sealer(), log.port, 0), makeCheckpoint(sealer(), log.port, 0)];
  await Promise.all(twice);
  expect(await size()).toBe(1);
});

test("a witness that is down misses checkpoints, and takes the newest when it is back", async () => {
  const [north, south] = log.witnesses;
  if (!north || !south) throw new Error("two witnesses are needed");
  await fill(3);
  await log.publish();
  south.standIn.setMode("down");
  await fill(300);
  await makeCheckpoint(sealer(), log.port, 0);
  expect(await cosignCheckpoint(sealer(), north.port)).toBe(1);
  await expect(cosignCheckpoint(sealer(), south.port)).rejects.toThrow("answered 503");
  south.standIn.setMode("garbage");
  await expect(cosignCheckpoint(sealer(), south.port)).rejects.toThrow("no cosignature of its own");
  await fill(1);
  await makeCheckpoint(sealer(), log.port, 0);
  south.standIn.setMode("ok");
  expect(await cosignCheckpoint(sealer(), south.port)).toBe(1);
  expect(await cosignCheckpoint(sealer(), south.port)).toBe(0);
  expect(await size()).toBe(304);
  expect(await readCheckpoint(verify())).toContain("south.witness.example");
});

test("a witness whose answer was lost names the size it knows, and is asked from there", async () => {
  const [north] = log.witnesses;
  if (!north) throw new Error("a witness is needed");
  await fill(5);
  await makeCheckpoint(sealer(), log.port, 0);
  const lost = { ...north.port, cosign: () => Promise.reject(new Error("lost")) };
  await north.port.cosign({ oldSize: 0, proof: [], note: (await readCheckpoint(verify())) ?? "" });
  await expect(cosignCheckpoint(sealer(), lost)).rejects.toThrow("lost");
  await fill(4);
  await makeCheckpoint(sealer(), log.port, 0);
  expect(await cosignCheckpoint(sealer(), north.port)).toBe(1);
  const ahead = { ...north.port, name: "ahead.example", cosign: () => Promise.resolve({ knownSize: 10 }) };
  await expect(cosignCheckpoint(sealer(), ahead)).rejects.toMatchObject({ code: "log_witness_ahead" });
  const stubborn = {
    ...north.port,
    name: "stubborn.example",
    cosign: () => Promise.resolve({ knownSize: 9 }),
  };
  await expect(cosignCheckpoint(sealer(), stubborn)).rejects.toMatchObject({ code: "log_witness_refuses" });
});

test("tiles that were lost are made again from the entries, the same as before", async () => {
  await fill(700);
  await log.publish();
  const tiles = () => owner().selectFrom("log_tile").selectAll().orderBy("level").orderBy("index").execute();
  const before = await tiles();
  expect(before.map(({ level, index, hashes }) => [level, index, hashes.length / 32])).toEqual([
    [0, 0, 256],
    [0, 1, 256],
    [0, 2, 188],
    [1, 0, 2],
  ]);
  await sql`TRUNCATE log_tile`.execute(owner());
  await expect(makeCheckpoint(sealer(), log.port, 0)).rejects.toMatchObject({ code: "log_forked" });
  expect(await appendLog(sealer())).toBe(700);
  expect(await tiles()).toEqual(before);
  expect(await audit()).toEqual([]);
});

test("a tree that no longer fits its last checkpoint is not signed", async () => {
  await fill(10);
  await log.publish();
  await fill(1);
  await sql`ALTER TABLE log_tile DISABLE TRIGGER only_grows`.execute(owner());
  await owner()
    .updateTable("log_tile")
    .set({ hashes: randomBytes(11 * 32) })
    .execute();
  await expect(makeCheckpoint(sealer(), log.port, 0)).rejects.toMatchObject({ code: "log_forked" });
  expect(await size()).toBe(10);
});

test("an entry missing among the others stops the tree", async () => {
  await fill(5);
  await sql`INSERT INTO log_entry VALUES (6, 'evd_x', ${randomBytes(32)}, clock.now())`.execute(owner());
  await expect(appendLog(sealer())).rejects.toMatchObject({ code: "log_gap" });
});

test("only what the newest checkpoint has is served, as wide as asked", async () => {
  await fill(258);
  await log.publish();
  await fill(10);
  const lengths = async (paths: readonly string[]) =>
    Promise.all(paths.map(async (path) => (await read(path))?.length));
  expect(
    await lengths([
      "tile/0/000",
      "tile/0/000.p/7",
      "tile/0/001.p/2",
      "tile/1/000.p/1",
      "tile/entries/001.p/2",
    ]),
  ).toEqual([8192, 7 * 32, 64, 32, 68]);
  expect(
    await lengths(["tile/0/001.p/3", "tile/0/001", "tile/1/000", "tile/2/000.p/1", "tile/entries/001.p/12"]),
  ).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(await read("checkpoint")).toBeNull();
  expect(await read("tile/0/../../etc")).toBeNull();
});

test("checkpoints and cosignatures stay, tiles only grow, and the public role sees no record", async () => {
  await submitTo(2);
  await log.publish();
  const refused = (statement: string, db = owner()) =>
    expect(sql.raw(statement).execute(db)).rejects.toThrow();
  await refused("UPDATE log_checkpoint SET size = 9");
  await refused("DELETE FROM log_checkpoint");
  await refused("TRUNCATE log_cosignature");
  await refused("UPDATE log_cosignature SET line = ''");
  await refused("UPDATE log_tile SET hashes = substring(hashes FOR 32)");
  await refused("UPDATE log_tile SET hashes = sha256(hashes) || substring(hashes FROM 33)");
  const { db } = verify();
  await refused("SELECT record_id FROM log_entry", db);
  await refused("SELECT id FROM evidence_record", db);
  await refused("INSERT INTO log_tile VALUES (0, 9, sha256(''))", db);
  expect(await db.selectFrom("log_entry").select(["index", "leaf"]).execute()).toHaveLength(2);
});
