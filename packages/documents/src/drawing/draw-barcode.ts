// The barcodes of letters as rectangles: the number of the item (Code 128) and, on each page, which page it is (Data Matrix).

import bwip from "bwip-js";
import { dataMatrixModules } from "./data-matrix.ts";

/** In modules, from the top left corner of the symbol, y downwards. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Without quiet zone. */
export interface Symbology {
  /** In modules. */
  readonly width: number;
  readonly height: number;
  readonly bars: readonly Bar[];
}

/** Code 128 (ISO/IEC 15417), digits in pairs where that is shorter; one module high. Keep ten modules free on both sides. */
export function code128(text: string): Symbology {
  const [symbol] = bwip.raw("code128", text, {} as object);
  if (!symbol || !("sbs" in symbol)) throw new Error("the text does not fit a Code 128");
  const bars: Bar[] = [];
  let x = 0;
  // Bars and spaces take turns.
  for (const [index, width] of Array.from(symbol.sbs).entries()) {
    if (index % 2 === 0) bars.push({ x, y: 0, width, height: 1 });
    x += width;
  }
  return { width: x, height: 1, bars };
}

/**
 * Data Matrix (ISO/IEC 16022, ECC 200) of 16 by 48 modules, standing upright: it fits a strip at a page's edge. Keep one
 * module free around it. Throws RangeError for more than it holds: 42 characters always fit.
 */
export function dataMatrix(text: string): Symbology {
  const rows = dataMatrixModules(text);
  const height = rows[0]?.length ?? 0;
  const bars = rows.flatMap((row, index) =>
    // Neighbours as one rectangle: no hairlines between modules in print. Turned by a quarter, clockwise.
    runsOf(row).map(({ from, to }): Bar => {
      return { x: rows.length - 1 - index, y: from, width: 1, height: to - from };
    }),
  );
  return { width: rows.length, height, bars };
}

function runsOf(row: readonly boolean[]): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [at, dark] of row.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last?.to === at) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
}

/** As SVG path data, in modules. */
export function pathOf({ bars }: Symbology): string {
  return bars.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`).join("");
}
