// When a record falls by a pack of rules: of any controller or processor, with conditions that start or prolong a period, and with holds.

import { brusselsDay, endOfDay, earlier, isBefore } from "../deadline/brussels-day.ts";
import type { Instant, PlainDate } from "../lifecycle/state.ts";
import { dueAt } from "./falls-on.ts";
import type { Period } from "./rule.ts";

/** The event that a period runs from; with `when` only for records that carry that flag. */
export interface Start {
  readonly event: string;
  readonly when?: string;
}

/** While the flag stands the record stays; from the event that ends it on for `period` more. */
export interface Prolongation {
  readonly when: string;
  readonly until: string;
  readonly period: Period;
}

export interface PackRule {
  readonly id: string;
  readonly role: "controller" | "processor";
  /** Kinds of records it applies to. */
  readonly kinds: readonly string[];
  /** The first whose flag the record carries, or that asks for none; as long as that event has not come, no period runs. */
  readonly from: readonly [Start, ...Start[]];
  readonly period: Period;
  readonly prolonged?: readonly Prolongation[];
}

export type RulePack = readonly PackRule[];

/** Something kept, as the rules see it. */
export interface KeptRecord {
  readonly kind: string;
  /** What happened to it, and when; what did not happen yet is absent. */
  readonly events: Readonly<Record<string, Instant>>;
  readonly flags?: readonly string[];
  /** Ids of what it is and belongs to: what a hold may name. */
  readonly ids?: readonly string[];
}

/** Suspends every rule for what it names, through the whole of its last day. */
export interface NamedHold {
  readonly id: string;
  readonly endsOn: PlainDate;
}

/** A period that was set otherwise, from an instant on. */
export interface PeriodChange {
  readonly rule: string;
  readonly effectiveAt: Instant;
  readonly period: Period;
}

/** The rule it falls by, and the first instant at which it is due; `held` where a hold alone keeps it until then. */
export interface Fall {
  readonly rule: string;
  readonly dueAt: Instant;
  readonly held: boolean;
}

/**
 * When the record falls, and by which rule: where several apply, by the one that is due first. Null while no period runs, or while what
 * prolongs it has no end. A kind that no rule names is an error: nothing is kept without a rule.
 */
export function whenFalls(pack: RulePack, record: KeptRecord, holds: readonly NamedHold[]): Fall | null {
  const rules = pack.filter((rule) => rule.kinds.includes(record.kind));
  if (rules.length === 0) throw new Error(`no rule names records of the kind ${record.kind}`);
  let first: Fall | null = null;
  for (const rule of rules) {
    const due = dueBy(rule, record, pack);
    if (due !== null && (first === null || isBefore(due, first.dueAt)))
      first = { rule: rule.id, dueAt: due, held: false };
  }
  if (first === null) return null;
  const released = endOfHolds(record, holds);
  return released !== null && isBefore(first.dueAt, released)
    ? { rule: first.rule, dueAt: released, held: true }
    : first;
}

/** The pack as it stands at an instant: the latest change in force counts for each rule. */
export function packAt(pack: RulePack, changes: readonly PeriodChange[], at: Instant): RulePack {
  const inForce = changes
    .filter(({ effectiveAt }) => !isBefore(at, effectiveAt))
    .toSorted((a, b) => Temporal.Instant.compare(a.effectiveAt, b.effectiveAt));
  return pack.map((rule) => {
    const latest = inForce.findLast((change) => change.rule === rule.id);
    return latest === undefined ? rule : { ...rule, period: latest.period };
  });
}

function dueBy(rule: PackRule, record: KeptRecord, pack: RulePack): Instant | null {
  const { period } = rule;
  if (period.kind === "with") {
    const others = pack.filter(({ id }) => (period.rules as readonly string[]).includes(id));
    return others
      .map((other) => dueBy(other, record, pack))
      .reduce((a, b) => (a === null || b === null ? (a ?? b) : earlier(a, b)), null);
  }
  const flags = record.flags ?? [];
  const start = rule.from.find(({ when }) => when === undefined || flags.includes(when));
  const began = start === undefined ? undefined : record.events[start.event];
  if (began === undefined) return null;
  let due = periodEnd(began, period);
  for (const { when, until, period: after } of rule.prolonged ?? []) {
    if (!flags.includes(when)) continue;
    const ended = record.events[until];
    if (ended === undefined) return null;
    const later = periodEnd(ended, after);
    if (isBefore(due, later)) due = later;
  }
  return due;
}

/** The first instant at which it is due. */
function periodEnd(from: Instant, period: Period): Instant {
  switch (period.kind) {
    case "at_once":
      return from;
    case "hours":
      return from.add({ hours: period.hours });
    case "with":
      throw new Error("what falls with other rules has no period of its own");
    default:
      return dueAt(brusselsDay(from), period);
  }
}

/** The first instant at which none of the holds on it holds any more. */
function endOfHolds(record: KeptRecord, holds: readonly NamedHold[]): Instant | null {
  return holds
    .filter(({ id }) => record.ids?.includes(id) ?? false)
    .map(({ endsOn }) => endOfDay(endsOn))
    .reduce<Instant | null>((a, b) => (a === null || isBefore(a, b) ? b : a), null);
}
