// Bench: memory of the api process while ten clients upload large files at once.

import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { API_KEYS, seededKey } from "@posthorn/testkit";
import type { Bench } from "./define-bench.ts";
import { type BenchStack, openBenchStack } from "./open-bench-stack.ts";
import { attachmentHead, prepareMessage } from "./post-message.ts";
import { figure } from "./print-table.ts";
import { repeatWork } from "./repeat-work.ts";
import { nextAddressee, sampleMessage } from "./sample-message.ts";
import { samplePdf } from "./sample-pdf.ts";
import { cpuSeconds, residentMiB, watchResident } from "./watch-process.ts";

const CLIENTS = 10;
const MB = 1_000_000;
const PIECE = randomBytes(64 * 1024);

export const uploadMemory: Bench = {
  name: "Memory of the api process while ten clients upload",
  async run(options) {
    const { quick, say } = options;
    const size = (quick ? 25 : 250) * MB;
    const stack = await openBenchStack(["api"], options, {
      api: { LIMIT_FILE_BYTES: String(size + MB), LIMIT_MESSAGE_BYTES: String(size + MB) },
    });
    try {
      const pid = stack.pidOf("api");
      const pdf = samplePdf(100_000);
      // Code is compiled and the heap has its working size before anything counts.
      await repeatWork({ concurrency: CLIENTS, count: quick ? 50 : 200 }, () =>
        stack.poster.post(prepareMessage(sampleMessage([nextAddressee()]), pdf)),
      );
      const rows: string[][] = [];
      for (const clients of [1, CLIENTS]) {
        say(`${clients} × ${size / MB} MB`);
        const before = residentMiB(pid);
        const cpu = cpuSeconds(pid);
        const begun = performance.now();
        const watch = watchResident(pid);
        await Promise.all(Array.from({ length: clients }, () => upload(stack, size)));
        const most = watch.stop();
        const seconds = (performance.now() - begun) / 1000;
        const sent = (clients * size) / MB;
        rows.push([
          `${clients} × ${size / MB} MB`,
          ...[
            before,
            most,
            most - before,
            residentMiB(pid),
            sent / seconds,
            ((cpuSeconds(pid) - cpu) / sent) * 1000,
          ].map(figure),
        ]);
      }
      return [
        {
          title: "Resident memory (VmRSS, every 50 ms)",
          columns: [
            "uploads at once",
            "before MiB",
            "most MiB",
            "growth MiB",
            "after MiB",
            "MB/s in all",
            "CPU ms a MB",
          ],
          rows,
          notes: [
            `Before: after ${quick ? 50 : 200} messages of 100 KB. The clients live in the process that measures; encrypted, hashed and fsynced on arrival.`,
          ],
        },
      ];
    } finally {
      await stack.stop();
    }
  },
};

/** Streams one submission, never holding more of it than one piece. */
async function upload(stack: BenchStack, size: number): Promise<void> {
  const boundary = `posthorn-${randomBytes(8).toString("hex")}`;
  const json = JSON.stringify(sampleMessage([nextAddressee()]));
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="message"\r\ncontent-type: application/json\r\n\r\n${json}${attachmentHead(boundary)}%PDF-1.7\n`;
  const asked = request({
    host: "127.0.0.1",
    port: stack.ports.api,
    path: "/v1/messages",
    method: "POST",
    headers: {
      authorization: `Bearer ${seededKey(API_KEYS.first).secret}`,
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
  });
  const answered = new Promise<void>((resolve, reject) => {
    asked.once("error", reject);
    asked.once("response", (answer) => {
      answer.resume();
      if (answer.statusCode === 201) answer.once("end", resolve);
      else reject(new Error(`An upload was answered ${answer.statusCode}.`));
    });
  });
  const written = (async () => {
    asked.write(head);
    for (let left = size - 9; left > 0; left -= PIECE.length) {
      if (!asked.write(left < PIECE.length ? PIECE.subarray(0, left) : PIECE)) await once(asked, "drain");
    }
    asked.end(`\r\n--${boundary}--\r\n`);
  })();
  await Promise.all([answered, written]);
}
