import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { toPem } from "@posthorn/pki";
import { EXAMPLE_CANONICAL, EXAMPLE_FACTS, EXAMPLE_RANDOM } from "../example-facts.ts";
import { exampleSealing } from "../example-sealing.ts";
import { evidenceXml } from "../xml/evidence-xml.ts";
import { canonicalXml, only, parseXml } from "../xml/parse.ts";
import { signXades } from "./sign-xades.ts";

// the schemas of the standards, which are not ours to distribute: a folder with etsi-en-319-522-3.xsd and what it imports
const SCHEMAS = process.env.EVIDENCE_XSD_DIR ?? "";
const noXmlsec = spawnSync("xmlsec1", ["--version"]).status !== 0;
const noSchemas =
  spawnSync("xmllint", ["--version"]).status !== 0 || !existsSync(join(SCHEMAS, "etsi-en-319-522-3.xsd"));
const folder = mkdtempSync(join(tmpdir(), "xades-"));
afterAll(() => rmSync(folder, { recursive: true }));

function verifyWithXmlsec(xml: string, root: Uint8Array): string {
  writeFileSync(join(folder, "sealed.xml"), xml);
  writeFileSync(join(folder, "root.pem"), toPem(root));
  const ids = ["SignedProperties", "SignatureTimeStamp"].flatMap((name) => [
    "--id-attr:Id",
    `http://uri.etsi.org/01903/v1.3.2#:${name}`,
  ]);
  const args = [
    "--verify",
    "--trusted-pem",
    join(folder, "root.pem"),
    "--verification-gmt-time",
    "2026-11-21 09:00:00",
  ];
  const result = spawnSync("xmlsec1", [...args, ...ids, join(folder, "sealed.xml")], { encoding: "utf8" });
  return `${result.status} ${result.stdout}${result.stderr}`;
}

test.skipIf(noXmlsec).each(["P-256", "P-384", "RSA-3072"] as const)(
  "xmlsec1 verifies a seal with %s and notices a change (skipped: xmlsec1 is not installed)",
  async (sealKey) => {
    const { pki, sealed } = await exampleSealing({ sealKey });
    expect(verifyWithXmlsec(sealed, pki.root.key.certificate)).toMatch(/^0 [^]*OK/u);
    expect(verifyWithXmlsec(sealed, pki.root.key.certificate)).toContain(
      "SignedInfo References (ok/all): 2/2",
    );
    expect(verifyWithXmlsec(sealed.replace("Zonen", "Zoden"), pki.root.key.certificate)).not.toMatch(/^0 /u);
    expect(verifyWithXmlsec(sealed, pki.tsaRoot.key.certificate)).not.toMatch(/^0 /u);
  },
);

test.skipIf(noSchemas).each([EXAMPLE_FACTS, { ...EXAMPLE_FACTS, ...bareFacts() }])(
  "evidence and seal are valid by the schemas (skipped: xmllint or EVIDENCE_XSD_DIR is missing)",
  async (facts) => {
    const { unsigned, sealed } = await exampleSealing({ facts });
    for (const xml of [unsigned, sealed]) {
      writeFileSync(join(folder, "evidence.xml"), xml);
      const schema = join(SCHEMAS, "etsi-en-319-522-3.xsd");
      const args = ["--nonet", "--noout", "--schema", schema, join(folder, "evidence.xml")];
      expect(spawnSync("xmllint", args, { encoding: "utf8" }).stderr).toContain("validates");
    }
    const properties = only(parseXml(sealed), "ds:Signature", "ds:Object", "xades:QualifyingProperties");
    writeFileSync(join(folder, "properties.xml"), canonicalXml(properties));
    const args = [
      "--nonet",
      "--noout",
      "--schema",
      join(SCHEMAS, "XAdES01903v132-202407.xsd"),
      join(folder, "properties.xml"),
    ];
    expect(spawnSync("xmllint", args, { encoding: "utf8" }).stderr).toContain("validates");
  },
);

/** The least that a record holds. */
function bareFacts() {
  const {
    notice: _notice,
    decision_page: _page,
    collector: _collector,
    reasons: _reasons,
    details: _details,
    ...rest
  } = EXAMPLE_FACTS;
  return { ...rest, reasons: [], policies: [], parts: [], type: "SubmissionRejection" };
}

test("what is written is already in the form that is hashed", async () => {
  const { unsigned, sealed } = await exampleSealing({});
  expect(unsigned.slice(unsigned.indexOf("\n") + 1)).toBe(canonicalXml(parseXml(unsigned)));
  expect(sealed.slice(sealed.indexOf("\n") + 1)).toContain(
    canonicalXml(parseXml(unsigned)).slice(0, -"</e:Evidence>".length),
  );
});

test.skipIf(noSchemas)(
  "libxml2 canonicalises it to the same octets (skipped: xmllint is missing)",
  async () => {
    const { unsigned } = await exampleSealing({});
    writeFileSync(join(folder, "unsigned.xml"), unsigned);
    const canonical = execFileSync("xmllint", ["--nonet", "--exc-c14n", join(folder, "unsigned.xml")], {
      encoding: "utf8",
    });
    expect(unsigned.slice(unsigned.indexOf("\n") + 1)).toBe(canonical.trimEnd());
  },
);

test("the same record always gives the same XML", async () => {
  const { stamp, unsigned } = await exampleSealing({});
  expect(evidenceXml(EXAMPLE_FACTS, EXAMPLE_CANONICAL, EXAMPLE_RANDOM, stamp)).toBe(unsigned);
});

test("a record of our own types has no XML", async () => {
  const { stamp } = await exampleSealing({});
  const own = { ...EXAMPLE_FACTS, type: "SmsFailure" };
  expect(() => evidenceXml(own, EXAMPLE_CANONICAL, EXAMPLE_RANDOM, stamp)).toThrow(TypeError);
});

test("a key that answers later works, and its failure leaves nothing sealed", async () => {
  const { pki, unsigned, timestamp, now } = await exampleSealing({});
  const remote = { ...pki.seal.key, sign: () => Promise.reject(new Error("the HSM is away")) };
  await expect(signXades(unsigned, remote, { signedAt: now, timestamp })).rejects.toThrow("the HSM is away");
  const failing = () => Promise.reject(new Error("no stamp"));
  await expect(signXades(unsigned, pki.seal.key, { signedAt: now, timestamp: failing })).rejects.toThrow(
    "no stamp",
  );
});

test("only unsigned evidence is sealed", async () => {
  const { pki, sealed, timestamp, now } = await exampleSealing({});
  for (const xml of [sealed, "<a/>", ""]) {
    await expect(signXades(xml, pki.seal.key, { signedAt: now, timestamp })).rejects.toThrow(
      "evidence_not_sealable",
    );
  }
});
