// What a printer keeps in mind while it follows a content stream (ISO 32000-1 §8.4), and how it marks the paper.

import { PDFDict, PDFName, type PDFObject, type PDFStream } from "pdf-lib";
import type { FontMetrics } from "./font-metrics.ts";
import { type Box, IDENTITY, intersect, type Matrix, transformBox } from "./page-geometry.ts";
import { BLACK, type ColourSpace, type Paint } from "./read-colour.ts";
import type { Operand } from "./read-content.ts";

/** What was found so far; filled by one trace after the other. */
export interface Traced {
  /** Around all ink; null where there is none. */
  ink: Box | null;
  colour: boolean;
  /** Codes of one octet that each font is asked for; of fonts with longer codes only that they are used. */
  readonly fonts: Map<PDFDict, Set<number>>;
}

export interface GraphicsState {
  ctm: Matrix;
  /** Null where nothing is seen any more. */
  clip: Box | null;
  fill: Paint;
  stroke: Paint;
  fillSpace: ColourSpace | null;
  strokeSpace: ColourSpace | null;
  lineWidth: number;
  font: PDFDict | null;
  size: number;
  spacing: number;
  wordSpacing: number;
  /** Of the width: 1 is 100 %. */
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

/** Follows one content stream. */
export interface Pen {
  state: GraphicsState;
  readonly saved: GraphicsState[];
  readonly resources: PDFDict | null;
  readonly found: Traced;
  path: Box | null;
  clipNext: boolean;
  line: Matrix;
  text: Matrix;
  metricsOf(font: PDFDict): FontMetrics;
  /** Draws a form at the place that the state is at. */
  drawForm(form: PDFStream): void;
  /** Colour of the tiles of a pattern; its fonts are noted. */
  paintOfTiles(pattern: PDFStream): Paint;
}

/** One operator. `n` gives an operand as a number, 0 where it is none. */
export type Act = (pen: Pen, n: (index: number) => number, operands: readonly Operand[]) => void;

export function startState(ctm: Matrix, clip: Box | null): GraphicsState {
  const grey: ColourSpace = { kind: "grey" };
  return {
    ctm,
    clip,
    fill: BLACK,
    stroke: BLACK,
    fillSpace: grey,
    strokeSpace: grey,
    lineWidth: 1,
    font: null,
    size: 0,
    spacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

export function startPen(
  state: GraphicsState,
  around: Pick<Pen, "resources" | "found" | "metricsOf">,
  draws: Pick<Pen, "drawForm" | "paintOfTiles">,
): Pen {
  return {
    ...around,
    ...draws,
    state,
    saved: [],
    path: null,
    clipNext: false,
    line: IDENTITY,
    text: IDENTITY,
  };
}

/** Ink of `paint` somewhere in the box, as far as it is not clipped away. */
export function mark({ state, found }: Pen, box: Box, paint: Paint, matrix: Matrix = state.ctm): void {
  if (paint.white || !state.clip) return;
  const seen = intersect(widen(transformBox(box, matrix), HAIRLINE), state.clip);
  if (!seen) return;
  found.ink = found.ink ? enclose(found.ink, seen) : seen;
  if (paint.colour) found.colour = true;
}

/** A line without width is as thin as the printer can draw, and is there all the same. */
const HAIRLINE = 0.05;

export function widen(box: Box, by: number): Box {
  return { left: box.left - by, bottom: box.bottom - by, right: box.right + by, top: box.top + by };
}

export function enclose(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
    top: Math.max(one.top, other.top),
  };
}

/** A thing that a content stream calls by name. */
export function resource({ resources }: Pen, kind: string, name: Operand | undefined): PDFObject | undefined {
  const named = resources?.lookup(PDFName.of(kind));
  if (!(named instanceof PDFDict) || typeof name !== "string") return undefined;
  return named.lookup(PDFName.of(name.slice(1)));
}
