// Pages of a rendition set on pages of the letter, as they are; smaller only where the printer reaches less than usual.

import {
  PDFDocument,
  PDFName,
  PDFObjectCopier,
  PDFRawStream,
  decodePDFRawStream,
  ParseSpeeds,
  type PDFContext,
  type PDFPage,
  type PDFPageLeaf,
} from "pdf-lib";
import { A4_PAPER, CONTENT_AREA } from "@posthorn/domain";
import { compressedStream } from "../pdf/compressed-stream.ts";
import { A4 } from "../pdf/draw-page.ts";
import type { LetterPart } from "./letter-facts.ts";
import { mm } from "./measure.ts";
import { decimal, STRIP } from "./page-marks.ts";

export interface OpenRendition {
  readonly pages: readonly PDFPage[];
  readonly copier: PDFObjectCopier;
  readonly context: PDFContext;
}

/** Into a document with this context. Throws TypeError where the pages are not those that were told. */
export async function openRendition(part: LetterPart, context: PDFContext): Promise<OpenRendition> {
  const source = await PDFDocument.load(part.bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  const pages = source.getPages();
  if (pages.length !== part.print.pages) throw new TypeError("a rendition has another number of pages");
  return { pages, copier: PDFObjectCopier.for(source.context, context), context };
}

/** Page `number`, from 0. `margin` in millimetres: what the printer cannot reach. */
export function drawRendition(
  sheet: PDFPage,
  rendition: OpenRendition,
  number: number,
  margin: number,
): void {
  const page = rendition.pages[number];
  if (!page) throw new TypeError("a rendition has no such page");
  const name = sheet.node.newXObject("Part", formOf(page, rendition));
  const { scale, x, y } = placeWithin(margin);
  const content = `q ${[scale, 0, 0, scale, x, y].map(decimal).join(" ")} cm ${name.toString()} Do Q\n`;
  sheet.node.addContentStream(
    rendition.context.register(compressedStream(rendition.context, Buffer.from(content), {})),
  );
}

/** Where a page goes so that its content area lies within what is left beside the strip and the margins. */
function placeWithin(margin: number): { readonly scale: number; readonly x: number; readonly y: number } {
  const left = margin + STRIP + 1;
  const width = A4_PAPER.width - left - margin;
  const height = A4_PAPER.height - 2 * margin;
  const scale = Math.min(1, width / CONTENT_AREA.width, height / CONTENT_AREA.height);
  if (scale === 1) return { scale, x: 0, y: 0 };
  const top = margin + (height - scale * CONTENT_AREA.height) / 2;
  const below = A4_PAPER.height - top - scale * (A4_PAPER.height - CONTENT_AREA.y);
  return { scale, x: mm(left - scale * CONTENT_AREA.x), y: mm(below) };
}

/** Rounded sizes of A4 in other programs. */
const TOLERANCE = 1;

/** A form of its own, so that nothing in it reaches the marks. */
function formOf(page: PDFPage, { copier, context }: OpenRendition) {
  const { x, y, width, height } = page.getMediaBox();
  const upright = Math.abs(width - A4.width) < TOLERANCE && Math.abs(height - A4.height) < TOLERANCE;
  if (!upright || page.getRotation().angle % 360 !== 0)
    throw new TypeError("a rendition's page is not upright A4");
  const resources = page.node.Resources();
  const group = page.node.lookup(PDFName.of("Group"));
  return context.register(
    formStream(page.node, context, {
      Type: "XObject",
      Subtype: "Form",
      BBox: [x, y, x + width, y + height],
      Matrix: [1, 0, 0, 1, -x, -y],
      ...(resources && { Resources: copier.copy(resources) }),
      ...(group && { Group: copier.copy(group) }),
    }),
  );
}

type Entries = NonNullable<Parameters<PDFContext["stream"]>[1]>;

/** A single stream is taken over as it is compressed; several are read as one (ISO 32000-1 §7.8.2). */
function formStream(node: PDFPageLeaf, context: PDFContext, entries: Entries): PDFRawStream {
  const streams = contentsOf(node);
  const [only] = streams;
  if (!only || streams.length > 1) {
    const octets = streams.flatMap((stream) => [decodePDFRawStream(stream).decode(), LINE_FEED]);
    return compressedStream(context, Buffer.concat(octets), entries);
  }
  const dict = context.obj({ ...entries, Length: only.contents.length });
  for (const key of ["Filter", "DecodeParms"].map((name) => PDFName.of(name))) {
    const value = only.dict.lookup(key);
    if (value) dict.set(key, value);
  }
  return PDFRawStream.of(dict, only.contents);
}

const LINE_FEED = Buffer.from("\n");

function contentsOf(node: PDFPageLeaf): readonly PDFRawStream[] {
  const refs = node.normalizedEntries().Contents?.asArray() ?? [];
  return refs.map((ref) => node.context.lookup(ref)).filter((stream) => stream instanceof PDFRawStream);
}
