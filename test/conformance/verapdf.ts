// Asks veraPDF whether files are PDF/A.

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { validatorIn } from "./build-validator.ts";

const VALIDATOR = validatorIn("verapdf");

interface Verdict {
  readonly compliant: boolean;
  /** What it was judged by, as `3b`. */
  readonly flavour: string | null;
  /** The rules it breaks, each with the first place where it does. */
  readonly rules: readonly {
    readonly clause: string;
    readonly test: number;
    readonly description: string;
    readonly where: string;
    readonly count: number;
  }[];
  /** Why the file was not read at all. */
  readonly failure: string | null;
}

/** Empty where veraPDF can run; see `Validator`. */
export function whyNoVeraPdf(): string {
  return VALIDATOR.whyNot();
}

/** The verdicts by name; `claimed` judges each file by what it says of itself. Names must be good as file names. */
export async function judgePdfs(
  flavour: "claimed" | "ua1",
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, Verdict>> {
  const folder = mkdtempSync(join(tmpdir(), "posthorn-verapdf-"));
  try {
    const paths = [...files].map(([name, content]) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    });
    const { stdout } = await promisify(execFile)("java", [...VALIDATOR.command, flavour, ...paths], {
      maxBuffer: 64 * 1024 * 1024,
    });
    const verdicts = stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Verdict & { readonly file: string });
    return new Map(verdicts.map((verdict) => [basename(verdict.file), verdict]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
