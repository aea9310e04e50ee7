// Reads PDFs with software that is not ours, for the tests of this package.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function isInstalled(...tools: readonly string[]): boolean {
  return tools.every((tool) => spawnSync(tool, ["--version"]).error === undefined);
}

/** Runs `use` in a folder of its own that holds `files`, and removes it. */
export function inFolder<Result>(
  files: Readonly<Record<string, Uint8Array | string>>,
  use: (folder: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), "posthorn-proof-"));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text as a reader copies it, runs of blanks as one. */
export function textOfPdf(pdf: Uint8Array): string {
  return inFolder({ "proof.pdf": pdf }, (folder) =>
    execFileSync("pdftotext", ["-layout", join(folder, "proof.pdf"), "-"], { encoding: "utf8" }).replaceAll(
      /[\s\u00a0]+/gu,
      " ",
    ),
  );
}

/** The attached files by name. */
export function attachmentsOfPdf(pdf: Uint8Array): Readonly<Record<string, string>> {
  return inFolder({ "proof.pdf": pdf }, (folder) => {
    execFileSync("pdfdetach", ["-saveall", "-o", folder, join(folder, "proof.pdf")]);
    const names = readdirSync(folder).filter((name) => name !== "proof.pdf");
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  });
}

/** What `qpdf --check` and `pdffonts` say. */
export function inspectPdf(pdf: Uint8Array): { readonly check: string; readonly fonts: readonly string[] } {
  return inFolder({ "proof.pdf": pdf }, (folder) => {
    const path = join(folder, "proof.pdf");
    const fonts = execFileSync("pdffonts", [path], { encoding: "utf8" }).split("\n").slice(2).filter(Boolean);
    return { check: execFileSync("qpdf", ["--check", path], { encoding: "utf8" }), fonts };
  });
}
