import { sql } from "@posthorn/db";
import { brusselsDay, extendedDueOn, requestDueOn, senderDecidesBy, startOfDay } from "@posthorn/domain";
import { createVerbBench, samplePdf, type VerbBench } from "@posthorn/testkit";
import { sweep } from "@posthorn/usecases";
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
let auditor: StaffVisitor;

beforeAll(async () => {
  bench = await createVerbBench();
  desk = await startBackoffice(bench);
  officer = await enrolStaff(bench, desk, ["privacy_officer"]);
  auditor = await enrolStaff(bench, desk, ["auditor"]);
  await officer.signIn();
  await auditor.signIn();
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
  upload,
  send,
  end,
  find,
  choose,
  complete,
  tellAndDecide,
  exportOf,
  unzip,
  lastLetter,
} = requestVisits(() => ({ bench, desk, officer }));

test("a letter is booked in with what it says; nothing is taken that says nothing", async () => {
  const page = await officer.visitor.open(`${desk.url}/privacy/book-request`);
  const tomorrow = today().add({ days: 1 }).toString();
  const empty = await officer.visitor.press(page, "Book it in", {
    words: "Geef mij alles",
    received_on: tomorrow,
    on_behalf_name: "Mr Claes",
  });
  expect(empty.status).toBe(400);
  for (const field of ["kind", "name", "language", "received_on", "postal_address", "on_behalf_authority"])
    expect(empty.document.querySelector(`#${field}-error`), field).not.toBeNull();
  expect(empty.document.querySelector<HTMLTextAreaElement>("#words")?.value).toBe("Geef mij alles");
  const id = await book({ received_on: "2026-01-31", words: "Geef mij alles" });
  const row = await rowOf(id);
  expect(row).toMatchObject({
    channel: "letter",
    state: "identity",
    identity: "open",
    complete_at: null,
    due_on: null,
  });
  expect(row.received_at.equals(startOfDay(Temporal.PlainDate.from("2026-01-31")))).toBe(true);
  const shown = await openAs(auditor, id);
  expect(shown.text).toContain("Geef mij alles");
  // Of a letter the day is known and not the hour.
  expect(shown.text).toContain("31 January 2026");
  expect(shown.text).not.toContain("00.00");
  expect((await officer.visitor.open(`${desk.url}/privacy/requests`)).text).not.toContain("00.00");
  expect(shown.text).toContain("Only the privacy desk acts here.");
  expect(shown.document.querySelector("form[action*='/privacy/']")).toBeNull();
});

test("a complaint needs no identity: its month runs from its receipt, and is not extended", async () => {
  const day = today().subtract({ days: 5 });
  const id = await book({ kind: "complaint", words: "Too slow", received_on: day.toString() });
  const row = await rowOf(id);
  expect(row.state).toBe("open");
  expect(row.due_on?.equals(requestDueOn(startOfDay(day)))).toBe(true);
  const page = await openAs(officer, id);
  expect(page.text).not.toContain("Two months more");
  const wordless = await officer.visitor.press(page, "Answer", { answer: "granted", words: "" });
  expect(wordless.status).toBe(400);
  const done = await officer.visitor.press(wordless, "Answer", {
    answer: "granted",
    words: "U hebt gelijk.",
  });
  expect(done.text).toContain("The request is answered");
  expect(await rowOf(id)).toMatchObject({
    state: "answered",
    answer: "granted",
    answer_words: "U hebt gelijk.",
  });
  expect((await rowOf(id)).carried_out_at).not.toBeNull();
});

test("R12 identity document: the copy goes in the act that judges it, fits or not, its file is listed for removal and the journal names it", async () => {
  const id = await book();
  const without = await officer.post(`${pathOf(id)}/identity`, { verdict: "fits" });
  expect(without.status).toBe(409);
  for (const verdict of ["not", "fits"]) {
    await upload(id, "identity_document", samplePdf());
    const file = await owner()
      .selectFrom("rights_request_file")
      .selectAll()
      .where("request_id", "=", id)
      .executeTakeFirstOrThrow();
    expect(file).toMatchObject({ kind: "identity_document", media_type: "application/pdf" });
    const before = await openAs(officer, id);
    const undecided = await officer.visitor.press(before, "Decide and destroy the copy");
    expect(undecided.status).toBe(400);
    await officer.visitor.press(undecided, "Decide and destroy the copy", { verdict });
    expect(
      await owner().selectFrom("rights_request_file").select("id").where("request_id", "=", id).execute(),
    ).toEqual([]);
    expect(
      await owner()
        .selectFrom("blob_removal")
        .select("blob_id")
        .where("blob_id", "=", file.blob_id)
        .execute(),
    ).toHaveLength(1);
    expect(
      await owner()
        .selectFrom("erasure_journal")
        .select(["rule", "kind"])
        .where("subject_id", "=", file.id)
        .execute(),
    ).toEqual([{ rule: "R12", kind: "identity_document" }]);
    if (verdict === "not")
      expect(await rowOf(id)).toMatchObject({ state: "identity", identity: "failed", due_on: null });
    else {
      const row = await rowOf(id);
      expect(row).toMatchObject({ state: "open", identity: "document" });
      // The month runs from when the paper came in, not from when it was looked at.
      expect(row.complete_at?.equals(startOfDay(file.arrived_on))).toBe(true);
      expect(row.due_on?.equals(requestDueOn(startOfDay(file.arrived_on)))).toBe(true);
    }
  }
  expect(await eventsOf(id)).toEqual([
    "booked",
    "file_added",
    "identity_failed",
    "letter",
    "file_added",
    "identified",
  ]);
});

test("on behalf of another nothing is complete without the authority", async () => {
  const id = await book({ on_behalf_name: "Mr Claes", on_behalf_authority: "Lawyer" });
  await upload(id, "identity_document", samplePdf());
  const page = await openAs(officer, id);
  const refused = await officer.visitor.press(page, "Decide and destroy the copy", { verdict: "fits" });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("The authority is missing");
  await upload(id, "authority", samplePdf());
  await officer.visitor.press(await openAs(officer, id), "Decide and destroy the copy", { verdict: "fits" });
  expect((await rowOf(id)).state).toBe("open");
  const files = await owner()
    .selectFrom("rights_request_file")
    .select("kind")
    .where("request_id", "=", id)
    .execute();
  expect(files).toEqual([{ kind: "authority" }]);
  // By code he has shown who he is, and the authority is all that lacks.
  const form = await book({ on_behalf_name: "Mr Claes", on_behalf_authority: "Lawyer" });
  await owner()
    .updateTable("rights_request")
    .set({ identity: "codes", identified_at: Temporal.Now.instant() })
    .where("id", "=", form)
    .execute();
  expect((await officer.post(`${pathOf(form)}/authority`)).status).toBe(409);
  await upload(form, "authority", samplePdf());
  await officer.visitor.press(await openAs(officer, form), "Accept the authority");
  expect((await rowOf(form)).state).toBe("open");
});

test("a paper is kept as ciphertext for the desk, comes back as it was, and what is no paper is refused", async () => {
  const id = await book();
  const pdf = samplePdf();
  expect((await upload(id, "letter", pdf, '../x"<b>.pdf')).status).toBe(303);
  const file = await owner()
    .selectFrom("rights_request_file")
    .selectAll()
    .where("request_id", "=", id)
    .executeTakeFirstOrThrow();
  for (const who of [officer, auditor]) {
    const answer = await who.visitor.fetch(`${desk.url}${pathOf(id)}/files/${file.id}`);
    expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
  }
  expect((await eventsOf(id)).filter((event) => event === "file_opened")).toHaveLength(2);
  for (const [bytes, name, words] of [
    [Buffer.from("MZ\u0090program"), "x.exe", "damaged"],
    [Buffer.from("hello"), "x.txt", "Only PDF, PNG and JPEG"],
    [samplePdf(1, { locked: true }), "locked.pdf", "password"],
  ] as const) {
    const answer = await upload(id, "letter", bytes, name);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(new RegExp(`${words}|Only PDF`));
  }
  expect(
    await owner().selectFrom("rights_request_file").select("id").where("request_id", "=", id).execute(),
  ).toHaveLength(1);
  const other = await book();
  expect((await officer.visitor.fetch(`${desk.url}${pathOf(other)}/files/${file.id}`)).status).toBe(404);
});

test("two of one name and two at one address are shown apart, and only what was chosen is exported", async () => {
  const email = "huis@peeters.example";
  const at = Temporal.Now.instant().round("millisecond");
  const his = await send({ name: "Peeters", first_names: "Jan", email, mobile: "+32470111111" }, at);
  const hers = await send({ name: "Janssens", first_names: "Els", email, mobile: "+32470222222" }, at);
  const namesake = await send(
    { name: "Peeters", first_names: "Jan", email: "another@peeters.example", mobile: "+32470333333" },
    at,
  );
  const id = await complete();
  const found = await find(id, { email });
  for (const words of ["Jan Peeters", "Els Janssens", "+32470111111", "+32470222222"])
    expect(found.text).toContain(words);
  expect(found.text).not.toContain("another@peeters.example");
  expect((await find(id, { mobile: "0470333333" })).text).toContain("another@peeters.example");
  expect((await find(id, { email: "" })).status).toBe(400);
  expect((await find(id, { email: "nobody@example.com" })).text).toContain("Nothing was found");
  const looks = await owner()
    .selectFrom("staff_log")
    .select("reason")
    .where("act", "=", "rights_person_looked_up")
    .where("subject", "=", id)
    .execute();
  expect(looks.map(({ reason }) => reason)).toEqual(["email", "mobile", "email"]);
  expect((await choose(id, [his, hers])).status).toBe(409);
  expect((await choose(id, [his, "dlv_0"])).status).toBe(409);
  expect((await choose(id, [his], { person: "per_0" })).status).toBe(409);
  expect((await choose(id, [his])).status).toBe(303);
  await tellAndDecide(id, "granted");
  await officer.visitor.press(await openAs(officer, id), "Answer", { answer: "granted" });
  const early = await officer.visitor.press(await openAs(officer, id), "Carry out and write");
  expect(early.status).toBe(409);
  expect(early.text).toContain("Make the export first.");
  const zip = await exportOf(id);
  const held = await unzip(zip);
  if (held !== null) {
    expect(Object.keys(held).toSorted()).toEqual([`letters/${his}/letter.json`, "overview.pdf"]);
    const all = Object.values(held).join("\n");
    expect(all).toContain("+32470111111");
    for (const others of ["Janssens", "+32470222222", hers, namesake, "another@"])
      expect(all).not.toContain(others);
  }
  const done = await officer.visitor.press(await openAs(officer, id), "Carry out and write");
  expect(done.text).toContain("It is carried out");
  expect((await rowOf(id)).carried_out_at).not.toBeNull();
});

test("what a sender has not released is not exported, evidence of ours is", async () => {
  const his = await send(
    { name: "Peeters", first_names: "Jan", email: "rel@peeters.example", mobile: "+32470444444" },
    Temporal.Now.instant().round("millisecond"),
  );
  const id = await complete({ kind: "portability" });
  await choose(id, [his]);
  const untold = await officer.visitor.press(await openAs(officer, id), "Answer", { answer: "granted" });
  expect(untold.text).toContain("Tell the senders of the chosen messages first.");
  await officer.visitor.press(await openAs(officer, id), "Tell the senders");
  const told = await owner()
    .selectFrom("rights_request_sender")
    .selectAll()
    .where("request_id", "=", id)
    .executeTakeFirstOrThrow();
  const { due_on } = await rowOf(id);
  expect(due_on && told.decide_by.equals(senderDecidesBy(told.told_at, due_on))).toBe(true);
  expect(
    await owner()
      .selectFrom("person_errand")
      .select("kind")
      .where("kind", "=", "rights_asked_of_sender")
      .execute(),
  ).not.toHaveLength(0);
  const undecided = await officer.visitor.press(await openAs(officer, id), "Answer", { answer: "granted" });
  expect(undecided.text).toContain("A sender has still time to decide.");
  expect((await choose(id, [])).status).toBe(409);
  await owner()
    .updateTable("rights_request_sender")
    .set({ decision: "refused" })
    .where("request_id", "=", id)
    .execute();
  await officer.visitor.press(await openAs(officer, id), "Answer", {
    answer: "granted_in_part",
    grounds: "sender_refused",
  });
  const held = await unzip(await exportOf(id));
  if (held !== null) {
    const letter = JSON.parse(held[`letters/${his}/letter.json`] ?? "{}") as Record<string, unknown>;
    expect(letter["as_stated_by_the_sender"]).toBeNull();
    expect(letter["evidence"]).not.toBeNull();
    expect(held[`letters/${his}/letter.json`]).not.toContain("+32470444444");
  }
});

test("an account holder's export holds his own account and nobody else's", async () => {
  const id = await complete({ name: "Maes", first_names: "Lotte" });
  const lotte = await owner()
    .selectFrom("person")
    .selectAll()
    .where("id", "=", "per_SEED0LOTTEMAES")
    .executeTakeFirstOrThrow();
  const found = await find(id, { email: lotte.email });
  expect(found.text).toContain(lotte.email);
  expect((await choose(id, [], { person: lotte.id })).status).toBe(303);
  expect((await openAs(officer, id)).text).toContain(lotte.email);
  const held = await unzip(await exportOf(id));
  if (held !== null) {
    expect(JSON.parse(held["person.json"] ?? "{}")).toMatchObject({
      person: { id: lotte.id, email: lotte.email },
    });
    expect(Object.keys(held)).toContain("uses.jsonl");
    const others = await owner().selectFrom("person").select("email").where("id", "<>", lotte.id).execute();
    for (const { email } of others) expect(Object.values(held).join("\n")).not.toContain(email);
  }
});

test("erasure waits for what is on its way, says so, and then takes what the sender let go, and not what is held", async () => {
  const finalAt = Temporal.Now.instant().round("millisecond");
  const ended = await send(
    { name: "Peeters", first_names: "Jan", email: "weg@peeters.example", mobile: "+32470555555" },
    finalAt,
  );
  const flying = await send({
    name: "Peeters",
    first_names: "Jan",
    email: "weg@peeters.example",
    mobile: "+32470555555",
  });
  const id = await complete({ kind: "erasure" });
  await choose(id, [ended, flying]);
  await tellAndDecide(id, "granted");
  expect((await openAs(officer, id)).text).toContain("It runs to its end first; the answer says so.");
  await officer.visitor.press(await openAs(officer, id), "Answer", {
    answer: "granted_in_part",
    grounds: "legal_claims",
  });
  const waiting = await rowOf(id);
  expect(waiting).toMatchObject({ state: "waiting", answer: "granted_in_part", grounds: ["legal_claims"] });
  expect(waiting.kept_until?.equals(brusselsDay(finalAt).add({ months: 24 }))).toBe(true);
  const letter = await lastLetter(id);
  expect(letter).toMatchObject({
    keptUntil: waiting.kept_until?.toString(),
    waitsUntil: waiting.waiting_for,
  });
  expect((await officer.post(`${pathOf(id)}/carry-out`)).status).toBe(409);
  await sweep(bench.context("worker"));
  expect((await rowOf(id)).waiting_for).not.toBeNull();
  await end(flying, finalAt);
  await sweep(bench.context("worker"));
  expect((await rowOf(id)).waiting_for).toBeNull();
  expect(await eventsOf(id)).toContain("ready");
  await owner()
    .insertInto("legal_hold")
    .values({
      id: "hld_test",
      scope: "delivery",
      scope_id: flying,
      ground: "dispute",
      reason: "In court",
      asked_at: finalAt,
      state: "placed",
      decided_by: officer.id,
      decided_at: finalAt,
      ends_on: today().add({ days: 30 }),
    })
    .execute();
  const queue = await officer.visitor.open(`${desk.url}/privacy/requests?view=carry_out`);
  expect(queue.document.querySelector(`a[href='${pathOf(id)}']`)).not.toBeNull();
  await officer.visitor.press(await openAs(officer, id), "Carry out and write");
  const left = await owner()
    .selectFrom("delivery")
    .select(["id", "name"])
    .where("id", "in", [ended, flying])
    .execute();
  expect(left.find((each) => each.id === ended)?.name).toBe("");
  expect(left.find((each) => each.id === flying)?.name).toBe("Peeters");
  expect(
    await owner().selectFrom("erasure_journal").select("rule").where("subject_id", "=", ended).execute(),
  ).toContainEqual({ rule: "R7" });
  expect(await rowOf(id)).toMatchObject({ state: "answered" });
});

test("the term is extended once, with the reason told in the first month, from the request and not from the day that was clamped", async () => {
  const id = await complete();
  const short = await officer.visitor.press(await openAs(officer, id), "Extend and write", {
    reason: "busy",
  });
  expect(short.status).toBe(400);
  expect(short.document.querySelector<HTMLTextAreaElement>("#reason")?.value).toBe("busy");
  await officer.visitor.press(short, "Extend and write", { reason: "Wij zoeken in het archief." });
  const row = await rowOf(id);
  expect(row.complete_at && row.due_on?.equals(extendedDueOn(row.complete_at))).toBe(true);
  expect(await lastLetter(id)).toMatchObject({
    letter: "extension",
    until: row.due_on?.toString(),
    words: "Wij zoeken in het archief.",
  });
  expect((await officer.post(`${pathOf(id)}/extend`, { reason: "Nog eens twee maanden" })).status).toBe(409);
  const late = await complete();
  const past = Temporal.Now.instant().subtract({ hours: 24 * 40 });
  await owner()
    .updateTable("rights_request")
    .set({ complete_at: past, due_on: requestDueOn(past) })
    .where("id", "=", late)
    .execute();
  expect((await officer.post(`${pathOf(late)}/extend`, { reason: "Te laat gevraagd" })).status).toBe(409);
  const overdue = await openAs(officer, late);
  expect(overdue.text).toContain("Overdue by");
  const queue = await officer.visitor.open(`${desk.url}/privacy/requests`);
  expect(queue.text).toContain("One request is overdue. Answer it first.");
  expect(queue.document.querySelector("tbody a")?.getAttribute("href")).toBe(pathOf(late));
  expect((await officer.visitor.open(desk.url)).text).toContain("1 overdue");
});

test("an answer has grounds that fit, and its letter goes by mail only to an address that was shown to be his", async () => {
  const id = await complete({ kind: "objection", words: "Stop", email: "unproven@peeters.example" });
  const page = await openAs(officer, id);
  expect(page.document.querySelector("#grounds-legal_claims")).toBeNull();
  const none = await officer.visitor.press(page, "Answer", { answer: "refused" });
  expect(none.status).toBe(400);
  const strange = await officer.post(`${pathOf(id)}/answer`, { answer: "refused", grounds: "legal_claims" });
  expect(strange.status).toBe(400);
  await officer.visitor.press(none, "Answer", {
    answer: "refused",
    grounds: "compelling_grounds",
    words: "Zie artikel 21.",
  });
  expect(await rowOf(id)).toMatchObject({ state: "refused", grounds: ["compelling_grounds"] });
  const mailed = () =>
    owner().selectFrom("person_errand").selectAll().where("kind", "=", "rights_letter").execute();
  expect(await mailed()).toEqual([]);
  const after = await openAs(auditor, id);
  const href = after.document.querySelector("#history a")?.getAttribute("href") ?? "";
  const pdf = await auditor.visitor.fetch(desk.url + href);
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  expect((await officer.post(`${pathOf(id)}/answer`, { answer: "granted" })).status).toBe(409);
  const proven = await complete({ kind: "objection", words: "Stop", email: "proven@peeters.example" });
  await owner().updateTable("rights_request").set({ identity: "codes" }).where("id", "=", proven).execute();
  await officer.visitor.press(await openAs(officer, proven), "Answer", { answer: "granted" });
  expect(await mailed()).toMatchObject([{ to_email: "proven@peeters.example", to_language: "nl" }]);
});

test("who was not shown is refused for that alone, and his month never began", async () => {
  const id = await book();
  expect((await officer.post(`${pathOf(id)}/answer`, { answer: "granted" })).status).toBe(409);
  await officer.visitor.press(await openAs(officer, id), "Write the letter");
  expect(await lastLetter(id)).toMatchObject({ letter: "identity", name: "Jan Peeters" });
  await upload(id, "identity_document", samplePdf());
  await officer.visitor.press(await openAs(officer, id), "Answer", {
    answer: "refused",
    grounds: "not_identified",
  });
  expect(await rowOf(id)).toMatchObject({ state: "refused", due_on: null });
  expect(
    await owner().selectFrom("rights_request_file").select("id").where("request_id", "=", id).execute(),
  ).toEqual([]);
  const back = await book();
  await officer.visitor.press(await openAs(officer, back), "The person takes it back");
  const row = await rowOf(back);
  expect(row.state).toBe("withdrawn");
  // The five years of R14 run from then on.
  expect(row.answered_at).not.toBeNull();
});

test("restriction is placed for the addresses chosen, told of before it ends, and not lifted before that day", async () => {
  const his = await send({
    name: "Peeters",
    first_names: "Jan",
    email: "Beperkt@peeters.example",
    mobile: "+32470666666",
  });
  const id = await complete({ kind: "restriction" });
  await choose(id, [his]);
  await tellAndDecide(id, "granted");
  await officer.visitor.press(await openAs(officer, id), "Answer", { answer: "granted" });
  expect((await rowOf(id)).state).toBe("answered");
  await officer.visitor.press(await openAs(officer, id), "Carry out and write");
  const restricted = async () => {
    const { rows } = await sql<{
      is: boolean;
    }>`SELECT is_restricted_addressee('beperkt@PEETERS.example', 'peeters jan') AS is`.execute(owner());
    return rows[0]?.is;
  };
  expect(await restricted()).toBe(true);
  expect((await officer.post(`${pathOf(id)}/lift`)).status).toBe(409);
  await officer.visitor.press(await openAs(officer, id), "Tell the person that it ends");
  expect(await lastLetter(id)).toMatchObject({
    letter: "restriction_ends",
    until: today().add({ days: 6 }).toString(),
  });
  const early = await officer.visitor.press(await openAs(officer, id), "Lift it");
  expect(early.text).toContain("less than a week ago");
  await owner()
    .updateTable("processing_restriction")
    .set({ lift_told_at: Temporal.Now.instant().subtract({ hours: 24 * 8 }) })
    .where("request_id", "=", id)
    .execute();
  await officer.visitor.press(await openAs(officer, id), "Lift it");
  expect(await restricted()).toBe(false);
  expect((await officer.post(`${pathOf(id)}/tell-lift`)).status).toBe(409);
});

test("a rectification stands as a note beside the evidence, which stays as it was", async () => {
  const his = await send(
    { name: "Peeters", first_names: "Jan", email: "fout@peeters.example", mobile: "+32470777777" },
    Temporal.Now.instant().round("millisecond"),
  );
  const records = () =>
    owner()
      .selectFrom("evidence_record")
      .select(["id", "canonical"])
      .where("delivery_id", "=", his)
      .orderBy("seq")
      .execute();
  const before = await records();
  const id = await complete({ kind: "rectification", words: "Mijn naam is Pieters" });
  await choose(id, [his]);
  await tellAndDecide(id, "granted");
  await officer.visitor.press(await openAs(officer, id), "Answer", {
    answer: "granted_in_part",
    grounds: "accurate",
  });
  const empty = await officer.visitor.press(await openAs(officer, id), "Carry out and write", { note: " " });
  expect(empty.status).toBe(400);
  await officer.visitor.press(empty, "Carry out and write", { note: "De naam is Pieters." });
  const notes = await owner()
    .selectFrom("rectification_note")
    .select(["words", "noted_by"])
    .where("delivery_id", "=", his)
    .execute();
  expect(notes).toEqual([{ words: "De naam is Pieters.", noted_by: officer.id }]);
  expect(await records()).toEqual(before);
});
