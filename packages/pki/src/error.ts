// The one error of this package: a stable code that callers act on, and a detail for the log.

export type PkiErrorCode =
  | "malformed"
  | "unsupported_algorithm"
  | "wrong_password"
  | "no_private_key"
  | "no_certificate"
  | "expired"
  | "untrusted"
  | "bad_signature"
  | "tsa_unreachable"
  | "tsa_rejected"
  | "tsa_wrong_nonce"
  | "tsa_wrong_imprint"
  | "tsa_wrong_policy"
  | "tsa_untrusted"
  | "tsa_garbage"
  | "tsa_wrong_time"
  | "weak_key"
  | "seal_unreachable"
  | "seal_refused"
  | "seal_garbage"
  | "seal_disabled"
  | "ocsp_unreachable"
  | "ocsp_garbage"
  | "ocsp_untrusted"
  | "ocsp_stale"
  | "ocsp_replayed"
  | "ocsp_unknown"
  | "crl_unreachable"
  | "crl_garbage"
  | "crl_too_long"
  | "crl_untrusted"
  | "crl_stale"
  | "revoked"
  | "no_revocation_source"
  | "url_not_allowed";

/** `detail` holds no secret and no personal data beyond names in certificates. */
export class PkiError extends Error {
  readonly code: PkiErrorCode;
  readonly detail: string;

  constructor(code: PkiErrorCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause });
    this.name = "PkiError";
    this.code = code;
    this.detail = detail;
  }
}
