import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase, sql } from "@posthorn/db";
import { createJournalFiles, type JournalFiles, newId } from "@posthorn/runtime";
import { createTestDatabase, type TestDatabase } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyJournal } from "./copy-journal.ts";
import { addThings, plantThings, THINGS } from "./erasure.test-support.ts";
import { runErasure } from "./run-erasure.ts";

const LONG = process.env["POSTHORN_LONG"] === "1";
/** Each statement of a run, or every seventh of them. */
const STEP = LONG ? 1 : 7;
const TURNS = LONG ? 25 : 1;

let database: TestDatabase;
let owner: Database;
let line: CutLine;
let directory: string;
let files: JournalFiles;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = openDatabase({ url: database.ownerUrl, service: "eraser", max: 3 });
  await plantThings(owner);
  line = await openLine(new URL(database.urlFor("eraser")));
  directory = mkdtempSync(join(tmpdir(), "posthorn-cut-"));
  files = createJournalFiles(directory);
});
afterAll(async () => {
  line.close();
  await owner.destroy();
  await database.drop();
  rmSync(directory, { recursive: true });
});

interface CutLine {
  readonly url: string;
  /** The line dies with the message of this number, told to the server or not: for the server the eraser was killed there. */
  cut(at: number, told: boolean): void;
  close(): void;
}

async function openLine(target: URL): Promise<CutLine> {
  const sockets = new Set<Socket>();
  let left = Number.POSITIVE_INFINITY;
  let tell = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    }
    near.on("data", (message) => {
      left -= 1;
      if (left > 0 || tell) far.write(message);
      if (left > 0) return;
      // Ended, not reset: what was sent is carried out before the server notices.
      for (const socket of sockets) socket.end();
      near.destroy();
    });
    far.on("data", (message) => near.write(message));
    near.on("close", () => far.end());
    far.on("close", () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(target);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut(at, told) {
      left = at;
      tell = told;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Whether it got to its end. */
async function runOnce(): Promise<boolean> {
  const db = openDatabase({ url: line.url, service: "eraser", max: 4 });
  try {
    const run = await runErasure({ db, newId }, { sets: [THINGS] });
    await copyJournal({ db }, files, 61);
    return run !== null && run.failures.length === 0;
  } catch {
    return false;
  } finally {
    await db.destroy().catch(() => undefined);
  }
}

/** What was cut off may still be at its last statement. */
async function settle(): Promise<void> {
  const others = sql<{
    n: number;
  }>`SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND usename = 'posthorn_eraser'`;
  while ((await others.execute(owner)).rows[0]?.n !== 0);
}

interface Look {
  readonly number: number;
  /** Since `mark`. */
  readonly noted: number;
  readonly twice: number;
  readonly there: number;
  readonly both: number;
}

async function look(mark: number): Promise<Look> {
  const { rows } = await sql<Look>`
    WITH fresh AS (SELECT subject_id, number FROM erasure_journal WHERE number > ${mark})
    SELECT coalesce((SELECT max(number) FROM fresh), ${mark})::float8 AS number, (SELECT count(*) FROM fresh)::int AS noted,
      (SELECT count(*) FROM fresh f JOIN erasure_journal j ON j.kind = 'test_thing' AND j.subject_id = f.subject_id AND j.number <> f.number)::int AS twice,
      (SELECT count(*) FROM test_thing)::int AS there,
      (SELECT count(*) FROM test_thing t JOIN erasure_journal j ON j.kind = 'test_thing' AND j.subject_id = t.id)::int AS both`.execute(
    owner,
  );
  if (!rows[0]) throw new Error("no answer");
  return rows[0];
}

async function ids(text: string): Promise<readonly string[]> {
  return (await sql<{ id: string }>`${sql.raw(text)}`.execute(owner)).rows.map(({ id }) => id);
}

test(
  "cut off at every statement, told to the server or not: nothing is lost, nothing goes twice, reports, journal and files agree",
  async () => {
    let planted = 0;
    let cuts = 0;
    let noted = 0;
    let mark = 0;
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const told of [false, true]) {
        for (let at = 1 + (turn % STEP); ; at += STEP) {
          await addThings(owner, planted + 1, planted + 25, 31);
          planted += 25;
          line.cut(at, told);
          const whole = await runOnce();
          await settle();
          const state = await look(mark);
          mark = state.number;
          noted += state.noted;
          // What went is noted once, what is there is not; together they are all that there ever was.
          expect(state).toMatchObject({ both: 0, twice: 0, there: planted - noted });
          cuts += 1;
          if (whole) break;
        }
      }
    }
    line.cut(Number.POSITIVE_INFINITY, true);
    expect(await runOnce()).toBe(true);
    expect(await ids("SELECT id FROM test_thing")).toEqual([]);
    const journal = await ids(
      "SELECT subject_id AS id FROM erasure_journal WHERE kind = 'test_thing' ORDER BY number",
    );
    expect(journal).toHaveLength(planted);
    expect(new Set(journal).size).toBe(planted);
    expect((await Array.fromAsync(files.read())).map(({ id }) => id)).toEqual(journal);
    const { rows } = await sql<{ reported: number; open: number; receipted: number }>`
    SELECT sum((counts -> 'R16/test_thing' ->> 'erased')::int)::int AS reported, count(*) FILTER (WHERE ended_at IS NULL)::int AS open,
      (SELECT sum((s ->> 'count')::int)::int FROM erasure_receipt r, jsonb_array_elements(r.statement::jsonb -> 'sets') s) AS receipted
    FROM retention_run`.execute(owner);
    expect(rows[0]).toEqual({ reported: planted, open: 0, receipted: planted });
    expect(cuts).toBeGreaterThan(LONG ? 1_000 : 10);
  },
  LONG ? 3_600_000 : 60_000,
);
