// Runs dependency-cruiser with the project's rules, and answers what it found.

import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** One import that a rule forbids. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface Cruise {
  /** Source files of ours that were read. */
  readonly modules: number;
  readonly violations: readonly Violation[];
  /** Names of all the rules that were applied. */
  readonly rules: readonly string[];
}

/** Cruises `folders` below `root` (the project itself by default). Throws where the cruiser fails. */
export async function cruise(folders: readonly string[], root = ROOT): Promise<Cruise> {
  const program = join(ROOT, "node_modules", "dependency-cruiser", "bin", "dependency-cruiser.mjs");
  const args = [
    program,
    "--config",
    join(ROOT, ".dependency-cruiser.mjs"),
    "--output-type",
    "json",
    ...folders,
  ];
  const { stdout, stderr } = await new Promise<{ stdout: string; stderr: string }>((resolve) => {
    // It exits with the number of violations: only output that cannot be read is a failure.
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1e9 }, (_error, out, err) =>
      resolve({ stdout: out, stderr: err }),
    );
  });
  const found = parse(stdout);
  if (found === undefined) throw new Error(`dependency-cruiser failed: ${stderr || stdout}`);
  const own = found.modules.filter(
    (module) => !module.source.includes("node_modules") && module.coreModule !== true,
  );
  return {
    modules: own.length,
    violations: found.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    rules: found.summary.ruleSetUsed.forbidden.map(({ name }) => name),
  };
}

interface CruiserOutput {
  readonly modules: readonly { readonly source: string; readonly coreModule?: boolean }[];
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

function parse(text: string): CruiserOutput | undefined {
  try {
    return JSON.parse(text) as CruiserOutput;
  } catch {
    return undefined;
  }
}
