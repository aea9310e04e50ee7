// The processor agreement that stands for an account: who accepted which version, in which words, when (GDPR art. 28(3)).

import { sql, transact } from "@posthorn/db";
import { AppError, isLanguage, type Language } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";

export interface AccountAgreement {
  readonly version: string;
  /** In which it was shown. */
  readonly language: Language;
  /** Of the words as shown, lower-case hex. */
  readonly sha256: string;
  readonly acceptedAt: Temporal.Instant;
  /** Null once his data is erased, or where he has left. */
  readonly acceptedBy: string | null;
}

/**
 * For the compliance pack, whose making is logged with it. Null where none was accepted. Errors: forbidden `not_an_admin` for who does
 * not run the account.
 */
export async function readAccountAgreement(
  ctx: Context,
  act: {
    readonly member: Pick<SessionMember, "accountId" | "personId" | "role">;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<AccountAgreement | null> {
  const { accountId, personId, role } = act.member;
  if (role !== "admin") throw new AppError("forbidden", "not_an_admin");
  return transact(ctx.db, { accountId, personId }, async (trx) => {
    await logUse(trx, ctx, {
      act: "compliance_pack_made",
      at: act.arrivedAt,
      visitor: act.visitor,
      accountId,
      personId,
    });
    const row = await trx
      .selectFrom("policy_acceptance")
      .leftJoin("person", "person.id", "policy_acceptance.person_id")
      .select(["version", "policy_acceptance.language", "sha256", "accepted_at"])
      .select(sql<string | null>`nullif(concat_ws(' ', person.first_names, person.family_name), '')`.as("by"))
      .where("policy_acceptance.account_id", "=", accountId)
      .where("policy", "=", "processor-agreement")
      .where("withdrawn_at", "is", null)
      .orderBy("accepted_at", "desc")
      .limit(1)
      .executeTakeFirst();
    if (!row) return null;
    return {
      version: row.version,
      language: isLanguage(row.language) ? row.language : "en",
      sha256: row.sha256,
      acceptedAt: row.accepted_at,
      acceptedBy: row.by,
    };
  });
}
