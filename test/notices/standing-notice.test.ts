// A notice comes to stand: what leaves, what is booked, and that a crash or an outage moves no date.

import { lintAll } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { NoticePorts } from "@posthorn/usecases";
import type { WorkerPorts } from "../../services/worker/src/wiring/handlers.ts";
import { type NoticeBench, openNoticeBench } from "./open-notice-bench.ts";

let bench: NoticeBench;

beforeAll(async () => {
  bench = await openNoticeBench();
});
afterAll(() => bench.close());

test("mail and SMS go out once, the record tells what each channel answered and the window it opened", async () => {
  const id = await bench.sendOne({ email: "one@example.be", mobile: "+32470000101" });
  const [mail, ...more] = bench.mailbox.store.list({ to: "one@example.be" });
  expect(more).toEqual([]);
  expect(mail?.envelope.from).toMatch(/^bounce\+ntc_[0-9a-z]{26}\.[0-9a-f]{20}@bounce\.posthorn\.example$/);
  expect(mail?.raw.toString("latin1")).toMatch(/^Message-ID: <ntc_[0-9A-Z]{26}@posthorn\.example>/im);
  expect(bench.phone.store.list({ to: "+32470000101" })).toHaveLength(1);
  const row = await bench.delivery(id);
  expect(row.state).toBe("notified");
  expect(row.link_hash).toMatch(/^[0-9a-f]{64}$/);
  const [, notice] = await bench.records(id);
  expect(notice).toMatchObject({ type: "NotificationForAcceptance", notice: { round: 1, kind: "window" } });
  expect(notice?.window.collect_until).toBe(row.collect_until?.toString());
  expect(notice?.event_at).toBe(row.notified_at?.toString({ smallestUnit: "millisecond" }));
  expect(notice?.notice?.channels[0]).toMatchObject({
    channel: "email",
    outcome: "accepted",
    answer: expect.stringMatching(/^250 /),
  });
  expect(notice?.notice?.channels[1]?.channel).toBe("sms");
  const kept = await bench.owner
    .selectFrom("evidence_artifact")
    .select(["kind", "sha256"])
    .where("delivery_id", "=", id)
    .execute();
  expect(new Set(kept.map((artifact) => artifact.kind))).toEqual(
    new Set(["notice_mail", "notice_sms", "provider_answer", "smtp_dialogue"]),
  );
  expect(kept.map((artifact) => artifact.sha256)).toContain(notice?.notice?.channels[0]?.sent_sha256);
  const credit = await bench.owner
    .selectFrom("credit_entry")
    .select("kind")
    .where("delivery_id", "=", id)
    .orderBy("id")
    .execute();
  expect(credit.map((entry) => entry.kind)).toEqual(["reservation", "consumption"]);
});

test("no notice leaves before its submission is stamped", async () => {
  const { deliveryIds } = await bench.verbs.submit({
    at: bench.clock.now().round("millisecond"),
    addressees: [addressee("unstamped@example.be")],
  });
  await bench.sql`SELECT jobs.add('send-notice', ${JSON.stringify({ deliveryId: deliveryIds[0] })}::json)`.execute(
    bench.owner,
  );
  await bench.work();
  expect(bench.mailbox.store.list({ to: "unstamped@example.be" })).toEqual([]);
});

test("killed between the relay's 250 and the booking: the same Message-ID again, one window, dated at the recorded 250", async () => {
  const dying: WorkerPorts = {
    ...bench.ports,
    notices: { ...bench.ports.notices, mail: dyingAfter(bench.ports.notices.mail) },
  };
  const { deliveryIds } = await bench.verbs.submit({
    at: bench.clock.now().round("millisecond"),
    addressees: [addressee("killed@example.be")],
  });
  const [id = ""] = deliveryIds;
  await bench.stamp(id);
  await expect(bench.work(dying)).rejects.toThrow("killed");
  expect((await bench.delivery(id)).state).toBe("accepted");
  await bench.work();
  expect(bench.mailbox.store.list({ to: "killed@example.be" })).toHaveLength(1);
  await bench.advance("PT181S");
  await bench.work();
  const mails = bench.mailbox.store.list({ to: "killed@example.be" });
  expect(mails).toHaveLength(2);
  expect(
    new Set(mails.map((mail) => /^Message-ID: (.*)$/im.exec(mail.raw.toString("latin1"))?.[1])).size,
  ).toBe(1);
  const types = await bench.types(id);
  expect(types.filter((type) => type === "NotificationForAcceptance")).toHaveLength(1);
  const notified = (await bench.delivery(id)).notified_at;
  await bench.advance("PT2H");
  await bench.work();
  expect((await bench.delivery(id)).notified_at?.equals(notified as Temporal.Instant)).toBe(true);
  expect(bench.mailbox.store.list({ to: "killed@example.be" })).toHaveLength(2);
});

test("two workers at once send one mail", async () => {
  const { deliveryIds } = await bench.verbs.submit({
    at: bench.clock.now().round("millisecond"),
    addressees: [addressee("race@example.be")],
  });
  const [id = ""] = deliveryIds;
  await bench.stamp(id);
  await Promise.all([bench.work(), bench.work(), bench.work()]);
  expect(bench.mailbox.store.list({ to: "race@example.be" })).toHaveLength(1);
});

test("mail and SMS down for an hour, then back: nobody is blocked, all stand by themselves", async () => {
  await mode(bench.mailbox.url, "down");
  await mode(bench.phone.url, "down");
  const id = await bench.sendOne({ email: "down@example.be", mobile: "+32470000102" });
  for (let minutes = 0; minutes < 60; minutes += 20) {
    await bench.advance("PT20M");
    await bench.work();
  }
  expect(await bench.types(id)).toEqual(["SubmissionAcceptance"]);
  await mode(bench.mailbox.url, "ok");
  await bench.advance("PT1H");
  await bench.work();
  expect((await bench.delivery(id)).state).toBe("notified");
  expect((await bench.records(id))[1]?.notice?.channels[1]?.outcome).toBe("pending");
  await mode(bench.phone.url, "ok");
  await bench.advance("PT1H");
  await bench.work();
  expect(await bench.types(id)).toContain("SmsAnswer");
  expect(bench.mailbox.store.list({ to: "down@example.be" })).toHaveLength(1);
  expect(bench.phone.store.list({ to: "+32470000102" })).toHaveLength(1);
});

test("two addressees who share an e-mail: two notices that name whom they are for, with links of their own", async () => {
  const shared = "family@example.be";
  await bench.send({ addressees: [addressee(shared, "Jan"), addressee(shared, "Lieve")] });
  const mails = bench.mailbox.store.list({ to: shared });
  expect(mails).toHaveLength(2);
  const links = new Set<string>();
  for (const mail of mails) {
    const found = await read(mail.id);
    expect(found.subject).toMatch(/Jan Peeters|Lieve Peeters/);
    links.add(found.links.find((link) => link.includes("/l/")) ?? "");
    expect(found.text).not.toContain("rent");
  }
  expect(links.size).toBe(2);
});

function addressee(email: string, firstNames = "Jan") {
  return {
    email,
    mobile: "+32470123412",
    name: "Peeters",
    first_names: firstNames,
    language: "nl",
    addressee_consent: { basis: "none_stated" },
  };
}

function dyingAfter(mail: NoticePorts["mail"]): NoticePorts["mail"] {
  return {
    async send(one) {
      await mail.send(one);
      throw new Error("killed");
    },
  };
}

async function mode(url: string, name: string): Promise<void> {
  const response = await fetch(`${url}/api/mode`, { method: "POST", body: JSON.stringify({ mode: name }) });
  expect(response.status).toBe(200);
}

async function read(
  id: string,
): Promise<{ readonly subject: string; readonly text: string; readonly links: readonly string[] }> {
  const all = (await (await fetch(`${bench.mailbox.url}/api/messages`)).json()) as {
    id: string;
    subject: string;
    text: string;
    links: string[];
  }[];
  const found = all.find((mail) => mail.id === id);
  if (!found) throw new Error("no such mail");
  return found;
}

test("what was written about every delivery fits together", async () => {
  expect(await lintAll(bench.owner)).toEqual([]);
});
