import { expect, test } from "vitest";
import { qrCode } from "./draw-mark.ts";

function pathOf(text: string): string {
  const [ink] = qrCode(text, 70).inks;
  return ink?.kind === "path" ? ink.path : "";
}

/** The symbol as rows of modules, read back from the path. */
function modules(path: string): readonly (readonly boolean[])[] {
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)].map((match) => match.slice(1).map(Number));
  const size = Math.max(...runs.map(([x = 0, , width = 0]) => x + width));
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [x = 0, y = 0, width = 0] of runs) rows[y]?.fill(true, x, x + width);
  return rows;
}

test("a QR code is square, of a legal size, with its three finder patterns", () => {
  const rows = modules(pathOf("https://verify.example/?delivery=dlv_01JD5N8Q4T8K2M0P6R3S9V7X1Z"));
  expect((rows.length - 17) % 4).toBe(0);
  const finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"];
  const corner = (top: number, left: number): readonly string[] =>
    rows.slice(top, top + 7).map((row) =>
      row
        .slice(left, left + 7)
        .map(Number)
        .join(""),
    );
  const far = rows.length - 7;
  expect(corner(0, 0)).toEqual(finder);
  expect(corner(0, far)).toEqual(finder);
  expect(corner(far, 0)).toEqual(finder);
});

test("other texts give other symbols, texts that fit none are refused", () => {
  expect(pathOf("a")).not.toBe(pathOf("b"));
  expect(() => qrCode("x".repeat(5000), 70)).toThrow();
});
