import { sql } from "@posthorn/db";
import { requestDueOn, startOfDay } from "@posthorn/domain";
import { createVerbBench, samplePdf, type VerbBench } from "@posthorn/testkit";
import { decideAsSender, sweep } from "@posthorn/usecases";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  enrolStaff,
  type RunningBackoffice,
  type StaffVisitor,
  startBackoffice,
} from "../start.test-support.ts";
import { requestVisits } from "./requests.test-support.ts";

let bench: VerbBench;
let desk: RunningBackoffice;
let officer: StaffVisitor;

beforeAll(async () => {
  bench = await createVerbBench();
  desk = await startBackoffice(bench);
  officer = await enrolStaff(bench, desk, ["privacy_officer"]);
  await officer.signIn();
}, 60_000);
afterAll(async () => {
  await desk.close();
  await bench.close();
});

const {
  owner,
  today,
  book,
  pathOf,
  openAs,
  rowOf,
  eventsOf,
  send,
  choose,
  complete,
  upload,
  lastLetter,
  tellAndDecide,
} = requestVisits(() => ({ bench, desk, officer }));

const errandsOf = async (kind: "rights_code_letter" | "rights_sender_reminded") =>
  owner()
    .selectFrom("person_errand")
    .select(["to_email", "facts", "mailed_link_id"])
    .where("kind", "=", kind)
    .execute();

test("a code goes to an address that is known of whom the officer has chosen, and to no other", async () => {
  const id = await book({ email: "somebody@else.example" });
  const nobody = await openAs(officer, id);
  expect(nobody.text).toContain("Choose below whose data it is about");
  const delivery = await send({ name: "Peeters", first_names: "Jan", email: "jan@known.example" });
  expect((await choose(id, [delivery])).status).toBe(303);
  const page = await openAs(officer, id);
  expect(page.text).not.toContain("somebody@else.example (shown");
  const elsewhere = await officer.post(`${pathOf(id)}/send-code`, { address: "somebody@else.example" });
  expect(elsewhere.status).toBe(409);
  expect(await errandsOf("rights_code_letter")).toEqual([]);
  const sent = await officer.visitor.press(page, "Send the code", { address: "jan@known.example" });
  expect(sent.text).toContain("The code is on its way to the known address.");
  expect(sent.text).toContain("Code sent to the known address");
  expect(await rowOf(id)).toMatchObject({
    email: "jan@known.example",
    identity: "open",
    state: "identity",
    due_on: null,
  });
  const [mail] = await errandsOf("rights_code_letter");
  expect(mail).toMatchObject({ to_email: "jan@known.example", facts: { code_for: id } });
  expect(mail?.mailed_link_id).not.toBeNull();
  // Anew: the tries begin again, the earlier code has ended.
  await sql`UPDATE rights_request_code SET attempts = 5, code_hash = 'x' WHERE request_id = ${id}`.execute(
    owner(),
  );
  await officer.visitor.press(sent, "Send the code", { address: "jan@known.example" });
  expect(
    await owner()
      .selectFrom("rights_request_code")
      .select(["attempts", "code_hash", "used_at"])
      .where("request_id", "=", id)
      .execute(),
  ).toEqual([{ attempts: 0, code_hash: null, used_at: null }]);
  expect(await eventsOf(id)).toEqual(["booked", "subject_chosen", "code_sent", "code_sent"]);
  await sql`UPDATE rights_request SET state = 'withdrawn' WHERE id = ${id}`.execute(owner());
  expect((await officer.post(`${pathOf(id)}/send-code`, { address: "jan@known.example" })).status).toBe(409);
});

test("a sender is reminded once, three days before his term ends; the first page says loudly who let it pass", async () => {
  const id = await complete();
  const delivery = await send({ name: "Peeters", first_names: "Jan", email: "jan@known.example" });
  await choose(id, [delivery]);
  await officer.visitor.press(await openAs(officer, id), "Tell the senders");
  const move = (days: number, told = 5) =>
    sql`UPDATE rights_request_sender SET decide_by = ${today().add({ days })}, told_at = clock.now() - make_interval(days => ${told})
      WHERE request_id = ${id}`.execute(owner());
  const worker = bench.context("worker");
  await move(4);
  await sweep(worker);
  expect(await errandsOf("rights_sender_reminded")).toEqual([]);
  // Told today with three days to go: that mail is reminder enough.
  await move(3, 0);
  await sweep(worker);
  expect(await errandsOf("rights_sender_reminded")).toEqual([]);
  await move(3);
  await sweep(worker);
  await sweep(worker);
  const mails = await errandsOf("rights_sender_reminded");
  expect(mails).toHaveLength(1);
  expect(mails[0]?.facts).toMatchObject({ decide_by: today().add({ days: 3 }).toString(), right: "access" });
  expect((await eventsOf(id)).filter((event) => event === "sender_reminded")).toHaveLength(1);
  expect((await officer.visitor.open(desk.url)).text).not.toContain("has not decided in time");
  await move(-1);
  expect((await officer.visitor.open(desk.url)).text).toContain(
    "One request waits for a sender who has not decided in time.",
  );
  await sql`UPDATE rights_request SET due_on = ${today().subtract({ days: 1 })} WHERE id = ${id}`.execute(
    owner(),
  );
  expect((await officer.visitor.open(desk.url)).text).toContain("One request is overdue. Answer it first.");
});

test("an account holder whose erasure is granted is told in the letter how he closes his account himself", async () => {
  const answered = async (person: string | null) => {
    const id = await complete({ kind: "erasure", name: "Claes", first_names: "Nele" });
    if (person !== null) expect((await choose(id, [], { person })).status).toBe(303);
    await officer.visitor.press(await openAs(officer, id), "Answer", { answer: "granted" });
    return lastLetter(id);
  };
  expect(await answered("per_SEED0NELECLAES")).toMatchObject({ letter: "answer", holdsAccount: true });
  expect(await answered(null)).not.toHaveProperty("holdsAccount");
});

test("the month runs from the day on which the last paper came in, not from its scanning", async () => {
  const day = (back: number) => today().subtract({ days: back });
  const id = await book({
    received_on: day(20).toString(),
    on_behalf_name: "Els Claes",
    on_behalf_authority: "Volmacht",
  });
  for (const wrong of ["", day(-1).toString(), today().subtract({ years: 1, days: 1 }).toString()])
    expect((await upload(id, "identity_document", samplePdf(), "scan.pdf", wrong)).status, wrong).toBe(400);
  await upload(id, "identity_document", samplePdf(), "scan.pdf", day(12).toString());
  await upload(id, "authority", samplePdf(), "scan.pdf", day(9).toString());
  await officer.visitor.press(await openAs(officer, id), "Decide and destroy the copy", { verdict: "fits" });
  const row = await rowOf(id);
  expect(row.complete_at?.equals(startOfDay(day(9)))).toBe(true);
  expect(row.due_on?.equals(requestDueOn(startOfDay(day(9))))).toBe(true);
  const late = await officer.visitor.open(`${desk.url}/privacy/book-request`);
  const typed = { received_on: today().subtract({ years: 1, days: 1 }).toString() };
  expect((await officer.visitor.press(late, "Book it in", typed)).text).toContain("more than a year ago");
});

test("who asked by letter and never shows who he is, is reminded halfway and closed after the term, each with a letter", async () => {
  const worker = bench.context("worker");
  const asked = (id: string, days: number, reminded?: number) =>
    sql`UPDATE rights_request SET identity_asked_at = clock.now() - make_interval(days => ${days}),
      identity_reminded_at = CASE WHEN ${reminded ?? null}::int IS NULL THEN identity_reminded_at ELSE clock.now() - make_interval(days => ${reminded ?? 0}) END
      WHERE id = ${id}`.execute(owner());
  const never = await book();
  const id = await book();
  await upload(id, "identity_document", samplePdf());
  await officer.visitor.press(await openAs(officer, id), "Decide and destroy the copy", { verdict: "not" });
  // What does not fit is asked for anew, with its term.
  expect(await lastLetter(id)).toMatchObject({
    letter: "identity",
    until: today().add({ days: 30 }).toString(),
  });
  await asked(id, 14);
  await sweep(worker);
  expect(await eventsOf(id)).not.toContain("identity_reminded");
  await asked(id, 16);
  await sweep(worker);
  await sweep(worker);
  expect((await eventsOf(id)).filter((event) => event === "identity_reminded")).toHaveLength(1);
  expect(await lastLetter(id)).toMatchObject({
    letter: "identity_reminder",
    until: today().add({ days: 15 }).toString(),
  });
  const queue = () => officer.visitor.open(`${desk.url}/privacy/requests?view=carry_out`);
  expect((await queue()).text).toContain("A letter is to be saved and posted");
  const href = (await openAs(officer, id)).document.querySelector("#history a")?.getAttribute("href") ?? "";
  expect((await officer.visitor.fetch(desk.url + href)).headers.get("content-type")).toBe("application/pdf");
  expect((await queue()).text).not.toContain("A letter is to be saved and posted");
  // The last day of the term, and of the days that a reminder leaves, is kept whole.
  await asked(id, 30, 20);
  await sweep(worker);
  await asked(id, 40, 15);
  await sweep(worker);
  expect((await rowOf(id)).state).toBe("identity");
  await asked(id, 31, 16);
  const paper = await upload(id, "identity_document", samplePdf());
  expect(paper.status).toBe(303);
  await sweep(worker);
  expect((await rowOf(id)).state).toBe("identity");
  await owner().deleteFrom("rights_request_file").where("request_id", "=", id).execute();
  await sweep(worker);
  const closed = await rowOf(id);
  expect(closed).toMatchObject({
    state: "refused",
    answer: "refused",
    grounds: ["not_identified"],
    due_on: null,
  });
  // Its five years run (R14), and its letter is to be posted.
  expect(closed.answered_at).not.toBeNull();
  expect(await lastLetter(id)).toMatchObject({ letter: "answer", grounds: ["not_identified"] });
  expect((await queue()).document.querySelector(`a[href='${pathOf(id)}']`)).not.toBeNull();
  expect(await rowOf(never)).toMatchObject({ state: "identity", identity_reminded_at: null });
});

test("a sender's silence is no yes, and whose account is closed is not waited for: the letter says both", async () => {
  const id = await complete();
  const delivery = await send({ name: "Peeters", first_names: "Jan", email: "jan@silent.example" });
  await choose(id, [delivery]);
  await officer.visitor.press(await openAs(officer, id), "Tell the senders");
  const { rows } = await sql<{ account: string; name: string }>`
    UPDATE rights_request_sender s SET decide_by = ${today().subtract({ days: 1 })} FROM account a
    WHERE s.request_id = ${id} AND a.id = s.account_id RETURNING a.id AS account, a.name`.execute(owner());
  const [sender] = rows;
  const answer = async (to: string, given: Readonly<Record<string, string>>) =>
    officer.visitor.press(await openAs(officer, to), "Answer", given);
  expect((await answer(id, { answer: "granted" })).text).toContain("has not answered or is gone");
  await answer(id, { answer: "granted_in_part", grounds: "sender_silent" });
  expect(await lastLetter(id)).toMatchObject({
    answer: "granted_in_part",
    senders: [{ name: sender?.name, is: "silent", by: today().subtract({ days: 1 }).toString() }],
  });
  const hers = await send({ name: "Claes", first_names: "Nele", email: "nele.claes@post.example" });
  await sql`UPDATE account SET status = 'closed', closed_at = clock.now() WHERE id = ${sender?.account}`.execute(
    owner(),
  );
  const gone = await complete();
  await choose(gone, [delivery]);
  const page = await openAs(officer, gone);
  expect(page.text).toContain("account closed: not asked, not waited for");
  expect(page.text).not.toContain("Tell the senders");
  expect((await officer.post(`${pathOf(gone)}/senders`)).status).toBe(409);
  await answer(gone, { answer: "granted_in_part", grounds: "sender_gone" });
  expect(await lastLetter(gone)).toMatchObject({ senders: [{ name: sender?.name, is: "gone" }] });
  // Where no sender is told, the answer asks whether an account holder is meant.
  const restriction = await complete({ kind: "restriction", name: "Claes", first_names: "Nele" });
  await choose(restriction, [hers]);
  const refused = await answer(restriction, { answer: "granted_in_part", grounds: "sender_gone" });
  expect(refused.text).toContain("An account holder has this name and address.");
  expect((await rowOf(restriction)).state).toBe("open");
  await sql`UPDATE account SET status = 'active', closed_at = NULL WHERE id = ${sender?.account}`.execute(
    owner(),
  );
});

test("a restriction of an address is of his name alone: who else reads that mailbox is not touched, and officer and letter say so", async () => {
  const email = "Shared@häushold.example";
  const his = await send({ name: "Peeters", first_names: "Jan", email });
  const id = await complete({ kind: "restriction" });
  await choose(id, [his]);
  await sql`INSERT INTO rights_request_sender (request_id, account_id, delivery_ids, told_at, decide_by, decision)
    SELECT ${id}, account_id, ARRAY[id], clock.now(), ${today()}, 'granted' FROM delivery WHERE id = ${his}`.execute(
    owner(),
  );
  await officer.visitor.press(await openAs(officer, id), "Answer", { answer: "granted" });
  const page = await openAs(officer, id);
  expect(page.text).toContain(`restricted is what is addressed to this name at ${email}`);
  await officer.visitor.press(page, "Carry out and write");
  expect(await lastLetter(id)).toMatchObject({ letter: "carried_out", addresses: [email] });
  const restricted = async (key: string) => {
    const { rows } = await sql<{
      is: boolean;
    }>`SELECT is_restricted_addressee(${email}, ${key}) AS is`.execute(owner());
    return rows[0]?.is;
  };
  expect(await restricted("peeters jan")).toBe(true);
  expect(await restricted("peeters an")).toBe(false);
  // Who has an account is restricted himself, and his mailbox is not.
  const nele = { email: "nele.claes@post.example", name: "Claes", first_names: "Nele" };
  const letter = await send(nele);
  const hers = await complete({ kind: "restriction", name: "Claes", first_names: "Nele" });
  await choose(hers, [letter]);
  const refused = await officer.visitor.press(await openAs(officer, hers), "Tell the senders");
  expect(refused.text).toContain("An account holder has this name and address.");
  await choose(hers, [letter], { person: "per_SEED0NELECLAES" });
  await tellAndDecide(hers, "granted");
  await officer.visitor.press(await openAs(officer, hers), "Answer", { answer: "granted" });
  await officer.visitor.press(await openAs(officer, hers), "Carry out and write");
  expect(await lastLetter(hers)).not.toHaveProperty("addresses");
  expect(
    await owner()
      .selectFrom("processing_restriction")
      .select(["person_id", "email_key"])
      .where("request_id", "=", hers)
      .execute(),
  ).toEqual([{ person_id: "per_SEED0NELECLAES", email_key: null }]);
  const { rows } = await sql<{ hers: boolean; others: boolean }>`
    SELECT is_restricted_addressee(${nele.email}, 'claes nele') AS hers, is_restricted_addressee(${nele.email}, 'claes jef') AS others`.execute(
    owner(),
  );
  expect(rows).toEqual([{ hers: true, others: false }]);
});

test("letters beyond the latest events are reached by a cursor, and each is saved however old it is", async () => {
  const id = await book();
  await officer.visitor.press(await openAs(officer, id), "Write the letter");
  const letter = async (path: string) =>
    (await officer.visitor.open(desk.url + path)).document
      .querySelector("#history a[download]")
      ?.getAttribute("href") ?? null;
  const href = await letter(pathOf(id));
  await sql`INSERT INTO rights_request_event (request_id, at, event) SELECT ${id}, clock.now(), 'file_opened' FROM generate_series(1, 205)`.execute(
    owner(),
  );
  expect(await letter(pathOf(id))).toBeNull();
  const page = await openAs(officer, id);
  const earlier = [...page.document.querySelectorAll("#history a")].find(
    ({ textContent }) => textContent === "Earlier events",
  );
  expect(await letter(earlier?.getAttribute("href") ?? "")).toBe(href);
  expect((await officer.visitor.fetch(desk.url + (href ?? ""))).status).toBe(200);
  expect(
    (await officer.visitor.fetch(`${desk.url}${pathOf(await book())}/letters/${href?.split("/").at(-1)}`))
      .status,
  ).toBe(404);
});

test("of a grant and a withdrawal at once the first holds: what was taken back is not erased by a grant that comes after", async () => {
  const { deliveryIds } = await bench.submit();
  await sql`UPDATE delivery SET state = 'collected', final_at = clock.now() WHERE id = ANY (${deliveryIds})`.execute(
    owner(),
  );
  const at = Temporal.Now.instant().round("millisecond");
  const ask = async (id: string) => {
    await owner()
      .insertInto("rights_request")
      .values({
        id,
        kind: "erasure",
        channel: "form",
        identity: "codes",
        name: "Peeters",
        language: "nl",
        received_at: at,
        complete_at: at,
        due_on: today().add({ months: 1 }),
        state: "open",
      })
      .execute();
    await owner()
      .insertInto("rights_request_sender")
      .values({
        request_id: id,
        account_id: "acc_SEED0VANDEWALLE",
        delivery_ids: deliveryIds,
        told_at: at,
        decide_by: today().add({ days: 14 }),
      })
      .execute();
  };
  const member = await owner()
    .selectFrom("member")
    .select(["id", "account_id", "person_id"])
    .where("person_id", "=", "per_SEED0LOTTEMAES")
    .where("account_id", "=", "acc_SEED0VANDEWALLE")
    .executeTakeFirstOrThrow();
  const grant = (requestId: string) =>
    decideAsSender(bench.context("portal"), {
      member: { accountId: member.account_id, memberId: member.id, personId: member.person_id },
      requestId,
      decision: "granted",
      words: "",
      visitor: { ip: "203.0.113.1", userAgent: "test", language: "en" },
      arrivedAt: at,
    });
  const erased = async () =>
    (
      await owner()
        .selectFrom("delivery")
        .select("id")
        .where("id", "in", [...deliveryIds])
        .where("addressee_erased_at", "is not", null)
        .execute()
    ).length;
  await ask("rrq_RACE1");
  let granting: Promise<unknown> = Promise.resolve();
  await owner()
    .transaction()
    .execute(async (trx) => {
      await trx
        .updateTable("rights_request")
        .set({ state: "withdrawn" })
        .where("id", "=", "rrq_RACE1")
        .execute();
      granting = grant("rrq_RACE1");
      granting.catch(() => {});
      // It stands and waits for this withdrawal, which it cannot see yet.
      for (;;) {
        const { rows } =
          await sql`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()
        AND query LIKE '%lock_told_request%' AND state = 'active'`.execute(owner());
        if (rows.length > 0) break;
      }
    });
  await expect(granting).rejects.toMatchObject({ code: "rights_request_final" });
  expect(await erased()).toBe(0);
  await ask("rrq_RACE2");
  expect(await grant("rrq_RACE2")).toBe("granted");
  expect(await erased()).toBe(deliveryIds.length);
  await sql`UPDATE rights_request SET state = 'withdrawn' WHERE id = 'rrq_RACE2'`.execute(owner());
  await expect(grant("rrq_RACE2")).rejects.toMatchObject({ code: "sender_has_decided" });
});
