// Binds how often contacts are read in and the directory is asked.

import { createTryLimit, type Database } from "@posthorn/db";
import { type ContactLimits, TRY_LIMITS } from "../deps.ts";

export function bindContacts(db: Database): ContactLimits {
  return {
    imports: createTryLimit(db, TRY_LIMITS.contactImports),
    directory: {
      byAccount: createTryLimit(db, TRY_LIMITS.directoryByAccount),
      byPerson: createTryLimit(db, TRY_LIMITS.directoryByPerson),
    },
  };
}
