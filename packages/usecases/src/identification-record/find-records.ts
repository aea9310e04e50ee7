// Finds identification records for the privacy desk, by the delivery or the commitment that a proof prints; what is in them stays sealed.

import { type RecordedPurpose, transact, type Transaction } from "@posthorn/db";
import { AppError, type Parsed } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";

/** All that is told of a record that is not opened. */
export interface RecordSummary {
  readonly id: string;
  readonly deliveryId: string | null;
  /** Of an account holder; null for an addressee. */
  readonly personId: string | null;
  readonly purpose: RecordedPurpose;
  readonly method: "itsme" | "eid";
  readonly issuer: string;
  readonly level: string | null;
  readonly identifiedAt: Temporal.Instant;
  /** Lower-case hex, as evidence carries it. */
  readonly commitment: string;
}

export type RecordQuery =
  | { readonly by: "delivery"; readonly deliveryId: string }
  | { readonly by: "commitment"; readonly commitment: string };

/** As typed or pasted: spaces and letter case of hex do not matter. Errors at `q`: `required`, `record_query_invalid`. */
export function parseRecordQuery(typed: string): Parsed<RecordQuery> {
  const text = typed.replaceAll(/\s+/g, "");
  if (text === "") return { ok: false, errors: [{ path: "q", code: "required" }] };
  if (/^[0-9a-f]{64}$/i.test(text))
    return { ok: true, value: { by: "commitment", commitment: text.toLowerCase() } };
  if (/^dlv_[0-9A-Z]{1,40}$/i.test(text))
    return { ok: true, value: { by: "delivery", deliveryId: `dlv_${text.slice(4).toUpperCase()}` } };
  return { ok: false, errors: [{ path: "q", code: "record_query_invalid" }] };
}

const SHOWN_AT_MOST = 100;

/** The newest first. The look is logged, found or not. Errors: forbidden `staff_role_missing`. */
export async function findRecords(
  ctx: Context,
  reader: StaffReader,
  query: RecordQuery,
): Promise<readonly RecordSummary[]> {
  requireReader(reader.staff, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    await logStaffAct(trx, {
      act: "records_looked_up",
      at: reader.arrivedAt,
      visitor: reader.visitor,
      staffId: reader.staff.staffId,
      subject: query.by === "delivery" ? query.deliveryId : query.commitment,
    });
    const rows = await summaries(trx)
      .$if(query.by === "delivery", (some) =>
        some.where("delivery_id", "=", query.by === "delivery" ? query.deliveryId : ""),
      )
      .$if(query.by === "commitment", (some) =>
        some.where("commitment", "=", query.by === "commitment" ? query.commitment : ""),
      )
      .orderBy("identified_at", "desc")
      .orderBy("id", "desc")
      .limit(SHOWN_AT_MOST)
      .execute();
    return rows.map(summaryOf);
  });
}

export interface RecordOpening {
  readonly name: string;
  readonly at: Temporal.Instant;
  readonly reason: string;
}

export interface RecordView {
  readonly record: RecordSummary;
  /** Who has opened it before, the newest first. */
  readonly openings: readonly RecordOpening[];
}

/** Errors: forbidden `staff_role_missing`; not_found `record_unknown`. */
export async function viewRecord(ctx: Context, reader: StaffReader, recordId: string): Promise<RecordView> {
  requireReader(reader.staff, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    const row = await summaries(trx).where("id", "=", recordId).executeTakeFirst();
    if (!row) throw new AppError("not_found", "record_unknown");
    await logStaffAct(trx, {
      act: "record_viewed",
      at: reader.arrivedAt,
      visitor: reader.visitor,
      staffId: reader.staff.staffId,
      subject: recordId,
    });
    const openings = await trx
      .selectFrom("identification_record_opening")
      .innerJoin("staff", "staff.id", "identification_record_opening.staff_id")
      .select(["staff.first_names", "staff.family_name", "opened_at", "reason"])
      .where("record_id", "=", recordId)
      .orderBy("identification_record_opening.id", "desc")
      .limit(SHOWN_AT_MOST)
      .execute();
    return {
      record: summaryOf(row),
      openings: openings.map((opening) => ({
        name: `${opening.first_names} ${opening.family_name}`,
        at: opening.opened_at,
        reason: opening.reason,
      })),
    };
  });
}

function summaries(trx: Transaction) {
  return trx
    .selectFrom("identification_record")
    .select([
      "id",
      "delivery_id",
      "person_id",
      "purpose",
      "method",
      "issuer",
      "level",
      "identified_at",
      "commitment",
    ]);
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>["executeTakeFirstOrThrow"]>>;

export function summaryOf(row: SummaryRow): RecordSummary {
  return {
    id: row.id,
    deliveryId: row.delivery_id,
    personId: row.person_id,
    purpose: row.purpose,
    method: row.method,
    issuer: row.issuer,
    level: row.level,
    identifiedAt: row.identified_at,
    commitment: row.commitment,
  };
}
