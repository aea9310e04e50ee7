// The team that a message is sent for: one that the sending member is in; its name to others goes into every record.

import { transact, type Transaction } from "@posthorn/db";
import { AppError, type SenderFacts } from "@posthorn/domain";
import { scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";

interface SentFor {
  readonly accountId: string;
  readonly memberId: string;
  readonly teamId?: string;
}

/** Errors: bad_request `message_invalid` with `team_unknown` at `team`: another account's, ended, or not his. */
export async function withTeam(
  trx: Transaction,
  sender: SenderFacts,
  sentFor: SentFor,
): Promise<SenderFacts> {
  if (sentFor.teamId === undefined) return sender;
  const team = await ownTeams(trx, sentFor).where("team.id", "=", sentFor.teamId).executeTakeFirst();
  if (!team) {
    const fields = [{ path: "team", code: "team_unknown" }];
    throw new AppError("bad_request", "message_invalid", { fields });
  }
  return team.sender_name === null ? sender : { ...sender, department: team.sender_name };
}

/** The id where it is a team that he may send for; null otherwise. */
export async function ownTeamId(
  trx: Transaction,
  member: Omit<SentFor, "teamId">,
  teamId: string | undefined,
): Promise<string | null> {
  if (teamId === undefined || teamId === "") return null;
  const team = await ownTeams(trx, member).where("team.id", "=", teamId).executeTakeFirst();
  return team?.id ?? null;
}

export interface OwnTeam {
  readonly id: string;
  readonly name: string;
}

/** The teams that a member may send for, by name. */
export function listOwnTeams(
  ctx: Context,
  member: { readonly accountId: string; readonly memberId: string },
): Promise<readonly OwnTeam[]> {
  return transact(ctx.db, scopeOf(member), async (trx) => {
    const rows = await ownTeams(trx, member).orderBy("team.name").execute();
    return rows.map(({ id, name }) => ({ id, name }));
  });
}

function ownTeams(trx: Transaction, { accountId, memberId }: Omit<SentFor, "teamId">) {
  return trx
    .selectFrom("team")
    .innerJoin("team_member", "team_member.team_id", "team.id")
    .select(["team.id", "team.name", "team.sender_name"])
    .where("team.account_id", "=", accountId)
    .where("team_member.member_id", "=", memberId)
    .where("team.ended_at", "is", null);
}
