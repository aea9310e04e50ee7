// Writes which words somebody accepted: policy, version, language, digest (domain rules R13).

import type { AcceptedPolicy, Transaction } from "@posthorn/db";
import type { Language } from "@posthorn/domain";
import type { Context } from "../context.ts";

/** The words as they stood on the page. */
export interface AcceptedWords {
  readonly policy: AcceptedPolicy;
  readonly version: string;
  readonly language: Language;
  /** Of the words in UTF-8, lower-case hex. */
  readonly sha256: string;
}

/** In a transaction whose scope has the person. `accountId` where the words bind an account. */
export async function bookAcceptance(
  trx: Transaction,
  ctx: Pick<Context, "newId">,
  given: {
    readonly personId: string;
    readonly accountId?: string;
    readonly words: readonly AcceptedWords[];
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  if (given.words.length === 0) return;
  await trx
    .insertInto("policy_acceptance")
    .values(
      given.words.map(({ policy, version, language, sha256 }) => ({
        id: ctx.newId("acp", given.at),
        person_id: given.personId,
        account_id: given.accountId ?? null,
        policy,
        version,
        language,
        sha256,
        accepted_at: given.at,
      })),
    )
    .execute();
}
