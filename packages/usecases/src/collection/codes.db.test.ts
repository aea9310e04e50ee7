import { clockNow } from "@posthorn/db";
import { createLetterBench, createVerbBench, type LetterBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../context.ts";
import { askForCodes } from "./ask-for-codes.ts";
import { checkCodes } from "./check-codes.ts";
import { stateNotForMe } from "./state-not-for-me.ts";
import { viewNotice } from "./view-notice.ts";

const visitor = { ip: "203.0.113.7", userAgent: "test", language: "nl" };
let bench: VerbBench;
let letters: LetterBench;
let ctx: Context;

beforeAll(async () => {
  bench = await createVerbBench();
  letters = createLetterBench(bench);
  ctx = bench.context("collect");
});
afterAll(() => bench.close());

const at = () => clockNow(ctx.db);
const doorOf = (letter: { readonly token: string }) => ({ presented: letters.digest.link(letter.token) });

async function ask(letter: { readonly token: string }, arrivedAt?: Temporal.Instant) {
  return askForCodes(ctx, letters.codes, {
    door: doorOf(letter),
    arrivedAt: arrivedAt ?? (await at()),
    visitor,
  });
}

async function check(
  letter: { readonly token: string },
  typed: { email: string; sms: string },
  arrivedAt?: Temporal.Instant,
) {
  return checkCodes(ctx, letters.codes, letters.sessions, {
    door: doorOf(letter),
    typed,
    arrivedAt: arrivedAt ?? (await at()),
    visitor,
  });
}

/** Makes the latest pair look so many seconds old. */
async function age(deliveryId: string, seconds: number): Promise<void> {
  const { db } = bench.context("worker");
  const rows = await db
    .selectFrom("code_challenge")
    .selectAll()
    .where("delivery_id", "=", deliveryId)
    .execute();
  for (const row of rows) {
    await db
      .updateTable("code_challenge")
      .set({
        created_at: row.created_at.subtract({ seconds }),
        expires_at: row.expires_at.subtract({ seconds }),
      })
      .where("id", "=", row.id)
      .execute();
  }
}

test("link and check code open the same notice, and it changes nothing", async () => {
  const letter = await letters.notify();
  const byLink = await viewNotice(ctx, doorOf(letter));
  const byCode = await viewNotice(ctx, {
    presented: letters.digest.checkCode(letter.checkCode.toLowerCase())?.hash ?? "",
  });
  expect({ ...byCode, now: byLink.now }).toEqual(byLink);
  expect(byLink).toMatchObject({
    state: "notified",
    addressee: "Jan Peeters",
    closed: null,
    codesAgainAt: null,
  });
  expect(JSON.stringify(byLink)).not.toMatch(/rent arrears|jan\.peeters@|0470123412/);
  expect(await letters.records(letter.deliveryId)).toEqual(["SubmissionAcceptance"]);
  await expect(viewNotice(ctx, { presented: letters.digest.link("x") })).rejects.toMatchObject({
    code: "link_unknown",
  });
  await expect(viewNotice(ctx, {})).rejects.toMatchObject({ code: "link_unknown" });
});

test("asking books the use of the notice once, keeps secrets encrypted, and a double click is one pair", async () => {
  const letter = await letters.notify();
  const first = await ask(letter);
  const second = await ask(letter);
  expect(first).toMatchObject({ kind: "sent", again: false });
  expect(second).toEqual({ ...first, again: true });
  expect(await letters.records(letter.deliveryId)).toEqual([
    "SubmissionAcceptance",
    "NotificationAccessTracking",
  ]);
  const row = await bench
    .context("worker")
    .db.selectFrom("code_challenge")
    .selectAll()
    .where("delivery_id", "=", letter.deliveryId)
    .executeTakeFirstOrThrow();
  const { email } = await letters.codesFor(letter.deliveryId);
  expect(email).toMatch(/^\d{6}$/);
  expect(row.email_secret.length).toBeGreaterThan(40);
  expect((await viewNotice(ctx, doorOf(letter))).codesAgainAt).not.toBeNull();
});

test("a use of the link in accepted, or after a failed notice, proves the notice and opens one full window", async () => {
  for (const state of ["accepted", "notice_failed"] as const) {
    const now = await at();
    const failed =
      state === "notice_failed" ? { notice_failed_at: now, notice_failures: 1, failed_round: 1 } : {};
    const letter = await letters.notify(
      {},
      { state, notified_at: null, deadline_at: null, collect_until: null, credit_consumed: false, ...failed },
    );
    expect(await ask(letter)).toMatchObject({ kind: "sent" });
    const notice = await viewNotice(ctx, doorOf(letter));
    const today = now.toZonedDateTimeISO("Europe/Brussels").toPlainDate();
    expect(notice).toMatchObject({ state: "notified", closed: null });
    expect(notice.collectUntil?.toString()).toBe(today.add({ days: 15 }).toString());
  }
});

test("right codes are consumed once and open a session bound to the delivery", async () => {
  const letter = await letters.notify();
  await ask(letter);
  const codes = await letters.codesFor(letter.deliveryId);
  const passed = await check(letter, {
    email: ` ${codes.email.slice(0, 3)} ${codes.email.slice(3)}`,
    sms: codes.sms,
  });
  expect(passed).toMatchObject({ ok: true, deliveryId: letter.deliveryId });
  expect(await check(letter, codes)).toEqual({ ok: false });
  const session = await bench
    .context("worker")
    .db.selectFrom("collect_session")
    .selectAll()
    .where("delivery_id", "=", letter.deliveryId)
    .executeTakeFirstOrThrow();
  expect(session.authentication.method).toBe("codes");
  expect(session.authentication).not.toHaveProperty("level");
  if (passed.ok) expect(session.token_hash).toBe(letters.digest.session(passed.token));
});

test("wrong, swapped, late, of another delivery, empty: the same answer, and each try counts", async () => {
  const letter = await letters.notify();
  const other = await letters.notify();
  await ask(letter);
  await ask(other);
  const codes = await letters.codesFor(letter.deliveryId);
  const foreign = await letters.codesFor(other.deliveryId);
  const tries = [
    { email: codes.sms, sms: codes.email },
    { email: codes.email, sms: foreign.sms },
    foreign,
    { email: "", sms: "" },
  ];
  for (const typed of tries) expect(await check(letter, typed)).toEqual({ ok: false });
  const late = (await at()).add({ minutes: 10 });
  expect(await check(letter, codes, late)).toEqual({ ok: false });
  const { attempts } = await bench
    .context("worker")
    .db.selectFrom("code_challenge")
    .select("attempts")
    .where("delivery_id", "=", letter.deliveryId)
    .executeTakeFirstOrThrow();
  expect(attempts).toBe(5);
  expect(await check(letter, codes), "the sixth try, with right codes").toEqual({ ok: false });
  expect(await check(other, foreign)).toMatchObject({ ok: true });
});

test("many guesses at once: five are checked, and right codes at once open one session", async () => {
  const guessed = await letters.notify();
  await ask(guessed);
  await Promise.all(Array.from({ length: 12 }, () => check(guessed, { email: "000000", sms: "000000" })));
  expect(await check(guessed, await letters.codesFor(guessed.deliveryId))).toEqual({ ok: false });
  const raced = await letters.notify();
  await ask(raced);
  const codes = await letters.codesFor(raced.deliveryId);
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => check(raced, codes)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
});

test("a new pair voids the old one", async () => {
  const letter = await letters.notify();
  await ask(letter);
  const old = await letters.codesFor(letter.deliveryId);
  await age(letter.deliveryId, 60);
  expect(await ask(letter)).toMatchObject({ kind: "sent", again: false });
  expect(await check(letter, old)).toEqual({ ok: false });
  expect(await check(letter, await letters.codesFor(letter.deliveryId))).toMatchObject({ ok: true });
});

test("five pairs an hour per delivery; the sixth waits until the first falls out of the hour", async () => {
  const letter = await letters.notify({ addressees: [{ ...(await addressee("+32470000001")) }] });
  for (let pair = 0; pair < 5; pair += 1) {
    expect(await ask(letter)).toMatchObject({ kind: "sent" });
    await age(letter.deliveryId, 60);
  }
  const waiting = await ask(letter);
  expect(waiting).toMatchObject({ kind: "wait" });
  if (waiting.kind === "wait") expect(waiting.retryAfterSeconds).toBeGreaterThan(3200);
  await age(letter.deliveryId, 3400);
  expect(await ask(letter)).toMatchObject({ kind: "sent" });
});

test("ten pairs an hour per number, over all deliveries; the use of the notice is booked all the same", async () => {
  const someone = await addressee("+32470000002");
  for (let delivery = 0; delivery < 2; delivery += 1) {
    const letter = await letters.notify({ addressees: [someone] });
    for (let pair = 0; pair < 5; pair += 1) {
      expect(await ask(letter)).toMatchObject({ kind: "sent" });
      await age(letter.deliveryId, 60);
    }
  }
  const third = await letters.notify({ addressees: [someone] });
  expect(await ask(third)).toMatchObject({ kind: "wait" });
  expect(await letters.records(third.deliveryId)).toContain("NotificationAccessTracking");
});

test("no codes for what is closed, and none where the message asks eID or itsme", async () => {
  const refused = await letters.notify({}, { state: "refused" });
  expect(await ask(refused)).toEqual({ kind: "closed", reason: "already_refused" });
  const over = await letters.notify({}, { deadline_at: (await at()).subtract({ seconds: 1 }) });
  expect(await ask(over)).toEqual({ kind: "closed", reason: "expired" });
  await expect(ask({ token: "unknown" })).rejects.toMatchObject({ code: "link_unknown" });
});

test("an act that is committed too long after it arrived is rolled back", async () => {
  const letter = await letters.notify();
  await expect(ask(letter, (await at()).subtract({ seconds: 46 }))).rejects.toMatchObject({
    kind: "unavailable",
    code: "took_too_long",
  });
  expect(await letters.records(letter.deliveryId)).toEqual(["SubmissionAcceptance"]);
});

test("not for me: recorded and told once, reminders silenced, state and deadline untouched", async () => {
  const letter = await letters.notify();
  const before = await viewNotice(ctx, doorOf(letter));
  for (let said = 0; said < 2; said += 1)
    await stateNotForMe(ctx, { door: doorOf(letter), arrivedAt: await at(), visitor });
  const after = await viewNotice(ctx, doorOf(letter));
  expect(after).toMatchObject({ state: before.state, silenced: true });
  expect(after.deadlineAt?.equals(before.deadlineAt ?? "")).toBe(true);
  expect(await letters.records(letter.deliveryId)).toEqual(["SubmissionAcceptance", "NotForMe"]);
  const errands = await bench
    .context("worker")
    .db.selectFrom("errand")
    .select("kind")
    .where("delivery_id", "=", letter.deliveryId)
    .execute();
  expect(errands).toEqual([{ kind: "not_for_me" }]);
});

async function addressee(mobile: string) {
  return {
    email: `a${mobile.slice(-4)}@example.be`,
    mobile,
    name: "Peeters",
    first_names: "Jan",
    language: "nl",
    addressee_consent: { basis: "none_stated" },
  };
}
