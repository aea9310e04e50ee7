// Links the seeded people who are identified to their accounts at the stand-in itsme, as their first activation would have done.

import { createIdentityKeys, parseIdentityKeys } from "@posthorn/identity";
import { CITIZENS, subjectOf } from "../itsme/citizens.ts";
import { withConnection } from "../postgres/database.ts";
import { PEOPLE } from "./people.ts";
import type { StackKeys } from "./prepare-keys.ts";

/** Runs as the owner, after `seed` and once the keys are there. Safe to repeat; a link that was taken away comes back. */
export async function seedIdentities(
  ownerUrl: string,
  { identityKeys }: Pick<StackKeys, "identityKeys">,
): Promise<void> {
  const keys = createIdentityKeys(parseIdentityKeys(identityKeys));
  await withConnection(ownerUrl, async (client) => {
    for (const person of PEOPLE.filter(({ identified }) => identified)) {
      const citizen = CITIZENS.find(
        ({ familyName, ...names }) =>
          familyName === person.familyName && "givenNames" in names && names.givenNames === person.firstNames,
      );
      const [newest] = citizen ? keys.subjectDigests({ method: "itsme", subject: subjectOf(citizen) }) : [];
      if (!newest) continue;
      await client.query(
        `INSERT INTO person_identity (method, subject_digest, key_version, person_id, issuer, linked_at, last_used_at)
         SELECT 'itsme', $2, $3, id, 'itsme', identified_at, identified_at FROM person WHERE id = $1 AND identified_at IS NOT NULL
         ON CONFLICT DO NOTHING`,
        [person.id, newest.digest, newest.keyVersion],
      );
    }
  });
}
