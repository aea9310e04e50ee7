// Issues certificate revocation lists: the other side, for stand-ins and tests (RFC 5280 §5).

import { createHash, sign, type KeyObject } from "node:crypto";
import { extension } from "../certificate/extensions.ts";
import { readCertificate } from "../certificate/read.ts";
import { OID } from "../der/oids.ts";
import {
  bitString,
  certificateTime,
  context,
  contextPrimitive,
  enumerated,
  integer,
  sequence,
  tlv,
} from "../der/write.ts";
import { signatureAlgorithm } from "../key/algorithm.ts";

export interface CrlEntry {
  /** Hex. */
  readonly serial: string;
  readonly at: Temporal.Instant;
  /** CRLReason (RFC 5280 §5.3.1), as 1 for keyCompromise. */
  readonly reason?: number;
}

export interface CrlRequest {
  readonly issuer: { readonly privateKey: KeyObject; readonly certificate: Uint8Array };
  /** Rises with every list. */
  readonly number: number;
  readonly thisUpdate: Temporal.Instant;
  readonly nextUpdate: Temporal.Instant;
  readonly revoked: Iterable<CrlEntry>;
}

/** The CertificateList as DER, signed with SHA-256. */
export function issueCrl(request: CrlRequest): Uint8Array {
  const { privateKey } = request.issuer;
  const issuer = readCertificate(request.issuer.certificate);
  const algorithm = signatureAlgorithm(privateKey, "SHA-256");
  const entries = Buffer.concat([...request.revoked].map(encodeEntry));
  const keyId = createHash("sha1").update(issuer.keyOctets).digest();
  const tbs = sequence(
    integer(1),
    algorithm,
    issuer.subjectDer,
    certificateTime(request.thisUpdate),
    certificateTime(request.nextUpdate),
    // an empty list is left out (§5.1.2.6)
    ...(entries.length > 0 ? [tlv(0x30, entries)] : []),
    context(
      0,
      sequence(
        extension(OID.authorityKeyIdentifier, false, sequence(contextPrimitive(0, keyId))),
        extension(OID.crlNumber, false, integer(request.number)),
      ),
    ),
  );
  return sequence(tbs, algorithm, bitString(sign("sha256", tbs, privateKey)));
}

function encodeEntry({ serial, at, reason }: CrlEntry): Uint8Array {
  const digits = serial.length % 2 === 0 ? serial : `0${serial}`;
  const extensions =
    reason === undefined ? [] : [sequence(extension(OID.crlReason, false, enumerated(reason)))];
  return sequence(integer(Buffer.from(digits, "hex")), certificateTime(at), ...extensions);
}
