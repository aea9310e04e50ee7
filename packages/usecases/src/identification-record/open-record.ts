// Opens one identification record for the person or a court: by a privacy officer, with a reason, written down before anything is shown (domain rules §4, R6).

import { createHmac, timingSafeEqual } from "node:crypto";
import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import { AppError, type AuthenticatedIdentity } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { identityOfJson } from "../identification/identity-json.ts";
import { identificationContext, noteNumberUse } from "../identification/keep-identification.ts";
import type { IdentityKeysPort } from "../identification/ports.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { parseReason } from "../staff/parse-reason.ts";
import { type RecordSummary, summaryOf } from "./find-records.ts";

export interface OpenedRecord {
  readonly record: RecordSummary;
  readonly reason: string;
  readonly openedAt: Temporal.Instant;
  /** Null where what is sealed was altered or its key is no longer held. */
  readonly content: OpenedContent | null;
}

export interface OpenedContent {
  readonly identity: AuthenticatedIdentity;
  /** The very text that the commitment was made over. */
  readonly canonical: string;
  /** Lower-case hex: with it anybody computes the commitment of the text himself. */
  readonly commitmentKey: string;
  /** HMAC-SHA-256 of the text under that key, computed now. */
  readonly recomputed: string;
  /** Whether that is the commitment kept with the record. */
  readonly fits: boolean;
  /** Evidence of the delivery that carries the recomputed commitment; empty where none does. */
  readonly evidence: readonly string[];
}

/**
 * Opening, log and use of a register number stand when this returns, also where the content turns out to be damaged. Errors:
 * forbidden `staff_role_missing`, `staff_not_fresh`; bad_request `reason_invalid` with the field `reason`; not_found `record_unknown`.
 */
export async function openRecord(
  ctx: Context,
  keys: Pick<IdentityKeysPort, "open">,
  reader: StaffReader,
  asked: { readonly recordId: string; readonly reason: string },
): Promise<OpenedRecord> {
  requireFreshOfficer(reader, "privacy_officer");
  const reason = parseReason(asked.reason);
  const { staff, visitor, arrivedAt } = reader;
  return transact(ctx.db, {}, async (trx) => {
    const row = await trx
      .selectFrom("identification_record")
      .selectAll()
      .where("id", "=", asked.recordId)
      .executeTakeFirst();
    if (!row) throw new AppError("not_found", "record_unknown");
    const openedAt = await clockNow(trx);
    await trx
      .insertInto("identification_record_opening")
      .values({ record_id: row.id, staff_id: staff.staffId, reason, opened_at: openedAt })
      .execute();
    await logStaffAct(trx, {
      act: "record_opened",
      at: arrivedAt,
      visitor,
      staffId: staff.staffId,
      subject: row.id,
      reason,
    });
    // Whether a number stands in it is known only once it is open: written down for all that may hold one.
    await noteNumberUse(trx, ctx, {
      purpose: "opened",
      at: arrivedAt,
      staffId: staff.staffId,
      ...(row.delivery_id === null ? {} : { deliveryId: row.delivery_id }),
      ...(row.person_id === null ? {} : { personId: row.person_id }),
    });
    const record = summaryOf(row);
    const canonical = unseal(keys, row);
    if (canonical === null) return { record, reason, openedAt, content: null };
    const recomputed = createHmac("sha256", row.commitment_key).update(canonical, "utf8").digest("hex");
    return {
      record,
      reason,
      openedAt,
      content: {
        identity: identityOfRecord(canonical),
        canonical,
        commitmentKey: Buffer.from(row.commitment_key).toString("hex"),
        recomputed,
        fits: timingSafeEqual(Buffer.from(recomputed, "hex"), Buffer.from(row.commitment, "hex")),
        evidence: await evidenceOf(trx, row.delivery_id, recomputed),
      },
    };
  });
}

function unseal(
  keys: Pick<IdentityKeysPort, "open">,
  row: { readonly id: string; readonly sealed: Uint8Array; readonly key_version: number },
): string | null {
  try {
    return keys.open(identificationContext(row.id), { bytes: row.sealed, keyVersion: row.key_version });
  } catch (error) {
    if (error instanceof AppError && error.code === "identity_damaged") return null;
    throw error;
  }
}

function identityOfRecord(canonical: string): AuthenticatedIdentity {
  const { identity } = JSON.parse(canonical) as { readonly identity: unknown };
  return identityOfJson(JSON.stringify(identity));
}

async function evidenceOf(
  trx: Transaction,
  deliveryId: string | null,
  commitment: string,
): Promise<readonly string[]> {
  if (deliveryId === null) return [];
  const { rows } = await sql<{ record_id: string }>`
    SELECT record_id FROM evidence_of_commitment(${deliveryId}, ${commitment})`.execute(trx);
  return rows.map(({ record_id }) => record_id);
}
