import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { qrCode, sealMark } from "../drawing/draw-mark.ts";
import { paragraph, textBlock, type Block } from "../layout/block.ts";
import { composeDocument } from "../layout/compose-document.ts";
import { definitionList, table } from "../layout/table.ts";
import { tagged } from "../layout/tag.ts";
import { COLORS, type Span, type Style } from "../text/style.ts";

const STYLE: Style = { face: "sans", size: 11, color: COLORS.ink };
const WIDTH = 300;
const missing = spawnSync("pdfinfo", ["-v"]).error !== undefined;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "posthorn-structure-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const spans = (text: string): readonly Span[] => [{ text, style: STYLE }];

/** What a reader is told, a line each. */
async function readOut(blocks: readonly Block[]): Promise<readonly string[]> {
  const pdf = await composeDocument({
    blocks,
    frame: {
      margin: { top: 40, bottom: 40, side: 40 },
      headerGap: 10,
      footerGap: 10,
      header: () => textBlock(spans("head of the page"), WIDTH),
      footer: (page) => textBlock(spans(`page ${page}`), WIDTH),
    },
    title: "t",
    author: "a",
    subject: "s",
    language: "en",
    madeAt: Temporal.Instant.from("2026-11-21T09:02:15Z"),
    attachments: [],
  });
  const path = join(folder, "read.pdf");
  writeFileSync(path, pdf);
  const text = execFileSync("pdfinfo", ["-struct-text", path], { encoding: "utf8" });
  return text
    .split("\n")
    .map((line) => line.trim().replace(/ \(block\)$|:$/u, ""))
    .filter((line) => line !== "" && line !== "Document");
}

test.skipIf(missing)(
  "headings, tables and lists are read as such, decoration is not (skipped: pdfinfo is not installed)",
  async () => {
    const read = await readOut([
      tagged(textBlock(spans("Title"), WIDTH), { role: "H1" }),
      sealMark(40),
      qrCode("https://verify.example/", 60),
      ...table({
        columns: ["Part", "Size"].map((head) => ({ width: 100, head: spans(head) })),
        rows: [[[spans("letter")], []]],
        lineColor: COLORS.line,
        padding: 4,
      }),
      ...definitionList([{ term: spans("Who"), texts: [spans("Jan"), spans("Gent")] }], WIDTH, 90, 5),
    ]);
    expect(read.join(" ")).toBe(
      'P "head of the page" H1 "Title" Figure "" ' +
        'Table TR TH /Scope /Column "Part" TH /Scope /Column "Size" TR TD "letter" TD "" ' +
        'L LI Lbl "Who" LBody "Jan Gent"',
    );
  },
);

test.skipIf(missing)(
  "a paragraph and a table over two pages are one, their heads are read once (skipped: pdfinfo is not installed)",
  async () => {
    const words = Array.from({ length: 900 }, (_, index) => `w${index}`).join(" ");
    const read = await readOut([
      ...paragraph(spans(words), WIDTH),
      ...table({
        columns: [{ width: WIDTH, head: spans("Number") }],
        rows: Array.from({ length: 60 }, (_, index) => [[spans(`row ${index}`)]]),
        lineColor: COLORS.line,
        padding: 4,
      }),
    ]);
    const [start, end] = [read.indexOf('"head of the page"') + 1, read.indexOf("Table")];
    expect(
      read
        .slice(start, end)
        .join(" ")
        .replaceAll('"', "")
        .replace(/(\d)(?=w\d)/gu, "$1 "),
    ).toBe(`P ${words}`);
    expect(read.filter((line) => line === "Table" || line === '"Number"')).toEqual(["Table", '"Number"']);
    expect(read.filter((line) => line === "TD")).toHaveLength(60);
    expect(read.join(" ")).not.toContain("page 2");
  },
);
