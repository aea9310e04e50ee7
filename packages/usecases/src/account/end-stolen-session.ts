// A session's cookie in a browser it was not opened in was copied: the session ends, its owner is told by mail.

import type { Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { owePersonErrand } from "./owe-person-errand.ts";
import { readUserAgent } from "./read-user-agent.ts";

export async function endStolenSession(
  trx: Transaction,
  ctx: Context,
  session: { readonly tokenHash: string; readonly account_id: string; readonly person_id: string },
  visitor: Visitor,
  at: Temporal.Instant,
): Promise<void> {
  const ended = await trx
    .updateTable("session")
    .set({ ended_at: at, ended_because: "other_browser" })
    .where("token_hash", "=", session.tokenHash)
    .where("ended_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  // Of many requests at once the first has told of it.
  if (!ended) return;
  await logUse(trx, ctx, {
    act: "session_in_other_browser",
    at,
    visitor,
    accountId: session.account_id,
    personId: session.person_id,
  });
  await owePersonErrand(
    trx,
    ctx,
    session.person_id,
    "session_in_other_browser",
    readUserAgent(visitor.userAgent),
    at,
  );
}
