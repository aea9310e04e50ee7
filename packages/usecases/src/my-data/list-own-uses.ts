// A person's own uses of the platform, the latest first, in pages by cursor.

import { transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { readUserAgent } from "../account/read-user-agent.ts";

export interface UseLine {
  readonly at: Temporal.Instant;
  readonly act: string;
  readonly ip: string;
  /** `?` where not known. */
  readonly browser: string;
  readonly os: string;
  /** Of the account it happened in; null of none. */
  readonly account: string | null;
}

export interface UsePage {
  readonly lines: readonly UseLine[];
  /** Of the page after this; null on the last. */
  readonly next: string | null;
}

/** Shown on the page; the export has all. */
export const USES_SHOWN_DAYS = 90;
const PAGE = 50;

/** A cursor that is none of ours begins at the top. */
export async function listOwnUses(
  ctx: Context,
  reader: { readonly personId: string },
  { cursor, now }: { readonly cursor?: string | undefined; readonly now: Temporal.Instant },
): Promise<UsePage> {
  const { personId } = reader;
  const before = cursor !== undefined && /^\d{1,15}$/.test(cursor) ? Number(cursor) : null;
  const rows = await transact(ctx.db, { personId }, (trx) => {
    const query = trx
      .selectFrom("use_log")
      .leftJoin("account", "account.id", "use_log.account_id")
      .select([
        "use_log.id",
        "use_log.used_at",
        "use_log.act",
        "use_log.ip",
        "use_log.user_agent",
        "account.name",
      ])
      .where("use_log.person_id", "=", personId)
      .where("use_log.used_at", ">", now.subtract({ hours: 24 * USES_SHOWN_DAYS }))
      .orderBy("use_log.id", "desc")
      .limit(PAGE + 1);
    return (before === null ? query : query.where("use_log.id", "<", before)).execute();
  });
  const shown = rows.slice(0, PAGE);
  return {
    lines: shown.map((row) => ({
      at: row.used_at,
      act: row.act,
      ip: row.ip ?? "",
      ...readUserAgent(row.user_agent ?? ""),
      account: row.name,
    })),
    next: rows.length > PAGE ? String(shown.at(-1)?.id) : null,
  };
}
