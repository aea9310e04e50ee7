// Periods and their bounds in the reader's words.

import type { CalendarPeriod, Language, RetentionRule } from "@posthorn/domain";
import { numberInWords, textsFor } from "@posthorn/texts";

export function periodInWords(language: Language, { kind, count }: CalendarPeriod): string {
  const { kept, periods } = textsFor(language).holds;
  const number = numberInWords(language, count);
  if (kind === "days") return kept.days(number);
  return kind === "months" ? kept.months(number) : periods.years(number);
}

export function boundsInWords(language: Language, { adjustable }: RetentionRule): string {
  const words = textsFor(language).holds.periods;
  if (adjustable === undefined) return words.fixed;
  const bounds = words.from(periodInWords(language, adjustable.min), periodInWords(language, adjustable.max));
  return adjustable.by.includes("provider") ? bounds : `${words.byAccount}: ${bounds}`;
}
