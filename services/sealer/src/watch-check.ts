// Shows on /metrics what the check of chains and log found: whatever is not 0 is a breach that stands in the register.

import type { Metrics } from "@posthorn/runtime";
import type { RecordCheck } from "@posthorn/usecases";

/** Of one round through all chains and the log; it begins anew behind its end. */
export function watchCheck(metrics: Pick<Metrics, "gauge">): (checked: RecordCheck) => void {
  const found = metrics.gauge(
    "record_check_findings",
    "What did not fit in this round of the check of chains and log",
  );
  let round = 0;
  return ({ findings, whole }) => {
    round += findings;
    found.set(round);
    if (whole) round = 0;
  };
}
