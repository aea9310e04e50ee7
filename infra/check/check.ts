// `npm run check`: everything that can be said about the sources without running them; needs no database.

import { runSteps } from "./run-steps.ts";
import type { Step, StepResult } from "./run-steps.ts";

const node = process.execPath;
const SHOWN_LINES = 200;

// The longest first, so that the cores stay busy to the end.
const STEPS: readonly Step[] = [
  { name: "types", about: "TypeScript, missing translations", command: "tsc", args: ["-p", "."] },
  { name: "lint", about: "oxlint with types", command: "oxlint", args: ["--deny-warnings"] },
  {
    name: "dead code",
    about: "files, exports, dependencies nobody uses",
    command: "knip",
    args: ["--no-progress", "--no-config-hints"],
  },
  {
    name: "planted",
    about: "each import rule finds its violation",
    command: "vitest",
    args: ["run", "--project", "architecture"],
  },
  { name: "imports", about: "who may import whom", command: node, args: ["infra/check/imports.ts"] },
  { name: "texts", about: "empty and untranslated texts", command: node, args: ["infra/check/texts.ts"] },
  {
    name: "tables",
    about: "a retention rule for each table",
    command: node,
    args: ["infra/check/tables.ts"],
  },
  {
    name: "retention",
    about: "a test for each rule, its page in the docs",
    command: node,
    args: ["infra/check/retention.ts"],
  },
  {
    name: "house",
    about: "clock, machine paths, first lines",
    command: node,
    args: ["infra/check/house.ts"],
  },
  { name: "format", about: "oxfmt", command: "oxfmt", args: ["--check"], mend: "Run: npm run format" },
];

const started = performance.now();
const results = await runSteps(STEPS, (result) => {
  if (!result.passed)
    print(`\n── ${result.step.name} ──\n${shorten(result.output)}\n${result.step.mend ?? ""}`);
});
const failed = results.filter((result) => !result.passed);

print("");
for (const step of STEPS) {
  const result = results.find((each) => each.step === step);
  if (result !== undefined) print(describe(result));
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
print(
  failed.length === 0
    ? `\nAll checks passed in ${seconds} s.`
    : `\nFailed in ${seconds} s: ${failed.map(({ step }) => step.name).join(", ")}. What to mend stands above.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

function describe({ step, passed, seconds: took }: StepResult): string {
  const state = passed ? "passed" : "FAILED";
  return `  ${state}  ${took.toFixed(1).padStart(5)} s  ${step.name.padEnd(10)} ${step.about}`;
}

function shorten(output: string): string {
  const lines = output.split("\n");
  if (lines.length <= SHOWN_LINES) return output;
  return `${lines.slice(0, SHOWN_LINES).join("\n")}\n… and ${lines.length - SHOWN_LINES} lines more`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
