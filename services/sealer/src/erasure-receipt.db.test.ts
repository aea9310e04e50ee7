import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "@posthorn/db";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { type ErasureStatement, listReceipts, sealReceipts } from "@posthorn/usecases";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openSealingTools, type SealingTools } from "./sealing-tools.test-support.ts";
import { receiptPort } from "./wiring/ports.ts";

let bench: VerbBench;
let tools: SealingTools;
beforeAll(async () => {
  bench = await createVerbBench();
  tools = await openSealingTools();
});
afterAll(async () => {
  await tools.stop();
  await bench.close();
});
beforeEach(async () => {
  await sql`TRUNCATE erasure_receipt, retention_run`.execute(owner());
  await sql`INSERT INTO retention_run (id, day, began_at) VALUES ('run_1', '2028-11-23', clock.now())`.execute(
    owner(),
  );
});

const owner = () => bench.context("owner").db;
const noXmlsec = spawnSync("xmlsec1", ["--version"]).status !== 0;
const LEAF = "c".repeat(64);

const STATEMENT: ErasureStatement = {
  id: "ers_1",
  run: "run_1",
  rule: "R9",
  day: "2028-11-23",
  from: 4,
  to: 4,
  first_erased_at: "2028-11-22T23:00:01.000Z",
  last_erased_at: "2028-11-22T23:00:01.000Z",
  sets: [{ set: "evidence", count: 1, digests: ["d".repeat(64), LEAF] }],
};

async function enter(statement: string, id = "ers_1"): Promise<void> {
  await sql`INSERT INTO erasure_receipt (id, run_id, rule, made_at, statement) VALUES (${id}, 'run_1', 'R9', clock.now(), ${statement})`.execute(
    owner(),
  );
}

test.skipIf(noXmlsec)(
  "a receipt is sealed and stamped, and xmlsec1 verifies it (skipped: xmlsec1 is not installed)",
  async () => {
    await enter(JSON.stringify(STATEMENT));
    const port = receiptPort(tools.keys, tools.timestamps, "Posthorn & Zonen");
    expect(await sealReceipts(bench.context("sealer"), port)).toBe(1);
    expect(await sealReceipts(bench.context("sealer"), port)).toBe(0);
    const [receipt] = await listReceipts(bench.context("eraser").db, { id: "ers_1" });
    const xml = receipt?.sealed ?? "";
    expect(receipt?.sealedAt).not.toBeNull();
    expect(xml).toContain(LEAF);
    expect(xml).toContain("Posthorn &amp; Zonen");
    expect(xml).toContain("<xades:EncapsulatedTimeStamp>");
    const verify = (text: string) => {
      writeFileSync(join(tools.directory, "receipt.xml"), text);
      writeFileSync(join(tools.directory, "root.pem"), tools.pki.rootPem);
      return spawnSync("xmlsec1", [
        "--verify",
        "--trusted-pem",
        join(tools.directory, "root.pem"),
        "--id-attr:Id",
        "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
        join(tools.directory, "receipt.xml"),
      ]).status;
    };
    expect(verify(xml)).toBe(0);
    expect(verify(xml.replace(LEAF, "e".repeat(64)))).not.toBe(0);
  },
);

test("while the authority is away receipts wait and are tried, one that cannot be sealed keeps none of the others, and not for ever", async () => {
  await enter("not even JSON", "ers_0");
  await enter(JSON.stringify(STATEMENT));
  const ctx = bench.context("sealer");
  const away = { seal: () => Promise.reject(new Error("no authority")) };
  await expect(sealReceipts(ctx, away)).rejects.toThrow("2 erasure receipts");
  await expect(sealReceipts(ctx, receiptPort(tools.keys, tools.timestamps, "Posthorn"))).rejects.toThrow(
    "1 erasure receipts",
  );
  expect(
    (await listReceipts(owner(), { runId: "run_1" })).map(({ id, sealed }) => [id, sealed !== null]),
  ).toEqual([
    ["ers_1", true],
    ["ers_0", false],
  ]);
  await sql`UPDATE erasure_receipt SET attempts = 200 WHERE id = 'ers_0'`.execute(owner());
  expect(await sealReceipts(ctx, away)).toBe(0);
});
