import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LANGUAGES } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { expect, test } from "vitest";
import { type ApprovalFormFacts, renderApprovalForm } from "./approval-form.ts";

const FACTS: ApprovalFormFacts = {
  language: "nl",
  number: "K7QM-4RTX-92VB",
  provider: "Posthorn demonstration",
  madeAt: Temporal.Instant.from("2026-11-22T09:00:00Z"),
  company: {
    name: "Drukkerij Van Hoof",
    enterpriseNumber: "0403019261",
    legalForm: "BV/SRL",
    vatNumber: "BE0403019261",
    office: { street: "Kanaalstraat", number: "12", box: "3", postcode: "2300", town: "Turnhout" },
  },
  applicant: { name: "Nele Claes", email: "nele@drukkerij.example" },
  representative: { name: "Jan Van Hoof", function: "bestuurder" },
};
const tools = ["pdftotext", "pdffonts", "qpdf"];
const missing = tools.filter((tool) => spawnSync(tool, ["--version"]).error !== undefined);

function read(pdf: Uint8Array): { readonly text: string; readonly fonts: string; readonly check: string } {
  const folder = mkdtempSync(join(tmpdir(), "posthorn-form-"));
  try {
    const path = join(folder, "form.pdf");
    writeFileSync(path, pdf);
    const run = (tool: string, ...args: readonly string[]) =>
      execFileSync(tool, args, { encoding: "utf8" }).replaceAll(/[\s\u00a0]+/gu, " ");
    return {
      text: run("pdftotext", "-layout", path, "-"),
      fonts: execFileSync("pdffonts", [path], { encoding: "utf8" }),
      check: run("qpdf", "--check", path),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("the same facts give the same bytes, another number others", async () => {
  const first = await renderApprovalForm(FACTS);
  expect(Buffer.from(await renderApprovalForm(FACTS)).equals(Buffer.from(first))).toBe(true);
  const other = await renderApprovalForm({ ...FACTS, number: "K7QM-4RTX-92VC" });
  expect(Buffer.from(other).equals(Buffer.from(first))).toBe(false);
});

test.skipIf(missing.length > 0).each(LANGUAGES)(
  `in %s it names company, people and powers on one page, with every font inside${missing.length > 0 ? ` (skipped: ${missing.join(", ")} is not installed)` : ""}`,
  async (language) => {
    const { text, fonts, check } = read(await renderApprovalForm({ ...FACTS, language }));
    const words = textsFor(language).registration.application.paper;
    for (const said of ["Drukkerij Van Hoof", "0403.019.261", "BE0403019261", "Nele Claes", "Jan Van Hoof"])
      expect(text).toContain(said);
    expect(text).toContain(words.formNumber(FACTS.number));
    expect(text).toContain(words.page("1", "1"));
    expect(text.split(words.signature).length).toBeGreaterThan(2);
    expect(check).toContain("No syntax or stream encoding errors found");
    const lines = fonts.split("\n").slice(2).filter(Boolean);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/ yes yes yes +\d+/);
  },
);

test.skipIf(missing.length > 0)("the longest names wrap and lose nothing", async () => {
  const name = "Maatschappij ".repeat(11).trim();
  const { text } = read(
    await renderApprovalForm({
      ...FACTS,
      company: { ...FACTS.company, name, vatNumber: null },
      representative: { name: "W".repeat(100), function: "voorzitter" },
    }),
  );
  expect(text.split("Maatschappij").length).toBeGreaterThanOrEqual(2 * 11);
  expect(text.replaceAll(" ", "")).toContain("niet btw-plichtig".replaceAll(" ", ""));
});
