// Answers an OCSP request as a certificate authority's responder does (RFC 6960 §4.2): the other side, for stand-ins.

import { createHash } from "node:crypto";
import { readCertificate, readExtension, serialHex, type CertificateFacts } from "../certificate/read.ts";
import { OID } from "../der/oids.ts";
import { children, reading, readWhole, required, TAG, type Element } from "../der/read.ts";
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
import { isIssuedBy, readCertificateId } from "./certificate-id.ts";

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
  /** Signs in advance: the question's nonce is not repeated. */
  readonly withoutNonce?: boolean;
  /** By serial number, lower-case hex. */
  readonly statusOf: (serial: string) => CertificateStatus;
}

/**
 * An OCSPResponse (DER); `malformedRequest` for what is not a request. Of several authorities the one answers that
 * issued the first certificate asked about; another CA's certificates are `unknown`.
 */
export async function answerOcspRequest(
  request: Uint8Array,
  authority: OcspAuthority,
  ...others: readonly OcspAuthority[]
): Promise<Uint8Array> {
  let asked: { ids: Element[]; nonce: Element | undefined };
  try {
    asked = reading("an OCSP request", () => readRequest(request));
  } catch {
    return sequence(enumerated(1));
  }
  const [first] = asked.ids.map(readCertificateId);
  const chosen =
    [authority, ...others].find(({ issuer }) => first && isIssuedBy(first, readCertificate(issuer))) ??
    authority;
  return signAnswers(asked, chosen);
}

async function signAnswers(
  asked: { ids: readonly Element[]; nonce: Element | undefined },
  authority: OcspAuthority,
): Promise<Uint8Array> {
  const issuer = readCertificate(authority.issuer);
  const answers = asked.ids.map((id) => answerOne(id, issuer, authority));
  const responder = readCertificate(authority.key.certificate);
  const tbs = sequence(
    context(2, octetString(createHash("sha1").update(responder.keyOctets).digest())),
    generalizedTime(authority.now),
    sequence(...answers),
    ...(asked.nonce && authority.withoutNonce !== true ? [context(1, sequence(asked.nonce.raw))] : []),
  );
  const basic = sequence(
    tbs,
    signatureAlgorithm(responder.publicKey, authority.key.hash),
    bitString(await authority.key.sign(tbs)),
    context(0, sequence(authority.key.certificate)),
  );
  return sequence(enumerated(0), context(0, sequence(oid(OID.ocspBasic), octetString(basic))));
}

/** TBSRequest: version [0], requestor [1], list of requests, extensions [2]. */
function readRequest(der: Uint8Array): { ids: Element[]; nonce: Element | undefined } {
  const fields = children(children(readWhole(der, TAG.sequence))[0]);
  const list = required(
    fields.find(({ tag }) => tag === TAG.sequence),
    TAG.sequence,
  );
  const extensions = children(children(fields.find(({ tag }) => tag === 0xa2))[0]);
  return {
    ids: children(list).map((one) => required(children(one)[0], TAG.sequence)),
    nonce: extensions.find((extension) => readExtension(extension).id === OID.ocspNonce),
  };
}

function answerOne(certificateId: Element, issuer: CertificateFacts, authority: OcspAuthority): Uint8Array {
  const id = readCertificateId(certificateId);
  const status = isIssuedBy(id, issuer)
    ? authority.statusOf(serialHex(id.serial))
    : ({ status: "unknown" } as const);
  return sequence(
    certificateId.raw,
    encodeStatus(status),
    generalizedTime(authority.now),
    context(0, generalizedTime(authority.now.add({ seconds: authority.validSeconds }))),
  );
}

function encodeStatus(status: CertificateStatus): Uint8Array {
  if (status.status === "good") return contextPrimitive(0);
  if (status.status === "unknown") return contextPrimitive(2);
  const reason = status.reason === undefined ? [] : [context(0, enumerated(status.reason))];
  return context(1, generalizedTime(status.at), ...reason);
}
