import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hornMark, sealMark } from "../drawing/draw-mark.ts";
import { composeDocument, textWidth } from "../layout/compose-document.ts";
import { textBlock, type Block } from "../layout/block.ts";
import { COLORS, type Style } from "../text/style.ts";
import { placeSignature, reserveSignature, signedRanges } from "./reserve-signature.ts";

const STYLE: Style = { face: "sans", size: 11, color: COLORS.ink };
const MARGIN = { top: 50, bottom: 40, side: 50 };
const HARD_NAME = "Łukasz Őry-Țepeș 😀 Žižková";
const SIGNED_AT = Temporal.Instant.from("2026-11-21T09:02:15Z");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "posthorn-pdf-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function installed(tool: string): boolean {
  return spawnSync(tool, ["--version"]).error === undefined;
}

function saved(name: string, pdf: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, pdf);
  return path;
}

async function sample(title = "A sample"): Promise<Uint8Array> {
  const width = textWidth({ margin: MARGIN });
  const line = (text: string): Block => textBlock([{ text, style: STYLE }], width);
  return composeDocument({
    blocks: [
      hornMark(20),
      sealMark(40),
      line(HARD_NAME),
      ...Array.from({ length: 80 }, (_, index) => line(`line ${index}`)),
    ],
    frame: {
      margin: MARGIN,
      headerGap: 10,
      footerGap: 10,
      header: () => line("header"),
      footer: (page, pages) => line(`page ${page} of ${pages}`),
    },
    title,
    author: "Posthorn",
    subject: "test",
    language: "nl",
    madeAt: SIGNED_AT,
    attachments: [
      {
        name: "evidence.xml",
        bytes: Buffer.from("<a>Łő</a>"),
        mediaType: "application/xml",
        description: "Evidence",
        relationship: "Data",
      },
    ],
  });
}

test("the same content gives the same bytes, other content others", async () => {
  const [first, second, other] = [await sample(), await sample(), await sample("Another")];
  expect(Buffer.compare(first, second)).toBe(0);
  expect(Buffer.compare(first, other)).not.toBe(0);
});

test("the structure of PDF/A-3A is there", async () => {
  const text = Buffer.from(await sample()).toString("latin1");
  for (const mark of [
    "%PDF-1.7",
    "<pdfaid:part>3<",
    "<pdfaid:conformance>A<",
    "/OutputIntents",
    "/AFRelationship /Data",
    "/Lang",
    "/ID [",
  ]) {
    expect(text.includes(mark), mark).toBe(true);
  }
  expect(text).not.toMatch(/\/ObjStm|\/Encrypt|\/SMask/);
});

test.skipIf(!installed("qpdf"))("qpdf finds no fault (skipped: qpdf is not installed)", async () => {
  expect(
    execFileSync("qpdf", ["--check", saved("check.pdf", await sample())], { encoding: "utf8" }),
  ).toContain("No syntax or stream encoding errors");
});

test.skipIf(!installed("pdffonts"))(
  "every font is embedded as a tagged subset with Unicode (skipped: pdffonts is not installed)",
  async () => {
    const rows = execFileSync("pdffonts", [saved("fonts.pdf", await sample())], { encoding: "utf8" })
      .split("\n")
      .slice(2)
      .filter(Boolean);
    expect(rows.length).toBeGreaterThanOrEqual(2);
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/);
  },
);

test.skipIf(!installed("pdftotext"))(
  "names can be copied out as they went in, pages are numbered (skipped: pdftotext is not installed)",
  async () => {
    const text = execFileSync("pdftotext", ["-layout", saved("text.pdf", await sample()), "-"], {
      encoding: "utf8",
    });
    expect(text).toContain(HARD_NAME);
    expect(text).toContain("page 2 of 2");
    for (let index = 0; index < 80; index += 1) expect(text).toMatch(new RegExp(`line ${index}\\n`));
  },
);

test.skipIf(!installed("pdfdetach"))(
  "the attached file comes out as it went in (skipped: pdfdetach is not installed)",
  async () => {
    const out = join(folder, "out.xml");
    execFileSync("pdfdetach", ["-save", "1", "-o", out, saved("attached.pdf", await sample())]);
    expect(readFileSync(out, "utf8")).toBe("<a>Łő</a>");
  },
);

const FIELD = { signer: "Zegel Łő", reason: "test", signedAt: SIGNED_AT, room: 4000 };

test("room for a signature is appended: every byte before stays, everything but the signature is covered", async () => {
  const pdf = await sample();
  const reserved = await reserveSignature(pdf, FIELD);
  expect(Buffer.compare(reserved.pdf.subarray(0, pdf.length), pdf)).toBe(0);
  const [start, length, second, rest] = reserved.byteRange;
  expect([start, second - length, second + rest]).toEqual([0, 2 * FIELD.room + 2, reserved.pdf.length]);
  const [before, after] = signedRanges(reserved);
  expect(
    [reserved.pdf[before.length], reserved.pdf[second - 1]].map((byte) => String.fromCharCode(byte ?? 0)),
  ).toEqual(["<", ">"]);
  expect(before.length + after.length).toBe(reserved.pdf.length - 2 * FIELD.room - 2);
});

test("the signature lands in its room and nowhere else; one too large is refused", async () => {
  const reserved = await reserveSignature(await sample(), FIELD);
  const signed = placeSignature(reserved, Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x05));
  const [, length] = reserved.byteRange;
  expect(Buffer.from(signed.subarray(length, length + 13)).toString("latin1")).toBe("<300302010500");
  expect(signed.length).toBe(reserved.pdf.length);
  expect(() => placeSignature(reserved, new Uint8Array(FIELD.room + 1))).toThrow(/does not fit/);
});

test.skipIf(!installed("qpdf"))(
  "a second signature leaves the first as it was, and the file sound (skipped: qpdf is not installed)",
  async () => {
    const first = placeSignature(await reserveSignature(await sample(), FIELD), Uint8Array.of(0x30, 0x00));
    const second = await reserveSignature(first, { ...FIELD, reason: "again" });
    expect(Buffer.compare(second.pdf.subarray(0, first.length), first)).toBe(0);
    expect(execFileSync("qpdf", ["--check", saved("twice.pdf", second.pdf)], { encoding: "utf8" })).toContain(
      "No syntax",
    );
    expect(
      Buffer.from(second.pdf)
        .toString("latin1")
        .match(/\/T \(Seal\d\)/g),
    ).toEqual(["/T (Seal1)", "/T (Seal2)"]);
  },
);

test("what is no PDF is refused", async () => {
  await expect(reserveSignature(Buffer.from("hello"), FIELD)).rejects.toThrow();
});
