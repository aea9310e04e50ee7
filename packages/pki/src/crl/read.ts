// Reads a certificate revocation list, and looks one certificate up in it without unfolding the rest (RFC 5280 §5).

import { readExtension, type Extension } from "../certificate/read.ts";
import { OID } from "../der/oids.ts";
import {
  bits,
  children,
  contentLength,
  contentStart,
  readElement,
  readWhole,
  required,
  small,
  TAG,
  time,
  type Element,
} from "../der/read.ts";
import { PkiError } from "../error.ts";
import type { CertificateStatus } from "../ocsp/answer.ts";

/** As read: nothing in it is verified. */
export interface RevocationList {
  readonly tbs: Uint8Array;
  readonly algorithm: Element;
  readonly signature: Uint8Array;
  readonly issuerDer: Uint8Array;
  readonly thisUpdate: Temporal.Instant;
  readonly nextUpdate?: Temporal.Instant;
  readonly extensions: readonly Extension[];
  /** The entries one after another, each as DER. */
  readonly entries: Uint8Array;
}

/** Throws PkiError `crl_garbage`. */
export function readRevocationList(der: Uint8Array): RevocationList {
  try {
    return parseList(der);
  } catch (cause) {
    const detail = cause instanceof PkiError ? `: ${cause.detail}` : "";
    throw new PkiError("crl_garbage", `not a revocation list${detail}`, cause);
  }
}

/** TBSCertList: version, signature, issuer, thisUpdate, nextUpdate, entries, extensions [0]. */
function parseList(der: Uint8Array): RevocationList {
  const [tbs, algorithm, signature] = children(readWhole(der, TAG.sequence));
  const all = children(required(tbs, TAG.sequence));
  const [, issuer, thisUpdate, ...rest] = all[0]?.tag === TAG.integer ? all.slice(1) : all;
  const nextUpdate = rest.find(({ tag }) => tag === TAG.utcTime || tag === TAG.generalizedTime);
  const entries = rest.find(({ tag }) => tag === TAG.sequence);
  return {
    tbs: required(tbs, TAG.sequence).raw,
    algorithm: required(algorithm, TAG.sequence),
    signature: bits(signature),
    issuerDer: required(issuer, TAG.sequence).raw,
    thisUpdate: time(thisUpdate),
    ...(nextUpdate ? { nextUpdate: time(nextUpdate) } : {}),
    extensions: children(children(rest.find(({ tag }) => tag === 0xa0))[0]).map(readExtension),
    entries: entries?.content ?? new Uint8Array(),
  };
}

/**
 * What the list says of a serial number (`serialDer`: the INTEGER with tag and length). Reads every entry's head and
 * only the one entry that matches, so that a list of half a million takes milliseconds. Throws PkiError `crl_garbage`.
 */
export function findEntry({ entries }: RevocationList, serialDer: Uint8Array): CertificateStatus {
  try {
    for (let offset = 0; offset < entries.length;) {
      if (entries[offset] !== TAG.sequence) throw new PkiError("malformed", "an entry is no sequence");
      const start = contentStart(entries, offset);
      const end = start + contentLength(entries, offset);
      if (!(end <= entries.length)) throw new PkiError("malformed", "the entries end too early");
      if (startsWith(entries, start, end, serialDer)) return readEntry(readElement(entries, offset));
      offset = end;
    }
  } catch (cause) {
    throw new PkiError("crl_garbage", "the entries of the revocation list cannot be read", cause);
  }
  return { status: "good" };
}

function startsWith(entries: Uint8Array, start: number, end: number, serialDer: Uint8Array): boolean {
  if (start + serialDer.length > end) return false;
  // serial numbers are random: nearly all differ in the last octet
  for (let i = serialDer.length - 1; i >= 0; i -= 1) if (entries[start + i] !== serialDer[i]) return false;
  return true;
}

function readEntry(entry: Element): CertificateStatus {
  const [, at, extensions] = children(entry);
  const reason = children(extensions)
    .map(readExtension)
    .find(({ id }) => id === OID.crlReason);
  return { status: "revoked", at: time(at), ...(reason ? { reason: small(reason.value) } : {}) };
}
