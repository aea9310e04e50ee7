// The sender calls the letter off while it is not released: before the window has passed none follows, after it the delivery ends.

import {
  clockNow,
  type DeliveryRow,
  lockDelivery,
  snapshotOf,
  transact,
  type Transaction,
} from "@posthorn/db";
import { decide, type DeliveryStateName, type RefusalReason } from "@posthorn/domain";
import { scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { factsOf } from "../record/facts-of.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { oweErrand } from "../record/owe-errand.ts";
import { loadMender, type Mender } from "../repair/load-mender.ts";

/** A legal "no" is `refused`: `letter_on_its_way` once released, `wrong_state` where no letter was to follow or all has ended. */
export type CalledOff =
  | {
      readonly kind: "called_off";
      readonly state: DeliveryStateName;
      /** Credits given back. */
      readonly postage: number;
    }
  | { readonly kind: "refused"; readonly reason: RefusalReason };

/**
 * Durable on return; an addressee whose notice promised a letter is told by mail. Asked again it answers the same. Errors:
 * not_found `delivery_not_found`; forbidden `not_a_member`, `account_closed`.
 */
export async function callOffLetter(ctx: Context, sender: Mender, deliveryId: string): Promise<CalledOff> {
  return transact(ctx.db, scopeOf(sender), async (trx) => {
    const who = await loadMender(trx, sender);
    const row = await lockDelivery(trx, deliveryId);
    if (await wasCalledOff(trx, row)) return calledOff(trx, row);
    const at = await clockNow(trx);
    const decision = decide(snapshotOf(row), { kind: "call_off_letter", at });
    if (decision.kind === "refused") return { kind: "refused", reason: decision.reason };
    if (decision.kind === "nothing") return { kind: "refused", reason: "wrong_state" };
    const details = { by: who.shownAs };
    const applied = await applyDecision(trx, ctx, {
      row,
      message: await loadMessageFacts(trx, row.message_id),
      decision,
      recordedAt: at,
      events: { LetterCalledOff: { details }, RelayToNonERDSFailure: { details } },
    });
    // Who was never told of a letter need not hear that none comes.
    if (row.notified_at !== null) await oweErrand(trx, ctx, deliveryId, "letter_called_off", "", at);
    return calledOff(trx, applied.row);
  });
}

async function calledOff(trx: Transaction, row: DeliveryRow): Promise<CalledOff> {
  const back = await trx
    .selectFrom("credit_entry")
    .select("amount")
    .where("delivery_id", "=", row.id)
    .where("item", "=", "postage")
    .where("kind", "=", "release")
    .executeTakeFirst();
  return { kind: "called_off", state: row.state, postage: back?.amount ?? 0 };
}

/** Its records say so, whoever did it. */
async function wasCalledOff(trx: Transaction, { id }: DeliveryRow): Promise<boolean> {
  const found = await factsOf(trx, id, "LetterCalledOff", "RelayToNonERDSFailure");
  return found.some(
    ({ type, reasons = [] }) => type === "LetterCalledOff" || reasons.includes("own:called_off"),
  );
}
