// `npm run bench`: measures on stacks of its own and prints ratios from one run; asserts nothing.

import { cpus } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { acceptMessages } from "./accept-messages.ts";
import { collectPages } from "./collect-pages.ts";
import type { Bench } from "./define-bench.ts";
import { eraseDue } from "./erase-due.ts";
import { logTree } from "./log-tree.ts";
import { printTable } from "./print-table.ts";
import { manyDeliveries } from "./many-deliveries.ts";
import { reachMailbox } from "./reach-mailbox.ts";
import { sealLongTerm } from "./seal-long-term.ts";
import { sealRecords } from "./seal-records.ts";
import { uploadMemory } from "./upload-memory.ts";
import { largeAccount } from "./large-account.ts";
import { pressLetters } from "./make-letters.ts";
import { verifyBundle } from "./verify-bundle.ts";
import { verifyCard } from "./verify-card.ts";

const EXIT_USAGE = 64;
const BENCHES: readonly Bench[] = [
  acceptMessages,
  reachMailbox,
  sealRecords,
  collectPages,
  uploadMemory,
  manyDeliveries,
  logTree,
  sealLongTerm,
  verifyBundle,
  verifyCard,
  largeAccount,
  pressLetters,
  eraseDue,
];

const { only, quick, rows, profiles } = readArguments();
process.stdout.write(
  `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.versions.node}${quick ? ", quick" : ""}\n\n`,
);
for (const [index, bench] of BENCHES.entries()) {
  const number = index + 1;
  if (only.length > 0 && !only.includes(number)) continue;
  process.stdout.write(`## ${number}. ${bench.name}\n\n`);
  const begun = performance.now();
  try {
    const tables = await bench.run({
      quick,
      rows,
      profiles,
      say: (line) => process.stderr.write(`  ${line}\n`),
    });
    process.stdout.write(`${tables.map(printTable).join("\n")}\n`);
  } catch (error) {
    process.exitCode = 1;
    process.stdout.write(`Not measured: ${error instanceof Error ? error.message : String(error)}\n\n`);
  }
  process.stderr.write(`  took ${((performance.now() - begun) / 1000).toFixed(0)} s\n`);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string" },
        quick: { type: "boolean" },
        rows: { type: "string" },
        profile: { type: "string" },
      },
    });
    const numbers = (values.only ?? "")
      .split(",")
      .filter((text) => text !== "")
      .map(Number);
    if (numbers.some((number) => BENCHES[number - 1] === undefined)) throw new Error("no such bench");
    const rows = values.rows === undefined ? undefined : Number(values.rows);
    if (rows !== undefined && !(Number.isSafeInteger(rows) && rows >= 1000)) throw new Error("too few rows");
    const folder = process.env["POSTHORN_CWD"] ?? process.cwd();
    return {
      only: numbers,
      quick: values.quick ?? false,
      rows,
      profiles: values.profile === undefined ? undefined : resolve(folder, values.profile),
    };
  } catch {
    const list = BENCHES.map((bench, index) => `  ${index + 1}  ${bench.name}`).join("\n");
    process.stderr.write(`npm run bench -- [--only 1,2] [--quick] [--rows N] [--profile DIR]\n\n${list}\n`);
    process.exit(EXIT_USAGE);
  }
}
