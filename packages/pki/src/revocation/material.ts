// What a validator needs years later to check a chain: certificates and signed statements about their revocation.

/** Collected after the signature's timestamp: an older answer says nothing about the time after it (TS 119 102-1 §5.2.5.4). */
export interface ValidationMaterial {
  /** DER; every certificate of every chain, those of responders included, without duplicates. */
  readonly certificates: readonly Uint8Array[];
  /** Whole OCSPResponse messages, DER (RFC 6960 §4.2.1). */
  readonly ocsps: readonly Uint8Array[];
  /** CertificateLists, DER (RFC 5280 §5.1). */
  readonly crls: readonly Uint8Array[];
}

/**
 * Gathers material for end certificates, given with whatever else of their chains is known (DER, any order). Throws
 * PkiError when one of them is revoked or its status cannot be learned now.
 */
export type CollectMaterial = (
  certificates: readonly { readonly certificate: Uint8Array; readonly chain: readonly Uint8Array[] }[],
) => Promise<ValidationMaterial>;
