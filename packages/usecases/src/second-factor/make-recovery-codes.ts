// Recovery codes: ten, shown once, kept as digests, each good once; new ones void the old.

import { transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { RecoveryCodePort } from "../account/ports.ts";
import { readUserAgent } from "../account/read-user-agent.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";

/** The caller asks for a fresh session. Errors: conflict `app_missing` without a code app, which they stand in for. */
export async function makeRecoveryCodes(
  ctx: Context,
  port: RecoveryCodePort,
  input: { readonly member: SessionMember; readonly visitor: Visitor; readonly arrivedAt: Temporal.Instant },
): Promise<readonly string[]> {
  const { member, visitor, arrivedAt } = input;
  const { personId, accountId } = member;
  return transact(ctx.db, { personId }, async (trx) => {
    // Locked: of two makings at once, both lists would else stand.
    const totp = await trx
      .selectFrom("totp")
      .select("person_id")
      .where("person_id", "=", personId)
      .forUpdate()
      .executeTakeFirst();
    if (!totp) throw new AppError("conflict", "app_missing");
    const codes = await replaceCodes(trx, port, personId, arrivedAt);
    await logUse(trx, ctx, { act: "recovery_codes_made", at: arrivedAt, visitor, accountId, personId });
    await owePersonErrand(
      trx,
      ctx,
      personId,
      "recovery_codes_made",
      readUserAgent(visitor.userAgent),
      arrivedAt,
    );
    return codes;
  });
}

export async function replaceCodes(
  trx: Transaction,
  port: RecoveryCodePort,
  personId: string,
  at: Temporal.Instant,
): Promise<readonly string[]> {
  const codes = port.newCodes();
  const digests = codes.map((code) => {
    const digest = port.digest(code);
    if (digest === null) throw new AppError("internal", "recovery_code_malformed");
    return digest;
  });
  await trx.deleteFrom("recovery_code").where("person_id", "=", personId).execute();
  await trx
    .insertInto("recovery_code")
    .values(digests.map((code_hash) => ({ person_id: personId, code_hash, made_at: at, used_at: null })))
    .execute();
  return codes;
}
