// Binds what proves who signs in: passwords, codes of an app, recovery codes, and how often each may be tried.

import { createTryLimit, type Database } from "@posthorn/db";
import {
  type BreachedPasswords,
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

interface StolenList {
  /** Null where no list is asked. */
  readonly breached: BreachedPasswords | null;
  /** The list could not be asked; passwords are then taken without it. */
  readonly onBreachedFailure: (err: unknown) => void;
}

export function bindSignIn(
  db: Database,
  given: StolenList & {
    readonly keys: readonly VersionedKey[];
    readonly moreThanPassword: boolean;
    readonly tries?: TryLimit;
  },
): SignInDeps {
  return {
    limits: {
      tries: given.tries ?? createTryLimit(db, TRY_LIMITS.signIn),
      failuresByAddress: createTryLimit(db, TRY_LIMITS.failuresByAddress),
      failuresByMailbox: createTryLimit(db, TRY_LIMITS.failuresByMailbox),
    },
    triesByAddress: createTryLimit(db, TRY_LIMITS.signInByAddress),
    confirmTries: createTryLimit(db, TRY_LIMITS.confirm),
    emailChangeTries: createTryLimit(db, TRY_LIMITS.emailChange),
    newPasswordTries: createTryLimit(db, TRY_LIMITS.newPassword),
    wrongCodes: createTryLimit(db, TRY_LIMITS.wrongCodes),
    appCodes: createAppCodes(createIdentityKeys(given.keys)),
    recoveryCodes: { newCodes: () => newRecoveryCodes(), digest: recoveryCodeHash },
    moreThanPassword: given.moreThanPassword,
    newPasswords: {
      faultOf: async (password, own) =>
        (await findPasswordWeakness(password, own)) ??
        ((await isStolen(password, given)) ? "breached" : null),
      hash: hashPassword,
    },
  };
}

/** Protection against old passwords is not worth that nobody can change his while a list is not to be had. */
async function isStolen(password: string, { breached, onBreachedFailure }: StolenList): Promise<boolean> {
  try {
    return breached !== null && (await breached(password));
  } catch (err) {
    onBreachedFailure(err);
    return false;
  }
}
