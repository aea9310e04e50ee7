// What a link from a mail opens: looked at, then used once by whoever presents it.

import {
  type MailedLinkPurpose,
  type MailedLinkTable,
  type Selectable,
  type Transaction,
} from "@posthorn/db";
import { AppError } from "@posthorn/domain";

export type MailedLink = Selectable<MailedLinkTable>;

/**
 * In a transaction whose scope has `presentedLink`, the digest of the token. `lock` where it is used in the same transaction.
 * Errors: not_found `link_unknown` (also one of another purpose); conflict `link_used`, `link_expired`, `link_void`.
 */
export async function readMailedLink(
  trx: Transaction,
  presentedLink: string,
  purpose: MailedLinkPurpose,
  at: Temporal.Instant,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<MailedLink> {
  const query = trx
    .selectFrom("mailed_link")
    .selectAll()
    .where("token_hash", "=", presentedLink)
    .where("purpose", "=", purpose);
  const link = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!link) throw new AppError("not_found", "link_unknown");
  if (link.used_at) throw new AppError("conflict", "link_used");
  if (link.voided_at) throw new AppError("conflict", "link_void");
  if (Temporal.Instant.compare(at, link.expires_at) >= 0) throw new AppError("conflict", "link_expired");
  return link;
}

export async function bookLinkUsed(trx: Transaction, link: MailedLink, at: Temporal.Instant): Promise<void> {
  await trx.updateTable("mailed_link").set({ used_at: at }).where("id", "=", link.id).execute();
}
