// Reads a CMS SignedData with exactly one signer and checks that signer's signature (RFC 5652 §5).

import { createHash } from "node:crypto";
import { Integer, ObjectIdentifier, OctetString } from "asn1js";
import {
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
} from "pkijs";
import { readCertificate, type CertificateFacts } from "../certificate/read.ts";
import { OID } from "../der/oids.ts";
import { readChildren, readWhole } from "../der/read.ts";
import { PkiError } from "../error.ts";
import { hashName, isSignatureValid } from "../key/algorithm.ts";

export interface SignedContent {
  readonly contentType: string;
  /** Absent when detached. */
  readonly content?: Uint8Array;
  readonly certificates: readonly Uint8Array[];
  readonly signer: SignerInfo;
}

/** Throws PkiError `malformed`. Checks no signature. */
export function readSignedData(der: Uint8Array): SignedContent {
  try {
    const info = ContentInfo.fromBER(new Uint8Array(der));
    if (info.contentType !== OID.signedData)
      throw new PkiError("malformed", "not a CMS SignedData");
    const signed = new SignedData({ schema: info.content });
    const [signer, ...others] = signed.signerInfos;
    if (!signer || others.length > 0) throw new PkiError("malformed", "not exactly one signer");
    const content = signed.encapContentInfo.eContent;
    return {
      contentType: signed.encapContentInfo.eContentType,
      ...(content ? { content: new Uint8Array(content.getValue()) } : {}),
      certificates: (signed.certificates ?? [])
        .filter((item) => item instanceof Certificate)
        .map((item) => new Uint8Array(item.toSchema().toBER())),
      signer,
    };
  } catch (cause) {
    if (cause instanceof PkiError) throw cause;
    throw new PkiError("malformed", "not a CMS SignedData", cause);
  }
}

/**
 * The signer's certificate, after checking: message digest, content type, signature, and that the signed attribute
 * signing-certificate(-v2) names this certificate. Not checked: whether anybody trusts that certificate.
 * Throws PkiError `malformed`, `bad_signature` or `unsupported_algorithm`.
 */
export function verifySigner(signed: SignedContent, content: Uint8Array): CertificateFacts {
  const { signer } = signed;
  const certificate = findSigner(signed);
  const digestAlgorithm = signer.digestAlgorithm.algorithmId;
  const digest = createHash(hashName(digestAlgorithm)).update(content).digest();
  const declared = attributeValue(signer, OID.messageDigest);
  const type = attributeValue(signer, OID.contentType);
  if (!(declared instanceof OctetString) || !digest.equals(new Uint8Array(declared.getValue()))) {
    throw new PkiError("bad_signature", "the message digest differs from the content");
  }
  if (!(type instanceof ObjectIdentifier) || type.getValue() !== signed.contentType) {
    throw new PkiError("bad_signature", "the content type differs from the signed one");
  }
  requireSigningCertificate(signer, certificate);
  const parameters: unknown = signer.signatureAlgorithm.algorithmParams;
  const valid = isSignatureValid({
    signed: new Uint8Array(signer.signedAttrs?.encodedValue ?? new ArrayBuffer()),
    signature: new Uint8Array(signer.signature.getValue()),
    algorithm: {
      id: signer.signatureAlgorithm.algorithmId,
      ...(isEncodable(parameters) ? { parameters: new Uint8Array(parameters.toBER()) } : {}),
    },
    digestAlgorithm,
    publicKey: certificate.publicKey,
  });
  if (!valid)
    throw new PkiError("bad_signature", "the signature does not fit content and certificate");
  return certificate;
}

function isEncodable(value: unknown): value is { toBER(): ArrayBuffer } {
  return typeof value === "object" && value !== null && "toBER" in value;
}

function findSigner(signed: SignedContent): CertificateFacts {
  const sid: unknown = signed.signer.sid;
  if (!(sid instanceof IssuerAndSerialNumber))
    throw new PkiError("malformed", "signer not named by issuer and serial");
  const issuer = new Uint8Array(sid.issuer.valueBeforeDecode);
  const serial = sid.serialNumber;
  for (const der of signed.certificates) {
    const facts = readCertificate(der);
    if (sameName(facts.issuerDer, issuer) && sameInteger(facts.serialDer, serial)) return facts;
  }
  throw new PkiError("malformed", "the signer's certificate is not in the signature");
}

function sameName(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function sameInteger(der: Uint8Array, value: Integer): boolean {
  return Buffer.compare(der, new Uint8Array(value.toBER())) === 0;
}

/** The only value of a signed attribute; undefined when it is absent or not alone. */
function attributeValue(signer: SignerInfo, type: string): unknown {
  const found = (signer.signedAttrs?.attributes ?? []).filter(
    (attribute) => attribute.type === type,
  );
  const values: readonly unknown[] = found[0]?.values ?? [];
  return found.length === 1 && values.length === 1 ? values[0] : undefined;
}

function requireSigningCertificate(signer: SignerInfo, certificate: CertificateFacts): void {
  for (const [type, fallback] of [
    [OID.signingCertificateV2, "sha256"],
    [OID.signingCertificate, "sha1"],
  ] as const) {
    const value = attributeValue(signer, type);
    if (!isEncodable(value)) continue;
    // SigningCertificate(V2) ::= SEQUENCE { certs SEQUENCE OF ESSCertID(v2), … }: the first one is the signer's
    const certificates = readChildren(readWhole(new Uint8Array(value.toBER())).content)[0];
    const [first, second] = readChildren(
      readChildren(certificates?.content ?? new Uint8Array())[0]?.content ?? new Uint8Array(),
    );
    const named = first?.tag === 0x30 && type === OID.signingCertificateV2;
    const hash = named ? hashName(algorithmId(first.raw)) : fallback;
    const expected = createHash(hash).update(certificate.der).digest();
    if (expected.equals((named ? second : first)?.content ?? new Uint8Array())) return;
    throw new PkiError("bad_signature", "the signature names another certificate");
  }
  throw new PkiError("bad_signature", "the signature does not name its certificate");
}

function algorithmId(der: Uint8Array): string {
  const value = new ObjectIdentifier();
  const raw = readChildren(readWhole(der).content)[0]?.raw ?? new Uint8Array();
  value.fromBER(raw, 0, raw.length);
  return value.getValue();
}
