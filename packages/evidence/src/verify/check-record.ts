// The record that evidence carries: its timestamp, and that the XML says what the record says.

import type { ValidationMaterial } from "@posthorn/pki";
import { rootOfPath } from "../merkle/hash-tree.ts";
import { leafValue } from "../record/leaf-value.ts";
import { remakeXml, type CarriedRecord } from "../xml/read-record.ts";
import { checkStamp } from "./check-stamp.ts";
import { CheckFailure, type MakeCheck } from "./report.ts";
import type { Setting } from "./setting.ts";

/** How far the clocks of two time-stamping authorities may differ. */
const CLOCK_DIFFERENCE = { seconds: 1 } as const;

/** The proven time of the record. `signedAt`: of the seal around it. */
export function checkRecordStamp(
  { random, canonical, path, token, genTime }: Omit<CarriedRecord, "facts">,
  signedAt: Temporal.Instant | null,
  setting: Setting,
  material: ValidationMaterial,
  check: MakeCheck,
): Temporal.Instant | undefined {
  return check("record_timestamp", () => {
    const root = rootOfPath(leafValue(random, canonical), path);
    if (!root)
      throw new CheckFailure("TOTAL-FAILED", "FORMAT_FAILURE", "the path of the record leads to no tree");
    // the seal covers the token: what dates the seal dates the token too
    const control = setting.control === null ? null : (signedAt ?? setting.control);
    const proven = checkStamp(token, root, { ...setting, control }, material).genTime;
    if (!proven.equals(genTime)) {
      throw new CheckFailure(
        "TOTAL-FAILED",
        "FORMAT_FAILURE",
        "the evidence names another time than its timestamp",
      );
    }
    if (signedAt && Temporal.Instant.compare(signedAt.add(CLOCK_DIFFERENCE), proven) < 0) {
      throw new CheckFailure(
        "INDETERMINATE",
        "TIMESTAMP_ORDER_FAILURE",
        "the seal is older than the record's timestamp",
      );
    }
    return [proven, `the record existed at ${proven.toString()}`];
  });
}

/** `sealed` is the canonical form of what the seal covers. */
export function checkRecordMatches(record: CarriedRecord, sealed: string, check: MakeCheck): void {
  check("record_matches", () => {
    if (remakeXml(record) !== sealed) {
      throw new CheckFailure("TOTAL-FAILED", "FORMAT_FAILURE", "the XML says something else than the record");
    }
    return [true, "the XML says what the record says"];
  });
}
