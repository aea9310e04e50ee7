// Identifiers of international postal items (UPU standard S10): two letters, eight digits, a check digit, the country.

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/** The check digit of eight digits; throws RangeError for anything else, a mistake of the caller. */
export function s10CheckDigit(serial: string): number {
  if (!/^\d{8}$/.test(serial)) throw new RangeError("needs eight digits");
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(serial[index]), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 0;
  return check === 11 ? 5 : check;
}

/** Whether `text` is a whole S10 identifier, `RR473124829BE`, with a right check digit. */
export function isS10Number(text: string): boolean {
  const digits = /^[A-Z]{2}(?<serial>\d{8})(?<check>\d)[A-Z]{2}$/.exec(text)?.groups;
  return digits !== undefined && s10CheckDigit(digits["serial"] ?? "") === Number(digits["check"]);
}
