// With what an account holder is identified, and which itsme accounts and cards open his account.

import { transact } from "@posthorn/db";
import type { AssuranceLevel } from "@posthorn/domain";
import type { Context } from "../context.ts";

export interface LinkedIdentity {
  /** Names it in forms; opens nothing. */
  readonly id: string;
  readonly method: "itsme" | "eid";
  readonly issuer: string;
  readonly linkedAt: Temporal.Instant;
  readonly lastUsedAt: Temporal.Instant;
}

export interface IdentificationStanding {
  readonly identified: {
    readonly method: "itsme" | "eid";
    readonly issuer: string | null;
    /** Absent where no level of eIDAS was established. */
    readonly level: AssuranceLevel | null;
    readonly at: Temporal.Instant;
  } | null;
  readonly linked: readonly LinkedIdentity[];
}

export async function listIdentities(ctx: Context, personId: string): Promise<IdentificationStanding> {
  return transact(ctx.db, { personId }, async (trx) => {
    const person = await trx
      .selectFrom("person")
      .select(["identified_method", "identified_issuer", "identified_level", "identified_at"])
      .where("id", "=", personId)
      .executeTakeFirst();
    const linked = await trx
      .selectFrom("person_identity")
      .select(["method", "subject_digest", "issuer", "linked_at", "last_used_at"])
      .where("person_id", "=", personId)
      .orderBy("linked_at")
      .execute();
    return {
      identified:
        person?.identified_at && person.identified_method
          ? {
              method: person.identified_method as "itsme" | "eid",
              issuer: person.identified_issuer,
              level: person.identified_level as AssuranceLevel | null,
              at: person.identified_at,
            }
          : null,
      linked: linked.map((row) => ({
        id: linkedId(row),
        method: row.method,
        issuer: row.issuer,
        linkedAt: row.linked_at,
        lastUsedAt: row.last_used_at,
      })),
    };
  });
}

/** Of the keyed digest its beginning: 64 bits tell one person's few means apart. */
export function linkedId(row: { readonly method: string; readonly subject_digest: string }): string {
  return `${row.method}-${row.subject_digest.slice(0, 16)}`;
}
