// Bench: how long after its acceptance the notice of a message is in the hands of the addressee's mail server.

import { setTimeout as pause } from "node:timers/promises";
import { type Mailbox, startMailbox, waitFor } from "@posthorn/testkit";
import type { Bench } from "./define-bench.ts";
import { type BenchStack, openBenchStack } from "./open-bench-stack.ts";
import { type PostedMessage, prepareMessage } from "./post-message.ts";
import { figure } from "./print-table.ts";
import { percentile } from "./repeat-work.ts";
import { nextAddressee, sampleMessage } from "./sample-message.ts";
import { samplePdf } from "./sample-pdf.ts";

const PER_SECOND = 20;
const WITHIN_MS = 60_000;

export const reachMailbox: Bench = {
  name: "Acceptance to mail in the server's hands (stamp included)",
  async run(options) {
    const { quick, say } = options;
    // The clock of this machine, which dates acceptances too: nobody moves the one of this stack.
    const mailbox = await startMailbox({
      port: 0,
      smtpPort: 0,
      clock: { now: () => Temporal.Now.instant() },
    });
    const stack = await openBenchStack(["api", "sealer", "worker", "inbound"], options, {
      worker: { SMTP_URL: mailbox.smtpUrl },
    });
    try {
      const pdf = samplePdf(100_000);
      await oneByOne(stack, mailbox, 10, pdf);
      say("idle, one by one");
      const idle = await oneByOne(stack, mailbox, quick ? 20 : 100, pdf);
      say(`${PER_SECOND} messages a second`);
      const busy = await steadily(stack, mailbox, quick ? 3 : 10, pdf);
      const row = (what: string, took: readonly number[]) => [
        what,
        String(took.length),
        ...[0.5, 0.95, 1].map((share) => figure(percentile(took, share))),
      ];
      return [
        {
          title: "From `accepted_at` to the mail's DATA taken",
          columns: ["load", "messages", "p50 ms", "p95 ms", "longest ms"],
          rows: [row("idle, one by one", idle), row(`${PER_SECOND} a second`, busy)],
          notes: [
            "`accepted_at` is when the complete request had arrived, so the acceptance itself counts. Mail server, phone and time-stamping authority are the stand-ins, in the process that measures.",
          ],
        },
      ];
    } finally {
      await stack.stop();
      await mailbox.stop();
    }
  },
};

async function oneByOne(
  stack: BenchStack,
  mailbox: Mailbox,
  count: number,
  pdf: Buffer,
): Promise<readonly number[]> {
  const took: number[] = [];
  for (let index = 0; index < count; index++) took.push(await sendOne(stack, mailbox, pdf));
  return took;
}

/** Sends on time, whatever became of those before. */
async function steadily(
  stack: BenchStack,
  mailbox: Mailbox,
  seconds: number,
  pdf: Buffer,
): Promise<readonly number[]> {
  const begun = performance.now();
  const sent: Promise<number>[] = [];
  for (let index = 0; index < seconds * PER_SECOND; index++) {
    await pause(Math.max(0, begun + (index * 1000) / PER_SECOND - performance.now()));
    sent.push(sendOne(stack, mailbox, pdf));
  }
  return Promise.all(sent);
}

/** Milliseconds from acceptance to arrival. */
async function sendOne(stack: BenchStack, mailbox: Mailbox, pdf: Buffer): Promise<number> {
  const addressee = nextAddressee();
  const accepted = JSON.parse(
    await stack.poster.post(prepareMessage(sampleMessage([addressee]), pdf)),
  ) as PostedMessage;
  const arrived = await waitFor(
    `the notice to ${addressee.email}`,
    async () => mailbox.store.list({ to: addressee.email })[0],
    WITHIN_MS,
  );
  return arrived.at.epochMilliseconds - Temporal.Instant.from(accepted.accepted_at).epochMilliseconds;
}
