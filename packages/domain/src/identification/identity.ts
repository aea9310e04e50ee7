// What itsme or an identity card says about the natural person who holds it: input to matching, never part of evidence as such.

import type { PlainDate } from "../lifecycle/state.ts";
import type { AssuranceLevel } from "../record/facts.ts";

export interface AuthenticatedIdentity {
  readonly method: "itsme" | "eid";
  /** Who vouches: `itsme`, or the common name of the authority that issued the card's certificate. */
  readonly issuer: string;
  /** ISO 3166-1 alpha-2, of the account's or the card's country. */
  readonly country: string;
  /** From `assuranceOf`; absent where none was established. */
  readonly level?: AssuranceLevel;
  /** UTC, to the millisecond. */
  readonly authenticatedAt: Temporal.Instant;
  readonly familyName: string;
  /** As they stand there, first given name first; absent where the person has none, or none is told. */
  readonly givenNames?: string;
  readonly birthDate?: PlainDate;
  /** Eleven digits, checked; absent for foreigners without one, and where no legal basis allows asking. */
  readonly registerNumber?: string;
  /** The same for the same person at the same issuer: itsme's `sub`, a card's serial number of its holder. */
  readonly subject: string;
  /** What was received, whole, for the identification record: claims and token, or certificate and token. JSON. */
  readonly received: Readonly<Record<string, string | number | boolean | null>>;
}
