import { sql, transact } from "@posthorn/db";
import { createLetterBench, createVerbBench, type LetterBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { viewNotice } from "../collection/view-notice.ts";
import { repairContact } from "../repair/repair-contact.ts";
import { enterWhatWaits } from "./enter-inbox.ts";
import { listInbox } from "./list-inbox.ts";

let bench: VerbBench;
let letters: LetterBench;
let people = 0;

beforeAll(async () => {
  bench = await createVerbBench();
  letters = createLetterBench(bench);
});
afterAll(() => bench.close());

interface Someone {
  readonly email: string;
  readonly name?: string;
  readonly firstNames?: string;
  readonly verified?: boolean;
  readonly identified?: boolean;
  readonly account?: "private" | "company" | "none";
  readonly days?: number;
}

/** Answers the person's id. */
async function someone(given: Someone): Promise<string> {
  people += 1;
  const { db } = bench.context("owner");
  const id = `per_INBOX${people}`;
  const { verified = true, identified = true, account = "private" } = given;
  await sql`INSERT INTO person (id, email, family_name, first_names, language, created_at, email_verified_at, identified_at, identified_method)
    VALUES (${id}, ${given.email}, ${given.name ?? "Peeters"}, ${given.firstNames ?? "Jan"}, 'nl', clock.now(),
      ${verified ? sql`clock.now()` : null}, ${identified ? sql`clock.now()` : null}, 'itsme')`.execute(db);
  if (account === "none") return id;
  await sql`INSERT INTO account (id, kind, name, language, email, created_at, content_retention_days, status)
    VALUES (${`acc_INBOX${people}`}, ${account}, 'Peeters', 'nl', ${given.email}, clock.now(), ${given.days ?? 365}, 'active')`.execute(
    db,
  );
  await sql`INSERT INTO member (id, account_id, person_id, role, public_id, joined_at)
    VALUES (${`mem_INBOX${people}`}, ${`acc_INBOX${people}`}, ${id}, 'admin', ${`pub${people}`}, clock.now())`.execute(
    db,
  );
  return id;
}

function letterTo(email: string, name = "Peeters", firstNames = "Jan") {
  const mobile = `+3247${String(1_000_000 + Math.trunc(people * 31)).slice(0, 7)}`;
  const addressee = { email, mobile, name, first_names: firstNames, language: "nl" };
  return { addressees: [{ ...addressee, addressee_consent: { basis: "none_stated" } }] };
}

async function inboxOf(personId: string): Promise<readonly string[]> {
  const { lines } = await listInbox(bench.context("portal"), { personId });
  return lines.map((line) => line.deliveryId);
}

function enterLater(personId: string): Promise<number> {
  return transact(bench.context("portal").db, { personId }, (trx) => enterWhatWaits(trx, personId));
}

test("at its notice a delivery enters the inbox of whom address and name both mean, accents and case aside", async () => {
  const zoe = await someone({ email: "Zoe@Example.be", name: "Dupré", firstNames: "Zoé Marie" });
  const { deliveryId } = await letters.send(letterTo("zoe@example.be", "DUPRE", "Zoe"));
  expect(await inboxOf(zoe)).toEqual([deliveryId]);
});

test.each([
  ["whose address is not verified", { verified: false }],
  ["who is not identified", { identified: false }],
  ["who is a member of a company alone", { account: "company" }],
  ["of another first name", { firstNames: "Jef" }],
  ["of another family name", { name: "Peters" }],
] as const)("nothing enters for somebody %s", async (_, other) => {
  const email = `none${people}@example.be`;
  const person = await someone({ email, ...other });
  await letters.send(letterTo(email));
  expect(await inboxOf(person)).toEqual([]);
  expect(await enterLater(person)).toBe(0);
  expect(await inboxOf(person)).toEqual([]);
});

test("of two addressees at one address the one whose name it is", async () => {
  const email = "household@example.be";
  const jan = await someone({ email });
  const { deliveryIds } = await bench.submit({
    addressees: [
      ...letterTo(email, "Peeters", "An").addressees,
      ...letterTo(email, "Peeters", "Jan").addressees.map((each) => ({ ...each, mobile: "+32470998877" })),
    ],
  });
  await sql`UPDATE delivery SET state = 'notified', notified_at = clock.now() WHERE id = ANY(${deliveryIds})`.execute(
    bench.context("worker").db,
  );
  expect(await enterLater(jan)).toBe(1);
  expect(await inboxOf(jan)).toEqual([deliveryIds[1]]);
});

test("what runs enters when its addressee registers later; what is final never; twice changes nothing", async () => {
  const email = "later@example.be";
  const running = await letters.notify(letterTo(email));
  const over = await letters.notify(letterTo(email), {
    state: "collected",
    final_at: Temporal.Now.instant(),
  });
  const person = await someone({ email });
  expect(await enterLater(person)).toBe(1);
  expect(await enterLater(person)).toBe(0);
  expect(await inboxOf(person)).toEqual([running.deliveryId]);
  expect(await inboxOf(person)).not.toContain(over.deliveryId);
});

test("a repair of the address ends the entry at once; the notice that follows enters it anew where it is still his", async () => {
  const email = "moved@example.be";
  const person = await someone({ email });
  const { deliveryId } = await letters.notify(letterTo(email), { sms_failure_open: true });
  await enterLater(person);
  expect(await inboxOf(person)).toEqual([deliveryId]);
  const mender = { accountId: "acc_SEED0VANDEWALLE", memberId: "mem_SEED0LOTTEMAES" };
  const repaired = await repairContact(bench.context("portal"), mender, {
    deliveryId,
    contact: { email: "other@example.be" },
  });
  expect(repaired).toEqual({ kind: "repaired" });
  expect(await inboxOf(person)).toEqual([]);
  await expect(
    viewNotice(bench.context("inbox"), { personId: person, inboxDelivery: deliveryId }),
  ).rejects.toMatchObject({ code: "link_unknown" });
  await bench
    .context("worker")
    .db.updateTable("delivery")
    .set({ state: "notified", email })
    .where("id", "=", deliveryId)
    .execute();
  expect(await enterLater(person)).toBe(1);
  expect(await inboxOf(person)).toEqual([deliveryId]);
});

test("the portal in an inbox sees the one delivery that stands in it, and of the sender nothing else", async () => {
  const email = "alone@example.be";
  const person = await someone({ email });
  const other = await someone({ email: "stranger@example.be" });
  const [first, second] = [await letters.notify(letterTo(email)), await letters.notify(letterTo(email))];
  await enterLater(person);
  const inbox = bench.context("inbox");
  const scope = { personId: person, inboxDelivery: first.deliveryId };
  expect((await viewNotice(inbox, scope)).deliveryId).toBe(first.deliveryId);
  const seen = await transact(inbox.db, scope, async (trx) => ({
    role: (await sql<{ role: string }>`SELECT current_user AS role`.execute(trx)).rows[0]?.role,
    deliveries: (await trx.selectFrom("delivery").select("id").execute()).map(({ id }) => id),
    messages: (await trx.selectFrom("message").select("id").execute()).map(({ id }) => id),
    wraps: (await trx.selectFrom("key_wrap").select("holder").execute()).map(({ holder }) => holder),
    records: new Set(
      (await trx.selectFrom("evidence_record").select("delivery_id").execute()).map((row) => row.delivery_id),
    ),
  }));
  expect(seen).toEqual({
    role: "posthorn_inbox",
    deliveries: [first.deliveryId],
    messages: [first.messageId],
    wraps: [first.deliveryId],
    records: new Set([first.deliveryId]),
  });
  const strangers = [
    { personId: other, inboxDelivery: first.deliveryId },
    { personId: person },
    { inboxDelivery: first.deliveryId },
    // Nor is a link or a session of somebody else's worth anything here.
    { personId: other, inboxDelivery: first.deliveryId, presented: letters.digest.link(second.token) },
    {
      personId: person,
      inboxDelivery: "dlv_00000000000000000000000000",
      accountId: "acc_SEED0VANDEWALLE",
    },
  ];
  for (const each of strangers)
    expect(
      await transact(inbox.db, each, (trx) => trx.selectFrom("delivery").select("id").execute()),
    ).toEqual([]);
});

test("the portal's own role has none of it without becoming that role, and may not become collect", async () => {
  const email = "plain@example.be";
  const person = await someone({ email });
  const { deliveryId } = await letters.notify(letterTo(email));
  await enterLater(person);
  const { db } = bench.context("portal");
  const scope = { personId: person, inboxDelivery: deliveryId };
  expect(await transact(db, scope, (trx) => trx.selectFrom("delivery").select("id").execute())).toEqual([]);
  await expect(
    transact(db, scope, (trx) => sql`UPDATE delivery SET collected_at = clock.now()`.execute(trx)),
  ).rejects.toThrow(/permission denied/);
  await expect(
    transact(db, scope, (trx) => sql`SET LOCAL ROLE posthorn_collect`.execute(trx)),
  ).rejects.toThrow(/permission denied/);
  await expect(
    transact(db, scope, (trx) =>
      sql`INSERT INTO inbox_entry VALUES (${deliveryId}, ${person}, 'acc_SEED0VANDEWALLE', 'notice', clock.now())`.execute(
        trx,
      ),
    ),
  ).rejects.toThrow(/permission denied/);
  await expect(
    transact(bench.context("collect").db, scope, (trx) => sql`SET LOCAL ROLE posthorn_inbox`.execute(trx)),
  ).rejects.toThrow(/permission denied/);
});

test("who is registered keeps what he collected by his own setting, never longer than the evidence; others 60 days", async () => {
  const email = "keeper@example.be";
  const person = await someone({ email, days: 400 });
  const collected = { state: "collected", final_at: Temporal.Instant.from("2026-01-31T12:00:00Z") };
  const { deliveryId, token } = await letters.notify(letterTo(email));
  const unregistered = await letters.notify(letterTo("nobody@example.be"), collected);
  await enterLater(person);
  await bench
    .context("worker")
    .db.updateTable("delivery")
    .set({ state: "collected", final_at: collected.final_at })
    .where("id", "=", deliveryId)
    .execute();
  const byInbox = await viewNotice(bench.context("inbox"), { personId: person, inboxDelivery: deliveryId });
  expect(byInbox.kept.registeredDays).toBe(400);
  expect(byInbox.kept.until?.toString()).toBe("2027-03-07");
  const byLink = await viewNotice(bench.context("collect"), { presented: letters.digest.link(token) });
  expect(byLink.kept.until, "the same whichever way he came").toEqual(byInbox.kept.until);
  const { lines } = await listInbox(bench.context("portal"), { personId: person });
  expect(lines[0]?.keptUntil?.toString()).toBe("2027-03-07");
  const other = { presented: letters.digest.link(unregistered.token) };
  expect((await viewNotice(bench.context("collect"), other)).kept).toMatchObject({ registeredDays: null });
  expect((await viewNotice(bench.context("collect"), other)).kept.until?.toString()).toBe("2026-04-01");
});

test("the list goes on where the page before ended, and names no sender who is shown only after acceptance", async () => {
  const email = "many@example.be";
  const person = await someone({ email });
  const sent = [];
  for (let at = 0; at < 27; at += 1) sent.push((await letters.notify(letterTo(email))).deliveryId);
  await sql`UPDATE message SET sender_shown = 'after' WHERE id IN (SELECT message_id FROM delivery WHERE id = ${sent[0] ?? ""})`.execute(
    bench.context("owner").db,
  );
  expect(await enterLater(person)).toBe(27);
  const first = await listInbox(bench.context("portal"), { personId: person });
  expect(first.lines).toHaveLength(25);
  const second = await listInbox(bench.context("portal"), { personId: person }, first.next ?? "");
  expect(second.next).toBeNull();
  expect(await listInbox(bench.context("portal"), { personId: person }, second.previous ?? "")).toEqual(
    first,
  );
  await expect(listInbox(bench.context("portal"), { personId: person }, "nonsense")).rejects.toMatchObject({
    code: "cursor_invalid",
  });
  const all = [...first.lines, ...second.lines];
  expect(all.map((line) => line.deliveryId).toSorted()).toEqual(sent.toSorted());
  expect(all.filter((line) => line.sender === null).map((line) => line.deliveryId)).toEqual([sent[0]]);
});
