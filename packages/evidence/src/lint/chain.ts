// The records of one delivery as the rules of coherence read them: in order, with their instants.

import type { EvidenceFacts } from "@posthorn/domain";

export interface LintRecord {
  readonly facts: EvidenceFacts;
  /** Leaf value, lower-case hex. */
  readonly leaf: string;
  /** Null while it waits for its stamp. */
  readonly stampedAt: Temporal.Instant | null;
  readonly sealedAt?: Temporal.Instant | null;
  /** The record's 32 random octets and its canonical JSON, where they are at hand: the leaf is then recomputed. */
  readonly random?: Uint8Array;
  readonly canonical?: string;
}

export interface LintSet {
  /** All records of one delivery, in any order. */
  readonly records: readonly LintRecord[];
  /** Where it is known, nothing may lie after it, and a delivery past `final_by` must be final. */
  readonly now?: Temporal.Instant;
}

export interface LintFinding {
  /** Stable, snake_case. */
  readonly rule: string;
  readonly seq: number;
  /** `warning`: can be explained by clocks or by work still under way. */
  readonly severity: "error" | "warning";
  /** English. */
  readonly detail: string;
}

export interface Step extends LintRecord {
  readonly eventAt: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
  /** First instant after the window that this record states; null where none runs. */
  readonly deadline: Temporal.Instant | null;
}

export interface Chain {
  /** By `seq`; never empty. */
  readonly steps: readonly Step[];
  readonly first: Step;
  readonly now?: Temporal.Instant;
}

export type Rule = (chain: Chain) => readonly LintFinding[];

/** Throws RangeError or TypeError where an instant cannot be read. */
export function readStep(record: LintRecord): Step {
  const { event_at: eventAt, recorded_at: recordedAt, window } = record.facts;
  return {
    ...record,
    eventAt: Temporal.Instant.from(eventAt),
    recordedAt: Temporal.Instant.from(recordedAt),
    deadline: window.deadline === undefined ? null : Temporal.Instant.from(window.deadline),
  };
}

export function finding(
  rule: string,
  { facts }: Pick<LintRecord, "facts">,
  detail: string,
  severity: LintFinding["severity"] = "error",
): LintFinding {
  return { rule, seq: facts.seq, severity, detail: `${facts.type}: ${detail}` };
}

/** One finding where the condition fails. */
export function unless(holds: boolean, rule: string, step: Step, detail: string): readonly LintFinding[] {
  return holds ? [] : [finding(rule, step, detail)];
}

/** Each record with the one before it. */
export function pairsOf({ steps }: Chain): readonly (readonly [Step, Step])[] {
  return steps.slice(1).flatMap((step, index) => {
    const before = steps[index];
    return before ? [[before, step] as const] : [];
  });
}

export function ofType({ steps }: Chain, ...types: readonly string[]): readonly Step[] {
  return steps.filter((step) => types.includes(step.facts.type));
}

/** Whether `a` comes before `b`, strictly. */
export function before(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}

/** Records that follow `step` never excuse it: what counts is what stood in the chain when it was written. */
export function precedes(chain: Chain, step: Step, types: readonly string[]): boolean {
  return ofType(chain, ...types).some((other) => other.facts.seq < step.facts.seq);
}
