// The settings of an account, as its holder or an admin sees them.

import { transact } from "@posthorn/db";
import type { Language, MessageOptions, PostalAddress } from "@posthorn/domain";
import type { LogoLine } from "../collection/fetch-sender-logo.ts";
import type { Context } from "../context.ts";
import { requireHolder, type SettingsHolder } from "./settings-holder.ts";

export interface AccountSettings {
  readonly kind: "private" | "company";
  readonly name: string;
  /** Where the account is written to when the member who sent has left. */
  readonly email: string;
  readonly language: Language;
  /** Of the holder, or the registered office; null where none is known yet. */
  readonly address: PostalAddress | null;
  readonly enterpriseNumber: string | null;
  /** Staff have compared name, number and office with the register: from then on they change them. */
  readonly verified: boolean;
  readonly defaults: MessageOptions;
  readonly senderShown: "before" | "after";
  readonly logo: LogoLine | null;
}

/** Errors: forbidden `not_an_admin`. */
export async function viewSettings(ctx: Context, holder: SettingsHolder): Promise<AccountSettings> {
  requireHolder(holder);
  return transact(ctx.db, { accountId: holder.accountId }, async (trx) => {
    const row = await trx
      .selectFrom("account")
      .leftJoin("account_logo", "account_logo.account_id", "account.id")
      .selectAll("account")
      .select(["account_logo.sha256", "account_logo.width", "account_logo.height"])
      .where("account.id", "=", holder.accountId)
      .executeTakeFirstOrThrow();
    return {
      kind: row.kind,
      name: row.name,
      email: row.email,
      language: row.language as Language,
      address: addressOf(row),
      enterpriseNumber: row.enterprise_number,
      verified: row.enterprise_verified_at !== null,
      defaults: {
        requiredIdentification: row.default_identification,
        collectionDays: row.default_collection_days,
        reminders: row.default_reminders,
        postalFallback: row.default_postal_fallback,
        contentRetentionDays: row.content_retention_days,
      },
      senderShown: row.sender_shown,
      logo:
        row.sha256 !== null && row.width !== null && row.height !== null
          ? { sha256: row.sha256, width: row.width, height: row.height }
          : null,
    };
  });
}

function addressOf(row: {
  readonly street: string | null;
  readonly number: string | null;
  readonly box: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly country: string | null;
}): PostalAddress | null {
  const { street, number, box, postcode, town, country } = row;
  if (street === null || number === null || postcode === null || town === null) return null;
  return { street, number, ...(box === null ? {} : { box }), postcode, town, country: country ?? "BE" };
}
