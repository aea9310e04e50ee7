// The Belgian identity card: verifies what a card answered through Web eID, or what a browser showed of it by mutual TLS.

import type { AuthenticatedIdentity } from "@posthorn/domain";
import { PkiError, readCertificate, toPem } from "@posthorn/pki";
import { identityOf } from "./card-identity.ts";
import { pathFinder, requireValidAt } from "./card-path.ts";
import { requireAuthenticationCertificate } from "./card-purpose.ts";
import { ocspStatus } from "./card-status.ts";
import type { RequireGoodCard } from "./card-status.ts";
import { isWebEidChallenge, newWebEidChallenge } from "./challenge.ts";
import { readWebEidToken } from "./read-token.ts";
import { refused } from "./refuse.ts";
import { requireSignedChallenge } from "./token-signature.ts";
import type { EidTrust } from "./trust.ts";

export interface EidSettings {
  readonly trust: EidTrust;
  /** Whether a legal basis allows the use of national register numbers; see `identityOf`. */
  readonly useRegisterNumber: boolean;
  /** Per question to an authority, in milliseconds; default 5,000. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof globalThis.fetch;
  /** Who says that a card is not revoked; default OCSP. */
  readonly requireGood?: RequireGoodCard;
}

export interface WebEidQuestion {
  /** The challenge as it was given to the page. Whoever calls has made sure that it is this browser's, and used once. */
  readonly nonce: string;
  /** Our own public origin, as the browser shows it. */
  readonly origin: string;
  /** By our clock: certificates and answers about them are judged at this instant. */
  readonly at: Temporal.Instant;
}

export interface Eid {
  /** PEM texts of roots and authorities: what a TLS listener names when it asks for a card. */
  readonly authorities: readonly string[];
  /** 256 random bits in base64, as Web eID wants them. Whoever asks binds it to one browser, once, for minutes. */
  newNonce(): string;
  /**
   * Checked in this order: format, nonce's form, dates, purpose and policies, path to a pinned root, algorithm against
   * the key, signature over origin and nonce, status. A token made for another origin or nonce is
   * `eid_signature_wrong`: one signature covers both. Throws AppError with a code of `EidRefusal`, or
   * `eid_status_unknown` (unavailable).
   */
  verifyToken(token: unknown, question: WebEidQuestion): Promise<AuthenticatedIdentity>;
  /** The chain as the socket gave it, leaf first, DER; possession of the key was proven in the handshake. As above. */
  verifyCertificate(chain: readonly Uint8Array[], at: Temporal.Instant): Promise<AuthenticatedIdentity>;
}

const TIMEOUT_MS = 5_000;

export function openEid(settings: EidSettings): Eid {
  const { trust, timeoutMs = TIMEOUT_MS, fetch } = settings;
  const asking = { trust, timeoutMs, fetch };
  const findPath = pathFinder(asking);
  const requireGood = settings.requireGood ?? ocspStatus(asking);

  async function verifyCard(
    chain: readonly Uint8Array[],
    at: Temporal.Instant,
    received: AuthenticatedIdentity["received"],
    requirePossession: () => void,
  ): Promise<AuthenticatedIdentity> {
    const [certificate, ...sentAlong] = chain;
    if (!certificate) throw refused("eid_token_malformed", "no_certificate");
    requireValidAt(certificate, at);
    const policies = requireAuthenticationCertificate(certificate);
    const [, issuer] = await findPath(certificate, sentAlong, at);
    if (!issuer) throw refused("eid_certificate_untrusted", "no_issuer");
    requirePossession();
    await requireGood({ certificate, issuer, at });
    return identityOf({ certificate, policies, at, received }, settings);
  }

  return {
    authorities: [...trust.roots, ...trust.intermediates].map(toPem),
    newNonce: newWebEidChallenge,
    verifyToken: (given, question) =>
      withoutNames(async () => {
        const token = readWebEidToken(given);
        if (!isWebEidChallenge(question.nonce)) throw refused("eid_nonce_wrong");
        const { der, publicKey } = readCertificate(Buffer.from(token.unverifiedCertificate, "base64"));
        const signature = Buffer.from(token.signature, "base64");
        const received = { certificate: toPem(der), token: JSON.stringify(token) };
        return verifyCard([der], question.at, received, () =>
          requireSignedChallenge({ ...question, algorithm: token.algorithm, signature, publicKey }),
        );
      }),
    verifyCertificate: (chain, at) =>
      withoutNames(async () => {
        const read = chain.map((der) => readCertificate(der).der);
        const shown = read.slice(0, 1).map(toPem).join("");
        return verifyCard(read, at, { certificate: shown }, () => undefined);
      }),
  };
}

/** What cannot be read as a certificate is refused; the reader's words may name its holder and go no further. */
async function withoutNames<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof PkiError) throw refused("eid_token_malformed", error.code);
    throw error;
  }
}
