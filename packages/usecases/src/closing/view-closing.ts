// Where the closing of an account stands, and what it touches; every count is bounded.

import { sql, transact, type Transaction } from "@posthorn/db";
import { AppError, isWayBackOpen, lastDayOfWayBack } from "@posthorn/domain";
import type { AccountStatus } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import type { MemberAct } from "../member/acting-member.ts";
import type { ClosingMode } from "./close-account.ts";

export interface ClosingView {
  readonly status: AccountStatus;
  readonly mode: ClosingMode | null;
  readonly askedAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
  /** The day, in Brussels, before whose end everything is erased; null until the account is closed. */
  readonly eraseBy: Temporal.PlainDate | null;
  /** The last day on which it can be taken back and exported. */
  readonly lastDay: Temporal.PlainDate | null;
  readonly mayReopen: boolean;
  /** 1000 means that or more. */
  readonly running: number;
  /** Of those: a letter may still follow or wait for printing. */
  readonly withLetter: number;
  readonly drafts: number;
  readonly members: number;
  readonly invitations: number;
  readonly credits: number;
  /** Credits whose refund was asked for. */
  readonly refunded: number;
}

/** Counts end here. */
const COUNTED = 1_000;

/** Read by any member; what it allows is the verbs' affair. */
export async function viewClosing(
  ctx: Context,
  actor: MemberAct["actor"],
  at: Temporal.Instant,
): Promise<ClosingView> {
  return transact(ctx.db, actor, async (trx) => {
    const row = await trx
      .selectFrom("account")
      .select(["status", "closing_mode", "closing_asked_at", "closed_at", "erase_by"])
      .where("id", "=", actor.accountId)
      .executeTakeFirst();
    if (!row) throw new AppError("not_found", "account_unknown");
    const day = row.erase_by;
    const isOver = row.status === "closing" || row.status === "closed";
    return {
      status: row.status,
      mode: row.closing_mode,
      askedAt: row.closing_asked_at,
      closedAt: row.closed_at,
      eraseBy: day,
      lastDay: day && lastDayOfWayBack(day),
      mayReopen: isOver && (day === null || isWayBackOpen(day, at)),
      ...(await counts(trx, actor.accountId)),
    };
  });
}

type Counts = Pick<
  ClosingView,
  "running" | "withLetter" | "drafts" | "members" | "invitations" | "credits" | "refunded"
>;

async function counts(trx: Transaction, accountId: string): Promise<Counts> {
  const limit = sql.lit(COUNTED);
  const { rows } = await sql<Counts>`SELECT
    (SELECT count(*) FROM (SELECT FROM delivery WHERE account_id = ${accountId} AND final_at IS NULL LIMIT ${limit}) d)::int AS running,
    (SELECT count(*) FROM (SELECT FROM delivery WHERE account_id = ${accountId} AND final_at IS NULL AND postal_fallback
      AND print_released_at IS NULL LIMIT ${limit}) d)::int AS "withLetter",
    (SELECT count(*) FROM (SELECT FROM draft WHERE account_id = ${accountId} AND message_id IS NULL LIMIT ${limit}) d)::int AS drafts,
    (SELECT count(*) FROM (SELECT FROM member WHERE account_id = ${accountId} AND left_at IS NULL LIMIT ${limit}) m)::int AS members,
    (SELECT count(*) FROM (SELECT FROM invitation WHERE account_id = ${accountId} AND accepted_at IS NULL AND withdrawn_at IS NULL
      AND declined_at IS NULL LIMIT ${limit}) i)::int AS invitations,
    coalesce((SELECT balance FROM account_credit WHERE account_id = ${accountId}), 0)::int AS credits,
    coalesce((SELECT sum(credits) FROM credit_refund WHERE account_id = ${accountId}), 0)::int AS refunded`.execute(
    trx,
  );
  const row = rows[0];
  if (!row) throw new AppError("internal", "counts_missing");
  return row;
}
