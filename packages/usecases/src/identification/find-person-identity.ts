// Whose an itsme account or a card is, by keyed digests; one found under an older key is kept under the newest from then on.

import { type Transaction, widen } from "@posthorn/db";
import type { AuthenticatedIdentity } from "@posthorn/domain";
import type { IdentityKeysPort } from "./ports.ts";

/** The account holder's id, or undefined where nobody has linked it. Notes the use. */
export async function findPersonIdentity(
  trx: Transaction,
  keys: IdentityKeysPort,
  identity: Pick<AuthenticatedIdentity, "method" | "subject">,
  at: Temporal.Instant,
): Promise<string | undefined> {
  const digests = keys.subjectDigests(identity);
  const [newest] = digests;
  if (!newest) return undefined;
  await widen(trx, { presentedIdentity: digests.map(({ digest }) => digest).join(",") });
  const found = await trx
    .selectFrom("person_identity")
    .select(["person_id", "subject_digest"])
    .where("method", "=", identity.method)
    .where(
      "subject_digest",
      "in",
      digests.map(({ digest }) => digest),
    )
    .orderBy("key_version", "desc")
    .executeTakeFirst();
  if (!found) return undefined;
  await trx
    .updateTable("person_identity")
    .set({ subject_digest: newest.digest, key_version: newest.keyVersion, last_used_at: at })
    .where("method", "=", identity.method)
    .where("subject_digest", "=", found.subject_digest)
    .execute();
  return found.person_id;
}

/** Whose it is afterwards: of two persons who link the same at the same instant the first to commit has it. */
export async function linkPersonIdentity(
  trx: Transaction,
  keys: IdentityKeysPort,
  identity: Pick<AuthenticatedIdentity, "method" | "subject" | "issuer">,
  personId: string,
  at: Temporal.Instant,
): Promise<string | undefined> {
  const [newest] = keys.subjectDigests(identity);
  if (!newest) return undefined;
  const made = await trx
    .insertInto("person_identity")
    .values({
      method: identity.method,
      subject_digest: newest.digest,
      key_version: newest.keyVersion,
      person_id: personId,
      issuer: identity.issuer,
      linked_at: at,
      last_used_at: at,
    })
    .onConflict((conflict) => conflict.columns(["method", "subject_digest"]).doNothing())
    .returning("person_id")
    .executeTakeFirst();
  return made?.person_id ?? findPersonIdentity(trx, keys, identity, at);
}
