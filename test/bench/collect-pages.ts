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
      const [waiting, collected] = [await openNotice(stack), await collectOne(stack)];
      const { origin } = new URL(waiting.address);
      const cookieOf = (address: string) => (address === waiting.address ? waiting.cookie : collected.cookie);
      const seconds = options.quick ? 1 : 5;
      const measure = async (what: string, addresses: readonly string[]): Promise<readonly string[]> => {
        options.say(what);
        const visit = async () => {
          for (const address of addresses) await load(agent, address, cookieOf(address));
        };
        await repeatWork({ concurrency: CONCURRENCY, seconds: 0.5 }, visit);
        return row(what, await repeatWork({ concurrency: CONCURRENCY, seconds }, visit), addresses.length);
      };
      return [
        table([
          await measure("GET notice page", [waiting.address]),
          await measure("GET message page", [collected.message]),
          await measure("GET a part", [collected.part]),
          await measure("handover: message page and part", [collected.message, collected.part]),
          await measure("floor: GET /healthz", [`${origin}/healthz`]),
        ]),
      ];
    } finally {
      agent.destroy();
      await stack.stop();
    }
  },
};

interface Waiting {
  readonly address: string;
  readonly cookie: string;
}

interface Collected {
  readonly message: string;
  readonly part: string;
  readonly cookie: string;
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

/** Somebody who has followed the link in the mail and not yet asked for codes. */
async function openNotice(stack: BenchStack): Promise<Waiting> {
  const addressee = await sendOne(stack);
  const { url } = await addressee.openNotice();
  return { address: url, cookie: addressee.visitor.cookiesFor(url) };
}

/** Somebody who has collected. */
async function collectOne(stack: BenchStack): Promise<Collected> {
  const addressee = await sendOne(stack);
  const { url, document } = await addressee.accept(await addressee.identify());
  const links = Array.from(
    document.querySelectorAll("a[href]"),
    (link) => new URL(link.getAttribute("href") ?? "", url),
  );
  const part = links.find(({ pathname }) => pathname.endsWith("/parts/2"));
  if (part === undefined) throw new Error(`No link to the second part on ${url}.`);
  return { message: url, part: part.href, cookie: addressee.visitor.cookiesFor(url) };
}

/** Reads the whole answer; throws where it is not 200. */
function load(agent: Agent, address: string, cookie: string): Promise<void> {
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
    asked.once("error", reject);
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
