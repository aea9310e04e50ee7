// The API keys of an account, as its members see them: who answers for each, and whether it serves.

import { type ApiScope, transact, type Transaction } from "@posthorn/db";
import { AppError, isIdentificationCurrent } from "@posthorn/domain";
import type { Context } from "../context.ts";

export type ApiKeyState =
  | "in_force"
  /** Its member has left the account. */
  | "suspended_left"
  /** Its member is not identified. */
  | "suspended_not_identified"
  /** The term of its member's identification has ended. */
  | "suspended_too_old"
  /** Another secret has taken its place, and its time beside that one is over. */
  | "replaced"
  | "revoked";

export interface ApiKeyLine {
  readonly id: string;
  readonly name: string;
  /** The member who answers for what the key does; shown to members of the same account alone. */
  readonly answerable: { readonly memberId: string; readonly name: string };
  readonly createdAt: Temporal.Instant;
  /** To the minute; null where it was never used. */
  readonly lastUsedAt: Temporal.Instant | null;
  readonly scopes: readonly ApiScope[];
  /** Of a key with a successor: until then both serve. */
  readonly servesUntil: Temporal.Instant | null;
  /** The key that has taken its place. */
  readonly replacedBy: string | null;
  readonly state: ApiKeyState;
}

/** More keys than anybody looks through. */
const KEYS_SHOWN = 200;

/** The newest first, at most 200. `at`: now. */
export async function listApiKeys(
  ctx: Context,
  accountId: string,
  at: Temporal.Instant,
): Promise<readonly ApiKeyLine[]> {
  return transact(ctx.db, { accountId }, async (trx) => {
    const rows = await apiKeys(trx)
      .where("api_key.account_id", "=", accountId)
      .orderBy("api_key.created_at", "desc")
      .orderBy("api_key.id", "desc")
      .limit(KEYS_SHOWN)
      .execute();
    return rows.map((row) => lineOf(ctx, row, at));
  });
}

/** One key. Throws not_found `api_key_not_found`, another account's too. */
export async function showApiKey(
  ctx: Context,
  accountId: string,
  keyId: string,
  at: Temporal.Instant,
): Promise<ApiKeyLine> {
  return transact(ctx.db, { accountId }, async (trx) => {
    const row = await apiKeys(trx).where("api_key.id", "=", keyId).executeTakeFirst();
    if (!row) throw new AppError("not_found", "api_key_not_found");
    return lineOf(ctx, row, at);
  });
}

type KeyRow = Awaited<ReturnType<ReturnType<typeof apiKeys>["executeTakeFirstOrThrow"]>>;

function lineOf(ctx: Context, row: KeyRow, at: Temporal.Instant): ApiKeyLine {
  return {
    id: row.id,
    name: row.name,
    answerable: { memberId: row.member_id, name: nameOf(row) },
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    scopes: row.scopes,
    servesUntil: row.expires_at,
    replacedBy: row.replaced_by,
    state: apiKeyState(ctx, row, at),
  };
}

/** Of who has left and is erased his random number alone. */
function nameOf(row: Pick<KeyRow, "first_names" | "family_name" | "public_id">): string {
  return `${row.first_names} ${row.family_name}`.trim() || row.public_id;
}

/** Keys of the account that the transaction sees, each with its member. */
export function apiKeys(trx: Transaction) {
  return trx
    .selectFrom("api_key")
    .innerJoin("member", "member.id", "api_key.member_id")
    .innerJoin("person", "person.id", "member.person_id")
    .select([
      "api_key.id",
      "api_key.name",
      "api_key.member_id",
      "api_key.created_at",
      "api_key.last_used_at",
      "api_key.revoked_at",
      "api_key.scopes",
      "api_key.expires_at",
      "api_key.replaced_by",
      "member.left_at",
      "member.person_id",
      "member.public_id",
      "person.first_names",
      "person.family_name",
      "person.identified_at",
    ]);
}

/** A key serves while the member who answers for it is there, identified, and within the term of his identification. */
export function apiKeyState(
  ctx: Context,
  key: {
    readonly revoked_at: Temporal.Instant | null;
    readonly expires_at: Temporal.Instant | null;
    readonly left_at: Temporal.Instant | null;
    readonly identified_at: Temporal.Instant | null;
  },
  at: Temporal.Instant,
): ApiKeyState {
  if (key.revoked_at) return "revoked";
  if (key.expires_at && Temporal.Instant.compare(at, key.expires_at) >= 0) return "replaced";
  if (key.left_at) return "suspended_left";
  if (!key.identified_at) return "suspended_not_identified";
  return isIdentificationCurrent(key.identified_at, ctx.settings.reidentifyDays, at)
    ? "in_force"
    : "suspended_too_old";
}
