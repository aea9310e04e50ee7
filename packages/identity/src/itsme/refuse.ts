// What is wrong with an answer of itsme, one word for each cause; nothing that itsme said goes along.

import { AppError } from "@posthorn/domain";

/** The word in the `detail` of `itsme_answer_refused`. */
export type ItsmeCause =
  /** The answer belongs to no try, or to another one. */
  | "state"
  /** Used before, too old, or asked for with another verifier. */
  | "code"
  | "nonce"
  | "issuer"
  | "audience"
  | "acr_too_low"
  | "expired"
  | "issued_at"
  | "auth_time"
  | "unsigned"
  | "algorithm"
  | "signature"
  /** Signed by a key that itsme does not publish. */
  | "unknown_signer"
  | "unencrypted"
  /** Encrypted to a key that is not, or no longer, ours. */
  | "unknown_key"
  | "undecryptable"
  | "register_number"
  /** A claim that must be there is not. */
  | "incomplete"
  | "malformed";

const RETRY_AFTER_SECONDS = 30;

/** AppError `itsme_answer_refused`, kind `forbidden`. */
export function refused(cause: ItsmeCause): AppError {
  return new AppError("forbidden", "itsme_answer_refused", { detail: cause });
}

/** AppError `itsme_unavailable`: itsme does not answer, or not in a way that can be used. `why` holds nothing of a person. */
export function unavailable(why: string): AppError {
  return new AppError("unavailable", "itsme_unavailable", {
    detail: "itsme does not answer at the moment",
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    cause: new Error(why),
  });
}
