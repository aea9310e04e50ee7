// Bench: records stamped, XML sealed and PDF proofs made per second and core, against bare signing of as many digests.

import { spawnSync } from "node:child_process";
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { waitFor } from "@posthorn/testkit";
import type { Bench, BenchOptions, Table } from "./define-bench.ts";
import { type BenchStack, openBenchStack } from "./open-bench-stack.ts";
import { prepareMessage } from "./post-message.ts";
import { figure } from "./print-table.ts";
import { nextAddressee, sampleMessage } from "./sample-message.ts";
import { cpuSeconds } from "./watch-process.ts";

const ADDRESSEES = 500;
const WITHIN_MS = 600_000;

interface Used {
  readonly count: number;
  /** Of the sealer's process. */
  readonly cpu: number;
  readonly wall: number;
}

export const sealRecords: Bench = {
  name: "Sealing: stamps, XML, PDF, per core of the sealer",
  async run(options) {
    const stack = await openBenchStack(["api", "sealer"], options, { sealer: { SWEEP_SECONDS: "1" } });
    try {
      // Code is compiled before anything counts.
      await submitWhileHeld(stack, options.quick ? 20 : 100);
      await settled(stack);
      options.say("a backlog of records");
      const count = await submitWhileHeld(stack, options.quick ? ADDRESSEES / 5 : 2 * ADDRESSEES);
      // Each stage by itself: the others' work is taken off the list and put back when its turn has come.
      const later = await stack.sql.query<{ record_id: string }>(
        "DELETE FROM seal_work WHERE stage <> 'stamp' RETURNING *",
      );
      const stamped = await measure(stack, "stamps", () => release(stack));
      options.say("their XML");
      const sealed = await measure(stack, "seals", () => putBack(stack, later.rows, "seal"));
      const logged = await measure(stack, "leaves in the log", () => putBack(stack, later.rows, "log"));
      const proofs = options.quick ? 20 : 200;
      options.say("PDF proofs");
      const proved = await measure(stack, "proofs", () => askForProofs(stack, proofs));
      return [
        tell(
          {
            stamped: { ...stamped, count },
            sealed: { ...sealed, count },
            logged: { ...logged, count },
            proved: { ...proved, count: proofs },
          },
          signDigests(options),
        ),
      ];
    } finally {
      await stack.stop();
    }
  },
};

/** Records pile up while the sealer stands still; answers how many. */
async function submitWhileHeld(stack: BenchStack, records: number): Promise<number> {
  process.kill(stack.pidOf("sealer"), "SIGSTOP");
  for (let left = records; left > 0; left -= ADDRESSEES) {
    const to = Array.from({ length: Math.min(left, ADDRESSEES) }, nextAddressee);
    await stack.poster.post(prepareMessage(sampleMessage(to)));
  }
  if (records < ADDRESSEES) await release(stack);
  return records;
}

async function release(stack: BenchStack): Promise<void> {
  process.kill(stack.pidOf("sealer"), "SIGCONT");
}

async function measure(
  stack: BenchStack,
  what: string,
  begin: () => Promise<void>,
): Promise<Omit<Used, "count">> {
  const pid = stack.pidOf("sealer");
  const before = { cpu: cpuSeconds(pid), at: performance.now() };
  await begin();
  await settled(stack, what);
  return { cpu: cpuSeconds(pid) - before.cpu, wall: (performance.now() - before.at) / 1000 };
}

function settled(stack: BenchStack, what = "everything"): Promise<true> {
  return waitFor(
    `${what} to be done`,
    async () => {
      const { rows } = await stack.sql.query<{ open: number }>(
        "SELECT (SELECT count(*) FROM seal_work)::int + (SELECT count(*) FROM proof WHERE pdf IS NULL)::int AS open",
      );
      return rows[0]?.open === 0 ? true : undefined;
    },
    WITHIN_MS,
  );
}

/** The sealer finds it by its sweep, a second later at most; that second is in the wall time, not in the CPU's. */
async function putBack(stack: BenchStack, rows: readonly object[], stage: "seal" | "log"): Promise<void> {
  await stack.sql.query(
    `INSERT INTO seal_work SELECT r.* FROM json_populate_recordset(NULL::seal_work, $1::json) r WHERE r.stage = $2`,
    [JSON.stringify(rows), stage],
  );
}

async function askForProofs(stack: BenchStack, count: number): Promise<void> {
  await stack.sql.query(
    `INSERT INTO proof (delivery_id, account_id, kind, language, up_to_seq, wanted_at)
     SELECT id, account_id, 'proof_of_submission', 'en', 1, clock.now() FROM delivery ORDER BY id LIMIT $1`,
    [count],
  );
}

export interface Floors {
  readonly openssl: number | undefined;
  readonly node: number;
}

/** ECDSA P-256 signatures over SHA-256 digests per second, on one core. */
export function signDigests({ quick }: BenchOptions): Floors {
  const seconds = quick ? 1 : 3;
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const data = createHash("sha256").update(randomBytes(32)).digest();
  const begun = performance.now();
  let signed = 0;
  for (; performance.now() - begun < seconds * 1000; signed++) sign("sha256", data, privateKey);
  const node = signed / ((performance.now() - begun) / 1000);
  // The form for programs: +F4:<curve>:<bits>:<signatures per second>:<verifications per second>.
  const speed = spawnSync("openssl", ["speed", "-mr", "-seconds", String(seconds), "ecdsap256"], {
    encoding: "utf8",
  });
  const line = /^\+F\d+:\d+:256:([\d.]+):/m.exec(speed.stdout ?? "");
  return { openssl: line === null ? undefined : Number(line[1]), node };
}

function tell(work: { stamped: Used; sealed: Used; logged: Used; proved: Used }, floors: Floors): Table {
  const bare = floors.openssl ?? floors.node;
  const row = (what: string, { count, cpu, wall }: Used) => [
    what,
    String(count),
    figure(wall),
    figure(count / cpu),
    figure((cpu / count) * 1000),
    figure((count / cpu / bare) * 100),
  ];
  return {
    title: "Work of the sealer's process",
    columns: ["stage", "how many", "wall s", "per s and core", "CPU ms each", "% of bare signing"],
    rows: [
      row("records stamped (256 to a token)", work.stamped),
      row("XML sealed (XAdES B-T)", work.sealed),
      row("leaves appended to the log", work.logged),
      row("PDF proofs made (PAdES B-T)", work.proved),
    ],
    notes: [
      `Bare signing, ECDSA P-256, one core: openssl ${floors.openssl === undefined ? "skipped: not installed" : `${figure(floors.openssl)}/s`}, node:crypto ${figure(floors.node)}/s; percentages are of ${floors.openssl === undefined ? "node:crypto" : "openssl"}.`,
      "CPU is that of the sealer's process, all threads; the time-stamping authority and PostgreSQL have processes of their own. Each XML and each PDF holds one signature of ours and one verified time-stamp token. Work put back on the list is found by the sweep, up to a second later: wall s holds that wait.",
    ],
  };
}
