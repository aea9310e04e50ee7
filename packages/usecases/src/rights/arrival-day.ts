// Reads the day on which a paper came in: it is scanned and booked later, and the month is not ours to shorten (GDPR art. 12(3)).

import { failed, type Parsed, parseDate } from "@posthorn/domain";

/** Brussels. Errors: `required`, those of `parseDate`, `date_in_future`, `date_over_a_year_ago`. */
export function parseArrivalDay(
  path: string,
  typed: string,
  today: Temporal.PlainDate,
): Parsed<Temporal.PlainDate> {
  const day = parseDate(path, typed);
  if (!day.ok) return day;
  if (day.value === null) return failed(path, "required");
  if (Temporal.PlainDate.compare(day.value, today) > 0) return failed(path, "date_in_future");
  if (Temporal.PlainDate.compare(day.value, today.subtract({ years: 1 })) < 0)
    return failed(path, "date_over_a_year_ago");
  return { ok: true, value: day.value };
}
