import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "@posthorn/db";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { type BundleAnswer, type BundlePort, fetchBundle, makeBundles, makeProofs } from "@posthorn/usecases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSealingTools, type SealingTools, VERIFY_URL } from "./sealing-tools.test-support.ts";
import { bundlePort } from "./wiring/bundle.ts";

let bench: VerbBench;
let tools: SealingTools;
let packing: BundlePort;

beforeAll(async () => {
  [bench, tools] = await Promise.all([createVerbBench(), openSealingTools()]);
  const page = { verifyUrl: VERIFY_URL, logKey: null, verifier: "<!doctype html>" };
  packing = bundlePort(tools.keys, tools.timestamps, page);
});
afterAll(async () => {
  await tools.stop();
  await bench.close();
});

function ask(deliveryId: string, accountId: string = TEST_SENDER.accountId): Promise<BundleAnswer> {
  return fetchBundle(bench.context("api"), { accountId }, { deliveryId, language: "en" });
}

async function drain(): Promise<void> {
  const ctx = bench.context("sealer");
  await tools.drain(ctx);
  while ((await makeProofs(ctx, tools.proving)) > 0);
}

test("a bundle waits for seal, proofs and log, and is then one file that says it is incomplete", async () => {
  const ctx = bench.context("sealer");
  const { deliveryIds } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  expect(await ask(id)).toEqual({ pending: true });
  expect(await makeBundles(ctx, packing)).toBe(0);
  await drain();
  expect(await makeBundles(ctx, packing)).toBe(1);
  const answer = await ask(id);
  if ("pending" in answer) throw new Error("still pending");
  expect(answer).toMatchObject({ complete: false, filename: `evidence-${id}-incomplete.asice` });
  const path = join(tools.directory, "bundle.asice");
  writeFileSync(path, answer.file);
  const listed = execFileSync("unzip", ["-Z1", path], { encoding: "utf8" }).split("\n");
  expect(listed[0]).toBe("mimetype");
  expect(listed).toContain("proofs/1-proof-of-submission.pdf");
  expect(listed).toContain("evidence/01-SubmissionAcceptance.xml");
  expect(await makeBundles(ctx, packing)).toBe(0);
});

test("another account's delivery has no bundle, and its rows are out of reach", async () => {
  const { deliveryIds } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  await ask(id);
  await expect(ask(id, "acc_SEED0CANAL")).rejects.toMatchObject({ code: "delivery_not_found" });
  await expect(ask("dlv_unknown")).rejects.toMatchObject({ code: "delivery_not_found" });
  const { db } = bench.context("api");
  const seen = await sql`SELECT id FROM bundle WHERE delivery_id = ${id}`.execute(db);
  expect(seen.rows).toEqual([]);
});

test("the same asking gives one row; a renewed seal has the bundle made anew", async () => {
  const ctx = bench.context("sealer");
  const { deliveryIds } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  await Promise.all([ask(id), ask(id), ask(id)]);
  await drain();
  while ((await makeBundles(ctx, packing)) > 0);
  const first = await ask(id);
  await sql`INSERT INTO evidence_seal (record_id, account_id, delivery_id, xml, certificate_sha256, sealed_at, level)
    SELECT record_id, account_id, delivery_id, xml, certificate_sha256, clock.now(), level FROM evidence_seal
    WHERE delivery_id = ${id} AND level = 'B-LTA'`.execute(bench.context("owner").db);
  expect(await ask(id)).toEqual({ pending: true });
  await sql`UPDATE bundle SET made_at = made_at - interval '3 minutes' WHERE delivery_id = ${id}`.execute(
    bench.context("owner").db,
  );
  expect(await makeBundles(ctx, packing)).toBe(1);
  const second = await ask(id);
  expect("pending" in first || "pending" in second).toBe(false);
  expect(second).not.toEqual(first);
});

test("a note that rectifies has the bundle made anew, and stands in it beside the evidence", async () => {
  const ctx = bench.context("sealer");
  const id = (await bench.submit()).deliveryIds[0] ?? "";
  await ask(id);
  await drain();
  await makeBundles(ctx, packing);
  expect(await ask(id)).toHaveProperty("file");
  const { db } = bench.context("owner");
  const { rows } = await sql<{ now: Temporal.Instant }>`SELECT clock.now() AS now`.execute(db);
  const at = rows[0]?.now ?? Temporal.Now.instant();
  await db
    .insertInto("staff")
    .values({
      id: "stf_NOTE",
      email: "note@posthorn.example",
      family_name: "Vermeulen",
      first_names: "Bo",
      language: "en",
      roles: ["privacy_officer"],
      webauthn_handle: "handle-of-the-note",
      created_at: at,
      left_at: null,
    })
    .execute();
  await db
    .insertInto("rectification_note")
    .values({
      id: "rno_1",
      delivery_id: id,
      words: "The name is Pieters.",
      noted_by: "stf_NOTE",
      noted_at: at,
    })
    .execute();
  expect(await ask(id)).toEqual({ pending: true });
  expect(await makeBundles(ctx, packing)).toBe(1);
  const answer = await ask(id);
  if ("pending" in answer) throw new Error("still pending");
  const path = join(tools.directory, "noted.asice");
  writeFileSync(path, answer.file);
  const listed = execFileSync("unzip", ["-Z1", path], { encoding: "utf8" }).split("\n");
  const note = listed.find((name) => name.endsWith("rectification-note.txt")) ?? "";
  expect(execFileSync("unzip", ["-p", path, note], { encoding: "utf8" })).toContain("The name is Pieters.");
});

test("a failure of the key leaves it asked for, behind the others", async () => {
  const ctx = bench.context("sealer");
  const { deliveryIds } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  await ask(id);
  await drain();
  const broken: BundlePort = { make: () => Promise.reject(new Error("the key is away")) };
  await expect(makeBundles(ctx, broken)).rejects.toThrow("bundles could not be made");
  expect(await ask(id)).toEqual({ pending: true });
  expect(await makeBundles(ctx, packing)).toBeGreaterThanOrEqual(1);
  expect(await ask(id)).toMatchObject({ complete: false });
});
