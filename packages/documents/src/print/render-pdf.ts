// Makes a PDF of others ready for paper: upright A4 pages that show what it shows, and nothing else that was in it.

import { createHash } from "node:crypto";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFInvalidObject,
  PDFName,
  PDFObjectCopier,
  PDFStream,
  type PDFPageLeaf,
} from "pdf-lib";
import type { PaperBox } from "@posthorn/domain";
import { A4 } from "../pdf/draw-page.ts";
import { compressedStream } from "../pdf/compressed-stream.ts";
import { identifyFile } from "../pdf/identify-file.ts";
import { hideLayers, type Layers } from "./hide-layers.ts";
import { leavesOf, openSource } from "./open-source.ts";
import { drawFields } from "./draw-fields.ts";
import { embedMissingFonts } from "./embed-missing-fonts.ts";
import {
  type Matrix,
  multiply,
  placeOnSheet,
  readPage,
  sheetBox,
  type SourcePage,
  transformBox,
} from "./page-geometry.ts";
import { type PrintedAppearance, printedAppearances } from "./print-annotations.ts";
import { orRefusal, PrintRefusal, type Printable, type Unprintable } from "./print-outcome.ts";
import { checkPacked, filtersOf, streamOctets } from "./stream-content.ts";
import { openTracer, type Tracer } from "./trace-content.ts";
import type { Traced } from "./trace-state.ts";

/**
 * Pages as forms on A4 sheets: content, fields and stamps are drawn; scripts, links, layers that are off, attached
 * files and metadata stay behind. All ink stands within `area`. The same octets give the same octets.
 */
export function renderPdf(bytes: Uint8Array, area: PaperBox): Promise<Printable | Unprintable> {
  return orRefusal(async () => {
    const source = await openSource(bytes);
    dropSideData(source);
    await drawFields(source);
    const layers = hideLayers(source);
    const looks = leavesOf(source).map((leaf) => lookAt(leaf, layers));
    const tracer = openTracer();
    const traces = looks.map((look) => traceLook(tracer, look));
    embedMissingFonts(fontsOf(traces));
    const target = await PDFDocument.create({ updateMetadata: false });
    const copier = PDFObjectCopier.for(source.context, target.context);
    for (const [index, look] of looks.entries()) {
      addSheet(target, copier, look, placeOnSheet(look.page, traces[index]?.ink ?? null, sheetBox(area)));
    }
    checkStreams(target);
    identifyFile(target, createHash("sha256").update(bytes).digest("hex"));
    const pdf = await target.save({
      useObjectStreams: false,
      addDefaultPage: false,
      updateFieldAppearances: false,
    });
    return { ok: true, pdf, pages: target.getPageCount(), colour: traces.some(({ colour }) => colour) };
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

/** A picture or a font that is damaged prints as nothing, or as something else. */
function checkStreams({ context }: PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFInvalidObject) throw new PrintRefusal("unreadable");
    if (object instanceof PDFStream && filtersOf(object)[0] === "FlateDecode") checkPacked(object);
  }
}

interface Look {
  readonly leaf: PDFPageLeaf;
  readonly page: SourcePage;
  readonly content: Uint8Array;
  readonly appearances: readonly PrintedAppearance[];
}

function lookAt(leaf: PDFPageLeaf, layers: Layers): Look {
  return {
    leaf,
    page: readPage(leaf),
    content: layers.visible(pageContent(leaf), resourcesOf(leaf)),
    appearances: printedAppearances(leaf, layers),
  };
}

/** Its ink in points of the upright page. */
function traceLook(tracer: Tracer, { leaf, page, content, appearances }: Look): Traced {
  const found: Traced = { ink: null, colour: false, fonts: new Map() };
  const seen = transformBox(page.visible, page.upright);
  tracer.content(found, content, resourcesOf(leaf), page.upright, seen);
  for (const { form, place } of appearances) {
    tracer.form(found, form, multiply(place, page.upright), seen);
  }
  return found;
}

function fontsOf(traces: readonly Traced[]): ReadonlyMap<PDFDict, ReadonlySet<number>> {
  const fonts = new Map<PDFDict, ReadonlySet<number>>();
  for (const trace of traces) {
    for (const [font, codes] of trace.fonts) fonts.set(font, codes.union(fonts.get(font) ?? new Set()));
  }
  return fonts;
}

function addSheet(target: PDFDocument, copier: PDFObjectCopier, look: Look, place: Matrix): void {
  const { page } = look;
  const toSheet = multiply(page.upright, place);
  const sheet = target.addPage([A4.width, A4.height]);
  const { left, bottom, right, top } = page.visible;
  const draw: string[] = [
    `${numbers(toSheet)} cm`,
    `${numbers([left, bottom, right - left, top - bottom])} re W n`,
  ];
  const forms = [
    { form: pageForm(target, copier, look), at: null },
    ...look.appearances.map((printed) => ({ form: copier.copy(printed.form), at: printed.place })),
  ];
  for (const [index, { form, at }] of forms.entries()) {
    const name = PDFName.of(`F${index}`);
    sheet.node.setXObject(name, target.context.register(form));
    draw.push(at ? `q ${numbers(at)} cm ${name.toString()} Do Q` : `${name.toString()} Do`);
  }
  const content = compressedStream(target.context, Buffer.from(`q\n${draw.join("\n")}\nQ\n`), {});
  sheet.node.set(PDFName.of("Contents"), target.context.register(content));
  sheet.node.delete(PDFName.of("Annots"));
}

function pageForm(target: PDFDocument, copier: PDFObjectCopier, { leaf, page, content }: Look): PDFStream {
  const { left, bottom, right, top } = page.visible;
  const resources = resourcesOf(leaf);
  const group = leaf.get(PDFName.of("Group"));
  return compressedStream(target.context, content, {
    Type: "XObject",
    Subtype: "Form",
    BBox: [left, bottom, right, top],
    Resources: resources ? copier.copy(resources) : {},
    ...(group ? { Group: copier.copy(group) } : {}),
  });
}

function resourcesOf(leaf: PDFPageLeaf): PDFDict | null {
  const resources = leaf.context.lookup(leaf.getInheritableAttribute(PDFName.of("Resources")));
  return resources instanceof PDFDict ? resources : null;
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
