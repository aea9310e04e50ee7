// Long-term seals, looked at with the tools that every court's expert has.

import { join } from "node:path";
import { expect, test } from "vitest";
import { archiveTimestamps, readSeal } from "@posthorn/evidence";
import { toPem } from "@posthorn/pki";
import { extend, makeProof, openAuthority, PROOFS, sealRecords } from "./make-seals.ts";
import { inFolder, needs, needsSchemas, SCHEMAS } from "./outside-tools.ts";

const KEYS = [
  { sealKey: "P-256" },
  { sealKey: "P-384", sealHash: "SHA-384" },
  { sealKey: "RSA-3072" },
] as const;
const forXml = needsSchemas(needs("xmlsec1", "xmllint", "openssl"));
const forPdf = needs("pdfsig", "qpdf", "openssl");

async function extended(keys: (typeof KEYS)[number]) {
  const authority = openAuthority(keys);
  const records = await sealRecords(PROOFS["proof_of_submission"] ?? [], authority);
  const pdf = await extend(await makeProof("proof_of_submission", records, authority), authority);
  const xml = await extend(records[0]?.xml ?? "", authority);
  const { root, tsaRoot } = authority.pki;
  const [rootPem = "", tsaPem = ""] = [root, tsaRoot].map(({ key }) => toPem(key.certificate));
  const at = String(Math.floor(authority.now().epochMilliseconds / 1000));
  return { authority, pdf, xml, rootPem, tsaPem, at };
}

const stamped = (at: string) => [
  "ts",
  "-verify",
  "-data",
  "covered",
  "-in",
  "token",
  "-token_in",
  "-attime",
  at,
  "-CAfile",
  "tsa.pem",
];

test.skipIf(forXml.missing).each(KEYS)(`XML sealed with $sealKey${forXml.note}`, async (keys) => {
  const { authority, xml, rootPem, tsaPem, at } = await extended(keys);
  const [archive] = archiveTimestamps(xml);
  const { material } = readSeal(xml);
  const files = { "a.xml": xml, "root.pem": rootPem, "tsa.pem": tsaPem };
  const more = {
    covered: archive?.covered ?? "",
    token: archive?.token ?? "",
    seal: toPem(authority.pki.seal.key.certificate),
  };
  const statuses = material.ocsps.map((ocsp, index) => [`ocsp-${index}`, ocsp] as const);
  inFolder({ ...files, ...more, ...Object.fromEntries(statuses) }, (run) => {
    const schema = join(SCHEMAS ?? "", "etsi-en-319-522-3.xsd");
    expect(run("xmllint", "--nonet", "--noout", "--schema", schema, "a.xml").text).toContain(
      "a.xml validates",
    );
    const when = authority.now().toString({ smallestUnit: "second" }).replace("T", " ").replace("Z", "");
    const id = "http://uri.etsi.org/01903/v1.3.2#:SignedProperties";
    const trust = ["--trusted-pem", "root.pem", "--verification-gmt-time", when, "--id-attr:Id", id];
    expect(run("xmlsec1", "--verify", ...trust, "a.xml").status).toBe(0);
    expect(run("openssl", ...stamped(at)).text).toContain("Verification: OK");
    const said = statuses.map(([name]) => {
      const asked = ["-respin", name, "-issuer", "root.pem", "-cert", "seal", "-CAfile", "root.pem"];
      return run("openssl", "ocsp", ...asked, "-attime", at, "-no_nonce", "-validity_period", "2000000000")
        .text;
    });
    expect(said.some((text) => text.includes("Response verify OK") && text.includes("seal: good"))).toBe(
      true,
    );
  });
});

test.skipIf(forPdf.missing).each(KEYS)(`PDF sealed with $sealKey${forPdf.note}`, async (keys) => {
  const { pdf, rootPem, tsaPem, at } = await extended(keys);
  const [seal, stamp] = signatures(pdf);
  if (!seal || !stamp) throw new Error("not a seal and a document timestamp");
  const files = { "a.pdf": pdf, "root.pem": rootPem, "tsa.pem": tsaPem };
  const more = {
    "seal.der": seal.contents,
    sealed: seal.covered,
    token: stamp.contents,
    covered: stamp.covered,
  };
  inFolder({ ...files, ...more }, (run) => {
    expect(run("qpdf", "--check", "a.pdf").text).toContain("No syntax or stream encoding errors");
    expect(run("pdfsig", "-nocert", "a.pdf").text).toContain("Signature is Valid");
    const cms = [
      "-in",
      "seal.der",
      "-inform",
      "DER",
      "-content",
      "sealed",
      "-CAfile",
      "root.pem",
      "-out",
      "out",
    ];
    const said = run(
      "openssl",
      "cms",
      "-verify",
      "-cades",
      "-binary",
      "-purpose",
      "any",
      "-attime",
      at,
      ...cms,
    );
    expect(said.text).toContain("CAdES Verification successful");
    expect(run("openssl", ...stamped(at)).text).toContain("Verification: OK");
  });
});

/** Contents without the zeros behind them, and what they cover, in the order of the file. */
function signatures(pdf: Uint8Array): { contents: Uint8Array; covered: Uint8Array }[] {
  const text = Buffer.from(pdf).toString("latin1");
  return [...text.matchAll(/\/ByteRange \[ 0 (\d+) (\d+) (\d+)/gu)].map(([, length, second, rest]) => {
    const end = Number(second) + Number(rest);
    const room = Buffer.from(text.slice(Number(length) + 1, Number(second) - 1), "hex");
    return {
      contents: room.subarray(0, 4 + room.readUInt16BE(2)),
      covered: Buffer.concat([pdf.subarray(0, Number(length)), pdf.subarray(Number(second), end)]),
    };
  });
}
