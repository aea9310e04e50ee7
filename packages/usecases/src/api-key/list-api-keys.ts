// The API keys of an account, as its members see them: who answers for each, and whether it serves.

import { transact, type Transaction } from "@posthorn/db";
import { isIdentificationCurrent } from "@posthorn/domain";
import type { Context } from "../context.ts";

export type ApiKeyState =
  | "in_force"
  /** Its member has left the account. */
  | "suspended_left"
  /** Its member is not identified. */
  | "suspended_not_identified"
  /** The term of its member's identification has ended. */
  | "suspended_too_old"
  | "revoked";

export interface ApiKeyLine {
  readonly id: string;
  readonly name: string;
  /** The member who answers for what the key does; shown to members of the same account alone. */
  readonly answerable: { readonly memberId: string; readonly name: string };
  readonly createdAt: Temporal.Instant;
  /** To the minute; null where it was never used. */
  readonly lastUsedAt: Temporal.Instant | null;
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
    const rows = await apiKeys(trx).orderBy("api_key.id", "desc").limit(KEYS_SHOWN).execute();
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      answerable: { memberId: row.member_id, name: `${row.first_names} ${row.family_name}` },
      createdAt: row.created_at,
      lastUsedAt: row.last_used_at,
      state: apiKeyState(ctx, row, at),
    }));
  });
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
      "member.left_at",
      "member.person_id",
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
    readonly left_at: Temporal.Instant | null;
    readonly identified_at: Temporal.Instant | null;
  },
  at: Temporal.Instant,
): ApiKeyState {
  if (key.revoked_at) return "revoked";
  if (key.left_at) return "suspended_left";
  if (!key.identified_at) return "suspended_not_identified";
  return isIdentificationCurrent(key.identified_at, ctx.settings.reidentifyDays, at)
    ? "in_force"
    : "suspended_too_old";
}
