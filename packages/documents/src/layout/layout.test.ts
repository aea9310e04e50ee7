import { expect, test } from "vitest";
import { COLORS, type Style } from "../text/style.ts";
import { framed, paragraph, rule, stack, textBlock, type Block, type Ink } from "./block.ts";
import { paginate } from "./paginate.ts";
import { definitionList, table } from "./table.ts";

const STYLE: Style = { face: "sans", size: 10, color: COLORS.ink };

function block(height: number, text: string, rest: Partial<Block> = {}): Block {
  return {
    height,
    inks: [{ kind: "text", x: 0, y: height, text, face: "sans", size: 10, color: COLORS.ink }],
    ...rest,
  };
}

function textsOf(inks: readonly Ink[]): readonly string[] {
  return inks.flatMap((ink) => (ink.kind === "text" ? [ink.text] : []));
}

test("blocks go to the next page when they do not fit, without the gap above", () => {
  const pages = paginate([block(60, "a"), block(30, "b", { gap: 20 }), block(10, "c", { gap: 5 })], 100);
  expect(pages.map(textsOf)).toEqual([["a"], ["b", "c"]]);
  expect(pages[1]?.map((ink) => ink.y)).toEqual([30, 45]);
});

test("a heading never ends a page", () => {
  const pages = paginate([block(70, "a"), block(20, "heading", { keepWithNext: true }), block(30, "b")], 100);
  expect(pages.map(textsOf)).toEqual([["a"], ["heading", "b"]]);
});

test("a chain taller than a page is let go, and a block taller than a page stands alone", () => {
  const pages = paginate([block(60, "h", { keepWithNext: true }), block(130, "tall"), block(10, "z")], 100);
  expect(pages.map(textsOf)).toEqual([["h"], ["tall"], ["z"]]);
});

test("no blocks give one empty page", () => {
  expect(paginate([], 100)).toEqual([[]]);
});

test("a table's head is set again on every page, each row once and whole", () => {
  const rows = Array.from({ length: 40 }, (_, index) => [[[{ text: `row ${index}`, style: STYLE }]]]);
  const blocks = table({
    columns: [{ width: 200, head: [{ text: "Head", style: STYLE }] }],
    rows,
    lineColor: COLORS.line,
    padding: 5,
  });
  const pages = paginate(blocks, 300);
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.map((page) => textsOf(page)[0])).toEqual(pages.map(() => "Head"));
  expect(pages.flatMap(textsOf).filter((text) => text !== "Head")).toEqual(
    rows.map((_, index) => `row ${index}`),
  );
  for (const ink of pages.flat()) expect(ink.y).toBeLessThanOrEqual(300);
});

test("a very tall row and a very tall definition are cut between lines and lose none", () => {
  const words = Array.from({ length: 400 }, (_, index) => `w${index}`);
  const cell = [[{ text: words.join(" "), style: STYLE }]];
  const tall = table({
    columns: [{ width: 150, head: [] }],
    rows: [[cell]],
    lineColor: COLORS.line,
    padding: 5,
  });
  const list = definitionList([{ term: [{ text: "Term", style: STYLE }], texts: cell }], 250, 100, 6);
  for (const blocks of [tall, list]) {
    const pages = paginate(blocks, 300);
    expect(pages.length).toBeGreaterThan(1);
    const found = pages
      .flatMap(textsOf)
      .join(" ")
      .split(" ")
      .filter((word) => /^w\d/.test(word));
    expect(found).toEqual(words);
    for (const ink of pages.flat()) expect(ink.y).toBeLessThanOrEqual(300);
  }
});

test("a paragraph leaves no single line behind", () => {
  const lines = paragraph([{ text: "word ".repeat(60), style: STYLE }], 200);
  expect(lines.length).toBeGreaterThan(3);
  expect([lines[0], lines.at(-2), lines.at(-1)].map((line) => line?.keepWithNext)).toEqual([
    true,
    true,
    false,
  ]);
});

test("a frame surrounds its block", () => {
  const inner = stack([
    textBlock([{ text: "inside", style: STYLE }], 100),
    { ...rule(100, COLORS.line), gap: 4 },
  ]);
  const outer = framed(inner, { width: 120, padding: 10, radius: 4, stroke: COLORS.seal });
  expect(outer.height).toBeCloseTo(inner.height + 20, 6);
  expect(outer.inks.slice(1).every((ink) => ink.x >= 10 && ink.y >= 10)).toBe(true);
});
