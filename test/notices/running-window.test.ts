// While a window runs and when it ends: reminders, expiry, our own outage, the letter, and what both sides are told.

import { createSealedCodes } from "@posthorn/identity";
import { lintAll, TEST_SENDER } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeliveryRow } from "@posthorn/db";
import { type NoticeBench, openNoticeBench } from "./open-notice-bench.ts";

let bench: NoticeBench;
/** Deliveries of which a test wrote rows that no verb would write. */
const tampered = new Set<string>();

beforeAll(async () => {
  bench = await openNoticeBench();
});
afterAll(() => bench.close());

function mailsTo(email: string): readonly string[] {
  return bench.mailbox.store.list({ to: email }).map((mail) => mail.raw.toString("utf8"));
}

function told(id: string): readonly string[] {
  return mailsTo(TEST_SENDER.email).filter((raw) => raw.includes(id));
}

/** Moves the clock to the day after the last day, past the time that late acts are given. */
async function passDeadline(row: DeliveryRow, options?: { readonly outage?: boolean }): Promise<void> {
  const wait = bench.clock.now().until((row.deadline_at as Temporal.Instant).add({ seconds: 61 }));
  await bench.advance(wait.toString(), options);
  await bench.work();
}

test("reminders go out on days 3, 7 and 13, each once, with the link of the notice; one that fails is told and changes nothing", async () => {
  const email = "reminded@example.be";
  const id = await bench.sendOne({ email });
  const link = /collect\.localhost:1\/l\/[A-Za-z0-9_-]{43}/;
  for (const [days, count] of [
    ["P4D", 2],
    ["P4D", 3],
    ["P6D", 4],
  ] as const) {
    await bench.advance(days);
    await bench.work();
    await bench.work();
    expect(mailsTo(email)).toHaveLength(count);
  }
  expect(new Set(mailsTo(email).map((raw) => link.exec(raw.replaceAll("=\r\n", ""))?.[0])).size).toBe(1);
  const reminders = (await bench.records(id)).filter(
    (record) => record.notice?.kind === "reminder" && record.type === "NotificationForAcceptance",
  );
  expect(reminders.map((record) => record.notice?.reminder)).toEqual([1, 2, 3]);
  expect((await bench.delivery(id)).state).toBe("notified");

  const failing = await bench.sendOne({ email: "soon-gone@example.be" });
  tampered.add(failing);
  await bench.sql`UPDATE delivery SET email = 'bounce-now@example.be' WHERE id = ${failing}`.execute(
    bench.owner,
  );
  await bench.advance("P4D");
  await bench.work();
  expect((await bench.delivery(failing)).state).toBe("notified");
  expect(told(failing)).toHaveLength(1);
});

test('"not for me" silences reminders, and none goes out after the deadline', async () => {
  const silenced = await bench.sendOne({ email: "silenced@example.be" });
  await bench.sql`UPDATE delivery SET reminders_silenced = true WHERE id = ${silenced}`.execute(bench.owner);
  const late = await bench.sendOne({ email: "late-reminder@example.be" }, { collection_days: 4 });
  await bench.sql`INSERT INTO delivery_timer (delivery_id, kind, due_at) VALUES (${late}, 'reminder_3', ${(await bench.delivery(late)).deadline_at})
    ON CONFLICT DO NOTHING`.execute(bench.owner);
  await bench.sql`DELETE FROM delivery_timer WHERE delivery_id = ${late} AND kind IN ('reminder_1', 'reminder_2')`.execute(
    bench.owner,
  );
  await passDeadline(await bench.delivery(late));
  expect(mailsTo("silenced@example.be")).toHaveLength(1);
  expect(mailsTo("late-reminder@example.be")).toHaveLength(1);
});

test("the window passes: expired at the deadline exactly, executed a minute later, told to the sender, chain closed", async () => {
  const id = await bench.sendOne({ email: "expires@example.be" }, { collection_days: 1, reminders: false });
  const before = await bench.delivery(id);
  const early = bench.clock.now().until((before.deadline_at as Temporal.Instant).add({ seconds: 30 }));
  await bench.advance(early.toString());
  await bench.work();
  expect((await bench.delivery(id)).state).toBe("notified");
  await passDeadline(before);
  const row = await bench.delivery(id);
  expect(row).toMatchObject({ state: "expired", chain_closed: true });
  expect(row.final_at?.equals(before.deadline_at as Temporal.Instant)).toBe(true);
  expect((await bench.records(id)).at(-1)).toMatchObject({ type: "AcceptanceRejectionExpiry", closing: {} });
  expect(told(id)).toHaveLength(1);
  const timers = await bench.owner
    .selectFrom("delivery_timer")
    .select("kind")
    .where("delivery_id", "=", id)
    .execute();
  expect(timers).toEqual([]);
});

test("with the fallback on it goes on as a letter, and the sender is told", async () => {
  const id = await bench.sendOne({ email: "letter@example.be" }, { collection_days: 1, reminders: false });
  tampered.add(id);
  await bench.sql`UPDATE delivery SET postal_fallback = true WHERE id = ${id}`.execute(bench.owner);
  await passDeadline(await bench.delivery(id));
  expect((await bench.delivery(id)).state).toBe("to_print");
  expect(told(id)).toHaveLength(1);
  await bench.advance("P30D");
  await bench.work();
  expect((await bench.delivery(id)).state).toBe("post_failed");
  expect(told(id)).toHaveLength(2);
});

test("our outage on the last day gives one more day, at most three times, and both sides are told", async () => {
  const email = "outage@example.be";
  const id = await bench.sendOne({ email }, { collection_days: 1, reminders: false });
  for (let times = 1; times <= 3; times += 1) {
    const before = await bench.delivery(id);
    await passDeadline(before, { outage: true });
    const row = await bench.delivery(id);
    expect(row).toMatchObject({ state: "notified", outage_extensions: times });
    expect(row.collect_until?.toString()).toBe(before.collect_until?.add({ days: 1 }).toString());
    expect(told(id)).toHaveLength(times);
    expect(mailsTo(email)).toHaveLength(1 + times);
  }
  const extended = (await bench.records(id)).find((record) => record.type === "WindowExtendedForOutage");
  const { outage_minutes: minutes, outage_from: from, outage_until: until } = extended?.details ?? {};
  expect(Number(minutes)).toBeGreaterThan(60);
  const whole = Temporal.Instant.from(String(until)).since(Temporal.Instant.from(String(from)));
  expect(whole.total("minutes")).toBeGreaterThanOrEqual(Number(minutes));
  expect(extended?.details?.["deadline_before"]).toBe(until);
  expect(mailsTo(email).at(-2)?.replaceAll("=\r\n", "")).toMatch(/tussen \S+ \d+ \S+ \d{4}/u);
  await passDeadline(await bench.delivery(id), { outage: true });
  expect((await bench.delivery(id)).state).toBe("expired");
});

test("codes go out once a channel, also when the provider was down; voided ones never", async () => {
  const id = await bench.sendOne({ email: "codes@example.be", mobile: "+32470000707" });
  const [good, voided] = await Promise.all([challenge(id, "chl_A"), challenge(id, "chl_B")]);
  await bench.sql`UPDATE code_challenge SET voided_at = clock.now() WHERE id = ${voided}`.execute(
    bench.owner,
  );
  await fetch(`${bench.phone.url}/api/mode`, { method: "POST", body: JSON.stringify({ mode: "down" }) });
  await Promise.all([bench.work(), bench.work()]);
  expect(mailsTo("codes@example.be")).toHaveLength(2);
  await fetch(`${bench.phone.url}/api/mode`, { method: "POST", body: JSON.stringify({ mode: "ok" }) });
  for (let seconds = 0; seconds < 3; seconds += 1) {
    await bench.advance("PT21S");
    await bench.work();
  }
  expect(mailsTo("codes@example.be")).toHaveLength(2);
  const texts = bench.phone.store.list({ to: "+32470000707" }).map((sms) => sms.text);
  expect(texts.filter((text) => /^\d{6} /.test(text))).toHaveLength(1);
  const row = await bench.owner
    .selectFrom("code_challenge")
    .selectAll()
    .where("id", "=", good)
    .executeTakeFirstOrThrow();
  expect(row.mail_sent_at).not.toBeNull();
  expect(row.sms_sent_at).not.toBeNull();
});

test("the copy of the proof waits for its seal and then goes to the addressee, once", async () => {
  const id = await bench.sendOne({ email: "copy@example.be" });
  tampered.add(id);
  await bench.sql`UPDATE delivery SET state = 'collected', collected_at = clock.now(), consigned_at = clock.now(), final_at = clock.now(), chain_closed = true WHERE id = ${id}`.execute(
    bench.owner,
  );
  const consigned = (await bench.records(id)).at(-1);
  const canonical = JSON.stringify({ ...consigned, type: "ContentConsignment", seq: 50 });
  await bench.sql`INSERT INTO evidence_record SELECT 'evd_COPY', delivery_id, account_id, 50, 'ContentConsignment', event_at, recorded_at, ${canonical}, random, leaf, false
    FROM evidence_record WHERE delivery_id = ${id} ORDER BY seq LIMIT 1`.execute(bench.owner);
  await bench.sql`INSERT INTO errand (id, delivery_id, kind, occasion, created_at, next_attempt_at) VALUES ('err_COPY', ${id}, 'proof_copy', '1', clock.now() - interval '10 s', clock.now())`.execute(
    bench.owner,
  );
  await bench.work();
  expect(mailsTo("copy@example.be")).toHaveLength(1);
  const asked = await bench.owner
    .selectFrom("proof")
    .select(["kind", "language"])
    .where("delivery_id", "=", id)
    .execute();
  expect(asked).toEqual([{ kind: "proof_of_collection", language: "nl" }]);
  await bench.sql`UPDATE proof SET pdf = convert_to('%PDF-1.7 sealed', 'UTF8'), made_at = clock.now() WHERE delivery_id = ${id}`.execute(
    bench.owner,
  );
  await bench.advance("PT10S");
  await bench.work();
  await bench.advance("PT1H");
  await bench.work();
  const [copy, ...others] = mailsTo("copy@example.be");
  expect(others).toHaveLength(1);
  expect(copy).toContain(`proof-of-collection-${id}.pdf`);
  expect(copy).toContain(Buffer.from("%PDF-1.7 sealed").toString("base64"));
});

/** A challenge as collect writes it. */
async function challenge(deliveryId: string, id: string): Promise<string> {
  const at = bench.clock.now().round("millisecond");
  const secrets = createSealedCodes(bench.codeKey).newSecrets(id, at);
  await bench.owner
    .insertInto("code_challenge")
    .values({
      id,
      delivery_id: deliveryId,
      created_at: at.subtract({ seconds: 6 }),
      expires_at: at.add({ minutes: 10 }),
      email_secret: secrets.email,
      sms_secret: secrets.sms,
      email: "codes@example.be",
      mobile: "+32470000707",
      language: "nl",
    })
    .execute();
  return id;
}

test('"not for me" is told to the sender in his own language, with the address it concerns', async () => {
  const id = await bench.sendOne({ email: "wrong-person@example.be" });
  await bench.sql`INSERT INTO errand (id, delivery_id, kind, occasion, created_at, next_attempt_at)
    VALUES ('err_NOTFORME', ${id}, 'not_for_me', '1', clock.now() - interval '10 s', clock.now())`.execute(
    bench.owner,
  );
  await bench.work();
  await bench.work();
  const [mail, ...more] = told(id);
  expect(more).toEqual([]);
  expect(mail).toContain("wrong-person@example.be");
  expect(mail).toContain(`http://portal.localhost:1/deliveries/${id}`);
});

test("what was written about every delivery fits together", async () => {
  expect(await lintAll(bench.owner, tampered)).toEqual([]);
});
