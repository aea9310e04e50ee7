// A whole letter as one print-ready PDF 1.7: address page, the renditions of the parts, the list of digests.

import { createHash } from "node:crypto";
import { PDFDocument, PDFName } from "pdf-lib";
import {
  AppError,
  LETTER_PAGES_MAX,
  type LetterLength,
  type LetterPage,
  lengthOfLetter,
  planPages,
  type PrinterProfile,
} from "@posthorn/domain";
import type { Ink } from "../layout/block.ts";
import { A4, drawPage } from "../pdf/draw-page.ts";
import { embedFaces } from "../pdf/embed-faces.ts";
import { identifyFile } from "../pdf/identify-file.ts";
import { UNTAGGED } from "../pdf/mark-structure.ts";
import { addressPage } from "./address-page.ts";
import { digestsPage } from "./digests-page.ts";
import type { Letter, LetterInHand, PrintReadyLetter } from "./letter-facts.ts";
import { COUNTER_ALPHABET, drawMark } from "./page-marks.ts";
import { drawRendition, openRendition } from "./rendition-page.ts";
import { verifyCode } from "./verify-block.ts";

const PRODUCER = "Posthorn";

/**
 * The same letter gives the same octets. Fonts are embedded; there are no links, notes or attachments. Errors: conflict
 * `letter_too_long` with `sheets` and `max` where no envelope of this printer takes it, or `pages` and `max` where it has
 * more than a letter may. Throws TypeError for a rendition that is none: not upright A4, or of another number of pages.
 */
export async function composeLetter(letter: Letter, printer: PrinterProfile): Promise<PrintReadyLetter> {
  const shape = { parts: letter.parts.map(({ print }) => print.pages), duplex: printer.duplex };
  const length = lengthOfLetter(shape);
  refuseTooLong(length, printer);
  const plan = planPages(shape);
  const document = await PDFDocument.create({ updateMetadata: false });
  describe(document, letter, printer);
  const inHand: LetterInHand = { letter, printer, plan, length, code: verifyCode(letter.verifyUrl) };
  const own = plan.map((page) => ownInks(inHand, page));
  const fonts = embedFaces(document, [COUNTER_ALPHABET, ...own.flat()]);
  const renditions = await Promise.all(letter.parts.map((part) => openRendition(part, document.context)));
  for (const [index, page] of plan.entries()) {
    const sheet = document.addPage([A4.width, A4.height]);
    const rendition = page.kind === "part" ? renditions[page.part] : undefined;
    if (page.kind === "part" && rendition) drawRendition(sheet, rendition, page.page, printer.margin);
    const inks = own[index] ?? [];
    if (inks.length > 0) drawPage(sheet, inks, fonts, UNTAGGED);
    drawMark(sheet, { jobId: letter.jobId, page: index + 1, pages: plan.length }, printer.margin, fonts);
    // The library leaves a place for notes on every page.
    sheet.node.delete(PDFName.of("Annots"));
  }
  const pdf = await document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
  const colour = letter.parts.some((part) => part.colour);
  return { pdf, pages: length.pages, sheets: length.sheets, colour };
}

function refuseTooLong({ pages, sheets, tooLong }: LetterLength, printer: PrinterProfile): void {
  const code = "letter_too_long";
  const refuse = (params: Readonly<Record<string, number>>) =>
    new AppError("conflict", code, { fields: [{ path: "letter", code, params }] });
  if (tooLong) throw refuse({ pages, sheets, max: LETTER_PAGES_MAX });
  if (sheets > printer.sheets) throw refuse({ pages, sheets, max: printer.sheets });
}

/** Ink that we put on the page besides its marks. */
function ownInks(inHand: LetterInHand, page: LetterPage): readonly Ink[] {
  switch (page.kind) {
    case "address":
      return addressPage(inHand);
    case "digests":
      return digestsPage(inHand, page);
    case "part":
    case "blank":
      return [];
  }
}

/** Names no one: the file passes through the hands of a printer. */
function describe(document: PDFDocument, letter: Letter, printer: PrinterProfile): void {
  // pdf-lib knows no Temporal; an instant is an instant.
  const madeAt = new Date(Math.floor(letter.releasedAt.epochMilliseconds / 1000) * 1000);
  document.setTitle(letter.jobId);
  document.setCreator(PRODUCER);
  document.setProducer(PRODUCER);
  document.setLanguage(letter.language);
  document.setCreationDate(madeAt);
  document.setModificationDate(madeAt);
  const { parts, ...facts } = letter;
  const digests = parts.map(({ bytes: _, ...part }) => part);
  const digest = createHash("sha256")
    .update(JSON.stringify([facts, digests, printer]))
    .digest("hex");
  identifyFile(document, digest);
}
