import { sql } from "@posthorn/db";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
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

const { owner, today, book, pathOf, openAs, rowOf, eventsOf, send, choose, complete, lastLetter } =
  requestVisits(() => ({
    bench,
    desk,
    officer,
  }));

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
