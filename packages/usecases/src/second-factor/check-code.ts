// Whether a code of the app or a recovery code is this person's and was never used; what is right is used up with the answer.

import type { Transaction } from "@posthorn/db";
import type { SecondFactorPorts } from "../account/ports.ts";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import { readUserAgent } from "../account/read-user-agent.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";

export interface TypedCode {
  readonly personId: string;
  /** Of the app or a recovery code: which it is, is seen by its form. */
  readonly typed: string;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

/** Call under a lock that orders the tries of a person's ceremony; null where the code is wrong or used. */
export async function checkCode(
  trx: Transaction,
  ctx: Context,
  ports: Pick<SecondFactorPorts, "appCodes" | "recoveryCodes">,
  code: TypedCode,
): Promise<"app" | "recovery" | null> {
  if (await isAppCode(trx, ports, code)) return "app";
  return (await isRecoveryCode(trx, ctx, ports, code)) ? "recovery" : null;
}

async function isAppCode(
  trx: Transaction,
  { appCodes }: Pick<SecondFactorPorts, "appCodes">,
  { personId, typed, arrivedAt }: TypedCode,
): Promise<boolean> {
  const totp = await trx
    .selectFrom("totp")
    .selectAll()
    .where("person_id", "=", personId)
    .forUpdate()
    .executeTakeFirst();
  if (!totp) return false;
  const sealed = { bytes: totp.sealed_secret, keyVersion: totp.key_version };
  const step = appCodes.stepOf(personId, sealed, typed, arrivedAt, totp.last_step);
  if (step === null) return false;
  await trx.updateTable("totp").set({ last_step: step }).where("person_id", "=", personId).execute();
  return true;
}

async function isRecoveryCode(
  trx: Transaction,
  ctx: Context,
  { recoveryCodes }: Pick<SecondFactorPorts, "recoveryCodes">,
  { personId, typed, visitor, arrivedAt }: TypedCode,
): Promise<boolean> {
  const digest = recoveryCodes.digest(typed);
  if (digest === null) return false;
  const used = await trx
    .updateTable("recovery_code")
    .set({ used_at: arrivedAt })
    .where("person_id", "=", personId)
    .where("code_hash", "=", digest)
    .where("used_at", "is", null)
    .returning("made_at")
    .executeTakeFirst();
  if (!used) return false;
  await logUse(trx, ctx, { act: "recovery_code_used", at: arrivedAt, visitor, personId });
  const left = await countCodes(trx, personId);
  const facts = { ...readUserAgent(visitor.userAgent), left: String(left) };
  await owePersonErrand(trx, ctx, personId, "recovery_code_used", facts, arrivedAt);
  return true;
}

export async function countCodes(trx: Transaction, personId: string): Promise<number> {
  const { count } = await trx
    .selectFrom("recovery_code")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("person_id", "=", personId)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
