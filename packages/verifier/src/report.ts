// What the page found: every check with its outcome, and what could be read, whether or not it can be believed.

export const CHECKS = [
  "container_digests",
  "container_seal",
  "document_digests",
  "document_seal",
  "seal_timestamp",
  "proof_seal",
  "proof_additions",
  "record_timestamp",
  "record_agrees",
  "records_readable",
  "chain",
  "closing",
  "kept_named",
  "log_inclusion",
  "log_signature",
  "log_timestamp",
] as const;
export type CheckName = (typeof CHECKS)[number];

/** `open`: neither right nor wrong, because something is missing here. */
export type Outcome = "passed" | "failed" | "open";

export interface Finding {
  readonly check: CheckName;
  readonly outcome: Outcome;
  /** The file or record it is about. */
  readonly about: string;
  /** English, for the curious; the page has its own words per check. */
  readonly detail?: string;
}

/** `print`: the part as it is printed, where that was made. */
export interface NamedPart {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly print?: { readonly size: number; readonly sha256: string };
}

/** Facts of a record as far as the page shows them. */
export interface RecordFacts {
  readonly id: string;
  readonly delivery: string;
  readonly seq: number;
  readonly prev_hash: string;
  readonly type: string;
  readonly event_at: string;
  readonly parts: readonly NamedPart[];
  readonly after_final?: boolean;
  readonly closing?: { readonly records: number; readonly head: string };
}

export interface FoundRecord {
  readonly facts: RecordFacts;
  /** Recomputed, lower-case hex. */
  readonly leaf: string;
  /** Of the timestamp over the record; null where it does not fit. */
  readonly stampedAt: string | null;
  readonly about: string;
}

export interface ComparedPart {
  readonly name: string;
  /** The part as it is printed, rather than as it was sent. */
  readonly asPrinted: boolean;
  readonly size: number;
  readonly sha256: string;
  readonly compared: "same" | "different" | "not_given";
  readonly file: string | null;
}

export interface FoundCertificate {
  readonly name: string;
  readonly fingerprint: string;
  readonly use: "seal" | "timestamp";
}

export interface Report {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  /** By place in the chain. */
  readonly records: readonly FoundRecord[];
  readonly parts: readonly ComparedPart[];
  readonly certificates: readonly FoundCertificate[];
  /** Of the whole chain; null where only single evidence was given. */
  readonly complete: boolean | null;
  readonly afterFinal: number;
  /** Where the log's key came from; null where there was none. */
  readonly logKey: "typed" | "bundle" | null;
  /** Files that nothing names. */
  readonly unknown: readonly string[];
}

export interface Collector {
  readonly findings: Finding[];
  readonly records: FoundRecord[];
  readonly certificates: FoundCertificate[];
  /** Makes a check: what it throws is its failure. The value, or null. */
  readonly check: <T>(check: CheckName, about: string, act: () => Promise<T> | T) => Promise<T | null>;
  readonly open: (check: CheckName, about: string) => void;
}

export function startReport(): Collector {
  const findings: Finding[] = [];
  return {
    findings,
    records: [],
    certificates: [],
    async check(check, about, act) {
      try {
        const value = await act();
        findings.push({ check, outcome: "passed", about });
        return value;
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        findings.push({ check, outcome: "failed", about, detail });
        return null;
      }
    },
    open(check, about) {
      findings.push({ check, outcome: "open", about });
    },
  };
}
