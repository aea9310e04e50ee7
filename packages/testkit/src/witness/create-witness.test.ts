import { createHash, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askConsistency, askRoot, growTiles, hashLogLeaf } from "@posthorn/domain";
import { createLogSigner } from "@posthorn/evidence";
import { afterAll, expect, test } from "vitest";
import { manualClock } from "../standin/clock.ts";
import { createWitness, type Witness } from "./create-witness.ts";

const sha256 = (octets: Uint8Array) => new Uint8Array(createHash("sha256").update(octets).digest());
const leaves = Array.from({ length: 20 }, () => hashLogLeaf(sha256, randomBytes(32)));
const hashes = growTiles(sha256, 0, leaves, () => undefined)[0]?.hashes;
const rootOf = (size: number) => askRoot(size).answer(sha256, () => hashes)[0] ?? new Uint8Array();
const newKey = () =>
  generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const log = createLogSigner("log.example", newKey());
const folder = mkdtempSync(join(tmpdir(), "posthorn-witness-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const newWitness = (file?: string) =>
  createWitness({
    name: "witness.example",
    logKey: log.verifierKey,
    clock: manualClock("2026-11-22T09:00:00Z"),
    ...(file === undefined ? {} : { file }),
  });

async function ask(witness: Witness, oldSize: number, size: number, changed: Partial<{ note: string }> = {}) {
  const proof = askConsistency(Math.min(oldSize, size), size).answer(sha256, () => hashes);
  const lines = proof.map((hash) => `${Buffer.from(hash).toString("base64")}\n`).join("");
  const note = changed.note ?? log.sign(size, rootOf(size)).note;
  const answer = await witness.app.request("/add-checkpoint", {
    method: "POST",
    body: `old ${oldSize}\n${lines}\n${note}`,
  });
  return { status: answer.status, type: answer.headers.get("content-type"), body: await answer.text() };
}

test("what fits is cosigned and remembered, by the next process too", async () => {
  const file = join(folder, "memory.json");
  const witness = newWitness(file);
  expect(await ask(witness, 0, 7)).toMatchObject({
    status: 200,
    body: expect.stringMatching(/^— witness\.example /u) as unknown,
  });
  expect((await ask(newWitness(file), 7, 20)).status).toBe(200);
  expect(await ask(newWitness(file), 7, 20)).toEqual({ status: 409, type: "text/x.tlog.size", body: "20\n" });
  expect((await ask(newWitness(file), 20, 20)).status).toBe(200);
  expect(witness.kept()).toHaveLength(1);
});

test("another tree of the same size, or one that does not follow, is refused", async () => {
  const witness = newWitness();
  await ask(witness, 0, 7);
  const other = log.sign(7, randomBytes(32)).note;
  expect(await ask(witness, 7, 7, { note: other })).toMatchObject({ status: 409, body: "7\n" });
  const unrelated = log.sign(20, randomBytes(32)).note;
  expect((await ask(witness, 7, 20, { note: unrelated })).status).toBe(422);
  expect((await ask(witness, 7, 20)).status).toBe(200);
});

test("strangers, other logs and what is no request are told so", async () => {
  const witness = newWitness();
  const stranger = createLogSigner("log.example", newKey());
  const another = createLogSigner("another.example", newKey());
  expect((await ask(witness, 0, 7, { note: stranger.sign(7, rootOf(7)).note })).status).toBe(403);
  expect((await ask(witness, 0, 7, { note: another.sign(7, rootOf(7)).note })).status).toBe(404);
  expect((await ask(witness, 0, 7, { note: "no checkpoint\n" })).status).toBe(400);
  expect((await ask(witness, 9, 7)).status).toBe(400);
  const answer = await witness.app.request("/add-checkpoint", { method: "POST", body: "hello" });
  expect(answer.status).toBe(400);
  expect((await witness.app.request("/checkpoint")).status).toBe(404);
});
