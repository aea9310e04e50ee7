// How a stretch of text looks: face, size, colour.

import type { Face } from "../font/open-face.ts";

/** Red, green, blue from 0 to 1, in sRGB. */
export type Color = readonly [number, number, number];

export interface Style {
  readonly face: Face;
  /** Type size in points. */
  readonly size: number;
  readonly color: Color;
  /** Distance between baselines as a multiple of the size; 1.4 when absent. */
  readonly leading?: number;
}

export interface Span {
  readonly text: string;
  readonly style: Style;
}

/** `#8f1d2c` as a colour. */
export function hexColor(hex: string): Color {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

/** The light palette of the look, for paper. */
export const COLORS = {
  ink: hexColor("#17222b"),
  ink2: hexColor("#46545f"),
  ink3: hexColor("#64717b"),
  line: hexColor("#e2dcd0"),
  lineStrong: hexColor("#bfb6a5"),
  seal: hexColor("#8f1d2c"),
  sunken: hexColor("#f2efe8"),
  ok: hexColor("#1d6b47"),
  warn: hexColor("#8a5300"),
  stop: hexColor("#a12622"),
} as const satisfies Record<string, Color>;
