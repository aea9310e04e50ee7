// Passwords: argon2id with 19 MiB, two passes and one lane (OWASP's floor); an unknown user costs and answers the same as a wrong password.

import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@posthorn/domain";
import { createConcurrencyLimit } from "./limit-concurrency.ts";
import { PASSWORD_LONGEST } from "./strength.ts";

// argon2id is the library's default; its name is a compile-time constant that does not exist at run time.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const limit = createConcurrencyLimit({ atOnce: 2, waiting: 200 });

let unknownUser: Promise<string> | undefined;

/** The hash to store (PHC text, own salt). Errors: `password_too_long`; `busy` (retryable) where too many are being hashed. */
export async function hashPassword(password: string): Promise<string> {
  if (password.length > PASSWORD_LONGEST) throw new AppError("bad_request", "password_too_long");
  return limit.run(() => hash(prepared(password), COST));
}

/**
 * Whether the password fits. `stored` is null where nobody has that name: then the same work is done and the answer is
 * false, so that time tells nothing. Errors: `busy` (retryable).
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  unknownUser ??= hash("nobody has this password", COST);
  const decoy = await unknownUser;
  const fits = await limit.run(() => verify(stored ?? decoy, prepared(password)).catch(() => false));
  return fits && stored !== null && password.length <= PASSWORD_LONGEST;
}

function prepared(password: string): string {
  // Keyboards differ in how they compose a letter; the cut bounds the work for absurd lengths.
  return password.slice(0, PASSWORD_LONGEST).toWellFormed().normalize("NFKC");
}
