import { parseTariff } from "@posthorn/domain";
import { expect, test } from "vitest";
import { parsePrinters } from "./parse-printers.ts";
import { termsOfLetters } from "./terms-of-letters.ts";

const house = { key: "house", name: "House printer" };

test("a printer of which little is said has Belgian envelopes: the window at the right", () => {
  const [printer] = parsePrinters(JSON.stringify([house]));
  expect(printer).toMatchObject({ ...house, window: { x: 110 }, margin: 5, duplex: true, sheets: 100 });
});

test.each([
  ["no list", house, /expected array/],
  ["none", [], /Too small/],
  ["a key with capitals", [{ ...house, key: "House" }], /0[.]key/],
  ["a margin that our own text does not keep", [{ ...house, margin: 13 }], /margin/],
  ["something unknown", [{ ...house, envelope: "C5" }], /envelope/],
  ["two with one key", [house, house], /two printers have one key/],
  [
    "a label too narrow",
    [{ ...house, label: { x: 20, y: 42, width: 59, height: 30 } }],
    /no readable barcode/,
  ],
  [
    "a window beyond the edge",
    [{ ...house, window: { x: 130, y: 42, width: 90, height: 42 } }],
    /not on the sheet/,
  ],
  [
    "a label in the window",
    [{ ...house, label: { x: 60, y: 50, width: 80, height: 42 } }],
    /shows the label/,
  ],
  [
    "a margin that cuts the label",
    [{ ...house, label: { x: 8, y: 42, width: 80, height: 42 }, margin: 10 }],
    /margin/,
  ],
  ["a flat window", [{ ...house, window: { x: 110, y: 42, width: 90, height: 25 } }], /no long address/],
  [
    "our own address at the foot of the window",
    [{ ...house, returnAddress: { x: 110, y: 70, width: 80, height: 14 } }],
    /no long address/,
  ],
  [
    "no room for our own address",
    [{ ...house, returnAddress: { x: 20, y: 16, width: 80, height: 3 } }],
    /no address/,
  ],
  [
    "our own address on the label",
    [{ ...house, returnAddress: { x: 20, y: 30, width: 80, height: 20 } }],
    /on each other/,
  ],
  [
    "a label below the window, where the post prints",
    [{ ...house, label: { x: 115, y: 100, width: 80, height: 42 } }],
    /needs white/,
  ],
  [
    "a window far down",
    [{ ...house, window: { x: 110, y: 120, width: 90, height: 42 } }],
    /no room for the text/,
  ],
])("printers are refused: %s", (_name, printers, message) => {
  expect(() => parsePrinters(JSON.stringify(printers))).toThrow(message);
});

test("a tariff without printers is refused at start; without a tariff no letters are offered", () => {
  const printers = parsePrinters(JSON.stringify([{ key: "own", name: "Own", sheets: 40 }]));
  const tariff = parseTariff("BE:100=18");
  expect(termsOfLetters(undefined, printers)).toBeNull();
  expect(termsOfLetters(tariff, printers)).toMatchObject({
    tariff,
    printers: [{ duplex: true, sheets: 40 }],
  });
  expect(() => termsOfLetters(tariff, undefined)).toThrow("PRINTERS");
});
