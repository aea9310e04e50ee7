// Binds what proves who signs in: passwords, codes of an app, recovery codes, and how often each may be tried.

import { createTryLimit, type Database } from "@posthorn/db";
import {
  createAppCodes,
  createIdentityKeys,
  findPasswordWeakness,
  hashPassword,
  newRecoveryCodes,
  recoveryCodeHash,
  type VersionedKey,
} from "@posthorn/identity";
import type { TryLimit } from "@posthorn/usecases";
import { TRY_LIMITS, type SignInDeps } from "../deps.ts";

export function bindSignIn(
  db: Database,
  given: { readonly keys: readonly VersionedKey[]; readonly tries?: TryLimit },
): SignInDeps {
  return {
    limits: {
      tries: given.tries ?? createTryLimit(db, TRY_LIMITS.signIn),
      failuresByAddress: createTryLimit(db, TRY_LIMITS.failuresByAddress),
      failuresByMailbox: createTryLimit(db, TRY_LIMITS.failuresByMailbox),
    },
    triesByAddress: createTryLimit(db, TRY_LIMITS.signInByAddress),
    confirmTries: createTryLimit(db, TRY_LIMITS.confirm),
    wrongCodes: createTryLimit(db, TRY_LIMITS.wrongCodes),
    appCodes: createAppCodes(createIdentityKeys(given.keys)),
    recoveryCodes: { newCodes: () => newRecoveryCodes(), digest: recoveryCodeHash },
    newPasswords: {
      faultOf: async (password, own) => findPasswordWeakness(password, own),
      hash: hashPassword,
    },
  };
}
