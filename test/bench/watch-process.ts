// Reads what a process has used from /proc: CPU time and resident memory. Linux only.

import { readFileSync } from "node:fs";
import { setInterval } from "node:timers";

// USER_HZ: 100 on every Linux that Node runs on.
const TICKS_PER_SECOND = 100;

/** Seconds of CPU, user and system, of all threads since the process began; to a hundredth. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is a name in brackets that may hold spaces; user and system time are the 14th and 15th.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Resident memory in MiB. */
export function residentMiB(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(found?.[1]) / 1024;
}

/** Looks every 50 ms until it is stopped, and answers the most it saw. */
export function watchResident(pid: number): { stop(): number } {
  let most = residentMiB(pid);
  const timer = setInterval(() => {
    most = Math.max(most, residentMiB(pid));
  }, 50);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}
