// Who is behind an API key: the account and its responsible member, and every use of it in the log of the platform.

import { type ApiScope, sql, transact, type Transaction } from "@posthorn/db";
import { AppError, type AuthenticationFacts, type Language } from "@posthorn/domain";
import { apiKeyState } from "../api-key/list-api-keys.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { RESTRICTED_DETAIL } from "../rights/restricted.ts";
import type { ApiKeyPort } from "./ports.ts";

const ACCOUNT_NOT_ACTIVE = {
  applying: "account_applying",
  closing: "account_closing",
  closed: "account_closed",
  erased: "account_closed",
} as const;

const WHY_NOT_ACTIVE = {
  applying: "The company has not been approved yet.",
  closing: "The account is being closed; running deliveries go on and can be followed in the portal.",
  closed: "The account is closed.",
  erased: "The account is closed.",
} as const;

export interface KeyHolder {
  readonly keyId: string;
  readonly accountId: string;
  /** The member who answers for what the key does. */
  readonly memberId: string;
  readonly email: string;
  readonly language: Language;
  readonly authentication: AuthenticationFacts;
  /** What the key may be used for. */
  readonly scopes: readonly ApiScope[];
  /** Whether the account may give national register numbers. */
  readonly registerNumbers: boolean;
}

/**
 * Errors: unauthenticated `api_key_invalid` for whatever is wrong with the key, revoked ones too; forbidden
 * `account_applying`, `account_closing` or `account_closed` where no key of the account serves, and
 * `processing_restricted` where its member has had the processing of his data restricted, and
 * `api_key_suspended` while its member has left, is not identified, or the term of his identification has ended (domain rules,
 * "Identification of the sender").
 */
export async function authenticateKey(
  ctx: Context,
  keys: ApiKeyPort,
  input: {
    readonly presented: string;
    /** Method and route pattern, for the log of use. */
    readonly act: string;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<KeyHolder> {
  const key = keys.parse(input.presented);
  if (!key) throw new AppError("unauthenticated", "api_key_invalid");
  return transact(ctx.db, { presentedKey: key.id }, async (trx) => {
    // The log of use may lose its last half second in a crash of the database; waiting for the disk at every read may not.
    await sql`SET LOCAL synchronous_commit = off`.execute(trx);
    const row = await findKey(trx, key.id);
    // Compared also where there is no such key: the time taken tells nothing about which ids exist.
    const right = keys.same(row?.secret_hash ?? "0".repeat(64), key.hash);
    const state = row && apiKeyState(ctx, row, input.arrivedAt);
    if (!row || !right || state === "revoked" || state === "replaced")
      throw new AppError("unauthenticated", "api_key_invalid");
    if (row.status !== "active")
      throw new AppError("forbidden", ACCOUNT_NOT_ACTIVE[row.status], { detail: WHY_NOT_ACTIVE[row.status] });
    if (state !== "in_force") {
      throw new AppError("forbidden", "api_key_suspended", {
        detail: "An identified administrator of the account takes the key over in the portal.",
      });
    }
    if (row.restricted)
      throw new AppError("forbidden", "processing_restricted", { detail: RESTRICTED_DETAIL });
    await touch(trx, key.id, row.last_used_at, input.arrivedAt);
    await logUse(trx, ctx, {
      act: input.act,
      at: input.arrivedAt,
      visitor: input.visitor,
      accountId: row.account_id,
      personId: row.person_id,
      subject: key.id,
    });
    return {
      keyId: key.id,
      accountId: row.account_id,
      memberId: row.member_id,
      scopes: row.scopes,
      email: row.email,
      language: row.language as Language,
      authentication: { method: "api_key", at: input.arrivedAt.toString({ smallestUnit: "millisecond" }) },
      registerNumbers:
        ctx.settings.registerNumberBasis !== undefined && row.register_number_authorised_at !== null,
    };
  });
}

function findKey(trx: Transaction, id: string) {
  return trx
    .selectFrom("api_key")
    .innerJoin("member", "member.id", "api_key.member_id")
    .innerJoin("person", "person.id", "member.person_id")
    .innerJoin("account", "account.id", "api_key.account_id")
    .select([
      "api_key.account_id",
      "api_key.member_id",
      "api_key.secret_hash",
      "api_key.last_used_at",
      "api_key.revoked_at",
      "api_key.expires_at",
      "api_key.scopes",
      "account.status",
      "member.left_at",
      "member.person_id",
      "person.email",
      "person.language",
      "person.identified_at",
      "account.register_number_authorised_at",
      sql<boolean>`is_restricted_person(member.person_id)`.as("restricted"),
    ])
    .where("api_key.id", "=", id)
    .executeTakeFirst();
}

async function touch(
  trx: Transaction,
  id: string,
  lastUsed: Temporal.Instant | null,
  at: Temporal.Instant,
): Promise<void> {
  // To the minute is enough to see which keys are in use, and spares a write a request.
  if (lastUsed && at.since(lastUsed).total("seconds") < 60) return;
  await trx.updateTable("api_key").set({ last_used_at: at }).where("id", "=", id).execute();
}
