// Bench: lists and acceptance with a thousand and with a million deliveries in the tables, on two stacks in turn.

import { createHash, randomBytes } from "node:crypto";
import { createVisitor, PEOPLE } from "@posthorn/testkit";
import type { Bench, BenchOptions } from "./define-bench.ts";
import { fillDeliveries } from "./fill-deliveries.ts";
import { type BenchStack, openBenchStack } from "./open-bench-stack.ts";
import { type PostedMessage, prepareMessage } from "./post-message.ts";
import { figure } from "./print-table.ts";
import { addLoads, type Load, NO_LOAD, percentile, perSecond, repeatWork } from "./repeat-work.ts";
import { nextAddressee, sampleMessage } from "./sample-message.ts";
import { samplePdf } from "./sample-pdf.ts";

const FEW = 1_000;
const ROUNDS = 5;

interface Filled {
  readonly stack: BenchStack;
  /** By what a reader asks for. */
  readonly works: Readonly<Record<string, () => Promise<unknown>>>;
}

export const manyDeliveries: Bench = {
  name: "Lists and acceptance with few and with many deliveries in the tables",
  async run(options) {
    const many = options.quick ? 50_000 : 1_000_000;
    const few = await openFilled(FEW, options);
    try {
      const full = await openFilled(many, options);
      try {
        const rows: string[][] = [];
        for (const what of Object.keys(few.works)) {
          options.say(what);
          const [small, large] = await inTurn(few.works[what], full.works[what], options.quick ? 0.5 : 2);
          const middle = (load: Load) => percentile(load.took, 0.5);
          rows.push([
            what,
            ...[middle(small), middle(large)].map(figure),
            (middle(large) / middle(small)).toFixed(2),
            ...[perSecond(small), perSecond(large)].map(figure),
          ]);
        }
        return [
          {
            title: `${FEW} and ${many} deliveries`,
            columns: [
              "what",
              `p50 ms with ${FEW}`,
              `p50 ms with ${many}`,
              "ratio",
              `per s with ${FEW}`,
              `per s with ${many}`,
            ],
            rows,
            notes: [
              "All deliveries belong to the account that asks; nine in ten are collected. Two stacks with a PostgreSQL each; rounds alternate, one request at a time.",
            ],
          },
        ];
      } finally {
        await full.stack.stop();
      }
    } finally {
      await few.stack.stop();
    }
  },
};

async function inTurn(
  small: (() => Promise<unknown>) | undefined,
  large: (() => Promise<unknown>) | undefined,
  seconds: number,
): Promise<[Load, Load]> {
  const loads: [Load, Load] = [NO_LOAD, NO_LOAD];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, work] of [small, large].entries()) {
      if (work === undefined) continue;
      await repeatWork({ concurrency: 1, count: 3 }, work);
      loads[index] = addLoads(
        loads[index] ?? NO_LOAD,
        await repeatWork({ concurrency: 1, seconds: seconds / ROUNDS }, work),
      );
    }
  }
  return loads;
}

async function openFilled(count: number, options: BenchOptions): Promise<Filled> {
  options.say(`a stack with ${count} deliveries`);
  const stack = await openBenchStack(["api", "portal", "collect"], options);
  const pdf = samplePdf(100_000);
  const post = () => stack.poster.post(prepareMessage(sampleMessage([nextAddressee()]), pdf));
  const sample = JSON.parse(await post()) as PostedMessage;
  await fillDeliveries(
    stack.sql,
    { messageId: sample.id, deliveryId: sample.deliveries[0]?.id ?? "" },
    count,
  );
  const pages = await signIn(stack);
  const notice = await openNotice(stack, sample);
  const page = (path: string) => async () => {
    const answer = await pages(path);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
    return answer.text();
  };
  return {
    stack,
    works: {
      "POST /v1/messages": post,
      "collect: notice page": notice,
      "GET /v1/messages": () => stack.poster.get("/v1/messages"),
      "GET /v1/messages?state=notified": () => stack.poster.get("/v1/messages?state=notified"),
      "portal: overview": page("/"),
      "portal: list": page("/sent"),
      "portal: list, one state": page("/sent?state=notified"),
      "portal: search": page("/sent?q=Peeters+99"),
    },
  };
}

async function signIn(stack: BenchStack): Promise<(path: string) => Promise<Response>> {
  const { portal } = stack.addresses.services;
  const [person] = PEOPLE;
  const visitor = createVisitor();
  const form = await visitor.open(`${portal}/sign-in`);
  await visitor.press(form, "Sign in", { email: person?.email ?? "", password: person?.password ?? "" });
  return (path) => visitor.fetch(`${portal}${path}`);
}

/** The first page of an addressee whose link we know: no worker has sent one. */
async function openNotice(stack: BenchStack, sample: PostedMessage): Promise<() => Promise<unknown>> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  await stack.sql.query("UPDATE delivery SET link_hash = $2 WHERE id = $1", [sample.deliveries[0]?.id, hash]);
  const visitor = createVisitor();
  const { url, status, text } = await visitor.open(`${stack.addresses.services.collect}/l/${token}`);
  if (status !== 200) throw new Error(`The notice answered ${status}: ${text.slice(0, 200)}`);
  return async () => (await visitor.fetch(url)).text();
}
