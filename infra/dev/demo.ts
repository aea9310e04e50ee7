// `npm run demo -- --out DIR`: plays a message collected, a letter posted and the end of both on a stack of its own, and leaves what a court would be shown.

import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Stack, startStack } from "@posthorn/testkit";
import { askOthers } from "./ask-others.ts";
import { playErasure } from "./play-erasure.ts";
import { playLetter } from "./play-letter.ts";
import { playMainJob } from "./play-main-job.ts";
import { keepPost, playOn } from "./played-stack.ts";

const EXIT_USAGE = 64;
const begun = performance.now();
const out = readOut();
const abort = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => abort.abort(new Error(`Stopped by ${signal}.`)));
}

try {
  const result = await play();
  const { main, letter, erasure, checks } = result;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const same = Buffer.compare(main.sent, main.collected) === 0;
  const digest = createHash("sha256").update(main.collected).digest("hex").slice(0, 16);
  process.stdout.write(
    [
      `${same ? "Collected equals sent" : "COLLECTED DIFFERS FROM SENT"}: ${main.delivery}, ${main.collected.length} bytes (SHA-256 ${digest}…).`,
      `Posted and delivered: ${letter.delivery}, ${letter.barcode}.`,
      `${erasure.clean ? "Erased" : "NOT ALL IS ERASED"} after two years, ${erasure.receipts} sealed receipts. ${erasure.left}`,
      `Looked at by software of others: ${checks.passed} good, ${checks.failed} bad${checks.absent.map((tool) => `; ${tool} is not installed`).join("")}.`,
      `${result.files} files in ${seconds} s: ${out}`,
      "",
    ].join("\n"),
  );
  process.exitCode = same && erasure.clean && checks.failed === 0 ? 0 : 1;
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
    const played = playOn(stack);
    const main = await playMainJob(played);
    abort.signal.throwIfAborted();
    const letter = await playLetter(played);
    abort.signal.throwIfAborted();
    const words = [...main.words, ...letter.words];
    const erasure = await playErasure(stack, [main.delivery, letter.delivery], words);
    abort.signal.throwIfAborted();
    const files = new Map([
      ...main.files,
      ...letter.files,
      ...erasure.files,
      ...(await keepPost(played)),
      ...trustOf(stack),
    ]);
    keep(files);
    const checks = askOthers(out, [...files.keys()]);
    writeFileSync(join(out, "checks.txt"), checks.text);
    return { main, letter, erasure, checks, files: files.size + 1 };
  } finally {
    await stack.stop();
  }
}

/** Only when all was played: a demonstration that fails half way leaves no folder that looks like one that succeeded. */
function keep(files: ReadonlyMap<string, Uint8Array | string>): void {
  for (const name of new Set(Array.from(files.keys(), (path) => path.split("/")[0] ?? "")))
    rmSync(join(out, name), { recursive: true, force: true });
  for (const [name, content] of files) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), content);
  }
}

function trustOf({ standIns: { pki } }: Stack): ReadonlyMap<string, Uint8Array> {
  return new Map([
    ["trust/root.pem", readFileSync(pki.rootPemPath)],
    ["trust/tsa-root.pem", readFileSync(pki.tsaRootPemPath)],
  ]);
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
