// The carrier's proof of posting for one deposit: taken in, kept under the evidence of its letters, handed out at the desk.

import { createHash } from "node:crypto";
import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { UploadInspection } from "../draft/ports.ts";
import { refuseEncryptedPdf } from "../registration/refuse-encrypted-pdf.ts";
import { requireOfficer, requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { type Deposit, hasNextDeposit, listDeposits } from "./list-deposits.ts";
import { lockBatch } from "./lock-batch.ts";
import { writeAct } from "./write-act.ts";

/** In bytes. */
export const RECEIPT_BYTES = 5_000_000;
const RECEIPTS_MOST = 10;
const MEDIA_TYPES = ["application/pdf", "image/png", "image/jpeg"] as const;
type MediaType = (typeof MEDIA_TYPES)[number];

const ENDING: Record<MediaType, string> = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
};

/** What a receipt is for that comes before the letters are handed over. */
export const NEXT_DEPOSIT = "next";

/**
 * `handOver`: the id of the act that handed over what it is for, or `next`; empty where there is only one of them. The same
 * file twice for one deposit is one. After the hand-over it is booked as the carrier's word for each letter of it; before,
 * the hand-over names it. Errors: forbidden `staff_role_missing`; bad_request `part_<reason>`, `document_type`,
 * `document_encrypted`, `hand_over_not_chosen`; too_large `file_too_large`; not_found `batch_unknown`; conflict `batch_not_ready`,
 * `too_many_documents`. Nothing stays of what is refused.
 */
export async function uploadReceipt(
  ctx: Context,
  ports: { readonly inspection: UploadInspection },
  reader: StaffReader,
  upload: {
    readonly batchId: string;
    readonly handOver: string;
    readonly name: string;
    readonly source: AsyncIterable<Uint8Array>;
  },
): Promise<void> {
  requireOfficer(reader.staff, "postal_operator");
  const { staff, visitor, arrivedAt: at } = reader;
  const guarded = ports.inspection.guard(ports.inspection.nameFor(upload.name, []), upload.source);
  const bytes = await takeBytes(refuseEncryptedPdf(guarded.stream));
  const mediaType = mediaTypeOf(guarded.accepted().mediaType);
  await transact(ctx.db, {}, async (trx) => {
    const batch = await lockBatch(trx, upload.batchId);
    if (batch.state === "making") throw new AppError("conflict", "batch_not_ready");
    const deposit = depositFor(upload.handOver, batch.state, await listDeposits(trx, batch.id));
    const kept = await trx
      .selectFrom("posting_receipt")
      .select("id")
      .where("batch_id", "=", batch.id)
      .execute();
    if (kept.length >= RECEIPTS_MOST)
      throw new AppError("conflict", "too_many_documents", { detail: String(RECEIPTS_MOST) });
    const id = ctx.newId("rcp", at);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const added = await trx
      .insertInto("posting_receipt")
      .values({
        id,
        batch_id: batch.id,
        sha256,
        media_type: mediaType,
        bytes,
        uploaded_by: staff.staffId,
        uploaded_at: at,
        hand_over_id: deposit?.id ?? null,
      })
      .onConflict((same) => same.columns(["batch_id", "hand_over_id", "sha256"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    // While the hand-over waits for the second person, nothing is booked of it: that will name the receipt.
    if (added && deposit !== null && !deposit.waits)
      await writeAct(trx, ctx, reader, {
        kind: "carrier_statement",
        batchId: batch.id,
        details: { outcome: "accepted", receipt_sha256: sha256, hand_over: deposit.id },
      });
    await logStaffAct(trx, {
      act: "posting_receipt_added",
      at,
      visitor,
      staffId: staff.staffId,
      subject: `${batch.id} ${id}`,
    });
  });
}

/** Null: for the next one. Errors: bad_request `hand_over_not_chosen`: it could be for several, or for none of that name. */
function depositFor(chosen: string, state: string, deposits: readonly Deposit[]): Deposit | null {
  const choices: readonly (Deposit | null)[] = [
    ...deposits,
    ...(hasNextDeposit(state, deposits) ? [null] : []),
  ];
  const [only, ...others] = choices;
  if (chosen === "" && only !== undefined && others.length === 0) return only;
  const found = choices.find((choice) => (choice?.id ?? NEXT_DEPOSIT) === chosen);
  if (found === undefined) throw new AppError("bad_request", "hand_over_not_chosen");
  return found;
}

export interface OpenedReceipt {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Written down before it leaves. Errors: forbidden `staff_role_missing`; not_found `document_unknown`. */
export async function openReceipt(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly batchId: string; readonly receiptId: string },
): Promise<OpenedReceipt> {
  requireReader(reader.staff, "postal_operator");
  const { staff, visitor, arrivedAt: at } = reader;
  return transact(ctx.db, {}, async (trx) => {
    const row = await trx
      .selectFrom("posting_receipt")
      .innerJoin("print_batch", "print_batch.id", "posting_receipt.batch_id")
      .select(["posting_receipt.id", "media_type", "bytes", "print_batch.number"])
      .where("posting_receipt.id", "=", asked.receiptId)
      .where("batch_id", "=", asked.batchId)
      .executeTakeFirst();
    if (!row) throw new AppError("not_found", "document_unknown");
    await logStaffAct(trx, {
      act: "posting_receipt_opened",
      at,
      visitor,
      staffId: staff.staffId,
      subject: `${asked.batchId} ${row.id}`,
    });
    return {
      name: `batch-${row.number}-${row.id}.${ENDING[row.media_type]}`,
      type: row.media_type,
      bytes: Uint8Array.from(row.bytes),
    };
  });
}

async function takeBytes(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > RECEIPT_BYTES) throw new AppError("too_large", "file_too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function mediaTypeOf(found: string): MediaType {
  const type = MEDIA_TYPES.find((known) => known === found);
  if (!type) throw new AppError("bad_request", "document_type");
  return type;
}
