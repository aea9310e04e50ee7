// A row of the ledger of consents as verbs and pages call it.

import type { AddresseeConsentTable, Selectable } from "@posthorn/db";

type Row = Selectable<AddresseeConsentTable>;

export interface ConsentLine {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly firstNames: string | null;
  readonly basis: Row["basis"];
  readonly words: string | null;
  readonly statedOn: Temporal.PlainDate;
  readonly source: Row["source"];
  readonly recordedAt: Temporal.Instant;
  /** Null while it stands. */
  readonly withdrawn: {
    readonly at: Temporal.Instant;
    readonly by: "sender" | "addressee";
    readonly words: string | null;
  } | null;
}

export function consentOf(row: Row): ConsentLine {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    firstNames: row.first_names,
    basis: row.basis,
    words: row.words,
    statedOn: row.stated_on,
    source: row.source,
    recordedAt: row.recorded_at,
    withdrawn: row.withdrawn_at
      ? { at: row.withdrawn_at, by: row.withdrawn_by ?? "sender", words: row.withdrawn_words }
      : null,
  };
}
