// Ends the process it stands in when that takes too much memory, or when whoever started it is gone.

import { workerData } from "node:worker_threads";
import { z } from "zod";

/** Beyond what the heap may hold: unpacked pictures and fonts lie outside of it. */
const RESIDENT_MAX = 1024 * 1024 * 1024;
const EVERY_MS = 100;

const { parent } = z.object({ parent: z.number() }).parse(workerData);

setInterval(() => {
  if (process.memoryUsage.rss() > RESIDENT_MAX || process.ppid !== parent) {
    process.kill(process.pid, "SIGKILL");
  }
}, EVERY_MS);
