// What a link from the mail would make, before anybody presses a button: looking changes nothing.

import { type RegistrationTable, type Selectable, transact, type Transaction } from "@posthorn/db";
import { AppError, type Language } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { type MailedLink, readMailedLink } from "../mailed-link/use-link.ts";
import type { KeptForm } from "./ask-registration.ts";
import type { RegistrationKind } from "./parse-registration.ts";

export interface OpenRegistration extends KeptForm {
  readonly id: string;
  readonly kind: RegistrationKind;
  readonly email: string;
  readonly language: Language;
  readonly askedAt: Temporal.Instant;
}

/** `presentedLink`: digest of the token. Errors: those of `readMailedLink`. */
export async function viewRegistration(
  ctx: Context,
  presentedLink: string,
  at: Temporal.Instant,
): Promise<OpenRegistration> {
  return transact(ctx.db, { presentedLink }, async (trx) => {
    const link = await readMailedLink(trx, presentedLink, "registration", at);
    return readRegistration(trx, link);
  });
}

/** Errors: conflict `link_used` where another link has finished it. */
export async function readRegistration(trx: Transaction, link: MailedLink): Promise<OpenRegistration> {
  const row: Selectable<RegistrationTable> = await trx
    .selectFrom("registration")
    .selectAll()
    .where("id", "=", link.subject_id)
    .executeTakeFirstOrThrow();
  if (row.form === null) throw new AppError("conflict", "link_used");
  return {
    ...(row.form as unknown as KeptForm),
    id: row.id,
    kind: row.kind,
    email: row.email,
    language: row.language as Language,
    askedAt: row.created_at,
  };
}
