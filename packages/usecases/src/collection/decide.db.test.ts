import { createHash } from "node:crypto";
import { clockNow, sql } from "@posthorn/db";
import type { EvidenceFacts } from "@posthorn/domain";
import {
  createLetterBench,
  createVerbBench,
  type LetterBench,
  type StandingLetter,
  type VerbBench,
} from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../context.ts";
import { acceptMessage, type DecisionInput } from "./accept-message.ts";
import { askForCodes } from "./ask-for-codes.ts";
import { bookConsignment } from "./book-consignment.ts";
import { bookHandover } from "./book-handover.ts";
import { checkCodes } from "./check-codes.ts";
import { openParts } from "./open-part.ts";
import { oweProofCopy } from "./owe-proof-copy.ts";
import type { Presented } from "./ports.ts";
import { refuseMessage } from "./refuse-message.ts";
import { readConsignment, viewCollected } from "./view-collected.ts";

const visitor = { ip: "203.0.113.7", userAgent: "test", language: "nl" };
const HTML = "<!doctype html><p>as shown</p>";
let bench: VerbBench;
let letters: LetterBench;
let ctx: Context;

beforeAll(async () => {
  bench = await createVerbBench();
  letters = createLetterBench(bench);
  ctx = bench.context("collect");
});
afterAll(() => bench.close());

let people = 0;

/** A letter to somebody new, and the session of who typed its codes. */
async function identified(
  columns: Readonly<Record<string, unknown>> = {},
  attachment = Buffer.from("%PDF-1.7 lease"),
) {
  people += 1;
  const mobile = `+324711${String(people).padStart(5, "0")}`;
  const addressee = {
    email: `p${people}@example.be`,
    mobile,
    name: "Peeters",
    first_names: "Jan",
    language: "nl",
    addressee_consent: { basis: "none_stated" },
  };
  const letter = await letters.notify({ attachment, addressees: [addressee] });
  const door = await identify(letter);
  if (Object.keys(columns).length > 0) {
    await bench
      .context("worker")
      .db.updateTable("delivery")
      .set(columns)
      .where("id", "=", letter.deliveryId)
      .execute();
  }
  return { letter, door };
}

async function identify(letter: StandingLetter): Promise<Presented> {
  const link = { presented: letters.digest.link(letter.token) };
  await askForCodes(ctx, letters.codes, { door: link, arrivedAt: await clockNow(ctx.db), visitor });
  const typed = await letters.codesFor(letter.deliveryId);
  const checked = await checkCodes(ctx, letters.codes, letters.sessions, {
    door: link,
    typed,
    arrivedAt: await clockNow(ctx.db),
    visitor,
  });
  if (!checked.ok) throw new Error("the codes were right");
  return { presentedSession: letters.digest.session(checked.token) };
}

async function inputFor(door: Presented, arrivedAt?: Temporal.Instant): Promise<DecisionInput> {
  return {
    door,
    arrivedAt: arrivedAt ?? (await clockNow(ctx.db)),
    visitor,
    page: { html: HTML, language: "nl", version: "1" },
  };
}

const accept = async (door: Presented) => acceptMessage(ctx, bench, await inputFor(door));

async function factsOf(deliveryId: string, type: string): Promise<EvidenceFacts> {
  const row = await bench
    .context("worker")
    .db.selectFrom("evidence_record")
    .select("canonical")
    .where("delivery_id", "=", deliveryId)
    .where("type", "=", type)
    .executeTakeFirstOrThrow();
  return JSON.parse(row.canonical) as EvidenceFacts;
}

test("accepting is dated at arrival, says who collected and why, and keeps the page as it was shown", async () => {
  const { letter, door } = await identified();
  const input = await inputFor(door);
  expect(await acceptMessage(ctx, bench, input)).toEqual({
    kind: "collected",
    deliveryId: letter.deliveryId,
  });
  const facts = await factsOf(letter.deliveryId, "ConsignmentAcceptance");
  expect(facts.event_at).toBe(input.arrivedAt.toString({ smallestUnit: "millisecond" }));
  expect(facts.collector).toMatchObject({ matched_on: "mailbox+phone", authentication: { method: "codes" } });
  expect(facts.collector).not.toHaveProperty("name");
  const sha256 = createHash("sha256").update(HTML).digest("hex");
  expect(facts.decision_page).toEqual({ language: "nl", version: "1", sha256 });
  const kept = await bench
    .context("worker")
    .db.selectFrom("evidence_artifact")
    .select(["kind", "bytes"])
    .where("sha256", "=", sha256)
    .where("delivery_id", "=", letter.deliveryId)
    .executeTakeFirstOrThrow();
  expect(Buffer.from(kept.bytes).toString()).toBe(HTML);
  expect(JSON.stringify(facts)).not.toContain(visitor.ip);
});

test("no content before the acceptance is stamped, then by a job, and the record closes the chain", async () => {
  const { letter, door } = await identified();
  const parts = { door, ordinal: 2, arrivedAt: await clockNow(ctx.db), visitor };
  await expect(openParts(ctx, bench, parts)).rejects.toMatchObject({ code: "not_consigned" });
  await accept(door);
  await expect(openParts(ctx, bench, parts)).rejects.toMatchObject({ code: "not_consigned" });
  const worker = bench.context("worker");
  const present = { present: () => Promise.resolve(true) };
  expect(await bookConsignment(worker, present, letter.deliveryId)).toBe("waits_for_stamp");
  expect(await readConsignment(ctx, door)).toBe("waiting");
  expect((await viewCollected(ctx, door)).content).toBeNull();
  await letters.stamp(letter.deliveryId);
  expect(await bookConsignment(worker, present, letter.deliveryId)).toBe("consigned");
  expect(await bookConsignment(worker, present, letter.deliveryId)).toBe("nothing_to_do");
  expect(await readConsignment(ctx, door)).toBe("consigned");
  const closing = await factsOf(letter.deliveryId, "ContentConsignment");
  expect(closing.closing?.records).toBe(closing.seq);
  expect((await viewCollected(ctx, door)).content?.parts.map((part) => part.name)).toEqual([
    "message.txt",
    "lease.pdf",
  ]);
});

test("two browsers at once, each with codes of its own: one collection, both see it", async () => {
  const { letter, door } = await identified();
  await sql`UPDATE code_challenge SET created_at = created_at - interval '1 minute'`.execute(
    bench.context("worker").db,
  );
  const second = await identify(letter);
  const both = await Promise.all([accept(door), accept(second), accept(door)]);
  expect(both.every((outcome) => outcome.kind === "collected")).toBe(true);
  expect(
    (await letters.records(letter.deliveryId)).filter((type) => type === "ConsignmentAcceptance"),
  ).toHaveLength(1);
  await letters.consign(letter.deliveryId);
  for (const each of [door, second]) expect((await viewCollected(ctx, each)).content).not.toBeNull();
});

test("accept racing refuse: one of them counts, the other is told", async () => {
  const { letter, door } = await identified();
  const input = await inputFor(door);
  const [accepted, refused] = await Promise.all([
    acceptMessage(ctx, bench, input),
    refuseMessage(ctx, input),
  ]);
  const acts = (await letters.records(letter.deliveryId)).filter((type) => type.startsWith("Consignment"));
  expect(acts).toHaveLength(1);
  if (acts[0] === "ConsignmentAcceptance")
    expect(refused).toEqual({ kind: "closed", reason: "already_collected" });
  else expect(accepted).toEqual({ kind: "closed", reason: "already_refused" });
});

test("refusing asks the same identification, is final and closes the chain; the content never opens", async () => {
  const { letter, door } = await identified();
  const input = await inputFor(door);
  expect(await refuseMessage(ctx, input)).toEqual({ kind: "refused", deliveryId: letter.deliveryId });
  expect(await refuseMessage(ctx, input)).toEqual({ kind: "refused", deliveryId: letter.deliveryId });
  expect(await accept(door)).toEqual({ kind: "closed", reason: "already_refused" });
  const facts = await factsOf(letter.deliveryId, "ConsignmentRejection");
  expect(facts.closing?.records).toBe(facts.seq);
  expect(facts.collector?.matched_on).toBe("mailbox+phone");
  await expect(openParts(ctx, bench, { ...input, ordinal: 1 })).rejects.toMatchObject({
    code: "not_consigned",
  });
  await expect(refuseMessage(ctx, await inputFor({}))).rejects.toMatchObject({ kind: "unauthenticated" });
});

test("in time is what arrived in time: at the last millisecond yes, at the deadline no", async () => {
  const { door: early } = await identified();
  const { door: late } = await identified();
  const now = await clockNow(ctx.db);
  await sql`UPDATE delivery SET deadline_at = ${now.subtract({ seconds: 2 })} WHERE state = 'notified'`.execute(
    bench.context("worker").db,
  );
  const deadline = now.subtract({ seconds: 2 });
  expect(
    await acceptMessage(ctx, bench, await inputFor(early, deadline.subtract({ milliseconds: 1 }))),
  ).toMatchObject({ kind: "collected" });
  expect(await acceptMessage(ctx, bench, await inputFor(late, deadline))).toEqual({
    kind: "closed",
    reason: "expired",
  });
});

test("with fallback: after the window until release it can be accepted, and the record says so; refusing is over", async () => {
  const now = await clockNow(ctx.db);
  const past = { postal_fallback: true, deadline_at: now.subtract({ minutes: 5 }) };
  const { door: waits } = await identified(past);
  expect(await accept(waits)).toEqual({ kind: "closed", reason: "wait_for_expiry" });
  const { letter, door } = await identified({ ...past, state: "to_print", first_to_print_at: now });
  expect(await refuseMessage(ctx, await inputFor(door))).toEqual({
    kind: "closed",
    reason: "refusing_closed",
  });
  expect(await accept(door)).toMatchObject({ kind: "collected" });
  expect((await factsOf(letter.deliveryId, "ConsignmentAcceptance")).reasons).toEqual([
    "own:after_window_before_printing",
  ]);
  const { door: released } = await identified({
    ...past,
    state: "to_print",
    first_to_print_at: now,
    print_released_at: now,
  });
  expect(await accept(released)).toEqual({ kind: "closed", reason: "letter_on_its_way" });
});

test("a part that does not open leaves the state as it was", async () => {
  const { letter, door } = await identified();
  const { blob_id } = await bench
    .context("worker")
    .db.selectFrom("message_part")
    .select("blob_id")
    .where("message_id", "=", letter.messageId)
    .where("ordinal", "=", 2)
    .executeTakeFirstOrThrow();
  await bench.content.remove(blob_id);
  await expect(accept(door)).rejects.toMatchObject({ kind: "internal", code: "content_missing" });
  expect(await readConsignment(ctx, door)).toBe("not_collected");
  expect(await letters.records(letter.deliveryId)).not.toContain("ConsignmentAcceptance");
});

test("a part lost after acceptance: a failure closes the chain, and the page can say so", async () => {
  const { letter, door } = await identified();
  await accept(door);
  await letters.stamp(letter.deliveryId);
  expect(
    await bookConsignment(
      bench.context("worker"),
      { present: () => Promise.resolve(false) },
      letter.deliveryId,
    ),
  ).toBe("failed");
  expect(await readConsignment(ctx, door)).toBe("failed");
  expect(await viewCollected(ctx, door)).toMatchObject({ failed: true, content: null });
  expect((await factsOf(letter.deliveryId, "ContentConsignmentFailure")).reasons).toEqual([
    "R_ERDS_Malfunction",
  ]);
});

test("each part's opening is recorded once a session, its key use always; a handover once, a broken one before it", async () => {
  const { letter, door } = await identified();
  await accept(door);
  await letters.consign(letter.deliveryId);
  const open = async (ordinal: number | null) =>
    openParts(ctx, bench, { door, ordinal, arrivedAt: await clockNow(ctx.db), visitor });
  const [part] = await open(2);
  expect(Buffer.concat(await Array.fromAsync(part?.stream() ?? []))).toEqual(Buffer.from("%PDF-1.7 lease"));
  await open(2);
  expect(await open(null)).toHaveLength(2);
  await expect(open(9)).rejects.toMatchObject({ code: "part_not_found" });
  const arrivedAt = await clockNow(ctx.db);
  for (const whole of [false, false, true, true, false]) await bookHandover(ctx, door, { whole, arrivedAt });
  const after = (await letters.records(letter.deliveryId)).slice(-4);
  expect(after).toEqual([
    "ContentAccessTracking",
    "ContentAccessTracking",
    "ContentHandoverFailure",
    "ContentHandover",
  ]);
  expect((await factsOf(letter.deliveryId, "ContentHandover")).after_final).toBe(true);
  const uses = await sql<{
    purpose: string;
  }>`SELECT purpose FROM key_use WHERE holder = ${letter.deliveryId}`.execute(ownerDb());
  expect(uses.rows.map((row) => row.purpose).toSorted()).toEqual([
    "hand_over",
    "hand_over",
    "hand_over",
    "hand_over",
    "prove_readable",
  ]);
});

test("a destroyed wrap ends access", async () => {
  const { letter, door } = await identified();
  await accept(door);
  await letters.consign(letter.deliveryId);
  await sql`DELETE FROM key_wrap WHERE holder = ${letter.deliveryId}`.execute(ownerDb());
  await expect(
    openParts(ctx, bench, { door, ordinal: 1, arrivedAt: await clockNow(ctx.db), visitor }),
  ).rejects.toMatchObject({ code: "content_erased" });
});

test("a session ends with its hour, with a repair, and never opens another delivery", async () => {
  const first = await identified();
  const second = await identified();
  expect((await viewCollected(ctx, first.door)).notice.deliveryId).toBe(first.letter.deliveryId);
  const { db } = bench.context("worker");
  await db
    .updateTable("delivery")
    .set({ link_generation: 2 })
    .where("id", "=", first.letter.deliveryId)
    .execute();
  await expect(accept(first.door)).rejects.toMatchObject({ code: "collect_session_ended" });
  const past = (await clockNow(db)).subtract({ seconds: 1 });
  await db
    .updateTable("collect_session")
    .set({ expires_at: past })
    .where("delivery_id", "=", second.letter.deliveryId)
    .execute();
  await expect(viewCollected(ctx, second.door)).rejects.toMatchObject({ code: "collect_session_ended" });
  await expect(
    viewCollected(ctx, { presentedSession: letters.digest.session("guess") }),
  ).rejects.toMatchObject({ code: "collect_session_ended" });
});

test("row-level security: a door shows one delivery, one message, one account, and nothing without it", async () => {
  const { letter } = await identified();
  await identified();
  const seen = async (presented: string) =>
    ctx.db.transaction().execute(async (trx) => {
      await sql`SELECT set_config('posthorn.presented', ${presented}, true)`.execute(trx);
      const deliveries = await trx.selectFrom("delivery").select("id").execute();
      const messages = await trx.selectFrom("message").select("id").execute();
      const challenges = await trx.selectFrom("code_challenge").select("delivery_id").execute();
      return { deliveries, messages, challenges };
    });
  expect(await seen(letters.digest.link(letter.token))).toEqual({
    deliveries: [{ id: letter.deliveryId }],
    messages: [{ id: letter.messageId }],
    challenges: [{ delivery_id: letter.deliveryId }],
  });
  expect(await seen("")).toEqual({ deliveries: [], messages: [], challenges: [] });
});

test("another copy of the proof is owed once a minute, and only after consignment", async () => {
  const { letter, door } = await identified();
  const arrivedAt = await clockNow(ctx.db);
  await expect(oweProofCopy(ctx, { door, arrivedAt, visitor })).rejects.toMatchObject({
    code: "not_consigned",
  });
  await accept(door);
  await letters.consign(letter.deliveryId);
  for (let asked = 0; asked < 2; asked += 1) await oweProofCopy(ctx, { door, arrivedAt, visitor });
  const owed = await bench
    .context("worker")
    .db.selectFrom("errand")
    .select("occasion")
    .where("delivery_id", "=", letter.deliveryId)
    .where("kind", "=", "proof_copy")
    .execute();
  expect(owed).toHaveLength(2);
});

test("uses are logged with address, program and language, and fall after 24 months", async () => {
  const { letter, door } = await identified();
  await accept(door);
  const { rows } = await sql<{
    act: string;
    ip: string;
    falls_on: Temporal.PlainDate;
    used_at: Temporal.Instant;
  }>`
    SELECT act, ip, falls_on, used_at FROM use_log WHERE delivery_id = ${letter.deliveryId} ORDER BY id`.execute(
    ownerDb(),
  );
  expect(rows.map((row) => row.act)).toEqual(["codes_asked", "codes_right", "accepted"]);
  const [first] = rows;
  expect(first?.ip).toBe(visitor.ip);
  const day = first?.used_at.toZonedDateTimeISO("Europe/Brussels").toPlainDate();
  expect(first?.falls_on.toString()).toBe(day?.add({ months: 24, days: 1 }).toString());
});

/** Reads what no service may. */
function ownerDb() {
  return bench.context("owner").db;
}
