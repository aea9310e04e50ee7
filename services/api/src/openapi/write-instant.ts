// Instants as the API writes them: UTC, always three decimals.

export function isoMillis(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: "millisecond" });
}
