// Decides whether a revocation list speaks for an issuer about a certificate (RFC 5280 §6.3.3).

import { readConstraints, type CertificateFacts } from "../certificate/read.ts";
import { readRevocationPointers } from "../certificate/revocation-pointers.ts";
import { OID } from "../der/oids.ts";
import { children, type Element } from "../der/read.ts";
import { PkiError } from "../error.ts";
import { isSignatureValid } from "../key/algorithm.ts";
import type { RevocationList } from "./read.ts";

/**
 * Checked: name of the issuer, its right to sign lists, the signature, and that the list is a whole one that covers
 * this certificate. Not checked: dates. Throws PkiError `crl_untrusted`.
 */
export function requireListOf(
  list: RevocationList,
  issuer: CertificateFacts,
  certificate: CertificateFacts,
): void {
  if (Buffer.compare(list.issuerDer, issuer.subjectDer) !== 0) {
    throw new PkiError("crl_untrusted", "the revocation list is another issuer's");
  }
  const { keyUsage } = readConstraints(issuer.der);
  if (keyUsage && !keyUsage.includes("cRLSign")) {
    throw new PkiError("crl_untrusted", `${issuer.subjectName} may not sign revocation lists`);
  }
  if (!isSigned(list, issuer)) {
    throw new PkiError("crl_untrusted", "the revocation list is not signed by the issuer");
  }
  requireScope(list, certificate);
}

function isSigned(list: RevocationList, { publicKey }: CertificateFacts): boolean {
  const { tbs: signed, algorithm, signature } = list;
  try {
    return isSignatureValid({ signed, signature, algorithm, publicKey });
  } catch (error) {
    if (error instanceof PkiError) return false;
    throw error;
  }
}

/** A list of part of the certificates is told by a critical extension; of those only plain partitions are understood. */
function requireScope(list: RevocationList, certificate: CertificateFacts): void {
  const unknown = list.extensions.find(({ id, critical }) => critical && id !== OID.issuingDistributionPoint);
  if (unknown) throw new PkiError("crl_untrusted", `the list has the critical extension ${unknown.id}`);
  const point = list.extensions.find(({ id }) => id === OID.issuingDistributionPoint);
  if (point && !covers(children(point.value), certificate)) {
    throw new PkiError("crl_untrusted", "the revocation list is about other certificates");
  }
}

/** IssuingDistributionPoint: name [0], users only [1], CAs only [2], reasons [3], indirect [4], attributes only [5]. */
function covers(fields: readonly Element[], certificate: CertificateFacts): boolean {
  const flag = (n: number) => (fields.find(({ tag }) => tag === (0x80 | n))?.content[0] ?? 0) !== 0;
  const { ca } = readConstraints(certificate.der);
  const someReasons = fields.some(({ tag }) => tag === 0x83);
  if ((flag(1) && ca) || (flag(2) && !ca) || someReasons || flag(4) || flag(5)) return false;
  const name = fields.find(({ tag }) => tag === 0xa0);
  if (!name) return true;
  const named = children(children(name)[0]).map(({ content }) => Buffer.from(content).toString("latin1"));
  const { crlUrls } = readRevocationPointers(certificate.der);
  return crlUrls.some((url) => named.includes(url));
}
