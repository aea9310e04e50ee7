// Owes a mail with a link that opens something once, in the caller's transaction; the link is made where mails are sent.

import type { MailedLinkPurpose, PersonErrandKind, Transaction } from "@posthorn/db";
import type { Language } from "@posthorn/domain";
import { enqueue } from "@posthorn/jobs";
import type { Context } from "../context.ts";

export interface OwedLink {
  readonly kind: PersonErrandKind;
  readonly purpose: MailedLinkPurpose;
  /** Id of what it opens: a registration, an invitation, a person. */
  readonly subjectId: string;
  readonly to: { readonly email: string; readonly name?: string; readonly language: Language };
  /** What the mail says beside; never a secret. */
  readonly facts: Readonly<Record<string, string>>;
  /** What happened, UTC. */
  readonly at: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

/** Earlier links to the same subject stay as they are: `voidLinks` ends them. Returns the link's id. */
export async function oweMailedLink(trx: Transaction, ctx: Context, owed: OwedLink): Promise<string> {
  const { at, to } = owed;
  const linkId = ctx.newId("lnk", at);
  await trx
    .insertInto("mailed_link")
    .values({
      id: linkId,
      purpose: owed.purpose,
      subject_id: owed.subjectId,
      email: to.email,
      language: to.language,
      created_at: at,
      expires_at: owed.expiresAt,
    })
    .execute();
  await oweMailTo(trx, ctx, { ...owed, linkId });
  return linkId;
}

/** A mail to an address, whether or not its holder has an account. */
export async function oweMailTo(
  trx: Transaction,
  ctx: Context,
  owed: Pick<OwedLink, "kind" | "to" | "facts" | "at"> & { readonly linkId?: string },
): Promise<void> {
  const { at, to } = owed;
  const errandId = ctx.newId("per", at);
  await trx
    .insertInto("person_errand")
    .values({
      id: errandId,
      person_id: null,
      to_email: to.email,
      to_name: to.name ?? null,
      to_language: to.language,
      mailed_link_id: owed.linkId ?? null,
      kind: owed.kind,
      facts: JSON.stringify(owed.facts),
      created_at: at,
      next_attempt_at: at,
    })
    .execute();
  await enqueue(trx, "run-person-errand", { errandId });
}
