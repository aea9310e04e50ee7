// Owes the senders concerned word of a breach: all at its release, and whoever is added later once he is; nobody twice.

import type { Transaction } from "@posthorn/db";
import { AppError, type BreachFacts, LANGUAGES } from "@posthorn/domain";
import type { Context } from "../context.ts";

/** Errors: bad_request `breach_invalid` with the field `words.<language>` for each language in which nothing is written yet. */
export function requireBreachWords(words: BreachFacts["words"]): void {
  const missing = LANGUAGES.filter((language) => (words[language] ?? "") === "");
  if (missing.length > 0)
    throw new AppError("bad_request", "breach_invalid", {
      fields: missing.map((language) => ({ path: `words.${language}`, code: "required" })),
    });
}

/** Whom earlier notices are for: accounts, or all of them; null where none was released. With the breach locked. */
export async function findToldAccounts(
  trx: Transaction,
  breachId: string,
): Promise<"all" | readonly string[] | null> {
  const rows = await trx
    .selectFrom("circular")
    .select("account_ids")
    .where("kind", "=", "breach")
    .where("subject_id", "=", breachId)
    .execute();
  if (rows.length === 0) return null;
  if (rows.some((row) => row.account_ids === null)) return "all";
  return rows.flatMap((row) => row.account_ids ?? []);
}

/** The worker writes to who runs each of `accountIds` (null: of all) but for those `toldBefore`. */
export async function oweBreachNotice(
  trx: Transaction,
  ctx: Context,
  notice: {
    readonly breachId: string;
    readonly accountIds: readonly string[] | null;
    readonly toldBefore: readonly string[];
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await trx
    .insertInto("circular")
    .values({
      id: ctx.newId("cir", notice.at),
      kind: "breach",
      subject_id: notice.breachId,
      account_ids: notice.accountIds === null ? null : [...notice.accountIds],
      told_before: [...notice.toldBefore],
      asked_at: notice.at,
    })
    .execute();
}
