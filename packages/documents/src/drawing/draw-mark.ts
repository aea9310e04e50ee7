// The drawn marks: the horn of the brand, the seal, and QR codes, all as vector paths.

import type { Block, Ink } from "../layout/block.ts";
import { tagged } from "../layout/tag.ts";
import { COLORS, type Color } from "../text/style.ts";
import { matrixSymbol, pathOf } from "./draw-barcode.ts";

const HORN = [
  "M7.3 17a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0 -12.4 0Z",
  "M13.5 10.8H3.5M13.5 10.8h7.2c3 0 5.2-1.6 7.8-4.3v14.6c-2.6-2.7-4.8-4.1-7.8-4.1",
  "M10 23.2v3.4M17 23.2v3.4",
].join("");

/** The horn, `size` points square. */
export function hornMark(size: number, color: Color = COLORS.seal): Block {
  return {
    height: size,
    inks: [{ kind: "path", x: 0, y: 0, path: HORN, scale: size / 32, stroke: color, strokeWidth: 2.4 }],
  };
}

/** The seal, `size` points square. */
export function sealMark(size: number, color: Color = COLORS.seal): Block {
  const scale = size / 32;
  const ink = (path: string, strokeWidth: number, dash?: readonly number[]): Ink => {
    return { kind: "path", x: 0, y: 0, path, scale, stroke: color, strokeWidth, ...(dash ? { dash } : {}) };
  };
  return {
    height: size,
    inks: [ink(circle(14), 1.6), ink(circle(11), 1.6, [0.3, 3.156]), ink("M10 17l4 4 8-9", 2.4)],
  };
}

function circle(radius: number): string {
  return `M${16 - radius} 16a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

/** QR code (ISO/IEC 18004, error correction M) of a text, `size` points square without quiet zone: keep 4 modules free around it. A figure; what it holds stands for it where it is read out. */
export function qrCode(text: string, size: number, color: Color = COLORS.ink): Block {
  const symbol = matrixSymbol("qrcode", text, { eclevel: "M" });
  const scale = size / symbol.width;
  const ink: Ink = { kind: "path", x: 0, y: 0, path: pathOf(symbol), scale, fill: color };
  return tagged({ height: size, inks: [ink] }, { role: "Figure", alt: text });
}
