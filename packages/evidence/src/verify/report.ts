// What a verification says: an indication, why, and every check that was made (ETSI EN 319 102-1 §5.1.3).

import type { EvidenceFacts } from "@posthorn/domain";

export type Indication = "TOTAL-PASSED" | "INDETERMINATE" | "TOTAL-FAILED";

export type SubIndication =
  | "FORMAT_FAILURE"
  | "HASH_FAILURE"
  | "SIG_CRYPTO_FAILURE"
  | "SIG_CONSTRAINTS_FAILURE"
  | "NO_SIGNING_CERTIFICATE_FOUND"
  | "NO_CERTIFICATE_CHAIN_FOUND"
  | "OUT_OF_BOUNDS_NO_POE"
  | "TIMESTAMP_ORDER_FAILURE";

export const CHECK_NAMES = [
  "format",
  "digests",
  "signature",
  "signature_timestamp",
  "certificate_chain",
  "record_timestamp",
  "record_matches",
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

export interface Verification {
  /** Makes a check; its value, or undefined when it failed. `act` gives the value and the detail for the report. */
  readonly check: <T>(name: CheckName, act: () => readonly [value: T, detail: string]) => T | undefined;
  /** What was found so far; filled by the checks. */
  readonly found: { -readonly [K in keyof EvidenceFindings]: EvidenceFindings[K] };
  readonly report: () => EvidenceReport;
}

/** Collects checks. A failure that is certain outweighs one that is open; among equals the first counts. */
export function startVerification(): Verification {
  const checks: Check[] = [];
  const failures: CheckFailure[] = [];
  const found = { facts: null, leaf: null, signedBy: null, signedAt: null, stampedAt: null };
  return {
    found,
    check(name, act) {
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
    },
    report() {
      const worst = failures.find(({ indication }) => indication === "TOTAL-FAILED") ?? failures[0];
      return {
        indication: worst?.indication ?? "TOTAL-PASSED",
        ...(worst ? { subIndication: worst.subIndication } : {}),
        ...found,
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
