// Books what the carrier said as records of its delivery: his statement, never our finding; the bytes are kept under the evidence.

import {
  type CarrierReportTable,
  clockNow,
  type DeliveryRow,
  isoMillis,
  lockDelivery,
  type Selectable,
  snapshotOf,
  transact,
  type Transaction,
} from "@posthorn/db";
import { type CarrierFacts, decide, type Instant, isCarrierEnd } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { oneLine } from "../notice/channel-facts.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { keepArtifact } from "../record/keep-artifact.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";

type Report = Selectable<CarrierReportTable>;

/** Deliveries in one pass. */
const BATCH = 500;

/** Event key of his signed proof among his reports: there is one a letter. */
export const SIGNED_PROOF = "signed_proof";

/** Idempotent, a transaction a delivery. Returns how many deliveries had something to book. */
export async function bookCarrierReports(ctx: Context): Promise<number> {
  const open = await ctx.db
    .selectFrom("carrier_report")
    .select((eb) => ["delivery_id", eb.fn.min("id").as("first")])
    .where("booked_at", "is", null)
    .groupBy("delivery_id")
    .orderBy("first")
    .limit(BATCH)
    .execute();
  for (const { delivery_id: deliveryId } of open) await bookReportsOf(ctx, deliveryId);
  return open.length;
}

export async function bookReportsOf(ctx: Context, deliveryId: string): Promise<void> {
  await transact(ctx.db, {}, async (trx) => bookOpenReports(trx, ctx, await lockDelivery(trx, deliveryId)));
}

/** In the order in which they came, each dated when it came to us. Returns the locked delivery as it then stands. */
export async function bookOpenReports(
  trx: Transaction,
  ctx: Context,
  locked: DeliveryRow,
): Promise<DeliveryRow> {
  let row = locked;
  const reports = await trx
    .selectFrom("carrier_report")
    .selectAll()
    .where("delivery_id", "=", row.id)
    .where("booked_at", "is", null)
    .orderBy("id")
    .execute();
  if (reports.length === 0) return row;
  const now = await clockNow(trx);
  for (const report of reports) {
    row = await endSilence(trx, ctx, row, report.received_at, now);
    row = await book(trx, ctx, row, report, now);
  }
  return row;
}

/** What came after his term ends nothing any more, though the term's own timer be late: `final_by` was promised. */
async function endSilence(
  trx: Transaction,
  ctx: Context,
  row: DeliveryRow,
  receivedAt: Instant,
  now: Instant,
): Promise<DeliveryRow> {
  const decision = decide(snapshotOf(row), { kind: "give_up_carrier", now: receivedAt });
  if (decision.kind !== "done") return row;
  const message = await loadMessageFacts(trx, row.message_id);
  return (await applyDecision(trx, ctx, { row, message, decision, recordedAt: now })).row;
}

/** Said again it is no new statement; said before the letter is booked as posted it waits. */
async function book(
  trx: Transaction,
  ctx: Context,
  row: DeliveryRow,
  report: Report,
  now: Instant,
): Promise<DeliveryRow> {
  const { outcome, received_at: at } = report;
  const decision = decide(
    snapshotOf(row),
    isCarrierEnd(outcome) ? { kind: "carrier_reports", at, outcome } : { kind: "carrier_notes", at, outcome },
  );
  if (decision.kind === "refused" && row.final_at === null) return row;
  await trx.updateTable("carrier_report").set({ booked_at: now }).where("id", "=", report.id).execute();
  if (decision.kind !== "done") return row;
  const applied = await applyDecision(trx, ctx, {
    row,
    message: await loadMessageFacts(trx, row.message_id),
    decision,
    recordedAt: now,
    events: { CarrierStatement: { carrier: await carrierFacts(trx, report, now) } },
  });
  return applied.row;
}

async function carrierFacts(trx: Transaction, report: Report, now: Instant): Promise<CarrierFacts> {
  const sha256 = await keepArtifact(trx, {
    deliveryId: report.delivery_id,
    kind: report.event_key === SIGNED_PROOF ? "carrier_proof" : "carrier_report",
    mediaType: report.media_type,
    bytes: report.raw,
    at: now,
  });
  return {
    source: report.source,
    outcome: report.outcome,
    ...(report.said_at === null ? {} : { at: isoMillis(report.said_at) }),
    ...(report.words === null ? {} : { words: oneLine(report.words) }),
    raw_sha256: sha256,
  };
}
