// What a verification says: an indication, why, and every check that was made (ETSI EN 319 102-1 §5.1.3).

import type { EvidenceFacts } from "@posthorn/domain";

export type Indication = "TOTAL-PASSED" | "INDETERMINATE" | "TOTAL-FAILED";

export type SubIndication =
  | "FORMAT_FAILURE"
  | "HASH_FAILURE"
  | "SIG_CRYPTO_FAILURE"
  | "SIG_CONSTRAINTS_FAILURE"
  | "CRYPTO_CONSTRAINTS_FAILURE"
  | "NO_SIGNING_CERTIFICATE_FOUND"
  | "NO_CERTIFICATE_CHAIN_FOUND"
  | "REVOKED"
  | "REVOKED_NO_POE"
  | "EXPIRED"
  | "OUT_OF_BOUNDS_NO_POE"
  | "NO_POE"
  | "TIMESTAMP_ORDER_FAILURE"
  | "TRY_LATER";

export const CHECK_NAMES = [
  "format",
  "byte_range",
  "digests",
  "signature",
  "signature_timestamp",
  "archive_timestamp",
  "certificate_chain",
  "revocation",
  "trusted_list",
  "record_timestamp",
  "record_matches",
  "contents",
  "attached_evidence",
  "chain",
  "kept",
  "log",
  "parts",
] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

export interface Check {
  readonly name: CheckName;
  readonly ok: boolean;
  /** English, for reports; pages have their own words per name. */
  readonly detail: string;
}

/** What could be read, whether or not it can be believed. */
export interface EvidenceFindings {
  /** The record carried in the XML; null when it cannot be read. */
  readonly facts: EvidenceFacts | null;
  /** Leaf value of that record, lower-case hex. */
  readonly leaf: string | null;
  /** Subject of the sealing certificate. */
  readonly signedBy: string | null;
  /** Instant proved by the timestamp over the seal. */
  readonly signedAt: Temporal.Instant | null;
  /** Instant proved by the timestamp over the record. */
  readonly stampedAt: Temporal.Instant | null;
}

export interface EvidenceReport extends EvidenceFindings {
  readonly indication: Indication;
  /** Absent when all passed. */
  readonly subIndication?: SubIndication;
  /** In order; those that could not be made because of an earlier one are left out. */
  readonly checks: readonly Check[];
}

/** Why a check failed. Anything else that a check throws counts as a failure of the format. */
export class CheckFailure extends Error {
  readonly indication: Exclude<Indication, "TOTAL-PASSED">;
  readonly subIndication: SubIndication;

  constructor(indication: Exclude<Indication, "TOTAL-PASSED">, subIndication: SubIndication, detail: string) {
    super(detail);
    this.name = "CheckFailure";
    this.indication = indication;
    this.subIndication = subIndication;
  }
}

/** Makes a check; its value, or undefined when it failed. `act` gives the value and the detail for the report. */
export type MakeCheck = <T>(name: CheckName, act: () => readonly [value: T, detail: string]) => T | undefined;

export interface Verdict {
  readonly indication: Indication;
  /** Absent when all passed. */
  readonly subIndication?: SubIndication;
  readonly checks: readonly Check[];
}

export interface Checks {
  readonly check: MakeCheck;
  /** Takes over what another file's checks led to, as one check here. */
  readonly takeOver: (name: CheckName, verdict: Verdict, detail: string) => void;
  /** Takes over another's checks one by one, with what they led to. */
  readonly adopt: (verdict: Verdict) => void;
  readonly verdict: () => Verdict;
}

/** Collects checks. A failure that is certain outweighs one that is open; among equals the first counts. */
export function startChecks(): Checks {
  const checks: Check[] = [];
  const failures: CheckFailure[] = [];
  const check: MakeCheck = (name, act) => {
    try {
      const [value, detail] = act();
      checks.push({ name, ok: true, detail });
      return value;
    } catch (error) {
      const failure = error instanceof CheckFailure ? error : formatFailure(error);
      checks.push({ name, ok: false, detail: failure.message });
      failures.push(failure);
      return undefined;
    }
  };
  return {
    check,
    takeOver(name, { indication, subIndication }, detail) {
      check(name, () => {
        if (indication === "TOTAL-PASSED") return [true, detail];
        throw new CheckFailure(indication, subIndication ?? "FORMAT_FAILURE", detail);
      });
    },
    adopt({ checks: others, indication, subIndication }) {
      checks.push(...others);
      if (indication !== "TOTAL-PASSED") {
        failures.push(new CheckFailure(indication, subIndication ?? "FORMAT_FAILURE", "adopted"));
      }
    },
    verdict() {
      const worst = failures.find(({ indication }) => indication === "TOTAL-FAILED") ?? failures[0];
      return {
        indication: worst?.indication ?? "TOTAL-PASSED",
        ...(worst ? { subIndication: worst.subIndication } : {}),
        checks,
      };
    },
  };
}

function formatFailure(error: unknown): CheckFailure {
  return new CheckFailure(
    "TOTAL-FAILED",
    "FORMAT_FAILURE",
    error instanceof Error ? error.message : "not readable",
  );
}
