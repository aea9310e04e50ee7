// Belgian enterprise numbers (KBO/BCE) and the VAT numbers made of them.

const ENTERPRISE_NUMBER = /^[01]\d{9}$/;

/**
 * The ten digits of an enterprise or VAT number, or null. Spaces, dots, dashes and a leading `BE` are allowed, and the
 * nine digits of before 2005 get their zero. Not checked: whether the number was ever given out.
 */
export function parseEnterpriseNumber(text: string): string | null {
  const bare = text.replaceAll(/[\s.\-/]/g, "").replace(/^BE/i, "");
  const digits = /^\d{9}$/.test(bare) ? `0${bare}` : bare;
  return isEnterpriseNumber(digits) ? digits : null;
}

/** Ten digits, starting with 0 or 1; the last two are 97 less the first eight modulo 97. */
export function isEnterpriseNumber(digits: string): boolean {
  return ENTERPRISE_NUMBER.test(digits) && 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8));
}

/** `0403019261` → `0403.019.261`. */
export function formatEnterpriseNumber(digits: string): string {
  return `${digits.slice(0, 4)}.${digits.slice(4, 7)}.${digits.slice(7)}`;
}

/** `BE0403019261`, or null. */
export function parseVatNumber(text: string): string | null {
  const digits = parseEnterpriseNumber(text);
  return digits === null ? null : `BE${digits}`;
}
