// Shows on /metrics what waits to be sealed, so that a delivery whose evidence cannot be sealed now is seen to wait.

import type { Metrics } from "@posthorn/runtime";
import type { Backlog } from "@posthorn/usecases";

/** Sets the gauges from a backlog just read. */
export function watchBacklog(metrics: Pick<Metrics, "gauge">): (backlog: Backlog) => void {
  const waiting = metrics.gauge("seal_waiting", "Records and documents that wait, by stage", ["stage"]);
  const oldest = metrics.gauge("seal_oldest_seconds", "Age of the oldest that waits, by stage", ["stage"]);
  const failing = metrics.gauge("seal_failing_seconds", "Since when stamps or archiving fail; 0 is well", [
    "work",
  ]);
  return (backlog) => {
    for (const { stage, count, oldestSeconds } of backlog.waiting) {
      waiting.set({ stage }, count);
      oldest.set({ stage }, oldestSeconds);
    }
    failing.set({ work: "stamp" }, backlog.stampFailingSeconds);
    failing.set({ work: "archive" }, backlog.archiveFailingSeconds);
  };
}
