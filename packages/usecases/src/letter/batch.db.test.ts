// A batch from choosing to hand-over: released or dropped, numbered, printed, fallen out, posted; each once, whatever dies or comes twice.

import { clockNow, isUniqueViolation, sql } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { lintDelivery, TEST_SENDER } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runTimer } from "../deadline/run-timer.ts";
import { sweep } from "../deadline/sweep.ts";
import { carryOutPostalAct } from "./carry-out-postal-act.ts";
import {
  ADDRESS,
  BY_RANGE,
  createPostBench,
  OPERATOR_ID,
  type PostBench,
  RANGE,
  SECOND_ID,
  toldCarrier,
  type ToldCarrier,
} from "./post.test-support.ts";
import type { NumberingPorts } from "./ports.ts";
import { releaseBatch } from "./release-batch.ts";
import { restPoll } from "./rest-poll.ts";
import { sweepLetters } from "./sweep-letters.ts";

let post: PostBench;
let carrier: ToldCarrier;
const byCarrier = (): NumberingPorts => ({ carrier, domestic: null, abroad: null });

beforeAll(async () => {
  post = await createPostBench();
});
afterAll(() => post.close());
beforeEach(() => {
  carrier = toldCarrier();
});

const states = async (batchId: string) => (await post.jobs(batchId)).map(({ state }) => state);
const owner = () => post.bench.context("owner").db;
const batchRow = (id: string) =>
  owner().selectFrom("print_batch").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
async function chosen(count: number, addressee: object = {}) {
  const sent = await post.toPrint(count, addressee);
  const ids = sent.map(({ deliveryId }) => deliveryId);
  return { ids, batchId: await post.batch(ids), first: ids[0] ?? "" };
}
async function queued(name: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM graphile_worker.jobs
    WHERE task_identifier = ${name}`.execute(owner());
  return rows[0]?.n ?? 0;
}

describe("releasing", () => {
  test("closes each electronic route, gives each its own number, and wakes the press", async () => {
    const { ids, batchId } = await chosen(3);
    const before = await queued("make-letters");
    expect(await releaseBatch(post.ctx, BY_RANGE, batchId)).toBe("done");
    const jobs = await post.jobs(batchId);
    expect(jobs.map(({ state }) => state)).toEqual(["numbered", "numbered", "numbered"]);
    expect(new Set(jobs.map(({ barcode }) => barcode)).size).toBe(3);
    expect(jobs.map(({ barcode_from: from }) => from)).toEqual(["range", "range", "range"]);
    expect(await queued("make-letters")).toBeGreaterThan(before);
    const number = (await batchRow(batchId)).number;
    for (const id of ids) {
      expect((await post.delivery(id)).print_released_at).not.toBeNull();
      expect((await post.facts(id)).at(-1)).toMatchObject({
        type: "LetterReleased",
        details: { batch: String(number) },
      });
    }
    // Twice, or by a sweep while it was under way: nothing more.
    expect(await releaseBatch(post.ctx, BY_RANGE, batchId)).toBe("done");
    expect((await post.jobs(batchId)).map(({ barcode }) => barcode)).toEqual(
      jobs.map(({ barcode }) => barcode),
    );
    expect((await post.facts(ids[0] ?? "")).filter(({ type }) => type === "LetterReleased")).toHaveLength(1);
  });

  test("drops what was collected, called off or cannot be addressed since it was chosen; an empty batch is closed", async () => {
    const { ids, batchId } = await chosen(3);
    const [collected = "", failed = "", homeless = ""] = ids;
    await owner().updateTable("delivery").set({ state: "collected" }).where("id", "=", collected).execute();
    await owner()
      .updateTable("delivery")
      .set({ street: null, number: null, box: null, postcode: null, town: null, country: null })
      .where("id", "=", homeless)
      .execute();
    await post.act("not_postable", { delivery_id: failed, reason: "final" });
    expect(await releaseBatch(post.ctx, BY_RANGE, batchId)).toBe("done");
    const jobs = await post.jobs(batchId);
    expect(jobs.map(({ state, ended_reason: why }) => `${state} ${why ?? ""}`)).toEqual([
      "dropped collected",
      "dropped not_postable",
      "dropped address",
    ]);
    expect((await batchRow(batchId)).state).toBe("closed");
    expect(await post.delivery(homeless)).toMatchObject({
      address_problem: "missing",
      print_released_at: null,
    });
    expect(await post.errands(homeless)).toEqual(["to_print"]);
  });

  test("what keeps the press is the press's to clear", async () => {
    const { batchId } = await chosen(1);
    await owner()
      .updateTable("print_batch")
      .set({ problem: "press_failed" })
      .where("id", "=", batchId)
      .execute();
    expect(await releaseBatch(post.ctx, { carrier: null, domestic: null, abroad: null }, batchId)).toBe(
      "waits",
    );
    expect((await batchRow(batchId)).problem).toBe("no_numbers");
    await owner()
      .updateTable("print_batch")
      .set({ problem: "press_failed" })
      .where("id", "=", batchId)
      .execute();
    await post.advance({ minutes: 6 });
    expect(await releaseBatch(post.ctx, BY_RANGE, batchId)).toBe("done");
    expect((await batchRow(batchId)).problem).toBe("press_failed");
  });

  test("a letter is in one batch at a time, also where two desks choose it at once", async () => {
    const { ids, batchId } = await chosen(2);
    const rivals = await Promise.allSettled([post.batch(ids), post.batch(ids)]);
    for (const rival of rivals)
      expect(rival.status === "rejected" && isUniqueViolation(rival.reason, "print_job_living")).toBe(true);
    await post.act("not_postable", { delivery_id: ids[0] ?? "", reason: "unknown" });
    const second = await post.batch([ids[0] ?? ""]);
    expect(await states(second)).toEqual(["chosen"]);
    expect(await states(batchId)).toEqual(["dropped", "chosen"]);
  });

  test("two workers at once: one makes it, and no number is used twice", async () => {
    const { batchId } = await chosen(4);
    const runs = await Promise.all([1, 2, 3].map(() => releaseBatch(post.ctx, BY_RANGE, batchId)));
    expect(runs.toSorted()).toEqual(["done", "nothing_to_do", "nothing_to_do"]);
    const numbers = await owner()
      .selectFrom("print_job")
      .select("barcode")
      .where("barcode", "is not", null)
      .execute();
    expect(new Set(numbers.map(({ barcode }) => barcode)).size).toBe(numbers.length);
  });
});

describe("numbers", () => {
  test("a range that is used up keeps the rest waiting and says so; when there are more it goes on", async () => {
    const { batchId } = await chosen(3);
    const short = { ...RANGE, name: "short", first: 100_000, last: 100_001 };
    const ports = { ...BY_RANGE, domestic: short };
    expect(await releaseBatch(post.ctx, ports, batchId)).toBe("waits");
    expect((await states(batchId)).toSorted()).toEqual(["numbered", "numbered", "released"]);
    expect(await batchRow(batchId)).toMatchObject({ state: "making", problem: "numbers_exhausted" });
    expect(await releaseBatch(post.ctx, ports, batchId)).toBe("nothing_to_do");
    await post.advance({ minutes: 6 });
    expect(await releaseBatch(post.ctx, { ...ports, domestic: { ...short, last: 100_002 } }, batchId)).toBe(
      "done",
    );
    expect(await batchRow(batchId)).toMatchObject({ problem: null });
    expect((await post.jobs(batchId)).at(-1)?.barcode).toBe(RANGE.numberOf(100_002));
  });

  test("with neither carrier nor range the letters wait released; those abroad take theirs from a range of their own", async () => {
    const here = await post.toPrint(1);
    const there = await post.toPrint(1, {
      postal_address: { street: "Dam", number: "1", postcode: "1012 JS", town: "Amsterdam", country: "NL" },
    });
    const batchId = await post.batch([...here, ...there].map(({ deliveryId }) => deliveryId));
    const abroad = { ...RANGE, name: "abroad", kind: "s10" as const, numberOf: (n: number) => `RR${n}BE` };
    expect(await releaseBatch(post.ctx, { carrier: null, domestic: null, abroad }, batchId)).toBe("waits");
    expect(await states(batchId)).toEqual(["released", "numbered"]);
    expect((await batchRow(batchId)).problem).toBe("no_numbers");
    expect((await post.jobs(batchId))[1]).toMatchObject({ barcode_from: "s10", barcode: "RR0BE" });
  });

  test("a carrier who does not answer is asked again after his time; what he had answered stands", async () => {
    const { batchId } = await chosen(3);
    const down = new AppError("unavailable", "carrier_unavailable", { retryAfterSeconds: 600 });
    carrier.failures.push(down);
    expect(await releaseBatch(post.ctx, byCarrier(), batchId)).toBe("waits");
    expect(carrier.announced).toHaveLength(1);
    expect(await batchRow(batchId)).toMatchObject({ problem: "carrier_unavailable", tries: 1 });
    await post.advance({ minutes: 5 });
    expect(await releaseBatch(post.ctx, byCarrier(), batchId)).toBe("nothing_to_do");
    await post.advance({ minutes: 6 });
    await sweep(post.ctx);
    expect(await releaseBatch(post.ctx, byCarrier(), batchId)).toBe("done");
    const jobs = await post.jobs(batchId);
    expect(jobs.every(({ carrier_reference: reference, id }) => reference === `bp-${id}`)).toBe(true);
    expect(await batchRow(batchId)).toMatchObject({ problem: null, tries: 0, next_try_at: null });
  });

  test("a worker that dies while announcing: the same reference again, the same number, none lost", async () => {
    const { batchId } = await chosen(2);
    const lost = {
      ...carrier,
      announce: async (item: Parameters<typeof carrier.announce>[0]) => {
        await carrier.announce(item);
        throw new Error("killed before it was booked");
      },
    };
    await expect(releaseBatch(post.ctx, { ...byCarrier(), carrier: lost }, batchId)).rejects.toThrow(
      AggregateError,
    );
    expect(await states(batchId)).toEqual(["released", "released"]);
    await post.advance({ minutes: 2 });
    expect(await releaseBatch(post.ctx, byCarrier(), batchId)).toBe("done");
    expect(carrier.announced).toHaveLength(4);
    const jobs = await post.jobs(batchId);
    expect(new Set(carrier.announced)).toEqual(new Set(jobs.map(({ id }) => id)));
    expect(new Set(jobs.map(({ barcode }) => barcode)).size).toBe(2);
  });

  test("after the first, announcements go eight at a time; one that is not answered leaves what others were", async () => {
    const { batchId } = await chosen(12);
    const eight = Promise.withResolvers<void>();
    let [asked, underWay, most] = [0, 0, 0];
    const busy = {
      ...carrier,
      async announce(item: Parameters<typeof carrier.announce>[0]) {
        asked += 1;
        const mine = asked;
        underWay += 1;
        most = Math.max(most, underWay);
        if (mine === 1) expect(most).toBe(1);
        else {
          if (underWay === 8) eight.resolve();
          await eight.promise;
        }
        underWay -= 1;
        if (mine === 6) throw new AppError("unavailable", "carrier_unavailable", { retryAfterSeconds: 60 });
        return carrier.announce(item);
      },
    };
    expect(await releaseBatch(post.ctx, { ...byCarrier(), carrier: busy }, batchId)).toBe("waits");
    expect(most).toBe(8);
    expect((await states(batchId)).filter((state) => state === "released")).toHaveLength(12 - asked + 1);
    await post.advance({ minutes: 2 });
    expect(await releaseBatch(post.ctx, byCarrier(), batchId)).toBe("done");
    const jobs = await post.jobs(batchId);
    expect(new Set(jobs.map(({ barcode }) => barcode)).size).toBe(12);
    expect(carrier.announced).toHaveLength(12);
  });

  test("numbers of our own are announced too, and stay the letter's through any number of tries", async () => {
    const { batchId } = await chosen(1);
    carrier.failures.push(new AppError("unavailable", "carrier_unavailable"));
    const ports = { carrier, domestic: RANGE, abroad: null };
    await releaseBatch(post.ctx, ports, batchId);
    const [waiting] = await post.jobs(batchId);
    expect(waiting).toMatchObject({ state: "released", barcode_from: "range" });
    await post.advance({ minutes: 2 });
    await releaseBatch(post.ctx, ports, batchId);
    expect((await post.jobs(batchId))[0]).toMatchObject({
      state: "numbered",
      barcode: waiting?.barcode,
      barcode_from: "range",
      carrier_reference: `bp-${waiting?.id}`,
    });
  });

  test("an address the carrier refuses falls out with his words and can be tried again", async () => {
    const { first, batchId } = await chosen(1);
    carrier.failures.push(
      new AppError("bad_request", "carrier_refused", { detail: "street unknown in 9000" }),
    );
    expect(await releaseBatch(post.ctx, byCarrier(), batchId)).toBe("done");
    const [job] = await post.jobs(batchId);
    expect(job).toMatchObject({
      state: "fallen_out",
      ended_reason: "carrier_refused",
      ended_words: "street unknown in 9000",
    });
    expect((await batchRow(batchId)).state).toBe("closed");
    // Released: the sender can mend nothing any more, so he is not asked.
    expect((await post.delivery(first)).address_problem).toBe("other");
    expect(await post.errands(first)).toEqual([]);
    const again = await post.batch([first]);
    expect(await releaseBatch(post.ctx, byCarrier(), again)).toBe("done");
    expect(await states(again)).toEqual(["numbered"]);
    expect((await post.delivery(first)).address_problem).toBeNull();
    expect((await post.facts(first)).filter(({ type }) => type === "LetterReleased")).toHaveLength(1);
  });

  test("a number that the carrier knows under another item falls out, and no address is to blame", async () => {
    const { first, batchId } = await chosen(1);
    carrier.failures.push(new AppError("conflict", "number_taken"));
    const ports = { carrier, domestic: RANGE, abroad: null };
    expect(await releaseBatch(post.ctx, ports, batchId)).toBe("done");
    const [taken] = await post.jobs(batchId);
    expect(taken).toMatchObject({ state: "fallen_out", ended_reason: "number_taken" });
    expect((await post.delivery(first)).address_problem).toBeNull();
    const again = await post.batch([first]);
    expect(await releaseBatch(post.ctx, ports, again)).toBe("done");
    const [numbered] = await post.jobs(again);
    expect(numbered?.state).toBe("numbered");
    expect(numbered?.barcode).not.toBe(taken?.barcode);
  });
});

describe("acts of the desk", () => {
  async function made(count: number) {
    const batch = await chosen(count);
    await releaseBatch(post.ctx, BY_RANGE, batch.batchId);
    await post.make(batch.batchId);
    return { ...batch, jobs: await post.jobs(batch.batchId) };
  }

  test("printed, handed over: one RelayToNonERDS with what was handed over, postage consumed, the chain in order", async () => {
    const { first, batchId, jobs } = await made(2);
    const printed = await post.act("printed", { batch_id: batchId });
    expect(printed.outcome).toEqual({ done: 2, not_done: [] });
    expect((await batchRow(batchId)).state).toBe("printed");
    const over = await post.act("handed_over", { batch_id: batchId });
    expect(over.outcome).toEqual({ done: 2, not_done: [] });
    expect(await batchRow(batchId)).toMatchObject({ state: "handed_over" });
    expect(await post.delivery(first)).toMatchObject({ state: "posted", posted_at: over.acted_at });
    const records = await post.facts(first);
    expect(records.at(-1)).toMatchObject({
      type: "RelayToNonERDS",
      event_at: over.acted_at.toString({ smallestUnit: "millisecond" }),
      relay: {
        operator: "bpost",
        service: "Aangetekende zending",
        item: jobs[0]?.barcode,
        batch: String((await batchRow(batchId)).number),
        print_sha256: jobs[0]?.sha256,
        pages: 2,
        sheets: 1,
        address: "Jan Peeters, Kerkstraat 12 bus 3, 9000 GENT",
      },
    });
    expect(await post.postage(first)).toEqual(["reservation", "consumption"]);
    expect((await lintDelivery(owner(), first)).filter(({ severity }) => severity === "error")).toEqual([]);
    // Again, by a second job or a second act: nothing more.
    expect(await carryOutPostalAct(post.ctx, BY_RANGE, over.id)).toBe("nothing_to_do");
    const second = await post.act("handed_over", { batch_id: batchId });
    expect(second.outcome).toEqual({ done: 0, not_done: [] });
    expect(await post.facts(first)).toHaveLength(records.length);
  });

  test("of a batch that is scanned only what was scanned goes; the rest is named and goes later", async () => {
    const { ids, batchId, jobs } = await made(3);
    await post.act("printed", { batch_id: batchId });
    const [one, two, three] = jobs;
    const scan = async (id: string | undefined) =>
      owner()
        .updateTable("print_job")
        .set({ scanned_at: await clockNow(owner()), scanned_by: OPERATOR_ID })
        .where("id", "=", id ?? "")
        .execute();
    await scan(one?.id);
    await scan(two?.id);
    const first = await post.act("handed_over", { batch_id: batchId });
    expect(first.outcome).toEqual({ done: 2, not_done: [{ job: three?.id, why: "not_scanned" }] });
    expect((await post.delivery(ids[2] ?? "")).state).toBe("printed");
    expect((await batchRow(batchId)).state).toBe("printed");
    await scan(three?.id);
    expect((await post.act("handed_over", { batch_id: batchId })).outcome).toEqual({ done: 1, not_done: [] });
    expect((await batchRow(batchId)).state).toBe("handed_over");
  });

  test("one letter that fails keeps none of the others, and the act stays open for it", async () => {
    const { ids, batchId } = await made(2);
    const [broken = "", fine = ""] = ids;
    await post.act("printed", { batch_id: batchId });
    // Its next record collides with the one that stands.
    const moveHead = (by: number) =>
      sql`UPDATE delivery SET record_seq = record_seq + ${by} WHERE id = ${broken}`.execute(owner());
    await moveHead(-1);
    const id = await post.write("handed_over", { batch_id: batchId });
    await expect(carryOutPostalAct(post.ctx, BY_RANGE, id)).rejects.toThrow(AggregateError);
    expect((await post.delivery(fine)).state).toBe("posted");
    expect((await post.delivery(broken)).state).toBe("printed");
    await moveHead(1);
    expect(await carryOutPostalAct(post.ctx, BY_RANGE, id)).toBe("done");
    const act = await owner()
      .selectFrom("postal_act")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(act.outcome).toEqual({ done: 2, not_done: [] });
    expect((await post.delivery(broken)).posted_at).toEqual(act.acted_at);
  });

  test("what falls out goes back with its release, and comes again in another batch", async () => {
    const { ids, batchId, jobs } = await made(2);
    const [spoilt = "", fine = ""] = ids;
    await post.act("printed", { batch_id: batchId });
    const act = await post.act("fell_out", { job_id: jobs[0]?.id ?? "", reason: "misprint" });
    expect(act.outcome).toEqual({ done: 1, not_done: [] });
    expect(await post.delivery(spoilt)).toMatchObject({ state: "to_print" });
    expect((await post.jobs(batchId))[0]).toMatchObject({ state: "fallen_out", ended_reason: "misprint" });
    expect((await post.act("handed_over", { batch_id: batchId })).outcome).toEqual({
      done: 1,
      not_done: [{ job: jobs[0]?.id, why: "misprint" }],
    });
    expect((await post.delivery(fine)).state).toBe("posted");
    const again = await post.batch([spoilt]);
    await releaseBatch(post.ctx, BY_RANGE, again);
    await post.make(again);
    await post.act("printed", { batch_id: again });
    await post.act("handed_over", { batch_id: again });
    const types = (await post.facts(spoilt)).map(({ type }) => type);
    expect(types.filter((type) => type === "LetterPrinted")).toHaveLength(2);
    expect(types.filter((type) => type === "LetterReleased")).toHaveLength(1);
    expect(types.filter((type) => type === "RelayToNonERDS")).toHaveLength(1);
    const [first, second] = [(await post.jobs(batchId))[0], (await post.jobs(again))[0]];
    expect(first?.barcode).not.toBe(second?.barcode);
    expect((await lintDelivery(owner(), spoilt)).filter(({ severity }) => severity === "error")).toEqual([]);
    const late = await post.act("fell_out", { job_id: second?.id ?? "", reason: "damaged" });
    expect(late.outcome).toEqual({ done: 0, not_done: [{ job: second?.id, why: "posted" }] });
  });

  test("acts on one batch happen in the order in which they were done, whichever job comes first", async () => {
    const { first, batchId, jobs } = await made(2);
    const fell = await post.write("fell_out", { job_id: jobs[0]?.id ?? "", reason: "damaged" });
    const printed = await post.write("printed", { batch_id: batchId });
    const over = await post.write("handed_over", { batch_id: batchId });
    await carryOutPostalAct(post.ctx, BY_RANGE, over);
    const acts = await owner()
      .selectFrom("postal_act")
      .selectAll()
      .where("id", "in", [fell, printed, over])
      .execute();
    expect(acts.every(({ done_at: done }) => done !== null)).toBe(true);
    expect((await post.facts(first)).map(({ type }) => type)).not.toContain("LetterPrinted");
    expect(await states(batchId)).toEqual(["fallen_out", "posted"]);
  });

  test("where two must agree nothing happens before the other one has, and then it is dated at the act", async () => {
    const { first, batchId } = await made(1);
    await post.act("printed", { batch_id: batchId });
    const id = await post.write("handed_over", { batch_id: batchId, needs_second: true });
    expect(await carryOutPostalAct(post.ctx, BY_RANGE, id)).toBe("waits");
    expect((await post.delivery(first)).state).toBe("printed");
    await post.advance({ hours: 3 });
    const at = await clockNow(owner());
    await owner()
      .updateTable("postal_act")
      .set({ seconded_by: SECOND_ID, seconded_at: at })
      .where("id", "=", id)
      .execute();
    expect(await carryOutPostalAct(post.ctx, BY_RANGE, id)).toBe("done");
    const { posted_at: postedAt } = await post.delivery(first);
    expect(postedAt && Temporal.Instant.compare(postedAt, at.subtract({ hours: 3 }))).toBe(-1);
  });

  test.each([false, true])(
    "handed over on the last day and carried out after it, by two %s: posted in time",
    async (two) => {
      const { first, batchId } = await made(1);
      await post.act("printed", { batch_id: batchId });
      const overdue = async () =>
        owner()
          .selectFrom("delivery_timer")
          .select("due_at")
          .where("delivery_id", "=", first)
          .executeTakeFirstOrThrow();
      const { due_at: due } = await overdue();
      await post.advance({ hours: Math.floor(due.since(await clockNow(owner())).total("hours")) });
      const id = await post.write("handed_over", { batch_id: batchId, needs_second: two });
      await post.advance({ hours: 2 });
      expect(await runTimer(post.ctx, { deliveryId: first, kind: "post_overdue" })).toBe("not_due");
      if (two) {
        const seconded = { seconded_by: SECOND_ID, seconded_at: await clockNow(owner()) };
        await owner().updateTable("postal_act").set(seconded).where("id", "=", id).execute();
      }
      await carryOutPostalAct(post.ctx, BY_RANGE, id);
      expect((await post.delivery(first)).state).toBe("posted");
    },
  );

  test.each(["before", "after"] as const)(
    "not posted in time: the letter leaves its batch, the postage comes back, and nobody hands it over any more, its timer %s that",
    async (timer) => {
      const { first, batchId } = await made(1);
      await post.act("printed", { batch_id: batchId });
      await post.advance({ days: 20 });
      const end = () => runTimer(post.ctx, { deliveryId: first, kind: "post_overdue" });
      if (timer === "before") await end();
      const over = await post.act("handed_over", { batch_id: batchId });
      expect(over.outcome?.done).toBe(0);
      expect(await end()).toBe("not_due");
      expect(await post.delivery(first)).toMatchObject({ state: "post_failed" });
      expect((await post.jobs(batchId))[0]).toMatchObject({
        state: "fallen_out",
        ended_reason: "not_posted_in_time",
      });
      expect((await batchRow(batchId)).state).toBe("closed");
      expect(await post.postage(first)).toEqual(["reservation", "release"]);
    },
  );

  test("not postable: the sender is asked, mending and choosing again are open; in the end it has failed", async () => {
    const { first, batchId } = await chosen(1);
    const told = await post.act("not_postable", { delivery_id: first, reason: "incomplete" });
    expect(told.outcome?.done).toBe(1);
    expect(await states(batchId)).toEqual(["dropped"]);
    expect(await post.delivery(first)).toMatchObject({ state: "to_print", address_problem: "incomplete" });
    expect(await post.errands(first)).toHaveLength(1);
    await owner()
      .updateTable("delivery")
      .set({ ...ADDRESS, country: "BE", address_problem: null, address_problem_at: null })
      .where("id", "=", first)
      .execute();
    const again = await post.batch([first]);
    await releaseBatch(post.ctx, BY_RANGE, again);
    await post.make(again);
    await post.act("printed", { batch_id: again });
    const id = await post.write("not_postable", { delivery_id: first, reason: "final" });
    await carryOutPostalAct(post.ctx, BY_RANGE, id);
    const records = await post.facts(first);
    expect(records.slice(-2).map(({ type, reasons }) => [type, reasons])).toEqual([
      ["LetterToPrint", undefined],
      ["RelayToNonERDSFailure", ["own:not_postable"]],
    ]);
    expect(await states(again)).toEqual(["fallen_out"]);
    const late = await post.act("not_postable", { delivery_id: first, reason: "unknown" });
    expect(late.outcome?.not_done[0]?.why).toBe("post_failed");
  });
});

test("the carrier is connected no more while letters are on their way: nothing is due again and again, and their batch closes", async () => {
  const { batchId, jobs } = await post.posted(1);
  const id = jobs[0]?.id ?? "";
  const job = () =>
    owner().selectFrom("print_job").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  await owner()
    .updateTable("print_job")
    .set({ next_poll_at: await clockNow(owner()), blob_id: null })
    .where("id", "=", id)
    .execute();
  await restPoll(post.ctx, id);
  const rests = (await job()).next_poll_at;
  expect(rests && Temporal.Instant.compare(rests, await clockNow(owner()))).toBe(1);
  await restPoll(post.ctx, id);
  expect((await job()).next_poll_at).toEqual(rests);
  await post.advance({ days: 40 });
  await runTimer(post.ctx, { deliveryId: (await job()).delivery_id, kind: "carrier_overdue" });
  await restPoll(post.ctx, id);
  await sweepLetters(post.ctx);
  expect([(await job()).next_poll_at, (await batchRow(batchId)).state]).toEqual([null, "closed"]);
});

// Last: nobody sends in its name any more.
test("R16 an account is erased between release and hand-over: its letter is made and posted all the same", async () => {
  const { batchId, first } = await chosen(1);
  await releaseBatch(post.ctx, BY_RANGE, batchId);
  await sql`UPDATE account SET status = 'closed', closed_at = clock.now(), erase_by = retention.today() WHERE id = ${TEST_SENDER.accountId}`.execute(
    owner(),
  );
  const { rows } = await sql<{ gone: readonly string[] }>`
    SELECT retention.erase_account(ARRAY[${TEST_SENDER.accountId}]) AS gone`.execute(owner());
  expect(rows).toEqual([{ gone: [TEST_SENDER.accountId] }]);
  const keys = owner().selectFrom("key_wrap").select("holder").where("holder", "=", first);
  expect(await keys.execute()).toEqual([{ holder: first }]);
  await post.make(batchId);
  await post.act("printed", { batch_id: batchId });
  await post.act("handed_over", { batch_id: batchId });
  expect(await states(batchId)).toEqual(["posted"]);
  expect(await post.delivery(first)).toMatchObject({ state: "posted" });
  expect(await keys.execute()).toEqual([{ holder: first }]);
});
