// Draws the form fields that a file leaves to the reader's program to draw (ISO 32000-1 §12.7.3.3).

import {
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFDropdown,
  type PDFField,
  type PDFFont,
  PDFName,
  PDFOptionList,
  PDFTextField,
  StandardFonts,
} from "pdf-lib";
import { PrintRefusal } from "./print-outcome.ts";

/**
 * Fields that have no looks of their own, or, where the file says that looks may be out of date, all that hold a text.
 * Throws PrintRefusal `dynamic_form` for a field that would be left empty.
 */
export async function drawFields(source: PDFDocument): Promise<void> {
  const entry = source.catalog.lookup(PDFName.of("AcroForm"));
  if (!(entry instanceof PDFDict)) return;
  const outdated = entry.lookup(PDFName.of("NeedAppearances")) === PDFBool.True;
  const fields = source.getForm().getFields().filter(holdsText);
  const open = fields.filter((field) => outdated || !isDrawn(field));
  if (open.length === 0) return;
  const font = source.embedStandardFont(StandardFonts.Helvetica);
  for (const field of open) draw(field, font);
  await font.embed();
}

function draw(field: PDFTextField | PDFDropdown | PDFOptionList, font: PDFFont): void {
  try {
    refuseUnknown(field, font);
    field.defaultUpdateAppearances(font);
  } catch (cause) {
    // A script that the face does not have; what was drawn before is better than nothing.
    if (!isDrawn(field)) throw Object.assign(new PrintRefusal("dynamic_form"), { cause });
  }
}

/** The library puts question marks in their place. */
function refuseUnknown(field: PDFTextField | PDFDropdown | PDFOptionList, font: PDFFont): void {
  const known = new Set(font.getCharacterSet());
  const text = field instanceof PDFTextField ? (field.getText() ?? "") : field.getSelected().join("");
  const unknown = [...text].some((each) => !/\s/u.test(each) && !known.has(each.codePointAt(0) ?? 0));
  if (unknown) throw new RangeError("a field holds characters that its face does not have");
}

function holdsText(field: PDFField): field is PDFTextField | PDFDropdown | PDFOptionList {
  return field instanceof PDFTextField || field instanceof PDFDropdown || field instanceof PDFOptionList;
}

function isDrawn({ acroField }: PDFField): boolean {
  return acroField.getWidgets().every(({ dict }) => {
    const looks = dict.lookup(PDFName.of("AP"));
    return looks instanceof PDFDict && looks.has(PDFName.of("N"));
  });
}
