// The identified addressee refuses: final at once, dated when his request arrived; the content is never handed over.

import { clockNow, snapshotOf, transact } from "@posthorn/db";
import { decide, type RefusalReason } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { logUse } from "../record/log-use.ts";
import { refuseLate } from "../record/refuse-late.ts";
import { type DecisionInput, keepDecisionPage } from "./accept-message.ts";
import { lockForSession } from "./find-delivery.ts";

export type Refused =
  | { readonly kind: "refused"; readonly deliveryId: string }
  | { readonly kind: "closed"; readonly reason: RefusalReason };

/** Asks the same identification as accepting. Errors as `acceptMessage`. */
export async function refuseMessage(ctx: Context, input: DecisionInput): Promise<Refused> {
  return transact(ctx.db, input.door, async (trx) => {
    const { row, collector } = await lockForSession(trx, input.door, input.arrivedAt);
    const now = await clockNow(trx);
    const decision = decide(snapshotOf(row), { kind: "refuse", arrivedAt: input.arrivedAt });
    if (decision.kind === "refused") {
      return decision.reason === "already_refused"
        ? { kind: "refused", deliveryId: row.id }
        : { kind: "closed", reason: decision.reason };
    }
    if (decision.kind === "nothing") return { kind: "refused", deliveryId: row.id };
    const page = await keepDecisionPage(trx, row, input.page, now);
    await applyDecision(trx, ctx, {
      row,
      message: await loadMessageFacts(trx, row.message_id),
      decision,
      recordedAt: now,
      events: { ConsignmentRejection: { collector, decision_page: page } },
      columns: { collector },
    });
    await logUse(trx, ctx, {
      act: "refused",
      at: input.arrivedAt,
      visitor: input.visitor,
      deliveryId: row.id,
    });
    refuseLate(input.arrivedAt, await clockNow(trx));
    return { kind: "refused", deliveryId: row.id };
  });
}
