// An identified admin takes over a suspended API key: from then on he answers for what it does (domain rules, "Identification of the sender").

import { transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { type KeyAdmin, requireKeyAdmin } from "./key-admin.ts";
import { apiKeys, apiKeyState } from "./list-api-keys.ts";
import { requireAdminRole } from "../account/require-admin-role.ts";

/**
 * Durable on return; the member who answered before and the other admins are told by mail. Errors: forbidden `not_an_admin` and
 * those of `loadSender`; not_found `api_key_not_found`, another account's too; conflict `api_key_not_suspended`.
 */
export async function takeOverApiKey(
  ctx: Context,
  input: {
    readonly taker: KeyAdmin;
    readonly keyId: string;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<void> {
  const { taker, keyId, arrivedAt: at } = input;
  requireAdminRole(taker);
  await transact(ctx.db, { accountId: taker.accountId }, async (trx) => {
    const key = await apiKeys(trx).where("api_key.id", "=", keyId).forUpdate("api_key").executeTakeFirst();
    if (!key) throw new AppError("not_found", "api_key_not_found");
    await requireKeyAdmin(trx, ctx, taker, at);
    if (!apiKeyState(ctx, key, at).startsWith("suspended"))
      throw new AppError("conflict", "api_key_not_suspended");
    await trx.updateTable("api_key").set({ member_id: taker.memberId }).where("id", "=", keyId).execute();
    await logUse(trx, ctx, {
      act: "api_key_taken_over",
      at,
      visitor: input.visitor,
      accountId: taker.accountId,
      personId: taker.personId,
      subject: keyId,
    });
    const facts = { key: key.name, by: taker.personName };
    for (const personId of await personsToTell(trx, taker, key))
      await owePersonErrand(trx, ctx, personId, "api_key_taken_over", facts, at);
  });
}

/** Who answered before, while still a member, and every other admin; never the one who acts. */
async function personsToTell(
  trx: Transaction,
  taker: KeyAdmin,
  key: { readonly person_id: string },
): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom("member")
    .select("person_id")
    .where("account_id", "=", taker.accountId)
    .where("left_at", "is", null)
    .where("person_id", "!=", taker.personId)
    .where((eb) => eb.or([eb("role", "=", "admin"), eb("person_id", "=", key.person_id)]))
    .execute();
  return rows.map((row) => row.person_id);
}
