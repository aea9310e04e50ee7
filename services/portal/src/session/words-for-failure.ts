// What a failed sign-in says: the same for whatever was wrong, and how long to wait where there were too many tries.

import type { AppError } from "@posthorn/domain";
import { durationInWords, textsFor } from "@posthorn/texts";
import type { WebContext } from "@posthorn/web";

/** Null where the error is none of signing in. Sets Retry-After where the error names a time. */
export function wordsForFailure(c: WebContext, error: AppError): string | null {
  const language = c.get("language");
  const words = textsFor(language).portal.signIn;
  if (error.retryAfterSeconds !== undefined) c.header("Retry-After", String(error.retryAfterSeconds));
  switch (error.code) {
    case "sign_in_failed":
      return words.failed;
    case "no_membership":
      return words.noAccount;
    case "too_many_tries": {
      const seconds = Math.ceil(error.retryAfterSeconds ?? 60);
      return words.tooMany(durationInWords(language, Temporal.Duration.from({ seconds })));
    }
    default:
      return null;
  }
}
