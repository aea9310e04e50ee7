// Puts a new secret in the place of an API key's; the old one serves beside it for some hours, so that no program stands still.

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { type KeyAdmin, requireKeyAdmin } from "./key-admin.ts";
import { apiKeys, apiKeyState } from "./list-api-keys.ts";
import type { MadeKey } from "./make-api-key.ts";
import type { NewKey } from "./ports.ts";
import { tellAdmins } from "./tell-admins.ts";
import { requireAdminRole } from "../account/require-admin-role.ts";

/** How long the old secret may serve beside the new one. */
export const OVERLAP_HOURS = [0, 1, 24] as const;

/**
 * Durable on return; the key keeps its name and scopes and gets a new id, and who rotates it answers for it. Admins are told by
 * mail. Errors: forbidden as `requireKeyAdmin`; bad_request `api_key_invalid_form` with field `hours`; not_found
 * `api_key_not_found`; conflict `api_key_ended` where it was revoked or has a successor.
 */
export async function rotateApiKey(
  ctx: Context,
  newKey: NewKey,
  input: {
    readonly admin: KeyAdmin;
    readonly keyId: string;
    /** One of `OVERLAP_HOURS`. */
    readonly hours: unknown;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<MadeKey> {
  const { admin, keyId, arrivedAt: at } = input;
  requireAdminRole(admin);
  return transact(ctx.db, { accountId: admin.accountId }, async (trx) => {
    const old = await apiKeys(trx).where("api_key.id", "=", keyId).forUpdate("api_key").executeTakeFirst();
    if (!old) throw new AppError("not_found", "api_key_not_found");
    await requireKeyAdmin(trx, ctx, admin, at);
    const state = apiKeyState(ctx, old, at);
    if (old.replaced_by || state === "revoked") throw new AppError("conflict", "api_key_ended");
    const hours = OVERLAP_HOURS.find((each) => String(each) === input.hours);
    if (hours === undefined)
      throw new AppError("bad_request", "api_key_invalid_form", {
        fields: [{ path: "hours", code: "choose" }],
      });
    const key = newKey();
    await trx
      .insertInto("api_key")
      .values({
        id: key.id,
        account_id: admin.accountId,
        member_id: admin.memberId,
        created_by: admin.memberId,
        name: old.name,
        secret_hash: key.hash,
        scopes: old.scopes,
        created_at: at,
        last_used_at: null,
        revoked_at: null,
      })
      .execute();
    await trx
      .updateTable("api_key")
      .set({ replaced_by: key.id, expires_at: at.add({ hours }) })
      .where("id", "=", keyId)
      .execute();
    await logUse(trx, ctx, {
      act: "api_key_rotated",
      at,
      visitor: input.visitor,
      accountId: admin.accountId,
      personId: admin.personId,
      subject: keyId,
    });
    await tellAdmins(trx, ctx, admin, {
      kind: "api_key_rotated",
      key: old.name,
      answerable: old.person_id,
      at,
    });
    return { id: key.id, name: old.name, secret: key.secret };
  });
}
