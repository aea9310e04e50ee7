// After hand-over: what the carrier says, asked or entered; who is asked for an address; what ends letters and their files.

import { createHash } from "node:crypto";
import { clockNow, type PostalActDetails, sql } from "@posthorn/db";
import { AppError, printFileFallsAt } from "@posthorn/domain";
import { lintDelivery, TEST_SENDER } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runTimer } from "../deadline/run-timer.ts";
import { sweep } from "../deadline/sweep.ts";
import { fetchProof } from "../proof/fetch-proof.ts";
import { listArtifacts } from "../record/list-artifacts.ts";
import { mendPostalAddress } from "../repair/mend-postal-address.ts";
import { askForAddresses } from "./ask-for-addresses.ts";
import { bookStatements } from "../postal-desk/book-statements.ts";
import { bookCarrierReports } from "./book-carrier-reports.ts";
import { carryOutPostalAct } from "./carry-out-postal-act.ts";
import { pollCarrier } from "./poll-carrier.ts";
import {
  ADDRESS,
  BY_RANGE,
  createPostBench,
  OPERATOR_ID,
  type PostBench,
  said,
  toldCarrier,
  type ToldCarrier,
} from "./post.test-support.ts";
import { releaseBatch } from "./release-batch.ts";
import { sweepLetters } from "./sweep-letters.ts";

let post: PostBench;
let carrier: ToldCarrier;

beforeAll(async () => {
  carrier = toldCarrier();
  post = await createPostBench({ ...BY_RANGE, carrier, domestic: null });
});
afterAll(() => post.close());
beforeEach(() => {
  carrier.events = [];
  carrier.signed = null;
  carrier.failures.length = 0;
});

const owner = () => post.bench.context("owner").db;
const now = () => clockNow(owner());
const types = async (id: string) => (await post.facts(id)).map(({ type }) => type);

async function oneByPost() {
  const { batchId, jobs } = await post.posted(1);
  const [job] = jobs;
  if (!job) throw new Error("no letter");
  return { batchId, job, id: job.delivery_id, poll: () => pollCarrier(post.ctx, carrier, job.id) };
}
const jobRow = (id: string) =>
  owner().selectFrom("print_job").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

describe("asking the carrier", () => {
  test("what he says on the way and at the end lands in the chain once, with its bytes, and the proofs open", async () => {
    const { job, id, poll } = await oneByPost();
    expect(await poll()).toBe("nothing_to_do");
    await post.advance({ hours: 7 });
    const at = await now();
    carrier.events = [said("a", "accepted", at), said("b", "presented", at)];
    expect(await poll()).toBe("done");
    expect(await post.delivery(id)).toMatchObject({ state: "posted", final_at: null });
    await post.advance({ hours: 6 });
    carrier.events = [...carrier.events, said("c", "held", at), said("d", "delivered", at)];
    carrier.signed = Buffer.from("%PDF signed by the carrier");
    await sweep(post.ctx);
    expect(await poll()).toBe("done");
    const statements = (await post.facts(id)).filter(({ type }) => type === "CarrierStatement");
    expect(statements.map(({ carrier: facts }) => facts?.outcome)).toEqual([
      "accepted",
      "presented",
      "held",
      "delivered",
      "signed_proof",
    ]);
    expect(statements.map(({ closing }) => closing !== undefined)).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
    expect(statements[0]?.carrier).toMatchObject({ source: "bpost", words: "code a" });
    expect(statements[4]).toMatchObject({ after_final: true, carrier: { outcome: "signed_proof" } });
    expect((await post.delivery(id)).state).toBe("post_delivered");
    const kept = await post.bench
      .context("sealer")
      .db.transaction()
      .execute((trx) => listArtifacts(trx, id));
    const named = new Set(statements.map(({ carrier: facts }) => facts?.raw_sha256));
    expect(
      kept
        .filter(({ sha256 }) => named.has(sha256))
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(["carrier_proof", "carrier_report", "carrier_report", "carrier_report", "carrier_report"]);
    for (const kind of ["proof_of_posting", "proof_of_post_outcome"] as const)
      await expect(
        fetchProof(post.bench.context("portal"), TEST_SENDER, { deliveryId: id, kind, language: "nl" }),
      ).rejects.toMatchObject({ code: "proof_being_sealed" });
    expect((await lintDelivery(owner(), id)).filter(({ severity }) => severity === "error")).toEqual([]);
    expect(await post.postage(id)).toEqual(["reservation", "consumption"]);
    expect((await jobRow(job.id)).polls).toBe(2);
  });

  test("no outcome is proved by a letter that is on its way", async () => {
    const { id, poll } = await oneByPost();
    await post.advance({ hours: 7 });
    carrier.events = [said("a", "presented", await now())];
    await poll();
    await expect(
      fetchProof(post.bench.context("portal"), TEST_SENDER, {
        deliveryId: id,
        kind: "proof_of_post_outcome",
        language: "nl",
      }),
    ).rejects.toMatchObject({ code: "proof_not_available" });
  });

  test("returned after it was booked delivered: both stand, no date moves; after a week nobody asks any more", async () => {
    const { job, id, poll } = await oneByPost();
    await post.advance({ hours: 7 });
    carrier.events = [said("a", "delivered", await now())];
    await poll();
    const { final_at: finalAt } = await post.delivery(id);
    await post.advance({ hours: 25 });
    carrier.events = [...carrier.events, said("b", "returned", await now())];
    await poll();
    const statements = (await post.facts(id)).filter(({ type }) => type === "CarrierStatement");
    expect(
      statements.map(({ carrier: facts, details }) => [facts?.outcome, details?.["correction"]]),
    ).toEqual([
      ["delivered", undefined],
      ["returned", true],
    ]);
    expect(await post.delivery(id)).toMatchObject({ state: "post_delivered", final_at: finalAt });
    await post.advance({ days: 6 });
    await poll();
    expect((await jobRow(job.id)).next_poll_at).toBeNull();
  });

  test("an end from before the letter was made is of whoever had its number before: kept, and ending nothing", async () => {
    const { job, id, poll } = await oneByPost();
    await post.advance({ hours: 7 });
    const { made_at: madeAt } = await jobRow(job.id);
    const before = madeAt?.subtract({ minutes: 1 }) ?? (await now());
    carrier.events = [said("old", "delivered", before), said("a", "accepted", await now())];
    await poll();
    expect((await post.delivery(id)).state).toBe("posted");
    const outcomes = async () =>
      (await post.facts(id)).flatMap(({ type, carrier: word }) =>
        type === "CarrierStatement" ? [word?.outcome] : [],
      );
    expect(await outcomes()).toEqual(["other", "accepted"]);
    await post.advance({ hours: 7 });
    carrier.events = [...carrier.events, said("new", "delivered", await now())];
    await poll();
    expect(await outcomes()).toEqual(["other", "accepted", "delivered"]);
    expect((await post.delivery(id)).state).toBe("post_delivered");
  });

  test("he does not answer: asked again at his time; two polls at once ask once", async () => {
    const { job, poll } = await oneByPost();
    await post.advance({ hours: 7 });
    carrier.failures.push(new AppError("unavailable", "carrier_unavailable", { retryAfterSeconds: 1_800 }));
    expect(await poll()).toBe("waits");
    const { next_poll_at: next } = await jobRow(job.id);
    expect(next?.since(await now()).total("minutes")).toBeGreaterThan(29);
    await post.advance({ minutes: 31 });
    const runs = await Promise.all([poll(), poll()]);
    expect(runs.toSorted()).toEqual(["done", "nothing_to_do"]);
  });

  test("killed after he answered and before it was booked: the sweep books it, dated when it came", async () => {
    const { job, id } = await oneByPost();
    const receivedAt = await now();
    await owner()
      .insertInto("carrier_report")
      .values({
        job_id: job.id,
        delivery_id: id,
        event_key: "k",
        outcome: "returned",
        said_at: null,
        words: null,
        source: "bpost",
        raw: Buffer.from("{}"),
        media_type: "application/json",
        received_at: receivedAt,
        booked_at: null,
      })
      .execute();
    await post.advance({ hours: 1 });
    expect(await bookCarrierReports(post.ctx)).toBe(1);
    expect(await bookCarrierReports(post.ctx)).toBe(0);
    expect(await post.delivery(id)).toMatchObject({ state: "post_returned", final_at: receivedAt });
  });

  test("silent for thirty days: unknown, unless he had spoken and nobody had booked it", async () => {
    const { id } = await oneByPost();
    const heard = await oneByPost();
    await post.advance({ days: 29 });
    const saidBefore = { outcome: "delivered" } as const;
    await owner()
      .insertInto("carrier_report")
      .values({
        job_id: heard.job.id,
        delivery_id: heard.id,
        event_key: "k",
        ...saidBefore,
        said_at: null,
        words: null,
        source: "bpost",
        raw: Buffer.from("{}"),
        media_type: "application/json",
        received_at: await now(),
        booked_at: null,
      })
      .execute();
    await post.advance({ days: 2 });
    for (const deliveryId of [id, heard.id])
      await runTimer(post.ctx, { deliveryId, kind: "carrier_overdue" });
    expect((await post.delivery(id)).state).toBe("post_unknown");
    expect((await post.delivery(heard.id)).state).toBe("post_delivered");
  });

  test("what he says after the term is a correction, whoever comes first: no date lies beyond what was promised", async () => {
    const { id, poll } = await oneByPost();
    const { posted_at: postedAt } = await post.delivery(id);
    await post.advance({ days: 31 });
    // The worker was away: the poll runs before the timer.
    carrier.events = [said("late", "delivered", await now())];
    await poll();
    const { state, final_at: finalAt } = await post.delivery(id);
    expect(state).toBe("post_unknown");
    expect(finalAt?.since(postedAt ?? finalAt).total("days")).toBeLessThan(30.1);
    const told = (await post.facts(id)).slice(-2);
    expect(told.map(({ type, details }) => [type, details?.["correction"]])).toEqual([
      ["CarrierSilent", undefined],
      ["CarrierStatement", true],
    ]);
    expect((await lintDelivery(owner(), id)).filter(({ severity }) => severity === "error")).toEqual([]);
    await runTimer(post.ctx, { deliveryId: id, kind: "carrier_overdue" });
    expect((await post.delivery(id)).state).toBe("post_unknown");
  });
});

describe("statements entered at the desk", () => {
  test("of a file that tells one letter's story newest first, what happened first ends it, whichever job comes first", async () => {
    const { job, id } = await oneByPost();
    await post.advance({ hours: 8 });
    const arrivedAt = await now();
    const outcomes = ["returned", "held", "presented", "delivered", "accepted"];
    const report = await bookStatements(
      post.bench.context("backoffice"),
      {
        staff: {
          staffId: OPERATOR_ID,
          roles: ["postal_operator"],
          freshUntil: arrivedAt.add({ minutes: 5 }),
        },
        visitor: { ip: "203.0.113.9", userAgent: "test", language: "nl" },
        arrivedAt,
      },
      outcomes.map((outcome, index) => ({
        line: index + 1,
        barcode: job.barcode ?? "",
        outcome,
        at: arrivedAt.subtract({ minutes: 10 * (index + 1) }).toString(),
        words: "",
      })),
    );
    expect(report).toMatchObject({ booked: 5, before: 0, bad: [] });
    const acts = await owner().selectFrom("postal_act").select("id").where("job_id", "=", job.id).execute();
    for (const act of acts) await carryOutPostalAct(post.ctx, BY_RANGE, act.id);
    const statements = (await post.facts(id)).filter(({ type }) => type === "CarrierStatement");
    expect(statements.map(({ carrier: facts }) => facts?.outcome)).toEqual(outcomes.toReversed());
    expect((await post.delivery(id)).state).toBe("post_delivered");
  });

  test("are his, and say who entered them; once an act, and of posted letters only", async () => {
    const { job, id } = await oneByPost();
    const details: PostalActDetails = {
      outcome: "returned",
      said_at: "2026-12-20T10:00:00.000Z",
      words: "weigering",
    };
    const act = await post.act("carrier_statement", { job_id: job.id, details });
    expect(act.outcome).toEqual({ done: 1, not_done: [] });
    const record = (await post.facts(id)).at(-1);
    expect(record).toMatchObject({
      type: "CarrierStatement",
      carrier: { source: "bpost", outcome: "returned", words: "weigering (entered by the postal desk)" },
    });
    const [kept] = await owner()
      .selectFrom("evidence_artifact")
      .selectAll()
      .where("delivery_id", "=", id)
      .where("kind", "=", "carrier_report")
      .execute();
    expect(JSON.parse(Buffer.from(kept?.bytes ?? []).toString())).toMatchObject({
      act: act.id,
      words: "weigering",
    });
    await post.act("carrier_statement", { job_id: job.id, details });
    expect((await types(id)).filter((type) => type === "CarrierStatement")).toHaveLength(1);

    const [early] = await post.toPrint(1);
    const batchId = await post.batch([early?.deliveryId ?? ""]);
    const [chosen] = await post.jobs(batchId);
    const refused = await post.act("carrier_statement", { job_id: chosen?.id ?? "", details });
    expect(refused.outcome).toEqual({ done: 0, not_done: [{ job: chosen?.id, why: "not_posted" }] });
  });
});

test("the receipt of the deposit is named by every hand-over and kept under each of its letters", async () => {
  const sent = await post.toPrint(1);
  const id = sent[0]?.deliveryId ?? "";
  const batchId = await post.batch([id]);
  await releaseBatch(post.ctx, { carrier, domestic: null, abroad: null }, batchId);
  await post.make(batchId);
  await post.act("printed", { batch_id: batchId });
  await post.bench
    .context("backoffice")
    .db.insertInto("posting_receipt")
    .values({
      id: "rcp_1",
      batch_id: batchId,
      sha256: "cd".repeat(32),
      media_type: "application/pdf",
      bytes: Buffer.from("%PDF receipt"),
      uploaded_by: OPERATOR_ID,
      uploaded_at: await now(),
    })
    .execute();
  await post.act("handed_over", { batch_id: batchId });
  expect((await post.facts(id)).at(-1)?.relay?.receipt_sha256).toBe("cd".repeat(32));
  const kept = await post.bench
    .context("sealer")
    .db.transaction()
    .execute((trx) => listArtifacts(trx, id));
  expect(kept.find(({ sha256 }) => sha256 === "cd".repeat(32))).toMatchObject({
    kind: "posting_receipt",
    mediaType: "application/pdf",
  });
});

test("what of a batch is handed over on another day does not go by the receipt of the first", async () => {
  const sent = await post.toPrint(2);
  const batchId = await post.batch(sent.map(({ deliveryId }) => deliveryId));
  await releaseBatch(post.ctx, { ...BY_RANGE, carrier, domestic: null }, batchId);
  await post.make(batchId);
  await post.act("printed", { batch_id: batchId });
  const [first, second] = await post.jobs(batchId);
  await post.bench
    .context("backoffice")
    .db.insertInto("posting_receipt")
    .values({
      id: "rcp_FIRSTDAY",
      batch_id: batchId,
      sha256: "0a".repeat(32),
      media_type: "application/pdf",
      bytes: Buffer.from("%PDF first day"),
      uploaded_by: OPERATOR_ID,
      uploaded_at: await now(),
    })
    .execute();
  const named: (string | undefined)[] = [];
  for (const job of [first, second]) {
    const scanned = { scanned_at: await now(), scanned_by: OPERATOR_ID };
    await owner()
      .updateTable("print_job")
      .set(scanned)
      .where("id", "=", job?.id ?? "")
      .execute();
    await post.advance({ hours: 1 });
    await post.act("handed_over", { batch_id: batchId });
    const facts = await post.facts(job?.delivery_id ?? "");
    named.push(facts.find(({ type }) => type === "RelayToNonERDS")?.relay?.receipt_sha256);
  }
  expect(named).toEqual(["0a".repeat(32), undefined]);
});

test("a receipt that comes after the hand-over is the carrier's word for each letter of that deposit and no other, once", async () => {
  const sent = await post.toPrint(3);
  const batchId = await post.batch(sent.map(({ deliveryId }) => deliveryId));
  await releaseBatch(post.ctx, { ...BY_RANGE, carrier, domestic: null }, batchId);
  await post.make(batchId);
  await post.act("printed", { batch_id: batchId });
  const [one, two, three] = (await post.jobs(batchId)).map(({ id }) => id);
  const parts: string[] = [];
  for (const ids of [[one, two], [three]]) {
    await owner()
      .updateTable("print_job")
      .set({ scanned_at: await now(), scanned_by: OPERATOR_ID })
      .where("id", "in", ids as string[])
      .execute();
    await post.advance({ hours: 1 });
    parts.push((await post.act("handed_over", { batch_id: batchId })).id);
  }
  const [, second] = parts;
  const bytes = Buffer.from("%PDF late receipt");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  for (const handOverId of parts)
    await post.bench
      .context("backoffice")
      .db.insertInto("posting_receipt")
      .values({
        id: `rcp_LATE${handOverId}`,
        batch_id: batchId,
        sha256,
        media_type: "application/pdf",
        bytes,
        uploaded_by: OPERATOR_ID,
        uploaded_at: await now(),
        hand_over_id: handOverId,
      })
      .execute();
  const state = (handOver: string) =>
    post.act("carrier_statement", {
      batch_id: batchId,
      details: { outcome: "accepted", receipt_sha256: sha256, hand_over: handOver },
    });
  const said = async () =>
    Promise.all(
      sent.map(async ({ deliveryId }) =>
        (await post.facts(deliveryId)).flatMap(({ type, carrier: word }) =>
          type === "CarrierStatement" ? [word?.raw_sha256] : [],
        ),
      ),
    );
  for (let times = 0; times < 2; times += 1) {
    expect((await state(second ?? "")).outcome).toEqual({ done: 1, not_done: [] });
    expect(await said()).toEqual([[], [], [sha256]]);
  }
  expect((await state(parts[0] ?? "")).outcome).toEqual({ done: 2, not_done: [] });
  expect(await said()).toEqual([[sha256], [sha256], [sha256]]);
  for (const { deliveryId } of sent) {
    expect((await lintDelivery(owner(), deliveryId)).filter(({ severity }) => severity === "error")).toEqual(
      [],
    );
    const kept = await post.bench
      .context("sealer")
      .db.transaction()
      .execute((trx) => listArtifacts(trx, deliveryId));
    // Of the whole deposit, as before: no side learns from its own evidence who else was written to.
    expect(kept.filter((file) => file.sha256 === sha256).map(({ kind }) => kind)).toEqual([
      "posting_receipt",
    ]);
    expect((await post.delivery(deliveryId)).state).toBe("posted");
  }
});

describe("addresses that are missing", () => {
  const NONE = { postal_address: undefined };

  test("the sender is asked five days before the deadline and when the letter is due, each once; then it was not postable", async () => {
    const [sent] = await post.send(1, NONE);
    const id = sent?.deliveryId ?? "";
    await askForAddresses(post.ctx);
    expect(await post.errands(id)).toEqual([]);
    await post.advance({ days: 11 });
    await askForAddresses(post.ctx);
    await askForAddresses(post.ctx);
    expect(await post.errands(id)).toEqual(["deadline 1"]);
    await post.advance({ days: 5, minutes: 2 });
    await runTimer(post.ctx, { deliveryId: id, kind: "expiry" });
    await askForAddresses(post.ctx);
    expect(await post.errands(id)).toEqual(["deadline 1", "to_print"]);
    await post.advance({ days: 20 });
    await runTimer(post.ctx, { deliveryId: id, kind: "post_overdue" });
    expect((await post.facts(id)).at(-1)).toMatchObject({
      type: "RelayToNonERDSFailure",
      reasons: ["own:not_postable"],
    });
    expect(await post.postage(id)).toEqual(["reservation", "release"]);
    expect(await askForAddresses(post.ctx)).toBe(0);
  });

  test("mended in time the letter goes", async () => {
    const [sent] = await post.toPrint(1, NONE);
    const id = sent?.deliveryId ?? "";
    const batchId = await post.batch([id]);
    await releaseBatch(post.ctx, BY_RANGE, batchId);
    expect((await post.delivery(id)).address_problem).toBe("missing");
    expect(await post.errands(id)).toEqual(["to_print"]);
    const mended = await mendPostalAddress(post.bench.context("portal"), TEST_SENDER, {
      deliveryId: id,
      address: ADDRESS,
    });
    expect(mended.kind).toBe("repaired");
    expect((await post.delivery(id)).address_problem).toBeNull();
    const again = await post.batch([id]);
    await releaseBatch(post.ctx, BY_RANGE, again);
    expect((await post.jobs(again)).map(({ state }) => state)).toEqual(["numbered"]);
  });
});

describe("print files and keys", () => {
  const wraps = async (messageId: string) => {
    const rows = await owner()
      .selectFrom("key_wrap")
      .select("holder")
      .where("message_id", "=", messageId)
      .execute();
    return rows.map(({ holder }) => holder).toSorted();
  };
  const owed = async () => {
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM blob_removal`.execute(owner());
    return rows[0]?.n ?? 0;
  };

  async function eraseFile(jobId: string): Promise<readonly string[]> {
    const { rows } = await sql<{ gone: readonly string[] }>`
      SELECT retention.erase_print_file(${[jobId]}::text[]) AS gone`.execute(post.bench.context("eraser").db);
    return rows[0]?.gone ?? [];
  }

  test("R16 thirty days after posting the file falls, and with it the key of who never collected; the sender keeps his", async () => {
    const { job, id, batchId } = await oneByPost();
    const { message_id: messageId, posted_at: postedAt } = await post.delivery(id);
    expect((await jobRow(job.id)).file_falls_at).toEqual(printFileFallsAt(postedAt ?? (await now())));
    await post.advance({ days: 29 });
    expect(await eraseFile(job.id)).toEqual([]);
    expect(await wraps(messageId)).toEqual(["account", id]);
    await post.advance({ days: 3 });
    expect(await eraseFile(job.id)).toEqual([job.id]);
    expect(await jobRow(job.id)).toMatchObject({ blob_id: null, wrapped_key: null });
    expect(await wraps(messageId)).toEqual(["account"]);
    // The print file alone: the sender still reads his parts.
    expect(await owed()).toBe(1);
    await owner().deleteFrom("blob_removal").execute();
    await owner().updateTable("print_job").set({ next_poll_at: null }).where("id", "=", job.id).execute();
    await sweepLetters(post.ctx);
    const batch = await owner()
      .selectFrom("print_batch")
      .select("state")
      .where("id", "=", batchId)
      .executeTakeFirst();
    expect(batch?.state).toBe("closed");
  });

  test("a letter that failed before anything was printed ends the addressee's key at once; parts and renditions go with the last key", async () => {
    const [sent] = await post.toPrint(1);
    const { deliveryId = "", messageId = "" } = sent ?? {};
    await post.act("not_postable", { delivery_id: deliveryId, reason: "final" });
    expect(await wraps(messageId)).toEqual(["account"]);
    expect(await owed()).toBe(0);
    await owner().deleteFrom("key_wrap").where("message_id", "=", messageId).execute();
    // The text and how it looked on paper.
    expect(await owed()).toBe(2);
  });
});
