import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyTimestampToken } from "@posthorn/pki";
import { exampleSealing } from "../example-sealing.ts";
import { lastTimestampEnds, sealLevel } from "../longterm/seal-level.ts";
import { verifyEvidenceXml } from "../verify/verify-evidence-xml.ts";
import { extendXades, renewXades } from "./extend-xades.ts";
import { archiveTimestamps, readSeal } from "./read-seal.ts";

const SCHEMAS = process.env.EVIDENCE_XSD_DIR ?? "";
const noSchemas =
  spawnSync("xmllint", ["--version"]).status !== 0 || !existsSync(join(SCHEMAS, "etsi-en-319-522-3.xsd"));

const KEYS = [
  { sealKey: "P-256" },
  { sealKey: "P-384", sealHash: "SHA-384" },
  { sealKey: "RSA-3072" },
] as const;

test.each(KEYS)(
  "a seal with $sealKey reaches B-LTA, is renewed, and still verifies after each",
  async (keys) => {
    const { sealed, pki, collect, timestamp } = await exampleSealing(keys);
    const roots = {
      trustedRoots: [pki.root.key.certificate],
      timestampRoots: [pki.tsaRoot.key.certificate],
    };
    const extended = await extendXades(sealed, { collect, timestamp });
    const renewed = await renewXades(extended, { collect, timestamp });
    expect(await Promise.all([sealed, extended, renewed].map(sealLevel))).toEqual(["B-T", "B-LTA", "B-LTA"]);
    for (const xml of [sealed, extended, renewed]) {
      expect(verifyEvidenceXml(xml, roots).checks.filter(({ ok }) => !ok)).toEqual([]);
    }
    expect(
      renewed.startsWith(extended.slice(0, extended.indexOf("</xades:UnsignedSignatureProperties>"))),
    ).toBe(true);
  },
);

test("every archive timestamp covers all that stands before it, and nothing after", async () => {
  const { sealed, pki, collect, timestamp } = await exampleSealing({});
  const extended = await extendXades(sealed, { collect, timestamp });
  const renewed = await renewXades(extended, { collect, timestamp });
  const archives = archiveTimestamps(renewed);
  expect(archives).toHaveLength(2);
  for (const { token, covered } of archives) {
    const digest = new Uint8Array(createHash("sha256").update(covered).digest());
    expect(verifyTimestampToken(token, digest, [pki.tsaRoot.key.certificate]).serial).not.toBe("");
  }
  expect(archives[0]).toEqual(archiveTimestamps(extended)[0]);
  const [first, second] = archives.map(({ covered }) => covered);
  expect(second?.startsWith(first ?? "?")).toBe(true);
  expect(second?.slice(first?.length)).toMatch(/^<xadesv141:ArchiveTimeStamp [^]*TimeStampValidationData/u);
  const changed = archiveTimestamps(renewed.replace("Zonen", "Zoden")).map(({ covered }) => covered);
  expect(changed[0]).not.toBe(first);
});

test("material is carried once, and apart from what key info and tokens hold", async () => {
  const { sealed, pki, collect, timestamp } = await exampleSealing({});
  const { material, certificates } = readSeal(await extendXades(sealed, { collect, timestamp }));
  expect(material.ocsps).toHaveLength(2);
  const all = [...material.certificates, ...certificates].map((der) => Buffer.from(der).toString("hex"));
  expect(new Set(all).size).toBe(all.length);
  expect(all).toContain(Buffer.from(pki.ocsp.key.certificate).toString("hex"));
});

test("the end of the newest timestamp's certificate is known", async () => {
  const { sealed, pki, collect, timestamp } = await exampleSealing({});
  expect(await lastTimestampEnds(sealed)).toEqual(pki.tsa.key.notAfter);
  const extended = await extendXades(sealed, { collect, timestamp });
  expect(await lastTimestampEnds(extended)).toEqual(pki.tsa.key.notAfter);
});

test("what has another level, or is not ours, is refused", async () => {
  const { sealed, unsigned, collect, timestamp } = await exampleSealing({});
  const ports = { collect, timestamp };
  const refused = { code: "evidence_not_extendable" };
  await expect(extendXades(unsigned, ports)).rejects.toMatchObject(refused);
  await expect(renewXades(sealed, ports)).rejects.toMatchObject(refused);
  const extended = await extendXades(sealed, ports);
  await expect(extendXades(extended, ports)).rejects.toMatchObject(refused);
  await expect(renewXades(`${extended}<x/>`, ports)).rejects.toMatchObject(refused);
});

test("a revoked certificate or an authority that is down fails the extension as it is", async () => {
  const { sealed, collect, timestamp } = await exampleSealing({});
  const down = new Error("down");
  const fail = () => Promise.reject(down);
  await expect(extendXades(sealed, { collect: fail, timestamp })).rejects.toBe(down);
  await expect(extendXades(sealed, { collect, timestamp: fail })).rejects.toBe(down);
});

test.skipIf(noSchemas)(
  "extended and renewed evidence is valid by the schemas (skipped: xmllint or EVIDENCE_XSD_DIR is missing)",
  async () => {
    const { sealed, collect, timestamp } = await exampleSealing({});
    const extended = await extendXades(sealed, { collect, timestamp });
    const folder = mkdtempSync(join(tmpdir(), "xades-"));
    writeFileSync(join(folder, "1.xml"), extended);
    writeFileSync(join(folder, "2.xml"), await renewXades(extended, { collect, timestamp }));
    const schema = join(SCHEMAS, "etsi-en-319-522-3.xsd");
    const args = ["--nonet", "--noout", "--schema", schema, join(folder, "1.xml"), join(folder, "2.xml")];
    const { status, stderr } = spawnSync("xmllint", args, { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(`${status} ${stderr}`).toMatch(/^0 /u);
  },
);
