// Whether a statement about revocation is of now (RFC 5280 §6.3.3, RFC 6960 §4.2.2.1).

/** How far the other side's clock may be from ours, and how old a statement without nextUpdate may be. */
const CLOCK_DIFFERENCE = { minutes: 5 } as const;
const MAX_AGE = { hours: 24 } as const;

export interface Period {
  readonly thisUpdate: Temporal.Instant;
  readonly nextUpdate?: Temporal.Instant;
}

export function isCurrent({ thisUpdate, nextUpdate }: Period, now: Temporal.Instant): boolean {
  const until = nextUpdate ?? thisUpdate.add(MAX_AGE);
  return (
    Temporal.Instant.compare(thisUpdate.subtract(CLOCK_DIFFERENCE), now) <= 0 &&
    Temporal.Instant.compare(now, until.add(CLOCK_DIFFERENCE)) <= 0
  );
}
