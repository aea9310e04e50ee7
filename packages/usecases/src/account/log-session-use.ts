// Every use of the portal by a signed-in member, in the log of the platform (kept 24 months, domain rules R6).

import { sql, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import type { SessionMember } from "./load-session.ts";

export async function logSessionUse(
  ctx: Context,
  use: {
    /** Method and route pattern; never a path, which may name a message. */
    readonly act: string;
    readonly member: Pick<SessionMember, "accountId" | "personId">;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    // The log may lose its last half second in a crash of the database; a page does not wait for the disk.
    await sql`SET LOCAL synchronous_commit = off`.execute(trx);
    await logUse(trx, ctx, {
      act: use.act,
      at: use.arrivedAt,
      visitor: use.visitor,
      accountId: use.member.accountId,
      personId: use.member.personId,
    });
  });
}
