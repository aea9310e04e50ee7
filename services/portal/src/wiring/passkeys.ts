// Binds passkeys: the portal's own address, and how often one address may ask.

import { createTryLimit, type Database } from "@posthorn/db";
import { openPasskeys } from "@posthorn/identity";
import type { PasskeyPorts } from "@posthorn/usecases";
import { TRY_LIMITS } from "../deps.ts";

/** `name` is shown by authenticators beside the holder's. */
export function bindPasskeys(
  db: Database,
  site: { readonly name: string; readonly publicUrl: string },
): PasskeyPorts {
  return { passkeys: openPasskeys(site), tries: createTryLimit(db, TRY_LIMITS.passkeys) };
}
