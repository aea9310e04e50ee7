// Any account's compliance pack from the desk: the agreement that stands for it (GDPR art. 28(3)(h)).

import { sql, transact } from "@posthorn/db";
import { AppError, isLanguage } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { parseReason } from "../staff/parse-reason.ts";
import { bookRegisterAct } from "./book-act.ts";
import type { AccountAgreement } from "./read-agreement.ts";

/**
 * What the pack says of the account. Its making is logged with the reason, in the words of who makes it. Errors: forbidden
 * `staff_role_missing`, `staff_not_fresh`; bad_request `reason_invalid` with the field `reason`; not_found `account_unknown`.
 */
export async function readPackOf(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly accountId: string; readonly reason: string },
): Promise<{
  readonly account: { readonly id: string; readonly name: string };
  readonly agreement: AccountAgreement | null;
}> {
  requireFreshOfficer(reader, "privacy_officer");
  const reason = parseReason(asked.reason);
  return transact(ctx.db, {}, async (trx) => {
    const { rows } =
      await sql<AgreementRow>`SELECT * FROM desk_account_agreement(${asked.accountId})`.execute(trx);
    const [row] = rows;
    if (!row) throw new AppError("not_found", "account_unknown");
    await bookRegisterAct(trx, reader, "compliance_pack_saved", row.id, reason);
    const { id, name, version, language, sha256, accepted_at: acceptedAt } = row;
    const account = { id, name };
    if (version === null || sha256 === null || acceptedAt === null) return { account, agreement: null };
    const shownIn = language !== null && isLanguage(language) ? language : "en";
    return {
      account,
      agreement: { version, language: shownIn, sha256, acceptedAt, acceptedBy: row.accepted_by },
    };
  });
}

interface AgreementRow {
  readonly id: string;
  readonly name: string;
  readonly version: string | null;
  readonly language: string | null;
  readonly sha256: string | null;
  readonly accepted_at: Temporal.Instant | null;
  readonly accepted_by: string | null;
}
