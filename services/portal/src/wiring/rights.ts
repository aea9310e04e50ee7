// Binds requests of people about their data: how often they may be made, and the digest of a code that is typed.

import { createTryLimit, type Database } from "@posthorn/db";
import { requestCodeHash } from "@posthorn/identity";
import { type PortalDeps, TRY_LIMITS } from "../deps.ts";

/** `codeKey` is that of one-time codes, which the sender of the mail has too. */
export function bindRights(db: Database, codeKey: Uint8Array): PortalDeps["rights"] {
  return {
    limits: {
      byPerson: createTryLimit(db, TRY_LIMITS.rightsByPerson),
      byAddress: createTryLimit(db, TRY_LIMITS.rightsByAddress),
      byMailbox: createTryLimit(db, TRY_LIMITS.rightsByMailbox),
      inAll: createTryLimit(db, TRY_LIMITS.rightsInAll),
      codes: createTryLimit(db, TRY_LIMITS.rightsCodes),
    },
    codeHash: (requestId, typed) => requestCodeHash(codeKey, requestId, typed),
  };
}
