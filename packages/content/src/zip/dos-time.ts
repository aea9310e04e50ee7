// When entries of a zip were written, as the format has it: a wall clock without a zone, ours being that of Brussels.

const ZONE = "Europe/Brussels";

/** For yazl, which writes what this process's own zone makes of it: the same octets wherever we run. */
export function dosTime(at: Temporal.Instant): { readonly mtime: Date; readonly forceDosTimestamp: true } {
  const { year, month, day, hour, minute, second } = at.toZonedDateTimeISO(ZONE);
  return { mtime: new Date(year, month - 1, day, hour, minute, second), forceDosTimestamp: true };
}
