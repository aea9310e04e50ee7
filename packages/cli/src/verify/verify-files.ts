// `posthorn verify`: says of each file whether it is genuine, in words or as JSON, and by the exit code.

import { parseArgs } from "node:util";
import { type FileReport, verifyFile } from "@posthorn/evidence";
import { textsFor } from "@posthorn/texts";
import { chooseLanguage, type Command, EXIT, type Terminal, UsageError } from "../command.ts";
import { printReport } from "./print-report.ts";
import { digestFile, readProof } from "./read-files.ts";
import { readTrust, TRUST_OPTIONS } from "./read-trust.ts";

export const verifyCommand: Command = {
  usage:
    "verify FILE… [--beside FILE]… [--trust PEM|DIR]… [--timestamp-trust PEM|DIR]… [--log-key VKEY] [--witness-key VKEY]… [--at INSTANT] [--lang en|nl|fr|de] [--json]",
  run: verifyFiles,
};

async function verifyFiles(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...TRUST_OPTIONS,
      beside: { type: "string", multiple: true },
      lang: { type: "string" },
      json: { type: "boolean" },
    },
  });
  if (positionals.length === 0) throw new UsageError("No file was given.");
  const language = chooseLanguage(values.lang, terminal.env);
  const words = textsFor(language).verification;
  const trust = await readTrust(values, terminal);
  const { folder, write, complain } = terminal;
  const reading = (path: string) => {
    complain(`${words.report.unreadable({ file: path })}\n`);
    return undefined;
  };
  const beside = await Promise.all(
    (values.beside ?? []).map((path) => digestFile(folder, path).catch(() => reading(path))),
  );
  const reports: (FileReport | undefined)[] = [];
  for (const path of positionals) {
    // one after the other: each may be large
    const bytes = await readProof(folder, path).catch(() => reading(path));
    const given = beside.filter((file) => file !== undefined);
    reports.push(bytes && (await verifyFile({ name: path, bytes }, given, trust)));
  }
  const made = reports.filter((report) => report !== undefined);
  if (values.json) write(`${JSON.stringify(made, null, 2)}\n`);
  else {
    if (trust.sealAnchors.length === 0) complain(`${words.report.noTrust}\n`);
    for (const report of made) write(printReport(report, language));
  }
  return exitCode(reports, beside.includes(undefined));
}

/** A failure that is certain outweighs what is open. */
function exitCode(reports: readonly (FileReport | undefined)[], missing: boolean): number {
  if (reports.some((report) => report?.indication === "TOTAL-FAILED")) return EXIT.failed;
  if (missing || reports.some((report) => report?.indication !== "TOTAL-PASSED")) return EXIT.open;
  return EXIT.passed;
}
