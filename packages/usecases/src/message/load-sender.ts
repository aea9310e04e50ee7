// Who sends, as every record says it: the account, its member's random id, how and when he was authenticated and identified.

import { holdAccountOpen, sql, type Transaction } from "@posthorn/db";
import {
  AppError,
  isIdentificationCurrent,
  type AssuranceLevel,
  type AuthenticationFacts,
  type IdentificationMethod,
  type SenderFacts,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { RESTRICTED_DETAIL } from "../rights/restricted.ts";

/**
 * Only an identified person of an active account may send (domain rules, "Identification of the sender"). The account is held
 * until the end of the transaction: it is closed before this or after it. Errors, all forbidden: `not_a_member`,
 * `account_closed`, `processing_restricted`, `sender_not_identified`, `identification_too_old` where `at` lies after its term.
 */
export async function loadSender(
  trx: Transaction,
  ctx: Context,
  who: {
    readonly accountId: string;
    readonly memberId: string;
    readonly authentication: AuthenticationFacts;
  },
  at: Temporal.Instant,
): Promise<SenderFacts> {
  await holdAccountOpen(trx, who.accountId);
  const row = await trx
    .selectFrom("member")
    .innerJoin("account", "account.id", "member.account_id")
    .innerJoin("person", "person.id", "member.person_id")
    .select([
      "account.kind",
      "account.name",
      "account.enterprise_number",
      "account.town",
      "account.status",
      "member.public_id",
      "person.first_names",
      "person.family_name",
      "person.identified_at",
      "person.identified_method",
      "person.identified_level",
      "person.identified_issuer",
      sql<boolean>`is_restricted_person(person.id)`.as("restricted"),
    ])
    .where("member.id", "=", who.memberId)
    .where("member.account_id", "=", who.accountId)
    .where("member.left_at", "is", null)
    .executeTakeFirst();
  if (!row) throw new AppError("forbidden", "not_a_member");
  if (row.status === "applying") throw new AppError("forbidden", "account_applying");
  if (row.status !== "active") throw new AppError("forbidden", "account_closed");
  if (row.restricted) throw new AppError("forbidden", "processing_restricted", { detail: RESTRICTED_DETAIL });
  if (!row.identified_at || !row.identified_method) throw new AppError("forbidden", "sender_not_identified");
  if (!isIdentificationCurrent(row.identified_at, ctx.settings.reidentifyDays, at))
    throw new AppError("forbidden", "identification_too_old");
  const company = row.kind === "company";
  return {
    kind: company ? "company" : "person",
    name: company ? row.name : `${row.first_names} ${row.family_name}`,
    ...(row.enterprise_number ? { enterprise_number: row.enterprise_number } : {}),
    ...(row.town ? { town: row.town } : {}),
    ...(company ? { member: row.public_id } : {}),
    authentication: who.authentication,
    identified: {
      method: row.identified_method as IdentificationMethod,
      at: row.identified_at.toString({ smallestUnit: "millisecond" }),
      ...(row.identified_level ? { level: row.identified_level as AssuranceLevel } : {}),
      ...(row.identified_issuer ? { issuer: row.identified_issuer } : {}),
    },
  };
}
