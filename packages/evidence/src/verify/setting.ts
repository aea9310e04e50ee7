// Under which trust, from which time on and with what material something is verified (ETSI EN 319 102-1 §5.2, §5.6).

import type { ValidationMaterial } from "@posthorn/pki";
import { anchorOf, type Trust, type TrustAnchor } from "../trust/trust.ts";

export interface Setting {
  readonly sealAnchors: readonly TrustAnchor[];
  readonly timestampAnchors: readonly TrustAnchor[];
  /**
   * From when on something outside proves that this existed: the time of verification, or the time of a timestamp
   * around it. Null: every timestamp is taken at its own time, and nothing is said about revocation.
   */
  readonly control: Temporal.Instant | null;
  /** The time of verification; statements from later than that are not believed. */
  readonly now: Temporal.Instant | null;
  /** Found around it, beside what it carries itself. */
  readonly material: ValidationMaterial;
}

export interface TrustOptions {
  /** Roots of sealing certificates, DER. */
  readonly trustedRoots: readonly Uint8Array[];
  /** Roots of time-stamping authorities, DER. */
  readonly timestampRoots: readonly Uint8Array[];
}

export const NO_MATERIAL: ValidationMaterial = { certificates: [], ocsps: [], crls: [] };

export function settingOf(trust: Trust): Setting {
  const { sealAnchors, timestampAnchors, at } = trust;
  return { sealAnchors, timestampAnchors, control: at, now: at, material: NO_MATERIAL };
}

export function settingOfRoots({ trustedRoots, timestampRoots }: TrustOptions): Setting {
  const anchors = (roots: readonly Uint8Array[]) => roots.map((root) => anchorOf(root, "configured root"));
  return {
    sealAnchors: anchors(trustedRoots),
    timestampAnchors: anchors(timestampRoots),
    control: null,
    now: null,
    material: NO_MATERIAL,
  };
}

/** Each item once. */
export function joinMaterial(...all: readonly ValidationMaterial[]): ValidationMaterial {
  return {
    certificates: distinct(all.flatMap(({ certificates }) => certificates)),
    ocsps: distinct(all.flatMap(({ ocsps }) => ocsps)),
    crls: distinct(all.flatMap(({ crls }) => crls)),
  };
}

function distinct(items: readonly Uint8Array[]): readonly Uint8Array[] {
  const byOctets = new Map(items.map((item) => [Buffer.from(item).toString("latin1"), item]));
  return [...byOctets.values()];
}
