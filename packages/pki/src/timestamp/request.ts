// The RFC 3161 timestamp request: written by the client, read by responders (§2.4.1).

import { TimeStampReq } from "pkijs";
import { OID } from "../der/oids.ts";
import { readWhole } from "../der/read.ts";
import { boolean, integer, nil, octetString, oid, sequence } from "../der/write.ts";
import { PkiError } from "../error.ts";

export interface TimestampRequest {
  /** Object identifier of the digest's algorithm. */
  readonly hashAlgorithm: string;
  readonly digest: Uint8Array;
  /** Object identifier of the policy asked for. */
  readonly policy?: string;
  /** Big-endian, as the client chose it. */
  readonly nonce?: Uint8Array;
  /** Whether the token shall carry the responder's certificates. */
  readonly certificates: boolean;
}

/** A request over a SHA-256 digest that asks for the certificates. DER. */
export function buildTimestampRequest(request: {
  readonly sha256: Uint8Array;
  readonly nonce?: Uint8Array;
  readonly policy?: string;
}): Uint8Array {
  return encodeTimestampRequest({
    hashAlgorithm: OID.sha256,
    digest: request.sha256,
    certificates: true,
    ...(request.nonce ? { nonce: request.nonce } : {}),
    ...(request.policy === undefined ? {} : { policy: request.policy }),
  });
}

export function encodeTimestampRequest(request: TimestampRequest): Uint8Array {
  return sequence(
    integer(1),
    sequence(sequence(oid(request.hashAlgorithm), nil()), octetString(request.digest)),
    ...(request.policy === undefined ? [] : [oid(request.policy)]),
    ...(request.nonce ? [integer(request.nonce)] : []),
    ...(request.certificates ? [boolean(true)] : []),
  );
}

/** Throws PkiError `malformed`. */
export function readTimestampRequest(der: Uint8Array): TimestampRequest {
  try {
    const request = TimeStampReq.fromBER(new Uint8Array(readWhole(der).raw));
    const { hashAlgorithm, hashedMessage } = request.messageImprint;
    return {
      hashAlgorithm: hashAlgorithm.algorithmId,
      digest: new Uint8Array(hashedMessage.getValue()),
      certificates: request.certReq === true,
      ...(request.reqPolicy ? { policy: request.reqPolicy } : {}),
      ...(request.nonce ? { nonce: new Uint8Array(request.nonce.valueBlock.valueHexView) } : {}),
    };
  } catch (cause) {
    throw new PkiError("malformed", "not a timestamp request", cause);
  }
}
