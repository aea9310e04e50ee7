// Asking to be identified, in whatever way, is the use of a notice: it proves the notice, and is booked before anything else.

import {
  clockNow,
  type DeliveryRow,
  lockDelivery,
  type MessageFacts,
  snapshotOf,
  type Transaction,
} from "@posthorn/db";
import { decide, type RefusalReason } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { findDeliveryId } from "./find-delivery.ts";
import type { Presented } from "./ports.ts";

export type NoticeUsed =
  | {
      readonly kind: "used";
      /** Locked. */
      readonly row: DeliveryRow;
      readonly message: MessageFacts;
      readonly now: Temporal.Instant;
    }
  /** A legal "no": refused, expired, unreachable, or on its way as a letter. */
  | { readonly kind: "closed"; readonly reason: RefusalReason };

/**
 * In the caller's transaction. `allows` throws where this way of identification is not open to this delivery: then nothing is
 * booked. Errors: not_found `link_unknown`.
 */
export async function useNotice(
  trx: Transaction,
  ctx: Context,
  door: Presented,
  arrivedAt: Temporal.Instant,
  allows: (row: DeliveryRow, message: MessageFacts) => void,
): Promise<NoticeUsed> {
  const row = await lockDelivery(trx, await findDeliveryId(trx, door));
  const now = await clockNow(trx);
  const message = await loadMessageFacts(trx, row.message_id);
  allows(row, message);
  const decision = decide(snapshotOf(row), { kind: "notice_used", at: arrivedAt });
  if (decision.kind === "refused") return { kind: "closed", reason: decision.reason };
  if (decision.kind !== "done") return { kind: "used", row, message, now };
  const applied = await applyDecision(trx, ctx, { row, message, decision, recordedAt: now });
  return { kind: "used", row: applied.row, message, now };
}
