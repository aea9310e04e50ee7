// Writes that an account holder is identified: name as authenticated, by what, when, at which level.

import type { Selectable, PersonTable, Transaction } from "@posthorn/db";
import { AppError, type AuthenticatedIdentity } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import { enterWhatWaits } from "../inbox/enter-inbox.ts";

export type PersonRow = Pick<
  Selectable<PersonTable>,
  "id" | "family_name" | "first_names" | "password_hash" | "identified_at"
>;

/** What changes who a person is, or how he signs in, happens one after the other. Errors: unauthenticated `session_missing`, also for who was erased meanwhile. */
export async function lockPerson(trx: Transaction, personId: string): Promise<PersonRow> {
  const row = await trx
    .selectFrom("person")
    .select(["id", "family_name", "first_names", "password_hash", "identified_at"])
    .where("id", "=", personId)
    .where("erased_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError("unauthenticated", "session_missing");
  return row;
}

/** The spelling is taken over: evidence shows names as they were authenticated. Letters that waited for him enter his inbox. */
export async function bookIdentified(
  trx: Transaction,
  member: Pick<SessionMember, "personId" | "accountId" | "accountKind">,
  identity: AuthenticatedIdentity,
): Promise<void> {
  await writeName(trx, member, { familyName: identity.familyName, firstNames: identity.givenNames ?? "" });
  await trx
    .updateTable("person")
    .set({
      identified_method: identity.method,
      identified_level: identity.level ?? null,
      identified_issuer: identity.issuer,
      identified_at: identity.authenticatedAt,
    })
    .where("id", "=", member.personId)
    .execute();
  await enterWhatWaits(trx, member.personId);
}

/** A private account is called like its holder. */
export async function writeName(
  trx: Transaction,
  member: Pick<SessionMember, "personId" | "accountId" | "accountKind">,
  { familyName, firstNames }: { readonly familyName: string; readonly firstNames: string },
): Promise<void> {
  await trx
    .updateTable("person")
    .set({ family_name: familyName, first_names: firstNames })
    .where("id", "=", member.personId)
    .execute();
  if (member.accountKind === "private")
    await trx
      .updateTable("account")
      .set({ name: `${firstNames} ${familyName}`.trim() })
      .where("id", "=", member.accountId)
      .execute();
}
