// Which agreements a person has accepted, in which version and words, when, and withdrawn when.

import type { AcceptedPolicy, Transaction } from "@posthorn/db";
import type { Language } from "@posthorn/domain";

export interface AcceptanceLine {
  readonly policy: AcceptedPolicy;
  readonly version: string;
  readonly language: Language;
  /** Of the words as shown, lower-case hex. */
  readonly sha256: string;
  readonly acceptedAt: Temporal.Instant;
  readonly withdrawnAt: Temporal.Instant | null;
  /** Given for an account, which it binds. */
  readonly forAccount: boolean;
}

/** More than anybody accepts; the export has all. */
const SHOWN = 100;

/** The latest first. In the scope of the person. */
export async function listAcceptances(
  trx: Transaction,
  personId: string,
): Promise<readonly AcceptanceLine[]> {
  const rows = await trx
    .selectFrom("policy_acceptance")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("accepted_at", "desc")
    .orderBy("id", "desc")
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    policy: row.policy,
    version: row.version,
    language: row.language as Language,
    sha256: row.sha256,
    acceptedAt: row.accepted_at,
    withdrawnAt: row.withdrawn_at,
    forAccount: row.account_id !== null,
  }));
}
