// The structured communication of Belgian payments: +++ddd/dddd/ddddd+++.

/** Of up to ten digits (`0`..`9999999999`); throws RangeError otherwise, a mistake of the caller. */
export function structuredCommunication(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 9_999_999_999)
    throw new RangeError("needs 1 to 10 digits");
  const ten = String(number).padStart(10, "0");
  const twelve = ten + checkOf(ten);
  return `+++${twelve.slice(0, 3)}/${twelve.slice(3, 7)}/${twelve.slice(7)}+++`;
}

/** The twelve digits, or null; plus signs, stars, slashes, dots and spaces are allowed. */
export function parseStructuredCommunication(text: string): string | null {
  const digits = text.replaceAll(/[+*/.\s]/g, "");
  return /^\d{12}$/.test(digits) && checkOf(digits.slice(0, 10)) === digits.slice(10) ? digits : null;
}

/** First ten digits modulo 97, or 97 where that is 0. */
function checkOf(ten: string): string {
  return String(Number(ten) % 97 || 97).padStart(2, "0");
}
