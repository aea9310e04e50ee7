// One delivery as its sender sees it: addressee, state, dates, track, evidence, and which proofs there are.

import {
  clockNow,
  type DeliveryRow,
  type Queryable,
  snapshotOf,
  transact,
  type Transaction,
} from "@posthorn/db";
import {
  AppError,
  decide,
  type MismatchField,
  type EvidenceFacts,
  QUALIFIED_METHODS_DEFAULT,
  type QualifiedClaim,
  qualifiedClaim,
  type ProofKind,
  provableKinds,
  type RecipientFacts,
  type Station,
  trackOf,
  type TrackRecord,
} from "@posthorn/domain";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";
import { type LetterView, viewLetter } from "../letter/view-letter.ts";
import { recipientFacts } from "../record/base-facts.ts";

export interface EvidenceLine {
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly eventAt: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
  readonly stampedAt: Temporal.Instant | null;
  /** Has XML once sealed; records that are no ETSI event never have. */
  readonly sealed: boolean;
  readonly facts: EvidenceFacts;
}

/** Of the stranger nothing is told but the field that did not fit. */
export interface MismatchLine {
  readonly at: Temporal.Instant;
  readonly method: "itsme" | "eid";
  readonly field: MismatchField | "not_a_member";
}

export interface DeliveryView {
  readonly id: string;
  readonly messageId: string;
  readonly subject: string;
  readonly state: DeliveryRow["state"];
  /** Null once what the sender entrusted about him is erased (R7). */
  readonly addressee: RecipientFacts | null;
  readonly addresseeErasedAt: Temporal.Instant | null;
  readonly acceptedAt: Temporal.Instant;
  readonly notifiedAt: Temporal.Instant | null;
  readonly collectUntil: Temporal.PlainDate | null;
  readonly finalBy: Temporal.PlainDate;
  readonly finalAt: Temporal.Instant | null;
  readonly collectionDays: number;
  readonly requiredIdentification: "codes" | "eid_or_itsme";
  readonly postalFallback: boolean;
  /** Whether this delivery may be called qualified, by what its evidence says. */
  readonly qualified: QualifiedClaim;
  readonly contentRetentionDays: number;
  /** What may be mended now. */
  readonly repairable: { readonly contact: boolean; readonly address: boolean };
  readonly smsFailureOpen: boolean;
  /** Null where no letter was ever to follow, or it ended without one. */
  readonly letter: LetterView | null;
  /** Somebody identified himself and is not the addressee: the newest first, at most 20. */
  readonly mismatches: readonly MismatchLine[];
  readonly track: readonly Station[];
  readonly evidence: readonly EvidenceLine[];
  readonly proofs: readonly ProofKind[];
  /** What rectifies the evidence, beside it: the evidence itself never changes. The oldest first. */
  readonly rectifications: readonly Rectification[];
}

export interface Rectification {
  readonly words: string;
  readonly at: Temporal.Instant;
}

/** Errors: not_found `delivery_not_found`, another account's too. */
export async function showDelivery(
  ctx: Context,
  reader: AccountReader,
  deliveryId: string,
): Promise<DeliveryView> {
  return transact(ctx.db, scopeOf(reader), (trx) => readDelivery(trx, deliveryId));
}

async function readDelivery(trx: Transaction, deliveryId: string): Promise<DeliveryView> {
  const row = await trx.selectFrom("delivery").selectAll().where("id", "=", deliveryId).executeTakeFirst();
  if (!row) throw new AppError("not_found", "delivery_not_found");
  const message = await trx
    .selectFrom("message")
    .select(["subject", "required_identification", "content_retention_days"])
    .where("id", "=", row.message_id)
    .executeTakeFirstOrThrow();
  const timers = await trx
    .selectFrom("delivery_timer")
    .select(["kind", "due_at"])
    .where("delivery_id", "=", deliveryId)
    .execute();
  const evidence = await readEvidence(trx, deliveryId);
  const now = await clockNow(trx);
  return {
    id: row.id,
    messageId: row.message_id,
    subject: message.subject,
    state: row.state,
    addressee: row.addressee_erased_at === null ? recipientFacts(row) : null,
    addresseeErasedAt: row.addressee_erased_at,
    acceptedAt: row.accepted_at,
    notifiedAt: row.notified_at,
    collectUntil: row.collect_until,
    finalBy: row.final_by,
    finalAt: row.final_at,
    collectionDays: row.collection_days,
    requiredIdentification: message.required_identification,
    postalFallback: row.postal_fallback,
    qualified: claimOf(evidence),
    contentRetentionDays: message.content_retention_days,
    repairable: repairable(row, now),
    smsFailureOpen: row.sms_failure_open,
    letter: await viewLetter(trx, row, evidence, now),
    mismatches: await readMismatches(trx, deliveryId),
    track: trackOf({
      state: row.state,
      postalFallback: row.postal_fallback,
      records: evidence.map(trackRecord),
      timers: timers.map((timer) => ({ kind: timer.kind, dueAt: timer.due_at })),
      collectUntil: row.collect_until,
      finalBy: row.final_by,
    }),
    evidence,
    proofs: provableKinds(evidence.map((line) => line.facts)),
    rectifications: await readRectifications(trx, deliveryId),
  };
}

/** In the scope of who may see the delivery. */
export async function readRectifications(
  trx: Transaction,
  deliveryId: string,
): Promise<readonly Rectification[]> {
  return trx
    .selectFrom("rectification_note")
    .select(["words", "noted_at as at"])
    .where("delivery_id", "=", deliveryId)
    .orderBy("noted_at")
    .orderBy("id")
    .execute();
}

const MISMATCHES_SHOWN = 20;

async function readMismatches(trx: Transaction, deliveryId: string): Promise<readonly MismatchLine[]> {
  return trx
    .selectFrom("identification_mismatch")
    .select(["happened_at as at", "method", "field"])
    .where("delivery_id", "=", deliveryId)
    .orderBy("happened_at", "desc")
    .orderBy("id", "desc")
    .limit(MISMATCHES_SHOWN)
    .execute();
}

function claimOf(evidence: readonly EvidenceLine[]): QualifiedClaim {
  const first = evidence[0]?.facts;
  if (!first) throw new AppError("internal", "evidence_missing");
  const collector = evidence.findLast((line) => line.facts.collector)?.facts.collector;
  return qualifiedClaim({
    trustStatus: first.trust_status,
    method: collector?.authentication.method ?? null,
    level: collector?.authentication.level ?? null,
    matched: collector !== undefined && collector.matched_on !== "mailbox+phone",
    viaApiKey: first.sender.authentication.method === "api_key",
    qualifiedMethods: QUALIFIED_METHODS_DEFAULT,
  });
}

/** The lifecycle itself is asked, so that no page offers what it would refuse. */
function repairable(row: DeliveryRow, at: Temporal.Instant): DeliveryView["repairable"] {
  const snapshot = snapshotOf(row);
  return {
    contact: decide(snapshot, { kind: "repair_contact", at, fields: ["email"] }).kind === "done",
    address: decide(snapshot, { kind: "mend_postal_address", at }).kind === "done",
  };
}

/** All records of a delivery in the order of its chain. */
export async function readEvidence(db: Queryable, deliveryId: string): Promise<readonly EvidenceLine[]> {
  const rows = await db
    .selectFrom("evidence_record")
    .leftJoin("evidence_stamp", "evidence_stamp.record_id", "evidence_record.id")
    .select((eb) => [
      "evidence_record.id",
      "evidence_record.seq",
      "evidence_record.type",
      "evidence_record.event_at",
      "evidence_record.recorded_at",
      "evidence_record.canonical",
      "evidence_stamp.stamped_at",
      eb
        .exists(
          eb
            .selectFrom("evidence_seal")
            .select("evidence_seal.id")
            .whereRef("evidence_seal.record_id", "=", "evidence_record.id"),
        )
        .as("sealed"),
    ])
    .where("evidence_record.delivery_id", "=", deliveryId)
    .orderBy("evidence_record.seq")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    seq: row.seq,
    type: row.type,
    eventAt: row.event_at,
    recordedAt: row.recorded_at,
    stampedAt: row.stamped_at,
    sealed: Boolean(row.sealed),
    facts: JSON.parse(row.canonical) as EvidenceFacts,
  }));
}

function trackRecord(line: EvidenceLine): TrackRecord {
  const { notice, details, relay, carrier, reasons } = line.facts;
  return {
    type: line.type,
    eventAt: line.eventAt,
    ...(notice ? { notice: { kind: notice.kind, channels: notice.channels } } : {}),
    ...(details?.["unreachable"] === true ? { unreachable: true } : {}),
    ...(details?.["after"] === "fell_out" ? { fellOut: true } : {}),
    ...(details?.["correction"] === true ? { correction: true } : {}),
    ...(relay ? { relay } : {}),
    ...(carrier ? { carrier } : {}),
    ...(reasons ? { reasons } : {}),
  };
}
