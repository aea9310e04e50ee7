// Reads a CMS SignedData with exactly one signer and checks that signer's signature (RFC 5652 §5).

import { createHash } from "node:crypto";
import { readCertificate, type CertificateFacts } from "../certificate/read.ts";
import { OID } from "../der/oids.ts";
import { children, dottedOid, octets, reading, readWhole, required, TAG, type Element } from "../der/read.ts";
import { PkiError } from "../error.ts";
import { hashName, isSignatureValid } from "../key/algorithm.ts";

export interface SignedContent {
  readonly contentType: string;
  /** Absent when detached. */
  readonly content?: Uint8Array;
  /** DER; untrusted, in any order. */
  readonly certificates: readonly Uint8Array[];
  readonly signer: CmsSigner;
}

export interface CmsSigner {
  readonly issuerDer: Uint8Array;
  readonly serialDer: Uint8Array;
  readonly digestAlgorithm: string;
  /** The signed attributes as the SET OF that was signed; empty without any. */
  readonly signedAttributes: Uint8Array;
  readonly signatureAlgorithm: Element;
  readonly signature: Uint8Array;
  /** Unsigned attributes by type: the raw values. */
  readonly unsignedAttributes: ReadonlyMap<string, readonly Uint8Array[]>;
}

/** Throws PkiError `malformed`. Checks no signature. */
export function readSignedData(der: Uint8Array): SignedContent {
  return reading("a CMS signature of one signer", () => {
    const [type, wrapped] = children(readWhole(der, TAG.sequence));
    if (dottedOid(type) !== OID.signedData) throw new PkiError("malformed", "another content type");
    const [, , encapsulated, ...rest] = children(
      required(children(required(wrapped, 0xa0))[0], TAG.sequence),
    );
    const [contentType, content] = children(required(encapsulated, TAG.sequence));
    const certificates = children(rest.find(({ tag }) => tag === 0xa0));
    const [signer, ...others] = children(required(rest.at(-1), TAG.set));
    if (!signer || others.length > 0) throw new PkiError("malformed", "not exactly one signer");
    return {
      contentType: dottedOid(contentType),
      ...(content ? { content: octets(children(required(content, 0xa0))[0]) } : {}),
      certificates: certificates.filter(({ tag }) => tag === TAG.sequence).map(({ raw }) => raw),
      signer: readSigner(signer),
    };
  });
}

function readSigner(signerInfo: Element): CmsSigner {
  const [, sid, digestAlgorithm, ...rest] = children(signerInfo);
  const [issuer, serial] = children(required(sid, TAG.sequence));
  const attributes = rest[0]?.tag === 0xa0 ? rest[0] : undefined;
  const [signatureAlgorithm, signature, unsigned] = attributes ? rest.slice(1) : rest;
  const signedAttributes = Uint8Array.from(attributes?.raw ?? []);
  if (attributes) signedAttributes[0] = TAG.set;
  return {
    issuerDer: required(issuer, TAG.sequence).raw,
    serialDer: required(serial, TAG.integer).raw,
    digestAlgorithm: dottedOid(children(digestAlgorithm)[0]),
    signedAttributes,
    signatureAlgorithm: required(signatureAlgorithm, TAG.sequence),
    signature: octets(signature),
    unsignedAttributes: readAttributes(unsigned),
  };
}

function readAttributes(list: Element | undefined): Map<string, Uint8Array[]> {
  const found = new Map<string, Uint8Array[]>();
  for (const attribute of children(list)) {
    const [type, values] = children(attribute);
    const id = dottedOid(type);
    found.set(id, [...(found.get(id) ?? []), ...children(required(values, TAG.set)).map(({ raw }) => raw)]);
  }
  return found;
}

/**
 * The signer's certificate, after checking: message digest, content type, signature, and that the signed attribute
 * signing-certificate(-v2) names this certificate. Not checked: whether anybody trusts that certificate.
 * Throws PkiError `malformed`, `bad_signature` or `unsupported_algorithm`.
 */
export function verifySigner(signed: SignedContent, content: Uint8Array): CertificateFacts {
  const { signer } = signed;
  const certificate = findSigner(signed);
  if (signer.signedAttributes.length === 0) throw new PkiError("bad_signature", "no signed attributes");
  const attributes = reading("a list of attributes", () =>
    readAttributes(readWhole(signer.signedAttributes)),
  );
  const only = (type: string): Element => {
    const values = attributes.get(type) ?? [];
    if (values.length !== 1 || !values[0])
      throw new PkiError("bad_signature", `not exactly one attribute ${type}`);
    return readWhole(values[0]);
  };
  const digest = createHash(hashName(signer.digestAlgorithm)).update(content).digest();
  if (!digest.equals(octets(only(OID.messageDigest)))) {
    throw new PkiError("bad_signature", "the message digest differs from the content");
  }
  if (dottedOid(only(OID.contentType)) !== signed.contentType) {
    throw new PkiError("bad_signature", "the content type differs from the signed one");
  }
  requireSigningCertificate(attributes, certificate);
  const valid = isSignatureValid({
    signed: signer.signedAttributes,
    signature: signer.signature,
    algorithm: signer.signatureAlgorithm,
    digestAlgorithm: signer.digestAlgorithm,
    publicKey: certificate.publicKey,
  });
  if (!valid) throw new PkiError("bad_signature", "the signature does not fit content and certificate");
  return certificate;
}

function findSigner(signed: SignedContent): CertificateFacts {
  const { issuerDer, serialDer } = signed.signer;
  for (const der of signed.certificates) {
    const facts = readCertificate(der);
    if (Buffer.compare(facts.issuerDer, issuerDer) === 0 && Buffer.compare(facts.serialDer, serialDer) === 0)
      return facts;
  }
  throw new PkiError("malformed", "the signer's certificate is not in the signature");
}

/** SigningCertificate(V2) ::= SEQUENCE { certs SEQUENCE OF ESSCertID(v2), … }: the first one is the signer's. */
function requireSigningCertificate(
  attributes: ReadonlyMap<string, readonly Uint8Array[]>,
  certificate: CertificateFacts,
): void {
  const second = attributes.get(OID.signingCertificateV2)?.[0];
  const value = second ?? attributes.get(OID.signingCertificate)?.[0];
  if (!value) throw new PkiError("bad_signature", "the signature does not name its certificate");
  const fields = children(children(children(readWhole(value))[0])[0]);
  const named = second && fields[0]?.tag === TAG.sequence ? dottedOid(children(fields[0])[0]) : undefined;
  const hash = named === undefined ? (second ? "sha256" : "sha1") : hashName(named);
  const expected = createHash(hash).update(certificate.der).digest();
  if (!expected.equals(octets(fields.find(({ tag }) => tag === TAG.octetString)))) {
    throw new PkiError("bad_signature", "the signature names another certificate");
  }
}
