import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { hashLogLeaf, type LogProof } from "@posthorn/domain";
import { checkOcsp, issueDevelopmentPki } from "@posthorn/pki";
import { anchorOf, type Trust } from "../trust/trust.ts";
import { renewPdf } from "../pades/extend-pdf.ts";
import { startExample, yearsLater } from "./example-proof.ts";
import type { FileDigest } from "./file-report.ts";
import { judgeEvidence } from "./judge-evidence.ts";
import { settingOf } from "./setting.ts";
import { verifyFile } from "./verify-file.ts";

const example = startExample();
const chain = await example.sealChain();
const [first] = chain;
if (!first) throw new Error("no record");
const proof = await example.makeProof(chain);
const shortProof = await example.makeProof(chain, false);
const xml = await example.extendXml(first.sealed);
const later = example.now().add({ minutes: 1 });

async function verify(
  bytes: Uint8Array | string,
  trust: Trust = example.trust(later),
  beside: readonly FileDigest[] = [],
) {
  return verifyFile({ name: "a file", bytes: Buffer.from(bytes) }, beside, trust);
}

async function said(...request: Parameters<typeof verify>) {
  const { indication, subIndication, checks } = await verify(...request);
  return [indication, subIndication, ...checks.filter(({ ok }) => !ok).map(({ name }) => name)];
}

test("a proof at B-LTA passes, with everything that was found", async () => {
  const report = await verify(proof);
  expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(report).toMatchObject({
    kind: "proof",
    indication: "TOTAL-PASSED",
    seal: {
      level: "B-LTA",
      trust: "trusted",
      anchor: "root.pem",
      verifiesUntil: example.pki.tsa.key.notAfter,
    },
    complete: null,
  });
  expect(report.seal?.fingerprint).toBe(
    createHash("sha256").update(example.pki.seal.key.certificate).digest("hex"),
  );
  expect(report.records.map(({ type }) => type)).toEqual(chain.map(({ facts }) => facts.type));
  expect(report.evidence.map(({ indication }) => indication)).toEqual(Array(3).fill("TOTAL-PASSED"));
  expect(report.parts.map(({ compared }) => compared)).toEqual(["not_given", "not_given"]);
});

/** The first record as the only entry of a log that nobody signed. */
function onlyEntry(leaf: string): LogProof {
  const sha = (octets: Uint8Array) => new Uint8Array(createHash("sha256").update(octets).digest());
  const root = Buffer.from(hashLogLeaf(sha, Buffer.from(leaf, "hex"))).toString("base64");
  const checkpoint = `log.example\n1\n${root}\n\n— log.example AAAAAAAA\n`;
  return { index: 0, leaf, inclusion: [], checkpoint, timestamp: null };
}

test("a proof shows where its records stand in the log, and fails when one does not", async () => {
  const inLog = await example.makeProof(chain, true, [onlyEntry(first.leaf)]);
  const at = example.trust(example.now().add({ minutes: 1 }));
  const report = await verify(inLog, at);
  expect(report.log).toMatchObject([{ index: 0, treeSize: 1, included: true, checkpointSigned: false }]);
  const elsewhere = { ...onlyEntry("ab".repeat(32)), leaf: first.leaf };
  const notInLog = await example.makeProof(chain, true, [elsewhere]);
  const failed = await verify(notInLog, example.trust(example.now().add({ minutes: 1 })));
  expect(failed).toMatchObject({ indication: "TOTAL-FAILED", subIndication: "HASH_FAILURE", log: [] });
});

test("evidence at B-LTA passes by itself; at B-T nothing says whether its certificate was revoked", async () => {
  expect(await verify(xml)).toMatchObject({
    kind: "evidence",
    indication: "TOTAL-PASSED",
    seal: { level: "B-LTA" },
  });
  expect(await said(first.sealed)).toEqual(["INDETERMINATE", "TRY_LATER", "revocation"]);
  expect(await said(shortProof)).toEqual([
    "INDETERMINATE",
    "TRY_LATER",
    "revocation",
    ...Array(3).fill("attached_evidence"),
  ]);
});

test("files beside are compared by their octets; another file is no part", async () => {
  const [message, contract] = first.facts.parts;
  if (!message || !contract) throw new Error("no parts");
  const good = { name: "renamed.pdf", size: contract.size, sha256: contract.sha256 };
  expect((await verify(proof, undefined, [good])).parts).toMatchObject([
    { name: "message.txt", compared: "not_given", file: null },
    { compared: "same", file: "renamed.pdf" },
  ]);
  const other = { name: message.name, size: 3, sha256: "ff".repeat(32) };
  expect((await verify(proof, undefined, [good, other])).parts).toMatchObject([
    { compared: "different", file: "message.txt" },
    { compared: "same" },
  ]);
  expect(await said(proof, undefined, [other])).toEqual(["TOTAL-FAILED", "HASH_FAILURE", "parts"]);
  expect((await verify(proof, undefined, [other])).itself).toEqual({ indication: "TOTAL-PASSED" });
  const cut = proof.subarray(0, proof.length - 40);
  expect((await verify(cut, undefined, [other])).itself.indication).toBe("TOTAL-FAILED");
});

test("an unknown provider's proof is intact, but not trusted", async () => {
  const stranger = issueDevelopmentPki({ now: example.now() });
  const trust = {
    ...example.trust(later),
    sealAnchors: [anchorOf(stranger.root.key.certificate, "other.pem")],
  };
  const report = await verify(proof, trust);
  expect(report).toMatchObject({
    indication: "INDETERMINATE",
    subIndication: "NO_CERTIFICATE_CHAIN_FOUND",
    seal: { trust: "intact", anchor: null },
  });
  const nobody = await verify(proof, { ...trust, sealAnchors: [], timestampAnchors: [] });
  expect(nobody).toMatchObject({ indication: "INDETERMINATE", subIndication: "NO_CERTIFICATE_CHAIN_FOUND" });
});

test("a provider whose service was not granted at that time is not trusted", async () => {
  const [anchor] = example.trust().sealAnchors;
  if (!anchor) throw new Error("no anchor");
  const start = example.now().subtract({ hours: 24 });
  const withdrawn = { ...anchor, periods: [{ from: null, until: start }] };
  expect((await verify(xml, { ...example.trust(later), sealAnchors: [withdrawn] })).checks).toContainEqual(
    expect.objectContaining({
      name: "certificate_chain",
      ok: false,
      detail: expect.stringContaining("not granted"),
    }),
  );
  const granted = { ...anchor, periods: [{ from: start, until: null }] };
  expect(await said(xml, { ...example.trust(later), sealAnchors: [granted] })).toEqual([
    "TOTAL-PASSED",
    undefined,
  ]);
  const stale = { ...granted, nextUpdate: later.subtract({ seconds: 1 }) };
  expect(await said(xml, { ...example.trust(later), sealAnchors: [stale] })).toEqual([
    "INDETERMINATE",
    "TRY_LATER",
    "trusted_list",
  ]);
});

test("after the certificates have ended only a renewed proof passes", async () => {
  const lasting = startExample({ sealNotAfter: yearsLater(example.now(), 2) });
  const records = await lasting.sealChain();
  const made = await lasting.makeProof(records);
  const afterSeal = yearsLater(lasting.now(), 3);
  expect(await said(made, lasting.trust(afterSeal))).toEqual(["TOTAL-PASSED", undefined]);
  expect(await said(records[0]?.sealed ?? "", lasting.trust(afterSeal))).toEqual([
    "INDETERMINATE",
    "TRY_LATER",
    "revocation",
  ]);
  const afterAll = yearsLater(lasting.now(), 11);
  expect((await said(made, lasting.trust(afterAll))).slice(0, 3)).toEqual([
    "INDETERMINATE",
    "OUT_OF_BOUNDS_NO_POE",
    "archive_timestamp",
  ]);
});

test("revoked before the seal fails, in between is open, after it passes", async () => {
  const own = startExample();
  const record = await own.sealRecord(first.facts);
  const { stampedAt, sealedAt } = record;
  const judged = async (revokedAt: Temporal.Instant) => {
    own.revokeSeal(revokedAt);
    const answer = await checkOcsp({
      certificate: own.pki.seal.key.certificate,
      issuer: own.pki.root.key.certificate,
      url: "http://status.test/ocsp",
      now: own.now(),
      timeoutMs: 1000,
      fetch: own.fetch,
    });
    const material = { certificates: [own.pki.ocsp.key.certificate], ocsps: [answer.response], crls: [] };
    const { report } = judgeEvidence(record.sealed, { ...settingOf(own.trust()), material });
    return [report.indication, report.subIndication];
  };
  expect(await judged(stampedAt.subtract({ seconds: 1 }))).toEqual(["TOTAL-FAILED", "REVOKED"]);
  expect(await judged(stampedAt.add({ seconds: 5 }))).toEqual(["INDETERMINATE", "REVOKED_NO_POE"]);
  expect(await judged(sealedAt.add({ seconds: 60 }))).toEqual(["TOTAL-PASSED", undefined]);
});

test("a statement from the future is not believed", async () => {
  const early = example.trust(first.sealedAt);
  const report = await verify(xml, early);
  expect(report.indication).toBe("INDETERMINATE");
  expect(report.subIndication).toBe("TIMESTAMP_ORDER_FAILURE");
});

test("a renewed proof passes still", async () => {
  const renewing = startExample();
  const made = await renewing.makeProof(await renewing.sealChain());
  const renewed = await renewPdf(made, renewing.ports);
  expect(await verify(renewed, renewing.trust())).toMatchObject({
    indication: "TOTAL-PASSED",
    seal: { level: "B-LTA" },
  });
});
