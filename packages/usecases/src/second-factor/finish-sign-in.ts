// The second step of signing in by password: a code of the app or a recovery code, in the browser that took the first.

import { transact, widen } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { knowsDevice } from "../account/note-device.ts";
import { openSession, type SignedIn } from "../account/open-session.ts";
import type { SecondFactorPorts } from "../account/ports.ts";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { consumeCeremony, countTry, findCeremony, type PresentedCeremony } from "./ceremony.ts";
import { checkCode } from "./check-code.ts";

export interface SecondStep {
  readonly ceremony: PresentedCeremony;
  readonly typed: string;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
  readonly deviceHash: string;
  readonly previousTokenHash?: string;
}

/** Whether the browser stands before the second step. */
export async function awaitsSecondFactor(
  ctx: Context,
  presented: PresentedCeremony,
  at: Temporal.Instant,
): Promise<boolean> {
  return transact(
    ctx.db,
    {},
    async (trx) => (await findCeremony(trx, "second_factor", presented, at)) !== undefined,
  );
}

/**
 * Null where the code is wrong. At most five tries a ceremony, however many come at once. Errors: unauthenticated
 * `second_factor_over` where there is no such ceremony in this browser, too_many `too_many_tries` for wrong codes of one
 * person, forbidden `no_membership`.
 */
export async function finishSignIn(
  ctx: Context,
  ports: SecondFactorPorts & { readonly tokens: SessionTokens },
  step: SecondStep,
): Promise<SignedIn | null> {
  const { ceremony, visitor, arrivedAt } = step;
  const limitKey = await keyOfLimit(ctx, step);
  if (limitKey === null) throw over();
  await ports.wrongCodes.consume(limitKey);
  const outcome = await transact(ctx.db, {}, async (trx) => {
    const begun = await countTry(trx, "second_factor", ceremony, arrivedAt);
    if (!begun?.holder_id) return "over";
    const personId = begun.holder_id;
    await widen(trx, { personId });
    const right = await checkCode(trx, ctx, ports, { personId, typed: step.typed, visitor, arrivedAt });
    if (!right) {
      await logUse(trx, ctx, { act: "second_factor_wrong", at: arrivedAt, visitor, personId });
      return null;
    }
    await consumeCeremony(trx, begun.id, arrivedAt);
    return openSession(trx, ctx, ports.tokens, {
      personId,
      // A recovery code stands in for the app: evidence then claims no more than the password.
      method: right === "app" ? "password+totp" : "password",
      strong: true,
      visitor,
      arrivedAt,
      deviceHash: step.deviceHash,
      ...(step.previousTokenHash === undefined ? {} : { previousTokenHash: step.previousTokenHash }),
    });
  });
  if (outcome === "over") throw over();
  if (outcome !== null) await ports.wrongCodes.forget(limitKey);
  return outcome;
}

/** A browser that signed in before has a count of its own, so nobody who knows the password alone locks its owner out. */
async function keyOfLimit(ctx: Context, step: SecondStep): Promise<string | null> {
  return transact(ctx.db, {}, async (trx) => {
    const begun = await findCeremony(trx, "second_factor", step.ceremony, step.arrivedAt);
    if (!begun?.holder_id) return null;
    await widen(trx, { personId: begun.holder_id });
    const known = await knowsDevice(trx, begun.holder_id, step.deviceHash);
    return known ? `${begun.holder_id}:${step.deviceHash}` : begun.holder_id;
  });
}

function over(): AppError {
  return new AppError("unauthenticated", "second_factor_over");
}
