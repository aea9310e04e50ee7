// The accounts a person belongs to: to choose which one he works in, and to see what he belongs to.

import { transact } from "@posthorn/db";
import type { AccountStatus } from "../account/load-session.ts";
import type { Context } from "../context.ts";

export interface MembershipLine {
  readonly memberId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly accountKind: "private" | "company";
  readonly status: AccountStatus;
  readonly role: "admin" | "user";
  readonly joinedAt: Temporal.Instant;
  readonly lastActiveAt: Temporal.Instant | null;
}

/** More than anybody belongs to. */
const SHOWN = 100;

/** Those that live, the one last worked in first. */
export async function listMemberships(ctx: Context, personId: string): Promise<readonly MembershipLine[]> {
  return transact(ctx.db, { personId }, async (trx) => {
    const rows = await trx
      .selectFrom("member")
      .innerJoin("account", "account.id", "member.account_id")
      .select([
        "member.id",
        "member.account_id",
        "member.role",
        "member.joined_at",
        "member.last_active_at",
        "account.name",
        "account.kind",
        "account.status",
      ])
      .where("member.person_id", "=", personId)
      .where("member.left_at", "is", null)
      .where("account.status", "<>", "erased")
      .orderBy("member.last_active_at", (order) => order.desc().nullsLast())
      .orderBy("member.joined_at")
      .limit(SHOWN)
      .execute();
    return rows.map((row) => ({
      memberId: row.id,
      accountId: row.account_id,
      accountName: row.name,
      accountKind: row.kind,
      status: row.status,
      role: row.role,
      joinedAt: row.joined_at,
      lastActiveAt: row.last_active_at,
    }));
  });
}
