// Answers a timestamp request as a time-stamping authority does (RFC 3161 §2.4.2): the other side, for stand-ins.

import { createHash } from "node:crypto";
import { signSignedData } from "../cms/sign.ts";
import { OID } from "../der/oids.ts";
import {
  generalizedTime,
  integer,
  namedBits,
  nil,
  octetString,
  oid,
  sequence,
  utf8String,
} from "../der/write.ts";
import { hashFor, type SealKey } from "../key/seal-key.ts";
import { readTimestampRequest, type TimestampRequest } from "./request.ts";

export interface TimestampAuthority {
  /** Certificate with the critical, sole extended key usage timeStamping. */
  readonly key: SealKey;
  readonly now: Temporal.Instant;
  /** Object identifier of the policy the authority works by. */
  readonly policy: string;
  /** Never used twice by this key. */
  readonly serial: Uint8Array;
}

/** Bits of PKIFailureInfo (RFC 3161 §2.4.2). */
export type TimestampFailure =
  | "badAlg"
  | "badRequest"
  | "badDataFormat"
  | "timeNotAvailable"
  | "unacceptedPolicy"
  | "systemFailure";
const FAILURE_BITS: Readonly<Record<TimestampFailure, number>> = {
  badAlg: 0,
  badRequest: 2,
  badDataFormat: 5,
  timeNotAvailable: 14,
  unacceptedPolicy: 15,
  systemFailure: 25,
};

/** A TimeStampResp (DER): a token, or a rejection with its reason for what the authority does not serve. */
export async function answerTimestampRequest(
  request: Uint8Array,
  authority: TimestampAuthority,
): Promise<Uint8Array> {
  let asked: TimestampRequest;
  try {
    asked = readTimestampRequest(request);
  } catch {
    return rejectTimestampRequest("badDataFormat", "the request is not a timestamp request");
  }
  if (asked.hashAlgorithm !== OID.sha256)
    return rejectTimestampRequest("badAlg", "only SHA-256 is time-stamped");
  if (asked.digest.length !== 32)
    return rejectTimestampRequest("badDataFormat", "a SHA-256 digest has 32 octets");
  if (asked.policy !== undefined && asked.policy !== authority.policy) {
    return rejectTimestampRequest("unacceptedPolicy", "the policy asked for is not offered");
  }
  return sequence(sequence(integer(0)), await issueToken(asked, authority));
}

async function issueToken(asked: TimestampRequest, authority: TimestampAuthority): Promise<Uint8Array> {
  const info = sequence(
    integer(1),
    oid(authority.policy),
    sequence(sequence(oid(asked.hashAlgorithm), nil()), octetString(asked.digest)),
    integer(authority.serial),
    generalizedTime(authority.now, { milliseconds: true }),
    // accuracy: one second
    sequence(integer(1)),
    ...(asked.nonce ? [integer(asked.nonce)] : []),
  );
  return signSignedData({
    version: 3,
    contentType: OID.tstInfo,
    content: info,
    contentDigest: new Uint8Array(createHash(hashFor(authority.key)).update(info).digest()),
    key: authority.key,
    certificates: asked.certificates ? [authority.key.certificate, ...authority.key.chain] : [],
  });
}

/** A TimeStampResp with status `rejection`. DER. */
export function rejectTimestampRequest(failure: TimestampFailure, text: string): Uint8Array {
  return sequence(sequence(integer(2), sequence(utf8String(text)), namedBits([FAILURE_BITS[failure]])));
}
