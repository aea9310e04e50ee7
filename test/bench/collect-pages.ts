// Bench: the collect site under load: notice page, message page with its parts, requests per second and p95.

import { Agent, request } from "node:http";
import { openPostOffice, playAddressee, type PlayedAddressee } from "@posthorn/testkit";
import type { Bench, Table } from "./define-bench.ts";
import { type BenchStack, openBenchStack } from "./open-bench-stack.ts";
import { prepareMessage } from "./post-message.ts";
import { figure } from "./print-table.ts";
import { type Load, percentile, perSecond, repeatWork } from "./repeat-work.ts";
import { nextAddressee, sampleMessage } from "./sample-message.ts";
import { samplePdf } from "./sample-pdf.ts";

const PDF_BYTES = 100_000;
const CONCURRENCY = 8;

export const collectPages: Bench = {
  name: "The collect site: notice page, message page, a part of 100 KB",
  async run(options) {
    const stack = await openBenchStack(["api", "sealer", "worker", "collect"], options);
    const agent = new Agent({ keepAlive: true });
    try {
      // A reader each has a delivery of his own, as in life: all of one delivery would wait for its row.
      const readers = await Promise.all(Array.from({ length: CONCURRENCY }, () => openReader(stack)));
      const { origin } = new URL(readers[0]?.notice.address ?? "");
      const seconds = options.quick ? 1 : 5;
      const measure = async (
        what: string,
        addresses: (reader: Reader) => readonly Opened[],
      ): Promise<readonly string[]> => {
        options.say(what);
        const requests = readers.map(addresses);
        const visit = async (index: number) => {
          for (const opened of requests[index % requests.length] ?? []) await load(agent, opened);
        };
        await repeatWork({ concurrency: CONCURRENCY, seconds: 0.5 }, visit);
        return row(
          what,
          await repeatWork({ concurrency: CONCURRENCY, seconds }, visit),
          requests[0]?.length ?? 0,
        );
      };
      return [
        table([
          await measure("GET notice page", ({ notice }) => [notice]),
          await measure("GET message page", ({ message }) => [message]),
          await measure("GET a part", ({ part }) => [part]),
          await measure("handover: message page and part", ({ message, part }) => [message, part]),
          await measure("floor: GET /healthz", () => [{ address: `${origin}/healthz`, cookie: "" }]),
        ]),
      ];
    } finally {
      agent.destroy();
      await stack.stop();
    }
  },
};

/** A page of somebody who is let in. */
export interface Opened {
  readonly address: string;
  readonly cookie: string;
}

/** The pages of somebody with two deliveries: one still to be identified for, one collected. */
export interface Reader {
  readonly notice: Opened;
  /** Of the delivery that was collected. */
  readonly message: Opened;
  readonly part: Opened;
}

export async function openReader(stack: BenchStack): Promise<Reader> {
  const waiting = await sendOne(stack);
  const notice = await waiting.openNotice();
  const collecting = await sendOne(stack);
  const message = await collecting.accept(await collecting.identify());
  const links = Array.from(
    message.document.querySelectorAll("a[href]"),
    (link) => new URL(link.getAttribute("href") ?? "", message.url),
  );
  const part = links.find(({ pathname }) => pathname.endsWith("/parts/2"));
  if (part === undefined) throw new Error(`No link to the second part on ${message.url}.`);
  const open = (addressee: PlayedAddressee, address: string) => ({
    address,
    cookie: addressee.visitor.cookiesFor(address),
  });
  return {
    notice: open(waiting, notice.url),
    message: open(collecting, message.url),
    part: open(collecting, part.href),
  };
}

async function sendOne(stack: BenchStack): Promise<PlayedAddressee> {
  const to = nextAddressee();
  await stack.poster.post(prepareMessage(sampleMessage([to]), samplePdf(PDF_BYTES)));
  return playAddressee({
    post: openPostOffice(stack.addresses),
    email: to.email,
    mobile: to.mobile,
    language: "nl",
  });
}

/** Reads the whole answer; throws where it is not 200. */
export function load(agent: Agent, { address, cookie }: Opened): Promise<void> {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: "127.0.0.1",
        port: url.port,
        path: `${url.pathname}${url.search}`,
        agent,
        headers: { host: url.host, cookie, accept: "text/html,*/*", "accept-language": "nl" },
      },
      (answer) => {
        answer.resume();
        answer.once("error", reject);
        answer.once("end", () =>
          answer.statusCode === 200
            ? resolve()
            : reject(new Error(`${url.pathname} answered ${answer.statusCode}.`)),
        );
      },
    );
    asked.once("error", (error: NodeJS.ErrnoException) => {
      // As in `createPoster`.
      if (asked.reusedSocket && error.code === "ECONNRESET")
        load(agent, { address, cookie }).then(resolve, reject);
      else reject(error);
    });
    asked.end();
  });
}

function row(what: string, measured: Load, requests: number): readonly string[] {
  return [
    what,
    figure(perSecond(measured)),
    figure(perSecond(measured) * requests),
    figure(percentile(measured.took, 0.5)),
    figure(percentile(measured.took, 0.95)),
  ];
}

function table(rows: readonly (readonly string[])[]): Table {
  return {
    title: `${CONCURRENCY} readers at once`,
    columns: ["what", "times/s", "requests/s", "p50 ms", "p95 ms"],
    rows,
    notes: [
      "Each request reads the session, sees its delivery through row-level security, and is logged as a use of the platform. The floor is the same server answering without the database.",
    ],
  };
}
