// Binds the pages of a delivery in an inbox: connections of their own role, codes, limits.

import type { CollectingDeps } from "@posthorn/collecting";
import { zipParts } from "@posthorn/content";
import { createTryLimit, type Database } from "@posthorn/db";
import type { CodesPort, Context } from "@posthorn/usecases";
import { TRY_LIMITS } from "../deps.ts";

/** `ctx` is of the inbox role; limits are counted by the portal's own. */
export function bindInbox(
  db: Database,
  ctx: Context,
  codes: CodesPort,
): Pick<CollectingDeps, "ctx" | "codes" | "zip" | "limits"> {
  return {
    ctx,
    codes,
    zip: zipParts,
    limits: {
      codes: createTryLimit(db, TRY_LIMITS.inboxCodes),
      asking: createTryLimit(db, TRY_LIMITS.inboxAsking),
      identifying: createTryLimit(db, TRY_LIMITS.inboxIdentifying),
      proofCopy: createTryLimit(db, TRY_LIMITS.inboxProofCopy),
    },
  };
}
