import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, expect, test, vi } from "vitest";
import { createRenditions, type RefusedFile, type RenderedFile } from "./create-renditions.ts";

// Each process that renders starts in a second or two, on a busy machine in ten times as much.
vi.setConfig({ testTimeout: 120_000 });
const SOFFICE = "/usr/bin/soffice";
const missing = ["pdftotext", "pdfimages", "pdftoppm"].filter(
  (tool) => spawnSync(tool, ["-v"]).error !== undefined,
);
const told = missing.length > 0 ? ` (skipped: ${missing.join(", ")} is not installed)` : "";
const noOffice = existsSync(SOFFICE) ? "" : " (skipped: LibreOffice is not installed)";
const renditions = createRenditions(existsSync(SOFFICE) ? { soffice: SOFFICE } : {});
afterAll(() => renditions.close());

function part(mediaType: string, bytes: Uint8Array, from = renditions) {
  async function* source() {
    yield bytes.subarray(0, 100);
    yield bytes.subarray(100);
  }
  return from.renderPart({ account: "acc_1", name: "part", mediaType, size: bytes.length, source: source() });
}

async function rendered(outcome: Promise<RenderedFile | RefusedFile>) {
  const file = await outcome;
  if (file.kind !== "rendered") throw new Error(file.reason);
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.open()) chunks.push(chunk);
  await file.dispose();
  return { ...file, pdf: Buffer.concat(chunks) };
}

/** One page that draws `content`; `more` are its other objects, from 5 on. */
function pdfOf(content: Uint8Array, resources = "", more: readonly string[] = []): Uint8Array {
  const packed = deflateSync(content);
  const stream = Buffer.concat([
    Buffer.from(`4 0 obj<</Filter/FlateDecode/Length ${packed.length}>>stream\n`),
    packed,
    Buffer.from("\nendstream endobj\n"),
  ]);
  return Buffer.concat([
    Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"),
    Buffer.from("2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"),
    Buffer.from(
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<${resources}>>>>endobj\n`,
    ),
    stream,
    Buffer.from(`${more.join("\n")}\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`),
  ]);
}

test("the message and its files become pages, and leave nothing behind", async () => {
  const message = await rendered(
    renditions.renderText({ account: "acc_1", subject: "Opzegging", body: "Geachte heer" }),
  );
  expect(message).toMatchObject({ pages: 1, colour: false, converter: "Posthorn 0.1" });
  expect(message.size).toBe(message.pdf.length);
  const csv = await rendered(part("text/csv", Buffer.from("naam;bedrag\nM\xfcller;1\n", "latin1")));
  const pdf = await rendered(part("application/pdf", pdfOf(Buffer.from("1 0 0 rg 100 100 50 50 re f"))));
  expect([csv.pages, csv.colour, pdf.pages, pdf.colour]).toEqual([1, false, 1, true]);
  const ours = readdirSync(tmpdir()).filter((name) => name.startsWith(`posthorn-renditions-${process.pid}-`));
  expect(ours.flatMap((name) => readdirSync(join(tmpdir(), name)))).toEqual([]);
});

test.skipIf(missing.length > 0)(
  `a text in the code page of old Windows is read as it was written${told}`,
  async () => {
    const { pdf } = await rendered(part("text/plain", Buffer.from("M\xfcller \x80 12", "latin1")));
    expect(execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" })).toContain("Müller € 12");
  },
);

test.skipIf(missing.length > 0)(
  `a picture stands upright, on white, no finer than paper shows it${told}`,
  async () => {
    const turned = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: "#fff" } })
      .composite([
        {
          input: { create: { width: 4000, height: 300, channels: 3, background: "#c00" } },
          gravity: "north",
        },
      ])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const jpeg = await rendered(part("image/jpeg", turned));
    expect(jpeg).toMatchObject({ pages: 1, colour: true });
    const [width = 0, height = 0] = execFileSync("pdfimages", ["-list", "-"], {
      input: jpeg.pdf,
      encoding: "utf8",
    })
      .split("\n")[2]!
      .trim()
      .split(/\s+/)
      .slice(3, 5)
      .map(Number);
    expect(width).toBeLessThan(height);
    expect(width).toBeLessThanOrEqual(Math.ceil((192 / 25.4) * 300));
    const seen = execFileSync("pdftoppm", ["-r", "20", "-png", "-"], { input: jpeg.pdf });
    const pixel = async (x: number): Promise<readonly number[]> => [
      ...(await sharp(seen)
        .extract({ left: x, top: 115, width: 1, height: 1 })
        .removeAlpha()
        .raw()
        .toBuffer()),
    ];
    // Turned a quarter to the right, the top of the sensor is the right edge.
    expect(await pixel(157)).toSatisfy(([r = 0, g = 255]: number[]) => r > 150 && g < 60);
    expect(Math.min(...(await pixel(60)))).toBeGreaterThan(250);
  },
);

test("all pages of a TIFF, the first of what moves, and no colour where there is none", async () => {
  const create = (background: string, channels: 3 | 4 = 3) =>
    sharp({ create: { width: 60, height: 40, channels, background } });
  const two = await sharp([await create("#888").png().toBuffer(), await create("#ccc").png().toBuffer()], {
    join: { animated: true },
  })
    .tiff()
    .toBuffer();
  expect(await rendered(part("image/tiff", two))).toMatchObject({ pages: 2, colour: false });
  const moving = await sharp([await create("#00f").png().toBuffer(), await create("#0f0").png().toBuffer()], {
    join: { animated: true },
  })
    .gif()
    .toBuffer();
  expect(await rendered(part("image/gif", moving))).toMatchObject({ pages: 1, colour: true });
  expect(await rendered(part("image/webp", await create("#00000000", 4).webp().toBuffer()))).toMatchObject({
    pages: 1,
    colour: false,
  });
  expect(await rendered(part("image/png", await create("#777").png().toBuffer()))).toMatchObject({
    colour: false,
  });
});

test("what has no pages, is too large, or is not what it says is refused by its reason", async () => {
  expect(await part("application/zip", Buffer.from("PK"))).toEqual({
    kind: "refused",
    reason: "not_printable",
  });
  expect(await part("message/rfc822", Buffer.from("From: a"))).toMatchObject({ reason: "not_printable" });
  const small = createRenditions({ maxBytes: 1000 });
  expect(await part("text/plain", Buffer.alloc(1001, "a"), small)).toEqual({
    kind: "refused",
    reason: "too_large",
    params: { max: 1000 },
  });
  const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  expect(await part(word, Buffer.from("PK"), small)).toEqual({ kind: "refused", reason: "no_converter" });
  await small.close();
  for (const mediaType of ["application/pdf", "image/png", "image/jpeg", "image/tiff"]) {
    expect(await part(mediaType, Buffer.from("nothing of the kind"))).toEqual({
      kind: "refused",
      reason: "unreadable",
    });
  }
});

test("who asks for much is told to come back, and keeps nobody else waiting", async () => {
  // Its process is still to be started: all wait before the first has his turn.
  const fresh = createRenditions({});
  const text = (account: string, n: number) =>
    fresh.renderText({ account, subject: `Brief ${n}`, body: "Tekst" });
  const order: string[] = [];
  const asked = Array.from({ length: 8 }, async (_, n) => {
    const made = await rendered(text("acc_1", n));
    order.push(`acc_1 ${n}`);
    return made;
  });
  await expect(text("acc_1", 9)).rejects.toMatchObject({
    kind: "too_many",
    code: "renditions_busy",
    retryAfterSeconds: 30,
  });
  const other = rendered(text("acc_2", 1)).then(() => order.push("acc_2"));
  await Promise.all([...asked, other]);
  expect(order.indexOf("acc_2")).toBeLessThan(4);
  await rendered(text("acc_1", 10));
  await fresh.close();
});

test("a file that never ends, or unpacks to no end, takes nothing else with it", async () => {
  const gone = spawnSync("true").pid;
  const abandoned = join(tmpdir(), `posthorn-renditions-${gone}-abandoned`);
  mkdirSync(join(abandoned, "document-1"), { recursive: true });
  const hasty = createRenditions({ timeoutMs: 2000 });
  const forms = Array.from({ length: 12 }, (_, level) => {
    const draw = `/F${level + 1} Do `.repeat(40);
    return `${5 + level} 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F${level + 1} ${6 + level} 0 R>>>>/Length ${draw.length}>>stream\n${draw}\nendstream endobj`;
  });
  const endless = pdfOf(Buffer.from("/F0 Do"), "/XObject<</F0 5 0 R>>", forms);
  const bomb = pdfOf(Buffer.alloc(100 * 1024 * 1024, " "));
  expect(await part("application/pdf", endless, hasty)).toEqual({ kind: "refused", reason: "too_slow" });
  // In its own time: a busy machine is slow to run out of memory.
  expect(await part("application/pdf", bomb)).toMatchObject({ reason: "unreadable" });
  expect(
    await rendered(renditions.renderText({ account: "acc_1", subject: "Daarna", body: "ook hier" })),
  ).toMatchObject({
    pages: 1,
  });
  expect(
    await rendered(hasty.renderText({ account: "acc_1", subject: "Daarna", body: "gaat het verder" })),
  ).toMatchObject({
    pages: 1,
  });
  await hasty.close();
  // What a process left behind that is no longer there is removed by the next.
  expect(existsSync(abandoned)).toBe(false);
});

test.skipIf(noOffice !== "")(
  `an office document is converted, and the converter is named${noOffice}`,
  async () => {
    const flat = `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>Ingebrekestelling</text:p></office:text></office:body></office:document>`;
    const file = await rendered(part("application/vnd.oasis.opendocument.text", Buffer.from(flat)));
    expect(file.converter).toMatch(/^LibreOffice [\d.]+, Posthorn 0\.1$/);
    expect(file.pages).toBe(1);
    const broken = await part(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      Buffer.from("PK\x03\x04 broken"),
    );
    expect(broken).toMatchObject({ kind: "refused" });
  },
);
