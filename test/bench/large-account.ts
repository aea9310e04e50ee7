// Bench: each list of an account with a hundred and with a hundred thousand rows, through its verb, as the service's own role.

import { openDatabase, urlForRole } from "@posthorn/db";
import { newId } from "@posthorn/runtime";
import { ACCOUNTS, TEST_SETTINGS } from "@posthorn/testkit";
import { type Context, importContacts, loadImport } from "@posthorn/usecases";
import { rolePassword } from "../../packages/testkit/src/postgres/test-database.ts";
import { accountLists, type Asker } from "./account-lists.ts";
import type { Bench, BenchOptions, Table } from "./define-bench.ts";
import { fillAccount, handOver } from "./fill-account.ts";
import { fillDeliveries } from "./fill-deliveries.ts";
import { type BenchStack, openBenchStack } from "./open-bench-stack.ts";
import { type PostedMessage, prepareMessage } from "./post-message.ts";
import { figure } from "./print-table.ts";
import { addLoads, type Load, NO_LOAD, percentile, repeatWork } from "./repeat-work.ts";
import { nextAddressee, sampleMessage } from "./sample-message.ts";
import { samplePdf } from "./sample-pdf.ts";
import { watchResident } from "./watch-process.ts";

const FEW = 100;
const ROUNDS = 5;
/** Of a table that a scan of the whole would be felt in. */
const MANY_ROWS = 10_000;
/** The server tells what it counted at most once a second. */
const STATISTICS_MS = 1_100;

export const largeAccount: Bench = {
  name: "Lists of an account with few and with many members, contacts, consents, uses and letters",
  async run(options) {
    const many = options.quick ? 10_000 : 100_000;
    const stack = await openBenchStack(["api"], options);
    const counted = openCounted(stack);
    try {
      const askers = await fill(stack, many, options);
      const lists = await measureLists(stack, counted, askers, { many, ...options });
      return [lists, await measureImport(counted, options)];
    } finally {
      await counted.ctx.db.destroy();
      await stack.stop();
    }
  },
};

interface Counted {
  readonly ctx: Context;
  /** Statements since it was asked last, without the one that says whose rows a transaction sees. */
  take(): number;
}

function openCounted(stack: BenchStack): Counted {
  let statements = 0;
  const scopes = new WeakSet<object>();
  const url = urlForRole(stack.ownerUrl, "portal", rolePassword(stack.ownerUrl));
  const db = openDatabase({ url, service: "portal", max: 1 }).withPlugin({
    transformQuery({ node, queryId }) {
      if (JSON.stringify(node).includes("SELECT set_config(")) scopes.add(queryId);
      return node;
    },
    // Once a statement, where the other is asked for each part of one too.
    transformResult({ result, queryId }) {
      if (!scopes.has(queryId)) statements += 1;
      return Promise.resolve(result);
    },
  });
  return {
    ctx: { db, service: "portal", newId, settings: TEST_SETTINGS },
    take() {
      const taken = statements;
      statements = 0;
      return taken;
    },
  };
}

/** The company with few rows first, then the one with many; a private person each, in whose inbox its deliveries stand. */
async function fill(
  stack: BenchStack,
  many: number,
  { say }: BenchOptions,
): Promise<readonly [Asker, Asker]> {
  const [large, largeReader, small, smallReader] = ACCOUNTS;
  if (!large || !largeReader || !small || !smallReader) throw new Error("the seeded accounts are not there");
  say(`${many + FEW} deliveries`);
  const text = await stack.poster.post(prepareMessage(sampleMessage([nextAddressee()]), samplePdf(10_000)));
  const sample = JSON.parse(text) as PostedMessage;
  await fillDeliveries(
    stack.sql,
    { messageId: sample.id, deliveryId: sample.deliveries[0]?.id ?? "" },
    many + FEW,
  );
  const askers: Asker[] = [];
  for (const { account, reader, count, mark, from } of [
    { account: small, reader: smallReader, count: FEW, mark: "FEW", from: many + 1 },
    { account: large, reader: largeReader, count: many, mark: "MANY", from: 1 },
  ]) {
    say(`an account with ${count} of everything`);
    const admin = account.members[0];
    const rare = reader.members[0];
    if (!admin || !rare) throw new Error("a seeded account without a member");
    const accountId = account.id;
    await fillAccount(stack.sql, {
      accountId,
      count,
      mark,
      rarePersonId: rare.person,
      adminMemberId: admin.id,
    });
    const last = from + count - 1;
    const letters = {
      accountId,
      mark,
      from,
      to: last,
      reader: { personId: rare.person, accountId: reader.id },
    };
    await handOver(stack.sql, letters);
    askers.push({
      accountId,
      admin: { memberId: admin.id, personId: admin.person },
      user: { memberId: `mem_${mark}00000001`, personId: `per_${mark}00000001` },
      rarePersonId: rare.person,
      teamId: `tea_${mark}account`,
      count,
      lastDelivery: last,
    });
  }
  await stack.sql.query("VACUUM ANALYZE");
  await stack.sql.query("CHECKPOINT");
  const [few, lots] = askers;
  if (!few || !lots) throw new Error("nobody to ask");
  return [few, lots];
}

async function measureLists(
  stack: BenchStack,
  { ctx, take }: Counted,
  [few, lots]: readonly [Asker, Asker],
  { many, quick, say }: BenchOptions & { readonly many: number },
): Promise<Table> {
  const rows: string[][] = [];
  const [small, large] = [await accountLists(ctx, few), await accountLists(ctx, lots)];
  for (const [index, { list, page, ask }] of large.entries()) {
    say(`${list}, ${page}`);
    const other = small[index]?.ask;
    if (!other) throw new Error("the lists of both are the same");
    const before = await wholeScans(stack);
    const loads = await inTurn([other, ask], quick ? 20 : 200);
    take();
    await ask();
    const statements = take();
    await new Promise((resolve) => setTimeout(resolve, STATISTICS_MS));
    await ask();
    const scans = (await wholeScans(stack)) - before;
    const [p50, p95] = [0.5, 0.95].map((share) => percentile(loads[1].took, share));
    const ratio = (p50 ?? Number.NaN) / percentile(loads[0].took, 0.5);
    rows.push([
      `${list}: ${page}`,
      ...[p50, p95].map((value) => figure(value ?? Number.NaN)),
      ratio.toFixed(2),
      String(statements),
      String(scans),
    ]);
  }
  return {
    title: `${FEW} and ${many} rows of each kind, in the same tables`,
    columns: ["list and page", "p50 ms", "p95 ms", `p50 / p50 with ${FEW}`, "statements", "whole scans"],
    rows,
    notes: [
      `Milliseconds are those with ${many}. Rounds alternate between both accounts, one request at a time, as role posthorn_portal under row-level security.`,
      `Statements without BEGIN, COMMIT and the one that sets the scope. Whole scans: how often a table of over ${MANY_ROWS} rows was read from end to end.`,
    ],
  };
}

async function inTurn(
  works: readonly [() => Promise<unknown>, () => Promise<unknown>],
  count: number,
): Promise<readonly [Load, Load]> {
  const loads: [Load, Load] = [NO_LOAD, NO_LOAD];
  for (const work of works) await repeatWork({ concurrency: 1, count: 7 }, work);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, work] of works.entries())
      loads[index] = addLoads(
        loads[index] ?? NO_LOAD,
        await repeatWork({ concurrency: 1, count: count / ROUNDS }, work),
      );
  return loads;
}

async function wholeScans({ sql }: BenchStack): Promise<number> {
  const { rows } = await sql.query<{ scans: string }>(
    "SELECT coalesce(sum(seq_scan), 0) AS scans FROM pg_stat_user_tables WHERE n_live_tup > $1",
    [MANY_ROWS],
  );
  return Number(rows[0]?.scans);
}

async function measureImport({ ctx }: Counted, { quick, say }: BenchOptions): Promise<Table> {
  const [, , , account] = ACCOUNTS;
  const member = account?.members[0];
  if (!account || !member) throw new Error("the seeded account is not there");
  const count = quick ? 5_000 : 50_000;
  const heading =
    "name;first names;e-mail;street;number;postcode;town;country;language;consent_on;consent_words";
  const lines = Array.from(
    { length: count },
    (_, i) => `Wouters ${i};Lien;w${i}@post.example;Kouter;7;9000;Gent;BE;nl;2026-01-05;Clause 7`,
  );
  const file = Buffer.from(`${heading}\n${lines.join("\n")}\n`);
  const rows: string[][] = [];
  for (const what of ["new contacts, each with a consent", "the same file once more"]) {
    say(`${count} rows read in: ${what}`);
    globalThis.gc?.();
    const before = process.memoryUsage.rss() / 1024 / 1024;
    const watched = watchResident(process.pid);
    const begun = performance.now();
    const report = await importContacts(ctx, {
      accountId: account.id,
      memberId: member.id,
      personId: member.person,
      language: "nl",
      source: (async function* () {
        yield file;
      })(),
      visitor: { ip: "192.0.2.7", userAgent: "bench", language: "nl" },
    });
    const seconds = (performance.now() - begun) / 1000;
    const most = watched.stop();
    const { added, changed, bad } = await loadImport(ctx, account.id, report);
    rows.push([
      what,
      ...[seconds, count / seconds, most - before].map(figure),
      ...[added, changed, bad].map(String),
    ]);
  }
  return {
    title: `A CSV file of ${count} rows (${figure(file.length / 1024 / 1024)} MiB) read into an address book`,
    columns: ["file", "seconds", "rows/s", "growth MiB", "added", "changed", "bad"],
    rows,
    notes: ["Growth of resident memory of the process that reads, at the most."],
  };
}
