// What stands on a page besides its content and is printed with it: fields, stamps, signatures (ISO 32000-1 §12.5).

import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream, type PDFPageLeaf } from "pdf-lib";
import type { Layers } from "./hide-layers.ts";
import { type Matrix, multiply, readBox, readMatrix, transformBox } from "./page-geometry.ts";

export interface PrintedAppearance {
  readonly form: PDFStream;
  /** From the form's space to that of the page. */
  readonly place: Matrix;
}

const HIDDEN = 2;
const PRINT = 4;

/** In the order in which they are drawn. What has no appearance, or is for the screen alone, is left behind. */
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

/** The one that is chosen where there are several: a box that is ticked or not. */
function normalAppearance(annotation: PDFDict): PDFStream | null {
  const appearances = annotation.lookup(PDFName.of("AP"));
  const normal = appearances instanceof PDFDict ? appearances.lookup(PDFName.of("N")) : undefined;
  if (normal instanceof PDFStream) return normal;
  const state = annotation.lookup(PDFName.of("AS"));
  const chosen = normal instanceof PDFDict && state instanceof PDFName ? normal.lookup(state) : undefined;
  return chosen instanceof PDFStream ? chosen : null;
}
