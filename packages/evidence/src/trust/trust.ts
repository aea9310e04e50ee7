// Whom a verifier trusts: never the proof's own word, but anchors from trusted lists or from a configured file.

import { fromPem, PkiError, readCertificate, verifyChain } from "@posthorn/pki";

export interface TrustPeriod {
  /** Null: from the certificate's own beginning. */
  readonly from: Temporal.Instant | null;
  /** Exclusive; null: still so. */
  readonly until: Temporal.Instant | null;
}

/** A certificate that chains may end at: of an authority, or of the service itself. */
export interface TrustAnchor {
  /** DER. */
  readonly certificate: Uint8Array;
  /** Name of the list or file, for the reader: where the anchor comes from. */
  readonly source: string;
  /** When the service stood as granted; outside of these the anchor counts for nothing. */
  readonly periods: readonly TrustPeriod[];
  /** When the list that names it has to be renewed; null for a file, which nobody renews. */
  readonly nextUpdate: Temporal.Instant | null;
}

export interface Trust {
  readonly sealAnchors: readonly TrustAnchor[];
  readonly timestampAnchors: readonly TrustAnchor[];
  /** Verifier key of the public log (C2SP signed-note); null: inclusion can be recomputed, but not tied to the log. */
  readonly logKey: string | null;
  readonly witnessKeys: readonly string[];
  /** The time of verification. */
  readonly at: Temporal.Instant;
}

/** Every certificate of a PEM text as an anchor without limits. Throws PkiError `no_certificate` or `malformed`. */
export function anchorsOfPem(pem: string, source: string): readonly TrustAnchor[] {
  return fromPem(pem).map((certificate) => anchorOf(readCertificate(certificate).der, source));
}

/** An anchor without limits. */
export function anchorOf(certificate: Uint8Array, source: string): TrustAnchor {
  return { certificate, source, periods: [{ from: null, until: null }], nextUpdate: null };
}

export type TrustedPath =
  /** Leaf first, the anchor's certificate last. */
  | { readonly found: "path"; readonly path: readonly Uint8Array[]; readonly anchor: TrustAnchor }
  | { readonly found: "expired" | "not_granted" | "none"; readonly detail: string };

/** The path from a certificate to an anchor that was granted at that time, or why there is none. */
export function findTrustedPath(
  certificate: Uint8Array,
  intermediates: readonly Uint8Array[],
  anchors: readonly TrustAnchor[],
  at: Temporal.Instant,
): TrustedPath {
  const granted = anchors.filter((anchor) => isGranted(anchor, at));
  const path = tryPath(certificate, intermediates, granted, at);
  if (typeof path !== "string") {
    const anchor = granted.find((one) => isSame(one.certificate, path.at(-1)));
    if (anchor) return { found: "path", path, anchor };
  }
  if (path === "expired") return { found: "expired", detail: `no valid chain at ${at.toString()}` };
  const ever = tryPath(certificate, intermediates, anchors, at);
  if (ever === "untrusted" || path !== "untrusted") {
    return { found: "none", detail: "no chain to a provider that is trusted here" };
  }
  return { found: "not_granted", detail: `the provider was not granted its status at ${at.toString()}` };
}

export function isGranted({ periods }: TrustAnchor, at: Temporal.Instant): boolean {
  return periods.some(
    ({ from, until }) =>
      (from === null || Temporal.Instant.compare(from, at) <= 0) &&
      (until === null || Temporal.Instant.compare(at, until) < 0),
  );
}

function tryPath(
  certificate: Uint8Array,
  intermediates: readonly Uint8Array[],
  anchors: readonly TrustAnchor[],
  at: Temporal.Instant,
): readonly Uint8Array[] | "expired" | "untrusted" {
  const trustedRoots = anchors.map((anchor) => anchor.certificate);
  try {
    return verifyChain({ certificate, intermediates, trustedRoots, at });
  } catch (error) {
    if (error instanceof PkiError) return error.code === "expired" ? "expired" : "untrusted";
    throw error;
  }
}

function isSame(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return b !== undefined && Buffer.compare(a, b) === 0;
}
