// The members of an account, those there longest first: one query a page, however many there are.

import { sql, transact, type Transaction } from "@posthorn/db";
import type { SessionMember } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import { containing } from "../paging/containing.ts";
import { type PlaceCursor, readPlaceCursor, writePlaceCursor } from "../paging/place-cursor.ts";

export interface MemberLine {
  readonly id: string;
  /** By which the other side knows him. */
  readonly publicId: string;
  readonly name: string;
  /** For admins alone. */
  readonly email: string | null;
  readonly role: "admin" | "user";
  /** Names of the teams he is in. */
  readonly teams: readonly string[];
  readonly joinedAt: Temporal.Instant;
  /** For admins alone; null also where he never worked here. */
  readonly lastActiveAt: Temporal.Instant | null;
}

export interface MemberPage {
  readonly lines: readonly MemberLine[];
  readonly previous: string | null;
  readonly next: string | null;
  /** A search has looked at as many members as it does for one page, and goes on from there with `next`. */
  readonly unfinished: boolean;
}

export interface MemberQuery {
  /** Part of a name, for admins of an e-mail address too; letter case does not matter. */
  readonly words?: string;
  /** From an earlier page. */
  readonly cursor?: string;
}

const PAGE = 25;
/** A search reads at most so many members for one page: its time never grows with the account. */
const SEARCHED = 1_000;

/** Errors: bad_request `cursor_invalid`. */
export async function listMembers(
  ctx: Context,
  reader: Pick<SessionMember, "accountId" | "memberId" | "role">,
  query: MemberQuery,
): Promise<MemberPage> {
  const cursor = query.cursor === undefined ? null : readPlaceCursor(query.cursor, "mem");
  const { accountId, memberId } = reader;
  return transact(ctx.db, { accountId, memberId }, async (trx) => {
    const words = query.words?.trim() ?? "";
    const rows = await select(trx, reader, words, cursor);
    const backwards = cursor?.backwards === true;
    const looked = Number(rows[0]?.looked ?? 0);
    const found = rows.filter((row) => row.id !== null).slice(0, PAGE);
    const shown = backwards ? found.toReversed() : found;
    const more = rows.filter((row) => row.id !== null).length > PAGE;
    const unfinished = words !== "" && !more && looked === SEARCHED;
    const first = shown[0];
    const last = shown.at(-1);
    const stoppedAt = rows[0];
    const forward =
      unfinished && stoppedAt
        ? writePlaceCursor({ backwards: false, at: stoppedAt.last_at, id: stoppedAt.last_id })
        : null;
    return {
      lines: shown.map((row) => lineOf(row, reader.role)),
      previous:
        first && (backwards ? more : cursor !== null)
          ? writePlaceCursor({ backwards: true, at: first.joined_at, id: first.id })
          : null,
      next:
        forward ??
        (last && (backwards || more)
          ? writePlaceCursor({ backwards: false, at: last.joined_at, id: last.id })
          : null),
      unfinished,
    };
  });
}

interface Row {
  readonly id: string;
  readonly public_id: string;
  readonly role: "admin" | "user";
  readonly joined_at: Temporal.Instant;
  readonly last_active_at: Temporal.Instant | null;
  readonly first_names: string;
  readonly family_name: string;
  readonly email: string;
  readonly teams: readonly string[];
  /** How many members were read, and the last of them. */
  readonly looked: string;
  readonly last_at: Temporal.Instant;
  readonly last_id: string;
}

async function select(
  trx: Transaction,
  reader: Pick<SessionMember, "accountId" | "role">,
  words: string,
  cursor: PlaceCursor | null,
): Promise<readonly Row[]> {
  const backwards = cursor?.backwards === true;
  const order = backwards ? sql`DESC` : sql`ASC`;
  const beyond = cursor
    ? sql`AND (m.joined_at, m.id) ${backwards ? sql`<` : sql`>`} (${cursor.at}, ${cursor.id})`
    : sql``;
  const pattern = containing(words);
  const byEmail = reader.role === "admin" ? sql`OR p.email ILIKE ${pattern}` : sql``;
  const fits =
    words === ""
      ? sql``
      : sql`WHERE concat_ws(' ', p.first_names, p.family_name) ILIKE ${pattern} ${byEmail}`;
  const limit = words === "" ? PAGE + 1 : SEARCHED;
  const { rows } = await sql<Row>`
    WITH looked_at AS (
      SELECT m.id, m.person_id, m.public_id, m.role, m.joined_at, m.last_active_at FROM member m
      WHERE m.account_id = ${reader.accountId} AND m.left_at IS NULL ${beyond}
      ORDER BY m.joined_at ${order}, m.id ${order} LIMIT ${sql.lit(limit)}),
    found AS (
      SELECT l.*, p.first_names, p.family_name, p.email FROM looked_at l
        -- One look-up a member: searching all people of all accounts for the words would cost more than these few.
        JOIN LATERAL (SELECT first_names, family_name, email FROM person WHERE id = l.person_id OFFSET 0) p ON true ${fits}
      ORDER BY l.joined_at ${order}, l.id ${order} LIMIT ${sql.lit(PAGE + 1)}),
    reach AS (
      SELECT joined_at AS last_at, id AS last_id, count(*) OVER () AS looked FROM looked_at
      ORDER BY joined_at ${backwards ? sql`ASC` : sql`DESC`}, id ${backwards ? sql`ASC` : sql`DESC`} LIMIT 1)
    SELECT f.id, f.public_id, f.role, f.joined_at, f.last_active_at, f.first_names, f.family_name, f.email, r.looked, r.last_at, r.last_id,
      ARRAY(SELECT t.name FROM team_member tm JOIN team t ON t.id = tm.team_id
        WHERE tm.member_id = f.id AND t.ended_at IS NULL ORDER BY t.name) AS teams
    FROM reach r LEFT JOIN found f ON true ORDER BY f.joined_at ${order}, f.id ${order}`.execute(trx);
  return rows;
}

function lineOf(row: Row, role: "admin" | "user"): MemberLine {
  return {
    id: row.id,
    publicId: row.public_id,
    name: `${row.first_names} ${row.family_name}`.trim(),
    email: role === "admin" ? row.email : null,
    role: row.role,
    teams: row.teams,
    joinedAt: row.joined_at,
    lastActiveAt: role === "admin" ? row.last_active_at : null,
  };
}
