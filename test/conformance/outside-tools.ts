// Runs software that is not ours over what the service gave out, in a folder of its own.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = resolve(fileURLToPath(import.meta.url), "../../..");
const EVIDENCE_SCHEMA = "etsi-en-319-522-3.xsd";

/** Of the standards, which are not ours to distribute; undefined on a machine that has none. */
export const SCHEMAS: string | undefined = [
  process.env["EVIDENCE_XSD_DIR"],
  join(ROOT, "..", "shared", "reference", "xsd"),
].find((folder) => folder !== undefined && folder !== "" && existsSync(join(folder, EVIDENCE_SCHEMA)));

/** What a test says beside its name, and whether it can run here. */
export interface Needed {
  readonly missing: boolean;
  readonly note: string;
}

export function needs(...tools: readonly string[]): Needed {
  const absent = tools.filter((tool) => spawnSync(tool, ["--version"]).error !== undefined);
  return absent.length === 0
    ? { missing: false, note: "" }
    : { missing: true, note: ` (skipped: ${absent.join(", ")} is not installed)` };
}

export function needsSchemas(needed: Needed): Needed {
  if (needed.missing || SCHEMAS !== undefined) return needed;
  return { missing: true, note: " (skipped: the folder EVIDENCE_XSD_DIR with the schemas is not installed)" };
}

export interface Said {
  readonly status: number | null;
  /** Both streams. */
  readonly text: string;
}

/** Runs `use` with a runner in a folder that holds `files`, and removes it. */
export function inFolder<Result>(
  files: Readonly<Record<string, Uint8Array | string>>,
  use: (run: (tool: string, ...args: readonly string[]) => Said, folder: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), "posthorn-conformance-"));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const run = (tool: string, ...args: readonly string[]): Said => {
      const { status, stdout, stderr } = spawnSync(tool, args, { cwd: folder, encoding: "utf8" });
      return { status, text: `${stdout}${stderr}` };
    };
    return use(run, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
