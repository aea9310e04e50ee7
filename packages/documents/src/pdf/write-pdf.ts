// Writes pages of ink as a PDF/A-3B structured file (ISO 19005-3) with attached files (ISO 32000-2 §7.11.4, §14.13).

import { createHash } from "node:crypto";
import {
  AFRelationship,
  beginText,
  endText,
  LineCapStyle,
  PDFDocument,
  PDFHexString,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  setFillingRgbColor,
  setFontAndSize,
  setLineJoin,
  LineJoinStyle,
  setTextMatrix,
  showText,
  type PDFFont,
  type PDFPage,
} from "pdf-lib";
import type { Language } from "@posthorn/domain";
import type { AnyFace } from "../font/open-face.ts";
import type { Ink } from "../layout/block.ts";
import type { Color } from "../text/style.ts";
import { embedFaces } from "./embed-faces.ts";

/** A4 in points. */
export const A4 = { width: 595.28, height: 841.89 } as const;

export interface AttachedFile {
  /** ASCII, unique in the document. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly description: string;
  /** How the file relates to the page (ISO 32000-2 §14.13.2). */
  readonly relationship: "Data" | "Source" | "Alternative" | "Supplement";
}

export interface PdfContent {
  /** Ink per page, in points from the top left corner of the sheet. */
  readonly pages: readonly (readonly Ink[])[];
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly language: Language;
  /** Date of creation and modification in the file's metadata. */
  readonly madeAt: Temporal.Instant;
  readonly attachments: readonly AttachedFile[];
}

const PRODUCER = "Posthorn";

/**
 * The same content gives the same bytes. The structure is PDF/A-3B; whether a file conforms is for a validator to say.
 * Every text must have been shaped by this package: other characters would print as the font's empty glyph.
 */
export async function writePdf(content: PdfContent): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  describe(document, content);
  const fonts = await embedFaces(document, content.pages.flat());
  for (const inks of content.pages) {
    const page = document.addPage([A4.width, A4.height]);
    drawPage(page, inks, fonts);
  }
  const madeAt = legacyDate(content.madeAt);
  for (const file of content.attachments) {
    await document.attach(file.bytes, file.name, {
      mimeType: file.mediaType,
      description: file.description,
      creationDate: madeAt,
      modificationDate: madeAt,
      afRelationship: AFRelationship[file.relationship],
    });
  }
  const id = PDFHexString.of(digestOf(content).slice(0, 32));
  document.context.trailerInfo.ID = document.context.obj([id, id]);
  document.convertToPDFA({ conformance: "3B" });
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

function describe(document: PDFDocument, content: PdfContent): void {
  const madeAt = legacyDate(content.madeAt);
  document.setTitle(content.title, { showInWindowTitleBar: true });
  document.setAuthor(content.author);
  document.setSubject(content.subject);
  document.setCreator(PRODUCER);
  document.setProducer(PRODUCER);
  document.setLanguage(content.language);
  document.setCreationDate(madeAt);
  document.setModificationDate(madeAt);
}

/** pdf-lib knows no Temporal; an instant is an instant. Whole seconds, as PDF writes them. */
function legacyDate(instant: Temporal.Instant): Date {
  return new Date(Math.floor(instant.epochMilliseconds / 1000) * 1000);
}

function digestOf(content: PdfContent): string {
  const hash = createHash("sha256");
  hash.update(
    JSON.stringify([
      content.pages,
      content.title,
      content.author,
      content.language,
      content.madeAt.toString(),
    ]),
  );
  for (const { name, bytes } of content.attachments) hash.update(name).update(bytes);
  return hash.digest("hex");
}

function drawPage(page: PDFPage, inks: readonly Ink[], fonts: ReadonlyMap<AnyFace, PDFFont>): void {
  page.pushOperators(setLineJoin(LineJoinStyle.Round));
  const names = new Map<PDFFont, ReturnType<PDFPage["node"]["newFontDictionary"]>>();
  for (const ink of inks) {
    if (ink.kind === "path") {
      drawPath(page, ink);
      continue;
    }
    const font = fonts.get(ink.face);
    if (!font) continue;
    const name = names.get(font) ?? page.node.newFontDictionary(font.name, font.ref);
    names.set(font, name);
    page.pushOperators(
      pushGraphicsState(),
      beginText(),
      setFillingRgbColor(...ink.color),
      setFontAndSize(name, ink.size),
      setTextMatrix(1, 0, 0, 1, ink.x, A4.height - ink.y),
      showText(font.encodeText(ink.text)),
      endText(),
      popGraphicsState(),
    );
  }
}

function drawPath(page: PDFPage, ink: Extract<Ink, { kind: "path" }>): void {
  const color = ([r, g, b]: Color) => rgb(r, g, b);
  page.drawSvgPath(ink.path, {
    x: ink.x,
    y: A4.height - ink.y,
    scale: ink.scale ?? 1,
    borderWidth: ink.strokeWidth ?? (ink.stroke ? 1 : 0),
    borderLineCap: LineCapStyle.Round,
    ...(ink.fill ? { color: color(ink.fill) } : {}),
    ...(ink.stroke ? { borderColor: color(ink.stroke) } : {}),
    ...(ink.dash ? { borderDashArray: [...ink.dash] } : {}),
  });
}
