// A bundle as a whole: its manifest, its seal, and everything inside by its kind (ASiC-E, ETSI EN 319 162-1).

import { checkCms, checkStamp } from "../cms/check-cms.ts";
import { checkEvidence, checkJsonRecord } from "../evidence/check-evidence.ts";
import { checkLogProof } from "../log/check-log.ts";
import { digest, fromBase64, fromUtf8, isSame, sha256Hex } from "../octets/octets.ts";
import { checkProof } from "../pdf/check-proof.ts";
import type { Collector, FoundRecord } from "../report.ts";
import { attributeOf, elementsOf, hasName, only, textOf } from "../xml/find-element.ts";
import { parseXml } from "../xml/parse-xml.ts";

const TYPE = "application/vnd.etsi.asic-e+zip";
const MANIFEST = "META-INF/ASiCManifest001.xml";
const SEAL = "META-INF/signature001.p7s";
/** What no manifest can cover: it would cover itself. */
const UNCOVERED = ["mimetype", MANIFEST, SEAL];

type Files = ReadonlyMap<string, Uint8Array>;

export function isBundle(files: Files): boolean {
  const type = files.get("mimetype");
  return type !== undefined && new TextDecoder().decode(type) === TYPE;
}

/** `logKey` from outside, else the one inside; says which in `usedKey`. */
export async function checkBundle(
  report: Collector,
  name: string,
  files: Files,
  logKey: string | null,
): Promise<{ readonly usedKey: "typed" | "bundle" | null }> {
  await checkContainer(report, name, files);
  for (const [path, octets] of files) {
    if (path.startsWith("evidence/")) await checkEvidence(report, path, octets);
    else if (path.startsWith("records/")) await checkJsonRecord(report, path, octets);
    else if (path.startsWith("proofs/")) await checkProof(report, path, octets);
  }
  const own = files.get("trust/log.vkey");
  const key = logKey ?? (own ? new TextDecoder().decode(own).trim() : null);
  await checkLog(report, files, key);
  await checkKept(report, files);
  if (key === null) return { usedKey: null };
  return { usedKey: logKey === null ? "bundle" : "typed" };
}

async function checkContainer(report: Collector, name: string, files: Files): Promise<void> {
  const manifest = files.get(MANIFEST);
  await report.check("container_digests", name, async () => {
    if (!manifest) throw new TypeError("the manifest is missing");
    const covered = await requireDigests(manifest, files);
    const loose = [...files.keys()].filter((path) => !covered.has(path) && !UNCOVERED.includes(path));
    if (loose.length > 0) throw new TypeError(`not covered by the seal: ${loose.join(", ")}`);
  });
  await report.check("container_seal", name, async () => {
    const seal = files.get(SEAL);
    if (!seal || !manifest) throw new TypeError("the seal is missing");
    const { signer, timestamp, signature } = await checkCms(seal, manifest);
    report.certificates.push({ ...signer, use: "seal" });
    if (!timestamp) throw new TypeError("the seal has no timestamp");
    const { authority } = await checkStamp(timestamp, await digest(signature));
    report.certificates.push({ ...authority, use: "timestamp" });
  });
}

/** The paths that the manifest names; throws TypeError where one is not as it says. */
async function requireDigests(manifest: Uint8Array, files: Files): Promise<ReadonlySet<string>> {
  const root = parseXml(fromUtf8(manifest));
  if (!hasName(root, "asic:ASiCManifest")) throw new TypeError("not a manifest");
  const covered = new Set<string>();
  for (const reference of elementsOf(root, "asic:DataObjectReference")) {
    const path = attributeOf(reference, "URI") ?? "";
    const octets = files.get(path);
    if (!octets) throw new TypeError(`missing: ${path}`);
    const stated = fromBase64(textOf(only(reference, "ds:DigestValue")));
    if (!isSame(stated, await digest(octets))) throw new TypeError(`changed: ${path}`);
    covered.add(path);
  }
  return covered;
}

async function checkLog(report: Collector, files: Files, key: string | null): Promise<void> {
  const bySeq = new Map(report.records.map((record) => [record.facts.seq, record]));
  const proved = new Set<number>();
  for (const [path, octets] of files) {
    const seq = Number(/^log\/(\d+)\.json$/u.exec(path)?.[1] ?? Number.NaN);
    if (Number.isNaN(seq)) continue;
    proved.add(seq);
    await checkLogProof(report, path, { octets, leaf: bySeq.get(seq)?.leaf, key });
  }
  for (const record of bySeq.values())
    if (!proved.has(record.facts.seq)) report.open("log_inclusion", record.about);
}

/** Kept under the evidence is what a record names by digest. */
async function checkKept(report: Collector, files: Files): Promise<void> {
  const named = new Set(report.records.flatMap(({ facts }) => digestsIn(facts)));
  for (const [path, octets] of files) {
    if (!path.startsWith("kept/")) continue;
    await report.check("kept_named", path, async () => {
      if (!named.has(await sha256Hex(octets))) throw new TypeError("no record names it");
    });
  }
}

function digestsIn(facts: FoundRecord["facts"]): readonly string[] {
  return JSON.stringify(facts).match(/(?<=")[0-9a-f]{64}(?=")/gu) ?? [];
}
