// What the service gives out is what the standards say, according to software that is not ours.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStack } from "../actors/open-stack.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { inFolder, needs, needsSchemas, SCHEMAS } from "./outside-tools.ts";
import { type Lives, playLives } from "./play-lives.ts";
import { readStamp } from "./read-stamp.ts";

let stack: TestStack;
let lives: Lives;

beforeAll(async () => {
  stack = await openStack();
  lives = await playLives(stack);
}, 240_000);

afterAll(() => stack.stop());

const xmllint = needsSchemas(needs("xmllint"));
const xmlsec = needs("xmlsec1");
const openssl = needs("openssl");
const pdfsig = needs("pdfsig");
const qpdf = needs("qpdf", "pdffonts");
const pdfdetach = needs("pdfdetach");

test("every ending leaves the evidence that the rules ask for", () => {
  const types = new Set(lives.evidence.map((each) => each.type));
  for (const type of [
    "SubmissionAcceptance",
    "NotificationForAcceptance",
    "NotificationForAcceptanceFailure",
    "ConsignmentAcceptance",
    "ConsignmentRejection",
    "AcceptanceRejectionExpiry",
    "ContentConsignment",
    "ContentHandover",
  ]) {
    expect(types, type).toContain(type);
  }
});

test.skipIf(xmllint.missing)(`every evidence is valid by ETSI EN 319 522-3${xmllint.note}`, () => {
  for (const { name, bytes } of lives.evidence) {
    const said = inFolder({ "evidence.xml": bytes }, (run) =>
      run(
        "xmllint",
        "--nonet",
        "--noout",
        "--schema",
        join(SCHEMAS ?? "", "etsi-en-319-522-3.xsd"),
        "evidence.xml",
      ),
    );
    expect(said.text, name).toContain("evidence.xml validates");
  }
});

test.skipIf(xmlsec.missing)(
  `xmlsec1 verifies every seal up to the root, and none after a change${xmlsec.note}`,
  () => {
    for (const { name, bytes } of lives.evidence) {
      const whole = Buffer.from(bytes).toString("utf8");
      const changed = whole.replace(
        /(<e:SubmissionTime>\d{3})(\d)/,
        (_, before: string, digit: string) => `${before}${(Number(digit) + 1) % 10}`,
      );
      expect(changed, name).not.toBe(whole);
      expect(verifyXml(whole), name).toMatch(/^0 [^]*OK/);
      expect(verifyXml(changed), name).not.toMatch(/^0 /);
    }
  },
);

function verifyXml(xml: string): string {
  const { status, text } = inFolder({ "evidence.xml": xml, "root.pem": lives.rootPem }, (run) =>
    run(
      "xmlsec1",
      "--verify",
      "--enabled-key-data",
      "x509",
      "--trusted-pem",
      "root.pem",
      "--id-attr:Id",
      "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
      "evidence.xml",
    ),
  );
  return `${status} ${text}`;
}

test.skipIf(openssl.missing)(
  `openssl verifies the time stamp of every record, reckoned anew from the record${openssl.note}`,
  () => {
    for (const { name, bytes, type } of lives.evidence) {
      const { token, digest, canonical } = readStamp(Buffer.from(bytes).toString("utf8"));
      expect(JSON.parse(canonical), name).toMatchObject({ type });
      const verify = (imprint: string) =>
        inFolder({ "token.der": token, "tsa.pem": lives.tsaRootPem }, (run) =>
          run(
            "openssl",
            "ts",
            "-verify",
            "-digest",
            imprint,
            "-in",
            "token.der",
            "-token_in",
            "-CAfile",
            "tsa.pem",
          ),
        );
      expect(verify(digest).text, name).toContain("Verification: OK");
      expect(verify(`${digest.slice(0, 63)}${digest.endsWith("0") ? "1" : "0"}`).status, name).not.toBe(0);
    }
  },
);

test.skipIf(pdfsig.missing)(
  `pdfsig finds one valid seal in every proof, and a document timestamp over the whole of it${pdfsig.note}`,
  () => {
    for (const { name, bytes } of lives.proofs) {
      const { text } = inFolder({ "proof.pdf": bytes }, (run) => run("pdfsig", "-nocert", "proof.pdf"));
      for (const line of ["Signature is Valid", "ETSI.CAdES.detached", "Total document signed"])
        expect(text, name).toContain(line);
      expect(text.match(/^Signature #/gm), name).toHaveLength(2);
      expect(text.match(/Signature is Valid/g), name).toHaveLength(1);
      expect(text.indexOf("Total document signed"), name).toBeGreaterThan(text.indexOf("Signature #2"));
    }
  },
);

test.skipIf(openssl.missing)(
  `openssl verifies the CMS of every proof as CAdES, up to the root${openssl.note}`,
  () => {
    for (const { name, bytes } of lives.proofs) {
      const pdf = Buffer.from(bytes);
      const [, a, b, c] =
        /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(pdf.toString("latin1"))?.map(Number) ?? [];
      if (a === undefined || b === undefined || c === undefined) throw new Error(`${name} has no ByteRange.`);
      // Behind the seal only validation data and the document timestamp.
      expect(b + c, name).toBeLessThan(pdf.length);
      const files = {
        // The room for the signature is filled up with zeros; DER says its own length.
        "seal.der": Buffer.from(pdf.subarray(a + 1, b - 1).toString("latin1"), "hex"),
        signed: Buffer.concat([pdf.subarray(0, a), pdf.subarray(b, b + c)]),
        "root.pem": lives.rootPem,
      };
      const { text } = inFolder(files, (run) =>
        run(
          "openssl",
          "cms",
          "-verify",
          "-cades",
          "-binary",
          "-inform",
          "DER",
          "-in",
          "seal.der",
          "-content",
          "signed",
          "-CAfile",
          "root.pem",
          "-out",
          "nothing",
        ),
      );
      expect(text, name).toContain("CAdES Verification successful");
    }
  },
);

test.skipIf(qpdf.missing)(`every proof is a sound PDF with all its fonts inside${qpdf.note}`, () => {
  for (const { name, bytes } of lives.proofs) {
    inFolder({ "proof.pdf": bytes }, (run) => {
      expect(run("qpdf", "--check", "proof.pdf").text, name).toContain("No syntax or stream encoding errors");
      const fonts = run("pdffonts", "proof.pdf")
        .text.split("\n")
        .slice(2)
        .filter((line) => line !== "");
      expect(fonts.length, name).toBeGreaterThan(0);
      for (const font of fonts) expect(font, name).toMatch(/ yes +yes +yes /);
    });
  }
});

test.skipIf(pdfdetach.missing)(
  `the XML inside every proof is to the octet what the API gives out${pdfdetach.note}`,
  () => {
    const known = new Set(lives.evidence.map(({ bytes }) => Buffer.from(bytes).toString("utf8")));
    for (const { name, bytes } of lives.proofs) {
      const files = attachmentsOf(bytes);
      expect(files.length, name).toBeGreaterThan(0);
      for (const xml of files) expect(known.has(xml), name).toBe(true);
    }
  },
);

function attachmentsOf(pdf: Uint8Array): readonly string[] {
  return inFolder({ "proof.pdf": pdf }, (run, folder) => {
    run("pdfdetach", "-saveall", "-o", folder, "proof.pdf");
    return readdirSync(folder)
      .filter((file) => file.endsWith(".xml"))
      .map((file) => readFileSync(join(folder, file), "utf8"));
  });
}
