// The challenge that counts for a delivery: the latest pair of codes, and whether it may still be tried.

import type { CodeChallengeTable, Selectable, Transaction } from "@posthorn/db";

export type ChallengeRow = Selectable<CodeChallengeTable>;

/** Wrong tries that end a pair. */
const ATTEMPTS = 5;
/** Within this time of a pair that is still good no other is made. */
export const RESEND_SECONDS = 45;

/** Older pairs are voided when a new one is made, so only the latest matters. */
export async function latestChallenge(
  trx: Transaction,
  deliveryId: string,
): Promise<ChallengeRow | undefined> {
  return trx
    .selectFrom("code_challenge")
    .selectAll()
    .where("delivery_id", "=", deliveryId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export function isOpen(challenge: ChallengeRow, at: Temporal.Instant): boolean {
  return (
    !challenge.voided_at &&
    !challenge.consumed_at &&
    challenge.attempts < ATTEMPTS &&
    Temporal.Instant.compare(at, challenge.expires_at) < 0
  );
}
