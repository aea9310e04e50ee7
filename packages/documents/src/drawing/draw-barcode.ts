// Barcodes as rectangles: of letters the number of the item (Code 128) and which page it is (Data Matrix), and what QR codes are drawn from.

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
 * Data Matrix (ISO/IEC 16022, ECC 200) of 16 by 48 modules, standing upright: it fits a strip at a page's edge. Keep one
 * module free around it. Throws Error for more than it holds: 42 characters of ASCII always fit.
 */
export function dataMatrix(text: string): Symbology {
  const lying = matrixSymbol("datamatrix", text, { format: "rectangle", version: "16x48" });
  // Turned by a quarter, clockwise.
  const bars = lying.bars.map((bar): Bar => {
    return { x: lying.height - 1 - bar.y, y: bar.x, width: 1, height: bar.width };
  });
  return { width: lying.height, height: lying.width, bars };
}

/** Neighbours in a row as one rectangle: no hairlines between modules in print. Throws Error for more than it holds. */
export function matrixSymbol(
  kind: "datamatrix" | "qrcode",
  text: string,
  options: Readonly<Record<string, string>>,
): Symbology {
  const [symbol] = bwip.raw(kind, text, options as object);
  if (!symbol || !("pixs" in symbol)) throw new Error(`the text does not fit a ${kind}`);
  const { pixs, pixx, pixy } = symbol;
  const bars: Bar[] = [];
  for (let y = 0; y < pixy; y += 1) {
    for (let x = 0; x < pixx; x += 1) {
      if (!pixs[y * pixx + x]) continue;
      const from = x;
      while (x + 1 < pixx && pixs[y * pixx + x + 1]) x += 1;
      bars.push({ x: from, y, width: x + 1 - from, height: 1 });
    }
  }
  return { width: pixx, height: pixy, bars };
}

/** As SVG path data, in modules. */
export function pathOf({ bars }: Symbology): string {
  return bars.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`).join("");
}
