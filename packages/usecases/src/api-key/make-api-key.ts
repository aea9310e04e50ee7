// An identified admin makes an API key: he answers for what it does, and sees the whole of it this once.

import { type ApiScope, transact } from "@posthorn/db";
import { AppError, type FieldError, parseRequiredLine } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { type KeyAdmin, requireKeyAdmin } from "./key-admin.ts";
import type { NewKey } from "./ports.ts";
import { tellAdmins } from "./tell-admins.ts";
import { requireAdminRole } from "../account/require-admin-role.ts";

/** What a key may do: `messages:send` submits, `messages:read` lists and follows, `evidence:read` fetches evidence and proofs. */
export const API_SCOPES = [
  "messages:send",
  "messages:read",
  "evidence:read",
] as const satisfies readonly ApiScope[];
const NAME_LENGTH = 80;
/** More serve no one, and the list of keys is one page. */
const LIVING_KEYS = 100;

export interface MadeKey {
  readonly id: string;
  readonly name: string;
  /** The whole key. It is kept nowhere and cannot be shown again. */
  readonly secret: string;
}

/**
 * Durable on return; all admins are told by mail. Errors: forbidden as `requireKeyAdmin`; bad_request `api_key_invalid_form`
 * with fields `name` (`required`, `too_long`, `name_taken` while a key of that name lives) and `scopes` (`choose`);
 * conflict `too_many_api_keys` at 100 that live.
 */
export async function makeApiKey(
  ctx: Context,
  newKey: NewKey,
  input: {
    readonly admin: KeyAdmin;
    readonly name: unknown;
    readonly scopes: readonly string[];
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<MadeKey> {
  const { admin, arrivedAt: at } = input;
  requireAdminRole(admin);
  const { name, scopes } = parseForm(input);
  return transact(ctx.db, { accountId: admin.accountId }, async (trx) => {
    await requireKeyAdmin(trx, ctx, admin, at);
    // One at a time in an account: the name is free and the number in bounds when this key is made.
    await trx.selectFrom("account").select("id").where("id", "=", admin.accountId).forUpdate().execute();
    const living = await trx
      .selectFrom("api_key")
      .select("name")
      .where("account_id", "=", admin.accountId)
      .where("revoked_at", "is", null)
      .where("replaced_by", "is", null)
      .execute();
    if (living.some((key) => key.name.toLowerCase() === name.toLowerCase()))
      throw invalid([{ path: "name", code: "name_taken" }]);
    if (living.length >= LIVING_KEYS) throw new AppError("conflict", "too_many_api_keys");
    const key = newKey();
    await trx
      .insertInto("api_key")
      .values({
        id: key.id,
        account_id: admin.accountId,
        member_id: admin.memberId,
        created_by: admin.memberId,
        name,
        secret_hash: key.hash,
        scopes: [...scopes],
        created_at: at,
        last_used_at: null,
        revoked_at: null,
      })
      .execute();
    await logUse(trx, ctx, {
      act: "api_key_made",
      at,
      visitor: input.visitor,
      accountId: admin.accountId,
      personId: admin.personId,
      subject: key.id,
    });
    await tellAdmins(trx, ctx, admin, { kind: "api_key_made", key: name, at });
    return { id: key.id, name, secret: key.secret };
  });
}

function parseForm(input: { readonly name: unknown; readonly scopes: readonly string[] }) {
  const name = parseRequiredLine("name", input.name, NAME_LENGTH);
  const scopes = API_SCOPES.filter((scope) => input.scopes.includes(scope));
  const errors: FieldError[] = name.ok ? [] : [...name.errors];
  if (scopes.length === 0) errors.push({ path: "scopes", code: "choose" });
  if (!name.ok || errors.length > 0) throw invalid(errors);
  return { name: name.value, scopes };
}

function invalid(fields: readonly FieldError[]): AppError {
  return new AppError("bad_request", "api_key_invalid_form", { fields });
}
