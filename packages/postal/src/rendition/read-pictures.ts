// Reads the pictures of a file as paper shows them: upright, on white, in grey or sRGB, no finer than a printer prints.

import type { Sharp } from "sharp";
import type { Picture } from "@posthorn/documents";
import { LETTER_PAGES_MAX, type PaperBox } from "@posthorn/domain";

/** Dots an inch beyond which a file only grows. */
const FINEST = 300;
/** A sheet of A1 at 300 dots an inch is half of it. */
const PIXELS_MAX = 160_000_000;
/** What is drawn stays exact up to this size; what is larger without loss is a photograph. */
const EXACT_OCTETS = 4 * 1024 * 1024;
const QUALITY = 90;
/** The picture this small still tells whether it has colour. */
const SAMPLE = 160;
/** Channels of grey as cameras see it differ by less. */
const TINT = 16;

/** One per page of a TIFF, one more than a letter has at most; the first of what moves. Throws what the decoder throws. */
export async function readPictures(
  file: Uint8Array,
  mediaType: string,
  area: PaperBox,
): Promise<readonly Picture[]> {
  const open = await loadDecoder();
  const sheet = mediaType === "image/tiff";
  const { pages = 1 } = await open(file, 0).metadata();
  const count = sheet ? Math.min(pages, LETTER_PAGES_MAX + 1) : 1;
  const pictures: Picture[] = [];
  for (let page = 0; page < count; page += 1) {
    pictures.push(
      await readPicture(() => open(file, page), { photograph: mediaType === "image/jpeg", sheet, area }),
    );
  }
  return pictures;
}

interface Kind {
  readonly photograph: boolean;
  readonly sheet: boolean;
  readonly area: PaperBox;
}

async function readPicture(open: () => Sharp, { photograph, sheet, area }: Kind): Promise<Picture> {
  const { space, autoOrient } = await open().metadata();
  const grey = space === "b-w" || space === "grey16";
  const lies = sheet && autoOrient.width > autoOrient.height;
  const [width, height] = lies ? [area.height, area.width] : [area.width, area.height];
  const shown = open()
    .autoOrient()
    .resize({ width: dots(width), height: dots(height), fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" })
    .toColourspace(grey ? "b-w" : "srgb");
  const { data, info } = await encode(shown, photograph);
  return {
    encoding: info.format === "png" ? "png" : "jpeg",
    bytes: data,
    width: info.width,
    height: info.height,
    channels: grey ? 1 : 3,
    colour: !grey && (await hasColour(data)),
    sheet,
  };
}

async function encode(shown: Sharp, photograph: boolean) {
  if (!photograph) {
    const exact = await shown
      .clone()
      .png({ compressionLevel: 9, palette: false })
      .toBuffer({ resolveWithObject: true });
    if (exact.data.length <= EXACT_OCTETS) return exact;
  }
  return shown
    .clone()
    .jpeg({ quality: QUALITY, chromaSubsampling: "4:4:4" })
    .toBuffer({ resolveWithObject: true });
}

/** Black on white that was scanned in colour is printed in black. */
async function hasColour(file: Uint8Array): Promise<boolean> {
  const open = await loadDecoder();
  const pixels = await open(file, 0)
    .resize({ width: SAMPLE, height: SAMPLE, fit: "inside" })
    .raw()
    .toBuffer();
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > TINT) return true;
  }
  return false;
}

function dots(millimetres: number): number {
  return Math.round((millimetres / 25.4) * FINEST);
}

type Open = (file: Uint8Array, page: number) => Sharp;
let decoder: Promise<Open> | undefined;

function loadDecoder(): Promise<Open> {
  decoder ??= import("sharp").then(({ default: sharp }) => {
    // Of the dozens of formats the library knows only those are ever decoded that may be attached.
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({
      operation: ["Png", "Jpeg", "Webp", "Tiff", "Nsgif"].map((name) => `VipsForeignLoad${name}Buffer`),
    });
    sharp.cache(false);
    sharp.concurrency(1);
    return (file, page) =>
      sharp(file, { page, limitInputPixels: PIXELS_MAX, failOn: "error", sequentialRead: true });
  });
  return decoder;
}
