// Speaks for the two authorities of the development PKI about revoked certificates: OCSP answers and lists.

import { issueCrl, type CrlEntry } from "../crl/issue.ts";
import { answerOcspRequest, type CertificateStatus } from "../ocsp/answer.ts";
import type { DevelopmentPki } from "./issue-pki.ts";

export type RevocationIdentities = Pick<DevelopmentPki, "root" | "tsaRoot" | "ocsp" | "tsaOcsp">;

export interface RevocationAuthority {
  /** OCSPResponse, DER, for certificates of either root. */
  answer(request: Uint8Array, now: Temporal.Instant): Promise<Uint8Array>;
  /** CertificateList, DER. Serial numbers are random: one revoked stands in both lists. */
  list(root: "root" | "tsaRoot", now: Temporal.Instant): Uint8Array;
  /** `serial` in hex. Cannot be taken back. */
  revoke(entry: CrlEntry): void;
}

const OCSP_VALID_SECONDS = 3600;
const LIST_VALID = { hours: 24 } as const;

export function createRevocationAuthority(pki: RevocationIdentities): RevocationAuthority {
  const revoked = new Map<string, CrlEntry>();

  function statusOf(serial: string): CertificateStatus {
    const entry = revoked.get(serial);
    if (!entry) return { status: "good" };
    const { at, reason } = entry;
    return { status: "revoked", at, ...(reason === undefined ? {} : { reason }) };
  }

  return {
    answer(request, now) {
      const authority = (issuer: Uint8Array, key: DevelopmentPki["ocsp"]["key"]) => ({
        issuer,
        key,
        now,
        validSeconds: OCSP_VALID_SECONDS,
        statusOf,
      });
      return answerOcspRequest(
        request,
        authority(pki.root.key.certificate, pki.ocsp.key),
        authority(pki.tsaRoot.key.certificate, pki.tsaOcsp.key),
      );
    },
    list(root, now) {
      const { privateKey, key } = pki[root];
      return issueCrl({
        issuer: { privateKey, certificate: key.certificate },
        number: Math.floor(now.epochMilliseconds / 1000),
        thisUpdate: now,
        nextUpdate: now.add(LIST_VALID),
        revoked: revoked.values(),
      });
    },
    revoke(entry) {
      revoked.set(entry.serial.toLowerCase(), { ...entry, serial: entry.serial.toLowerCase() });
    },
  };
}
