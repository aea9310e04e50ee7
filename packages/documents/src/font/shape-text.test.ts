import { expect, test } from "vitest";
import { hasUnprintable, REPLACEMENT, shapeText, widthOf } from "./shape-text.ts";

function facesOf(text: string): string {
  return shapeText(text, "sans")
    .map((run) => `${run.face}:${run.text}`)
    .join("|");
}

test.each(["Łukasz Őry", "Țepeș Žižková", "Größe à l’œuvre № 3 – € Ωмега"])(
  "%s stands in the face asked for",
  (text) => {
    for (const face of ["sans", "sansBold", "serif", "mono"] as const) {
      expect(shapeText(text, face).filter((run) => run.face === face).length).toBeGreaterThan(0);
      expect(
        shapeText(text, face)
          .map((run) => run.text)
          .join(""),
      ).toBe(text);
    }
    expect(facesOf(text)).toBe(`sans:${text}`);
  },
);

test("emoji fall back to the emoji face and do not vanish", () => {
  expect(facesOf("Jan 😀 Peeters 🇧🇪")).toBe("sans:Jan |emoji:😀|sans: Peeters |emoji:🇧🇪");
});

test("joiners, variation selectors and skin tones leave the picture", () => {
  expect(facesOf("👨\u200d👩\u200d👧")).toBe("emoji:👨👩👧");
  expect(facesOf("👍🏽")).toBe("emoji:👍");
  expect(facesOf("☎\ufe0f")).toMatch(/^(sans|emoji|symbols):☎$/u);
});

test("decomposed letters are composed", () => {
  expect(facesOf("Te\u0301le\u0301")).toBe("sans:Télé");
});

test("other scripts fall back to DejaVu, the rest to a visible replacement", () => {
  expect(facesOf("שלום")).toBe("symbols:שלום");
  expect(facesOf("漢字")).toBe(`symbols:${REPLACEMENT}${REPLACEMENT}`);
  expect(hasUnprintable("漢字")).toBe(true);
  expect(hasUnprintable("Łukasz 😀 שלום")).toBe(false);
});

test("a directional override is shown, never obeyed", () => {
  expect(facesOf("\u202egpj.exe")).toBe(`symbols:${REPLACEMENT}|sans:gpj.exe`);
});

test("control characters are visible, line ends are blanks, broken surrogates do not throw", () => {
  expect(facesOf("a\u0007b")).toBe(`sans:a|symbols:${REPLACEMENT}|sans:b`);
  expect(facesOf("a\r\nb")).toBe("sans:a  b");
  expect(facesOf("\ud83d!")).toBe(`symbols:${REPLACEMENT}|sans:!`);
});

test("width grows with size and is that of the glyphs", () => {
  expect(widthOf("0000", "mono", 10)).toBeCloseTo(4 * 6.02, 1);
  expect(widthOf("abc", "sans", 20)).toBeCloseTo(2 * widthOf("abc", "sans", 10), 6);
  expect(widthOf("", "sans", 10)).toBe(0);
});
