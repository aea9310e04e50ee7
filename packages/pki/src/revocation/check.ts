// What kept material says about a certificate at an instant, without asking anybody (ETSI TS 119 102-1 §5.2.5).

import { readCertificate, type CertificateFacts } from "../certificate/read.ts";
import { readRevocationPointers } from "../certificate/revocation-pointers.ts";
import { findEntry, readRevocationList } from "../crl/read.ts";
import { requireListOf } from "../crl/verify.ts";
import { PkiError } from "../error.ts";
import type { CertificateStatus } from "../ocsp/answer.ts";
import { findAnswer, findResponder, readOcspResponse } from "../ocsp/read.ts";
import { isCurrent, type Period } from "./freshness.ts";
import type { ValidationMaterial } from "./material.ts";

export interface RevocationStatus {
  /** At the instant asked about: a revocation after it leaves the certificate `good` then. */
  readonly status: "good" | "revoked" | "unknown";
  /** Also told when it lies after the instant. */
  readonly revokedAt?: Temporal.Instant;
  readonly source?: "ocsp" | "crl";
  /** When the statement relied on was signed (OCSP) or issued (CRL). */
  readonly producedAt?: Temporal.Instant;
}

interface Statement extends Period {
  readonly source: "ocsp" | "crl";
  readonly certificate: CertificateStatus;
  readonly producedAt: Temporal.Instant;
}

/**
 * From statements that verify against this issuer alone; what cannot be read or does not verify counts for nothing. A
 * statement counts for `at` when it was made later (while the certificate was still valid: afterwards authorities may
 * forget it) or was current then. Not checked: issuer, chain, dates of the certificate. Throws PkiError `malformed` for
 * a certificate or issuer that cannot be read.
 */
export function checkRevocation(
  material: ValidationMaterial,
  certificate: Uint8Array,
  issuer: Uint8Array,
  at: Temporal.Instant,
): RevocationStatus {
  return statusAt(material, readCertificate(certificate), readCertificate(issuer), at, []);
}

function statusAt(
  material: ValidationMaterial,
  certificate: CertificateFacts,
  issuer: CertificateFacts,
  at: Temporal.Instant,
  /** Responders whose own status is being asked: nobody vouches for himself. */
  asking: readonly string[],
): RevocationStatus {
  const statements = [
    ...material.ocsps.flatMap((der) =>
      ignoringFaulty(() => readOcsp(der, material, certificate, issuer, asking)),
    ),
    ...material.crls.flatMap((der) => ignoringFaulty(() => readList(der, certificate, issuer))),
  ].toSorted((a, b) => Temporal.Instant.compare(b.producedAt, a.producedAt));
  const revoked = statements.find(({ certificate: { status } }) => status === "revoked");
  if (revoked?.certificate.status === "revoked") {
    const before = Temporal.Instant.compare(revoked.certificate.at, at) <= 0;
    const facts = { source: revoked.source, producedAt: revoked.producedAt };
    return { status: before ? "revoked" : "good", revokedAt: revoked.certificate.at, ...facts };
  }
  const good = statements.find((one) => one.certificate.status === "good" && countsFor(one, certificate, at));
  if (!good) return { status: "unknown" };
  return { status: "good", source: good.source, producedAt: good.producedAt };
}

function countsFor(statement: Statement, certificate: CertificateFacts, at: Temporal.Instant): boolean {
  const later = Temporal.Instant.compare(statement.thisUpdate, at) >= 0;
  if (!later) return isCurrent(statement, at);
  return Temporal.Instant.compare(statement.thisUpdate, certificate.notAfter) <= 0;
}

function readOcsp(
  der: Uint8Array,
  material: ValidationMaterial,
  certificate: CertificateFacts,
  issuer: CertificateFacts,
  asking: readonly string[],
): Statement[] {
  const response = readOcspResponse(der);
  const answer = findAnswer(response, certificate, issuer);
  if (!answer) return [];
  const { producedAt } = response;
  const responder = findResponder(response, issuer, producedAt, material.certificates);
  if (!responder || !isReliable(responder, issuer, producedAt, material, asking)) return [];
  return [{ ...answer, source: "ocsp", producedAt }];
}

/** The issuer, a responder exempted from being asked about, or one whose own status was good when it signed. */
function isReliable(
  responder: CertificateFacts,
  issuer: CertificateFacts,
  at: Temporal.Instant,
  material: ValidationMaterial,
  asking: readonly string[],
): boolean {
  if (responder.sha256 === issuer.sha256 || readRevocationPointers(responder.der).ocspNoCheck) return true;
  if (asking.includes(responder.sha256)) return false;
  return statusAt(material, responder, issuer, at, [...asking, responder.sha256]).status === "good";
}

function readList(der: Uint8Array, certificate: CertificateFacts, issuer: CertificateFacts): Statement[] {
  const list = readRevocationList(der);
  requireListOf(list, issuer, certificate);
  const { thisUpdate, nextUpdate } = list;
  const facts = { source: "crl", producedAt: thisUpdate, thisUpdate } as const;
  const status = findEntry(list, certificate.serialDer);
  return [{ ...facts, certificate: status, ...(nextUpdate ? { nextUpdate } : {}) }];
}

function ignoringFaulty(read: () => Statement[]): Statement[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof PkiError) return [];
    throw error;
  }
}
