// Runs a command of the project under its own Node, installing what it needs first.
// Plain JavaScript for any Node from 20 on: it runs before anything is installed.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnce } from "./install.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const NODE = join(ROOT, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");

/** A verb is a script of ours, with the flags Node needs for it and what it adds to the environment. */
const VERBS = {
  start: { script: "infra/dev/start.ts", pages: true },
  demo: { script: "infra/dev/demo.ts", pages: true },
  bench: { script: "test/bench/run.ts", pages: true },
  test: { script: "infra/check/test.ts" },
  "test:long": { script: "infra/check/test.ts", env: { POSTHORN_LONG: "1" } },
  "test:conformance": {
    script: "infra/check/test.ts",
    args: ["test/conformance"],
    env: { POSTHORN_CONFORMANCE: "1" },
  },
  check: { script: "infra/check/check.ts" },
  format: { script: "infra/check/format.ts" },
  posthorn: { script: "packages/cli/src/main.ts" },
};

const [verb = "", ...args] = process.argv.slice(2);
const command = VERBS[verb];
if (command === undefined) {
  fail(64, `There is no "${verb}". There is: ${Object.keys(VERBS).join(", ")}.`);
}

try {
  await installOnce(ROOT);
} catch (error) {
  fail(69, error.message);
}
if (!existsSync(join(ROOT, command.script))) fail(66, `${command.script} is missing from this clone.`);

// tsx for the pages: Node strips types by itself, but knows no JSX.
const flags = command.pages === true ? ["--import", "tsx"] : [];
const child = spawn(NODE, [...flags, command.script, ...(command.args ?? []), ...args], {
  cwd: ROOT,
  stdio: "inherit",
  env: {
    ...process.env,
    ...command.env,
    PATH: [join(ROOT, "node_modules", ".bin"), dirname(NODE), process.env.PATH].join(delimiter),
    // Where the command was typed: relative paths in its arguments mean this folder.
    POSTHORN_CWD: process.env.INIT_CWD ?? process.cwd(),
  },
});

for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// A terminal sends Ctrl-C to the child as well; without one we are the only one told.
process.on("SIGINT", () => {
  if (!process.stdin.isTTY) child.kill("SIGINT");
});

child.on("error", (error) => fail(70, `${NODE} does not start: ${error.message}`));
child.on("exit", (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 0);
});

function fail(code, message) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
