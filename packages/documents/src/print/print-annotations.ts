// What stands on a page besides its content and is printed with it: fields, stamps, signatures (ISO 32000-1 §12.5).

import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream, type PDFPageLeaf } from "pdf-lib";
import type { Layers } from "./hide-layers.ts";
import { PrintRefusal } from "./print-outcome.ts";
import { type Matrix, multiply, readBox, readMatrix, transformBox } from "./page-geometry.ts";

export interface PrintedAppearance {
  readonly form: PDFStream;
  /** From the form's space to that of the page. */
  readonly place: Matrix;
}

const HIDDEN = 2;
const PRINT = 4;

/** What says or marks something on paper; links, and windows that a reader opens, do not. */
const MARKS = new Set(
  [
    "Circle",
    "FreeText",
    "Highlight",
    "Ink",
    "Line",
    "PolyLine",
    "Polygon",
    "Redact",
    "Square",
    "Squiggly",
    "Stamp",
    "StrikeOut",
    "Underline",
  ].map((name) => PDFName.of(name)),
);
const OFF = PDFName.of("Off");

/**
 * In the order in which they are drawn. What has no appearance, or is for the screen alone, is left behind; throws PrintRefusal
 * `marks_not_drawn` where that would be a mark or a tick, which paper must not lose.
 */
export function printedAppearances(leaf: PDFPageLeaf, layers: Layers): readonly PrintedAppearance[] {
  const annotations = leaf.lookup(PDFName.of("Annots"));
  if (!(annotations instanceof PDFArray)) return [];
  return annotations.asArray().flatMap((_, index) => {
    const annotation = annotations.lookup(index);
    const printed =
      annotation instanceof PDFDict && !layers.isHidden(annotation.lookup(PDFName.of("OC")))
        ? appearanceOf(annotation)
        : null;
    return printed ? [printed] : [];
  });
}

function appearanceOf(annotation: PDFDict): PrintedAppearance | null {
  const flags = annotation.lookup(PDFName.of("F"));
  const set = flags instanceof PDFNumber ? flags.asNumber() : 0;
  if ((set & PRINT) === 0 || (set & HIDDEN) !== 0) return null;
  if (annotation.lookup(PDFName.of("Subtype")) === PDFName.of("Popup")) return null;
  const form = normalAppearance(annotation);
  if (!form && isMark(annotation)) throw new PrintRefusal("marks_not_drawn");
  const area = readBox(annotation.lookup(PDFName.of("Rect")));
  const box = form && readBox(form.dict.lookup(PDFName.of("BBox")));
  if (!form || !area || !box) return null;
  const seen = transformBox(box, readMatrix(form.dict.lookup(PDFName.of("Matrix"))));
  const [width, height] = [seen.right - seen.left, seen.top - seen.bottom];
  if (width <= 0 || height <= 0) return null;
  const [x, y] = [(area.right - area.left) / width, (area.top - area.bottom) / height];
  return {
    form,
    place: multiply([1, 0, 0, 1, -seen.left, -seen.bottom], [x, 0, 0, y, area.left, area.bottom]),
  };
}

/** With something to see: a mark of a reader, or a box or button of a form that is on (§12.7.4.2). */
function isMark(annotation: PDFDict): boolean {
  const kind = annotation.lookup(PDFName.of("Subtype"));
  if (kind instanceof PDFName && MARKS.has(kind)) return true;
  if (kind !== PDFName.of("Widget")) return false;
  const field = annotation.has(PDFName.of("FT")) ? annotation : annotation.lookup(PDFName.of("Parent"));
  if (!(field instanceof PDFDict) || field.lookup(PDFName.of("FT")) !== PDFName.of("Btn")) return false;
  const state = annotation.lookup(PDFName.of("AS")) ?? field.lookup(PDFName.of("V"));
  return state instanceof PDFName && state !== OFF;
}

/** The one that is chosen where there are several: a box that is ticked or not. */
function normalAppearance(annotation: PDFDict): PDFStream | null {
  const appearances = annotation.lookup(PDFName.of("AP"));
  const normal = appearances instanceof PDFDict ? appearances.lookup(PDFName.of("N")) : undefined;
  if (normal instanceof PDFStream) return normal;
  const state = annotation.lookup(PDFName.of("AS"));
  const chosen = normal instanceof PDFDict && state instanceof PDFName ? normal.lookup(state) : undefined;
  return chosen instanceof PDFStream ? chosen : null;
}
