// Ends an API key at once: nothing is accepted from it any more.

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import type { KeyAdmin } from "./key-admin.ts";
import { apiKeys, apiKeyState } from "./list-api-keys.ts";
import { tellAdmins } from "./tell-admins.ts";
import { requireAdminRole } from "../account/require-admin-role.ts";

/**
 * Durable on return; admins, and who answered for it, are told by mail. Any admin may, identified or not: ending is never
 * dangerous. Errors: forbidden `not_an_admin`; not_found `api_key_not_found`; conflict `api_key_ended`.
 */
export async function revokeApiKey(
  ctx: Context,
  input: {
    readonly admin: KeyAdmin;
    readonly keyId: string;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<void> {
  const { admin, keyId, arrivedAt: at } = input;
  requireAdminRole(admin);
  await transact(ctx.db, { accountId: admin.accountId }, async (trx) => {
    const key = await apiKeys(trx).where("api_key.id", "=", keyId).forUpdate("api_key").executeTakeFirst();
    if (!key) throw new AppError("not_found", "api_key_not_found");
    const state = apiKeyState(ctx, key, at);
    if (state === "revoked" || state === "replaced") throw new AppError("conflict", "api_key_ended");
    await trx.updateTable("api_key").set({ revoked_at: at }).where("id", "=", keyId).execute();
    await logUse(trx, ctx, {
      act: "api_key_revoked",
      at,
      visitor: input.visitor,
      accountId: admin.accountId,
      personId: admin.personId,
      subject: keyId,
    });
    await tellAdmins(trx, ctx, admin, {
      kind: "api_key_revoked",
      key: key.name,
      answerable: key.person_id,
      at,
    });
  });
}
