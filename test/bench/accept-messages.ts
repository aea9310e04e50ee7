// Bench: accepted messages per second over the API, against the same bytes fsynced plus one commit.

import { join } from "node:path";
import type { ServiceName } from "@posthorn/testkit";
import type { Bench, BenchOptions, Table } from "./define-bench.ts";
import { openBenchStack } from "./open-bench-stack.ts";
import { prepareMessage } from "./post-message.ts";
import { figure } from "./print-table.ts";
import { addLoads, type Load, NO_LOAD, percentile, perSecond, repeatWork } from "./repeat-work.ts";
import { nextAddressee, sampleMessage } from "./sample-message.ts";
import { samplePdf } from "./sample-pdf.ts";
import { openFloor } from "./write-floor.ts";

const PDF_BYTES = 100_000;
const ROUNDS = 4;

export const acceptMessages: Bench = {
  name: "Acceptance: one addressee, a PDF of 100 KB, POST /v1/messages",
  async run(options) {
    return [
      await measure("The API alone", ["api"], options),
      await measure("With sealer and worker at work", ["api", "sealer", "worker"], options),
    ];
  },
};

async function measure(
  title: string,
  services: readonly ServiceName[],
  options: BenchOptions,
): Promise<Table> {
  const seconds = options.quick ? 1 : 4;
  const stack = await openBenchStack(services, options);
  try {
    const pdf = samplePdf(PDF_BYTES);
    const floor = await openFloor(stack.sql, join(stack.directory, "content", "floor"));
    const post = () => stack.poster.post(prepareMessage(sampleMessage([nextAddressee()]), pdf));
    const write = () => floor.write(pdf);
    // Code is compiled and connections are opened before anything counts.
    await repeatWork({ concurrency: 8, count: options.quick ? 40 : 200 }, post);
    const rows: string[][] = [];
    for (const concurrency of [1, 8]) {
      options.say(`${title}: ${concurrency} at once`);
      let accepted: Load = NO_LOAD;
      let written: Load = NO_LOAD;
      for (let round = 0; round < ROUNDS; round++) {
        accepted = addLoads(accepted, await repeatWork({ concurrency, seconds }, post));
        written = addLoads(written, await repeatWork({ concurrency, seconds: seconds / 2 }, write));
      }
      rows.push([
        String(concurrency),
        figure(perSecond(accepted)),
        figure(perSecond(written)),
        (perSecond(accepted) / perSecond(written)).toFixed(2),
        figure(percentile(accepted.took, 0.5)),
        figure(percentile(accepted.took, 0.95)),
        figure(percentile(written.took, 0.5)),
      ]);
    }
    return {
      title,
      columns: ["at once", "accepted/s", "floor/s", "ratio", "accepted p50 ms", "p95 ms", "floor p50 ms"],
      rows,
      notes: [
        "Floor: one file of the same bytes written and fsynced, its directory fsynced, one row committed on the same PostgreSQL, by the process that measures. Rounds of both alternate.",
      ],
    };
  } finally {
    await stack.stop();
  }
}
