import { expect, test } from "vitest";
import { lengthOfLetter, planPages, sheetsOf, tooThickFor } from "./sheets.ts";
import { countriesOf, parseTariff, postageOf } from "./tariff.ts";

test("the message alone: address, blank back, text, digests", () => {
  expect(planPages({ parts: [1], duplex: true }).map(({ kind }) => kind)).toEqual([
    "address",
    "blank",
    "part",
    "digests",
  ]);
  expect(lengthOfLetter({ parts: [1], duplex: true })).toEqual({ pages: 4, sheets: 2, tooLong: false });
  expect(lengthOfLetter({ parts: [1], duplex: false })).toEqual({ pages: 3, sheets: 3, tooLong: false });
});

test("every part begins on a front", () => {
  const plan = planPages({ parts: [1, 2, 3, 1], duplex: true });
  const starts = plan.flatMap((page, index) => (page.kind === "part" && page.page === 0 ? [index] : []));
  expect(starts).toEqual([2, 4, 6, 10]);
  expect(plan.filter(({ kind }) => kind === "blank")).toHaveLength(3);
});

test("many parts take more pages of digests, each part once", () => {
  const parts = Array.from({ length: 20 }, () => 1);
  const listed = planPages({ parts, duplex: false }).flatMap((page) =>
    page.kind === "digests" ? [[page.from, page.to]] : [],
  );
  expect(listed).toEqual([
    [0, 6],
    [6, 13],
    [13, 20],
  ]);
});

test("200 pages are the most, blank ones included", () => {
  expect(lengthOfLetter({ parts: [197], duplex: true })).toEqual({ pages: 200, sheets: 100, tooLong: false });
  expect(lengthOfLetter({ parts: [198], duplex: true }).tooLong).toBe(true);
  expect(lengthOfLetter({ parts: [198], duplex: false })).toEqual({
    pages: 200,
    sheets: 200,
    tooLong: false,
  });
});

test("sheets", () => {
  expect([0, 1, 2, 3].map((pages) => sheetsOf(pages, true))).toEqual([0, 1, 1, 2]);
  expect(sheetsOf(3, false)).toBe(3);
});

const tariff = parseTariff("BE:8=9,40=12,100=18; *:8=14,40=20");

test.each([
  ["BE", 1, 9],
  ["BE", 8, 9],
  ["BE", 9, 12],
  ["BE", 100, 18],
  ["BE", 101, null],
  ["FR", 8, 14],
  ["FR", 41, null],
])("a letter to %s of %i sheets", (country, sheets, credits) => {
  expect(postageOf(tariff, { country, sheets })).toBe(credits);
});

test("countries that have a tariff", () => {
  expect(countriesOf(tariff)).toEqual(["BE", "*"]);
  expect(postageOf(parseTariff("BE:8=9"), { country: "FR", sheets: 1 })).toBeNull();
});

test.each([
  ["nothing", ""],
  ["no steps", "BE:"],
  ["no country", "8=9"],
  ["a country in small letters", "be:8=9"],
  ["a country twice", "BE:8=9;BE:8=10"],
  ["an empty entry at the end", "BE:8=9;"],
  ["an empty step", "BE:8=9,"],
  ["sheets that do not rise", "BE:8=9,8=10"],
  ["credits that fall", "BE:8=9,40=8"],
  ["no credits", "BE:8=0"],
  ["no sheets", "BE:0=9"],
  ["more sheets than a letter can have", "BE:201=9"],
  ["half a credit", "BE:8=9.5"],
  ["less than nothing", "BE:8=-9"],
])("a tariff is refused: %s", (_name, text) => {
  expect(() => parseTariff(text)).toThrow(/tariff|step/);
});

test("a letter is too thick only where none of the envelopes takes it; it is measured by the roomiest", () => {
  // 98 pages of a part make 101 of a letter: address, blank back, part, digests.
  const both = (sheets: number) => ({ duplex: true, sheets });
  expect(tooThickFor([98], [both(50), both(51)])).toBeNull();
  expect(tooThickFor([98], [both(40), both(50)])).toEqual({ sheets: 51, max: 50 });
  // On one side only there are no blank backs, and twice the sheets.
  expect(tooThickFor([98], [both(40), { duplex: false, sheets: 100 }])).toBeNull();
  expect(tooThickFor([98], [both(40), { duplex: false, sheets: 90 }])).toEqual({ sheets: 100, max: 90 });
});
