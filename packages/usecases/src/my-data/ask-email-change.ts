// A person asks for another address: a link goes there, word of it to the address that stands; until the link is used nothing changes.

import { transact, type Transaction } from "@posthorn/db";
import { AppError, emailKey, type FieldError, maskEmail, parseEmail } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { TryLimit } from "../account/ports.ts";
import type { Context } from "../context.ts";
import { lockPerson } from "../identification/write-identified.ts";
import { oweMailedLink } from "../mailed-link/owe-link.ts";
import { logUse, type Visitor } from "../record/log-use.ts";

/** How long the link serves. */
const EMAIL_CHANGE_HOURS = 24;

interface Asking {
  readonly member: Pick<SessionMember, "personId" | "accountId" | "personEmail" | "personName" | "language">;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

/**
 * Whether the address belongs to somebody already is neither asked nor told: whoever opens the link learns it. Earlier links
 * end. The caller asks for a fresh session. Errors: bad_request `email_change_invalid` with the field `email`; too_many
 * `too_many_tries`, counted by person.
 */
export async function askEmailChange(
  ctx: Context,
  tries: TryLimit,
  input: Asking & { readonly email: string },
): Promise<void> {
  const { member, arrivedAt: at, visitor } = input;
  const { personId, accountId } = member;
  const email = readEmail(input.email, member.personEmail);
  await tries.consume(personId);
  await transact(ctx.db, { personId, accountId }, async (trx) => {
    await lockPerson(trx, personId);
    await voidEmailLinks(trx, personId, at);
    await oweMailedLink(trx, ctx, {
      kind: "email_change_link",
      purpose: "email_change",
      subjectId: personId,
      to: { email, name: member.personName, language: member.language },
      facts: {},
      at,
      expiresAt: at.add({ hours: EMAIL_CHANGE_HOURS }),
    });
    await owePersonErrand(trx, ctx, personId, "email_change_asked", { address: maskEmail(email) }, at);
    await logUse(trx, ctx, { act: "email_change_asked", at, visitor, accountId, personId });
  });
}

/** The link that was sent serves no more. Twice changes nothing. */
export async function cancelEmailChange(ctx: Context, input: Asking): Promise<void> {
  const { member, arrivedAt: at, visitor } = input;
  const { personId, accountId } = member;
  await transact(ctx.db, { personId, accountId }, async (trx) => {
    await voidEmailLinks(trx, personId, at);
    await logUse(trx, ctx, { act: "email_change_cancelled", at, visitor, accountId, personId });
  });
}

function readEmail(typed: string, present: string): string {
  const parsed = parseEmail("email", typed);
  if (!parsed.ok) throw invalid(parsed.errors);
  const email = parsed.value;
  if (email === null) throw invalid([{ path: "email", code: "required" }]);
  if (emailKey(email) === emailKey(present)) throw invalid([{ path: "email", code: "email_unchanged" }]);
  return email;
}

function invalid(fields: readonly FieldError[]): AppError {
  return new AppError("bad_request", "email_change_invalid", { fields });
}

async function voidEmailLinks(trx: Transaction, personId: string, at: Temporal.Instant): Promise<void> {
  await trx
    .updateTable("mailed_link")
    .set({ voided_at: at })
    .where("purpose", "=", "email_change")
    .where("subject_id", "=", personId)
    .where("used_at", "is", null)
    .where("voided_at", "is", null)
    .execute();
}
