// Sets pictures for paper, one on each page: as large as the page shows them well, never so large that they blur.

import { createHash } from "node:crypto";
import { PDFDocument, PDFName, PDFRawStream, type PDFContext, type PDFRef } from "pdf-lib";
import { LETTER_PAGES_MAX, type PaperBox } from "@posthorn/domain";
import { A4 } from "../pdf/draw-page.ts";
import { compressedStream } from "../pdf/compressed-stream.ts";
import { identifyFile } from "../pdf/identify-file.ts";
import { sheetBox } from "./page-geometry.ts";
import { orRefusal, PrintRefusal, type Printable, type Unprintable } from "./print-outcome.ts";

/** Upright and opaque, in grey or sRGB; octets of a JPEG file, or of a PNG file without interlace or palette. */
export interface Picture {
  readonly encoding: "jpeg" | "png";
  readonly bytes: Uint8Array;
  /** Pixels of the file. */
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly colour: boolean;
  /** A picture of a sheet of paper: turned where it lies, as the sheet would be. */
  readonly sheet: boolean;
}

/** Dots an inch below which the eye sees them. */
const COARSEST = 150;

/** The same pictures give the same octets. */
export function renderPictures(
  pictures: readonly Picture[],
  area: PaperBox,
): Promise<Printable | Unprintable> {
  return orRefusal(async () => {
    const pages = pictures.length;
    if (pages > LETTER_PAGES_MAX) throw new PrintRefusal("too_many_pages", { pages, max: LETTER_PAGES_MAX });
    const document = await PDFDocument.create({ updateMetadata: false });
    const hash = createHash("sha256");
    for (const picture of pictures) {
      addPage(document, picture, area);
      hash.update(picture.bytes);
    }
    identifyFile(document, hash.digest("hex"));
    const pdf = await document.save({ useObjectStreams: false, addDefaultPage: false });
    return { ok: true, pdf, pages, colour: pictures.some(({ colour }) => colour) };
  });
}

function addPage(document: PDFDocument, picture: Picture, area: PaperBox): void {
  const page = document.addPage([A4.width, A4.height]);
  const name = PDFName.of("Picture");
  page.node.setXObject(name, embed(document.context, picture));
  const room = sheetBox(area);
  const turned = picture.sheet && picture.width > picture.height;
  const [across, up] = turned ? [picture.height, picture.width] : [picture.width, picture.height];
  const points = Math.min(72 / COARSEST, (room.right - room.left) / across, (room.top - room.bottom) / up);
  const [width, height] = [across * points, up * points];
  const [x, y] = [(room.left + room.right - width) / 2, (room.bottom + room.top - height) / 2];
  const place = turned ? `0 ${height} ${-width} 0 ${x + width} ${y}` : `${width} 0 0 ${height} ${x} ${y}`;
  const content = compressedStream(
    document.context,
    Buffer.from(`q ${place} cm ${name.toString()} Do Q\n`),
    {},
  );
  page.node.set(PDFName.of("Contents"), document.context.register(content));
}

/** Both encodings are what PDF calls DCT and Flate: nothing is unpacked. */
function embed(context: PDFContext, { encoding, bytes, width, height, channels }: Picture): PDFRef {
  const content = encoding === "jpeg" ? bytes : rowsOfPng(bytes);
  const entries = {
    Type: "XObject",
    Subtype: "Image",
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: channels === 1 ? "DeviceGray" : "DeviceRGB",
    Length: content.length,
  };
  const packed =
    encoding === "jpeg"
      ? { Filter: "DCTDecode" }
      : {
          Filter: "FlateDecode",
          DecodeParms: { Predictor: 15, Colors: channels, BitsPerComponent: 8, Columns: width },
        };
  return context.register(PDFRawStream.of(context.obj({ ...entries, ...packed }), content));
}

/** The IDAT chunks (ISO/IEC 15948 §11.2.4) are one stream of filtered rows, as PDF takes them. */
function rowsOfPng(bytes: Uint8Array): Uint8Array {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows: Uint8Array[] = [];
  for (let at = 8; at + 8 <= png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") rows.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return Buffer.concat(rows);
}
