// Those who are members of an account at this instant; read after the account is locked, so that nobody comes or goes meanwhile.

import type { Transaction } from "@posthorn/db";
import { AppError, type Language } from "@posthorn/domain";

export interface LivingMember {
  readonly id: string;
  readonly personId: string;
  readonly role: "admin" | "user";
  readonly publicId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Who acts, as he stands now: a session may be older than his role. Errors: forbidden `not_a_member`, `not_an_admin`. */
export async function requireAdmin(
  trx: Transaction,
  actor: { readonly accountId: string; readonly memberId: string },
): Promise<LivingMember> {
  const member = await findLivingMember(trx, actor.accountId, actor.memberId);
  if (!member) throw new AppError("forbidden", "not_a_member");
  if (member.role !== "admin") throw new AppError("forbidden", "not_an_admin");
  return member;
}

export async function findLivingMember(
  trx: Transaction,
  accountId: string,
  memberId: string,
): Promise<LivingMember | undefined> {
  const row = await livingMembers(trx, accountId).where("member.id", "=", memberId).executeTakeFirst();
  return row && memberOf(row);
}

/** The longest there first. */
export async function adminsOf(trx: Transaction, accountId: string): Promise<readonly LivingMember[]> {
  const rows = await livingMembers(trx, accountId)
    .where("member.role", "=", "admin")
    .orderBy("member.joined_at")
    .orderBy("member.id")
    .execute();
  return rows.map(memberOf);
}

function livingMembers(trx: Transaction, accountId: string) {
  return trx
    .selectFrom("member")
    .innerJoin("person", "person.id", "member.person_id")
    .select([
      "member.id",
      "member.person_id",
      "member.role",
      "member.public_id",
      "person.first_names",
      "person.family_name",
      "person.email",
      "person.language",
    ])
    .where("member.account_id", "=", accountId)
    .where("member.left_at", "is", null);
}

type Row = Awaited<ReturnType<ReturnType<typeof livingMembers>["execute"]>>[number];

function memberOf(row: Row): LivingMember {
  return {
    id: row.id,
    personId: row.person_id,
    role: row.role,
    publicId: row.public_id,
    name: `${row.first_names} ${row.family_name}`.trim(),
    email: row.email,
    language: row.language as Language,
  };
}
