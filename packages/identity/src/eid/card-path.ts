// Finds the path from a card's certificate to a pinned root, fetching a missing authority from allowed hosts only.

import { fetchIssuer, PkiError, readCertificate, readRevocationPointers, verifyChain } from "@posthorn/pki";
import { refused } from "./refuse.ts";
import type { EidTrust } from "./trust.ts";

export type FindPath = (
  certificate: Uint8Array,
  sentAlong: readonly Uint8Array[],
  at: Temporal.Instant,
) => Promise<readonly Uint8Array[]>;

const FETCHED_AT_MOST = 32;

/**
 * The path found is leaf first, root last, and holds at least the leaf's issuer. Authorities that were fetched and led
 * to a root are remembered. It throws AppError `eid_certificate_untrusted`.
 */
export function pathFinder(options: {
  readonly trust: EidTrust;
  readonly timeoutMs: number;
  readonly fetch?: typeof globalThis.fetch | undefined;
}): FindPath {
  const { trust, timeoutMs } = options;
  const fetched = new Map<string, Uint8Array>();

  async function issuerAt(url: string): Promise<Uint8Array | undefined> {
    const known = fetched.get(url);
    if (known) return known;
    const question = { url, allowedHosts: trust.hosts, timeoutMs, fetch: options.fetch };
    return fetchIssuer(question).catch((error: unknown) => {
      if (error instanceof PkiError) return undefined;
      throw error;
    });
  }

  return async (certificate, sentAlong, at) => {
    const known = [...trust.intermediates, ...sentAlong];
    const chain = { certificate, trustedRoots: trust.roots, at };
    const first = attempt(() => verifyChain({ ...chain, intermediates: known }));
    if (first.path) return first.path;
    for (const url of readRevocationPointers(certificate).issuerUrls) {
      const issuer = await issuerAt(url);
      const { path } = issuer
        ? attempt(() => verifyChain({ ...chain, intermediates: [...known, issuer] }))
        : first;
      if (!issuer || !path) continue;
      if (fetched.size < FETCHED_AT_MOST) fetched.set(url, issuer);
      return path;
    }
    throw refused("eid_certificate_untrusted", first.why);
  };
}

function attempt(find: () => Uint8Array[]): { path?: readonly Uint8Array[]; why?: string } {
  try {
    const path = find();
    // A card that is itself a root has no issuer whom its status could be asked.
    return path.length > 1 ? { path } : { why: "no_issuer" };
  } catch (error) {
    if (error instanceof PkiError) return { why: error.code };
    throw error;
  }
}

/** Throws AppError `eid_certificate_expired` or `eid_certificate_not_yet_valid`. */
export function requireValidAt(certificate: Uint8Array, at: Temporal.Instant): void {
  const { notBefore, notAfter } = readCertificate(certificate);
  if (Temporal.Instant.compare(at, notBefore) < 0) throw refused("eid_certificate_not_yet_valid");
  if (Temporal.Instant.compare(at, notAfter) > 0) throw refused("eid_certificate_expired");
}
