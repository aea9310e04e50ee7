// `posthorn evidence lint`: whether the records in bundles, proofs and evidence fit together, rule by rule.

import { parseArgs } from "node:util";
import {
  type FileReport,
  lintEvidence,
  type LintFinding,
  type LintRecord,
  verifyFile,
} from "@posthorn/evidence";
import { type Command, EXIT, tame, type Terminal, UsageError } from "../command.ts";
import { readProof } from "../verify/read-files.ts";
import { readTrust, TRUST_OPTIONS } from "../verify/read-trust.ts";

export const lintCommand: Command = {
  usage: "evidence lint FILE… [--trust PEM|DIR]… [--timestamp-trust PEM|DIR]… [--at INSTANT] [--json]",
  run: lintFiles,
};

interface DeliveryFindings {
  readonly delivery: string;
  readonly records: number;
  readonly findings: readonly LintFinding[];
}

/** All files together are one set: a bundle, or the evidence of a delivery one by one. Stamps count where their authority is trusted. */
async function lintFiles(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...TRUST_OPTIONS, json: { type: "boolean" } },
  });
  if (positionals.length === 0) throw new UsageError("No file was given.");
  const trust = await readTrust(values, terminal);
  const records: LintRecord[] = [];
  let unreadable = false;
  for (const path of positionals) {
    const bytes = await readProof(terminal.folder, path).catch(() => undefined);
    const found = bytes ? recordsOf(await verifyFile({ name: path, bytes }, [], trust)) : [];
    if (found.length === 0) {
      unreadable = true;
      terminal.complain(`${path} holds no evidence that can be read.\n`);
    }
    records.push(...found);
  }
  if (trust.timestampAnchors.length === 0) {
    terminal.complain(
      "No --timestamp-trust was given: no stamp is believed, and records count as not stamped.\n",
    );
  }
  const linted = lintByDelivery(records, trust.at);
  terminal.write(values.json ? `${JSON.stringify(linted, null, 2)}\n` : linted.map(printFindings).join(""));
  if (linted.some(({ findings }) => findings.some(({ severity }) => severity === "error")))
    return EXIT.failed;
  return unreadable ? EXIT.open : EXIT.passed;
}

function recordsOf({ evidence }: FileReport): LintRecord[] {
  return evidence.flatMap(({ facts, leaf, stampedAt, signedAt }) =>
    facts && leaf !== null ? [{ facts, leaf, stampedAt, sealedAt: signedAt }] : [],
  );
}

/** The same record in several files counts once. */
function lintByDelivery(records: readonly LintRecord[], now: Temporal.Instant): readonly DeliveryFindings[] {
  const distinct = [...new Map(records.map((record) => [record.leaf, record])).values()];
  const deliveries = [...new Set(distinct.map(({ facts }) => facts.delivery))];
  return deliveries.map((delivery) => {
    const own = distinct.filter(({ facts }) => facts.delivery === delivery);
    return { delivery, records: own.length, findings: lintEvidence({ records: own, now }) };
  });
}

function printFindings({ delivery, records, findings }: DeliveryFindings): string {
  const lines = findings.map(
    ({ rule, seq, severity, detail }) => `  ${severity} ${rule} #${seq}: ${tame(detail)}`,
  );
  return [`${tame(delivery)}: ${records} records, ${findings.length} findings`, ...lines, ""].join("\n");
}
