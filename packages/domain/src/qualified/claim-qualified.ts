// Whether a delivery may be called qualified (eIDAS art. 44): claimed per delivery, never by default.

import type { AssuranceLevel, IdentificationMethod } from "../record/facts.ts";
import type { TrustStatus } from "../trust.ts";

/** `QUALIFIED_METHODS` where nothing is configured. */
export const QUALIFIED_METHODS_DEFAULT: readonly IdentificationMethod[] = ["eid", "itsme"];

export interface QualifiedQuestion {
  readonly trustStatus: TrustStatus;
  /** How the addressee was identified; null before he was. */
  readonly method: IdentificationMethod | null;
  readonly level: AssuranceLevel | null;
  /** What the sender entrusted matched what was authenticated. */
  readonly matched: boolean;
  /** Submitted with a bearer key alone. */
  readonly viaApiKey: boolean;
  readonly qualifiedMethods: readonly IdentificationMethod[];
}

export type QualifiedClaim =
  | { readonly kind: "qualified" }
  /** Before identification: what it takes. */
  | { readonly kind: "if_collected_with"; readonly methods: readonly IdentificationMethod[] }
  | {
      readonly kind: "not_qualified";
      readonly because: "trust_status" | "api_key" | "method" | "level" | "not_matched";
    };

export function qualifiedClaim(question: QualifiedQuestion): QualifiedClaim {
  const { trustStatus, method, level, matched, viaApiKey, qualifiedMethods } = question;
  if (trustStatus !== "qualified") return { kind: "not_qualified", because: "trust_status" };
  if (viaApiKey) return { kind: "not_qualified", because: "api_key" };
  if (qualifiedMethods.length === 0) return { kind: "not_qualified", because: "method" };
  if (method === null) return { kind: "if_collected_with", methods: qualifiedMethods };
  if (!qualifiedMethods.includes(method)) return { kind: "not_qualified", because: "method" };
  if (level !== "high") return { kind: "not_qualified", because: "level" };
  return matched ? { kind: "qualified" } : { kind: "not_qualified", because: "not_matched" };
}
