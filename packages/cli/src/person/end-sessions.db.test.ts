import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { loadSession, openSession } from "@posthorn/usecases";
import { tokenHash } from "@posthorn/identity";
import { transact } from "@posthorn/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "../run-command.ts";

let bench: VerbBench;
beforeAll(async () => {
  bench = await createVerbBench();
});
afterAll(() => bench.close());

const LOTTE = "per_SEED0LOTTEMAES";
const VISITOR = { ip: "192.0.2.7", userAgent: "Test", language: "nl" };

async function person(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(["person", ...args], {
    folder: ".",
    env: { DATABASE_URL: bench.database.ownerUrl },
    now: () => Temporal.Now.instant(),
    write: (text) => out.push(text),
    complain: (text) => err.push(text),
  });
  return { code, out: out.join(""), err: err.join("") };
}

/** Signed in, each in a browser of its own; answers whether a session still lives. */
async function enter(personId: string, browser: string): Promise<() => Promise<boolean>> {
  const ctx = bench.context("portal");
  const deviceHash = tokenHash(browser);
  const hash = tokenHash(`session ${personId} ${browser}`);
  await transact(ctx.db, {}, (trx) =>
    openSession(
      trx,
      ctx,
      { newToken: () => ({ token: "", hash }) },
      {
        personId,
        method: "passkey",
        visitor: VISITOR,
        arrivedAt: Temporal.Now.instant().round("millisecond"),
        deviceHash,
      },
    ),
  );
  return async () => (await loadSession(ctx, { tokenHash: hash, deviceHash, visitor: VISITOR })) !== null;
}

test("the operator ends every session of one person, of nobody else, and it is logged", async () => {
  const own = [await enter(LOTTE, "desk"), await enter(LOTTE, "phone")];
  const other = await enter("per_SEED0PIETERDECLERCQ", "desk");
  expect(await person("end-sessions", TEST_SENDER.email.toUpperCase())).toMatchObject({
    code: 0,
    out: "2 sessions ended\n",
  });
  expect(await Promise.all(own.map((lives) => lives()))).toEqual([false, false]);
  expect(await other()).toBe(true);
  const { db } = bench.context("owner");
  const entry = await db
    .selectFrom("use_log")
    .select(["service", "person_id", "ip"])
    .where("act", "=", "sessions_ended_by_operator")
    .executeTakeFirst();
  expect(entry).toEqual({ service: "cli", person_id: LOTTE, ip: "" });
  expect((await person("end-sessions", TEST_SENDER.email)).out).toBe("0 sessions ended\n");
});

test("an address nobody has, and wrong use, are said", async () => {
  expect(await person("end-sessions", "nobody@post.example")).toMatchObject({
    code: 1,
    err: "refused: nobody has this address\n",
  });
  expect(await person("end-sessions")).toMatchObject({ code: 64 });
});
