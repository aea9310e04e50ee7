import bwip from "bwip-js";
import { expect, test } from "vitest";
import { dataMatrix } from "./draw-barcode.ts";
import { dataMatrixModules } from "./data-matrix.ts";

/** The same symbol by another maker, who for short texts has no shorter encodation either. */
function theirs(text: string): readonly (readonly boolean[])[] {
  const [symbol] = bwip.raw("datamatrix", text, { format: "rectangle", version: "16x48" } as object);
  if (!symbol || !("pixs" in symbol)) throw new Error("no symbol");
  const { pixs, pixx, pixy } = symbol;
  return Array.from({ length: pixy }, (_, y) =>
    Array.from({ length: pixx }, (_unused, x) => pixs[y * pixx + x] === 1),
  );
}

test.each(["A", "1", "12", "a/b", "7/200", "PH1", "~", "123456789012"])("%s, module by module", (text) => {
  expect(dataMatrixModules(text)).toEqual(theirs(text));
});

test("the longest text that fits, and none that does not", () => {
  expect(dataMatrixModules("x".repeat(49))).toHaveLength(16);
  expect(dataMatrixModules("0".repeat(98))).toEqual(theirs("0".repeat(98)));
  expect(() => dataMatrixModules("x".repeat(50))).toThrow(RangeError);
  expect(() => dataMatrixModules("é")).toThrow(RangeError);
});

test("upright, every dark module is drawn once", () => {
  const { width, height, bars } = dataMatrix("PH1");
  expect({ width, height }).toEqual({ width: 16, height: 48 });
  const dark = dataMatrixModules("PH1").flat().filter(Boolean).length;
  expect(bars.reduce((sum, bar) => sum + bar.width * bar.height, 0)).toBe(dark);
  // The solid edges of the symbol that lies are at its left and its bottom; turned clockwise, at the top and the left.
  expect(bars.some((bar) => bar.x === 0 && bar.y === 0 && bar.height === 48)).toBe(true);
});
