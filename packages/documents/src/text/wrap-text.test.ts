import fc from "fast-check";
import { expect, test } from "vitest";
import { COLORS, type Style } from "./style.ts";
import { wrapText, type SetLine } from "./wrap-text.ts";

const STYLE: Style = { face: "sans", size: 10, color: COLORS.ink };
const BOLD: Style = { ...STYLE, face: "sansBold" };

function textOf(line: SetLine | undefined): string {
  return (line?.runs ?? []).map(({ run }) => run.text).join("");
}

test("breaks at spaces and drops them at the line's end", () => {
  const lines = wrapText([{ text: "registered delivery for Belgium", style: STYLE }], 90);
  expect(lines.map(textOf)).toEqual(["registered delivery", "for Belgium"]);
});

test("a comma stays with the bold name before it", () => {
  const lines = wrapText(
    [
      { text: "Immo Vandewalle", style: BOLD },
      { text: ", enterprise", style: STYLE },
    ],
    74,
  );
  expect(lines.map(textOf)).toEqual(["Immo", "Vandewalle,", "enterprise"]);
});

test("a word too long for a line is broken, never inside an emoji sequence", () => {
  const family = "👨\u200d👩\u200d👧";
  const lines = wrapText([{ text: family.repeat(4), style: STYLE }], 45);
  expect(lines.map(textOf)).toEqual(["👨👩👧", "👨👩👧", "👨👩👧", "👨👩👧"]);
});

test("a line feed starts a line, an empty text gives one empty line", () => {
  expect(wrapText([{ text: "a\n\nb", style: STYLE }], 100).map(textOf)).toEqual(["a", "", "b"]);
  expect(wrapText([{ text: "", style: STYLE }], 100)).toHaveLength(1);
});

test("no line is wider than the width, and no visible character is lost", () => {
  const word = fc.stringMatching(/^[a-zA-ZŁőșéß0-9,.-]{1,40}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 30, max: 400 }),
      (words, width) => {
        const lines = wrapText([{ text: words.join(" "), style: STYLE }], width);
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 1e-6);
        expect(lines.map(textOf).join("").replaceAll(" ", "")).toBe(words.join("").normalize("NFC"));
      },
    ),
  );
});
