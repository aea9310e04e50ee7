// A letter to try, and what programs that are not ours see in it.

import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PrinterProfile } from "@posthorn/domain";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { composeDocument } from "../layout/compose-document.ts";
import { textBlock } from "../layout/block.ts";
import { COLORS } from "../text/style.ts";
import type { Letter, LetterPart } from "./letter-facts.ts";

export const PRINTER: PrinterProfile = {
  key: "house",
  name: "House printer",
  window: { x: 110, y: 42, width: 90, height: 42 },
  returnAddress: { x: 20, y: 16, width: 80, height: 20 },
  label: { x: 20, y: 42, width: 80, height: 42 },
  margin: 5,
  duplex: true,
  colour: true,
  sheets: 100,
};

export const JOB = "job_01JD5N8Q4T8K2M0P6R3S9V7X1Z";

export function letterWith(parts: readonly LetterPart[], changed: Partial<Letter> = {}): Letter {
  return {
    jobId: JOB,
    deliveryId: "dlv_01JD5N8Q4T8K2M0P6R3S9V7X1Z",
    batch: 17,
    language: "nl",
    provider: "Posthorn",
    sender: { name: "Immo Zonnebloem nv", department: "Verhuur", town: "Antwerpen" },
    address: ["Jan Peeters", "Kerkstraat 12 bus 3", "2000 ANTWERPEN"],
    returnAddress: ["Posthorn", "Postbus 1200", "1000 BRUSSEL"],
    barcode: "010541288500452621221234567890",
    carrier: { name: "bpost", service: "Aangetekende zending" },
    trustStatus: "demonstration",
    submittedAt: Temporal.Instant.from("2026-11-21T09:02:14Z"),
    releasedAt: Temporal.Instant.from("2026-12-08T08:30:00Z"),
    collectUntil: Temporal.PlainDate.from("2026-12-06"),
    verifyUrl: "https://verify.posthorn.example/?delivery=dlv_01JD5N8Q4T8K2M0P6R3S9V7X1Z",
    parts,
    ...changed,
  };
}

/** A rendition: each page says which it is. */
export async function partOf(name: string, pages: number, colour = false): Promise<LetterPart> {
  const blocks = Array.from({ length: pages }, (_, index) => ({
    ...textBlock([{ text: `${name} bladzijde ${index + 1}`, style }], 480),
    height: 500,
  }));
  const nothing = () => ({ height: 0, inks: [] });
  const frame = {
    margin: { top: 60, bottom: 60, side: 55 },
    headerGap: 0,
    footerGap: 0,
    header: nothing,
    footer: nothing,
  };
  const madeAt = Temporal.Instant.from("2026-11-21T09:00:00Z");
  const about = { title: name, author: "x", subject: "x", language: "nl", madeAt, attachments: [] } as const;
  return partFrom(name, await composeDocument({ blocks, frame, ...about }), pages, colour);
}

const style = { face: "sans", size: 11, color: COLORS.ink } as const;

export function partFrom(name: string, bytes: Uint8Array, pages: number, colour = false): LetterPart {
  const sha256 = (content: Uint8Array | string) => createHash("sha256").update(content).digest("hex");
  const converter = "LibreOffice 7.4.7.2, Posthorn 0.1";
  const print = { size: bytes.length, sha256: sha256(bytes), pages, converter };
  return { name, sha256: sha256(name), size: 184_320, print, colour, bytes };
}

const TOOLS = ["pdftotext", "pdffonts", "qpdf", "pdftoppm"];
export const missing = TOOLS.filter((tool) => spawnSync(tool, ["--version"]).error !== undefined);

/** Of a file that is gone afterwards. */
export function lookAt<T>(pdf: Uint8Array, look: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "posthorn-letter-"));
  try {
    const path = join(folder, "letter.pdf");
    writeFileSync(path, pdf);
    return look(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function run(tool: string, ...args: readonly string[]): Buffer {
  return execFileSync(tool, args, { maxBuffer: 256 * 1024 * 1024 });
}

/** Page by page, blanks folded. */
export function pageTexts(pdf: Uint8Array): readonly string[] {
  const text = lookAt(pdf, (path) => run("pdftotext", path, "-").toString("utf8"));
  const pages = text.split("\f").slice(0, -1);
  return pages.map((page) => page.replaceAll(/[\s\u00a0]+/gu, " ").trim());
}

export interface Word {
  readonly text: string;
  /** In millimetres from the sheet's top left corner. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Words of the first page, with their places. */
export function wordsOfFirstPage(pdf: Uint8Array): readonly Word[] {
  const html = lookAt(pdf, (path) => run("pdftotext", "-bbox", "-l", "1", path, "-").toString("utf8"));
  const words = html.matchAll(/<word xMin="(.+)" yMin="(.+)" xMax="(.+)" yMax="(.+)">(.+)<\/word>/g);
  const millimetres = (points: string | undefined) => (Number(points) * 25.4) / 72;
  return [...words].map(([, left, top, right, bottom, text = ""]) => ({
    text,
    left: millimetres(left),
    top: millimetres(top),
    right: millimetres(right),
    bottom: millimetres(bottom),
  }));
}

export interface Picture {
  /** Of the darkest point within the box of millimetres: 0 is black, 255 white. */
  darkest(box: { x: number; y: number; width: number; height: number }): number;
}

/** One page in shades of grey. */
export function pictureOf(pdf: Uint8Array, page: number, dotsPerInch = 150): Picture {
  const args = ["-r", String(dotsPerInch), "-gray", "-f", String(page), "-l", String(page)];
  const file = lookAt(pdf, (path) => run("pdftoppm", ...args, path));
  const [head = "", width = "0"] = /^P5\s(\d+) \d+\s255\s/.exec(file.toString("latin1", 0, 40)) ?? [];
  const dots = (millimetres: number) => Math.round((millimetres * dotsPerInch) / 25.4);
  return {
    darkest(box) {
      let darkest = 255;
      for (let y = dots(box.y); y < dots(box.y + box.height); y += 1) {
        const row = head.length + y * Number(width);
        const points = file.subarray(
          row + dots(box.x),
          row + Math.min(Number(width), dots(box.x + box.width)),
        );
        for (const point of points) darkest = Math.min(darkest, point);
      }
      return darkest;
    },
  };
}

let prepared = false;

/** In dots, each with paper around what stands there: the reader takes long for whole pages. */
const CROPS = {
  strip: ["-x", "0", "-y", "2900", "-W", "260", "-H", "608"],
  label: ["-x", "0", "-y", "0", "-W", "2480", "-H", "800"],
  code: ["-x", "150", "-y", "2350", "-W", "900", "-H", "700"],
} as const;

/** As `readPage`, of a print of 200 dots an inch that lies askew by two degrees, grey and grainy. */
export async function readPoorPage(
  pdf: Uint8Array,
  page: number,
  where: keyof typeof CROPS = "strip",
): Promise<readonly string[]> {
  const crop = CROPS[where].map((each) =>
    each.startsWith("-") ? each : String(Math.round((Number(each) * 2) / 3)),
  );
  const args = ["-r", "200", "-gray", "-f", String(page), "-l", String(page), ...crop];
  const file = lookAt(pdf, (path) => run("pdftoppm", ...args, path));
  const [head = "", width = "", height = ""] =
    /^P5\s(\d+) (\d+)\s255\s/.exec(file.toString("latin1", 0, 40)) ?? [];
  const points = file.subarray(head.length);
  return readWith(worsen(points, Number(width), Number(height)));
}

const ASKEW = (2 * Math.PI) / 180;

function worsen(points: Uint8Array, width: number, height: number) {
  const data = new Uint8ClampedArray(width * height * 4);
  let seed = 1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [across, down] = [x - width / 2, y - height / 2];
      const fromX = Math.round(across * Math.cos(ASKEW) - down * Math.sin(ASKEW) + width / 2);
      const fromY = Math.round(across * Math.sin(ASKEW) + down * Math.cos(ASKEW) + height / 2);
      const onPage = fromX >= 0 && fromX < width && fromY >= 0 && fromY < height;
      const point = onPage ? (points[fromY * width + fromX] ?? 255) : 255;
      // The same grain every time: a generator of Park and Miller.
      seed = (seed * 16_807) % 2_147_483_647;
      const grain = (seed / 2_147_483_647 - 0.5) * 60;
      data.set(
        [50 + point * 0.65 + grain, 50 + point * 0.65 + grain, 50 + point * 0.65 + grain, 255],
        (y * width + x) * 4,
      );
    }
  }
  return { data, width, height, colorSpace: "srgb" as const };
}

/** What an independent reader finds in a part of a page as it is printed at 300 dots an inch. */
export async function readPage(
  pdf: Uint8Array,
  page: number,
  where: keyof typeof CROPS = "strip",
): Promise<readonly string[]> {
  const args = ["-r", "300", "-gray", "-png", "-f", String(page), "-l", String(page), ...CROPS[where]];
  const png = lookAt(pdf, (path) => run("pdftoppm", ...args, path));
  return readWith(new Blob([new Uint8Array(png)]));
}

async function readWith(picture: Parameters<typeof readBarcodes>[0]): Promise<readonly string[]> {
  if (!prepared) {
    const file = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(file).buffer } });
    prepared = true;
  }
  const found = await readBarcodes(picture, {
    formats: ["Code128", "DataMatrix", "QRCode"],
    tryInvert: false,
    tryDownscale: false,
  });
  return found.map(({ format, text }) => `${format} ${text}`).toSorted();
}
