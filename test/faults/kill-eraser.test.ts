// The eraser is killed in the middle of a night's work: nothing is lost, nothing goes twice, and the journal's files say what the database says.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createJournalFiles } from "@posthorn/runtime";
import { startStack, type Stack, waitFor } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "../actors/hold-table.ts";
import { rounds } from "../actors/open-stack.ts";

const DAYS = 40;

let stack: Stack;
let directory: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "posthorn-kill-eraser-"));
  stack = await startStack({ directory, services: ["eraser"], temporary: true });
});
afterAll(async () => {
  await stack.stop();
  rmSync(directory, { recursive: true, force: true });
});

test(
  "kill -9 while it erases: each day goes once, and stands once in the journal and in its files",
  { timeout: rounds(60_000, 3_600_000) },
  async () => {
    for (let round = 0; round < rounds(1, 300); round++) {
      const before = await count("SELECT coalesce(max(number), 0) AS n FROM erasure_journal");
      await plant(round);
      await waitFor("the first day gone", async () => (await left()) < DAYS || undefined);
      await stack.kill("eraser");
      await stack.restart("eraser");
      await waitFor("all days gone", async () => (await left()) === 0 || undefined);
      const noted = await days(
        `SELECT subject_id AS id FROM erasure_journal WHERE number > ${before} AND kind = 'idempotency' ORDER BY number`,
      );
      expect(new Set(noted).size).toBe(DAYS);
      expect(noted).toHaveLength(DAYS);
      const all = await days("SELECT subject_id AS id FROM erasure_journal ORDER BY number");
      const files = createJournalFiles(join(directory, "erasure-journal"));
      await waitFor(
        "the copy",
        async () => (await Array.fromAsync(files.read())).length === all.length || undefined,
      );
      expect((await Array.fromAsync(files.read())).map(({ id }) => id)).toEqual(all);
    }
  },
);

/** Keys of requests, some on each of so many days, all long due (R16). */
async function plant(round: number): Promise<void> {
  await ask(
    stack.ownerUrl,
    `INSERT INTO idempotency (account_id, key, request_hash, message_id, created_at)
     SELECT (SELECT min(id) FROM account), 'round ${round} ' || d || ' ' || n, 'h', 'msg_x', clock.now() - make_interval(days => 40 + d)
     FROM generate_series(1, ${DAYS}) d, generate_series(1, 50) n`,
  );
}

const left = () => count("SELECT count(DISTINCT retention.day_of(created_at)) AS n FROM idempotency");

async function count(query: string): Promise<number> {
  const [row] = await ask<{ n: string | number }>(stack.ownerUrl, query);
  return Number(row?.n);
}

async function days(query: string): Promise<readonly string[]> {
  return (await ask<{ id: string }>(stack.ownerUrl, query)).map(({ id }) => id);
}
