// Who used an account, when, from where and for what: for its holder or admins, the latest first, in pages by cursor.

import { sql, transact, type Transaction } from "@posthorn/db";
import { readUserAgent } from "../account/read-user-agent.ts";
import type { Context } from "../context.ts";
import { requireHolder, type SettingsHolder } from "../settings/settings-holder.ts";

/** `done`: what changed something; `sign_in`: ways in and out; `pages`: pages and forms asked for; `api`: what programs did. */
export const USE_KINDS = ["done", "sign_in", "pages", "api"] as const;
export type UseKind = (typeof USE_KINDS)[number];

export interface AccessQuery {
  readonly personId?: string | undefined;
  readonly kind?: UseKind | undefined;
  /** First and last day, Brussels. */
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | undefined;
  /** Of the page before; one that is none of ours begins at the top. */
  readonly cursor?: string | undefined;
}

export interface AccessLine {
  readonly at: Temporal.Instant;
  /** A verb (`member_invited`), or method and route pattern (`GET /sent`). */
  readonly act: string;
  readonly personId: string | null;
  /** Null where there was no person, or his data is erased. */
  readonly personName: string | null;
  readonly ip: string;
  /** `?` where not known. */
  readonly browser: string;
  readonly os: string;
  /** Id of what was acted upon. */
  readonly subject: string | null;
}

export interface AccessPage {
  readonly lines: readonly AccessLine[];
  /** Of the page after this; null on the last. */
  readonly next: string | null;
  /** Fewer lines than a page, and not the end: a rare kind was looked for and this is how far. */
  readonly lookedBackTo: Temporal.Instant | null;
}

const PAGE = 50;
/** For a rare kind at most so many lines are read for one page: its time never grows with the account. */
const LOOKED_AT = 1_500;

const SIGN_IN = [
  "signed_in",
  "signed_out",
  "sign_in_failed",
  "sign_in_refused",
  "password_right",
  "second_factor_wrong",
  "confirmation_failed",
  "recovery_code_used",
  "session_ended",
  "session_in_other_browser",
  "session_taken_elsewhere",
  "sessions_ended_by_operator",
  "account_switched",
];

/** Errors: forbidden `not_an_admin`. */
export async function readAccessLog(
  ctx: Context,
  holder: Pick<SettingsHolder, "accountId" | "role">,
  query: AccessQuery,
): Promise<AccessPage> {
  requireHolder(holder);
  return transact(ctx.db, { accountId: holder.accountId }, (trx) =>
    readPage(trx, holder.accountId, query, PAGE),
  );
}

interface Row {
  readonly id: number | null;
  readonly used_at: Temporal.Instant;
  readonly act: string;
  readonly person_id: string | null;
  readonly name: string | null;
  readonly ip: string | null;
  readonly user_agent: string | null;
  readonly subject: string | null;
  readonly last_id: number | null;
  readonly last_at: Temporal.Instant | null;
  readonly looked: number;
}

/** One query: the lines in question, at most `LOOKED_AT`, of them those of the kind, and how far was looked. */
export async function readPage(
  trx: Transaction,
  accountId: string,
  query: AccessQuery,
  size: number,
): Promise<AccessPage> {
  const bound = query.kind === undefined ? size + 1 : LOOKED_AT;
  const { rows } = await sql<Row>`
    WITH looked AS MATERIALIZED (
      SELECT id, used_at, service, act, person_id, ip, user_agent, subject FROM use_log
      WHERE account_id = ${accountId} AND service IN ('portal', 'api') AND ${lineFilter(query)}
      ORDER BY used_at DESC, id DESC LIMIT ${sql.lit(bound)}),
    found AS (SELECT * FROM looked WHERE ${kindFilter(query.kind)} ORDER BY used_at DESC, id DESC LIMIT ${sql.lit(size + 1)}),
    reach AS (SELECT (array_agg(id ORDER BY used_at, id))[1] AS last_id, min(used_at) AS last_at, count(*)::int AS looked FROM looked)
    SELECT found.*, reach.*, CASE WHEN person.erased_at IS NULL THEN concat_ws(' ', person.first_names, person.family_name) END AS name
    FROM reach LEFT JOIN found ON true LEFT JOIN person ON person.id = found.person_id
    ORDER BY found.used_at DESC, found.id DESC`.execute(trx);
  const lines = rows.filter((row) => row.id !== null);
  const shown = lines.slice(0, size);
  const reach = rows[0];
  const more = lines.length > size;
  const stopped = !more && query.kind !== undefined && reach !== undefined && reach.looked >= LOOKED_AT;
  return {
    lines: shown.map(lineOf),
    next: more
      ? cursorOf(shown.at(-1)?.used_at, shown.at(-1)?.id)
      : stopped
        ? cursorOf(reach.last_at, reach.last_id)
        : null,
    lookedBackTo: stopped ? reach.last_at : null,
  };
}

function lineOf(row: Row): AccessLine {
  return {
    at: row.used_at,
    act: row.act,
    personId: row.person_id,
    personName: row.name === "" ? null : row.name,
    ip: row.ip ?? "",
    ...readUserAgent(row.user_agent ?? ""),
    subject: row.subject,
  };
}

/** `<milliseconds since 1970>-<id>` of the last line. */
function cursorOf(at: Temporal.Instant | null | undefined, id: number | null | undefined): string | null {
  return at && id ? `${at.epochMilliseconds}-${id}` : null;
}

function readCursor(text: string | undefined): { readonly at: Temporal.Instant; readonly id: number } | null {
  const [, at, id] = /^(\d{1,13})-(\d{1,15})$/.exec(text ?? "") ?? [];
  return at === undefined ? null : { at: Temporal.Instant.fromEpochMilliseconds(Number(at)), id: Number(id) };
}

function lineFilter({ personId, kind, from, to, cursor }: AccessQuery) {
  const before = readCursor(cursor);
  const conditions = [
    // Said here too: these have an index of their own.
    ...(kind === "done" || kind === "sign_in" ? [sql`act NOT LIKE '% /%'`] : []),
    ...(before === null ? [] : [sql`(used_at, id) < (${before.at}, ${before.id})`]),
    ...(personId === undefined ? [] : [sql`person_id = ${personId}`]),
    ...(from === undefined ? [] : [sql`used_at >= ${startOf(from)}`]),
    ...(to === undefined ? [] : [sql`used_at < ${startOf(to.add({ days: 1 }))}`]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `);
}

function kindFilter(kind: UseKind | undefined) {
  const route = sql`act LIKE '% /%'`;
  switch (kind) {
    case undefined:
      return sql`true`;
    case "api":
      return sql`service = 'api'`;
    case "pages":
      return sql`service = 'portal' AND ${route}`;
    case "sign_in":
      return sql`act = ANY (${SIGN_IN})`;
    case "done":
      return sql`NOT ${route} AND act <> ALL (${SIGN_IN})`;
  }
}

function startOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime("Europe/Brussels").toInstant();
}
