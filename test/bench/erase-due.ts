// Bench: a night on which a million records fall: how fast they go beside plain statements, and what collection feels of it.

import { Agent } from "node:http";
import { join } from "node:path";
import { type Database, openDatabase, urlForRole } from "@posthorn/db";
import { journalFromUrl, newId } from "@posthorn/runtime";
import { copyJournal, ERASURE_SETS, type JournalPort, runErasure } from "@posthorn/usecases";
import { pathToFileURL } from "node:url";
import { rolePassword } from "../../packages/testkit/src/postgres/test-database.ts";
import { shareTime } from "../../services/eraser/src/share-time.ts";
import { load, openReader, type Reader } from "./collect-pages.ts";
import type { Bench, BenchOptions, Table } from "./define-bench.ts";
import { erasePlainly, type Kind, KINDS } from "./erase-plainly.ts";
import { countsOf, type DueSample, fillDue, markOf } from "./fill-due.ts";
import { openGate } from "./open-gate.ts";
import { type BenchStack, openBenchStack } from "./open-bench-stack.ts";
import { figure } from "./print-table.ts";
import { percentile, repeatWork } from "./repeat-work.ts";
import { residentMiB, watchResident } from "./watch-process.ts";

const ROUNDS = 2;
/** As the eraser's own setting by default. */
const SHARE = 30;
/** Idle and erasing in turn, each so long. */
const PHASE_SECONDS = 5;
const MOST_PHASES = 8;
/** Of the rows of the first part: what goes beside collection, at its share of the time, in the time there is. */
const BESIDE = 0.4;

export const eraseDue: Bench = {
  name: "A night on which a million records fall",
  async run(options) {
    const rows = options.rows ?? (options.quick ? 50_000 : 1_000_000);
    const stack = await openBenchStack(["api", "sealer", "worker", "collect"], options);
    const db = openDatabase({
      url: urlForRole(stack.ownerUrl, "eraser", rolePassword(stack.ownerUrl)),
      service: "eraser",
      max: 6,
    });
    const agent = new Agent({ keepAlive: true });
    const journal = journalFromUrl(pathToFileURL(join(stack.directory, "erasure-journal")).href);
    try {
      const reader = await openReader(stack);
      const night: Night = { stack, db, journal, sample: await collectedSample(stack), rows };
      const rates = await measureRates(night, options);
      const felt = await measureCollection(night, agent, reader, options);
      return [rates, felt];
    } finally {
      agent.destroy();
      await db.destroy();
      await stack.stop();
    }
  },
};

interface Night {
  readonly stack: BenchStack;
  /** As the eraser. */
  readonly db: Database;
  readonly journal: JournalPort;
  readonly sample: DueSample;
  readonly rows: number;
}

/** The delivery that was collected, when all its records are sealed and logged. */
async function collectedSample({ sql }: BenchStack): Promise<DueSample> {
  for (;;) {
    const { rows } = await sql.query<{ id: string; message_id: string }>(
      `SELECT d.id, d.message_id FROM delivery d WHERE d.state = 'collected' AND d.chain_closed
         AND NOT EXISTS (SELECT FROM evidence_record r JOIN seal_work w ON w.record_id = r.id WHERE r.delivery_id = d.id) LIMIT 1`,
    );
    const [found] = rows;
    if (found) return { deliveryId: found.id, messageId: found.message_id };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function measureRates(night: Night, { say }: BenchOptions): Promise<Table> {
  const { stack, sample, rows } = night;
  const totals = new Map(KINDS.map((kind) => [kind, { rows: 0, ours: 0, plain: 0 }]));
  const before = residentMiB(process.pid);
  const watch = watchResident(process.pid);
  for (let round = 0; round < ROUNDS; round++) {
    say(`filling ${Math.round(rows / ROUNDS)} records that are due, and as many that are not`);
    await fillDue(stack.sql, sample, round, ["due", "plain"], countsOf(rows / ROUNDS));
    for (const [index, kind] of KINDS.entries()) {
      say(`erasing: ${kind.name}`);
      const total = totals.get(kind) ?? { rows: 0, ours: 0, plain: 0 };
      const ours = async () => {
        total.ours += await secondsOf(() => eraseKind(night, kind));
      };
      const plain = async () => {
        total.plain += await secondsOf(async () => {
          total.rows += await erasePlainly(stack.sql, kind, `${markOf("plain")}${round}`);
        });
      };
      // Whoever comes second finds the disk as the first left it: each does in turn.
      for (const work of (index + round) % 2 === 0 ? [ours, plain] : [plain, ours]) await work();
    }
  }
  const most = watch.stop();
  const all = { rows: 0, ours: 0, plain: 0 };
  for (const each of totals.values()) {
    all.rows += each.rows;
    all.ours += each.ours;
    all.plain += each.plain;
  }
  return {
    title: `The engine alone, without a pause, against plain statements; ${ROUNDS} rounds in turn`,
    columns: ["what", "rows", "rows/s", "plain rows/s", "plain / ours"],
    rows: [...[...totals].map(([{ name }, each]) => rateRow(name, each)), rateRow("all", all)],
    notes: [
      "Rows that go or are emptied, those that hang from a delivery included. Ours: each set found, rechecked against rule and holds, erased in its batches, noted, booked, and the journal copied to its file with fsync. Plain: one statement a table, all in one transaction, nothing asked.",
      `Memory of the process that drives it: ${figure(before)} MiB before, ${figure(most)} MiB at the most.`,
    ],
  };
}

function rateRow(
  name: string,
  { rows, ours, plain }: { readonly rows: number; readonly ours: number; readonly plain: number },
): readonly string[] {
  return [name, String(rows), figure(rows / ours), figure(rows / plain), figure(plain / ours)];
}

async function eraseKind({ db, journal }: Night, { sets }: Kind): Promise<void> {
  const run = await runErasure({ db, newId }, { sets: ERASURE_SETS.filter(({ set }) => sets.includes(set)) });
  if (run === null || run.failures.length > 0)
    throw new Error(
      `Erasing failed: ${run?.failures.map(({ set, error }) => `${set}: ${String(error)}`).join("; ")}`,
    );
  await copyJournal({ db }, journal, 61);
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

async function measureCollection(
  night: Night,
  agent: Agent,
  reader: Reader,
  { say }: BenchOptions,
): Promise<Table> {
  const { stack, sample, rows } = night;
  say("filling what goes beside collection");
  await fillDue(stack.sql, sample, ROUNDS, ["due"], countsOf(rows * BESIDE));
  const gate = openGate();
  const went = { ended: false };
  const ending = new AbortController();
  const share = shareTime(SHARE, ending.signal);
  const erasing = runErasure(
    { db: night.db, newId },
    {
      signal: ending.signal,
      pause: async () => {
        await share();
        await gate.pass();
      },
    },
  ).finally(() => {
    went.ended = true;
    gate.open();
  });
  const pages = { notice: reader.notice, "message page": reader.message, "a part of 100 KB": reader.part };
  const took = { idle: new Map<string, number[]>(), erasing: new Map<string, number[]>() };
  const journey = (into: Map<string, number[]>) => async () => {
    for (const [name, opened] of Object.entries(pages)) {
      const begun = performance.now();
      await load(agent, opened);
      into.set(name, [...(into.get(name) ?? []), performance.now() - begun]);
    }
  };
  await repeatWork({ concurrency: 1, seconds: 1 }, journey(new Map()));
  let phases = 0;
  let allGone: boolean;
  try {
    for (; phases < MOST_PHASES && !went.ended; phases++) {
      await gate.close();
      say(`collecting, idle and erasing in turn: ${phases + 1}`);
      await repeatWork({ concurrency: 1, seconds: PHASE_SECONDS }, journey(took.idle));
      gate.open();
      await repeatWork({ concurrency: 1, seconds: PHASE_SECONDS }, journey(took.erasing));
    }
  } finally {
    allGone = went.ended;
    ending.abort();
    gate.open();
    await erasing;
  }
  const line = (what: string, idle: readonly number[], busy: readonly number[]) => [
    what,
    String(idle.length),
    figure(percentile(idle, 0.5)),
    figure(percentile(busy, 0.5)),
    figure(percentile(idle, 0.95)),
    figure(percentile(busy, 0.95)),
    figure(percentile(busy, 0.95) / percentile(idle, 0.95)),
  ];
  const all = (of: Map<string, number[]>) => [...of.values()].flat();
  return {
    title: `Collection beside the eraser, which keeps to ${SHARE} % of the time`,
    columns: ["what", "times", "idle p50 ms", "erasing p50 ms", "idle p95 ms", "erasing p95 ms", "p95 ratio"],
    rows: [
      ...Object.keys(pages).map((name) =>
        line(name, took.idle.get(name) ?? [], took.erasing.get(name) ?? []),
      ),
      line("all requests of the journey", all(took.idle), all(took.erasing)),
    ],
    notes: [
      `One reader after the other, ${phases} times ${PHASE_SECONDS} s idle and ${PHASE_SECONDS} s erasing in turn, in one run over the same database. ${allGone ? "All of it had gone before the end" : "There was more to erase at the end"}. The aim is 1.2.`,
    ],
  };
}
