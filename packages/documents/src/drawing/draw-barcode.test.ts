import { expect, test } from "vitest";
import { dataMatrix } from "./draw-barcode.ts";

test("upright, every dark module is drawn once", () => {
  const { width, height, bars } = dataMatrix("PH1");
  expect({ width, height }).toEqual({ width: 16, height: 48 });
  const dark = bars.flatMap((bar) =>
    Array.from({ length: bar.height }, (_, down) => `${bar.x} ${bar.y + down}`),
  );
  expect(new Set(dark).size).toBe(dark.length);
  // The solid edges of the symbol that lies are at its left and its bottom; turned clockwise, at the top and the left.
  expect(bars.some((bar) => bar.x === 0 && bar.y === 0 && bar.height === 48)).toBe(true);
  for (let x = 0; x < width; x += 1) expect(dark).toContain(`${x} 0`);
});

test("the longest text that fits, and none that does not", () => {
  expect(dataMatrix("0".repeat(98))).toMatchObject({ width: 16, height: 48 });
  expect(() => dataMatrix("0".repeat(99))).toThrow();
});
