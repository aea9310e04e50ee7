import { createHash, generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { canonicalJson } from "@posthorn/domain";
import { makeBundle } from "../bundle/make-bundle.ts";
import { writeZip, type ZipEntry } from "../bundle/write-zip.ts";
import { EXAMPLE_FACTS, EXAMPLE_RANDOM } from "../example-facts.ts";
import { createLogSigner } from "../log/checkpoint.ts";
import { inclusionPaths, stampedDigest } from "../merkle/hash-tree.ts";
import type { Trust } from "../trust/trust.ts";
import { startExample } from "./example-proof.ts";
import { verifyFile } from "./verify-file.ts";
import { readZip } from "./zip/read-zip.ts";

const example = startExample();
const chain = await example.sealChain();
const leaves = chain.map(({ leaf }) => Buffer.from(leaf, "hex"));
const { privateKey } = generateKeyPairSync("ed25519");
const signer = createLogSigner("log.example", privateKey.export({ type: "pkcs8", format: "pem" }).toString());
const checkpoint = signer.sign(leaves.length, stampedDigest(leaves)).note;
const paths = inclusionPaths(leaves);
const records = await Promise.all(
  chain.map(async ({ facts, leaf, stamp, sealed }, index) => ({
    facts,
    canonical: canonicalJson(facts),
    random: EXAMPLE_RANDOM,
    leaf,
    stamp,
    xml: await example.extendXml(sealed),
    logProof: { index, leaf, inclusion: paths[index]?.hashes ?? [], checkpoint, timestamp: null },
  })),
);
const pdf = await example.makeProof(chain);

async function pack(change: Partial<Parameters<typeof makeBundle>[0]> = {}) {
  const request = {
    deliveryId: EXAMPLE_FACTS.delivery,
    side: "sender",
    language: "en",
    records,
    proofs: [{ kind: "proof_of_collection", pdf }],
    kept: [],
    logKey: signer.verifierKey,
    verifyUrl: "https://verify.example/",
    verifier: "<!doctype html><title>Verifier</title>",
    ...change,
  } as const;
  return makeBundle(request, { key: example.pki.seal.key, timestamp: example.timestamp, now: example.now() });
}

const bundle = await pack();
const files = readZip(bundle);
const trust: Trust = { ...example.trust(example.now().add({ minutes: 10 })), logKey: signer.verifierKey };

async function report(bytes: Uint8Array, under = trust) {
  return verifyFile({ name: "bundle.asice", bytes }, [], under);
}

async function failed(entries: readonly ZipEntry[] | Uint8Array, under = trust) {
  const bytes = entries instanceof Uint8Array ? entries : writeZip(entries, example.now());
  const { indication, subIndication, checks } = await report(bytes, under);
  return [indication, subIndication, ...new Set(checks.filter(({ ok }) => !ok).map(({ name }) => name))];
}

test("a bundle passes as a whole: container, proofs, evidence, chain and log", async () => {
  const found = await report(bundle);
  expect(found.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(found).toMatchObject({
    kind: "bundle",
    indication: "TOTAL-PASSED",
    complete: true,
    seal: { level: "B-T", trust: "trusted" },
  });
  expect(found.records.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(found.log).toMatchObject(
    [0, 1, 2].map((index) => ({
      index,
      treeSize: 3,
      origin: "log.example",
      included: true,
      checkpointSigned: true,
    })),
  );
});

test("what others gave is what a record names by its digest, and not judged as if it were a proof of ours", async () => {
  const kept = [await keptFile("of the carrier")];
  const named = await report(await pack({ ...(await chainNaming(kept)), kept }));
  expect(named.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(named.checks).toContainEqual(expect.objectContaining({ name: "kept", ok: true }));
  expect(named.indication).toBe("TOTAL-PASSED");
});

test("a kept file that no record names is found, whoever packed it", async () => {
  const given = [await keptFile("of the carrier")];
  const exchanged = await pack({ ...(await chainNaming(given)), kept: [await keptFile("of nobody")] });
  expect(await failed(exchanged)).toEqual(["INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", "kept"]);
});

test("a note of rectification stands beside the evidence: the container's seal holds it, and without one nothing does", async () => {
  const note = {
    ...(await keptFile("Correct: Jansen")),
    kind: "rectification_note",
    mediaType: "text/plain",
  } as const;
  const noted = await pack({ kept: [note] });
  expect(await failed(noted)).toEqual(["TOTAL-PASSED", undefined]);
  const bare = readZip(noted).filter(({ path }) => !path.startsWith("META-INF/"));
  expect(await failed(bare)).toEqual(["INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", "kept"]);
});

async function keptFile(words: string) {
  const bytes = Buffer.from(`%PDF-1.7 ${words}`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return {
    kind: "carrier_proof",
    mediaType: "application/pdf",
    sha256,
    bytes,
    keptAt: example.now(),
  } as const;
}

/** A chain of one record, which names them as a carrier's statement does. */
async function chainNaming(kept: readonly { readonly sha256: string }[]) {
  const [{ sha256 } = { sha256: "" }] = kept;
  const { closing: _, ...facts } = EXAMPLE_FACTS;
  const carrier = { source: "bpost", outcome: "signed_proof", raw_sha256: sha256 } as const;
  const first = { ...facts, type: "SubmissionAcceptance", seq: 1, prev_hash: "0".repeat(64), carrier };
  const { leaf, stamp, canonical } = await example.sealRecord(first);
  return {
    records: [{ facts: first, canonical, random: EXAMPLE_RANDOM, leaf, stamp, xml: null, logProof: null }],
    proofs: [],
  };
}

test("an open chain is said to be incomplete; a record left out is missed", async () => {
  const open = await pack({ records: records.slice(0, 2), proofs: [] });
  expect(await report(open)).toMatchObject({ indication: "TOTAL-PASSED", complete: false });
  const [first, , last] = records;
  if (!first || !last) throw new Error("no records");
  const gap = await pack({ records: [first, last], proofs: [] });
  expect(await report(gap)).toMatchObject({ complete: false });
  expect(await failed(gap)).toEqual(["INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", "chain"]);
});

test("records of our own types travel as JSON and are judged by their stamps", async () => {
  const [first, second, ...rest] = records;
  if (!first || !second) throw new Error("no records");
  const asRecord = await pack({ records: [first, { ...second, xml: null }, ...rest], proofs: [] });
  expect(await report(asRecord)).toMatchObject({ indication: "TOTAL-PASSED", complete: true });
  const json = readZip(asRecord).map(({ path, bytes }) => ({
    path,
    bytes: path.startsWith("records/")
      ? Buffer.from(Buffer.from(bytes).toString().replace("Gent", "Genk"))
      : bytes,
  }));
  const bare = json.filter(({ path }) => !path.startsWith("META-INF/"));
  expect(await failed(bare)).toEqual(["TOTAL-FAILED", "HASH_FAILURE", "attached_evidence", "chain", "log"]);
});

test("a file added, changed, removed or exchanged is found", async () => {
  const change = (path: string, bytes: Uint8Array) =>
    files.map((file) => (file.path === path ? { path, bytes } : file));
  expect(await failed([...files, { path: "note.txt", bytes: Buffer.from("trust me") }])).toEqual([
    "TOTAL-FAILED",
    "HASH_FAILURE",
    "contents",
  ]);
  expect(await failed(change("verifier.html", Buffer.from("<p>All is well</p>")))).toContain("contents");
  expect(await failed(files.filter(({ path }) => path !== "trust/log.vkey"))).toContain("contents");
  expect(await failed(files.filter(({ path }) => !path.endsWith(".p7s")))).toEqual([
    "TOTAL-FAILED",
    "FORMAT_FAILURE",
    "contents",
  ]);
});

test("without the container's own seal everything inside is judged still", async () => {
  const bare = files.filter(({ path }) => !path.startsWith("META-INF/"));
  expect(await failed(bare)).toEqual(["TOTAL-PASSED", undefined]);
  const changed = bare.map(({ path, bytes }) => {
    const text = Buffer.from(bytes).toString().replace("Zonen", "Zoden");
    return { path, bytes: path.startsWith("evidence/02") ? Buffer.from(text) : bytes };
  });
  expect(await failed(changed)).toEqual(["TOTAL-FAILED", "HASH_FAILURE", "attached_evidence"]);
});

test("a log that does not fit, or that another key signed, is found", async () => {
  const [first] = records;
  if (!first) throw new Error("no record");
  const elsewhere = { ...first, logProof: { ...first.logProof, index: 1 } };
  expect(await failed(await pack({ records: [elsewhere, ...records.slice(1)] }))).toEqual([
    "TOTAL-FAILED",
    "HASH_FAILURE",
    "log",
  ]);
  const stranger = generateKeyPairSync("ed25519")
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString();
  const otherKey = createLogSigner("log.example", stranger).verifierKey;
  expect(await failed(bundle, { ...trust, logKey: otherKey })).toEqual([
    "TOTAL-FAILED",
    "SIG_CRYPTO_FAILURE",
    "log",
  ]);
  expect(await report(bundle, { ...trust, logKey: null })).toMatchObject({
    indication: "TOTAL-PASSED",
    log: [{ included: true, checkpointSigned: false }, {}, {}],
  });
});

test("evidence of another delivery does not mend a chain", async () => {
  const other = startExample({ roots: example.pki });
  const foreign = await other.sealRecord({ ...EXAMPLE_FACTS, seq: 2, prev_hash: "00".repeat(32) });
  const stranger = { path: "evidence/02-x.xml", bytes: Buffer.from(await other.extendXml(foreign.sealed)) };
  const without = files.filter(({ path }) => path.startsWith("evidence/") && !path.startsWith("evidence/02"));
  expect(await failed([...without, stranger])).toEqual(["TOTAL-FAILED", "FORMAT_FAILURE", "chain"]);
});
