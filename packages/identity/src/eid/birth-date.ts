// The date of birth in a national register number, only where the number leaves no doubt about it.

import { parseRegisterNumber } from "@posthorn/domain";
import type { PlainDate } from "@posthorn/domain";

/**
 * Undefined for a bis number (its date may be a guess), a month or day of 00 (unknown, or the day's numbers were used
 * up), a date that does not exist, and one that lies after `on`. The century is the one whose check digits fit: 2 × 10⁹
 * is no multiple of 97, so never both do.
 */
export function birthDateOf(registerNumber: string, on: PlainDate): PlainDate | undefined {
  const number = parseRegisterNumber(registerNumber);
  if (number?.kind !== "national") return undefined;
  const { digits } = number;
  const [year, month, day] = [0, 2, 4].map((start) => Number(digits.slice(start, start + 2)));
  if (year === undefined || month === undefined || day === undefined || month === 0 || day === 0)
    return undefined;
  const from1900 = 97 - (Number(digits.slice(0, 9)) % 97) === Number(digits.slice(9));
  try {
    const fields = { year: (from1900 ? 1900 : 2000) + year, month, day };
    const date = Temporal.PlainDate.from(fields, { overflow: "reject" });
    return Temporal.PlainDate.compare(date, on) <= 0 ? date : undefined;
  } catch {
    return undefined;
  }
}
