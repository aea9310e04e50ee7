// The chain over the records of one delivery: no gap, nothing twice, each pointing to the one before, and its closing.

import type { Collector, FoundRecord } from "../report.ts";

/** `whole`: a bundle, which must hold them all; single evidence leaves gaps that say nothing. */
export async function checkChain(
  report: Collector,
  records: readonly FoundRecord[],
  whole: boolean,
): Promise<void> {
  const pairs = records.slice(1).map((record, index) => [records[index], record] as const);
  const gaps = pairs.filter(([before, record]) => record.facts.seq !== (before?.facts.seq ?? 0) + 1);
  await report.check("chain", "", () => {
    if (new Set(records.map(({ facts }) => facts.delivery)).size > 1)
      throw new TypeError("records of several deliveries");
    if (new Set(records.map(({ facts }) => facts.seq)).size !== records.length)
      throw new TypeError("two records claim the same place");
    if (whole && (records[0]?.facts.seq !== 1 || gaps.length > 0)) throw new TypeError("a record is missing");
    const [first] = records;
    if (first?.facts.seq === 1 && !/^0{64}$/u.test(first.facts.prev_hash))
      throw new TypeError("the first record points to another");
    for (const [before, { facts }] of pairs)
      if (before && facts.seq === before.facts.seq + 1 && facts.prev_hash !== before.leaf)
        throw new TypeError(`record ${facts.seq} does not follow from the one before`);
  });
  const closing = records.find(({ facts }) => facts.closing);
  if (!closing) {
    if (whole) report.open("closing", "");
    return;
  }
  await report.check("closing", closing.about, () => {
    const { seq, prev_hash, closing: stated } = closing.facts;
    if (stated?.records !== seq || stated.head !== prev_hash)
      throw new TypeError("the closing record counts otherwise");
    const later = records.filter(({ facts }) => facts.seq > seq);
    if (later.some(({ facts }) => facts.after_final !== true))
      throw new TypeError("a later record is not marked as such");
  });
}
