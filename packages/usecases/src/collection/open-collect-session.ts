// Opens the session of an identified addressee: of one delivery, under the link of its time, for an hour.

import type { DeliveryRow, Transaction } from "@posthorn/db";
import type { AuthenticationFacts, CollectorFacts } from "@posthorn/domain";
import type { SessionTokens } from "./ports.ts";

/** A collect session ends this long after identification. */
export const COLLECT_SESSION_MINUTES = 60;

/** Who collects by it: with codes nobody is established, so only how. */
type Identified =
  | { readonly authentication: AuthenticationFacts & { readonly method: "codes" } }
  | { readonly collector: CollectorFacts };

/** In the transaction that identified him; `row` is locked by it. */
export async function openCollectSession(
  trx: Transaction,
  tokens: SessionTokens,
  row: DeliveryRow,
  opened: Identified & { readonly now: Temporal.Instant },
): Promise<{ readonly token: string; readonly expiresAt: Temporal.Instant }> {
  const { token, hash } = tokens.newToken();
  const expiresAt = opened.now.add({ minutes: COLLECT_SESSION_MINUTES });
  const collector = "collector" in opened ? opened.collector : null;
  const authentication = "collector" in opened ? opened.collector.authentication : opened.authentication;
  await trx
    .insertInto("collect_session")
    .values({
      token_hash: hash,
      delivery_id: row.id,
      link_generation: row.link_generation,
      authentication: JSON.stringify(authentication),
      collector: collector && JSON.stringify(collector),
      started_at: opened.now,
      expires_at: expiresAt,
      ended_at: null,
    })
    .execute();
  return { token, expiresAt };
}
