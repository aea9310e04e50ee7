// Gives a PDF proof that stands, or has it made: proofs are made from sealed records only, on first request.

import type { Transaction } from "@posthorn/db";
import { clockNow } from "@posthorn/db";
import type { EvidenceFacts, Language, ProofKind } from "@posthorn/domain";
import { enqueue } from "@posthorn/jobs";
import { reachOf } from "./proof-reach.ts";

export interface ProofRequest {
  readonly deliveryId: string;
  readonly kind: ProofKind;
  readonly language: Language;
}

/** The file, and the page that says the same; null for proofs from before there were pages. */
export interface StoredProof {
  readonly pdf: Uint8Array;
  readonly page: string | null;
}

export type ProofAnswer = StoredProof | { readonly pending: true };

/**
 * In the caller's transaction and scope. Throws conflict `proof_not_available` where the records do not prove it, and
 * answers `pending` while records wait for stamp or seal, or the PDF is being made.
 */
export async function requestProof(trx: Transaction, request: ProofRequest): Promise<ProofAnswer> {
  const records = await trx
    .selectFrom("evidence_record")
    .select(["canonical", "account_id"])
    .where("delivery_id", "=", request.deliveryId)
    .orderBy("seq")
    .execute();
  const reach = reachOf(
    request.kind,
    records.map((record) => JSON.parse(record.canonical) as EvidenceFacts),
  );
  const first = records[0];
  if (!first) return { pending: true };
  const stood = await trx
    .selectFrom("proof")
    .select(["id", "pdf", "page"])
    .where("delivery_id", "=", request.deliveryId)
    .where("kind", "=", request.kind)
    .where("language", "=", request.language)
    .where("up_to_seq", "=", reach)
    .executeTakeFirst();
  if (stood?.pdf) return { pdf: stood.pdf, page: stood.page };
  if (!stood) {
    await trx
      .insertInto("proof")
      .values({
        delivery_id: request.deliveryId,
        account_id: first.account_id,
        kind: request.kind,
        language: request.language,
        up_to_seq: reach,
        wanted_at: await clockNow(trx),
        pdf: null,
        made_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await enqueue(trx, "make-proof", { deliveryId: request.deliveryId });
  }
  return { pending: true };
}
