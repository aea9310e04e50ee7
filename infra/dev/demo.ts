// `npm run demo -- --out DIR`: plays the main job on a stack of its own and leaves what a court would be shown.

import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { startStack } from "@posthorn/testkit";
import { playMainJob } from "./play-main-job.ts";

const EXIT_USAGE = 64;
const begun = performance.now();
const out = readOut();
const abort = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => abort.abort(new Error(`Stopped by ${signal}.`)));
}

try {
  const result = await play();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const same = Buffer.compare(result.sent, result.collected) === 0;
  const digest = createHash("sha256").update(result.collected).digest("hex").slice(0, 16);
  process.stdout.write(
    `${same ? "Collected equals sent" : "COLLECTED DIFFERS FROM SENT"}: ${result.delivery}, ${result.collected.length} bytes (SHA-256 ${digest}…), ` +
      `${result.evidence} evidences, 2 proofs, ${result.mails} mails, ${result.texts} text messages in ${seconds} s: ${out}\n`,
  );
  process.exitCode = same ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function play() {
  const directory = mkdtempSync(join(tmpdir(), "posthorn-demo-"));
  const stack = await startStack({
    directory,
    temporary: true,
    log: (line) => process.stderr.write(`${line}\n`),
    signal: abort.signal,
  });
  try {
    const result = await playMainJob(stack);
    abort.signal.throwIfAborted();
    // Only now: a demonstration that fails half way leaves no folder that looks like one that succeeded.
    for (const name of ["evidence", "mails", "trust"])
      rmSync(join(out, name), { recursive: true, force: true });
    for (const [name, content] of result.files) {
      mkdirSync(dirname(join(out, name)), { recursive: true });
      writeFileSync(join(out, name), content);
    }
    return result;
  } finally {
    await stack.stop();
  }
}

function readOut(): string {
  try {
    const { values } = parseArgs({ options: { out: { type: "string" } } });
    if (values.out !== undefined && values.out !== "")
      return resolve(process.env["POSTHORN_CWD"] ?? process.cwd(), values.out);
  } catch {
    // Said below.
  }
  process.stderr.write("Say where the results go: npm run demo -- --out DIR\n");
  process.exit(EXIT_USAGE);
}
