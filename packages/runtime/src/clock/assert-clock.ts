// Refuses to start on a machine whose own clock is not that of the service.

/** This machine's clock differs from `clock.now()` by more than is allowed. */
export class ClockDifferenceError extends Error {
  readonly code = "clock_difference";

  constructor(own: Temporal.Instant, service: Temporal.Instant, tolerance: Temporal.Duration) {
    super(
      `This machine's clock says ${own.toString()}, the service's clock ${service.toString()}: ` +
        `more than ${tolerance.toString()} apart. Set the machine's clock (NTP), or CLOCK_TOLERANCE.`,
    );
    this.name = "ClockDifferenceError";
  }
}

/**
 * Compares the machine's clock with `clock.now()`, which `measure` reads. Call at start. Throws
 * ClockDifferenceError when they are more than `tolerance` (days and smaller) apart.
 */
export async function assertClock(options: {
  measure: () => Promise<Temporal.Instant>;
  tolerance: Temporal.Duration;
  wallClock?: () => Temporal.Instant;
}): Promise<void> {
  const { measure, tolerance, wallClock = Temporal.Now.instant } = options;
  const service = await measure();
  const own = wallClock();
  const apart = service.until(own).abs();
  if (Temporal.Duration.compare(apart, tolerance, { relativeTo: ANY_DAY }) > 0)
    throw new ClockDifferenceError(own, service, tolerance);
}

// Days have a length only relative to a date; without a time zone it is 24 hours.
const ANY_DAY = Temporal.PlainDate.from("2026-01-01");
