// A proof for the sender: the PDF, or a conflict that says it is being sealed.

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";
import { type ProofRequest, requestProof, type StoredProof } from "./request-proof.ts";

/** Errors: not_found `delivery_not_found`; conflict `proof_not_available`, `proof_being_sealed` (retryAfterSeconds 1). */
export async function fetchProof(
  ctx: Context,
  reader: AccountReader,
  request: ProofRequest,
): Promise<StoredProof> {
  const answer = await transact(ctx.db, scopeOf(reader), async (trx) => {
    const delivery = await trx
      .selectFrom("delivery")
      .select("id")
      .where("id", "=", request.deliveryId)
      .executeTakeFirst();
    if (!delivery) throw new AppError("not_found", "delivery_not_found");
    return requestProof(trx, request);
  });
  if ("pending" in answer) throw new AppError("conflict", "proof_being_sealed", { retryAfterSeconds: 1 });
  return answer;
}
