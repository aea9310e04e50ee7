// Whether records follow one another without gap, and whether the chain is closed (domain, "Chain and log").

import { CheckFailure, type MakeCheck } from "./report.ts";
import type { FoundRecord } from "./judged-file.ts";

const NO_PREVIOUS = "0".repeat(64);

/** Each record once, by delivery and place. */
export function inOrder(records: readonly FoundRecord[]): readonly FoundRecord[] {
  const byLeaf = new Map(records.map((record) => [record.leaf, record]));
  return [...byLeaf.values()].toSorted(
    (a, b) => compareText(a.facts.delivery, b.facts.delivery) || a.facts.seq - b.facts.seq,
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Neighbours must point to each other; `whole` asks for every record from the first on. Records in order, as of
 * `inOrder`. Proofs show some records only: gaps are no fault there.
 */
export function checkChain(records: readonly FoundRecord[], whole: boolean, check: MakeCheck): void {
  if (records.length === 0) return;
  check("chain", () => {
    const missing: number[] = [];
    records.forEach(({ facts }, index) => {
      const before = records[index - 1];
      const first = before?.facts.delivery !== facts.delivery;
      const expected = first ? 1 : before.facts.seq + 1;
      if (facts.seq === expected) requireLink(facts.prev_hash, first ? NO_PREVIOUS : before.leaf, facts.seq);
      else if (!first && facts.seq === before.facts.seq)
        throw broken(`two different records have the number ${facts.seq}`);
      else for (let seq = expected; seq < facts.seq && missing.length < 20; seq += 1) missing.push(seq);
    });
    requireClosing(records);
    if (whole && missing.length > 0) {
      throw new CheckFailure(
        "INDETERMINATE",
        "SIG_CONSTRAINTS_FAILURE",
        `the file lacks record ${missing.join(", ")} of the chain`,
      );
    }
    return [true, `${records.length} records, each pointing to the one before`];
  });
}

/** Every delivery has its closing record, and all records up to it are there. */
export function isComplete(records: readonly FoundRecord[]): boolean {
  const deliveries = new Set(records.map(({ facts }) => facts.delivery));
  return (
    deliveries.size > 0 &&
    [...deliveries].every((delivery) => {
      const own = records.filter(({ facts }) => facts.delivery === delivery);
      const closing = own.find(({ facts }) => facts.closing)?.facts;
      if (!closing) return false;
      const seqs = new Set(own.map(({ facts }) => facts.seq));
      return Array.from({ length: closing.seq }, (_, index) => index + 1).every((seq) => seqs.has(seq));
    })
  );
}

function requireLink(previous: string, leaf: string, seq: number): void {
  if (previous !== leaf) throw broken(`record ${seq} does not follow the one before it`);
}

/** The closing record says how many records the chain has with it, and its head before it. */
function requireClosing(records: readonly FoundRecord[]): void {
  for (const { facts } of records) {
    if (facts.closing && (facts.closing.records !== facts.seq || facts.closing.head !== facts.prev_hash)) {
      throw broken("the closing record counts other records than there are");
    }
  }
}

function broken(detail: string): CheckFailure {
  return new CheckFailure("TOTAL-FAILED", "FORMAT_FAILURE", detail);
}
