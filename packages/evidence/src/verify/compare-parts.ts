// Compares the files somebody has with the parts that the evidence names: by digest, never by name alone.

import type { PartFacts } from "@posthorn/domain";
import type { FileDigest, PartFindings } from "./file-report.ts";
import type { FoundRecord } from "./judged-file.ts";
import { CheckFailure, type MakeCheck } from "./report.ts";

/** Every part once, in the order in which the evidence names them; its print rendition only where it was given. */
export function compareParts(
  records: readonly FoundRecord[],
  beside: readonly FileDigest[],
  check: MakeCheck,
): readonly PartFindings[] {
  const named = records.flatMap(({ facts }) =>
    facts.parts.flatMap((part) => [part, ...renditionOf(part, beside)]),
  );
  const distinct = [...new Map(named.map((part) => [`${part.sha256} ${part.name}`, part])).values()];
  const known = new Set(distinct.map(({ sha256 }) => sha256));
  const parts = distinct.map(({ name, size, sha256 }): PartFindings => {
    const same = beside.find((file) => file.sha256 === sha256 && file.size === size);
    const other = beside.find((file) => file.name === name && !known.has(file.sha256));
    const compared = same ? "same" : other ? "different" : "not_given";
    return { name, size, sha256, compared, file: (same ?? other)?.name ?? null };
  });
  if (beside.length > 0) check("parts", () => [true, compareAll(parts, beside)]);
  return parts;
}

/** A part as it was printed goes by the part's name. */
function renditionOf({ name, print }: PartFacts, beside: readonly FileDigest[]) {
  const given = print && beside.some(({ sha256 }) => sha256 === print.sha256);
  return given ? [{ name, size: print.size, sha256: print.sha256 }] : [];
}

function compareAll(parts: readonly PartFindings[], beside: readonly FileDigest[]): string {
  const strangers = beside.filter(({ sha256 }) => !parts.some((part) => part.sha256 === sha256));
  if (strangers.length > 0) {
    const names = strangers.map(({ name }) => name).join(", ");
    throw new CheckFailure(
      "TOTAL-FAILED",
      "HASH_FAILURE",
      `not a part of the message as the evidence names it: ${names}`,
    );
  }
  return "every file given is a part of the message, bit for bit";
}
