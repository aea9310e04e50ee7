// The rows that make a breach: the entry, a clock for each duty, and the trail of who did what.

import type { Transaction } from "@posthorn/db";
import {
  BREACH_DUTIES,
  type BreachDuty,
  breachDueAt,
  type BreachEventName,
  type BreachFacts,
} from "@posthorn/domain";

export interface BreachToOpen extends BreachFacts {
  readonly id: string;
  readonly openedAt: Temporal.Instant;
  readonly noticedAt: Temporal.Instant;
  /** Null: it opens by itself. */
  readonly staffId: string | null;
  readonly sourceKey: string | null;
}

export async function insertBreach(trx: Transaction, breach: BreachToOpen): Promise<void> {
  const { id, openedAt, noticedAt, staffId } = breach;
  await trx
    .insertInto("breach")
    .values({
      id,
      source_key: breach.sourceKey,
      opened_at: openedAt,
      opened_by: staffId,
      noticed_at: noticedAt,
      ...breachColumns(breach),
      changed_at: openedAt,
    })
    .execute();
  await trx
    .insertInto("breach_duty")
    .values(
      BREACH_DUTIES.map((duty) => ({
        breach_id: id,
        duty,
        due_at: breachDueAt(duty, noticedAt),
        state: "open" as const,
      })),
    )
    .execute();
  await writeBreachEvent(trx, { breachId: id, event: "opened", at: openedAt, staffId, words: breach.facts });
}

export function breachColumns(facts: BreachFacts) {
  return {
    facts: facts.facts,
    natures: [...facts.natures],
    people: [...facts.people],
    data: [...facts.data],
    persons: facts.persons,
    account_ids: facts.accountIds === null ? null : [...facts.accountIds],
    assessment: facts.assessment,
    words: JSON.stringify(facts.words),
  };
}

export interface BreachEvent {
  readonly breachId: string;
  readonly event: BreachEventName;
  readonly at: Temporal.Instant;
  readonly staffId: string | null;
  readonly duty?: BreachDuty;
  readonly words?: string | null;
}

export async function writeBreachEvent(trx: Transaction, event: BreachEvent): Promise<void> {
  await trx
    .insertInto("breach_event")
    .values({
      breach_id: event.breachId,
      event: event.event,
      at: event.at,
      staff_id: event.staffId,
      duty: event.duty ?? null,
      words: event.words ?? null,
    })
    .execute();
}
