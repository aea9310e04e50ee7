import { clockNow, openDatabase, sql } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { newId } from "@posthorn/runtime";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StaffReader } from "../staff/authorise-staff.ts";
import { askHold } from "./ask-hold.ts";
import { endHolds } from "./end-holds.ts";
import { keepContent } from "./keep-content.ts";
import { askLift, confirmLift, withdrawLift } from "./lift-hold.ts";
import { listHolds } from "./list-holds.ts";
import { listOwnHolds } from "./own-holds.ts";
import { placeAskedHold, placeOwnHold, refuseHold } from "./place-hold.ts";
import { renewHold } from "./renew-hold.ts";
import { viewHold } from "./view-hold.ts";
import { viewKeptDelivery, viewKeptMessage } from "./view-kept.ts";

const ROUNDS = process.env["POSTHORN_LONG"] === "1" ? 400 : 12;
const visitor = { ip: "203.0.113.9", userAgent: "test", language: "nl" };
const LOTTE = { ...TEST_SENDER, personId: "per_SEED0LOTTEMAES", role: "admin" as const };
const WISH = { ground: "dispute", reason: "Summons of 3 November before the justice of the peace" };

let bench: VerbBench;
let one: StaffReader;
let other: StaffReader;

beforeAll(async () => {
  bench = await createVerbBench();
  one = await officer();
  other = await officer();
});
afterAll(() => bench.close());

const owner = () => bench.context("owner").db;
const desk = () => bench.context("backoffice");
const portal = () => bench.context("portal");

async function officer(roles: StaffReader["staff"]["roles"] = ["privacy_officer"]): Promise<StaffReader> {
  const at = await clockNow(owner());
  const id = newId("stf", at);
  await owner()
    .insertInto("staff")
    .values({
      id,
      email: `${id}@posthorn.example`.toLowerCase(),
      family_name: "Vermeulen",
      first_names: "Bo",
      language: "en",
      roles: [...roles],
      webauthn_handle: id,
      created_at: at,
      left_at: null,
    })
    .execute();
  return { staff: { staffId: id, roles, freshUntil: at.add({ hours: 10 }) }, visitor, arrivedAt: at };
}

const today = async () => (await clockNow(owner())).toZonedDateTimeISO("Europe/Brussels").toPlainDate();
const inDays = async (days: number) => (await today()).add({ days }).toString();

async function ask(id: string, scope: "delivery" | "message" | "account" = "delivery", given = {}) {
  return askHold(portal(), {
    asker: LOTTE,
    scope,
    id,
    ...WISH,
    visitor,
    arrivedAt: await clockNow(owner()),
    ...given,
  });
}

/** A delivery that ended so long ago that everything of it is due. */
async function dueDelivery(): Promise<string> {
  const { deliveryIds } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  await sql`UPDATE delivery SET state = 'expired', final_at = clock.now() - interval '25 months', chain_closed = true WHERE id = ${id}`.execute(
    owner(),
  );
  return id;
}

async function codeOf(doing: Promise<unknown>): Promise<string> {
  try {
    await doing;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return "done";
}

async function mailsOf(kind: string) {
  const rows = await owner()
    .selectFrom("person_errand")
    .select(["kind", "facts", "person_id"])
    .where("kind", "=", kind as never)
    .orderBy("id")
    .execute();
  return rows;
}

test("a hold is asked for, placed with an end, told by mail, and stands with all that happened", async () => {
  const { deliveryIds } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  const holdId = await ask(id);
  expect(await codeOf(ask(id))).toBe("hold_asked_already");
  expect((await viewKeptDelivery(portal(), LOTTE, id)).heldUntil).toBeNull();
  const endsOn = await inDays(300);
  await placeAskedHold(desk(), one, { holdId, endsOn, words: "" });
  expect(await codeOf(placeAskedHold(desk(), other, { holdId, endsOn, words: "" }))).toBe("hold_decided");
  const kept = await viewKeptDelivery(portal(), LOTTE, id);
  expect(kept.heldUntil?.toString()).toBe(endsOn);
  expect(kept.holds).toMatchObject([{ id: holdId, state: "placed", ground: "dispute", reason: WISH.reason }]);
  expect((await mailsOf("hold_placed")).at(-1)).toMatchObject({
    person_id: LOTTE.personId,
    facts: { ground: "dispute", delivery: id, until: endsOn },
  });
  const view = await viewHold(desk(), one, holdId);
  expect(view).toMatchObject({
    holds: true,
    subject: { label: "Immo Vandewalle bv", gone: false, deliveries: 1 },
  });
  expect(view.history.map(({ event, by }) => [event, by])).toEqual([
    ["asked", null],
    ["placed", "Bo Vermeulen"],
  ]);
  const { rows } = await sql<{ act: string }>`
    SELECT act FROM staff_log WHERE subject = ${holdId} ORDER BY id`.execute(owner());
  expect(rows.map(({ act }) => act)).toEqual(["hold_placed", "hold_viewed"]);
});

test("what is asked wrongly is told field by field, and what is another account's is not there", async () => {
  const { deliveryIds, messageId } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  await expect(ask(id, "delivery", { ground: "", reason: "no" })).rejects.toMatchObject({
    code: "hold_invalid",
    fields: [{ path: "ground", code: "choose" }, { path: "reason" }],
  });
  const stranger = { ...LOTTE, accountId: "acc_SEED0TOMJANSSENS", memberId: "mem_SEED0TOMJANSSENS" };
  expect(await codeOf(ask(id, "delivery", { asker: stranger }))).toBe("delivery_not_found");
  expect(await codeOf(ask(messageId, "message", { asker: stranger }))).toBe("message_not_found");
  expect(await codeOf(ask("", "account", { asker: { ...LOTTE, role: "user" } }))).toBe("not_an_admin");
  expect(await codeOf(viewKeptDelivery(portal(), stranger, id))).toBe("delivery_not_found");
  expect(await codeOf(viewKeptMessage(portal(), stranger, messageId))).toBe("message_not_found");
  await ask(id);
  expect((await listOwnHolds(portal(), stranger, {})).holds).toEqual([]);
});

test.each([
  [0, "hold_end_past"],
  [-1, "hold_end_past"],
  [740, "hold_end_far"],
])("an end %i days from today is not taken", async (days, code) => {
  const { deliveryIds } = await bench.submit();
  const holdId = await ask(deliveryIds[0] ?? "");
  await expect(
    placeAskedHold(desk(), one, { holdId, endsOn: await inDays(days), words: "" }),
  ).rejects.toMatchObject({ code: "hold_invalid", fields: [{ path: "ends_on", code }] });
});

test("a refusal has words for who asked; then it may be asked again", async () => {
  const { deliveryIds } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  const holdId = await ask(id);
  await expect(refuseHold(desk(), one, { holdId, words: "no" })).rejects.toMatchObject({
    fields: [{ path: "refusal", code: "too_short" }],
  });
  await refuseHold(desk(), one, { holdId, words: "No case is named." });
  expect((await mailsOf("hold_refused")).at(-1)?.facts).toMatchObject({ words: "No case is named." });
  expect(await codeOf(refuseHold(desk(), one, { holdId, words: "No case is named." }))).toBe("hold_decided");
  expect(await ask(id)).toMatch(/^hld_/);
});

test("only the privacy desk acts, with a passkey shown lately", async () => {
  const { deliveryIds } = await bench.submit();
  const holdId = await ask(deliveryIds[0] ?? "");
  const decision = { holdId, endsOn: await inDays(30), words: "" };
  const auditor = await officer(["auditor"]);
  expect(await codeOf(placeAskedHold(desk(), auditor, decision))).toBe("staff_role_missing");
  const stale = { ...one, staff: { ...one.staff, freshUntil: one.arrivedAt } };
  expect(await codeOf(placeAskedHold(desk(), stale, decision))).toBe("staff_not_fresh");
  expect((await viewHold(desk(), auditor, holdId)).state).toBe("asked");
  const operator = await officer(["postal_operator"]);
  expect(await codeOf(listHolds(desk(), operator, { state: "asked" }))).toBe("staff_role_missing");
});

test("a hold is renewed before its end with a reason, never shortened, and lifted by two different officers", async () => {
  const { messageId } = await bench.submit();
  const endsOn = await inDays(30);
  const holdId = await placeOwnHold(desk(), one, { scope: "message", id: messageId, ...WISH, endsOn });
  await expect(
    renewHold(desk(), one, { holdId, endsOn: await inDays(20), reason: "" }),
  ).rejects.toMatchObject({
    fields: [{ path: "reason" }, { path: "ends_on", code: "hold_end_not_later" }],
  });
  await renewHold(desk(), one, { holdId, endsOn: await inDays(60), reason: "The case was adjourned" });
  expect(await codeOf(confirmLift(desk(), one, holdId))).toBe("hold_lift_not_asked");
  await askLift(desk(), one, { holdId, reason: "The parties have settled" });
  expect(await codeOf(askLift(desk(), other, { holdId, reason: "The parties have settled" }))).toBe(
    "hold_lift_asked",
  );
  expect(await codeOf(confirmLift(desk(), one, holdId))).toBe("hold_lift_own");
  expect((await viewKeptMessage(portal(), LOTTE, messageId)).heldUntil).not.toBeNull();
  await withdrawLift(desk(), other, holdId);
  expect(await codeOf(confirmLift(desk(), other, holdId))).toBe("hold_lift_not_asked");
  await askLift(desk(), other, { holdId, reason: "The parties have settled" });
  await confirmLift(desk(), one, holdId);
  expect(await codeOf(confirmLift(desk(), one, holdId))).toBe("hold_not_placed");
  expect((await viewKeptMessage(portal(), LOTTE, messageId)).heldUntil).toBeNull();
  // The desk's own reason is not told to the sender.
  const { holds } = await listOwnHolds(portal(), LOTTE, {});
  expect(holds.find(({ id }) => id === holdId)).toMatchObject({ state: "lifted", reason: null });
});

test("a hold ends by its date, told two weeks ahead and when it has come, each once", async () => {
  const { deliveryIds } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  const holdId = await ask(id);
  await placeAskedHold(desk(), one, { holdId, endsOn: await inDays(14), words: "" });
  const worker = bench.context("worker");
  await endHolds(worker);
  await endHolds(worker);
  const ahead = await mailsOf("hold_ends");
  expect(ahead.filter(({ facts }) => facts["delivery"] === id)).toHaveLength(1);
  await renewHold(desk(), one, { holdId, endsOn: await inDays(16), reason: "The case was adjourned" });
  await endHolds(worker);
  expect((await mailsOf("hold_ends")).filter(({ facts }) => facts["delivery"] === id)).toHaveLength(1);
  await sql`UPDATE legal_hold SET ends_on = retention.today() - 1 WHERE id = ${holdId}`.execute(owner());
  // It holds nothing any more, whether or not the worker has been by.
  expect((await viewKeptDelivery(portal(), LOTTE, id)).heldUntil).toBeNull();
  expect(
    await codeOf(renewHold(desk(), one, { holdId, endsOn: await inDays(30), reason: "x".repeat(10) })),
  ).toBe("hold_over");
  expect(await codeOf(askLift(desk(), one, { holdId, reason: "x".repeat(10) }))).toBe("hold_over");
  await endHolds(worker);
  await endHolds(worker);
  expect((await mailsOf("hold_ended")).filter(({ facts }) => facts["delivery"] === id)).toHaveLength(1);
  const view = await viewHold(desk(), one, holdId);
  expect(view.state).toBe("ended");
  expect(view.history.at(-1)).toMatchObject({ event: "ended", by: null });
});

test("a hold on an account or a person holds what is theirs; ids that nobody had are not taken", async () => {
  const { deliveryIds } = await bench.submit();
  const endsOn = await inDays(30);
  const own = { ...WISH, endsOn };
  const account = await placeOwnHold(desk(), one, { scope: "account", id: LOTTE.accountId, ...own });
  expect((await viewKeptDelivery(portal(), LOTTE, deliveryIds[0] ?? "")).heldUntil?.toString()).toBe(endsOn);
  expect((await viewHold(desk(), one, account)).subject?.label).toBe("Immo Vandewalle bv");
  await askLift(desk(), one, { holdId: account, reason: "A test of lifting" });
  await confirmLift(desk(), other, account);
  const person = await placeOwnHold(desk(), one, { scope: "person", id: LOTTE.personId, ...own });
  expect((await viewHold(desk(), one, person)).subject).toMatchObject({
    label: "Lotte Maes",
    accountId: null,
  });
  for (const scope of ["delivery", "message", "account", "person"])
    await expect(placeOwnHold(desk(), one, { scope, id: "nobody", ...own })).rejects.toMatchObject({
      fields: [{ path: "id", code: "hold_subject_unknown" }],
    });
  await expect(placeOwnHold(desk(), one, { scope: "", id: "", ...own })).rejects.toMatchObject({
    fields: [{ path: "scope", code: "choose" }],
  });
});

test("what is erased is told to be gone, and is held no more", async () => {
  const id = await dueDelivery();
  const holdId = await ask(id);
  const eraser = bench.context("eraser").db;
  const { rows } = await sql<{ ids: string[] }>`SELECT retention.erase_evidence(ARRAY[${id}]) AS ids`.execute(
    eraser,
  );
  expect(rows[0]?.ids).toEqual([id]);
  expect(await codeOf(placeAskedHold(desk(), one, { holdId, endsOn: await inDays(30), words: "" }))).toBe(
    "hold_too_late",
  );
  expect((await viewHold(desk(), one, holdId)).subject).toMatchObject({ gone: true });
  const own = { scope: "delivery", id, ...WISH, endsOn: await inDays(30) };
  expect(await codeOf(placeOwnHold(desk(), one, own))).toBe("hold_too_late");
});

test("of a hold and an erasure exactly one happens, whichever comes first", async () => {
  const eraser = openDatabase({ url: bench.database.urlFor("eraser"), service: "eraser", max: 2 });
  let held = 0;
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await dueDelivery();
      const scope = round % 3 === 2 ? "message" : "delivery";
      const row = await owner()
        .selectFrom("delivery")
        .select("message_id")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      const place = async () =>
        placeOwnHold(desk(), one, {
          scope,
          id: scope === "message" ? row.message_id : id,
          ...WISH,
          endsOn: await inDays(30),
        });
      const erase = () =>
        sql<{ ids: string[] }>`SELECT retention.erase_evidence(ARRAY[${id}]) AS ids`.execute(eraser);
      const both = round % 2 === 0 ? [codeOf(place()), erase()] : [erase(), codeOf(place())].toReversed();
      const [placed, erased] = (await Promise.all(both)) as [string, Awaited<ReturnType<typeof erase>>];
      const gone = erased.rows[0]?.ids.includes(id) === true;
      // Of a message that is gone not even the id is left, for who comes after that.
      const late = scope === "message" ? ["hold_too_late", "hold_invalid"] : ["hold_too_late"];
      expect(gone ? late : ["done"]).toContain(placed);
      // What was locked by the one is left by the other, and on the next pass it is held.
      const again = await erase();
      expect(again.rows[0]?.ids).toEqual([]);
      const left = await owner().selectFrom("delivery").select("id").where("id", "=", id).executeTakeFirst();
      expect(left === undefined).toBe(gone);
      if (!gone) held += 1;
    }
  } finally {
    await eraser.destroy();
  }
  if (ROUNDS > 100) expect([held > 0, held < ROUNDS]).toEqual([true, true]);
}, 240_000);

test("the sender says how long the content is kept, within the bounds, and knows when it falls at once", async () => {
  const { messageId, deliveryIds } = await bench.submit();
  const change = async (days: string, atOnce = false) =>
    keepContent(portal(), LOTTE, { messageId, days, atOnce, visitor, arrivedAt: await clockNow(owner()) });
  for (const days of ["29", "731", "", "-5", "9e2"])
    await expect(change(days)).rejects.toMatchObject({ fields: [{ path: "days", code: "out_of_range" }] });
  await change("730");
  expect((await viewKeptMessage(portal(), LOTTE, messageId)).lines[0]).toMatchObject({
    what: "content",
    period: { days: 730 },
    fallsOn: null,
  });
  await sql`UPDATE delivery SET state = 'expired', final_at = clock.now() - interval '40 days' WHERE id = ${deliveryIds[0] ?? ""}`.execute(
    owner(),
  );
  const line = async () => (await viewKeptMessage(portal(), LOTTE, messageId)).lines[0];
  const far = (await line())?.fallsOn;
  const evidence = (await viewKeptMessage(portal(), LOTTE, messageId)).lines[3]?.fallsOn;
  // Never longer than the evidence.
  expect(Temporal.PlainDate.compare(far ?? "", evidence ?? "")).toBeLessThanOrEqual(0);
  await expect(change("40")).rejects.toMatchObject({ fields: [{ path: "at_once" }] });
  await change("41");
  expect((await line())?.fallsOn?.toString()).toBe(await inDays(2));
  await change("40", true);
  expect((await line())?.fallsOn?.toString()).toBe(await inDays(1));
  await sql`DELETE FROM key_wrap WHERE message_id = ${messageId}`.execute(bench.context("owner").db);
  await sql`UPDATE message SET content_erased_at = clock.now() WHERE id = ${messageId}`.execute(owner());
  expect(await codeOf(change("90"))).toBe("content_gone");
});
