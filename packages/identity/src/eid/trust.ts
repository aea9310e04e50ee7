// Which authorities of identity cards are believed: pinned roots, authorities below them, and the hosts that may be asked.

import { createHash } from "node:crypto";
import { fromPem } from "@posthorn/pki";

export interface EidTrust {
  /** DER. A path must end in one of them; they need not be self-signed. */
  readonly roots: readonly Uint8Array[];
  /** DER. May stand between a card and a root; believed for nothing by themselves. */
  readonly intermediates: readonly Uint8Array[];
  /** With or without port: where status and issuers named in certificates may be asked. */
  readonly hosts: readonly string[];
  /** Whether an OCSP answer that does not repeat our nonce is refused. */
  readonly nonceRequired: boolean;
}

/** As they stand in the environment, files already read. */
export interface EidTrustSettings {
  /** PEM texts of the roots, one after the other (`EID_ROOTS`). Absent: no card is believed. */
  readonly roots?: string | undefined;
  /** SHA-256 of each root's certificate in hex, by commas or spaces (`EID_ROOT_DIGESTS`). */
  readonly rootDigests?: string | undefined;
  /** PEM texts of authorities below the roots (`EID_INTERMEDIATES`). */
  readonly intermediates?: string | undefined;
  /** By commas (`EID_HOSTS`). Default: the hosts of the two Belgian authorities. */
  readonly hosts?: string | undefined;
  /** `required` (default) or `optional` (`EID_OCSP_NONCE`). */
  readonly ocspNonce?: string | undefined;
}

const BELGIAN_HOSTS = [
  "ocsp.eid.belgium.be",
  "certs.eid.belgium.be",
  "ocsp.eidpki.belgium.be",
  "crt.eidpki.belgium.be",
];

/**
 * Undefined where no roots are set. Throws an Error that names the variable where the digests are not exactly those of
 * the roots: a file that was changed, or holds one authority more, is believed for nothing.
 */
export function readEidTrust(settings: EidTrustSettings): EidTrust | undefined {
  if (settings.roots === undefined || settings.roots.trim() === "") return undefined;
  const roots = fromPem(settings.roots);
  requirePinned(roots, list(settings.rootDigests));
  const { intermediates = "" } = settings;
  const ocspNonce = settings.ocspNonce || "required";
  if (ocspNonce !== "required" && ocspNonce !== "optional")
    throw new Error("EID_OCSP_NONCE is required or optional");
  const hosts = list(settings.hosts);
  return {
    roots,
    intermediates: intermediates.trim() === "" ? [] : fromPem(intermediates),
    hosts: hosts.length === 0 ? BELGIAN_HOSTS : hosts,
    nonceRequired: ocspNonce === "required",
  };
}

function requirePinned(roots: readonly Uint8Array[], digests: readonly string[]): void {
  const pinned = new Set(digests.map((digest) => digest.replaceAll(":", "").toLowerCase()));
  const found = new Set(roots.map((root) => createHash("sha256").update(root).digest("hex")));
  const [unpinned] = found.difference(pinned);
  if (unpinned !== undefined)
    throw new Error(`EID_ROOTS holds a certificate that EID_ROOT_DIGESTS does not name: ${unpinned}`);
  const [missing] = pinned.difference(found);
  if (missing !== undefined)
    throw new Error(`EID_ROOT_DIGESTS names a certificate that EID_ROOTS does not hold: ${missing}`);
}

function list(text: string | undefined): string[] {
  return (text ?? "").split(/[\s,]+/u).filter((item) => item !== "");
}
