// The barcodes of letters as rectangles: the number of the item (Code 128) and, on each page, which page it is (Data Matrix).

import bwip from "bwip-js";

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
 * Data Matrix (ISO/IEC 16022, ECC 200) of 16 by 48 modules, standing upright: it fits a strip at a page's edge. Up to 49
 * plain characters. Keep one module free around it.
 */
export function dataMatrix(text: string): Symbology {
  const [symbol] = bwip.raw("datamatrix", text, { format: "rectangle", version: "16x48" } as object);
  if (!symbol || !("pixs" in symbol)) throw new Error("the text does not fit a Data Matrix");
  const { pixs, pixx, pixy } = symbol;
  const bars: Bar[] = [];
  for (let row = 0; row < pixy; row += 1) {
    for (let column = 0; column < pixx; column += 1) {
      if (!pixs[row * pixx + column]) continue;
      const from = column;
      // Neighbours as one rectangle: no hairlines between modules in print.
      while (column + 1 < pixx && pixs[row * pixx + column + 1]) column += 1;
      // Turned by a quarter, clockwise.
      bars.push({ x: pixy - 1 - row, y: from, width: 1, height: column + 1 - from });
    }
  }
  return { width: pixy, height: pixx, bars };
}

/** As SVG path data, in modules. */
export function pathOf({ bars }: Symbology): string {
  return bars.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`).join("");
}
