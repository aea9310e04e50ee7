import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "@posthorn/db";
import { sealLevel, stampedDigest, verifyEvidenceXml } from "@posthorn/evidence";
import { createVerbBench, TEST_ADDRESSEE, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import {
  fetchMessageProof,
  fetchProof,
  makeMessageProofs,
  makeProofs,
  renewProofs,
  stampRecords,
  type StampingPort,
} from "@posthorn/usecases";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openSealingTools, type SealingTools } from "./sealing-tools.test-support.ts";

let bench: VerbBench;
let tools: SealingTools;

beforeAll(async () => {
  [bench, tools] = await Promise.all([createVerbBench(), openSealingTools()]);
});
beforeEach(() => tools.tsa.setMode("ok"));
afterAll(async () => {
  await tools.stop();
  await bench.close();
});

test("a record is stamped, sealed, logged and proved, and what waited for the stamp goes on", async () => {
  const { deliveryIds } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  const ctx = bench.context("sealer");
  await drain();
  const { db } = bench.context("worker");
  const delivery = await db
    .selectFrom("delivery")
    .select("submission_stamped_at")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(delivery.submission_stamped_at).not.toBeNull();
  expect(await jobsFor("send-notice")).toContainEqual({ deliveryId: id });
  const seal = await ctx.db
    .selectFrom("evidence_seal")
    .select("xml")
    .where("delivery_id", "=", id)
    .executeTakeFirstOrThrow();
  const report = verifyEvidenceXml(seal.xml, {
    trustedRoots: tools.roots.seal,
    timestampRoots: tools.roots.tsa,
  });
  expect(report).toMatchObject({ indication: "TOTAL-PASSED" });
  await expect(proof(id)).rejects.toMatchObject({ code: "proof_being_sealed", retryAfterSeconds: 1 });
  expect(await makeProofs(ctx, tools.proving)).toBe(1);
  const pdf = await proof(id);
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
  expect(await stored(id)).toEqual({ pdf, page: expect.stringContaining('<html lang="nl">') });
});

test("what cannot be archived holds its proof up and nothing else, and completes by itself", async () => {
  const { deliveryIds } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  const ctx = bench.context("sealer");
  tools.ocsp.setMode("down");
  await expect(drain()).rejects.toThrow("could not be archived");
  await expect(proof(id)).rejects.toMatchObject({ code: "proof_being_sealed" });
  expect(await makeProofs(ctx, tools.proving)).toBe(0);
  const state = await ctx.db.selectFrom("sealing_state").selectAll().executeTakeFirstOrThrow();
  expect(state.archive_failure).toBe("ocsp_unreachable");
  tools.ocsp.setMode("ok");
  await drain();
  expect(await makeProofs(ctx, tools.proving)).toBe(1);
});

test("a proof and its seals are renewed when their time has come, and the old file is the beginning of the new", async () => {
  const { deliveryIds } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  const ctx = bench.context("sealer");
  await expect(proof(id)).rejects.toMatchObject({ code: "proof_being_sealed" });
  await drain();
  await makeProofs(ctx, tools.proving);
  const first = await proof(id);
  expect(await sealLevel(first)).toBe("B-LTA");
  expect(await renewProofs(ctx, tools.archive)).toBe(0);
  const { db } = bench.context("owner");
  await sql`UPDATE archive_timer SET due_at = clock.now()`.execute(db);
  while ((await renewProofs(ctx, tools.archive)) > 0);
  await drain();
  const renewed = await proof(id);
  expect(renewed.length).toBeGreaterThan(first.length);
  expect(Buffer.compare(renewed.subarray(0, first.length), first)).toBe(0);
  const seals = await db.selectFrom("evidence_seal").select("level").where("delivery_id", "=", id).execute();
  expect(seals.map(({ level }) => level)).toEqual(["B-T", "B-LTA", "B-LTA"]);
});

test("a whole message has one proof of submission, once the record of every delivery is sealed", async () => {
  const { messageId } = await bench.submit({
    addressees: [TEST_ADDRESSEE, { ...TEST_ADDRESSEE, name: "Claes", email: "an.claes@example.be" }],
  });
  const request = { messageId, language: "fr" } as const;
  const fetch = () => fetchMessageProof(bench.context("api"), TEST_SENDER, request);
  await expect(fetch()).rejects.toMatchObject({ code: "proof_being_sealed", retryAfterSeconds: 1 });
  const ctx = bench.context("sealer");
  expect(await makeMessageProofs(ctx, tools.proving)).toBe(0);
  await drain();
  expect(await makeMessageProofs(ctx, tools.proving)).toBe(1);
  const { pdf, page } = await fetch();
  expect(page).toContain('<html lang="fr">');
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
  expect(await fetch()).toEqual({ pdf, page });
  const other = fetchMessageProof(bench.context("api"), { accountId: "acc_SEED0CANAL" }, request);
  await expect(other).rejects.toMatchObject({ code: "message_not_found" });
});

test("three hundred records share two tokens, each path leading to the token's imprint", async () => {
  const many = Array.from({ length: 300 }, (_, n) => ({ ...TEST_ADDRESSEE, email: `jan.${n}@example.be` }));
  await sql`UPDATE account_credit SET balance = 2000 WHERE account_id = ${TEST_SENDER.accountId}`.execute(
    bench.context("worker").db,
  );
  const { messageId } = await bench.submit({ addressees: many });
  const ctx = bench.context("sealer");
  while ((await stampRecords(ctx, tools.stamping)) > 0);
  const { db } = bench.context("worker");
  const rows = await db
    .selectFrom("evidence_record")
    .innerJoin("evidence_stamp", "evidence_stamp.record_id", "evidence_record.id")
    .innerJoin("delivery", "delivery.id", "evidence_record.delivery_id")
    .select([
      "evidence_record.leaf",
      "evidence_stamp.token",
      "evidence_stamp.leaf_index",
      "evidence_stamp.tree_size",
    ])
    .where("delivery.message_id", "=", messageId)
    .orderBy("evidence_stamp.stamped_at")
    .orderBy("evidence_stamp.leaf_index")
    .execute();
  expect(rows).toHaveLength(300);
  const tokens = new Map<string, typeof rows>();
  for (const row of rows) {
    const name = Buffer.from(row.token).toString("base64");
    tokens.set(name, [...(tokens.get(name) ?? []), row]);
  }
  expect(tokens.size).toBe(2);
  for (const [, batch] of tokens) {
    const first = batch[0];
    if (!first) continue;
    expect(batch.map((row) => row.leaf_index)).toEqual(batch.map((_, index) => index));
    expectOpensslVerifies(first.token, stampedDigest(batch.map((row) => row.leaf)));
  }
});

test("while no authority answers records stay, since when is known, and they are stamped once one does", async () => {
  const ctx = bench.context("sealer");
  for (const mode of ["down", "garbage", "wrong_nonce", "wrong_imprint", "reject"] as const) {
    tools.tsa.setMode(mode);
    const { deliveryIds } = await bench.submit();
    await expect(stampRecords(ctx, tools.stamping), mode).rejects.toThrow();
    const state = await ctx.db.selectFrom("sealing_state").selectAll().executeTakeFirstOrThrow();
    expect(state.stamp_failing_since, mode).not.toBeNull();
    expect(await stampsOf(deliveryIds[0] ?? ""), mode).toBe(0);
  }
  tools.tsa.setMode("ok");
  await drain();
  const state = await ctx.db.selectFrom("sealing_state").selectAll().executeTakeFirstOrThrow();
  expect(state).toMatchObject({ stamp_failing_since: null, stamp_failure: null });
  expect(await ctx.db.selectFrom("seal_work").selectAll().execute()).toEqual([]);
});

test("killed after the stamp and before the booking, it stamps again and books once", async () => {
  const { deliveryIds } = await bench.submit();
  const ctx = bench.context("sealer");
  const dies: StampingPort = {
    batch: tools.stamping.batch,
    async stamp(root) {
      await tools.stamping.stamp(root);
      throw new Error("killed");
    },
  };
  await expect(stampRecords(ctx, dies)).rejects.toThrow("killed");
  expect(await stampsOf(deliveryIds[0] ?? "")).toBe(0);
  await drain();
  expect(await stampsOf(deliveryIds[0] ?? "")).toBe(1);
});

test("two sealers at once stamp, seal and log each record once, the log without a gap", async () => {
  for (let n = 0; n < 10; n += 1) await bench.submit();
  await Promise.all([drain(), drain()]);
  const ctx = bench.context("sealer");
  const { rows } = await sql<{ records: number; stamps: number; entries: number; highest: number }>`
    SELECT (SELECT count(*) FROM evidence_record) AS records, (SELECT count(*) FROM evidence_stamp) AS stamps,
      (SELECT count(*) FROM log_entry) AS entries, (SELECT max(index) FROM log_entry) AS highest`.execute(
    ctx.db,
  );
  const counts = rows[0];
  expect(counts?.stamps).toBe(counts?.records);
  expect(counts?.entries).toBe(counts?.records);
  expect(counts?.highest).toBe((counts?.records ?? 0) - 1);
});

test("what is stamped, sealed or logged cannot be changed or dropped, not by the sealer and not by the owner's slip", async () => {
  await bench.submit();
  await drain();
  const { db } = bench.context("sealer");
  await expect(sql`UPDATE evidence_stamp SET leaf_index = 7`.execute(db)).rejects.toThrow(
    /permission denied/,
  );
  await expect(sql`DELETE FROM evidence_seal`.execute(db)).rejects.toThrow(/permission denied/);
  await expect(sql`DELETE FROM log_entry`.execute(db)).rejects.toThrow(/permission denied/);
});

function drain(): Promise<void> {
  return tools.drain(bench.context("sealer"));
}

async function proof(deliveryId: string): Promise<Uint8Array> {
  return (await stored(deliveryId)).pdf;
}

function stored(deliveryId: string) {
  return fetchProof(bench.context("api"), TEST_SENDER, {
    deliveryId,
    kind: "proof_of_submission",
    language: "nl",
  });
}

async function stampsOf(deliveryId: string): Promise<number> {
  const rows = await bench
    .context("worker")
    .db.selectFrom("evidence_stamp")
    .innerJoin("evidence_record", "evidence_record.id", "evidence_stamp.record_id")
    .select("record_id")
    .where("delivery_id", "=", deliveryId)
    .execute();
  return rows.length;
}

async function jobsFor(name: string): Promise<readonly unknown[]> {
  const { rows } = await sql<{ payload: unknown }>`
    SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = ${name}`.execute(bench.context("worker").db);
  return rows.map((row) => row.payload);
}

function expectOpensslVerifies(token: Uint8Array, digest: Uint8Array): void {
  if (spawnSync("openssl", ["version"]).error) return;
  const tokenFile = join(tools.directory, "token.der");
  const rootFile = join(tools.directory, "tsa-root.pem");
  writeFileSync(tokenFile, token);
  writeFileSync(rootFile, tools.pki.tsaRootPem);
  const run = spawnSync("openssl", [
    "ts",
    "-verify",
    "-digest",
    Buffer.from(digest).toString("hex"),
    "-in",
    tokenFile,
    "-token_in",
    "-CAfile",
    rootFile,
  ]);
  expect(run.stdout.toString() + run.stderr.toString()).toContain("Verification: OK");
}
