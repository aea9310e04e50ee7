// Belgian national register numbers and bis numbers: shape and check digits only, never a birth date.

export interface RegisterNumber {
  /** Eleven digits. */
  readonly digits: string;
  readonly kind: "national" | "bis";
}

const SHAPE = /^(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})(?<serial>\d{3})(?<check>\d{2})$/;

/** Reads `YYMMDD-SSS-CC` with or without separators; null where shape, date part or check digits do not fit. */
export function parseRegisterNumber(text: string): RegisterNumber | null {
  const digits = text.replaceAll(/[\s.\-/]/g, "");
  const groups = SHAPE.exec(digits)?.groups;
  if (!groups) return null;
  const { month, day, serial, check } = groups;
  const kind = kindOf(Number(month));
  if (kind === null || Number(day) > 31 || Number(serial) < 1 || Number(serial) > 998) return null;
  const nine = digits.slice(0, 9);
  // Births from 2000 on are checked with a 2 in front; the number itself does not tell the century.
  const fits = [nine, `2${nine}`].some((basis) => 97 - (Number(basis) % 97) === Number(check));
  return fits ? { digits, kind } : null;
}

/** Months 0 to 12 (0: unknown); 20 or 40 more for a bis number. */
function kindOf(month: number): RegisterNumber["kind"] | null {
  if (month <= 12) return "national";
  return (month >= 20 && month <= 32) || (month >= 40 && month <= 52) ? "bis" : null;
}
