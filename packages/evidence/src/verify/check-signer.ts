// The certificate of a seal: leads to a trusted provider, was valid and not revoked when it sealed (EN 319 102-1 §5.2.6, §5.6.2).

import {
  checkRevocation,
  readCertificate,
  type CertificateFacts,
  type ValidationMaterial,
} from "@posthorn/pki";
import { findTrustedPath, type TrustAnchor } from "../trust/trust.ts";
import { CheckFailure, type MakeCheck } from "./report.ts";
import { requireCurrentList } from "./require-current-list.ts";
import type { Setting } from "./setting.ts";

/** How far a responder's clock may be ahead. */
const CLOCK_DIFFERENCE = { minutes: 5 } as const;

export interface Sealer {
  readonly certificate: CertificateFacts;
  /** Certificates that came with the seal. */
  readonly carried: readonly Uint8Array[];
  /** When the seal existed at the latest; null: nothing proves it. */
  readonly signedAt: Temporal.Instant | null;
  /** The seal covers something that a timestamp dates: it was made after this. */
  readonly madeAfter: Temporal.Instant | null;
  /** Whether it counts when nothing is known about revocation; else that leaves the matter open. */
  readonly statusOptional?: boolean;
}

/** The anchor; undefined where none was reached. */
export function checkSigner(
  sealer: Sealer,
  setting: Setting,
  material: ValidationMaterial,
  check: MakeCheck,
): TrustAnchor | undefined {
  const at = sealer.signedAt ?? setting.control;
  if (!at) return undefined;
  const trusted = check("certificate_chain", () => {
    const found = requirePath(sealer, setting, material, at);
    const top = readCertificate(found.path.at(-1) ?? sealer.certificate.der).subjectName;
    return [found, `trusted through ${top} (${found.anchor.source})`];
  });
  if (!trusted) return undefined;
  if (trusted.anchor.nextUpdate !== null) {
    check("trusted_list", () => {
      requireCurrentList(trusted.anchor, setting.now);
      return [true, `${trusted.anchor.source} is current`];
    });
  }
  if (setting.control !== null && trusted.path.length > 1) {
    check("revocation", () => [true, requireNotRevoked(trusted.path, sealer, at, setting, material)]);
  }
  return trusted.anchor;
}

function requirePath(sealer: Sealer, setting: Setting, material: ValidationMaterial, at: Temporal.Instant) {
  const { certificate, carried, madeAfter } = sealer;
  const found = findTrustedPath(
    certificate.der,
    [...carried, ...material.certificates],
    setting.sealAnchors,
    at,
  );
  if (found.found === "path") return found;
  if (found.found !== "expired") {
    throw new CheckFailure("INDETERMINATE", "NO_CERTIFICATE_CHAIN_FOUND", found.detail);
  }
  if (madeAfter && Temporal.Instant.compare(certificate.notAfter, madeAfter) < 0) {
    throw new CheckFailure(
      "TOTAL-FAILED",
      "EXPIRED",
      `the seal was made after its certificate had ended at ${certificate.notAfter.toString()}`,
    );
  }
  throw new CheckFailure("INDETERMINATE", "OUT_OF_BOUNDS_NO_POE", found.detail);
}

function requireNotRevoked(
  path: readonly Uint8Array[],
  { madeAfter, statusOptional }: Sealer,
  at: Temporal.Instant,
  { now }: Setting,
  material: ValidationMaterial,
): string {
  let known = true;
  path.slice(0, -1).forEach((certificate, index) => {
    const { subjectName } = readCertificate(certificate);
    const answer = checkRevocation(material, certificate, path[index + 1] ?? certificate, at);
    if (answer.status === "revoked") {
      const { revokedAt } = answer;
      const certain = madeAfter && revokedAt && Temporal.Instant.compare(revokedAt, madeAfter) <= 0;
      throw new CheckFailure(
        certain ? "TOTAL-FAILED" : "INDETERMINATE",
        certain ? "REVOKED" : "REVOKED_NO_POE",
        `${subjectName} was revoked at ${revokedAt?.toString() ?? "a time not told"}, and the seal is not older`,
      );
    }
    const { producedAt } = answer;
    const future =
      now !== null && producedAt && Temporal.Instant.compare(producedAt, now.add(CLOCK_DIFFERENCE)) > 0;
    if (answer.status === "good" && !future) return;
    known = false;
    if (statusOptional === true) return;
    throw new CheckFailure(
      "INDETERMINATE",
      "TRY_LATER",
      future
        ? `the statement about ${subjectName} is dated ${producedAt.toString()}, which is in the future`
        : `nothing in the file says whether ${subjectName} was revoked before ${at.toString()}`,
    );
  });
  return known
    ? "no certificate was revoked when the seal was made"
    : "nothing is known against the certificate";
}
