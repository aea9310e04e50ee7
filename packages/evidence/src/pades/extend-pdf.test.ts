import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { writePdf } from "@posthorn/documents";
import { readSignedData, verifySigner, verifyTimestampToken } from "@posthorn/pki";
import { expect, test } from "vitest";
import { exampleSealing } from "../example-sealing.ts";
import { lastTimestampEnds, sealLevel } from "../longterm/seal-level.ts";
import { inFolder, isInstalled } from "../proofs/read-pdf.ts";
import { extendPdf, renewPdf } from "./extend-pdf.ts";
import { readPdfSignatures } from "./read-pdf-signatures.ts";
import { signPdf } from "./sign-pdf.ts";

const noTools = !isInstalled("pdfsig", "qpdf");

async function sealedPdf(keys: Parameters<typeof exampleSealing>[0] = {}) {
  const { pki, now, timestamp, collect } = await exampleSealing(keys);
  const blank = await writePdf({
    pages: [[{ kind: "path", path: "M 0 0 L 10 10", x: 50, y: 50, stroke: [0, 0, 0] }]],
    title: "A proof",
    author: "Posthorn",
    subject: "Proof",
    language: "en",
    madeAt: now,
    attachments: [],
  });
  const sealed = await signPdf(blank, pki.seal.key, timestamp, { now, reason: "test" });
  return {
    pki,
    ports: { collect, timestamp },
    sealed,
    extended: await extendPdf(sealed, { collect, timestamp }),
  };
}

test.each([
  { sealKey: "P-256" },
  { sealKey: "P-384", sealHash: "SHA-384" },
  { sealKey: "RSA-3072" },
] as const)(
  "a PDF sealed with $sealKey reaches B-LTA, is renewed, and every signature holds",
  async (keys) => {
    const { pki, ports, sealed, extended } = await sealedPdf(keys);
    const renewed = await renewPdf(extended, ports);
    expect(await Promise.all([sealed, extended, renewed].map(sealLevel))).toEqual(["B-T", "B-LTA", "B-LTA"]);
    expect(await lastTimestampEnds(renewed)).toEqual(pki.tsa.key.notAfter);
    const { signatures, material } = readPdfSignatures(renewed);
    expect(signatures.map(({ kind, coversRevision, after }) => [kind, coversRevision, after])).toEqual([
      ["seal", true, "validation_data"],
      ["timestamp", true, "validation_data"],
      ["timestamp", true, "nothing"],
    ]);
    const [seal, ...stamps] = signatures;
    if (!seal) throw new Error("no seal");
    expect(verifySigner(readSignedData(seal.cms), seal.signed).der).toEqual(pki.seal.key.certificate);
    for (const { cms, signed } of stamps) {
      const digest = new Uint8Array(createHash("sha256").update(signed).digest());
      expect(() => verifyTimestampToken(cms, digest, [pki.tsaRoot.key.certificate])).not.toThrow();
    }
    expect(material.ocsps.length).toBeGreaterThanOrEqual(2);
  },
);

test("earlier bytes stay as they were, and material that is there already is not written again", async () => {
  const { ports, sealed, extended } = await sealedPdf();
  expect(Buffer.compare(extended.subarray(0, sealed.length), sealed)).toBe(0);
  const before = readPdfSignatures(extended).material;
  const renewed = await renewPdf(extended, ports);
  expect(Buffer.compare(renewed.subarray(0, extended.length), extended)).toBe(0);
  expect(readPdfSignatures(renewed).material.certificates).toEqual(before.certificates);
});

test.skipIf(noTools)(
  "qpdf finds the file sound and pdfsig the seal valid (skipped: pdfsig or qpdf is not installed)",
  async () => {
    const { ports, extended } = await sealedPdf();
    for (const pdf of [extended, await renewPdf(extended, ports)]) {
      inFolder({ "proof.pdf": pdf }, (folder) => {
        const run = (tool: string, ...args: string[]) =>
          spawnSync(tool, args, { cwd: folder, encoding: "utf8" }).stdout;
        expect(run("qpdf", "--check", "proof.pdf")).toContain("No syntax or stream encoding errors");
        expect(run("pdfsig", "-nocert", "proof.pdf")).toContain("Signature is Valid");
      });
    }
  },
);

test("what a reader would see changed after the seal is told from validation data", async () => {
  const { pki, ports, sealed, extended } = await sealedPdf();
  const twice = await signPdf(sealed, pki.seal.key, ports.timestamp, {
    now: pki.seal.key.notBefore,
    reason: "again",
  });
  expect(readPdfSignatures(twice).signatures.map(({ coversRevision }) => coversRevision)).toEqual([
    true,
    true,
  ]);
  const page = /\n(\d+) 0 obj\n<<\n\/Type \/Page\n[^]*?endobj\n/u.exec(
    Buffer.from(extended).toString("latin1"),
  );
  const forged = appendUpdate(
    extended,
    page?.[0].trimStart().replace("/MediaBox [ 0 0", "/MediaBox [ 9 9") ?? "",
  );
  const { signatures } = readPdfSignatures(forged);
  expect(signatures.map(({ after }) => after)).toEqual(["content", "content"]);
});

/** An incremental update as an attacker would write it: one object, and a table that names it. */
function appendUpdate(pdf: Uint8Array, object: string): Uint8Array {
  const text = Buffer.from(pdf).toString("latin1");
  const prev = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text)?.[1] ?? "";
  const trailer = [...text.matchAll(/trailer\s*<<([^]*?)>>/gu)]
    .at(-1)?.[1]
    ?.replace(/\/Prev \d+/u, `/Prev ${prev}`);
  const number = object.slice(0, object.indexOf(" "));
  const table = `xref\n${number} 1\n${String(text.length).padStart(10, "0")} 00000 n \n`;
  const at = text.length + object.length;
  return Buffer.from(`${text}${object}${table}trailer\n<<${trailer}>>\nstartxref\n${at}\n%%EOF\n`, "latin1");
}

test("what has another level, or is no PDF, is refused", async () => {
  const { ports, sealed, extended } = await sealedPdf();
  const refused = { code: "proof_not_extendable" };
  await expect(extendPdf(Buffer.from("%PDF-1.7 nothing"), ports)).rejects.toMatchObject(refused);
  await expect(extendPdf(extended, ports)).rejects.toMatchObject(refused);
  await expect(renewPdf(sealed, ports)).rejects.toMatchObject(refused);
  const down = new Error("down");
  await expect(extendPdf(sealed, { ...ports, collect: () => Promise.reject(down) })).rejects.toBe(down);
});

test("no input ends otherwise than with signatures or a TypeError", async () => {
  const { extended } = await sealedPdf();
  const lengths = [0, 10, 1000, extended.length - 5, extended.length - 20_000];
  for (const length of lengths) expect(await readOrTypeError(extended.subarray(0, length))).toBe(true);
  const text = Buffer.from(extended).toString("latin1");
  for (const [from, to] of [
    ["/ByteRange [ 0 ", "/ByteRange [ -1 "],
    ["/ByteRange [ 0 ", "/ByteRange [ 0 99999999 "],
    ["/Contents <3082", "/Contents <3089"],
    ["/Root 2 0 R", "/Root 3 0 R"],
    ["/DSS ", "/DSS 2 0 R /X "],
    ["/ID [", "/Encrypt 2 0 R /ID ["],
    ["/Type /Catalog", "/Type /Catalog /AcroForm 2 0 R"],
  ] as const) {
    expect(await readOrTypeError(Buffer.from(text.replaceAll(from, to), "latin1"))).toBe(true);
  }
});

async function readOrTypeError(pdf: Uint8Array): Promise<boolean> {
  try {
    return Array.isArray(readPdfSignatures(pdf).signatures);
  } catch (error) {
    return error instanceof TypeError;
  }
}
