// All files that were dropped together: proofs, bundles and evidence are checked, the others compared with what these name.

import { checkBundle, isBundle } from "./bundle/check-bundle.ts";
import { checkChain } from "./evidence/check-chain.ts";
import { checkEvidence } from "./evidence/check-evidence.ts";
import { fromLatin1, sha256Hex } from "./octets/octets.ts";
import { carriesEvidence, checkProof, looksLikePdf } from "./pdf/check-proof.ts";
import {
  startReport,
  type ComparedPart,
  type FoundRecord,
  type NamedPart,
  type Outcome,
  type Report,
} from "./report.ts";
import { readZip } from "./zip/read-zip.ts";

export interface DroppedFile {
  readonly name: string;
  readonly octets: Uint8Array;
}

/** Never throws for what is dropped. `logKey` is a C2SP vkey typed by the reader, or null. */
export async function checkFiles(dropped: readonly DroppedFile[], logKey: string | null): Promise<Report> {
  const report = startReport();
  const beside: DroppedFile[] = [];
  let usedKey: Report["logKey"] = null;
  let whole = false;
  for (const file of dropped) {
    const bundle = await openBundle(file);
    if (bundle) {
      whole = true;
      ({ usedKey } = await checkBundle(report, file.name, bundle, logKey));
    } else if (
      /^(?:\uFEFF|ï»¿)?(?:<\?xml [^?]*\?>)?\s*<(?:\w+:)?Evidence\b/u.test(
        fromLatin1(file.octets.subarray(0, 500)),
      )
    ) {
      await checkEvidence(report, file.name, file.octets);
    } else if (looksLikePdf(file.octets) && (await carriesEvidence(file.octets))) {
      await checkProof(report, file.name, file.octets);
    } else {
      beside.push(file);
    }
  }
  const records = distinctRecords(report.records);
  if (records.length > 0) await checkChain(report, records, whole);
  const { parts, unknown } = await compareParts(records, beside);
  const closing = records.find(({ facts }) => facts.closing);
  return {
    outcome: outcomeOf(
      report.findings.map(({ outcome }) => outcome),
      parts,
      records,
    ),
    findings: report.findings,
    records,
    parts,
    certificates: distinct(report.certificates, ({ fingerprint, use }) => `${use} ${fingerprint}`),
    complete: whole ? closing !== undefined : null,
    afterFinal: closing ? records.filter(({ facts }) => facts.seq > closing.facts.seq).length : 0,
    logKey: usedKey,
    unknown,
  };
}

async function openBundle({ octets }: DroppedFile): Promise<ReadonlyMap<string, Uint8Array> | null> {
  if (fromLatin1(octets.subarray(0, 2)) !== "PK") return null;
  try {
    const files = await readZip(octets);
    return isBundle(files) ? files : null;
  } catch {
    return null;
  }
}

/** The same record may stand in several proofs; another record in its place is kept, and fails the chain. */
function distinctRecords(records: readonly FoundRecord[]): readonly FoundRecord[] {
  return distinct(records, ({ facts, leaf }) => `${facts.delivery} ${facts.seq} ${leaf}`).toSorted(
    (a, b) => a.facts.seq - b.facts.seq,
  );
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item] as const).toReversed()).values()].toReversed();
}

/**
 * By digest first; a file of the same name that nothing knows is a different file. A part as printed is listed only where
 * it was given, under its part's name.
 */
async function compareParts(
  records: readonly FoundRecord[],
  beside: readonly DroppedFile[],
): Promise<Pick<Report, "parts" | "unknown">> {
  const files = await Promise.all(
    beside.map(async ({ name, octets }) => ({ name, sha256: await sha256Hex(octets) })),
  );
  const given = new Set(files.map(({ sha256 }) => sha256));
  const named = distinct(
    records.flatMap(({ facts }) => facts.parts.flatMap((part) => listOf(part, given))),
    ({ name, sha256 }) => `${name} ${sha256}`,
  );
  const known = new Set(named.map(({ sha256 }) => sha256));
  const parts = named.map((part): ComparedPart => {
    const same = files.find((file) => file.sha256 === part.sha256);
    const other = files.find((file) => file.name === part.name && !known.has(file.sha256));
    const compared = same ? "same" : other ? "different" : "not_given";
    return { ...part, compared, file: (same ?? other)?.name ?? null };
  });
  const used = new Set(parts.map(({ file }) => file));
  return { parts, unknown: files.map(({ name }) => name).filter((name) => !used.has(name)) };
}

function listOf({ name, size, sha256, print }: NamedPart, given: ReadonlySet<string>) {
  const printed = print && given.has(print.sha256);
  return [
    { name, size, sha256, asPrinted: false },
    ...(printed ? [{ name, size: print.size, sha256: print.sha256, asPrinted: true }] : []),
  ];
}

function outcomeOf(
  outcomes: readonly Outcome[],
  parts: readonly ComparedPart[],
  records: readonly FoundRecord[],
): Outcome {
  if (outcomes.includes("failed") || parts.some(({ compared }) => compared === "different")) return "failed";
  return records.length === 0 ? "open" : "passed";
}
