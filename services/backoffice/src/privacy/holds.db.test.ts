import { sql } from "@posthorn/db";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { askHold } from "@posthorn/usecases";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  answerPage,
  enrolStaff,
  type RunningBackoffice,
  type StaffVisitor,
  startBackoffice,
} from "../start.test-support.ts";

const visitor = { ip: "203.0.113.9", userAgent: "test", language: "nl" };
const REASON = "Summons of 3 November before the justice of the peace";

let bench: VerbBench;
let desk: RunningBackoffice;
let one: StaffVisitor;
let other: StaffVisitor;
let auditor: StaffVisitor;

beforeAll(async () => {
  bench = await createVerbBench();
  desk = await startBackoffice(bench);
  one = await enrolStaff(bench, desk, ["privacy_officer"]);
  other = await enrolStaff(bench, desk, ["privacy_officer"]);
  auditor = await enrolStaff(bench, desk, ["auditor"]);
  for (const who of [one, other, auditor]) await who.signIn();
}, 60_000);
afterAll(async () => {
  await desk.close();
  await bench.close();
});

const owner = () => bench.context("owner").db;
const open = (who: StaffVisitor, path: string) => who.visitor.open(desk.url + path);
const inDays = (days: number) => Temporal.Now.plainDateISO("Europe/Brussels").add({ days }).toString();

async function asked(): Promise<{ readonly path: string; readonly deliveryId: string }> {
  const { deliveryIds } = await bench.submit();
  const deliveryId = deliveryIds[0] ?? "";
  const id = await askHold(bench.context("portal"), {
    asker: { ...TEST_SENDER, personId: "per_SEED0LOTTEMAES", role: "admin" },
    scope: "delivery",
    id: deliveryId,
    ground: "dispute",
    reason: REASON,
    visitor,
    arrivedAt: Temporal.Now.instant().round("millisecond"),
  });
  return { path: `/privacy/holds/${id}`, deliveryId };
}

test("a question waits in the list, is looked at whole, placed, renewed, and lifted by two", async () => {
  const { path, deliveryId } = await asked();
  const list = await open(one, "/privacy/holds");
  expect(list.text).toContain(deliveryId);
  const page = await open(one, path);
  for (const words of [REASON, "Immo Vandewalle bv", "Dispute", "Everything"])
    expect(page.text).toContain(words);
  const early = await one.visitor.press(page, "Place the hold", {
    ends_on: inDays(-1),
    words: "The case is named.",
  });
  expect(early.status).toBe(400);
  expect(early.text).toContain("tomorrow at the earliest");
  expect(early.document.querySelector("#words")?.textContent).toBe("The case is named.");
  const far = await one.visitor.press(early, "Place the hold", { ends_on: inDays(800), words: "" });
  expect(far.text).toContain("At most 24 months");
  const placed = await one.visitor.press(far, "Place the hold", { ends_on: inDays(90), words: "" });
  expect(placed.text).toContain("The hold is placed.");
  const twice = await one.visitor.press(page, "Place the hold", { ends_on: inDays(90), words: "" });
  expect(twice.status).toBe(409);
  const shorter = await one.visitor.press(placed, "Renew the hold", {
    new_end: inDays(80),
    reason: "Adjourned again",
  });
  expect(shorter.text).toContain("Later than the day it has now");
  const renewed = await one.visitor.press(placed, "Renew the hold", {
    new_end: inDays(120),
    reason: "Adjourned again",
  });
  expect(renewed.text).toContain("The hold is renewed.");
  const lift = await one.visitor.press(renewed, "Ask for its end", { lift_reason: "The parties settled" });
  expect(lift.text).toContain("You asked for it yourself");
  expect((await one.post(`${path}/lift/second`)).status).toBe(409);
  const lifted = await other.visitor.press(await open(other, path), "Agree and lift it");
  expect(lifted.text).toContain("The hold is lifted.");
  expect(lifted.document.querySelectorAll("#history tbody tr")).toHaveLength(5);
});

test("a refusal asks for words; the auditor sees everything and can do nothing", async () => {
  const { path } = await asked();
  const audited = await open(auditor, path);
  expect(audited.text).toContain("Only the privacy desk acts here.");
  expect((await auditor.post(`${path}/refuse`, { refusal: "No case is named." })).status).toBe(403);
  const page = await open(one, path);
  expect((await one.visitor.press(page, "Refuse", { refusal: "no" })).status).toBe(400);
  const refused = await one.visitor.press(page, "Refuse", { refusal: "No case is named." });
  expect(refused.text).toContain("Refused. Who asked is told by mail.");
});

test("the officer places a hold himself, by its id, and is told field by field what is wrong", async () => {
  const { deliveryIds } = await bench.submit();
  const page = await open(one, `/privacy/place-hold?scope=delivery&id=${deliveryIds[0] ?? ""}`);
  const wrong = await one.visitor.press(page, "Place the hold", { reason: "short" });
  expect(wrong.status).toBe(400);
  for (const words of ["Make a choice.", "Use at least 10 characters.", "Fill this in."])
    expect(wrong.text).toContain(words);
  const unknown = await one.visitor.press(page, "Place the hold", {
    id: "dlv_0",
    ground: "fraud",
    reason: "A report of the police",
    ends_on: inDays(30),
  });
  expect(unknown.text).toContain("There is nothing of this id, or it was erased.");
  const placed = await one.visitor.press(unknown, "Place the hold", { id: deliveryIds[0] ?? "" });
  expect(placed.text).toContain("The hold is placed.");
  expect(placed.text).toContain("The desk");
});

test("what is erased already is told to be too late", async () => {
  const { path, deliveryId } = await asked();
  await sql`UPDATE delivery SET state = 'expired', final_at = clock.now() - interval '25 months', chain_closed = true WHERE id = ${deliveryId}`.execute(
    owner(),
  );
  const page = await open(one, path);
  await sql`SELECT retention.erase_evidence(ARRAY[${deliveryId}])`.execute(bench.context("eraser").db);
  const late = await one.visitor.press(page, "Place the hold", { ends_on: inDays(90), words: "" });
  expect(late.status).toBe(409);
  expect(late.text).toContain("Too late");
  expect(late.text).toContain("Nothing: it was erased before");
});

test("a longer period counts at once; a shorter one waits for another officer, then for seven whole days", async () => {
  const list = await open(one, "/privacy/periods");
  expect(list.document.querySelectorAll("tbody tr")).toHaveLength(24);
  expect(list.text).toContain("Cannot be changed");
  const page = await open(one, "/privacy/periods/R9");
  const outside = await one.visitor.fetch(`${desk.url}/privacy/periods/R9?count=23`);
  expect(outside.status).toBe(400);
  expect(await outside.text()).toContain("Give a number from 24 to 120.");
  expect(page.text).toContain("24 months");
  const foreseen = await open(one, "/privacy/periods/R9?count=36");
  expect(foreseen.text).toContain("Longer: it counts as soon as you set it.");
  const set = await one.visitor.press(foreseen, "Set the period", { reason: "A claim may still be brought" });
  expect(set.text).toContain("Set. It counts from now on.");
  expect(set.document.querySelector("#rule")?.textContent).toContain("36 months");
  const shorter = await open(one, "/privacy/periods/R9?count=24");
  expect(shorter.text).toContain("items would be erased by the next night");
  const proposed = await one.visitor.press(shorter, "Propose it", { reason: "As the schedule says" });
  expect(proposed.text).toContain("It waits for another officer.");
  expect(proposed.text).toContain("You proposed it: another officer agrees.");
  const row = () =>
    owner()
      .selectFrom("retention_change")
      .select(["id", "seconded_at", "effective_at"])
      .where("shorter", "=", true)
      .orderBy("proposed_at", "desc")
      .executeTakeFirstOrThrow();
  const { id } = await row();
  expect((await one.post(`/privacy/periods/R9/${id}/second`)).status).toBe(409);
  const seconded = await other.visitor.press(await open(other, "/privacy/periods/R9"), "Agree");
  expect(seconded.text).toContain("It counts after seven whole days.");
  const { seconded_at: at, effective_at: from } = await row();
  expect((from?.since(at ?? from).total("hours") ?? 0) >= 168).toBe(true);
  expect(from?.toZonedDateTimeISO("Europe/Brussels").hour).toBe(0);
  expect(seconded.document.querySelector("#rule")?.textContent).toContain("36 months");
  const withdrawn = await one.visitor.press(await open(one, "/privacy/periods/R9"), "Withdraw");
  expect(withdrawn.text).toContain("Withdrawn. Nothing changes.");
  expect((await one.post(`/privacy/periods/R9/${id}/withdraw`)).status).toBe(409);
});

test("rules that the provider may not set have no page, and an account that nobody knows is told", async () => {
  for (const rule of ["R8.sender", "R10", "R99"])
    expect((await one.visitor.fetch(`${desk.url}/privacy/periods/${rule}`)).status).toBe(404);
  const unknown = await open(one, "/privacy/periods/R7?count=40&account=acc_0");
  expect(unknown.status).toBe(400);
  expect(unknown.text).toContain("There is no account of this id.");
  const known = await open(one, `/privacy/periods/R7?count=40&account=${TEST_SENDER.accountId}`);
  const proposed = await one.visitor.press(known, "Propose it", { reason: "Agreed with this sender" });
  expect(proposed.text).toContain("Immo Vandewalle bv");
  const unreasoned = await one.visitor.press(known, "Propose it", { reason: "" });
  expect(unreasoned.status).toBe(400);
});

test("typed words outlive a passkey that is asked for again", async () => {
  const { path } = await asked();
  const at = Temporal.Now.instant().round("millisecond").subtract({ hours: 1 });
  await owner().updateTable("staff_session").set({ fresh_at: at }).where("staff_id", "=", one.id).execute();
  const page = await open(one, path);
  const done = await answerPage(one, page, {
    act: "get",
    action: "/refuse",
    values: { refusal: "No case is named." },
  });
  expect(done.text).toContain("Refused. Who asked is told by mail.");
});
