import { execFileSync, spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { renderMessage, renderPlainText } from "./set-text.ts";

const missing = spawnSync("pdftotext", ["-v"]).error !== undefined;
const told = missing ? " (skipped: pdftotext is not installed)" : "";

function textOf(pdf: Uint8Array): string {
  return execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });
}

test.skipIf(missing)(
  `a message is its subject, its paragraphs and its lists, in whatever script${told}`,
  async () => {
    const body = "Geachte heer,\ntweede regel\n\n- Łódź\n- Ωмега 😀\n\nZie https://example.org/a.";
    const made = await renderMessage("Opzegging van de huur", body);
    if (!made.ok) throw new Error(made.reason);
    expect(made).toMatchObject({ pages: 1, colour: false });
    const read = textOf(made.pdf);
    expect(read).toMatch(/Opzegging van de huur\s+Geachte heer,\s+tweede regel\s+–\s+Łódź\s+–\s+Ωмега/);
    expect(read).toContain("https://example.org/a.");
  },
);

test("a body of ten thousand lines is refused by the pages it would take", async () => {
  const body = Array.from({ length: 10_000 }, (_, n) => `Lijn ${n}`).join("\n");
  expect(await renderMessage("Lang", body)).toEqual({
    ok: false,
    reason: "too_many_pages",
    params: { pages: 218, max: 200 },
  });
});

test.skipIf(missing)(
  `lines of a file are numbered, keep their indent, and go on below where they are long${told}`,
  async () => {
    const made = await renderPlainText(`{\n\t"a": "${"x".repeat(150)}"\n}\n`);
    if (!made.ok) throw new Error(made.reason);
    const rows = textOf(made.pdf)
      .split("\n")
      .filter((row) => row.trim() !== "");
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatch(/^\s*1\s+\{$/);
    expect(rows[1]).toMatch(/^\s*2\s{4,}"a":/);
    expect(rows[4]).toMatch(/^\s*3\s+\}$/);
  },
);

test("a script that no face of ours has is refused by its characters, marks without ink are not", async () => {
  const refusal = { ok: false, reason: "characters_not_set", params: { characters: "漢, 字" } };
  expect(await renderMessage("漢字", "漢")).toEqual(refusal);
  expect(await renderPlainText("naam\n漢字\n")).toEqual(refusal);
  const hinted = await renderMessage("\u200eOpzegging", "\u202aGeachte\u202c 👩‍👧");
  expect(hinted).toEqual(await renderMessage("Opzegging", "Geachte 👩👧"));
  expect(hinted).toMatchObject({ ok: true });
});

test.each([
  ["from right to left", "שלום", "ש, ל, ו, ם"],
  ["letters that join", "سلام", "س, ل, ا, م"],
  ["an order that is overridden", "factuur\u202egpj.exe", "U+202E"],
  ["an accent that no letter takes up", "x\u0301", "\u25cc\u0301"],
  ["what is private to one font", "\ue000", "U+E000"],
  ["half a character", "\ud83d!", "U+D83D"],
])("%s is refused rather than printed as something else", async (_, text, characters) => {
  const refusal = { ok: false, reason: "characters_not_set", params: { characters } };
  expect(await renderMessage("Opzegging", text)).toEqual(refusal);
  expect(await renderMessage(text, "Opzegging")).toEqual(refusal);
  expect(await renderPlainText(text)).toEqual(refusal);
});

test("what old programs leave in a text file moves the line and ends the file, other control characters are refused", async () => {
  expect(await renderPlainText("een\vtwee\fdrie\n\u001a")).toEqual(
    await renderPlainText("een\ntwee\ndrie\n"),
  );
  const refusal = { reason: "characters_not_set", params: { characters: "U+001B, U+0000" } };
  expect(await renderPlainText("\u001b[0m\u0000")).toMatchObject(refusal);
});

test("a million lines are refused before any is set", async () => {
  const started = performance.now();
  const outcome = await renderPlainText("a\n".repeat(1_000_000));
  expect(outcome).toMatchObject({ ok: false, reason: "too_many_pages" });
  expect(performance.now() - started).toBeLessThan(5000);
});

test("nothing at all is one empty page", async () => {
  expect(await renderPlainText("")).toMatchObject({ ok: true, pages: 1 });
});

test("the same text gives the same octets", async () => {
  const twice = [await renderMessage("Een", "twee"), await renderMessage("Een", "twee")];
  expect(twice[0]).toEqual(twice[1]);
});
