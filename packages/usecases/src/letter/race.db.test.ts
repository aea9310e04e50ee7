// Collecting against printing: whatever meets in whatever order, exactly one of the two happens, with its credits and its records.

import { randomBytes } from "node:crypto";
import { clockNow, type DeliveryRow } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { lintDelivery, type StandingLetter, TEST_SENDER } from "@posthorn/testkit";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askFellOut } from "../postal-desk/ask-fell-out.ts";
import { bookStatements } from "../postal-desk/book-statements.ts";
import { importBarcodes } from "../postal-desk/scan-barcodes.ts";
import { takeScanBack } from "../postal-desk/take-scan-back.ts";
import { acceptMessage } from "../collection/accept-message.ts";
import { runTimer } from "../deadline/run-timer.ts";
import { mendPostalAddress } from "../repair/mend-postal-address.ts";
import { callOffLetter } from "./call-off-letter.ts";
import { carryOutPostalAct } from "./carry-out-postal-act.ts";
import {
  ADDRESS,
  BY_RANGE,
  createPostBench,
  OPERATOR_ID,
  type PostBench,
  SECOND_ID,
} from "./post.test-support.ts";
import { releaseBatch } from "./release-batch.ts";

/** Letters that meet their fate at the same time; more would wait for connections and not for each other. */
const TABLES = 10;
const RUNS = process.env["POSTHORN_LONG"] ? 100 : 2;
const GROUP = 30;
const visitor = { ip: "203.0.113.9", userAgent: "test", language: "nl" };
const page = { html: "<!doctype html><p>as shown</p>", language: "nl", version: "1" } as const;

let post: PostBench;

beforeAll(async () => {
  post = await createPostBench();
});
afterAll(() => post.close());

const owner = () => post.bench.context("owner").db;

const ACTS = ["accept", "release", "expire", "mend", "call_off", "not_postable", "overdue"] as const;
type Act = (typeof ACTS)[number];

/** What meets over one letter; each act waits for some answers of the database before it begins. */
interface Meeting {
  readonly expiredBefore: boolean;
  readonly acts: readonly { readonly act: Act; readonly waits: number }[];
}

const act = (name: fc.Arbitrary<Act>) => fc.record({ act: name, waits: fc.nat({ max: 6 }) });
const meeting: fc.Arbitrary<Meeting> = fc.record({
  expiredBefore: fc.boolean(),
  // Always somebody who collects and a batch; the rest by chance, each perhaps twice.
  acts: fc
    .tuple(
      act(fc.constant("accept")),
      act(fc.constant("release")),
      act(fc.constant("expire")),
      fc.array(act(fc.constantFrom(...ACTS)), { maxLength: 3 }),
    )
    .map(([accept, release, expire, others]) => [accept, release, expire, ...others]),
});

/** What the addressee was told; null for everybody else. */
type Told = "collected" | "closed" | null;

async function openSession({ deliveryId }: StandingLetter): Promise<string> {
  const token = randomBytes(32).toString("hex");
  const at = await clockNow(owner());
  const { link_generation: generation } = await post.delivery(deliveryId);
  await owner()
    .insertInto("collect_session")
    .values({
      token_hash: token,
      delivery_id: deliveryId,
      link_generation: generation,
      authentication: JSON.stringify({ method: "codes", at: at.toString({ smallestUnit: "millisecond" }) }),
      collector: null,
      started_at: at,
      expires_at: at.add({ hours: 1 }),
      ended_at: null,
    })
    .execute();
  return token;
}

async function play(letter: StandingLetter, session: string, batchId: string, name: Act): Promise<Told> {
  const { deliveryId } = letter;
  const portal = post.bench.context("portal");
  switch (name) {
    case "accept": {
      const collect = post.bench.context("collect");
      const arrivedAt = await clockNow(collect.db);
      const door = { presentedSession: session };
      const decided = await acceptMessage(collect, post.bench, { door, arrivedAt, visitor, page });
      return decided.kind;
    }
    case "release":
      await releaseBatch(post.ctx, BY_RANGE, batchId);
      return null;
    case "expire":
      await runTimer(post.ctx, { deliveryId, kind: "expiry" });
      return null;
    case "overdue":
      await runTimer(post.ctx, { deliveryId, kind: "post_overdue" });
      return null;
    case "mend":
      await mendPostalAddress(portal, TEST_SENDER, {
        deliveryId,
        address: { ...ADDRESS, number: "14" },
      }).catch(nothingToRepair);
      return null;
    case "call_off":
      await callOffLetter(portal, TEST_SENDER, deliveryId);
      return null;
    case "not_postable":
      await post.act("not_postable", { delivery_id: deliveryId, reason: "final" });
      return null;
  }
}

/** The second who mends alike. */
function nothingToRepair(error: unknown): void {
  if ((error as { readonly code?: string }).code !== "nothing_to_repair") throw error;
}

async function meet(letter: StandingLetter, batchId: string, { acts }: Meeting): Promise<readonly Told[]> {
  const session = await openSession(letter);
  return Promise.all(
    acts.map(async ({ act: name, waits }) => {
      for (let turn = 0; turn < waits; turn += 1) await clockNow(owner());
      return play(letter, session, batchId, name);
    }),
  );
}

/** What nobody did is done now: the window passes, and what waits to be printed is released and posted. */
async function finish({ deliveryId }: StandingLetter, batchId: string): Promise<void> {
  await runTimer(post.ctx, { deliveryId, kind: "expiry" });
  await releaseBatch(post.ctx, BY_RANGE, batchId);
  const row = await post.delivery(deliveryId);
  const last =
    row.state === "to_print" && row.print_released_at === null ? await post.batch([deliveryId]) : batchId;
  await releaseBatch(post.ctx, BY_RANGE, last);
  await post.make(last);
  await post.act("printed", { batch_id: last });
  await post.act("handed_over", { batch_id: last });
}

const ENDS = ["collected", "posted", "expired", "post_failed"];
const POSTAGE_OF: Readonly<Record<string, string>> = { posted: "consumption" };

async function check({ deliveryId }: StandingLetter, told: readonly Told[]): Promise<DeliveryRow["state"]> {
  const row = await post.delivery(deliveryId);
  const types = (await post.facts(deliveryId)).map(({ type }) => type);
  const count = (type: string) => types.filter((one) => one === type).length;
  const story = `${deliveryId} ${row.state}: ${types.join(", ")}`;
  expect(ENDS, story).toContain(row.state);
  const collected = row.state === "collected";
  const released = row.print_released_at !== null;
  expect(collected && released, story).toBe(false);
  expect([count("ConsignmentAcceptance"), count("LetterReleased")], story).toEqual([
    collected ? 1 : 0,
    released ? 1 : 0,
  ]);
  expect(count("RelayToNonERDS"), story).toBe(row.state === "posted" ? 1 : 0);
  if (told.includes("collected")) expect(row.state, story).toBe("collected");
  expect(await post.postage(deliveryId), story).toEqual(["reservation", POSTAGE_OF[row.state] ?? "release"]);
  const jobs = await owner()
    .selectFrom("print_job")
    .select("state")
    .where("delivery_id", "=", deliveryId)
    .execute();
  const living = jobs.filter(({ state }) => state !== "dropped" && state !== "fallen_out");
  expect(
    living.map(({ state }) => state),
    story,
  ).toEqual(row.state === "posted" ? ["posted"] : []);
  const findings = await lintDelivery(owner(), deliveryId);
  expect(
    findings.filter(({ severity }) => severity === "error"),
    story,
  ).toEqual([]);
  return row.state;
}

const ends = new Map<string, number>();

test(
  "of collecting and printing exactly one happens, over many meetings",
  { timeout: 3_600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(meeting, { minLength: GROUP, maxLength: GROUP }), async (meetings) => {
        const letters = await post.send(GROUP, {}, { collection_days: 1 });
        await post.advance({ days: 2, minutes: 2 });
        for (let begin = 0; begin < GROUP; begin += TABLES) {
          const met = await Promise.all(
            meetings.slice(begin, begin + TABLES).map(async (one, index) => {
              const letter = letters[begin + index];
              if (!letter) throw new Error("a letter a meeting");
              if (one.expiredBefore)
                await runTimer(post.ctx, { deliveryId: letter.deliveryId, kind: "expiry" });
              return { letter, batchId: await post.batch([letter.deliveryId]), one };
            }),
          );
          const told = await Promise.all(met.map(({ letter, batchId, one }) => meet(letter, batchId, one)));
          for (const [index, { letter, batchId }] of met.entries()) {
            await finish(letter, batchId);
            const end = await check(letter, told[index] ?? []);
            ends.set(end, (ends.get(end) ?? 0) + 1);
          }
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    // Chance brought about both.
    expect(ends.get("collected") ?? 0).toBeGreaterThan(0);
    expect(ends.get("posted") ?? 0).toBeGreaterThan(0);
    const balance = await owner()
      .selectFrom("account_credit")
      .select("balance")
      .where("account_id", "=", TEST_SENDER.accountId)
      .executeTakeFirstOrThrow();
    const ledger = await owner()
      .selectFrom("credit_entry")
      .select((eb) => eb.fn.sum<number>("amount").as("sum"))
      .where("account_id", "=", TEST_SENDER.accountId)
      .executeTakeFirstOrThrow();
    expect(Number(ledger.sum)).toBe(balance.balance);
  },
);

/** What the desk refuses because somebody was quicker; a deadlock is none of these. */
function quicker(error: unknown): void {
  if (!(error instanceof AppError) || error.kind !== "conflict") throw error;
}

async function reader(staffId: string) {
  const arrivedAt = await clockNow(owner());
  const staff = { staffId, roles: ["postal_operator"] as const, freshUntil: arrivedAt.add({ minutes: 10 }) };
  return { staff, visitor: { ...visitor, language: "nl" as const }, arrivedAt };
}

async function carryOutOpen(): Promise<number> {
  const open = await owner()
    .selectFrom("postal_act")
    .select("id")
    .where("done_at", "is", null)
    .where("withdrawn_at", "is", null)
    .execute();
  await Promise.all(open.map(({ id }) => carryOutPostalAct(post.ctx, BY_RANGE, id)));
  return open.length;
}

/** The worker goes on as long as somebody at the desk does something. */
async function beside(work: readonly Promise<unknown>[]): Promise<void> {
  const desk = { busy: true };
  const all = Promise.all(work).finally(() => (desk.busy = false));
  const worker = (async () => {
    while (desk.busy || (await carryOutOpen()) > 0) await carryOutOpen();
  })();
  await Promise.all([all, worker]);
}

test(
  "whoever scans, takes letters out or books statements while the worker acts on the same letters waits for nobody who waits for him",
  { timeout: 240_000 },
  async () => {
    const desk = post.bench.context("backoffice");
    const sent = await post.toPrint(12);
    const batchId = await post.batch(sent.map(({ deliveryId }) => deliveryId));
    await releaseBatch(post.ctx, BY_RANGE, batchId);
    await post.make(batchId);
    await post.act("printed", { batch_id: batchId });
    const jobs = await post.jobs(batchId);
    const barcodes = jobs.map(({ barcode }) => barcode ?? "");
    const [out, stays] = [jobs.slice(0, 6), jobs.slice(6)];

    async function scans(staffId: string, order: readonly string[]): Promise<void> {
      for (let round = 0; round < 6; round += 1) {
        await importBarcodes(desk, await reader(staffId), { batchId, text: order.join("\n") });
        const barcode = order[round] ?? "";
        await takeScanBack(desk, await reader(staffId), { batchId, barcode }).catch(quicker);
      }
    }
    async function takesOut(): Promise<void> {
      for (const { id: jobId } of out)
        await askFellOut(desk, await reader(OPERATOR_ID), { jobId, reason: "damaged", words: "" });
    }
    await beside([scans(OPERATOR_ID, barcodes), scans(SECOND_ID, barcodes.toReversed()), takesOut()]);
    const states = (await post.jobs(batchId)).map(({ state }) => state);
    expect(states).toEqual([...out.map(() => "fallen_out"), ...stays.map(() => "printed")]);

    await importBarcodes(desk, await reader(OPERATOR_ID), { batchId, text: barcodes.join("\n") });
    await post.act("handed_over", { batch_id: batchId });
    await post.advance({ days: 1 });
    const since = await clockNow(owner());
    async function books(staffId: string, order: typeof jobs, first: number): Promise<void> {
      for (let minutes = first; minutes < first + 3; minutes += 1) {
        const at = since.subtract({ minutes }).toString();
        const rows = order.map(({ barcode }, index) => ({
          line: index + 1,
          barcode: barcode ?? "",
          outcome: "presented",
          at,
          words: "",
        }));
        const { bad } = await bookStatements(desk, await reader(staffId), rows);
        expect(bad).toEqual([]);
      }
    }
    await beside([books(OPERATOR_ID, stays, 10), books(SECOND_ID, stays.toReversed(), 20)]);
    for (const { delivery_id: id } of stays)
      expect((await post.facts(id)).filter(({ type }) => type === "CarrierStatement")).toHaveLength(6);
  },
);
