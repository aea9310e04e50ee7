// Checks a timestamp token: what it stamps, who signed it, and that this authority is trusted (RFC 3161 §2.3, §2.4.2).

import { readConstraints, serialHex } from "../certificate/read.ts";
import { verifyChain } from "../certificate/verify-chain.ts";
import { readSignedData, verifySigner, type SignedContent } from "../cms/read.ts";
import { OID } from "../der/oids.ts";
import {
  children,
  dottedOid,
  octets,
  readWhole,
  required,
  small,
  TAG,
  time,
  unsigned,
  type Element,
} from "../der/read.ts";
import { PkiError } from "../error.ts";

export interface VerifiedTimestamp {
  /** To the millisecond; finer fractions of the token are dropped. */
  readonly genTime: Temporal.Instant;
  /** Object identifier. */
  readonly policy: string;
  /** Lower-case hex. */
  readonly serial: string;
  /** DER. */
  readonly tsaCertificate: Uint8Array;
  /** How far off the authority says its time may be, in whole milliseconds, rounded up; 0 where it does not say. */
  readonly accuracyMs: number;
  readonly nonce?: Uint8Array;
}

/**
 * Checked: structure, signature, signing certificate, sole critical purpose timeStamping, path to a trusted root at
 * the token's time, and that the token stamps this SHA-256 digest. Not checked: revocation of the authority.
 * Throws PkiError `tsa_garbage`, `tsa_untrusted` or `tsa_wrong_imprint`.
 */
export function verifyTimestampToken(
  token: Uint8Array,
  sha256: Uint8Array,
  trustedRoots: readonly Uint8Array[],
): VerifiedTimestamp {
  const signed = parse(() => readSignedData(token));
  const content = signed.content;
  if (signed.contentType !== OID.tstInfo || !content)
    throw new PkiError("tsa_garbage", "not a timestamp token");
  const info = parse(() => readTstInfo(content));
  const tsaCertificate = trustAuthority(signed, content, trustedRoots, info.genTime);
  if (info.hashAlgorithm !== OID.sha256 || Buffer.compare(info.digest, sha256) !== 0) {
    throw new PkiError("tsa_wrong_imprint", "the token stamps another digest");
  }
  return {
    genTime: info.genTime,
    policy: info.policy,
    serial: info.serial,
    tsaCertificate,
    accuracyMs: info.accuracyMs,
    ...(info.nonce ? { nonce: info.nonce } : {}),
  };
}

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new PkiError("tsa_garbage", "not a timestamp token", cause);
  }
}

/** TSTInfo: version, policy, imprint, serial, time, then accuracy, ordering, nonce, name and extensions as they come. */
function readTstInfo(der: Uint8Array) {
  const [, policy, imprint, serial, genTime, ...options] = children(readWhole(der, TAG.sequence));
  const [algorithm, digest] = children(required(imprint, TAG.sequence));
  const nonce = options.find(({ tag }) => tag === TAG.integer);
  return {
    policy: dottedOid(policy),
    hashAlgorithm: dottedOid(children(algorithm)[0]),
    digest: octets(digest),
    serial: serialHex(required(serial, TAG.integer)),
    genTime: time(genTime),
    accuracyMs: readAccuracy(options[0]),
    nonce: nonce && unsigned(nonce),
  };
}

/** Accuracy ::= SEQUENCE { seconds INTEGER, millis [0], micros [1] }, each optional (§2.4.2). */
function readAccuracy(accuracy: Element | undefined): number {
  if (accuracy?.tag !== TAG.sequence) return 0;
  const fields = children(accuracy);
  const number = (tag: number) => {
    const found = fields.find((field) => field.tag === tag);
    return found ? small({ ...found, tag: TAG.integer }) : 0;
  };
  return number(TAG.integer) * 1000 + number(0x80) + Math.ceil(number(0x81) / 1000);
}

function trustAuthority(
  signed: SignedContent,
  content: Uint8Array,
  trustedRoots: readonly Uint8Array[],
  at: Temporal.Instant,
): Uint8Array {
  try {
    const { der } = verifySigner(signed, content);
    const { extendedKeyUsage, extendedKeyUsageCritical } = readConstraints(der);
    if (!extendedKeyUsageCritical || extendedKeyUsage.join() !== OID.timeStamping) {
      throw new PkiError("untrusted", "the certificate is not one for time-stamping alone");
    }
    verifyChain({ certificate: der, intermediates: signed.certificates, trustedRoots, at });
    return der;
  } catch (cause) {
    throw new PkiError(
      "tsa_untrusted",
      cause instanceof PkiError ? cause.detail : "the token cannot be trusted",
      cause,
    );
  }
}
