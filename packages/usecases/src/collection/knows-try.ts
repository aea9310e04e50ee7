// Whether what came back of itsme belongs to a try to collect: asked where one address takes the answers of several purposes.

import { transact } from "@posthorn/db";
import type { Context } from "../context.ts";

/** Of whatever age, used or not: claiming it finds that out. `stateHash` is the digest of the state that came back. */
export async function isTryToCollect(ctx: Context, stateHash: string): Promise<boolean> {
  const found = await transact(ctx.db, { presentedState: stateHash }, (trx) =>
    trx
      .selectFrom("identification_attempt")
      .select("id")
      .where("state_hash", "=", stateHash)
      .where("service", "=", "collect")
      .executeTakeFirst(),
  );
  return found !== undefined;
}
