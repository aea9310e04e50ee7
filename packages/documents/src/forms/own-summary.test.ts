import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LANGUAGES, RETENTION_RULES } from "@posthorn/domain";
import { numberInWords, ruleInWords, textsFor } from "@posthorn/texts";
import { expect, test } from "vitest";
import { type OwnSummaryFacts, renderOwnSummary } from "./own-summary.ts";

const { R1, R6, R9 } = RETENTION_RULES;
const SENT = RETENTION_RULES["R8.sender"];
const FACTS: Omit<OwnSummaryFacts, "language"> = {
  provider: "Posthorn demonstration",
  desk: "privacy@posthorn.example",
  name: "Nele Claes",
  email: "nele.claes@post.example",
  madeAt: Temporal.Instant.from("2026-11-22T09:00:00Z"),
  lines: [
    { what: "account", count: 2, rule: R1, period: R1.period },
    { what: "uses", count: 1234, rule: R6, period: R6.period },
    { what: "sent", count: 7, rule: SENT, period: { kind: "days", count: 90 } },
    { what: "evidence", count: 0, rule: R9, period: R9.period },
  ],
};
const tools = ["pdftotext", "pdffonts", "qpdf"];
const missing = tools.filter((tool) => spawnSync(tool, ["--version"]).error !== undefined);
const skipped = missing.length > 0 ? ` (skipped: ${missing.join(", ")} is not installed)` : "";
const together = (text: string) => text.replaceAll(/[\s\u00a0]+/gu, "");

test.skipIf(missing.length > 0).each(LANGUAGES)(
  `in %s it says who, what is held, how much, until when, which rights there are and whom to ask${skipped}`,
  async (language) => {
    const folder = mkdtempSync(join(tmpdir(), "posthorn-summary-"));
    try {
      const path = join(folder, "summary.pdf");
      writeFileSync(path, await renderOwnSummary({ ...FACTS, language }));
      const text = together(execFileSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8" }));
      const { myData, privacyPages } = textsFor(language);
      const uses = numberInWords(language, 1234);
      for (const said of ["Nele Claes", "nele.claes@post.example", "privacy@posthorn.example", uses])
        expect(text).toContain(together(said));
      for (const { what, rule, period } of FACTS.lines) {
        const { purpose, period: kept } = ruleInWords(language, rule, period);
        // Cells are set line by line beside each other: what is looked for is each word.
        for (const word of `${myData.summary.kinds[what]} ${purpose} ${kept}`.split(/[\s\u00a0-]+/u))
          expect(text).toContain(word);
      }
      const { rights, authority } = privacyPages.notice;
      for (const said of [rights.which, rights.limits, authority.address])
        expect(text).toContain(together(said));
      expect(text).not.toMatch(/R\d\.?(?:sender)?(?=\D)/u);
      expect(execFileSync("qpdf", ["--check", path], { encoding: "utf8" })).toContain("No syntax or stream");
      const fonts = execFileSync("pdffonts", [path], { encoding: "utf8" }).trim().split("\n").slice(2);
      expect(fonts.length).toBeGreaterThan(0);
      for (const line of fonts) expect(line).toMatch(/ yes yes yes /u);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
