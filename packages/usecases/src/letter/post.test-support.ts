// For tests of letters: deliveries that came to be letters by themselves, the desk and the press played by rows, a carrier to be told what he says.

import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { clockNow, type PostalActKind, type PostalActTable, type Selectable, sql } from "@posthorn/db";
import type { AppError, EvidenceFacts } from "@posthorn/domain";
import {
  createLetterBench,
  createVerbBench,
  type LetterBench,
  openStackClock,
  readPrintJobs,
  type StackClock,
  type StandingLetter,
  TEST_ADDRESSEE,
  TEST_SENDER,
  type VerbBench,
} from "@posthorn/testkit";
import type { Context } from "../context.ts";
import { runTimer } from "../deadline/run-timer.ts";
import { carryOutPostalAct } from "./carry-out-postal-act.ts";
import type { CarrierEvent, CarrierPort, NumberRange, PostPorts } from "./ports.ts";
import { releaseBatch } from "./release-batch.ts";

export const OPERATOR_ID = "stf_POSTALTESTER";
export const SECOND_ID = "stf_POSTALSECOND";
export const ADDRESS = {
  street: "Kerkstraat",
  number: "12",
  box: "3",
  postcode: "9000",
  town: "Gent",
} as const;

export interface PostBench {
  readonly bench: VerbBench;
  readonly letters: LetterBench;
  readonly clock: StackClock;
  readonly ctx: Context;
  /** Sent with fallback, noticed, one a message; `options` of the message. */
  send(count: number, addressee?: object, options?: object): Promise<readonly StandingLetter[]>;
  /** Those whose window has passed unused. */
  toPrint(count: number, addressee?: object): Promise<readonly StandingLetter[]>;
  /** As the desk writes it. */
  batch(deliveryIds: readonly string[]): Promise<string>;
  /** As the press leaves it, once it has its numbers. */
  make(batchId: string): Promise<void>;
  /** Writes an act and has it carried out. */
  act(kind: PostalActKind, about: ActAbout): Promise<Selectable<PostalActTable>>;
  write(kind: PostalActKind, about: ActAbout): Promise<string>;
  /** Released, numbered, made, printed and handed over. */
  posted(count: number): Promise<{ readonly batchId: string; readonly jobs: readonly Job[] }>;
  jobs(batchId: string): Promise<readonly Job[]>;
  delivery(id: string): ReturnType<typeof readDelivery>;
  facts(deliveryId: string): Promise<readonly EvidenceFacts[]>;
  errands(deliveryId: string): Promise<readonly string[]>;
  /** Entries of the ledger about the postage: kind by kind. */
  postage(deliveryId: string): Promise<readonly string[]>;
  advance(duration: Temporal.DurationLike): Promise<void>;
  close(): Promise<void>;
}

export type Job = Awaited<ReturnType<typeof readPrintJobs>>[number];
export type ActAbout = Partial<
  Pick<
    Selectable<PostalActTable>,
    "batch_id" | "job_id" | "delivery_id" | "reason" | "details" | "acted_at" | "needs_second"
  >
>;

export const RANGE: NumberRange = {
  name: "test",
  kind: "range",
  first: 0,
  last: 9_999,
  numberOf: (serial) => `0105412885${String(serial).padStart(20, "0")}`,
};
export const BY_RANGE: PostPorts = {
  carrier: null,
  domestic: RANGE,
  abroad: null,
  operator: { name: "bpost", service: "Aangetekende zending" },
};

export interface ToldCarrier extends CarrierPort {
  /** References he was announced, in order; one may stand twice. */
  readonly announced: string[];
  /** Thrown by the next calls, one each. */
  readonly failures: AppError[];
  events: CarrierEvent[];
  signed: Uint8Array | null;
}

let given = 0;

/** A carrier who does as he is told and keeps one number a reference. */
export function toldCarrier(): ToldCarrier {
  const numbers = new Map<string, string>();
  const carrier: ToldCarrier = {
    name: "bpost",
    service: "Aangetekende zending",
    announced: [],
    failures: [],
    events: [],
    signed: null,
    async announce({ reference, barcode }) {
      carrier.announced.push(reference);
      fail();
      given += 1;
      const number = barcode ?? numbers.get(reference) ?? `0105413999${String(given).padStart(20, "0")}`;
      numbers.set(reference, number);
      return { barcode: number, reference: `bp-${reference}` };
    },
    async track() {
      fail();
      return carrier.events;
    },
    async proof() {
      fail();
      return carrier.signed && { mediaType: "application/pdf", bytes: carrier.signed };
    },
  };
  function fail(): void {
    const failure = carrier.failures.shift();
    if (failure) throw failure;
  }
  return carrier;
}

export function said(key: string, outcome: CarrierEvent["outcome"], at: Temporal.Instant): CarrierEvent {
  return {
    key,
    outcome,
    at,
    words: `code ${key}`,
    raw: Buffer.from(`{"event":"${key}"}`),
    mediaType: "application/json",
  };
}

export async function createPostBench(ports: PostPorts = BY_RANGE): Promise<PostBench> {
  const bench = await createVerbBench();
  const letters = createLetterBench(bench);
  const clock = await openStackClock(bench.database.ownerUrl);
  const ctx = bench.context("worker");
  const owner = bench.context("owner").db;
  for (const id of [OPERATOR_ID, SECOND_ID])
    await sql`INSERT INTO staff (id, email, family_name, first_names, language, roles, webauthn_handle, created_at)
      VALUES (${id}, ${`${id}@posthorn.example`}, 'Test', 'An', 'nl', '{postal_operator}', ${id}, clock.now())`.execute(
      owner,
    );
  await sql`INSERT INTO credit_entry (account_id, kind, item, amount, entered_at)
    VALUES (${TEST_SENDER.accountId}, 'purchase', 'pack', 1000000, clock.now())`.execute(owner);
  await sql`UPDATE account_credit SET balance = balance + 1000000 WHERE account_id = ${TEST_SENDER.accountId}`.execute(
    owner,
  );

  const now = () => clockNow(owner);
  let people = 0;
  let batches = 0;

  async function send(
    count: number,
    addressee: object = {},
    options: object = {},
  ): Promise<readonly StandingLetter[]> {
    const sent: StandingLetter[] = [];
    for (let index = 0; index < count; index += 1) {
      people += 1;
      const mobile = `+32470${String(people).padStart(6, "0")}`;
      const email = `p${people}@example.be`;
      sent.push(
        await letters.send({
          addressees: [{ ...TEST_ADDRESSEE, email, mobile, postal_address: ADDRESS, ...addressee }],
          options: { postal_fallback: true, reminders: false, ...options },
          at: await now(),
        }),
      );
    }
    return sent;
  }

  async function expire(sent: readonly StandingLetter[]): Promise<void> {
    await clock.advance(Temporal.Duration.from({ days: 16, minutes: 2 }));
    for (const { deliveryId } of sent) await runTimer(ctx, { deliveryId, kind: "expiry" });
  }

  async function batch(deliveryIds: readonly string[]): Promise<string> {
    batches += 1;
    const batchNumber = batches;
    const id = `bat_${String(batchNumber).padStart(6, "0")}`;
    const desk = bench.context("backoffice").db;
    await desk
      .insertInto("print_batch")
      .values({
        id,
        printer: "house",
        state: "making",
        made_by: OPERATOR_ID,
        made_at: await now(),
        letters: deliveryIds.length,
      })
      .execute();
    await desk
      .insertInto("print_job")
      .values(
        deliveryIds.map((deliveryId, index) => ({
          id: `job_${batchNumber}_${index}`,
          batch_id: id,
          ordinal: index + 1,
          delivery_id: deliveryId,
          account_id: TEST_SENDER.accountId,
          state: "chosen" as const,
        })),
      )
      .execute();
    return id;
  }

  async function make(batchId: string): Promise<void> {
    for (const { id, state } of await readPrintJobs(bench, batchId)) {
      if (state !== "numbered") continue;
      const blobId = `blb_${id}`;
      await bench.content.put(blobId, randomBytes(32), Readable.from([Buffer.from(`%PDF ${id}`)]));
      await owner
        .updateTable("print_job")
        .set({
          state: "made",
          blob_id: blobId,
          wrapped_key: randomBytes(60),
          size: 9,
          sha256: "ab".repeat(32),
          pages: 2,
          sheets: 1,
          colour: false,
          address: ["Jan Peeters", "Kerkstraat 12 bus 3", "9000 GENT"],
          made_at: await now(),
        })
        .where("id", "=", id)
        .execute();
    }
    await owner
      .updateTable("print_batch")
      .set({ state: "ready", ready_at: await now() })
      .where("id", "=", batchId)
      .where("state", "=", "making")
      .execute();
  }

  let acts = 0;
  async function write(kind: PostalActKind, about: ActAbout): Promise<string> {
    acts += 1;
    const id = `pac_${String(acts).padStart(4, "0")}`;
    const { details, ...rest } = about;
    await bench
      .context("backoffice")
      .db.insertInto("postal_act")
      .values({
        id,
        kind,
        batch_id: null,
        job_id: null,
        delivery_id: null,
        reason: null,
        staff_id: OPERATOR_ID,
        acted_at: await now(),
        ...rest,
        details: details ? JSON.stringify(details) : null,
      })
      .execute();
    if (kind === "handed_over")
      await bench
        .context("backoffice")
        .db.updateTable("posting_receipt")
        .set({ hand_over_id: id })
        .where("batch_id", "=", rest.batch_id ?? "")
        .where("hand_over_id", "is", null)
        .execute();
    return id;
  }

  const readAct = (id: string) =>
    owner.selectFrom("postal_act").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

  async function act(kind: PostalActKind, about: ActAbout) {
    const id = await write(kind, about);
    await carryOutPostalAct(ctx, ports, id);
    return readAct(id);
  }

  async function toPrint(count: number, addressee: object = {}): Promise<readonly StandingLetter[]> {
    const sent = await send(count, addressee);
    await expire(sent);
    return sent;
  }

  return {
    bench,
    letters,
    clock,
    ctx,
    send,
    toPrint,
    batch,
    make,
    act,
    write,
    async posted(count) {
      const sent = await toPrint(count);
      const batchId = await batch(sent.map(({ deliveryId }) => deliveryId));
      await releaseBatch(ctx, ports, batchId);
      await make(batchId);
      await act("printed", { batch_id: batchId });
      await act("handed_over", { batch_id: batchId });
      return { batchId, jobs: await readPrintJobs(bench, batchId) };
    },
    jobs: (batchId) => readPrintJobs(bench, batchId),
    delivery: (id) => readDelivery(bench, id),
    async facts(deliveryId) {
      const rows = await owner
        .selectFrom("evidence_record")
        .select("canonical")
        .where("delivery_id", "=", deliveryId)
        .orderBy("seq")
        .execute();
      return rows.map(({ canonical }) => JSON.parse(canonical) as EvidenceFacts);
    },
    async errands(deliveryId) {
      const rows = await owner
        .selectFrom("errand")
        .select(["kind", "occasion"])
        .where("delivery_id", "=", deliveryId)
        .where("kind", "=", "address_needed")
        .orderBy("created_at")
        .execute();
      return rows.map(({ occasion }) => occasion);
    },
    async postage(deliveryId) {
      const rows = await owner
        .selectFrom("credit_entry")
        .select("kind")
        .where("delivery_id", "=", deliveryId)
        .where("item", "=", "postage")
        .orderBy("id")
        .execute();
      return rows.map(({ kind }) => kind);
    },
    async advance(duration) {
      await clock.advance(Temporal.Duration.from(duration));
    },
    close: () => bench.close(),
  };
}

function readDelivery(bench: VerbBench, id: string) {
  return bench
    .context("owner")
    .db.selectFrom("delivery")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}
