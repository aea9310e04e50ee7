// Ends a session; ending it twice changes nothing.

import { clockNow, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";

export async function signOut(ctx: Context, tokenHash: string, visitor: Visitor): Promise<void> {
  await transact(ctx.db, { presentedSession: tokenHash }, async (trx) => {
    const at = await clockNow(trx);
    const ended = await trx
      .updateTable("session")
      .set({ ended_at: at, ended_because: "signed_out" })
      .where("token_hash", "=", tokenHash)
      .where("ended_at", "is", null)
      .returning(["account_id", "person_id"])
      .executeTakeFirst();
    if (!ended) return;
    await logUse(trx, ctx, {
      act: "signed_out",
      at,
      visitor,
      accountId: ended.account_id,
      personId: ended.person_id,
    });
  });
}
