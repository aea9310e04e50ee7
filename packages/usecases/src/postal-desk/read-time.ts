// Reads when something happened as people and carriers write it: in Brussels, unless a zone is named.

const WRITTEN = [
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})[T ](?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2}))?$/,
  /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})[ T](?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2}))?$/,
] as const;

/**
 * `2026-11-23 14:05`, `23/11/2026 14.05`, or ISO 8601 with a zone. Null for anything else, and for days that there are
 * not. A time that summer time skips is moved forward, one that comes twice is the first.
 */
export function readBrusselsTime(text: string): Temporal.Instant | null {
  const trimmed = text.trim();
  try {
    if (/T.*(?:Z|[+-]\d{2}:\d{2})$/i.test(trimmed))
      return Temporal.Instant.from(trimmed).round("millisecond");
    const groups = WRITTEN.map((form) => form.exec(trimmed)?.groups).find((found) => found !== undefined);
    if (!groups) return null;
    const of = (name: string) => Number(groups[name] ?? "0");
    return Temporal.ZonedDateTime.from(
      {
        timeZone: "Europe/Brussels",
        year: of("year"),
        month: of("month"),
        day: of("day"),
        hour: of("hour"),
        minute: of("minute"),
        second: of("second"),
      },
      { overflow: "reject" },
    ).toInstant();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
