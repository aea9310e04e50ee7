// The stable codes under which a card is refused; nothing that was read from it goes into an error, which may be logged.

import { AppError } from "@posthorn/domain";

export type EidRefusal =
  | "eid_token_malformed"
  | "eid_nonce_wrong"
  | "eid_signature_wrong"
  | "eid_algorithm_refused"
  | "eid_certificate_expired"
  | "eid_certificate_not_yet_valid"
  | "eid_certificate_purpose"
  | "eid_certificate_untrusted"
  | "eid_certificate_revoked"
  | "eid_no_legal_name";

const RETRY_AFTER_SECONDS = 60;

/** `why` is a code of a lower layer, never its words: those name the holder. */
export function refused(code: EidRefusal, why?: string): AppError {
  return new AppError("forbidden", code, why === undefined ? {} : { detail: why });
}

/** Nobody tells whether the card is blocked: nobody is let in then. */
export function statusUnknown(why: string): AppError {
  return new AppError("unavailable", "eid_status_unknown", {
    detail: why,
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  });
}
