// What is wrong with an answer of an authenticator: one code for whoever asks, the cause for the log alone.

import { AppError } from "@posthorn/domain";

/** AppError `passkey_refused`, kind `unauthenticated`, whatever was wrong. */
export function refusePasskey(cause: unknown): AppError {
  return new AppError("unauthenticated", "passkey_refused", { cause });
}
