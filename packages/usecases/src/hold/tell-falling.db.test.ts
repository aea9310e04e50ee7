import { clockNow, sql } from "@posthorn/db";
import { newId } from "@posthorn/runtime";
import {
  createLetterBench,
  createVerbBench,
  type LetterBench,
  TEST_SENDER,
  type VerbBench,
} from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ErrandPorts, FallingWords } from "../errand/ports.ts";
import { runErrand } from "../errand/run-errand.ts";
import type { StaffReader } from "../staff/authorise-staff.ts";
import { listFalling } from "./list-falling.ts";
import { renewStamps } from "./renew-stamps.ts";
import { tellFalling } from "./tell-falling.ts";

const visitor = { ip: "203.0.113.9", userAgent: "test", language: "nl" };
const LOTTE = { ...TEST_SENDER, personId: "per_SEED0LOTTEMAES" };

let bench: VerbBench;
let letters: LetterBench;

beforeAll(async () => {
  bench = await createVerbBench();
  letters = createLetterBench(bench);
});
afterAll(() => bench.close());
beforeEach(async () => {
  await sql`UPDATE delivery SET falling_told = 14`.execute(owner());
  await sql`UPDATE account SET falling_told_on = NULL`.execute(owner());
  await sql`DELETE FROM person_errand WHERE kind = 'evidence_falling'`.execute(owner());
});

const owner = () => bench.context("owner").db;
const worker = () => bench.context("worker");

/** A delivery whose evidence falls that many days from today; its notice stood. */
async function falling(days: number, state = "expired"): Promise<string> {
  const { deliveryId } = await letters.notify();
  await sql`UPDATE delivery SET state = ${state}, chain_closed = true,
      final_at = (retention.cutoff('R9', retention.today() + ${days}::int)::timestamp + interval '12 hours') AT TIME ZONE 'Europe/Brussels'
    WHERE id = ${deliveryId}`.execute(owner());
  return deliveryId;
}

async function told(id: string): Promise<number> {
  const row = await owner()
    .selectFrom("delivery")
    .select("falling_told")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.falling_told;
}

async function errandsOf(id: string): Promise<readonly string[]> {
  const rows = await owner()
    .selectFrom("errand")
    .select("occasion")
    .where("delivery_id", "=", id)
    .where("kind", "=", "evidence_falling")
    .orderBy("id")
    .execute();
  return rows.map(({ occasion }) => occasion);
}

async function senderMails() {
  return owner()
    .selectFrom("person_errand")
    .select(["person_id", "facts"])
    .where("kind", "=", "evidence_falling")
    .execute();
}

/** The next day, as far as this verb knows one. */
async function nextDay(): Promise<void> {
  await sql`UPDATE account SET falling_told_on = retention.today() - 1`.execute(owner());
}

test("both sides are told 60 days before, not 61, and again 14 days before, each once", async () => {
  const soon = await falling(60);
  const later = await falling(61);
  expect(await tellFalling(worker())).toBe(1);
  expect(await tellFalling(worker())).toBe(0);
  expect([await told(soon), await told(later)]).toEqual([60, 0]);
  expect(await errandsOf(soon)).toEqual(["60"]);
  await sql`UPDATE delivery SET final_at = final_at - interval '46 days' WHERE id = ${soon}`.execute(owner());
  // One mail a day for an account, whatever comes.
  expect(await tellFalling(worker())).toBe(0);
  await nextDay();
  expect(await tellFalling(worker())).toBe(1);
  await nextDay();
  expect(await tellFalling(worker())).toBe(0);
  expect(await errandsOf(soon)).toEqual(["60", "14"]);
  const mails = await senderMails();
  expect(mails.map(({ facts }) => [facts["sixty"], facts["fourteen"], facts["page"]])).toEqual([
    ["1", undefined, "falling"],
    [undefined, "1", "falling"],
  ]);
});

test("the sender gets one mail for all of a day, the first day that something falls in it", async () => {
  await falling(60);
  await falling(40);
  await falling(13);
  expect(await tellFalling(worker())).toBe(3);
  const mails = await senderMails();
  expect(mails).toHaveLength(1);
  const today = (await clockNow(owner())).toZonedDateTimeISO("Europe/Brussels").toPlainDate();
  expect(mails[0]).toMatchObject({
    person_id: LOTTE.personId,
    facts: { sixty: "2", fourteen: "1" },
  });
  const first = Temporal.PlainDate.from(mails[0]?.facts["first"] ?? "");
  expect(today.until(first).days).toBeLessThanOrEqual(14);
});

test("after a long outage only the nearer warning goes, and what has fallen due is not told of", async () => {
  const near = await falling(10);
  const over = await falling(0);
  await tellFalling(worker());
  expect([await told(near), await told(over)]).toEqual([14, 0]);
  expect(await errandsOf(near)).toEqual(["14"]);
  expect(await errandsOf(over)).toEqual([]);
});

test("nobody is told of what a hold keeps, nor the members of an account that is erased", async () => {
  const id = await falling(30);
  await sql`INSERT INTO legal_hold (id, scope, scope_id, account_id, ground, reason, asked_at, state, decided_by, ends_on)
    VALUES ('hld_T', 'delivery', ${id}, ${LOTTE.accountId}, 'fraud', 'A report', clock.now(), 'placed', ${await staffId()}, retention.today() + 90)`.execute(
    owner(),
  );
  expect(await tellFalling(worker())).toBe(0);
  await sql`UPDATE legal_hold SET state = 'lifted' WHERE id = 'hld_T'`.execute(owner());
  await sql`UPDATE account SET status = 'erased' WHERE id = ${LOTTE.accountId}`.execute(owner());
  expect(await tellFalling(worker())).toBe(1);
  expect(await senderMails()).toEqual([]);
  expect(await errandsOf(id)).toEqual(["60"]);
  await sql`UPDATE account SET status = 'active' WHERE id = ${LOTTE.accountId}`.execute(owner());
});

test("two workers at once tell once", async () => {
  await falling(59);
  await falling(58);
  const counts = await Promise.all([1, 2, 3, 4].map(() => tellFalling(worker())));
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(2);
  expect(await senderMails()).toHaveLength(1);
});

/** Carries out the errand of the addressee's mail, and tells what was written to whom. */
async function writeMail(id: string) {
  const sent: { readonly to: string; readonly words: FallingWords | undefined }[] = [];
  let words: FallingWords | undefined;
  const ports = {
    mail: {
      async send({ to }: { readonly to: string }) {
        sent.push({ to, words });
        return { outcome: "accepted", response: "250 Ok", ours: false, dialogue: "", raw: new Uint8Array() };
      },
    },
    rendering: {
      evidenceFalling(given: FallingWords) {
        words = given;
        return { subject: "s", text: "t", html: "h" };
      },
    },
  } as unknown as ErrandPorts;
  const errand = await owner()
    .selectFrom("errand")
    .select("id")
    .where("delivery_id", "=", id)
    .where("kind", "=", "evidence_falling")
    .executeTakeFirstOrThrow();
  expect(await runErrand(worker(), ports, errand.id)).toBe("done");
  expect(await runErrand(worker(), ports, errand.id)).toBe("nothing_to_do");
  return sent;
}

test("the addressee's mail goes to the address that the evidence names, once the entrusted one is erased", async () => {
  const id = await falling(50);
  await tellFalling(worker());
  await sql`UPDATE delivery SET email = '', name = '', first_names = NULL, addressee_erased_at = clock.now() WHERE id = ${id}`.execute(
    owner(),
  );
  expect(await writeMail(id)).toMatchObject([
    {
      to: "jan.peeters@example.be",
      words: { addressee: "Jan Peeters", delivery: id, proof: null, accepted: false, letter: null },
    },
  ]);
});

test("of who accepted and was never put in possession it is not said that he did nothing", async () => {
  const id = await falling(50, "collected");
  await sql`UPDATE delivery SET consigned_at = NULL WHERE id = ${id}`.execute(owner());
  await tellFalling(worker());
  expect(await writeMail(id)).toMatchObject([{ words: { proof: null, accepted: true, letter: null } }]);
});

test.each([
  ["post_delivered", null, "delivered"],
  ["post_returned", null, "returned"],
  ["post_unknown", null, "unknown"],
  ["post_returned", "delivered", "delivered"],
] as const)("of a letter (%s, later %s) the carrier's last word is told", async (state, later, letter) => {
  const id = await falling(50, state);
  await tellFalling(worker());
  if (later !== null)
    await sql`INSERT INTO evidence_record (id, delivery_id, account_id, seq, type, event_at, recorded_at, canonical, random, leaf)
      SELECT id || 'X', delivery_id, account_id, seq + 50, 'CarrierStatement', event_at, recorded_at,
        (canonical::jsonb || ${JSON.stringify({ carrier: { source: "bpost", outcome: later } })}::jsonb)::text, random, leaf
      FROM evidence_record WHERE delivery_id = ${id} ORDER BY seq DESC LIMIT 1`.execute(owner());
  expect(await writeMail(id)).toMatchObject([{ words: { proof: null, letter } }]);
});

test("the list shows what falls within 60 days, the first first, page by page; no other account's", async () => {
  await sql`UPDATE delivery SET final_at = NULL, state = 'notified'`.execute(owner());
  const ids: string[] = [];
  for (let days = 1; days <= 52; days += 1) ids.push(await falling(days));
  await falling(61);
  const portal = bench.context("portal");
  const first = await listFalling(portal, LOTTE, {});
  expect(first.lines.map((line) => line.deliveryId)).toEqual(ids.slice(0, 50));
  const second = await listFalling(portal, LOTTE, { cursor: first.next ?? "" });
  expect(second.lines.map((line) => line.deliveryId)).toEqual(ids.slice(50));
  const back = await listFalling(portal, LOTTE, { cursor: second.previous ?? "" });
  expect(back.lines).toHaveLength(50);
  await expect(listFalling(portal, LOTTE, { cursor: "x" })).rejects.toMatchObject({ code: "cursor_invalid" });
  const stranger = { accountId: "acc_SEED0TOMJANSSENS", memberId: "mem_SEED0TOMJANSSENS" };
  expect((await listFalling(portal, stranger, {})).lines).toEqual([]);
}, 60_000);

test("the list tells the last day of a window, not the instant after it: at midnight and at both changes of the clock", async () => {
  const ends = [
    ["expired", "2024-01-15T00:00+01:00", "2024-01-14"],
    ["expired", "2024-04-01T00:00+02:00", "2024-03-31"],
    ["expired", "2023-10-30T00:00+01:00", "2023-10-29"],
    ["collected", "2024-01-15T00:00+01:00", "2024-01-15"],
    ["collected", "2024-03-31T23:59:59.999+02:00", "2024-03-31"],
  ] as const;
  await sql`UPDATE delivery SET final_at = NULL, state = 'notified'`.execute(owner());
  const shown = new Map<string, string>();
  for (const [state, at, day] of ends) {
    const id = await falling(30, state);
    await sql`UPDATE delivery SET final_at = ${at} WHERE id = ${id}`.execute(owner());
    shown.set(id, day);
  }
  // Whatever today is: all of it is older than the period, so that it is in the list.
  const { lines } = await listFalling(bench.context("portal"), LOTTE, {});
  expect(new Map(lines.map((line) => [line.deliveryId, line.endedOn.toString()]))).toEqual(shown);
});

test("timestamps are renewed at the sender's word, once a day, of his own deliveries alone", async () => {
  const id = await falling(20);
  await sql`INSERT INTO archive_timer (kind, ref, due_at) SELECT 'seal', r.id, clock.now() + interval '300 days'
    FROM evidence_record r WHERE r.delivery_id = ${id} ON CONFLICT DO NOTHING`.execute(owner());
  const asked = { deliveryId: id, visitor, arrivedAt: await clockNow(owner()) };
  const stranger = {
    accountId: "acc_SEED0TOMJANSSENS",
    memberId: "mem_SEED0TOMJANSSENS",
    personId: "per_SEED0TOMJANSSENS",
  };
  await expect(renewStamps(bench.context("portal"), stranger, asked)).rejects.toMatchObject({
    code: "delivery_not_found",
  });
  await renewStamps(bench.context("portal"), LOTTE, asked);
  const { rows } = await sql<{ due: boolean }>`SELECT t.due_at <= clock.now() AS due FROM archive_timer t
    JOIN evidence_record r ON r.id = t.ref WHERE r.delivery_id = ${id}`.execute(owner());
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ due }) => due)).toBe(true);
  await expect(renewStamps(bench.context("portal"), LOTTE, asked)).rejects.toMatchObject({
    code: "stamps_asked_today",
  });
});

async function staffId(): Promise<StaffReader["staff"]["staffId"]> {
  const at = await clockNow(owner());
  const id = newId("stf", at);
  await sql`INSERT INTO staff (id, email, family_name, first_names, language, roles, webauthn_handle, created_at)
    VALUES (${id}, 'h@posthorn.example', 'V', 'B', 'en', ARRAY['privacy_officer'], ${id}, clock.now())`.execute(
    owner(),
  );
  return id;
}
