// Makes a PDF of others ready for paper: upright A4 pages that show what it shows, and nothing else that was in it.

import { createHash } from "node:crypto";
import {
  PDFArray,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFObjectCopier,
  PDFStream,
  type PDFObject,
  type PDFPageLeaf,
} from "pdf-lib";
import type { PaperBox } from "@posthorn/domain";
import { A4 } from "../pdf/draw-page.ts";
import { compressedStream } from "../pdf/compressed-stream.ts";
import { leavesOf, openSource } from "./open-source.ts";
import { type Box, multiply, placeOnSheet, readPage, sheetBox } from "./page-geometry.ts";
import { printedAppearances } from "./print-annotations.ts";
import { orRefusal, type Printable, type Unprintable } from "./print-outcome.ts";
import { streamOctets } from "./stream-content.ts";

/**
 * Pages as forms on A4 sheets: content, fields and stamps are drawn; scripts, links, layers that are off, attached
 * files and metadata stay behind. All ink stands within `area`. The same octets give the same octets.
 */
export function renderPdf(bytes: Uint8Array, area: PaperBox): Promise<Printable | Unprintable> {
  return orRefusal(async () => {
    const source = await openSource(bytes);
    dropSideData(source);
    const target = await PDFDocument.create({ updateMetadata: false });
    const copier = PDFObjectCopier.for(source.context, target.context);
    for (const leaf of leavesOf(source)) addSheet(target, copier, leaf, sheetBox(area));
    const id = PDFHexString.of(createHash("sha256").update(bytes).digest("hex").slice(0, 32));
    target.context.trailerInfo.ID = target.context.obj([id, id]);
    const pdf = await target.save({
      useObjectStreams: false,
      addDefaultPage: false,
      updateFieldAppearances: false,
    });
    return { ok: true, pdf, pages: target.getPageCount(), colour: true };
  });
}

/** Hangs on streams without being drawn: descriptions, working files of a program, files outside, other versions. */
const SIDE_DATA = [
  "Metadata",
  "PieceInfo",
  "AF",
  "OPI",
  "Ref",
  "Alternates",
  "F",
  "StructParent",
  "StructParents",
];

function dropSideData({ context }: PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFStream)) continue;
    for (const key of SIDE_DATA) object.dict.delete(PDFName.of(key));
  }
}

function addSheet(target: PDFDocument, copier: PDFObjectCopier, leaf: PDFPageLeaf, area: Box): void {
  const page = readPage(leaf);
  const toSheet = multiply(page.upright, placeOnSheet(page, null, area));
  const sheet = target.addPage([A4.width, A4.height]);
  const { left, bottom, right, top } = page.visible;
  const draw: string[] = [
    `${numbers(toSheet)} cm`,
    `${numbers([left, bottom, right - left, top - bottom])} re W n`,
  ];
  const forms = [
    { form: pageForm(target, copier, leaf, page.visible), place: null },
    ...printedAppearances(leaf).map(({ form, place }) => ({ form: copier.copy(form), place })),
  ];
  for (const [index, { form, place }] of forms.entries()) {
    const name = PDFName.of(`F${index}`);
    sheet.node.setXObject(name, target.context.register(form));
    draw.push(place ? `q ${numbers(place)} cm ${name.toString()} Do Q` : `${name.toString()} Do`);
  }
  const content = compressedStream(target.context, Buffer.from(`q\n${draw.join("\n")}\nQ\n`), {});
  sheet.node.set(PDFName.of("Contents"), target.context.register(content));
}

function pageForm(target: PDFDocument, copier: PDFObjectCopier, leaf: PDFPageLeaf, visible: Box): PDFStream {
  const { left, bottom, right, top } = visible;
  const inherited = (name: string): PDFObject | undefined => {
    const value = leaf.getInheritableAttribute(PDFName.of(name));
    return value && copier.copy(value);
  };
  const resources = inherited("Resources");
  const group = leaf.get(PDFName.of("Group"));
  return compressedStream(target.context, pageContent(leaf), {
    Type: "XObject",
    Subtype: "Form",
    BBox: [left, bottom, right, top],
    Resources: resources ?? {},
    ...(group ? { Group: copier.copy(group) } : {}),
  });
}

/** The streams of a page are one, cut wherever its writer liked. Throws PrintRefusal `unreadable`. */
function pageContent(leaf: PDFPageLeaf): Uint8Array {
  const contents = leaf.lookup(PDFName.of("Contents"));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents];
  return Buffer.concat(
    streams
      .filter((stream) => stream instanceof PDFStream)
      .flatMap((stream) => [streamOctets(stream), Buffer.from("\n")]),
  );
}

/** As PDF writes numbers: never with an exponent. */
function numbers(values: readonly number[]): string {
  return values.map((value) => Number(value.toFixed(5)).toString()).join(" ");
}
