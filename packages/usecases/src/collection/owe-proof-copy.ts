// The addressee wants his copy of the proof by mail once more; the worker sends it to the address the notice went to.

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { oweErrand } from "../record/owe-errand.ts";
import { readForSession } from "./find-delivery.ts";
import type { Presented } from "./ports.ts";

/** Asked twice within a minute is one copy. Errors: unauthenticated `collect_session_ended`; conflict `not_consigned`. */
export async function oweProofCopy(
  ctx: Context,
  input: { readonly door: Presented; readonly arrivedAt: Temporal.Instant; readonly visitor: Visitor },
): Promise<void> {
  await transact(ctx.db, input.door, async (trx) => {
    const { row } = await readForSession(trx, input.door, input.arrivedAt);
    if (!row.consigned_at) throw new AppError("conflict", "not_consigned");
    const minute = input.arrivedAt.toString({ smallestUnit: "minute" });
    await oweErrand(trx, ctx, row.id, "proof_copy", `asked ${minute}`, input.arrivedAt);
    await logUse(trx, ctx, {
      act: "proof_copy_asked",
      at: input.arrivedAt,
      visitor: input.visitor,
      deliveryId: row.id,
    });
  });
}
