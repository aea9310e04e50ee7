import { clockNow, lockDelivery, snapshotOf, sql, transact } from "@posthorn/db";
import { AppError, decide, type DeliveryCommand } from "@posthorn/domain";
import {
  createLetterBench,
  createVerbBench,
  type LetterBench,
  TEST_ADDRESSEE,
  TEST_SENDER,
  type VerbBench,
} from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runTimer } from "../deadline/run-timer.ts";
import { showDelivery } from "../delivery/show-delivery.ts";
import type { ErrandPorts } from "../errand/ports.ts";
import { runErrand } from "../errand/run-errand.ts";
import { applyDecision } from "../record/apply-decision.ts";
import type { EventFacts } from "../record/write-record.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { oweErrand } from "../record/owe-errand.ts";
import { mendPostalAddress } from "../repair/mend-postal-address.ts";
import { callOffLetter } from "./call-off-letter.ts";

const ADDRESS = { street: "Kerkstraat", number: "12", box: "3", postcode: "9000", town: "Gent" };

const ABROAD = { street: "Damrak", number: "1", postcode: "1012 LG", town: "Amsterdam", country: "NL" };

let bench: VerbBench;
let letters: LetterBench;

beforeAll(async () => {
  bench = await createVerbBench();
  letters = createLetterBench(bench);
  await sql`INSERT INTO heartbeat SELECT minute FROM generate_series(date_trunc('minute', clock.now()) - interval '26 hours',
    date_trunc('minute', clock.now()), interval '1 minute') AS minute ON CONFLICT DO NOTHING`.execute(
    bench.context("owner").db,
  );
});
afterAll(() => bench.close());

const portal = () => bench.context("portal");
const show = (deliveryId: string) => showDelivery(portal(), TEST_SENDER, deliveryId);
const callOff = (deliveryId: string, role: "portal" | "api" = "portal") =>
  callOffLetter(bench.context(role), TEST_SENDER, deliveryId);

/** A delivery that becomes a letter if nobody collects it. */
async function ordered(address: object | null = ADDRESS): Promise<string> {
  const addressee = { ...TEST_ADDRESSEE, ...(address ? { postal_address: address } : {}) };
  const given = { addressees: [addressee], options: { postal_fallback: true } };
  return (await letters.notify(given)).deliveryId;
}

/** The same once its window has passed, by the timer that ends it. */
async function toPrint(): Promise<string> {
  const deliveryId = await ordered();
  const worker = bench.context("worker");
  const ended = (await clockNow(worker.db)).subtract({ minutes: 5 });
  await worker.db.updateTable("delivery").set({ deadline_at: ended }).where("id", "=", deliveryId).execute();
  await sql`INSERT INTO delivery_timer VALUES (${deliveryId}, 'expiry', ${ended})
    ON CONFLICT (delivery_id, kind) DO UPDATE SET due_at = excluded.due_at`.execute(worker.db);
  expect(await runTimer(worker, { deliveryId, kind: "expiry" })).toBe("done");
  return deliveryId;
}

/** As the worker carries it out. */
async function carryOut(
  deliveryId: string,
  commandAt: (at: Temporal.Instant) => DeliveryCommand,
  events: Readonly<Record<string, EventFacts>> = {},
): Promise<void> {
  const ctx = bench.context("worker");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockDelivery(trx, deliveryId);
    const at = await clockNow(trx);
    const decision = decide(snapshotOf(row), commandAt(at));
    if (decision.kind !== "done") throw new Error(`not done: ${JSON.stringify(decision)}`);
    const message = await loadMessageFacts(trx, row.message_id);
    await applyDecision(trx, ctx, { row, message, decision, recordedAt: at, events });
  });
}

const release = (id: string) => carryOut(id, (at) => ({ kind: "release_print", at }));
const print = (id: string) => carryOut(id, (at) => ({ kind: "confirm_printed", at }));
const post = (id: string) =>
  carryOut(id, (at) => ({ kind: "confirm_posted", at }), {
    RelayToNonERDS: { relay: { operator: "bpost", item: "010541288500452621221234567890", batch: "7" } },
  });
const deliver = (id: string) =>
  carryOut(id, (at) => ({ kind: "carrier_reports", at, outcome: "delivered" }), {
    CarrierStatement: { carrier: { source: "bpost", outcome: "delivered", at: "2026-12-24T09:30:00.000Z" } },
  });
/** What often comes in the same minute, before the mail has gone. */
const prove = (id: string) =>
  carryOut(id, (at) => ({ kind: "carrier_notes", at, outcome: "signed_proof" }), {
    CarrierStatement: { carrier: { source: "bpost", outcome: "signed_proof" } },
  });

async function balance(): Promise<number> {
  const row = await bench
    .context("worker")
    .db.selectFrom("account_credit")
    .select("balance")
    .where("account_id", "=", TEST_SENDER.accountId)
    .executeTakeFirstOrThrow();
  return row.balance;
}

/** All that was ever entered for the account; what it had before its first entry stands beside the ledger. */
async function ledgerSum(): Promise<number> {
  const { sum } = await bench
    .context("worker")
    .db.selectFrom("credit_entry")
    .select((eb) => eb.fn.sum<number>("amount").as("sum"))
    .where("account_id", "=", TEST_SENDER.accountId)
    .executeTakeFirstOrThrow();
  return Number(sum);
}

/** What the mails that are owed for a delivery say, by what they are about; each errand is carried out. */
async function mailsOf(deliveryId: string): Promise<readonly unknown[]> {
  const worker = bench.context("worker");
  const told: unknown[] = [];
  const tell = (words: unknown) => {
    told.push(words);
    return { subject: "s", text: "t", html: "h" };
  };
  const taken = { outcome: "accepted", response: "250", ours: false, dialogue: "", raw: new Uint8Array() };
  const ports = {
    mail: { send: () => Promise.resolve(taken) },
    rendering: { final: tell, posted: tell, corrected: tell, addressNeeded: tell, letterCalledOff: tell },
    links: {
      linkFor: () => ({ url: "https://collect.example/n/x" }),
      checkCodeFor: () => ({ code: "K7QM" }),
      checkUrl: "https://collect.example",
    },
    deliveryLink: (id: string) => `https://portal.example/d/${id}`,
  } as unknown as ErrandPorts;
  const owed = await worker.db
    .selectFrom("errand")
    .select("id")
    .where("delivery_id", "=", deliveryId)
    .where("done_at", "is", null)
    .orderBy("created_at")
    .execute();
  for (const { id } of owed) expect(await runErrand(worker, ports, id)).toBe("done");
  return told;
}

async function askForAddress(deliveryId: string, occasion: string): Promise<void> {
  const worker = bench.context("worker");
  await transact(worker.db, {}, async (trx) =>
    oweErrand(trx, worker, deliveryId, "address_needed", occasion, await clockNow(trx)),
  );
}

async function codeOf(done: Promise<unknown>): Promise<string> {
  try {
    await done;
    return "done";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

test("while the window runs the letter is called off: postage comes back once, the window runs on", async () => {
  const deliveryId = await ordered();
  const before = await balance();
  const { letter } = await show(deliveryId);
  expect(letter).toMatchObject({ stage: "follows", callOff: true, postage: 9, addressProblem: null });
  expect(letter?.postedBy).not.toBeNull();
  expect(await callOff(deliveryId)).toEqual({ kind: "called_off", state: "notified", postage: 9 });
  expect(await callOff(deliveryId, "api")).toEqual({ kind: "called_off", state: "notified", postage: 9 });
  expect(await balance()).toBe(before + 9);
  const after = await show(deliveryId);
  expect(after).toMatchObject({ state: "notified", postalFallback: false });
  expect(after.letter).toMatchObject({ stage: "called_off", callOff: false, postedBy: null });
  expect(after.evidence.filter(({ type }) => type === "LetterCalledOff")).toHaveLength(1);
  // His notice promised a letter: he hears once that none comes, and that he can still collect.
  const { collectUntil } = after;
  expect(await mailsOf(deliveryId)).toMatchObject([
    { language: "nl", addressee: "Jan Peeters", link: "https://collect.example/n/x", collectUntil },
  ]);
  expect(collectUntil).not.toBeNull();
});

test("while it waits to be printed calling off ends the delivery; by a program as by hand", async () => {
  const deliveryId = await toPrint();
  const before = await balance();
  expect((await show(deliveryId)).letter).toMatchObject({ stage: "waits", callOff: true });
  expect(await callOff(deliveryId, "api")).toEqual({ kind: "called_off", state: "post_failed", postage: 9 });
  expect(await callOff(deliveryId)).toMatchObject({ kind: "called_off", state: "post_failed" });
  expect(await balance()).toBe(before + 9);
  const { letter, state, track } = await show(deliveryId);
  expect(state).toBe("post_failed");
  expect(letter).toMatchObject({ stage: "called_off", failure: "own:called_off", callOff: false });
  expect(track.at(-1)).toMatchObject({ kind: "letter_failed", reasons: ["own:called_off"] });
  const mails = await mailsOf(deliveryId);
  expect(mails).toContainEqual(expect.objectContaining({ outcome: "letterCalledOff" }));
  expect(mails).toContainEqual(expect.objectContaining({ checkCode: "K7QM", collectUntil: null }));
  expect(await mailsOf(deliveryId)).toEqual([]);
});

test("once released it can neither be called off nor readdressed; the sender follows it to its end", async () => {
  const deliveryId = await toPrint();
  const before = await balance();
  await release(deliveryId);
  expect(await callOff(deliveryId)).toEqual({ kind: "refused", reason: "letter_on_its_way" });
  const address = { ...ADDRESS, number: "14" };
  expect(await mendPostalAddress(portal(), TEST_SENDER, { deliveryId, address })).toEqual({
    kind: "refused",
    reason: "letter_on_its_way",
  });
  expect((await show(deliveryId)).letter).toMatchObject({ stage: "released", callOff: false });
  await print(deliveryId);
  await post(deliveryId);
  expect(await callOff(deliveryId)).toEqual({ kind: "refused", reason: "letter_on_its_way" });
  const { letter, proofs } = await show(deliveryId);
  expect(letter).toMatchObject({
    stage: "posted",
    operator: "bpost",
    item: "010541288500452621221234567890",
    postedBy: null,
  });
  expect(proofs).toContain("proof_of_posting");
  await deliver(deliveryId);
  const ended = await show(deliveryId);
  expect(ended.letter?.statements).toMatchObject([{ source: "bpost", outcome: "delivered" }]);
  expect(ended.proofs).toContain("proof_of_post_outcome");
  await prove(deliveryId);
  const at = Temporal.Instant.from("2026-12-24T09:30:00.000Z");
  expect(await mailsOf(deliveryId)).toContainEqual(
    expect.objectContaining({ outcome: "letterDelivered", carrier: "bpost", at }),
  );
  expect(await callOff(deliveryId)).toEqual({ kind: "refused", reason: "wrong_state" });
  expect(await balance()).toBe(before);
});

test("the sender hears once that it was posted, under which number, and each time the carrier corrects himself", async () => {
  const deliveryId = await toPrint();
  await release(deliveryId);
  await print(deliveryId);
  expect(await mailsOf(deliveryId)).toMatchObject([{ outcome: "expired" }]);
  await post(deliveryId);
  await expect(post(deliveryId)).rejects.toThrow("not done");
  const posted = await bench
    .context("worker")
    .db.selectFrom("delivery")
    .select("posted_at")
    .where("id", "=", deliveryId)
    .executeTakeFirstOrThrow();
  // However late it goes out, it is about the posting.
  await deliver(deliveryId);
  expect(await mailsOf(deliveryId)).toMatchObject([
    {
      at: posted.posted_at,
      carrier: "bpost",
      item: "010541288500452621221234567890",
      delivery: deliveryId,
      link: `https://portal.example/d/${deliveryId}`,
      proofAttached: false,
    },
    { outcome: "letterDelivered", carrier: "bpost" },
  ]);
  const said = "2026-12-20T10:00:00.000Z";
  await carryOut(deliveryId, (at) => ({ kind: "carrier_reports", at, outcome: "returned" }), {
    CarrierStatement: { carrier: { source: "bpost", outcome: "returned", at: said } },
  });
  expect(await mailsOf(deliveryId)).toMatchObject([
    { outcome: "returned", at: Temporal.Instant.from(said), carrier: "bpost", proofAttached: false },
  ]);
  expect((await show(deliveryId)).state).toBe("post_delivered");
  expect(await mailsOf(deliveryId)).toEqual([]);
});

test("R7 what the carrier corrects once the addressee's data were erased is told of a delivery, by its number", async () => {
  const deliveryId = await toPrint();
  await release(deliveryId);
  await print(deliveryId);
  await post(deliveryId);
  await deliver(deliveryId);
  await mailsOf(deliveryId);
  await sql`SELECT retention.wipe_addressee(ARRAY[${deliveryId}])`.execute(bench.context("owner").db);
  await carryOut(deliveryId, (at) => ({ kind: "carrier_reports", at, outcome: "returned" }), {
    CarrierStatement: { carrier: { source: "bpost", outcome: "returned" } },
  });
  expect(await mailsOf(deliveryId)).toMatchObject([{ outcome: "returned", addressee: deliveryId }]);
});

test("where no letter was to follow there is none to call off, and none of another account's", async () => {
  const { deliveryId } = await letters.notify();
  expect((await show(deliveryId)).letter).toBeNull();
  expect(await callOff(deliveryId)).toEqual({ kind: "refused", reason: "wrong_state" });
  const other = { accountId: "acc_SEED0VANDEWALLE", memberId: "mem_UNKNOWN" };
  expect(await codeOf(callOffLetter(portal(), other, deliveryId))).toBe("not_a_member");
  expect(await codeOf(callOff("dlv_UNKNOWN"))).toBe("delivery_not_found");
});

test.each(["portal", "api"] as const)(
  "by %s a mended address clears what was wrong with it",
  async (role) => {
    const deliveryId = await ordered(null);
    expect((await show(deliveryId)).letter).toMatchObject({ addressProblem: "missing" });
    const mend = (address: object) =>
      mendPostalAddress(bench.context(role), TEST_SENDER, { deliveryId, address });
    expect(await mend(ADDRESS)).toEqual({ kind: "repaired" });
    expect((await show(deliveryId)).letter).toMatchObject({ addressProblem: null });
    await sql`UPDATE delivery SET address_problem = 'unknown', address_problem_at = clock.now() WHERE id = ${deliveryId}`.execute(
      bench.context("owner").db,
    );
    expect((await show(deliveryId)).letter).toMatchObject({ addressProblem: "unknown" });
    expect(await mend({ ...ADDRESS, number: "z" })).toEqual({ kind: "repaired" });
    expect((await show(deliveryId)).letter).toMatchObject({ addressProblem: "incomplete" });
    expect(await mend(ABROAD)).toEqual({ kind: "repaired" });
    const { letter, addressee } = await show(deliveryId);
    expect(letter?.addressProblem).toBeNull();
    expect(addressee?.postal_address).toEqual(ABROAD);
    expect(await codeOf(mend({ ...ABROAD, country: "US" }))).toBe("repair_invalid");
    expect(await codeOf(mend(ABROAD))).toBe("nothing_to_repair");
  },
);

test.each(["portal", "api"] as const)(
  "by %s an address in another country costs what a letter to it costs, once",
  async (role) => {
    const deliveryId = await ordered(null);
    const mend = (address: object) =>
      mendPostalAddress(bench.context(role), TEST_SENDER, { deliveryId, address });
    const before = await balance();
    await mend(ADDRESS);
    expect(await balance()).toBe(before);
    await mend(ABROAD);
    expect(await balance()).toBe(before - 5);
    expect((await show(deliveryId)).letter?.postage).toBe(14);
    await mend({ ...ABROAD, number: "2" });
    expect(await balance()).toBe(before - 5);
    await mend(ADDRESS);
    expect(await balance()).toBe(before);
    await mend(ABROAD);
    expect(await callOff(deliveryId, role)).toMatchObject({ kind: "called_off", postage: 14 });
    expect((await show(deliveryId)).letter?.postage).toBe(14);
    expect(await balance()).toBe(before + 9);
    expect(await ledgerSum()).toBe(await balance());
  },
);

test("who is to agree to the price is asked for the price of now, and nothing changes before", async () => {
  const deliveryId = await ordered();
  const before = await balance();
  const mend = (address: object, agreed: number) =>
    mendPostalAddress(portal(), TEST_SENDER, { deliveryId, address, agreed });
  expect(await mend(ABROAD, 0)).toEqual({ kind: "asks", more: 5 });
  expect(await mend(ABROAD, 4)).toEqual({ kind: "asks", more: 5 });
  expect(await balance()).toBe(before);
  expect((await show(deliveryId)).addressee?.postal_address).toMatchObject(ADDRESS);
  expect(await mend(ABROAD, 5)).toEqual({ kind: "repaired" });
  expect(await balance()).toBe(before - 5);
  expect(await mend({ ...ABROAD, number: "2" }, 0)).toEqual({ kind: "repaired" });
  expect(await mend(ADDRESS, 0)).toEqual({ kind: "asks", more: -5 });
  expect(await mend(ADDRESS, -5)).toEqual({ kind: "repaired" });
  expect(await balance()).toBe(before);
});

test("without the credits for it, and where no letter that long goes, the address stays as it was", async () => {
  const deliveryId = await ordered();
  const kept = await balance();
  const owner = bench.context("owner").db;
  const setBalance = (credits: number) =>
    sql`UPDATE account_credit SET balance = ${credits} WHERE account_id = ${TEST_SENDER.accountId}`.execute(
      owner,
    );
  const { evidence } = await show(deliveryId);
  await setBalance(4);
  await expect(
    mendPostalAddress(portal(), TEST_SENDER, { deliveryId, address: ABROAD }),
  ).rejects.toMatchObject({
    kind: "conflict",
    code: "credits_missing",
    fields: [{ path: "credits", code: "credits_missing", params: { needed: 5, balance: 4, missing: 1 } }],
  });
  expect(await balance()).toBe(4);
  await setBalance(kept);
  await sql`UPDATE message SET facts = jsonb_set(facts::jsonb, '{parts,0,print,pages}', '150')
    WHERE id = (SELECT message_id FROM delivery WHERE id = ${deliveryId})`.execute(owner);
  await expect(
    mendPostalAddress(portal(), TEST_SENDER, { deliveryId, address: ABROAD }),
  ).rejects.toMatchObject({
    code: "repair_invalid",
    fields: [{ path: "postal_address.country", code: "country_too_far" }],
  });
  const after = await show(deliveryId);
  expect(after.addressee?.postal_address).toEqual({ ...ADDRESS, country: "BE" });
  expect(after.evidence).toEqual(evidence);
  expect(await balance()).toBe(kept);
});

test("the sender is asked for the address with the reason and the day, and no more once it is mended", async () => {
  const deliveryId = await ordered(null);
  const { collectUntil, letter } = await show(deliveryId);
  await askForAddress(deliveryId, "deadline 1");
  expect(await mailsOf(deliveryId)).toMatchObject([
    {
      problem: "missing",
      address: [],
      stage: "follows",
      collectUntil,
      mendUntil: letter?.postedBy,
      link: `https://portal.example/d/${deliveryId}/address`,
    },
  ]);
  await askForAddress(deliveryId, "deadline 2");
  await mendPostalAddress(portal(), TEST_SENDER, { deliveryId, address: ADDRESS });
  expect(await mailsOf(deliveryId)).toEqual([]);
});

test("once the window has passed the letter's mail promises the day of posting, and the address is asked till then", async () => {
  const deliveryId = await toPrint();
  const { letter } = await show(deliveryId);
  expect(await mailsOf(deliveryId)).toMatchObject([{ outcome: "expired", postedBy: letter?.postedBy }]);
  await sql`UPDATE delivery SET address_problem = 'unknown', address_problem_at = clock.now() WHERE id = ${deliveryId}`.execute(
    bench.context("owner").db,
  );
  await askForAddress(deliveryId, "problem 1");
  expect(await mailsOf(deliveryId)).toMatchObject([
    {
      problem: "unknown",
      address: ["Kerkstraat 12 bus 3", "9000 GENT"],
      stage: "waits",
      mendUntil: letter?.postedBy,
    },
  ]);
});

test("of a closed account the proof of posting goes with the mail, once it is sealed", async () => {
  const deliveryId = await toPrint();
  await release(deliveryId);
  await print(deliveryId);
  await mailsOf(deliveryId);
  await post(deliveryId);
  const owner = bench.context("owner").db;
  const setStatus = (status: "active" | "closed") =>
    owner.updateTable("account").set({ status }).where("id", "=", TEST_SENDER.accountId).execute();
  await setStatus("closed");
  const { id } = await owner
    .selectFrom("errand")
    .select("id")
    .where("delivery_id", "=", deliveryId)
    .where("kind", "=", "posted")
    .executeTakeFirstOrThrow();
  const sent: (readonly [string, boolean])[] = [];
  const ports = {
    mail: {
      send({ attachments }: { readonly attachments: readonly { readonly name: string }[] }) {
        sent.push([attachments.map(({ name }) => name).join(), told]);
        return Promise.resolve({ outcome: "accepted" });
      },
    },
    rendering: {
      posted({ proofAttached }: { readonly proofAttached: boolean }) {
        told = proofAttached;
        return { subject: "s", text: "t", html: "h" };
      },
    },
    deliveryLink: () => "",
  } as unknown as ErrandPorts;
  let told = false;
  const worker = bench.context("worker");
  expect(await runErrand(worker, ports, id)).toBe("waits");
  await sql`UPDATE proof SET pdf = '%PDF' WHERE delivery_id = ${deliveryId} AND kind = 'proof_of_posting'`.execute(
    owner,
  );
  await sql`UPDATE errand SET next_attempt_at = clock.now() WHERE id = ${id}`.execute(owner);
  expect(await runErrand(worker, ports, id)).toBe("done");
  expect(sent).toEqual([[`proof-of-posting-${deliveryId}.pdf`, true]]);
  await setStatus("active");
});
