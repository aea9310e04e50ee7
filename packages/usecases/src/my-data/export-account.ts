// What an account holds, as files: settings, credits, members, contacts, consents, messages. Secrets are none of it.

import { sql, transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import { allConsents } from "../consent/list-consents.ts";
import { exportContacts } from "../contact/export-contacts.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { type ExportEntry, jsonEntry, linesEntry } from "./export-entry.ts";
import { exportMessages, type ExportPorts } from "./export-messages.ts";
import { exportUses } from "./export-uses.ts";

export interface Exporting {
  readonly member: Pick<SessionMember, "personId" | "accountId" | "memberId" | "accountKind" | "role">;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

/**
 * A company's data, for one of its administrators; logged before the first file. The caller asks for a fresh session.
 * Errors: forbidden `not_an_admin`.
 */
export async function* exportCompany(
  ctx: Context,
  ports: ExportPorts,
  input: Exporting,
): AsyncGenerator<ExportEntry> {
  const { member, visitor, arrivedAt: at } = input;
  const { accountId, personId } = member;
  if (member.accountKind !== "company" || member.role !== "admin")
    throw new AppError("forbidden", "not_an_admin");
  await transact(ctx.db, { accountId, personId }, (trx) =>
    logUse(trx, ctx, { act: "account_data_exported", at, visitor, accountId, personId }),
  );
  yield* exportHeld(ctx, ports, input);
  yield linesEntry("uses.jsonl", exportUses(ctx, { accountId }));
}

/** Of any account, without the log. */
export async function* exportHeld(
  ctx: Context,
  ports: ExportPorts,
  { member, visitor, arrivedAt: at }: Exporting,
): AsyncGenerator<ExportEntry> {
  const { accountId, memberId, personId } = member;
  const reader = { accountId, memberId, personId };
  yield jsonEntry("account.json", await transact(ctx.db, reader, (trx) => readAccount(trx, accountId)));
  yield { name: "contacts.csv", stream: () => exportContacts(ctx, reader, { format: "csv", visitor, at }) };
  yield linesEntry("consents.jsonl", allConsents(ctx, accountId));
  yield* exportMessages(ctx, ports, reader, at);
}

async function readAccount(trx: Transaction, accountId: string): Promise<object> {
  const account = await trx
    .selectFrom("account")
    .selectAll()
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  const credits = await trx
    .selectFrom("account_credit")
    .select("balance")
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return {
    account,
    credits: credits?.balance ?? 0,
    credit_entries: await trx
      .selectFrom("credit_entry")
      .select(["kind", "item", "amount", "delivery_id", "entered_at"])
      .where("account_id", "=", accountId)
      .orderBy("id")
      .execute(),
    members: await trx
      .selectFrom("member")
      .innerJoin("person", "person.id", "member.person_id")
      .select([
        "member.id",
        "member.public_id",
        "member.role",
        "member.joined_at",
        "member.left_at",
        ofMember("first_names"),
        ofMember("family_name"),
        ofMember("email"),
      ])
      .where("member.account_id", "=", accountId)
      .orderBy("member.joined_at")
      .execute(),
    teams: await trx
      .selectFrom("team")
      .select(["id", "name", "sender_name", "messages_visible_to", "created_at", "ended_at"])
      .where("account_id", "=", accountId)
      .orderBy("created_at")
      .execute(),
    api_keys: await trx
      .selectFrom("api_key")
      .select(["id", "member_id", "name", "scopes", "created_at", "last_used_at", "expires_at", "revoked_at"])
      .where("account_id", "=", accountId)
      .orderBy("created_at")
      .execute(),
    agreements: await trx
      .selectFrom("policy_acceptance")
      .select(["policy", "version", "language", "sha256", "accepted_at", "withdrawn_at"])
      .where("account_id", "=", accountId)
      .orderBy("accepted_at")
      .execute(),
  };
}

/** Of who has left the company knows his number alone, whatever else he is a member of (R3 to R5). */
function ofMember(column: "first_names" | "family_name" | "email") {
  return sql<string | null>`CASE WHEN member.left_at IS NULL THEN ${sql.ref(`person.${column}`)} END`.as(
    column,
  );
}
