// The teams of an account, as its members see them, and one of them with who is in it.

import { sql, transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import type { TeamVisibility } from "./keep-team.ts";
import { requireAdminRole } from "../account/require-admin-role.ts";

type Reader = Pick<SessionMember, "accountId" | "memberId">;

export interface TeamLine {
  readonly id: string;
  readonly name: string;
  readonly senderName: string | null;
  readonly visibility: TeamVisibility;
  /** Counted up to `TEAM_COUNTED`; one more stands for all beyond. */
  readonly members: number;
  /** Whether the reader is in it. */
  readonly mine: boolean;
}

/** More teams than a company has; more members of one than anybody looks through. */
const TEAMS_SHOWN = 200;
const MEMBERS_SHOWN = 200;
/** Counting stops here: "more than". */
export const TEAM_COUNTED = 1_000;

/** Those that live, by name, at most 200. */
export function listTeams(ctx: Context, reader: Reader): Promise<readonly TeamLine[]> {
  const { accountId, memberId } = reader;
  return transact(ctx.db, { accountId, memberId }, async (trx) => {
    const { rows } = await sql<TeamLine>`
      SELECT t.id, t.name, t.sender_name AS "senderName", t.messages_visible_to AS visibility,
        (SELECT count(*)::int FROM (SELECT FROM team_member tm WHERE tm.account_id = ${accountId} AND tm.team_id = t.id
          LIMIT ${sql.lit(TEAM_COUNTED + 1)}) counted) AS members,
        EXISTS (SELECT FROM team_member tm WHERE tm.team_id = t.id AND tm.member_id = ${memberId}) AS mine
      FROM team t WHERE t.account_id = ${accountId} AND t.ended_at IS NULL
      ORDER BY lower(t.name), t.id LIMIT ${sql.lit(TEAMS_SHOWN)}`.execute(trx);
    return rows;
  });
}

interface MemberRow {
  readonly id: string;
  readonly first_names: string;
  readonly family_name: string;
  readonly email: string;
}

export interface TeamView extends Omit<TeamLine, "members" | "mine"> {
  /** Those there are, at most 200 of them, by name. */
  readonly members: readonly { readonly id: string; readonly name: string; readonly email: string }[];
  readonly moreMembers: boolean;
}

/** For an admin. Errors: forbidden `not_an_admin`; not_found `team_unknown`. */
export function showTeam(
  ctx: Context,
  reader: Reader & Pick<SessionMember, "role">,
  teamId: string,
): Promise<TeamView> {
  requireAdminRole(reader);
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
    const { rows } = await sql<MemberRow>`
      SELECT l.id, p.first_names, p.family_name, p.email FROM
        (SELECT member_id AS id FROM team_member WHERE account_id = ${accountId} AND team_id = ${teamId}
          ORDER BY member_id LIMIT ${sql.lit(MEMBERS_SHOWN + 1)}) l
        JOIN LATERAL (SELECT person_id FROM member WHERE id = l.id AND left_at IS NULL OFFSET 0) m ON true
        JOIN LATERAL (SELECT first_names, family_name, email FROM person WHERE id = m.person_id OFFSET 0) p ON true
      ORDER BY p.family_name, p.first_names, l.id`.execute(trx);
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
