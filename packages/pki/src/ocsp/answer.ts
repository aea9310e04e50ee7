// Answers an OCSP request as a certificate authority's responder does (RFC 6960 §4.2): the other side, for stand-ins.

import { createHash } from "node:crypto";
import { OCSPRequest, type CertID } from "pkijs";
import { readCertificate, type CertificateFacts } from "../certificate/read.ts";
import { OID } from "../der/oids.ts";
import {
  bitString,
  context,
  contextPrimitive,
  enumerated,
  generalizedTime,
  octetString,
  oid,
  sequence,
} from "../der/write.ts";
import { signatureAlgorithm } from "../key/algorithm.ts";
import type { SealKey } from "../key/seal-key.ts";
import { certificateIdHash, encodeCertificateId, issuerHashes } from "./certificate-id.ts";

export type CertificateStatus =
  | { readonly status: "good" }
  | { readonly status: "unknown" }
  /** `reason` is a CRLReason (RFC 5280 §5.3.1), as 1 for keyCompromise. */
  | { readonly status: "revoked"; readonly at: Temporal.Instant; readonly reason?: number };

export interface OcspAuthority {
  /** The CA that issued the certificates asked about, DER. */
  readonly issuer: Uint8Array;
  /** The CA's own key, or one it certified for ocspSigning. */
  readonly key: SealKey;
  readonly now: Temporal.Instant;
  /** How long the answer may be relied on, in seconds. */
  readonly validSeconds: number;
  /** By serial number, lower-case hex. */
  readonly statusOf: (serial: string) => CertificateStatus;
}

/** An OCSPResponse (DER); `malformedRequest` for what is not a request. Another CA's certificates are `unknown`. */
export async function answerOcspRequest(
  request: Uint8Array,
  authority: OcspAuthority,
): Promise<Uint8Array> {
  let asked: OCSPRequest;
  try {
    asked = OCSPRequest.fromBER(new Uint8Array(request));
  } catch {
    return sequence(enumerated(1));
  }
  const issuer = readCertificate(authority.issuer);
  const answers = asked.tbsRequest.requestList.map(({ reqCert }) =>
    answerOne(reqCert, issuer, authority),
  );
  const nonce = asked.tbsRequest.requestExtensions?.find(
    (extension) => extension.extnID === OID.ocspNonce,
  );
  const responder = readCertificate(authority.key.certificate);
  const tbs = sequence(
    context(2, octetString(createHash("sha1").update(responder.keyOctets).digest())),
    generalizedTime(authority.now),
    sequence(...answers),
    ...(nonce ? [context(1, sequence(new Uint8Array(nonce.toSchema().toBER())))] : []),
  );
  const basic = sequence(
    tbs,
    signatureAlgorithm(responder.publicKey, authority.key.hash),
    bitString(await authority.key.sign(tbs)),
    context(0, sequence(authority.key.certificate)),
  );
  return sequence(enumerated(0), context(0, sequence(oid(OID.ocspBasic), octetString(basic))));
}

function answerOne(id: CertID, issuer: CertificateFacts, authority: OcspAuthority): Uint8Array {
  const hash = certificateIdHash(id.hashAlgorithm.algorithmId);
  const serialDer = new Uint8Array(id.serialNumber.toBER());
  const serial = Buffer.from(id.serialNumber.valueBlock.valueHexView)
    .toString("hex")
    .replace(/^00(?=..)/u, "");
  const ours = hash !== undefined && isIssuedBy(id, issuer, hash);
  const status = ours ? authority.statusOf(serial) : ({ status: "unknown" } as const);
  return sequence(
    ours ? encodeCertificateId(issuer, serialDer, hash) : new Uint8Array(id.toSchema().toBER()),
    encodeStatus(status),
    generalizedTime(authority.now),
    context(0, generalizedTime(authority.now.add({ seconds: authority.validSeconds }))),
  );
}

function isIssuedBy(id: CertID, issuer: CertificateFacts, hash: "sha1" | "sha256"): boolean {
  const expected = issuerHashes(issuer, hash);
  return (
    expected.name.equals(new Uint8Array(id.issuerNameHash.getValue())) &&
    expected.key.equals(new Uint8Array(id.issuerKeyHash.getValue()))
  );
}

function encodeStatus(status: CertificateStatus): Uint8Array {
  if (status.status === "good") return contextPrimitive(0);
  if (status.status === "unknown") return contextPrimitive(2);
  const reason = status.reason === undefined ? [] : [context(0, enumerated(status.reason))];
  return context(1, generalizedTime(status.at), ...reason);
}
