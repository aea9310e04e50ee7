// Ends a session; ending it twice changes nothing.

import { clockNow, transact } from "@posthorn/db";
import type { Context } from "../context.ts";

export async function signOut(ctx: Context, tokenHash: string): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    await trx
      .updateTable("session")
      .set({ ended_at: await clockNow(trx) })
      .where("token_hash", "=", tokenHash)
      .where("ended_at", "is", null)
      .execute();
  });
}
