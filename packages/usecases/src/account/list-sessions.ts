// The sessions a person is signed in with now: where, since when, last used when; this one is marked.

import { clockNow, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import type { SessionMember } from "./load-session.ts";
import { IDLE_MINUTES } from "./open-session.ts";

export interface SessionLine {
  readonly id: string;
  readonly current: boolean;
  /** `?` or null where not known. */
  readonly browser: string | null;
  readonly os: string | null;
  readonly ip: string | null;
  readonly method: string;
  readonly since: Temporal.Instant;
  /** To the minute. */
  readonly lastUsed: Temporal.Instant;
}

const SHOWN = 50;

/** The last used first. */
export async function listSessions(ctx: Context, member: SessionMember): Promise<readonly SessionLine[]> {
  return transact(ctx.db, { personId: member.personId }, async (trx) => {
    const now = await clockNow(trx);
    const rows = await trx
      .selectFrom("session")
      .select(["id", "browser", "os", "ip", "method", "authenticated_at", "last_used_at"])
      .where("person_id", "=", member.personId)
      .where("ended_at", "is", null)
      .where("expires_at", ">", now)
      .where("last_used_at", ">", now.subtract({ minutes: IDLE_MINUTES }))
      .orderBy("last_used_at", "desc")
      .limit(SHOWN)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      current: row.id === member.sessionId,
      browser: row.browser,
      os: row.os,
      ip: row.ip,
      method: row.method,
      since: row.authenticated_at,
      lastUsed: row.last_used_at,
    }));
  });
}
