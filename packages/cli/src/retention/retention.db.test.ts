import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "@posthorn/db";
import { createJournalFiles } from "@posthorn/runtime";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "../run-command.ts";

let bench: VerbBench;
let directory: string;
beforeAll(async () => {
  bench = await createVerbBench();
  directory = mkdtempSync(join(tmpdir(), "posthorn-retention-"));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await bench.close();
});

const owner = () => bench.context("owner").db;

async function retention(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(["retention", ...args], {
    folder: ".",
    env: { DATABASE_URL: bench.database.urlFor("eraser"), ...env },
    now: () => Temporal.Now.instant(),
    write: (text) => out.push(text),
    complain: (text) => err.push(text),
  });
  return { code, out: out.join(""), err: err.join("") };
}

/** An idempotency key of so many days ago: R16, 30 days. */
const addKey = (daysAgo: number) =>
  sql`INSERT INTO idempotency (account_id, key, request_hash, message_id, created_at)
    VALUES (${TEST_SENDER.accountId}, ${`key ${daysAgo}`}, 'h', 'msg_x', clock.now() - make_interval(days => ${daysAgo}))`.execute(
    owner(),
  );

test("plan, dry run, run, receipts: what falls, what went, and that it went", async () => {
  await addKey(40);
  await addKey(29);
  const { rows } = await sql<{ day: string }>`SELECT (retention.today() + 2)::text AS day`.execute(owner());
  const plan = await retention(["plan", "--days", "5"]);
  expect(plan.out).toContain("due now     R16             idempotency: 1\n");
  expect(plan.out).toContain(`${rows[0]?.day}  R16             idempotency: 1\n`);
  expect((await retention(["run", "--dry-run"])).out).toBe("due now     R16             idempotency: 1\n");
  const run = await retention(["run"]);
  expect(run).toMatchObject({ code: 0, err: "" });
  expect(run.out).toContain("R16/idempotency: 1 erased\n");
  expect(run.out).toMatch(/^Run run_\S+ of \d{4}-\d{2}-\d{2}: 1 receipt$/m);
  expect((await retention(["plan", "--days", "1"])).out).toMatch(/^Nothing falls through /);
  const listed = await retention(["receipts"]);
  expect(listed.out).toMatch(/^ers_\S+ {2}R16 +run_\S+ .* waits for its seal$/m);
  const id = listed.out.split(" ")[0] ?? "";
  expect(await retention(["receipts", id])).toMatchObject({ code: 2, err: "it is not sealed yet\n" });
  await sql`UPDATE erasure_receipt SET sealed = '<sealed/>', sealed_at = clock.now()`.execute(owner());
  expect(await retention(["receipts", id])).toMatchObject({ code: 0, out: "<sealed/>\n" });
  expect(await retention(["receipts", "ers_NONE"])).toMatchObject({ code: 1 });
});

test("explain: each rule with its trigger, the day, and the hold that keeps it", async () => {
  const { deliveryIds, messageId } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  expect((await retention(["explain", id])).out).toContain("R9              evidence");
  expect((await retention(["explain", id])).out).toContain("has not come");
  await sql`UPDATE delivery SET state = 'expired', final_at = '2028-02-29T23:30:00Z' WHERE id = ${id}`.execute(
    owner(),
  );
  const explained = await retention(["explain", id]);
  // In Brussels it was the first of March by then.
  expect(explained.out).toMatch(/^R9 .* counted from 2028-03-01, falls on 2030-03-02$/m);
  expect(explained.out).toMatch(/^R8\.sender .* counted from 2028-03-01, falls on 2029-03-02$/m);
  expect((await retention(["explain", messageId])).out).toContain("falls on 2030-03-02");
  await sql`INSERT INTO staff (id, email, family_name, first_names, language, roles, webauthn_handle, created_at)
    VALUES ('stf_1', 'o@post.example', 'Officer', 'P', 'en', '{privacy_officer}', 'h', clock.now())`.execute(
    owner(),
  );
  await sql`INSERT INTO legal_hold (id, scope, scope_id, account_id, ground, reason, asked_at, state, decided_by, decided_at, ends_on)
    VALUES ('hld_1', 'message', ${messageId}, ${TEST_SENDER.accountId}, 'dispute', 'court', clock.now(), 'placed', 'stf_1', clock.now(), '2099-01-01')`.execute(
    owner(),
  );
  const held = await retention(["explain", id]);
  expect(held.out).toMatch(/^R9 .*; a hold keeps it$/m);
  expect(held.out).toContain("hold hld_1 on message: dispute, through 2099-01-01\n");
  expect((await retention(["explain", TEST_SENDER.accountId])).out).toContain("R2");
  expect((await retention(["explain", "per_SEED0LOTTEMAES"])).out).toContain("R17");
  expect(await retention(["explain", "dlv_NOBODYHASTHIS"])).toMatchObject({ code: 1 });
});

test("replay is the owner's, needs files, and says where the database stands", async () => {
  const asOwner = { DATABASE_URL: bench.database.ownerUrl, ERASURE_JOURNAL: pathToFileURL(directory).href };
  expect(await retention(["replay"], asOwner)).toMatchObject({ code: 1 });
  await addKey(35);
  const day = "2026-01-01";
  await createJournalFiles(directory).append([
    {
      number: 900,
      erasedAt: Temporal.Instant.from("2026-11-01T00:00:00Z"),
      rule: "R16",
      kind: "idempotency",
      id: day,
    },
  ]);
  expect(await retention(["replay"], asOwner)).toMatchObject({
    code: 0,
    out: "R16/idempotency: 1 erased again\n",
  });
  expect(await retention(["replay"], asOwner)).toMatchObject({
    code: 0,
    out: "The database is where its journal is.\n",
  });
  await createJournalFiles(directory).append([
    {
      number: 901,
      erasedAt: Temporal.Instant.from("2026-11-01T00:00:00Z"),
      rule: "R16",
      kind: "unheard_of",
      id: day,
    },
  ]);
  expect((await retention(["replay"], asOwner)).err).toContain("knows no way to erase");
});

test("wrong use is said", async () => {
  for (const args of [
    ["plan", "--days", "x"],
    ["plan", "--days", "99999"],
    ["explain"],
    ["explain", "a b"],
    ["replay", "now"],
    ["receipts", "a", "b"],
  ])
    expect(await retention(args), args.join(" ")).toMatchObject({ code: 64 });
  expect((await retention(["replay"])).err).toContain("ERASURE_JOURNAL");
});

test("rewrite writes every table anew for the owner, and refuses everybody else", async () => {
  expect(await retention(["rewrite"])).toMatchObject({ code: 1, out: "" });
  const fileOf = async () =>
    (await sql<{ file: string }>`SELECT pg_relation_filepath('idempotency') AS file`.execute(owner())).rows;
  const before = await fileOf();
  const rewritten = await retention(["rewrite"], { DATABASE_URL: bench.database.ownerUrl });
  expect(rewritten, rewritten.err).toMatchObject({ code: 0 });
  expect(rewritten.out).toMatch(/^public\.idempotency$/m);
  expect(rewritten.out).toMatch(/^\d+ tables were written anew\.$/m);
  expect(await fileOf()).not.toEqual(before);
  expect((await retention(["rewrite", "now"])).code).toBe(64);
});
