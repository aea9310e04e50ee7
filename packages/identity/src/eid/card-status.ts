// Asks whether a card's certificate was revoked, and believes nothing but a fresh and signed "good" (fails closed).

import { checkOcsp, PkiError, readRevocationPointers, requireAllowedUrl } from "@posthorn/pki";
import { refused, statusUnknown } from "./refuse.ts";
import type { EidTrust } from "./trust.ts";

export interface CardStatusQuestion {
  /** DER. */
  readonly certificate: Uint8Array;
  /** DER. */
  readonly issuer: Uint8Array;
  readonly at: Temporal.Instant;
}

/** Resolves for a card that is good. Throws AppError `eid_certificate_revoked` or `eid_status_unknown` (unavailable). */
export type RequireGoodCard = (question: CardStatusQuestion) => Promise<void>;

/** By OCSP (RFC 6960), at the addresses that the certificate names and the trust allows, one after the other. */
export function ocspStatus(options: {
  readonly trust: EidTrust;
  readonly timeoutMs: number;
  readonly fetch?: typeof globalThis.fetch | undefined;
}): RequireGoodCard {
  const { trust, timeoutMs, fetch } = options;
  return async ({ certificate, issuer, at }) => {
    let why = "no_revocation_source";
    for (const url of readRevocationPointers(certificate).ocspUrls) {
      try {
        requireAllowedUrl(url, trust.hosts);
        const answer = await checkOcsp({ certificate, issuer, url, now: at, timeoutMs, fetch });
        if (answer.certificate.status === "revoked") throw refused("eid_certificate_revoked");
        if (answer.certificate.status === "unknown") why = "ocsp_unknown";
        else if (answer.fresh || (!trust.nonceRequired && isOfToday(answer.thisUpdate, at))) return;
        else why = "ocsp_without_nonce";
      } catch (error) {
        if (!(error instanceof PkiError)) throw error;
        why = error.code;
      }
    }
    throw statusUnknown(why);
  };
}

/** Whatever nextUpdate promises: an answer without our nonce may be an old one, shown again. */
function isOfToday(thisUpdate: Temporal.Instant, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(thisUpdate, at.subtract({ hours: 24 })) >= 0;
}
