// Gives a bundle that stands, or has it made with all proofs it needs: made by the sealer from sealed records only.

import { clockNow, type Transaction } from "@posthorn/db";
import { AppError, type EvidenceFacts, type Language, provableKinds } from "@posthorn/domain";
import { enqueue } from "@posthorn/jobs";
import { requestProof } from "../proof/request-proof.ts";
import type { BundleSide } from "./ports.ts";

export interface BundleRequest {
  readonly deliveryId: string;
  readonly side: BundleSide;
  readonly language: Language;
}

export interface BundleFile {
  readonly file: Uint8Array;
  /** Whether the chain of records is closed; the file's name says so too. */
  readonly complete: boolean;
  readonly filename: string;
}

export type BundleAnswer = BundleFile | { readonly pending: true };

/**
 * In the caller's transaction and scope, which must show the delivery. `pending` while a record waits for stamp or
 * seal, or while proofs and bundle are being made. A seal renewed later, or a note that rectifies,
 * has the bundle made anew.
 * Errors: not_found `delivery_not_found` where the scope shows no record of it.
 */
export async function requestBundle(trx: Transaction, request: BundleRequest): Promise<BundleAnswer> {
  const records = await trx
    .selectFrom("evidence_record")
    .select(["canonical", "account_id", "seq"])
    .where("delivery_id", "=", request.deliveryId)
    .orderBy("seq")
    .execute();
  const last = records.at(-1);
  if (!last) throw new AppError("not_found", "delivery_not_found");
  const stood = await trx
    .selectFrom("bundle")
    .select(["id", "file", "complete", "wanted_at", "made_at"])
    .where("delivery_id", "=", request.deliveryId)
    .where("for_side", "=", request.side)
    .where("language", "=", request.language)
    .where("up_to_seq", "=", last.seq)
    .executeTakeFirst();
  if (stood?.file && stood.made_at && Temporal.Instant.compare(stood.made_at, stood.wanted_at) >= 0) {
    if (!(await isRenewed(trx, request.deliveryId, stood.made_at))) {
      const complete = stood.complete === true;
      return { file: stood.file, complete, filename: bundleName(request.deliveryId, complete) };
    }
    await trx
      .updateTable("bundle")
      .set({ wanted_at: await clockNow(trx) })
      .where("id", "=", stood.id)
      .execute();
    await enqueue(trx, "make-bundle", { deliveryId: request.deliveryId });
  }
  if (!stood) await ask(trx, request, records, last);
  return { pending: true };
}

async function ask(
  trx: Transaction,
  { deliveryId, side, language }: BundleRequest,
  records: readonly { readonly canonical: string }[],
  last: { readonly account_id: string; readonly seq: number },
): Promise<void> {
  const facts = records.map(({ canonical }) => JSON.parse(canonical) as EvidenceFacts);
  for (const kind of provableKinds(facts)) await requestProof(trx, { deliveryId, kind, language });
  await trx
    .insertInto("bundle")
    .values({
      delivery_id: deliveryId,
      account_id: last.account_id,
      for_side: side,
      language,
      up_to_seq: last.seq,
      wanted_at: await clockNow(trx),
      file: null,
      complete: null,
      made_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await enqueue(trx, "make-bundle", { deliveryId });
}

/** A seal or a note that came later has the bundle made anew. */
async function isRenewed(trx: Transaction, deliveryId: string, madeAt: Temporal.Instant): Promise<boolean> {
  const later = await trx
    .selectFrom("evidence_seal")
    .select("id")
    .where("delivery_id", "=", deliveryId)
    .where("sealed_at", ">", madeAt)
    .limit(1)
    .executeTakeFirst();
  if (later !== undefined) return true;
  const note = await trx
    .selectFrom("rectification_note")
    .select("id")
    .where("delivery_id", "=", deliveryId)
    .where("noted_at", ">", madeAt)
    .limit(1)
    .executeTakeFirst();
  return note !== undefined;
}

function bundleName(deliveryId: string, complete: boolean): string {
  return `evidence-${deliveryId}${complete ? "" : "-incomplete"}.asice`;
}
