// Measures of the sheet in points.

import type { PaperBox } from "@posthorn/domain";
import { MM } from "../pdf/draw-page.ts";

/** Millimetres in points. */
export function mm(millimetres: number): number {
  return millimetres * MM;
}

/** The box in points. */
export function inPoints({ x, y, width, height }: PaperBox): PaperBox {
  return { x: mm(x), y: mm(y), width: mm(width), height: mm(height) };
}

/** Of text, left and right on our own pages. */
const SIDE = 20;
/** Where text of our own pages stands. */
export const TEXT = { x: mm(SIDE), width: mm(210 - 2 * SIDE), top: mm(18), bottom: mm(283) } as const;
