import { createVerbBench, TEST_ADDRESSEE, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EvidenceFacts } from "@posthorn/domain";
import { sql } from "@posthorn/db";

let bench: VerbBench;

beforeAll(async () => {
  bench = await createVerbBench();
});
afterAll(() => bench.close());

test("an accepted message stands whole: delivery, first record, wraps, credits, timer, job", async () => {
  const before = await balance();
  const accepted = await bench.submit();
  const { db } = bench.context("worker");
  const [id] = accepted.deliveryIds;
  if (!id) throw new Error("no delivery");
  const delivery = await db.selectFrom("delivery").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  expect(delivery).toMatchObject({
    state: "accepted",
    record_seq: 1,
    notified_at: null,
    collect_until: null,
  });
  const record = await db
    .selectFrom("evidence_record")
    .selectAll()
    .where("delivery_id", "=", id)
    .executeTakeFirstOrThrow();
  const facts = JSON.parse(record.canonical) as EvidenceFacts;
  expect(facts).toMatchObject({
    type: "SubmissionAcceptance",
    seq: 1,
    delivery: id,
    prev_hash: "0".repeat(64),
  });
  expect(facts.sender).toMatchObject({ kind: "company", name: "Immo Vandewalle bv" });
  expect(record.canonical).not.toContain("Lotte");
  expect(Buffer.from(record.leaf).toString("hex")).toBe(delivery.record_head);
  const wraps = await db
    .selectFrom("key_wrap")
    .select("holder")
    .where("message_id", "=", accepted.messageId)
    .execute();
  expect(wraps.map((wrap) => wrap.holder).toSorted()).toEqual(["account", id].toSorted());
  const timers = await db
    .selectFrom("delivery_timer")
    .select(["kind", "due_at"])
    .where("delivery_id", "=", id)
    .execute();
  expect(timers).toEqual([{ kind: "notice_overdue", due_at: accepted.acceptedAt.add({ hours: 72 }) }]);
  expect(before - (await balance())).toBe(1);
});

test("what cannot be paid leaves nothing behind", async () => {
  const many = Array.from({ length: 480 }, (_, n) => ({ ...TEST_ADDRESSEE, email: `jan.${n}@example.be` }));
  const owner = bench.context("worker").db;
  const before = await owner
    .selectFrom("delivery")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  const has = await balance();
  await expect(
    bench.submit({
      addressees: [...many, ...many.map((row, n) => ({ ...row, email: `an.${n}@example.be` }))].slice(0, 500),
    }),
  ).rejects.toMatchObject(has < 500 ? { code: "credits_missing" } : {});
  const after = await owner
    .selectFrom("delivery")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  expect(after.n).toBe(before.n);
});

test("the database itself refuses to change a record", async () => {
  const { deliveryIds } = await bench.submit();
  const { db } = bench.context("api");
  await expect(
    sql`UPDATE evidence_record SET canonical = '' WHERE delivery_id = ${deliveryIds[0] ?? ""}`.execute(db),
  ).rejects.toThrow(/permission denied/);
});

test("another account sees none of it", async () => {
  const { deliveryIds } = await bench.submit();
  const { db } = bench.context("portal");
  const seen = await db.transaction().execute(async (trx) => {
    await sql`SELECT set_config('posthorn.account_id', 'acc_OTHER', true)`.execute(trx);
    return trx.selectFrom("delivery").select("id").where("id", "in", deliveryIds).execute();
  });
  expect(seen).toEqual([]);
});

async function balance(): Promise<number> {
  const row = await bench
    .context("worker")
    .db.selectFrom("account_credit")
    .select("balance")
    .where("account_id", "=", TEST_SENDER.accountId)
    .executeTakeFirstOrThrow();
  return row.balance;
}
