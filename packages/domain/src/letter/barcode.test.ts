import { expect, test } from "vitest";
import { isDomesticBarcode, readScan } from "./barcode.ts";

const DOMESTIC = "010541288500452621221234567890";

test("registered items within Belgium have 30 digits from 010 on, or the older form", () => {
  expect(isDomesticBarcode(DOMESTIC)).toBe(true);
  expect(isDomesticBarcode("JJBEA655795432848652")).toBe(false);
  expect(isDomesticBarcode("JJBEA655795432848652048")).toBe(true);
  expect(isDomesticBarcode(DOMESTIC.slice(1))).toBe(false);
  expect(isDomesticBarcode(`${DOMESTIC}1`)).toBe(false);
  expect(isDomesticBarcode("RR473124829BE")).toBe(false);
});

test.each([
  [DOMESTIC],
  [` ${DOMESTIC}\r\n`],
  [`]C1${DOMESTIC}`],
  [`\u001d${DOMESTIC}\u001d`],
  ["(01)05412885004526(21)221234567890"],
  ["0105 4128 8500 4526 2122 1234 5678 90"],
  ["0105\u00a04128\u202f8500 4526 2122 1234 5678 90"],
  [`*${DOMESTIC}*`],
  // Of a scanner on a Belgian, and on a French keyboard.
  [`à&à(\u0027&é!!(àà\u0027(é§é&éé&é"\u0027(§è!çà`],
  ["à&à('&é__(àà'(é-é&éé&é\"'(-è_çà"],
])("%j is read as the number it is", (text) => {
  expect(readScan(text)).toBe(DOMESTIC);
});

test("items for abroad are read with a right check digit only", () => {
  expect(readScan("rr 473 124 829 be")).toBe("RR473124829BE");
  expect(readScan("]C0RR473124829BE")).toBe("RR473124829BE");
  expect(readScan("RR'è\"&é'!éçBE")).toBe("RR473124829BE");
  expect(readScan("RR473124828BE")).toBeNull();
});

test("parcels, other numbers, words and floods are no numbers of registered items", () => {
  for (const text of [
    "",
    " ",
    "323200000059900000000000",
    "PH-2026",
    "print_01ABC",
    "5412885004526",
    "٠١٠٥٤١٢٨٨٥٠٠٤٥٢٦٢١٢٢١٢٣٤٥٦٧٨٩٠",
    "0".repeat(100_000),
    `${DOMESTIC}${DOMESTIC}`,
  ])
    expect(readScan(text)).toBeNull();
});
