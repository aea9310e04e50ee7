// Writes pages of ink as a tagged PDF/A-3A file (ISO 19005-3) with attached files.

import { createHash } from "node:crypto";
import { PDFDocument, PDFName, PDFRawStream, PDFRef, PDFStream } from "pdf-lib";
import type { Language } from "@posthorn/domain";
import type { Ink } from "../layout/block.ts";
import { attachFiles, type AttachedFile } from "./attach-files.ts";
import { A4, drawPage } from "./draw-page.ts";
import { embedFaces } from "./embed-faces.ts";
import { identifyFile } from "./identify-file.ts";
import { openStructure } from "./mark-structure.ts";

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
 * The same content gives the same bytes. The structure is PDF/A-3A; whether a file conforms is for a validator to say.
 * Every text must have been shaped by this package: other characters would print as the font's empty glyph.
 */
export async function writePdf(content: PdfContent): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  describe(document, content);
  const fonts = embedFaces(document, content.pages.flat());
  const structure = openStructure(document);
  for (const inks of content.pages) {
    drawPage(document.addPage([A4.width, A4.height]), inks, fonts, structure);
  }
  structure.close();
  attachFiles(document, content.attachments, legacyDate(content.madeAt));
  identifyFile(document, digestOf(content));
  document.convertToPDFA({ conformance: "3B" });
  claimLevelA(document);
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

/** The library writes level B at most; it leaves alone what claims more than it knows. */
function claimLevelA({ context, catalog }: PDFDocument): void {
  const metadata = catalog.lookup(PDFName.of("Metadata"), PDFStream);
  const xml = Buffer.from(metadata.getContents()).toString("utf8");
  const claimed = xml.replace("<pdfaid:conformance>B<", "<pdfaid:conformance>A<");
  if (claimed === xml) throw new Error("the metadata claim no level");
  const { dict } = metadata;
  const ref = catalog.get(PDFName.of("Metadata"));
  if (!(ref instanceof PDFRef)) throw new TypeError("the metadata are not an object of their own");
  context.assign(ref, PDFRawStream.of(dict, Buffer.from(claimed, "utf8")));
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
