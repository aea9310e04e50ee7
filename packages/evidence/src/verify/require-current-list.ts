// A trusted list that should have been renewed says nothing certain any more (ETSI TS 119 612 §5.3.15).

import type { TrustAnchor } from "../trust/trust.ts";
import { CheckFailure } from "./report.ts";

/** Throws CheckFailure TRY_LATER for an anchor whose list is out of date. */
export function requireCurrentList({ nextUpdate, source }: TrustAnchor, now: Temporal.Instant | null): void {
  if (nextUpdate === null || now === null || Temporal.Instant.compare(now, nextUpdate) <= 0) return;
  throw new CheckFailure(
    "INDETERMINATE",
    "TRY_LATER",
    `the trusted list (${source}) had to be renewed by ${nextUpdate.toString()}: fetch it again and verify again`,
  );
}
