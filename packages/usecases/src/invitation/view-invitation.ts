// What whoever presents the link of an invitation is told: who invites, to which role, and whether it still stands.

import { transact, type Transaction } from "@posthorn/db";
import { AppError, type Language } from "@posthorn/domain";
import type { Context } from "../context.ts";

/**
 * `accepted`, `declined`: answered before. `withdrawn`: taken back, or whoever invited is no member any more. `replaced`: a newer
 * mail carries another link. `closing`: the account takes nobody in any more. `already_member`: the person who looks is one.
 */
export type InvitationState =
  | "open"
  | "accepted"
  | "declined"
  | "withdrawn"
  | "replaced"
  | "expired"
  | "closing"
  | "already_member";

export interface InvitationView {
  readonly id: string;
  readonly linkId: string;
  readonly accountId: string;
  readonly state: InvitationState;
  readonly company: string;
  readonly enterpriseNumber: string | null;
  readonly inviterId: string;
  readonly inviterName: string;
  readonly email: string;
  readonly role: "admin" | "user";
  readonly teamIds: readonly string[];
  readonly language: Language;
  readonly invitedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  /** Who accepted it; null before. */
  readonly acceptedPersonId: string | null;
}

/** `personId`: of the signed-in person who looks, if any. Errors: not_found `link_unknown`. */
export function viewAccountInvitation(
  ctx: Context,
  presented: { readonly presentedLink: string; readonly personId?: string },
  at: Temporal.Instant,
): Promise<InvitationView> {
  return transact(ctx.db, presented, (trx) => readInvitation(trx, presented, at));
}

/** In a transaction whose scope has `presentedLink`; `lock` holds link and invitation, which needs the account in scope too. */
export async function readInvitation(
  trx: Transaction,
  { presentedLink, personId }: { readonly presentedLink: string; readonly personId?: string },
  at: Temporal.Instant,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<InvitationView> {
  const query = trx
    .selectFrom("mailed_link")
    .innerJoin("invitation", "invitation.id", "mailed_link.subject_id")
    .innerJoin("account", "account.id", "invitation.account_id")
    .innerJoin("member", "member.id", "invitation.invited_by")
    .innerJoin("person", "person.id", "member.person_id")
    .leftJoin("member as accepter", "accepter.id", "invitation.accepted_member_id")
    .select([
      "invitation.id",
      "invitation.account_id",
      "invitation.email",
      "invitation.role",
      "invitation.team_ids",
      "invitation.language",
      "invitation.created_at",
      "invitation.expires_at",
      "invitation.accepted_at",
      "accepter.person_id as accepted_person_id",
      "invitation.withdrawn_at",
      "invitation.declined_at",
      "invitation.invited_by",
      "mailed_link.id as link_id",
      "mailed_link.voided_at",
      "mailed_link.expires_at as link_expires_at",
      "account.name as company",
      "account.enterprise_number",
      "account.status",
      "member.left_at as inviter_left_at",
      "person.first_names",
      "person.family_name",
    ])
    .where("mailed_link.token_hash", "=", presentedLink)
    .where("mailed_link.purpose", "=", "invitation");
  const row = await (lock ? query.forUpdate(["mailed_link", "invitation"]) : query).executeTakeFirst();
  if (!row) throw new AppError("not_found", "link_unknown");
  const open = stateOf(row, at);
  const joined = open === "open" && personId !== undefined && (await isMember(trx, row.account_id, personId));
  return {
    id: row.id,
    linkId: row.link_id,
    accountId: row.account_id,
    state: joined ? "already_member" : open,
    company: row.company,
    enterpriseNumber: row.enterprise_number,
    inviterId: row.invited_by,
    inviterName: `${row.first_names} ${row.family_name}`.trim(),
    email: row.email,
    role: row.role,
    teamIds: row.team_ids,
    language: row.language as Language,
    invitedAt: row.created_at,
    expiresAt: row.link_expires_at,
    acceptedPersonId: row.accepted_person_id,
  };
}

function stateOf(
  row: {
    readonly accepted_at: Temporal.Instant | null;
    readonly declined_at: Temporal.Instant | null;
    readonly withdrawn_at: Temporal.Instant | null;
    readonly voided_at: Temporal.Instant | null;
    readonly inviter_left_at: Temporal.Instant | null;
    readonly link_expires_at: Temporal.Instant;
    readonly status: string;
  },
  at: Temporal.Instant,
): InvitationState {
  if (row.accepted_at) return "accepted";
  if (row.declined_at) return "declined";
  if (Temporal.Instant.compare(at, row.link_expires_at) >= 0) return "expired";
  if (row.withdrawn_at || row.inviter_left_at) return "withdrawn";
  if (row.voided_at) return "replaced";
  return row.status === "active" ? "open" : "closing";
}

async function isMember(trx: Transaction, accountId: string, personId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("member")
    .select("id")
    .where("account_id", "=", accountId)
    .where("person_id", "=", personId)
    .where("left_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}
