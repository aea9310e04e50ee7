// Builds and checks the path from a certificate to a trusted root (RFC 5280 §6, the subset that seals and stamps need).

import { PkiError } from "../error.ts";
import { isSignedBy } from "./is-signed-by.ts";
import { readCertificate, readConstraints, type CertificateFacts } from "./read.ts";

export interface ChainRequest {
  readonly certificate: Uint8Array;
  /** Certificates that may stand in between; untrusted, any order. */
  readonly intermediates: readonly Uint8Array[];
  readonly trustedRoots: readonly Uint8Array[];
  /** The instant at which every certificate of the path must be valid. */
  readonly at: Temporal.Instant;
}

const MAX_LENGTH = 8;

/**
 * The path, leaf first and root last, DER.
 * Checked: names, signatures, dates, CA flag, path length, key usage, unknown critical extensions.
 * Not checked: revocation, certificate policies, name constraints (a critical one is refused).
 * Throws PkiError `untrusted`, or `expired` when a path exists but not at that instant.
 */
export function verifyChain(request: ChainRequest): Uint8Array[] {
  const roots = request.trustedRoots.map(readCertificate);
  const others = request.intermediates.map(readCertificate);
  const leaf = readCertificate(request.certificate);
  const path = findPath([leaf], roots, others, request.at);
  if (path) return path.map((certificate) => certificate.der);
  if (findPath([leaf], roots, others, undefined)) {
    throw new PkiError("expired", `no valid path for ${leaf.subjectName} at ${request.at.toString()}`);
  }
  throw new PkiError("untrusted", `no path from ${leaf.subjectName} to a trusted root`);
}

function findPath(
  path: readonly CertificateFacts[],
  roots: readonly CertificateFacts[],
  others: readonly CertificateFacts[],
  at: Temporal.Instant | undefined,
): readonly CertificateFacts[] | undefined {
  const last = path.at(-1);
  if (!last || path.length > MAX_LENGTH || !isUsable(last, at)) return undefined;
  if (roots.some((root) => root.sha256 === last.sha256)) return path;
  for (const issuer of [...roots, ...others]) {
    if (path.some((used) => used.sha256 === issuer.sha256) || !hasIssued(issuer, last, path.length - 1))
      continue;
    const found = findPath([...path, issuer], roots, others, at);
    if (found) return found;
  }
  return undefined;
}

function isUsable(certificate: CertificateFacts, at: Temporal.Instant | undefined): boolean {
  if (readConstraints(certificate.der).unknownCritical.length > 0) return false;
  if (at === undefined) return true;
  return (
    Temporal.Instant.compare(certificate.notBefore, at) <= 0 &&
    Temporal.Instant.compare(at, certificate.notAfter) <= 0
  );
}

/** `below`: how many intermediate certificates stand between this issuer and the leaf. */
function hasIssued(issuer: CertificateFacts, subject: CertificateFacts, below: number): boolean {
  if (Buffer.compare(issuer.subjectDer, subject.issuerDer) !== 0) return false;
  const { ca, keyUsage, pathLength } = readConstraints(issuer.der);
  if (!ca || (keyUsage && !keyUsage.includes("keyCertSign"))) return false;
  if (pathLength !== undefined && below > pathLength) return false;
  return isSignedBy(subject, issuer);
}
