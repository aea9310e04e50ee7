// An admin invites people to a company account by their e-mail addresses, several at once: all of them, or none and why.

import { transact, type Transaction } from "@posthorn/db";
import { AppError, emailKey, type FieldError, type Language, parseEmail } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { oweMailedLink } from "../mailed-link/owe-link.ts";
import type { MemberAct } from "../member/acting-member.ts";
import { type LivingMember, requireAdmin } from "../member/living-members.ts";
import { lockAccount, type LockedAccount } from "../member/lock-account.ts";
import { logUse } from "../record/log-use.ts";
import { INVITATION_DAYS, INVITED_AT_ONCE } from "./invitation-terms.ts";

export interface Invitations {
  /** As typed: addresses parted by white space, commas or semicolons. */
  readonly emails: string;
  readonly role: "admin" | "user";
  readonly teamIds: readonly string[];
  /** Of the mail. */
  readonly language: Language;
}

export type InviteOutcome =
  | { readonly kind: "invited"; readonly count: number }
  /** Path `emails`, or `teams`; each names the address it is about. */
  | { readonly kind: "refused"; readonly errors: readonly FieldError[] }
  /** The company is not approved yet, or is closing. */
  | { readonly kind: "not_active" };

/**
 * Durable on return, the mails owed. Nothing here tells whether an address has an account elsewhere. Errors: forbidden
 * `not_an_admin`, `not_a_member`; conflict `private_account`.
 */
export async function inviteMembers(
  ctx: Context,
  act: MemberAct & { readonly invitations: Invitations },
): Promise<InviteOutcome> {
  const { actor, invitations, arrivedAt: at } = act;
  const parsed = parseEmails(invitations.emails);
  return transact(ctx.db, actor, async (trx) => {
    const account = await lockAccount(trx, actor.accountId);
    const admin = await requireAdmin(trx, actor);
    if (account.kind === "private") throw new AppError("conflict", "private_account");
    if (account.status !== "active") return { kind: "not_active" };
    await withdrawExpired(trx, account.id, at);
    const errors = [
      ...parsed.errors,
      ...(await faultsOf(trx, account.id, admin, parsed.emails)),
      ...(await unknownTeams(trx, account.id, invitations.teamIds)),
    ];
    if (errors.length > 0) return { kind: "refused", errors };
    for (const email of parsed.emails) {
      const id = await insertInvitation(trx, ctx, { account, admin, email, invitations, at });
      const { visitor } = act;
      await logUse(trx, ctx, {
        act: "member_invited",
        at,
        visitor,
        accountId: account.id,
        personId: admin.personId,
        subject: id,
      });
    }
    return { kind: "invited", count: parsed.emails.length };
  });
}

function parseEmails(typed: string): {
  readonly emails: readonly string[];
  readonly errors: readonly FieldError[];
} {
  const emails = new Map<string, string>();
  const errors: FieldError[] = [];
  for (const part of typed.split(/[\s,;]+/u).filter((each) => each !== "")) {
    const parsed = parseEmail("emails", part);
    if (!parsed.ok)
      errors.push({ path: "emails", code: "invited_not_an_address", params: { email: part.slice(0, 200) } });
    else if (parsed.value !== null) emails.set(emailKey(parsed.value), parsed.value);
  }
  if (emails.size === 0 && errors.length === 0) errors.push({ path: "emails", code: "required" });
  if (emails.size > INVITED_AT_ONCE)
    return {
      emails: [],
      errors: [{ path: "emails", code: "invited_too_many", params: { max: INVITED_AT_ONCE } }],
    };
  return { emails: [...emails.values()], errors };
}

/** What speaks against an address, as far as this account itself can know. */
async function faultsOf(
  trx: Transaction,
  accountId: string,
  admin: LivingMember,
  emails: readonly string[],
): Promise<readonly FieldError[]> {
  if (emails.length === 0) return [];
  const keys = emails.map((email) => email.toLowerCase());
  const members = await trx
    .selectFrom("member")
    .innerJoin("person", "person.id", "member.person_id")
    .select((eb) => eb.fn<string>("lower", ["person.email"]).as("email"))
    .where("member.account_id", "=", accountId)
    .where("member.left_at", "is", null)
    .where((eb) => eb(eb.fn<string>("lower", ["person.email"]), "in", keys))
    .execute();
  const open = await trx
    .selectFrom("invitation")
    .select((eb) => eb.fn<string>("lower", ["email"]).as("email"))
    .where("account_id", "=", accountId)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("declined_at", "is", null)
    .where((eb) => eb(eb.fn<string>("lower", ["email"]), "in", keys))
    .execute();
  const there = new Set(members.map((row) => row.email));
  const invited = new Set(open.map((row) => row.email));
  return emails.flatMap((email): FieldError[] => {
    const key = email.toLowerCase();
    const fault = (code: string): FieldError[] => [{ path: "emails", code, params: { email } }];
    if (key === admin.email.toLowerCase()) return fault("invited_oneself");
    if (there.has(key)) return fault("invited_is_member");
    return invited.has(key) ? fault("invited_already") : [];
  });
}

async function unknownTeams(
  trx: Transaction,
  accountId: string,
  teamIds: readonly string[],
): Promise<readonly FieldError[]> {
  if (teamIds.length === 0) return [];
  const rows = await trx
    .selectFrom("team")
    .select("id")
    .where("account_id", "=", accountId)
    .where("ended_at", "is", null)
    .where("id", "in", [...teamIds])
    .execute();
  return rows.length === new Set(teamIds).size ? [] : [{ path: "teams", code: "team_unknown" }];
}

/** One whose time is over makes room for a new one to the same address. */
async function withdrawExpired(trx: Transaction, accountId: string, at: Temporal.Instant): Promise<void> {
  await trx
    .updateTable("invitation")
    .set({ withdrawn_at: at })
    .where("account_id", "=", accountId)
    .where("expires_at", "<=", at)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("declined_at", "is", null)
    .execute();
}

async function insertInvitation(
  trx: Transaction,
  ctx: Context,
  given: {
    readonly account: LockedAccount;
    readonly admin: LivingMember;
    readonly email: string;
    readonly invitations: Invitations;
    readonly at: Temporal.Instant;
  },
): Promise<string> {
  const { account, admin, email, at } = given;
  const { role, teamIds, language } = given.invitations;
  const id = ctx.newId("inv", at);
  const row = { id, email, role, language, expires_at: invitationEnd(at) };
  await trx
    .insertInto("invitation")
    .values({ ...row, account_id: account.id, team_ids: [...teamIds], invited_by: admin.id, created_at: at })
    .execute();
  await oweInvitationLink(trx, ctx, account, row, at);
  return id;
}

export function invitationEnd(at: Temporal.Instant): Temporal.Instant {
  return at.add({ hours: 24 * INVITATION_DAYS });
}

/** A link to this invitation, by mail to its address. */
export async function oweInvitationLink(
  trx: Transaction,
  ctx: Context,
  account: Pick<LockedAccount, "name">,
  invitation: {
    readonly id: string;
    readonly email: string;
    readonly role: "admin" | "user";
    readonly language: string;
    readonly expires_at: Temporal.Instant;
  },
  at: Temporal.Instant,
): Promise<void> {
  const expiresAt = invitation.expires_at;
  const lastDay = expiresAt.toZonedDateTimeISO("Europe/Brussels").toPlainDate().subtract({ days: 1 });
  await oweMailedLink(trx, ctx, {
    kind: "invitation_link",
    purpose: "invitation",
    subjectId: invitation.id,
    to: { email: invitation.email, language: invitation.language as Language },
    facts: { company: account.name, role: invitation.role, until: lastDay.toString() },
    at,
    expiresAt,
  });
}
