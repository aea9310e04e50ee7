// Binds itsme and identity cards, each where it is configured, to what the pages and verbs of identification ask for.

import { createTryLimit, type Database } from "@posthorn/db";
import {
  type EidVariables,
  type Itsme,
  type ItsmeVariables,
  JWKS_CACHE_CONTROL,
  newItsmeSecrets,
  openEid,
  openItsme,
  readEidSettings,
  readItsmeSettings,
} from "@posthorn/identity";
import type { IdentityWays, ItsmePort } from "@posthorn/usecases";
import { TRY_LIMITS } from "../deps.ts";
import { ITSME_CALLBACK } from "../identify/itsme-callback.ts";
import type { Identification } from "../identify/offered.ts";

export interface BoundIdentification extends Identification {
  /** Where forms of ours lead to by redirect. */
  readonly formActions: readonly string[];
}

/** Throws an Error in words for the operator where a way is configured by halves. */
export async function bindIdentification(
  db: Database,
  variables: ItsmeVariables & EidVariables,
  publicUrl: URL,
): Promise<BoundIdentification> {
  const itsmeSettings = readItsmeSettings(variables);
  const eidSettings = readEidSettings(variables);
  const itsme = itsmeSettings && (await openItsme(itsmeSettings));
  const ways = {
    ...(itsme ? { itsme: itsmePort(itsme, publicUrl) } : {}),
    ...(eidSettings ? { eid: openEid(eidSettings) } : {}),
  };
  return {
    ...bindWays(db, ways),
    ...(itsme ? { itsmeKeys: { jwks: itsme.jwks, cacheControl: JWKS_CACHE_CONTROL } } : {}),
    formActions: itsme ? [itsme.origin] : [],
  };
}

export function bindWays(db: Database, ways: IdentityWays): Identification {
  const byAddress = createTryLimit(db, TRY_LIMITS.identify);
  return { ways, tries: { byAddress, byPerson: createTryLimit(db, TRY_LIMITS.identifyByPerson) } };
}

export function itsmePort(itsme: Itsme, publicUrl: URL | string): ItsmePort {
  const redirectUri = new URL(ITSME_CALLBACK, publicUrl).href;
  return {
    freshSecrets: () => newItsmeSecrets(),
    begin: (secrets, { language }) => itsme.begin({ ...secrets, redirectUri, language }),
    finish: (secrets, returned) => itsme.finish({ ...secrets, ...returned, redirectUri }),
  };
}
