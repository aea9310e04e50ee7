// What a new draft begins with: the defaults of its account, as far as this installation offers them.

import type { Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import type { DraftForm } from "./draft-form.ts";

/** As the form would post them. */
export async function defaultOptions(
  trx: Transaction,
  ctx: Context,
  accountId: string,
): Promise<DraftForm["options"]> {
  const account = await trx
    .selectFrom("account")
    .select([
      "default_identification",
      "default_collection_days",
      "default_reminders",
      "default_postal_fallback",
      "content_retention_days",
    ])
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  const asked = account.default_identification;
  return {
    ...(ctx.settings.identifications.includes(asked) ? { required_identification: asked } : {}),
    collection_days: String(account.default_collection_days),
    reminders: String(account.default_reminders),
    ...(ctx.settings.letters ? { postal_fallback: String(account.default_postal_fallback) } : {}),
    content_retention_days: String(account.content_retention_days),
  };
}
