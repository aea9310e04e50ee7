// Checks the two codes together; right ones are consumed once and open a collect session. The answer never tells which was wrong.

import { clockNow, isoMillis, lockDelivery, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { isOpen, latestChallenge } from "./challenge.ts";
import { findDeliveryId } from "./find-delivery.ts";
import { openCollectSession } from "./open-collect-session.ts";
import type { CodesPort, Presented, SessionTokens } from "./ports.ts";

export type CodesChecked =
  | {
      readonly ok: true;
      readonly deliveryId: string;
      readonly token: string;
      readonly expiresAt: Temporal.Instant;
    }
  | { readonly ok: false };

/** Wrong, late, reused, swapped, of another delivery, out of attempts: all the same `{ ok: false }`, and each try counts. */
export async function checkCodes(
  ctx: Context,
  codes: CodesPort,
  tokens: SessionTokens,
  input: {
    readonly door: Presented;
    readonly typed: { readonly email: string; readonly sms: string };
    readonly arrivedAt: Temporal.Instant;
    readonly visitor: Visitor;
  },
): Promise<CodesChecked> {
  return transact(ctx.db, input.door, async (trx) => {
    const id = await findDeliveryId(trx, input.door);
    const row = await lockDelivery(trx, id);
    const now = await clockNow(trx);
    const challenge = await latestChallenge(trx, id);
    if (!challenge) return { ok: false };
    // Checked whatever its state, so that the time taken tells nothing.
    const right = await codes.check({
      challengeId: challenge.id,
      createdAt: challenge.created_at,
      now: input.arrivedAt,
      emailSecret: challenge.email_secret,
      smsSecret: challenge.sms_secret,
      typed: input.typed,
    });
    const passed = right && isOpen(challenge, input.arrivedAt);
    await trx
      .updateTable("code_challenge")
      .set({ attempts: challenge.attempts + 1, ...(passed ? { consumed_at: now } : {}) })
      .where("id", "=", challenge.id)
      .execute();
    const act = passed ? "codes_right" : "codes_wrong";
    await logUse(trx, ctx, { act, at: input.arrivedAt, visitor: input.visitor, deliveryId: id });
    if (!passed) return { ok: false };
    const { token, expiresAt } = await openCollectSession(trx, tokens, row, {
      authentication: { method: "codes", at: isoMillis(input.arrivedAt) },
      now,
    });
    return { ok: true, deliveryId: id, token, expiresAt };
  });
}
