// The clock that stand-ins read: the same that moves deadlines in the dev stack, or one that a test holds still.

export interface StandInClock {
  now(): Temporal.Instant | Promise<Temporal.Instant>;
}

export interface ManualClock extends StandInClock {
  now(): Temporal.Instant;
  advance(by: Temporal.Duration | Temporal.DurationLike | string): void;
}

/** Stands still until it is moved. Durations in days are 24 hours. */
export function manualClock(start: Temporal.Instant | string): ManualClock {
  let instant = Temporal.Instant.from(start);
  return {
    now: () => instant,
    advance(by) {
      const { days, ...rest } = fieldsOf(Temporal.Duration.from(by));
      instant = instant.add({ ...rest, hours: rest.hours + days * 24 });
    },
  };
}

function fieldsOf(duration: Temporal.Duration) {
  const { weeks, days, hours, minutes, seconds, milliseconds } = duration;
  return { days: days + weeks * 7, hours, minutes, seconds, milliseconds };
}
