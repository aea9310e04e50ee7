import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { placeSignature, reserveSignature, signedRanges, writePdf } from "@posthorn/documents";
import { signCms } from "@posthorn/pki";
import { expect, test } from "vitest";
import { writeZip } from "../bundle/write-zip.ts";
import { signPdf } from "../pades/sign-pdf.ts";
import { inFolder, isInstalled } from "../proofs/read-pdf.ts";
import { extendXades } from "../xades/extend-xades.ts";
import { startExample } from "./example-proof.ts";
import { MAX_FILE_OCTETS, verifyFile } from "./verify-file.ts";

const example = startExample();
const chain = await example.sealChain();
const [first] = chain;
if (!first) throw new Error("no record");
const proof = Buffer.from(await example.makeProof(chain));
const xml = await example.extendXml(first.sealed);
const trust = example.trust(example.now().add({ minutes: 1 }));

async function said(bytes: Uint8Array | string, under = trust) {
  const report = await verifyFile({ name: "x", bytes: Buffer.from(bytes) }, [], under);
  const failure = report.checks.find(({ ok }) => !ok);
  return [report.indication, report.subIndication, failure?.name, failure?.detail];
}

const format = (detail: string): unknown[] => [
  "TOTAL-FAILED",
  "FORMAT_FAILURE",
  "format",
  expect.stringContaining(detail),
];

test("what is no proof is said to be none", async () => {
  expect(await said("")).toEqual(format("empty"));
  expect(await said("hello")).toEqual(format("neither"));
  expect(await said(new Uint8Array(MAX_FILE_OCTETS + 1))).toEqual(format("larger than any proof"));
  expect(await said(`junk\n${proof.toString("latin1")}`)).toEqual(format("neither"));
  expect(await said("%PDF-1.7\n")).toEqual(format("no cross-reference"));
  expect(await said("PK\u0003\u0004")).toEqual(format("no directory"));
});

test("a proof cut off anywhere is told from a whole one", async () => {
  for (const share of [0.1, 0.5, 0.9, 0.99]) {
    expect((await said(proof.subarray(0, Math.floor(proof.length * share))))[0]).toBe("TOTAL-FAILED");
    expect((await said(xml.slice(0, Math.floor(xml.length * share))))[0]).toBe("TOTAL-FAILED");
  }
});

test("document types, entities and entity bombs are refused before they are read", async () => {
  const bomb = `<!DOCTYPE a [<!ENTITY b "${"x".repeat(1000)}"><!ENTITY c "${"&b;".repeat(1000)}">]><a>${"&c;".repeat(1000)}</a>`;
  expect(await said(bomb)).toEqual(format("document type"));
  expect(await said('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')).toEqual(
    format("document type"),
  );
  expect(await said(`<a>${"x".repeat(5_000_000)}</a>`)).toEqual(format("too long"));
});

// The newest timestamp covers all before it; of its own token its signature leaves out certificates sent along.
const PROOF_COVERED = proof.lastIndexOf("/Contents <");
const XML_COVERED = Buffer.from(xml).lastIndexOf("<xades:EncapsulatedTimeStamp>");

test("a changed octet anywhere in a proof or in evidence never passes", async () => {
  const flipped = (bytes: Buffer, at: number) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 4;
    return copy;
  };
  for (let at = 3; at < PROOF_COVERED; at += Math.ceil(PROOF_COVERED / 24)) {
    expect([at, (await said(flipped(proof, at)))[0]]).not.toEqual([at, "TOTAL-PASSED"]);
  }
  const octets = Buffer.from(xml);
  for (let at = 50; at < XML_COVERED; at += Math.ceil(XML_COVERED / 16)) {
    expect([at, (await said(flipped(octets, at)))[0]]).not.toEqual([at, "TOTAL-PASSED"]);
  }
});

async function blankPdf(): Promise<Uint8Array> {
  return writePdf({
    pages: [[{ kind: "path", path: "M 0 0 L 10 10", x: 50, y: 50, stroke: [0, 0, 0] }]],
    title: "A contract",
    author: "Somebody",
    subject: "Contract",
    language: "en",
    madeAt: example.now(),
    attachments: [],
  });
}

async function signPlainly(pdf: Uint8Array): Promise<Uint8Array> {
  const { key } = example.pki.seal;
  const reserved = await reserveSignature(pdf, {
    signer: "Somebody",
    reason: "agreed",
    signedAt: example.now(),
    room: 8000,
  });
  const hash = createHash("sha256");
  for (const range of signedRanges(reserved)) hash.update(range);
  return placeSignature(reserved, await signCms({ contentDigest: hash.digest(), key }));
}

test("a PDF that others signed is no proof, whatever its signature is worth", async () => {
  expect(await said(await blankPdf())).toEqual([
    "INDETERMINATE",
    "NO_SIGNING_CERTIFICATE_FOUND",
    "signature",
    "the PDF carries no seal",
  ]);
  const plain = await signPlainly(await blankPdf());
  const report = await verifyFile({ name: "x", bytes: plain }, [], trust);
  expect(report).toMatchObject({ kind: "unknown", indication: "INDETERMINATE", seal: { level: "B-B" } });
  expect(report.checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual([
    "signature_timestamp",
    "revocation",
    "attached_evidence",
  ]);
  expect(
    (
      await said(Buffer.from(plain).toString("latin1").replace("ETSI.CAdES.detached", "adbe.x509.rsa_sha1 "))
    )[0],
  ).toBe("TOTAL-FAILED");
});

test("a second signature, and anything saved after the seal, is found", async () => {
  const again = await signPdf(proof, example.pki.seal.key, example.timestamp, {
    now: example.now(),
    reason: "again",
  });
  const report = await verifyFile({ name: "x", bytes: again }, [], example.trust());
  expect(report.checks).toContainEqual({
    name: "byte_range",
    ok: false,
    detail: "another signature was added after the seal",
  });
  const added = Buffer.concat([proof, Buffer.from("\n% a comment behind the end\n")]);
  expect(await said(added)).toEqual(format("does not end where it should"));
  expect((await said(Buffer.concat([proof, Buffer.from("\n")]))).slice(0, 3)).toEqual([
    "TOTAL-FAILED",
    "FORMAT_FAILURE",
    "byte_range",
  ]);
});

test("an update that replaces what a page shows, or the attached evidence, is found", async () => {
  const text = proof.toString("latin1");
  const page = /(\d+) 0 obj\s*<<\s*\/Type \/Page\s/u.exec(text)?.[1] ?? "";
  const names = /\/EmbeddedFiles (\d+) 0 R/u.exec(text)?.[1] ?? /\/Names (\d+) 0 R/u.exec(text)?.[1] ?? "";
  const root = /\/Root (\d+) 0 R/u.exec(text)?.[1] ?? "";
  const size =
    text
      .matchAll(/\/Size (\d+)/gu)
      .toArray()
      .at(-1)?.[1] ?? "";
  const previous =
    text
      .matchAll(/startxref\s+(\d+)/gu)
      .toArray()
      .at(-1)?.[1] ?? "";
  const update = (number: string, object: string) => {
    const offset = proof.length;
    const written = `${number} 0 obj\n${object}\nendobj\n`;
    const table = `xref\n${number} 1\n${String(offset).padStart(10, "0")} 00000 n \n`;
    const trailer = `trailer\n<< /Size ${size} /Root ${root} 0 R /Prev ${previous} >>\nstartxref\n${offset + written.length}\n%%EOF\n`;
    return Buffer.concat([proof, Buffer.from(written + table + trailer, "latin1")]);
  };
  expect([page, root, size, previous]).not.toContain("");
  const shown = update(page, "<< /Type /Page /MediaBox [0 0 9 9] >>");
  expect((await said(shown)).slice(0, 3)).toEqual(["TOTAL-FAILED", "FORMAT_FAILURE", "byte_range"]);
  const catalog = update(root, "<< /Type /Catalog /Pages 1 0 R >>");
  expect((await said(catalog))[0]).not.toBe("TOTAL-PASSED");
  if (names !== "") expect((await said(update(names, "<< /Names [] >>")))[0]).not.toBe("TOTAL-PASSED");
});

test.skipIf(!isInstalled("qpdf"))("an encrypted PDF is told (skipped: qpdf is not installed)", async () => {
  const encrypted = inFolder({ "a.pdf": proof }, (folder) => {
    const args = ["--encrypt", "", "owner", "256", "--", join(folder, "a.pdf"), join(folder, "b.pdf")];
    execFileSync("qpdf", args);
    return readFileSync(join(folder, "b.pdf"));
  });
  expect(await said(encrypted)).toEqual(format("encrypted"));
});

test("a PDF stream that unfolds without end is not followed", async () => {
  const bomb = deflateRawSync(Buffer.alloc(80 * 1024 * 1024), { level: 9 });
  // zlib framing around the raw stream; the checksum is never reached
  const data = Buffer.concat([Buffer.from([0x78, 0x9c]), bomb, Buffer.alloc(4)]);
  const head = Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /XRef /W [1 4 2] /Size 9 /Root 2 0 R /Filter /FlateDecode /Length ${data.length} >>\nstream\n`,
  );
  const tail = Buffer.from("\nendstream\nendobj\nstartxref\n9\n%%EOF\n");
  expect((await said(Buffer.concat([head, data, tail]))).slice(0, 3)).toEqual([
    "TOTAL-FAILED",
    "FORMAT_FAILURE",
    "format",
  ]);
});

const zip = (entries: Parameters<typeof writeZip>[0]) => writeZip(entries, example.now());
const file = (path: string, bytes: Uint8Array = Buffer.from("x")) => ({ path, bytes });

test("zips that are made to harm are refused as a whole", async () => {
  for (const path of ["../x", "/x", "a/../x", "a\\b", "C:x", "a//b", "./x", "x\u0000y", "x\ny"]) {
    expect(await said(zip([file("ok"), file(path)])), path).toEqual(format("has the name"));
  }
  expect(await said(zip([file("a"), file("A")]))).toEqual(format("same name"));
  expect(await said(zip([file("a"), file("a")]))).toEqual(format("same name"));
  expect(await said(zip(Array.from({ length: 2001 }, (_, index) => file(`f${index}`))))).toEqual(
    format("too many files"),
  );
  expect(await said(zip([file("zeros", Buffer.alloc(8 * 1024 * 1024))]))).toEqual(
    format("unfolds to too much"),
  );
});

test("a zip that lies about its files is refused", async () => {
  const honest = Buffer.from(zip([file("one", Buffer.from("first")), file("two", Buffer.from("second"))]));
  const directory = honest.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const lie = (at: number, value: number) => {
    const copy = Buffer.from(honest);
    copy.writeUInt8(value, at);
    return copy;
  };
  const cases = {
    "another name where it stands": lie(30, 0x78),
    "another sum": lie(directory + 16, (honest[directory + 16] ?? 0) ^ 1),
    "another size": lie(directory + 24, 4),
    encrypted: lie(directory + 8, 1),
    "an unknown compression": lie(directory + 10, 9),
    "two files at one place": lie(directory + 46 + 3 + 42, 0),
    "bytes behind the end": Buffer.concat([honest, Buffer.from("x")]),
  };
  for (const [name, bytes] of Object.entries(cases)) {
    expect([name, (await said(bytes))[1], (await said(bytes))[2]]).toEqual([
      name,
      "FORMAT_FAILURE",
      "format",
    ]);
  }
});

test("a zip in a zip is not opened", async () => {
  const inner = zip([file("evidence.xml", Buffer.from(xml))]);
  expect(await said(zip([file("inner.zip", inner)]))).toEqual([
    "INDETERMINATE",
    "SIG_CONSTRAINTS_FAILURE",
    "attached_evidence",
    "the container holds no evidence",
  ]);
});

test("a statement about revocation that is dated ahead is not believed", async () => {
  const own = startExample();
  const { sealed } = await own.sealRecord(first.facts);
  const now = own.now();
  const ahead = await extendXades(sealed, {
    timestamp: own.timestamp,
    collect: async (certificates) => {
      own.moveTo(now.add({ hours: 24 * 30 }));
      const material = await own.ports.collect(certificates);
      own.moveTo(now.add({ seconds: 10 }));
      return material;
    },
  });
  expect(await said(ahead, own.trust(own.now().add({ minutes: 1 })))).toEqual([
    "INDETERMINATE",
    "TRY_LATER",
    "revocation",
    expect.stringContaining("in the future"),
  ]);
});

test("random octets behind any beginning are refused in peace", async () => {
  const beginnings = ["", "%PDF-1.7\n", "PK\u0003\u0004", "<", "<?xml version='1.0'?><a>"];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...beginnings),
      fc.uint8Array({ maxLength: 400 }),
      async (start, noise) => {
        const [indication] = await said(Buffer.concat([Buffer.from(start, "latin1"), noise]));
        expect(indication).not.toBe("TOTAL-PASSED");
      },
    ),
    { numRuns: 300 },
  );
});

test("a proof with octets scattered over it is refused in peace", async () => {
  const change = fc.record({ at: fc.nat({ max: PROOF_COVERED }), value: fc.nat({ max: 255 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const copy = Buffer.from(proof);
      for (const { at, value } of changes) copy[at] = value;
      const [indication] = await said(copy);
      expect(indication === "TOTAL-PASSED" && !copy.equals(proof)).toBe(false);
    }),
    { numRuns: 25 },
  );
});
