// The operators that show text (ISO 32000-1 §9.4): where it stands, and with which codes of which fonts.

import { PDFDict } from "pdf-lib";
import { IDENTITY, multiply } from "./page-geometry.ts";
import type { Operand } from "./read-content.ts";
import { type Act, mark, type Pen, resource } from "./trace-state.ts";

/** Rendering modes in which text leaves no ink: read by machines behind a scan, or only clipping. */
const INVISIBLE: ReadonlySet<number> = new Set([3, 7]);
const STROKED = 1;
const BLANK = 32;

export const TEXT_ACTS: Readonly<Record<string, Act>> = {
  BT: (pen) => {
    pen.line = IDENTITY;
    pen.text = IDENTITY;
  },
  Tf: (pen, n, operands) => {
    const font = resource(pen, "Font", operands[0]);
    pen.state.font = font instanceof PDFDict ? font : null;
    pen.state.size = n(1);
  },
  Tc: ({ state }, n) => {
    state.spacing = n(0);
  },
  Tw: ({ state }, n) => {
    state.wordSpacing = n(0);
  },
  Tz: ({ state }, n) => {
    state.scale = n(0) / 100;
  },
  TL: ({ state }, n) => {
    state.leading = n(0);
  },
  Ts: ({ state }, n) => {
    state.rise = n(0);
  },
  Tr: ({ state }, n) => {
    state.mode = n(0);
  },
  Tm: (pen, n) => {
    pen.line = [n(0), n(1), n(2), n(3), n(4), n(5)];
    pen.text = pen.line;
  },
  Td: (pen, n) => nextLine(pen, n(0), n(1)),
  TD: (pen, n) => {
    pen.state.leading = -n(1);
    nextLine(pen, n(0), n(1));
  },
  "T*": (pen) => nextLine(pen, 0, -pen.state.leading),
  Tj: (pen, _, operands) => show(pen, operands[0]),
  "'": (pen, _, operands) => {
    nextLine(pen, 0, -pen.state.leading);
    show(pen, operands[0]);
  },
  '"': (pen, n, operands) => {
    pen.state.wordSpacing = n(0);
    pen.state.spacing = n(1);
    nextLine(pen, 0, -pen.state.leading);
    show(pen, operands[2]);
  },
  TJ: (pen, _, operands) => {
    const [pieces] = operands;
    if (!Array.isArray(pieces)) return;
    for (const piece of pieces as readonly Operand[]) {
      if (typeof piece === "number") advance(pen, (-piece / 1000) * pen.state.size * pen.state.scale);
      else show(pen, piece);
    }
  },
};

function nextLine(pen: Pen, x: number, y: number): void {
  pen.line = multiply([1, 0, 0, 1, x, y], pen.line);
  pen.text = pen.line;
}

function advance(pen: Pen, by: number): void {
  pen.text = multiply([1, 0, 0, 1, by, 0], pen.text);
}

function show(pen: Pen, shown: Operand | undefined): void {
  const { state, found } = pen;
  const { font, size, rise } = state;
  if (!font || !(shown instanceof Uint8Array)) return;
  const metrics = pen.metricsOf(font);
  const codes = found.fonts.get(font) ?? new Set<number>();
  found.fonts.set(font, codes);
  let width = 0;
  let blank = true;
  for (let at = 0; at + metrics.octets <= shown.length; at += metrics.octets) {
    const single = metrics.octets === 1;
    const code = single ? (shown[at] ?? 0) : ((shown[at] ?? 0) << 8) | (shown[at + 1] ?? 0);
    const isBlank = single && code === BLANK;
    if (single) codes.add(code);
    blank &&= isBlank;
    width += metrics.advance(code) * size + state.spacing + (isBlank ? state.wordSpacing : 0);
  }
  width *= state.scale;
  if (!blank && !INVISIBLE.has(state.mode)) {
    const heights = [metrics.ascent * size + rise, metrics.descent * size + rise];
    const box = {
      left: Math.min(0, width),
      bottom: Math.min(...heights),
      right: Math.max(0, width),
      top: Math.max(...heights),
    };
    mark(pen, box, state.mode === STROKED ? state.stroke : state.fill, multiply(pen.text, state.ctm));
  }
  advance(pen, width);
}
