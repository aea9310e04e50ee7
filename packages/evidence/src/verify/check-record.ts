// The record that evidence carries: its timestamp, and that the XML says what the record says.

import { leafValue } from "../record/leaf-value.ts";
import { rootOfPath } from "../merkle/hash-tree.ts";
import { remakeXml, type CarriedRecord } from "../xml/read-record.ts";
import { checkStamp } from "./check-stamp.ts";
import { CheckFailure, type Verification } from "./report.ts";

/** How far the clocks of two time-stamping authorities may differ. */
const CLOCK_DIFFERENCE = { seconds: 1 } as const;

/** `sealed` is the canonical form of what the seal covers. */
export function checkRecord(
  record: CarriedRecord,
  sealed: string,
  timestampRoots: readonly Uint8Array[],
  { check, found }: Verification,
): void {
  check("record_timestamp", () => {
    const root = rootOfPath(leafValue(record.random, record.canonical), record.path);
    if (!root)
      throw new CheckFailure("TOTAL-FAILED", "FORMAT_FAILURE", "the path of the record leads to no tree");
    const { genTime } = checkStamp(record.token, root, timestampRoots);
    found.stampedAt = genTime;
    if (!genTime.equals(record.genTime)) {
      throw new CheckFailure(
        "TOTAL-FAILED",
        "FORMAT_FAILURE",
        "the evidence names another time than its timestamp",
      );
    }
    if (found.signedAt && Temporal.Instant.compare(found.signedAt.add(CLOCK_DIFFERENCE), genTime) < 0) {
      throw new CheckFailure(
        "INDETERMINATE",
        "TIMESTAMP_ORDER_FAILURE",
        "the seal is older than the record's timestamp",
      );
    }
    return [true, `the record existed at ${genTime.toString()}`];
  });
  check("record_matches", () => {
    if (remakeXml(record) !== sealed) {
      throw new CheckFailure("TOTAL-FAILED", "FORMAT_FAILURE", "the XML says something else than the record");
    }
    return [true, "the XML says what the record says"];
  });
}
