// Namespaces and algorithm URIs of evidence and its signature.

export const NAMESPACES = {
  /** Evidence (ETSI EN 319 522-3). */
  e: "http://uri.etsi.org/19522/v1#",
  ds: "http://www.w3.org/2000/09/xmldsig#",
  xades: "http://uri.etsi.org/01903/v1.3.2#",
  xadesv141: "http://uri.etsi.org/01903/v1.4.1#",
  saml: "urn:oasis:names:tc:SAML:2.0:assertion",
  /** Trusted lists (ETSI TS 119 612). */
  tsl: "http://uri.etsi.org/02231/v2#",
  /** Receipts of what was erased. */
  r: "urn:x-posthorn:erasure-receipt:1",
  /** What the standard leaves to the provider. */
  x: "urn:x-posthorn:evidence:1",
} as const;
export type Prefix = keyof typeof NAMESPACES;

export const ALGORITHM = {
  exclusiveC14n: "http://www.w3.org/2001/10/xml-exc-c14n#",
  enveloped: "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
  sha256: "http://www.w3.org/2001/04/xmlenc#sha256",
  signedProperties: "http://uri.etsi.org/01903#SignedProperties",
} as const;

export const SIGNATURE_METHOD = {
  "ECDSA SHA-256": "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
  "ECDSA SHA-384": "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
  "RSA SHA-256": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  "RSA SHA-384": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
} as const;
