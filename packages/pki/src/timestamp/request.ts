// The RFC 3161 timestamp request: written by the client, read by responders (§2.4.1).

import { OID } from "../der/oids.ts";
import { children, dottedOid, octets, reading, readWhole, required, TAG, unsigned } from "../der/read.ts";
import { boolean, integer, nil, octetString, oid, sequence } from "../der/write.ts";

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

/** Throws PkiError `malformed`. Extensions are read over. */
export function readTimestampRequest(der: Uint8Array): TimestampRequest {
  return reading("a timestamp request", () => {
    const [, imprint, ...options] = children(readWhole(der, TAG.sequence));
    const [algorithm, digest] = children(required(imprint, TAG.sequence));
    const option = (tag: number) => options.find((field) => field.tag === tag);
    const policy = option(TAG.oid);
    const nonce = option(TAG.integer);
    return {
      hashAlgorithm: dottedOid(children(algorithm)[0]),
      digest: octets(digest),
      certificates: option(TAG.boolean)?.content[0] === 0xff,
      ...(policy ? { policy: dottedOid(policy) } : {}),
      ...(nonce ? { nonce: unsigned(nonce) } : {}),
    };
  });
}
