// The teams of an account, as its members see them, and one of them with who is in it.

import { sql, transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import type { TeamVisibility } from "./keep-team.ts";

type Reader = Pick<SessionMember, "accountId" | "memberId">;

export interface TeamLine {
  readonly id: string;
  readonly name: string;
  readonly senderName: string | null;
  readonly visibility: TeamVisibility;
  readonly members: number;
  /** Whether the reader is in it. */
  readonly mine: boolean;
}

/** More teams than a company has; more members of one than anybody looks through. */
const TEAMS_SHOWN = 200;
const MEMBERS_SHOWN = 200;

/** Those that live, by name, at most 200. */
export function listTeams(ctx: Context, reader: Reader): Promise<readonly TeamLine[]> {
  const { accountId, memberId } = reader;
  return transact(ctx.db, { accountId, memberId }, async (trx) => {
    const { rows } = await sql<TeamLine & { members: string }>`
      SELECT t.id, t.name, t.sender_name AS "senderName", t.messages_visible_to AS visibility,
        count(tm.member_id) AS members, coalesce(bool_or(tm.member_id = ${memberId}), false) AS mine
      FROM team t LEFT JOIN team_member tm ON tm.team_id = t.id
      WHERE t.account_id = ${accountId} AND t.ended_at IS NULL
      GROUP BY t.id ORDER BY lower(t.name), t.id LIMIT ${sql.lit(TEAMS_SHOWN)}`.execute(trx);
    return rows.map((row) => ({ ...row, members: Number(row.members) }));
  });
}

export interface TeamView extends Omit<TeamLine, "members" | "mine"> {
  /** By name, at most 200. */
  readonly members: readonly { readonly id: string; readonly name: string; readonly email: string }[];
  readonly moreMembers: boolean;
}

/** For an admin. Errors: forbidden `not_an_admin`; not_found `team_unknown`. */
export function showTeam(
  ctx: Context,
  reader: Reader & Pick<SessionMember, "role">,
  teamId: string,
): Promise<TeamView> {
  if (reader.role !== "admin") throw new AppError("forbidden", "not_an_admin");
  const { accountId, memberId } = reader;
  return transact(ctx.db, { accountId, memberId }, async (trx) => {
    const team = await trx
      .selectFrom("team")
      .select(["id", "name", "sender_name", "messages_visible_to"])
      .where("id", "=", teamId)
      .where("account_id", "=", accountId)
      .where("ended_at", "is", null)
      .executeTakeFirst();
    if (!team) throw new AppError("not_found", "team_unknown");
    const rows = await trx
      .selectFrom("team_member")
      .innerJoin("member", "member.id", "team_member.member_id")
      .innerJoin("person", "person.id", "member.person_id")
      .select(["member.id", "person.first_names", "person.family_name", "person.email"])
      .where("team_member.team_id", "=", teamId)
      .where("member.left_at", "is", null)
      .orderBy("person.family_name")
      .orderBy("member.id")
      .limit(MEMBERS_SHOWN + 1)
      .execute();
    return {
      id: team.id,
      name: team.name,
      senderName: team.sender_name,
      visibility: team.messages_visible_to,
      members: rows.slice(0, MEMBERS_SHOWN).map((row) => ({
        id: row.id,
        name: `${row.first_names} ${row.family_name}`.trim(),
        email: row.email,
      })),
      moreMembers: rows.length > MEMBERS_SHOWN,
    };
  });
}
