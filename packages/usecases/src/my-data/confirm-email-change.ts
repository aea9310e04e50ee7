// The new address is confirmed by its link, in a session of the person who asked; from then on it is his, the earlier one is told.

import { isUniqueViolation, transact, type Transaction, widen } from "@posthorn/db";
import { AppError, type Language, maskEmail } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import { enterWhatWaits } from "../inbox/enter-inbox.ts";
import { lockPerson } from "../identification/write-identified.ts";
import { oweMailTo } from "../mailed-link/owe-link.ts";
import { bookLinkUsed, type MailedLink, readMailedLink } from "../mailed-link/use-link.ts";
import { logUse, type Visitor } from "../record/log-use.ts";

interface Presented {
  readonly member: Pick<SessionMember, "personId" | "accountId">;
  /** Digest of the link's token. */
  readonly presentedLink: string;
  readonly arrivedAt: Temporal.Instant;
}

/**
 * The address that would be taken over; changes nothing. Errors: not_found `link_unknown`, also for a link that somebody else
 * asked for; conflict `link_used`, `link_expired`, `link_void`.
 */
export async function viewEmailChange(ctx: Context, presented: Presented): Promise<string> {
  const { presentedLink, member } = presented;
  return transact(ctx.db, { presentedLink, personId: member.personId }, async (trx) => {
    const { email } = await readOwn(trx, presented, false);
    return email;
  });
}

/**
 * Of two tabs at once one changes it, the other is told `link_used`. Errors: as `viewEmailChange`; conflict `email_taken` where
 * the address became somebody else's: the link then stays good.
 */
export async function confirmEmailChange(
  ctx: Context,
  presented: Presented & { readonly visitor: Visitor },
): Promise<void> {
  const { presentedLink, member, arrivedAt: at, visitor } = presented;
  const { personId, accountId } = member;
  try {
    await transact(ctx.db, { presentedLink, personId, accountId }, async (trx) => {
      const link = await readOwn(trx, presented, true);
      await lockPerson(trx, personId);
      const before = await trx
        .selectFrom("person")
        .select(["email", "first_names", "family_name", "language"])
        .where("id", "=", personId)
        .executeTakeFirstOrThrow();
      await trx
        .updateTable("person")
        .set({ email: link.email, email_verified_at: at })
        .where("id", "=", personId)
        .execute();
      await enterWhatWaits(trx, personId);
      await bookLinkUsed(trx, link, at);
      await logUse(trx, ctx, { act: "email_changed", at, visitor, accountId, personId });
      const name = `${before.first_names} ${before.family_name}`.trim();
      const language = before.language as Language;
      for (const email of [before.email, link.email])
        await oweMailTo(trx, ctx, {
          kind: "email_changed",
          to: { email, name, language },
          facts: { address: maskEmail(link.email) },
          at,
        });
      await writePrivateAddress(trx, personId, link.email);
    });
  } catch (error) {
    if (!isUniqueViolation(error, "person_email")) throw error;
    throw new AppError("conflict", "email_taken", { cause: error });
  }
}

async function readOwn(trx: Transaction, presented: Presented, lock: boolean): Promise<MailedLink> {
  const { presentedLink, arrivedAt } = presented;
  const link = await readMailedLink(trx, presentedLink, "email_change", arrivedAt, { lock });
  if (link.subject_id !== presented.member.personId) throw new AppError("not_found", "link_unknown");
  return link;
}

/** A private account has its holder's address; a company's is its own. */
async function writePrivateAddress(trx: Transaction, personId: string, email: string): Promise<void> {
  const held = await trx
    .selectFrom("member")
    .innerJoin("account", "account.id", "member.account_id")
    .select("account.id")
    .where("member.person_id", "=", personId)
    .where("member.left_at", "is", null)
    .where("account.kind", "=", "private")
    .executeTakeFirst();
  if (!held) return;
  await widen(trx, { accountId: held.id });
  await trx.updateTable("account").set({ email }).where("id", "=", held.id).execute();
}
