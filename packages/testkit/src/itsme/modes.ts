// The faults that the stand-in itsme can be told to have, by `POST /mode`.

export const ITSME_MODES = [
  "ok",
  /** 503 to everything. */
  "down",
  /** Every call of the product waits: real time, `delay_ms`. */
  "slow",
  /** A page instead of an answer to the code. */
  "garbage",
  /** The discovery document sends the code to another host. */
  "foreign_host",
  "wrong_nonce",
  "wrong_issuer",
  "wrong_audience",
  "expired",
  "issued_later",
  /** The person was identified an hour before. */
  "old_authentication",
  "acr_basic",
  "no_family_name",
  "malformed_number",
  /** Tells the register number although nobody asked. */
  "unasked_number",
  /** `alg: none`, encrypted. */
  "unsigned",
  /** HS256 with our public key as its secret, encrypted. */
  "hmac",
  /** Signed by a key that is not published, under the name of the one that is. */
  "forged",
  /** Signed by a key that is not published, under its own name. */
  "unknown_signer",
  "unencrypted",
  /** Encrypted to a key that nobody has, under its own name. */
  "unknown_key",
  /** Encrypted to a key that nobody has, under the name of ours. */
  "undecryptable",
] as const;

export type ItsmeMode = (typeof ITSME_MODES)[number];
