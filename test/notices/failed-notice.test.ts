// Notices that fail, at once or later, what the sender can mend, and when a delivery becomes unreachable.

import { mendPostalAddress, repairContact } from "@posthorn/usecases";
import { lintAll, TEST_SENDER } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type NoticeBench, openNoticeBench } from "./open-notice-bench.ts";

let bench: NoticeBench;

beforeAll(async () => {
  bench = await openNoticeBench();
});
afterAll(() => bench.close());

const LOTTE = { accountId: TEST_SENDER.accountId, memberId: TEST_SENDER.memberId };

function repair(deliveryId: string, contact: object) {
  return repairContact(bench.verbs.context("portal"), LOTTE, { deliveryId, contact });
}

/** Mails to the sender about one delivery, newest first. */
function told(id: string): readonly string[] {
  return bench.mailbox.store
    .list({ to: TEST_SENDER.email })
    .map((mail) => mail.raw.toString("utf8"))
    .filter((raw) => raw.includes(id));
}

/** Waits until the reports that are under way have been stored, and reads them. */
async function readReports(count: number): Promise<void> {
  await vi.waitFor(async () => {
    const open = await bench.owner
      .selectFrom("raw_arrival")
      .select("id")
      .where("processed_at", "is", null)
      .execute();
    expect(open.length).toBeGreaterThanOrEqual(count);
  }, 5_000);
  await bench.work();
}

async function report(mailId: string, action: "bounce" | "delivered" | "delayed"): Promise<void> {
  const response = await fetch(`${bench.mailbox.url}/api/messages/${mailId}/${action}`, {
    method: "POST",
    body: "{}",
  });
  expect(response.status).toBe(200);
}

test("a 5xx at once: notice_failed, told to the sender with the server's words, and 120 hours to mend", async () => {
  const id = await bench.sendOne({ email: "bounce-now@example.be" });
  const row = await bench.delivery(id);
  expect(row).toMatchObject({
    state: "notice_failed",
    notice_failures: 1,
    deadline_at: null,
    collect_until: null,
  });
  const failure = (await bench.records(id)).findLast(
    (record) => record.type === "NotificationForAcceptanceFailure",
  );
  expect(failure).toMatchObject({
    type: "NotificationForAcceptanceFailure",
    reasons: ["R_ERDS_Unreachable"],
  });
  expect(failure?.notice?.channels[0]).toMatchObject({
    outcome: "refused",
    answer: expect.stringContaining("550"),
  });
  expect(told(id)).toHaveLength(1);
  const timers = await bench.owner
    .selectFrom("delivery_timer")
    .select(["kind", "due_at"])
    .where("delivery_id", "=", id)
    .execute();
  expect(timers).toEqual([{ kind: "repair_overdue", due_at: row.notice_failed_at?.add({ hours: 120 }) }]);
  await bench.advance("PT121H");
  await bench.work();
  expect((await bench.delivery(id)).state).toBe("unreachable");
  const last = (await bench.records(id)).at(-1);
  expect(last).toMatchObject({
    details: { unreachable: true },
    closing: { records: last?.seq },
    reasons: ["R_ERDS_Unreachable"],
  });
  expect(
    (await bench.delivery(id)).final_at?.equals(
      (row.notice_failed_at as Temporal.Instant).add({ hours: 120 }),
    ),
  ).toBe(true);
  expect(told(id)).toHaveLength(2);
  const credit = await bench.owner
    .selectFrom("credit_entry")
    .select("kind")
    .where("delivery_id", "=", id)
    .orderBy("id")
    .execute();
  expect(credit.map((entry) => entry.kind)).toEqual(["reservation", "release"]);
});

test("repaired in time: new link, new round, one full window; the old link is void", async () => {
  const id = await bench.sendOne({ email: "bounce-now+two@example.be" });
  const before = await bench.delivery(id);
  await bench.advance("P2D");
  expect(await repair(id, { email: "mended@example.be" })).toEqual({ kind: "repaired" });
  const voided = await bench.delivery(id);
  expect(voided).toMatchObject({
    link_hash: null,
    link_generation: 2,
    notice_round: 2,
    email: "mended@example.be",
  });
  await bench.work();
  const row = await bench.delivery(id);
  expect(row.state).toBe("notified");
  expect(row.link_hash).not.toBe(before.link_hash);
  expect(bench.mailbox.store.list({ to: "mended@example.be" })).toHaveLength(1);
  const today = bench.clock.now().toZonedDateTimeISO("Europe/Brussels").toPlainDate();
  expect(row.collect_until?.toString()).toBe(today.add({ days: 15 }).toString());
  const mended = (await bench.records(id)).find((record) => record.type === "AddresseeContactRepaired");
  expect(mended?.details).toMatchObject({
    fields: "email",
    email_before_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(mended?.recipient.email).toBe("mended@example.be");
  expect(JSON.stringify(mended?.details)).not.toContain("Lotte");
  expect(await repair(id, { email: "again@example.be" })).toEqual({
    kind: "refused",
    reason: expect.any(String),
  });
});

test("a second failure ends it at once", async () => {
  const id = await bench.sendOne({ email: "bounce-now+three@example.be" });
  expect(await repair(id, { email: "bounce-now+four@example.be" })).toEqual({ kind: "repaired" });
  await bench.work();
  const row = await bench.delivery(id);
  expect(row).toMatchObject({ state: "unreachable", notice_failures: 2, chain_closed: true });
});

test("what is no repair is said per field, and nothing changes", async () => {
  const id = await bench.sendOne({ email: "bounce-now+five@example.be" });
  await expect(repair(id, { email: "no address" })).rejects.toMatchObject({
    code: "repair_invalid",
    fields: [{ path: "email" }],
  });
  await expect(repair(id, { mobile: "" })).rejects.toMatchObject({
    fields: [{ path: "mobile", code: "mobile_required_for_codes" }],
  });
  await expect(repair(id, { email: TEST_SENDER.email })).rejects.toMatchObject({
    fields: [{ path: "email", code: "own_email" }],
  });
  await expect(repair(id, {})).rejects.toMatchObject({ code: "nothing_to_repair" });
  const stranger = { accountId: "acc_OTHER", memberId: TEST_SENDER.memberId };
  await expect(
    repairContact(bench.verbs.context("portal"), stranger, {
      deliveryId: id,
      contact: { email: "x@example.be" },
    }),
  ).rejects.toMatchObject({ code: "not_a_member" });
  const address = { street: "Kerkstraat", number: "1", postcode: "9000", town: "Gent" };
  expect(await mendPostalAddress(bench.verbs.context("portal"), LOTTE, { deliveryId: id, address })).toEqual({
    kind: "refused",
    reason: "wrong_state",
  });
  expect((await bench.delivery(id)).notice_round).toBe(1);
});

test("a bounce a minute later voids the window; the same bounce twice counts once", async () => {
  const id = await bench.sendOne({ email: "late@example.be" });
  expect((await bench.delivery(id)).state).toBe("notified");
  const mail = bench.mailbox.store.list({ to: "late@example.be" })[0];
  await bench.advance("PT1M");
  await report(mail?.id ?? "", "bounce");
  await report(mail?.id ?? "", "bounce");
  await readReports(1);
  await bench.work();
  const row = await bench.delivery(id);
  expect(row).toMatchObject({
    state: "notice_failed",
    notice_failures: 1,
    notified_at: null,
    deadline_at: null,
  });
  const outcomes = await arrivals();
  expect(
    outcomes.filter((outcome) => outcome?.includes("booked, the delivery is notice_failed")),
  ).toHaveLength(1);
  expect(outcomes.some((outcome) => outcome?.includes("it had failed before"))).toBe(true);
  const failure = (await bench.records(id)).findLast(
    (record) => record.type === "NotificationForAcceptanceFailure",
  );
  expect(failure?.notice?.channels[0]).toMatchObject({
    outcome: "failed",
    answer: expect.stringContaining("550"),
  });
});

test("a bounce three days later voids the window too, after a success report as well", async () => {
  const id = await bench.sendOne({ email: "three-days@example.be" });
  const mail = bench.mailbox.store.list({ to: "three-days@example.be" })[0]?.id ?? "";
  await report(mail, "delivered");
  await readReports(1);
  expect(await bench.types(id)).toContain("NotificationDelivered");
  await bench.advance("P3D");
  await bench.work();
  await report(mail, "bounce");
  await readReports(1);
  expect((await bench.delivery(id)).state).toBe("notice_failed");
});

test("a delay changes nothing, and neither does a report to an address nobody gave out", async () => {
  const id = await bench.sendOne({ email: "delayed@example.be" });
  const mail = bench.mailbox.store.list({ to: "delayed@example.be" })[0];
  await report(mail?.id ?? "", "delayed");
  await readReports(1);
  const forged = (mail?.envelope.from ?? "").replace(/\.[0-9a-f]{20}@/, `.${"0".repeat(20)}@`);
  await bench.owner
    .insertInto("raw_arrival")
    .values({
      kind: "mail",
      arrived_at: bench.clock.now().subtract({ seconds: 10 }),
      envelope_to: forged,
      body: Buffer.from("Subject: x\r\n\r\nfailed"),
    })
    .execute();
  await bench.work();
  expect(await bench.types(id)).not.toContain("NotificationForAcceptanceFailure");
  expect(await arrivals()).toContain("no return path of ours");
  expect((await bench.delivery(id)).state).toBe("notified");
});

test("after use or collection a bounce changes nothing", async () => {
  const id = await bench.sendOne({ email: "used@example.be" });
  const other = await bench.sendOne({ email: "gone@example.be" });
  await bench.sql`UPDATE delivery SET notice_used_at = clock.now() WHERE id = ${id}`.execute(bench.owner);
  await bench.sql`UPDATE delivery SET state = 'collected', final_at = clock.now(), chain_closed = true WHERE id = ${other}`.execute(
    bench.owner,
  );
  await report(bench.mailbox.store.list({ to: "used@example.be" })[0]?.id ?? "", "bounce");
  await report(bench.mailbox.store.list({ to: "gone@example.be" })[0]?.id ?? "", "bounce");
  await readReports(2);
  const types = [...(await bench.types(id)), ...(await bench.types(other))];
  expect(types).not.toContain("NotificationForAcceptanceFailure");
  expect((await bench.delivery(id)).state).toBe("notified");
  const outcomes = (await arrivals()).join("\n");
  expect(outcomes).toContain("the notice was used and stands");
  expect(outcomes).toContain("the delivery is collected");
});

test("no relay for 72 hours is our failure; a relay that defers the address for 72 hours is not", async () => {
  const deferred = await bench.sendOne({ email: "temp-fail@example.be" });
  await fetch(`${bench.mailbox.url}/api/mode`, { method: "POST", body: JSON.stringify({ mode: "down" }) });
  const ours = await bench.sendOne({ email: "nobody@example.be" });
  const { deliveryIds } = await bench.verbs.submit({ at: bench.clock.now().round("millisecond") });
  await bench.advance("PT73H");
  await bench.work();
  await fetch(`${bench.mailbox.url}/api/mode`, { method: "POST", body: JSON.stringify({ mode: "ok" }) });
  const reasons = async (id: string) => (await bench.records(id)).at(-1)?.reasons;
  for (const id of [deferred, ours, deliveryIds[0] ?? ""])
    expect((await bench.delivery(id)).state).toBe("unreachable");
  expect(await reasons(deferred)).toEqual(["R_ERDS_Unreachable"]);
  expect(await reasons(ours)).toEqual(["R_ERDS_Malfunction"]);
  expect(await reasons(deliveryIds[0] ?? "")).toEqual(["R_ERDS_Malfunction"]);
  await bench.advance("P1D");
  await bench.work();
  expect(bench.mailbox.store.list({ to: "nobody@example.be" })).toEqual([]);
});

test("an SMS that fails moves no date; it opens a repair, and the repair a full window", async () => {
  const refused = await bench.sendOne({ email: "sms-a@example.be", mobile: "+32470009999" });
  const lost = await bench.sendOne({ email: "sms-b@example.be", mobile: "+32470000000" });
  await vi.waitFor(async () => {
    await bench.work();
    expect((await bench.delivery(lost)).sms_failure_open).toBe(true);
  }, 5_000);
  for (const id of [refused, lost]) {
    expect(await bench.delivery(id)).toMatchObject({
      state: "notified",
      sms_failure_open: true,
      notice_failures: 0,
    });
    expect(await bench.types(id)).toContain("SmsFailure");
    expect(told(id)).toHaveLength(1);
  }
  expect((await bench.records(refused))[1]?.notice?.channels[1]).toMatchObject({
    outcome: "refused",
    answer: "21614",
  });
  await bench.advance("P14D");
  await bench.work();
  const until = (await bench.delivery(lost)).collect_until as Temporal.PlainDate;
  expect(await repair(lost, { mobile: "+32 470 12 34 77" })).toEqual({ kind: "repaired" });
  expect((await bench.delivery(lost)).state).toBe("notice_failed");
  await bench.work();
  const row = await bench.delivery(lost);
  expect(row.state).toBe("notified");
  expect(row.notice_failures).toBe(0);
  expect(Temporal.PlainDate.compare(row.collect_until as Temporal.PlainDate, until)).toBe(1);
  expect(bench.phone.store.list({ to: "+32470123477" })).toHaveLength(1);
});

test("callbacks that come twice are booked once; a stranger's is refused before it is stored", async () => {
  const id = await bench.sendOne({ email: "twice@example.be", mobile: "+32470123488" });
  await vi.waitFor(async () => {
    await bench.work();
    expect(await bench.types(id)).toContain("NotificationDelivered");
  }, 5_000);
  const stored = await bench.owner
    .selectFrom("raw_arrival")
    .select(["kind", "body"])
    .where("kind", "=", "twilio")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  await bench.owner
    .insertInto("raw_arrival")
    .values({ ...stored, arrived_at: bench.clock.now().subtract({ seconds: 10 }), envelope_to: null })
    .execute();
  await bench.work();
  expect((await bench.types(id)).filter((type) => type === "NotificationDelivered")).toHaveLength(1);
  const count = async () => (await bench.owner.selectFrom("raw_arrival").select("id").execute()).length;
  const before = await count();
  const forged = await fetch(`${bench.inbound.url}/twilio/status`, {
    method: "POST",
    headers: { "X-Twilio-Signature": "AAAA" },
    body: new URLSearchParams({ MessageSid: `SM${"0".repeat(32)}`, MessageStatus: "failed" }),
  });
  expect(forged.status).toBe(403);
  const large = await fetch(`${bench.inbound.url}/twilio/status`, {
    method: "POST",
    body: "x".repeat(70_000),
  });
  expect(large.status).toBe(413);
  expect(await count()).toBe(before);
});

async function arrivals(): Promise<readonly (string | null)[]> {
  const rows = await bench.owner.selectFrom("raw_arrival").select("outcome").orderBy("id").execute();
  return rows.map((row) => row.outcome);
}

test("what was written about every delivery fits together", async () => {
  expect(await lintAll(bench.owner)).toEqual([]);
});
