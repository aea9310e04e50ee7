import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LANGUAGES, RETENTION_RULES, type RetentionRule } from "@posthorn/domain";
import { type ProcessingRecord, recordInWords, ruleInWords } from "@posthorn/texts";
import { expect, test } from "vitest";
import { renderProcessingRecord } from "./processing-record.ts";

const RULES = Object.values(RETENTION_RULES) as readonly RetentionRule[];
const RECORD: ProcessingRecord = {
  provider: {
    name: "Posthorn demonstration",
    contact: "contact@posthorn.example",
    officer: "dpo@posthorn.example",
  },
  madeAt: Temporal.Instant.from("2026-11-22T09:00:00Z"),
  lines: RULES.map((rule) => ({ rule, period: rule.period })),
  recipients: [
    { name: "Kraaienpost nv", purpose: "Print", country: "BE", inUnion: true },
    { name: "Faraway Inc.", purpose: "SMS", country: "US", inUnion: false },
  ],
};
const tools = ["pdftotext", "pdffonts", "qpdf"];
const missing = tools.filter((tool) => spawnSync(tool, ["--version"]).error !== undefined);
const skipped = missing.length > 0 ? ` (skipped: ${missing.join(", ")} is not installed)` : "";

test("the same record gives the same bytes, a longer period others", async () => {
  const first = await renderProcessingRecord("nl", RECORD);
  expect(Buffer.from(await renderProcessingRecord("nl", RECORD)).equals(Buffer.from(first))).toBe(true);
  const lines = RECORD.lines.map(({ rule, period }) =>
    rule.id === "R9" ? { rule, period: { kind: "years", count: 10 } as const } : { rule, period },
  );
  const other = await renderProcessingRecord("nl", { ...RECORD, lines });
  expect(Buffer.from(other).equals(Buffer.from(first))).toBe(false);
});

test.skipIf(missing.length > 0).each(LANGUAGES)(
  `in %s it holds every activity with its people and time limit, under its role, with every font inside${skipped}`,
  async (language) => {
    const folder = mkdtempSync(join(tmpdir(), "posthorn-record-"));
    try {
      const path = join(folder, "record.pdf");
      writeFileSync(path, await renderProcessingRecord(language, RECORD));
      // Cells are set line by line beside each other: what is looked for is each word.
      const text = execFileSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8" }).replaceAll(
        /[\s\u00a0]+/gu,
        "",
      );
      for (const rule of RULES) {
        const words = ruleInWords(language, rule);
        for (const said of [words.id, words.data, words.purpose, words.people, words.period, words.trigger])
          for (const word of said.split(/[\s\u00a0-]+/u)) expect(text).toContain(word);
      }
      for (const part of recordInWords(language, RECORD))
        expect(text).toContain(part.title.replaceAll(/[\s\u00a0]+/gu, ""));
      expect(text).toContain("dpo@posthorn.example");
      expect(execFileSync("qpdf", ["--check", path], { encoding: "utf8" })).toContain("No syntax or stream");
      for (const line of execFileSync("pdffonts", [path], { encoding: "utf8" })
        .split("\n")
        .slice(2)
        .filter(Boolean))
        expect(line).toMatch(/ yes yes yes +\d+/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

test("who is outside the Union is named among the transfers, and nobody else", () => {
  const facts = recordInWords("en", RECORD)[0]?.facts ?? [];
  const of = (term: string) => facts.find((fact) => fact.term === term)?.texts;
  expect(of("Transfers outside the European Union")).toEqual(["Faraway Inc. (US): SMS"]);
  expect(of("Recipients")).toHaveLength(2);
  const none = recordInWords("en", { ...RECORD, recipients: [] })[1]?.facts ?? [];
  expect(none.find(({ term }) => term === "Transfers outside the European Union")?.texts).toEqual(["None"]);
  expect(none.find(({ term }) => term === "Controllers")?.texts).toHaveLength(1);
});
