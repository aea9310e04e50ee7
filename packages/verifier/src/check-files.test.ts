import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { inclusionPaths, stampedDigest } from "@posthorn/evidence";
import { sampleBundle } from "@posthorn/testkit";
import { expect, test } from "vitest";
import { checkFiles } from "./check-files.ts";
import { toHex, utf8 } from "./octets/octets.ts";
import type { Report } from "./report.ts";
import { readZip } from "./zip/read-zip.ts";

function failed(report: Report): readonly string[] {
  return report.findings.filter(({ outcome }) => outcome === "failed").map(({ check }) => check);
}
const bundleOf = (octets: Uint8Array) => [{ name: "bundle.asice", octets }];
const ORIGINAL = { name: "message.txt", octets: utf8("text") };

test.each(["P-256", "P-384", "RSA-3072"] as const)(
  "a bundle sealed with %s fits together, and its original is found the same",
  async (sealKey) => {
    const { bytes, request } = await sampleBundle({ sealKey });
    const report = await checkFiles([...bundleOf(bytes), ORIGINAL], null);
    expect(failed(report)).toEqual([]);
    expect(report).toMatchObject({ outcome: "passed", complete: true, afterFinal: 0, logKey: null });
    expect(report.records.map(({ leaf }) => leaf)).toEqual(request.records.map(({ leaf }) => leaf));
    expect(report.parts).toMatchObject([{ name: "message.txt", compared: "same", file: "message.txt" }]);
    expect(report.certificates.map(({ use }) => use).toSorted()).toEqual(["seal", "timestamp"]);
    expect(report.records.every(({ stampedAt }) => stampedAt === "2026-11-21T09:02:15Z")).toBe(true);
  },
);

test("an original that was changed is different, one that is not named is unknown", async () => {
  const { bytes } = await sampleBundle();
  const changed = { name: "message.txt", octets: utf8("texT") };
  const report = await checkFiles(
    [...bundleOf(bytes), changed, { name: "x.pdf", octets: utf8("%PDF-1.7") }],
    null,
  );
  expect(report).toMatchObject({ outcome: "failed", parts: [{ compared: "different" }], unknown: ["x.pdf"] });
});

test("a part as printed is known by its digest and listed under its part, whatever it is called", async () => {
  const print = utf8("%PDF-1.7 as printed");
  const { bytes } = await sampleBundle({ originals: [{ name: "message.txt", bytes: utf8("text"), print }] });
  const check = (name: string, octets: Uint8Array) =>
    checkFiles([...bundleOf(bytes), { name, octets }], null);
  for (const name of ["paper.pdf", "message.txt"]) {
    const report = await check(name, print);
    expect(report).toMatchObject({ outcome: "passed", unknown: [] });
    expect(report.parts).toMatchObject([
      { name: "message.txt", asPrinted: false, compared: "not_given", file: null },
      { name: "message.txt", asPrinted: true, compared: "same", file: name, size: print.length },
    ]);
  }
  const other = await check("paper.pdf", utf8("%PDF-1.7 as printed?"));
  expect(other).toMatchObject({ parts: [{ asPrinted: false }], unknown: ["paper.pdf"] });
});

test("open and longer chains are told", async () => {
  const open = await checkFiles(bundleOf((await sampleBundle({ open: true })).bytes), null);
  expect(open).toMatchObject({ outcome: "passed", complete: false });
  expect(open.findings).toContainEqual({ check: "closing", outcome: "open", about: "" });
  const later = await checkFiles(bundleOf((await sampleBundle({ later: true })).bytes), null);
  expect(later).toMatchObject({ outcome: "passed", complete: true, afterFinal: 1 });
});

/** The log of these leaves, signed by a key of its own. */
function sampleLog() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  const raw = Buffer.concat([Buffer.of(1), Buffer.from(x, "base64url")]);
  const origin = "verify.posthorn.example/log";
  const id = createHash("sha256").update(`${origin}\n`).update(raw).digest().subarray(0, 4);
  const logKey = `${origin}+${id.toString("hex")}+${raw.toString("base64")}`;
  const logProofs = (leaves: readonly Uint8Array[]) => {
    const root = Buffer.from(stampedDigest(leaves)).toString("base64");
    const text = `${origin}\n${leaves.length}\n${root}\n`;
    const value = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString("base64");
    return inclusionPaths(leaves).map(({ index, hashes }) => ({
      index,
      leaf: Buffer.from(leaves[index] ?? []).toString("hex"),
      inclusion: hashes,
      checkpoint: `${text}\n\u2014 ${origin} ${value}\n`,
      timestamp: null,
    }));
  };
  return { logKey, logProofs };
}

test("the log is checked with the typed key rather than the one inside, and says which", async () => {
  const { logKey, logProofs } = sampleLog();
  const { bytes } = await sampleBundle({ logKey, logProofs });
  const inside = await checkFiles(bundleOf(bytes), null);
  expect(inside).toMatchObject({ outcome: "passed", logKey: "bundle" });
  expect(inside.findings.filter(({ check }) => check === "log_signature")).toHaveLength(4);
  expect(await checkFiles(bundleOf(bytes), logKey)).toMatchObject({ outcome: "passed", logKey: "typed" });
  const other = await checkFiles(bundleOf(bytes), sampleLog().logKey);
  expect(other).toMatchObject({ outcome: "failed", logKey: "typed" });
  expect(new Set(failed(other))).toEqual(new Set(["log_signature"]));
  expect(failed(await checkFiles(bundleOf(bytes), "nonsense"))).toContain("log_signature");
});

/** The unpacked files of a bundle as if each had been dropped by itself. */
async function loose(octets: Uint8Array, pattern: RegExp) {
  const files = await readZip(octets);
  return [...files].filter(([path]) => pattern.test(path)).map(([name, bytes]) => ({ name, octets: bytes }));
}

test.each([
  ["a word of the evidence", /<e:MessageIdentifier>dlv_/u, "<e:MessageIdentifier>dlx_", "document_digests"],
  ["the seal value", /(<ds:SignatureValue[^>]*>)(.)/u, "$1A", "document_seal"],
  ["the time of the seal", /<xades:SigningTime>2026/u, "<xades:SigningTime>2025", "document_digests"],
])("evidence by itself: %s changed is found", async (_, pattern, replacement, check) => {
  const [evidence] = await loose((await sampleBundle()).bytes, /evidence\/01/u);
  if (!evidence) throw new Error("no evidence");
  const good = await checkFiles([evidence], null);
  expect(good).toMatchObject({ outcome: "passed", complete: null });
  const text = new TextDecoder().decode(evidence.octets);
  const changed = text.replace(pattern, replacement);
  expect(changed).not.toBe(text);
  const report = await checkFiles([{ ...evidence, octets: utf8(changed) }], null);
  expect(report.outcome).toBe("failed");
  expect(failed(report)).toContain(check);
});

test("no changed octet of a bundle passes, but in what the seal brings along unsigned", async () => {
  const { bytes } = await sampleBundle({ open: true });
  const places = Array.from({ length: 30 }, (_, n) => Math.floor((bytes.length / 30) * n) + 70);
  for (const place of places.filter((at) => at < bytes.length - 400)) {
    const changed = Uint8Array.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ 1;
    const report = await checkFiles(bundleOf(changed), null);
    // dates in the zip are nobody's statement; certificates above the signer's are for whoever judges trust
    const passed = report.outcome === "passed" ? await differing(bytes, changed) : [];
    expect(passed, `octet ${place}`).toEqual([]);
  }
});

async function differing(a: Uint8Array, b: Uint8Array): Promise<readonly string[]> {
  const [one, two] = [await readZip(a), await readZip(b)];
  const paths = [...one.keys()].filter((path) => toHex(one.get(path) ?? a) !== toHex(two.get(path) ?? a));
  return paths.filter((path) => path !== "META-INF/signature001.p7s");
}

test.each([
  ["nothing", new Uint8Array()],
  ["half a zip", utf8("PK\u0003\u0004")],
  ["an entity bomb", utf8('<!DOCTYPE a [<!ENTITY b "c">]><e:Evidence>&b;</e:Evidence>')],
  ["empty evidence", utf8("<e:Evidence/>")],
  ["a page", readFileSync(new URL(import.meta.url))],
])("%s gives an answer and no error", async (_, octets) => {
  const report = await checkFiles([{ name: "x", octets }], null);
  expect(report.outcome).not.toBe("passed");
  expect(report.records).toEqual([]);
});
