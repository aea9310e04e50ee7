// Mobile numbers of any country in E.164, and words for what is wrong with one that is none.

import {
  AsYouType,
  getCountryCallingCode,
  getExampleNumber,
  ParseError,
  parsePhoneNumberWithError,
} from "libphonenumber-js/max";
import type { CountryCode, PhoneNumber } from "libphonenumber-js/max";
import exampleMobiles from "libphonenumber-js/mobile/examples";
import { failed, isBlank, parseLine } from "../input/parse-line.ts";
import type { Parsed } from "../input/parse-line.ts";

const DEFAULT_COUNTRY: CountryCode = "BE";
// In some countries, the United States for one, no number tells whether it is a mobile.
const MOBILE_TYPES: readonly unknown[] = ["MOBILE", "FIXED_LINE_OR_MOBILE"];

/**
 * E.164 (`+32470123412`); blank gives null; without a country code the number is Belgian. Errors: `mobile_too_short`
 * {missing, shown}, `mobile_too_long` {extra}, `mobile_not_mobile`, `mobile_unknown_country`, `mobile_invalid`.
 */
export function parseMobile(path: string, value: unknown): Parsed<string | null> {
  if (isBlank(value)) return { ok: true, value: null };
  const line = parseLine(path, value, 40);
  if (!line.ok || line.value === null) return line;
  if (!/^[\d\s+()./-]+$/.test(line.value) || !/\d/.test(line.value)) return failed(path, "mobile_invalid");
  const number = read(line.value);
  if (typeof number === "object" && number.isValid()) {
    return MOBILE_TYPES.includes(number.getType())
      ? { ok: true, value: number.number }
      : failed(path, "mobile_not_mobile");
  }
  return number === "unknown_country"
    ? failed(path, "mobile_unknown_country")
    : lengthError(path, line.value);
}

/** `+32470123412` → `+32 470 12 34 12`; returned as it is where it cannot be read. */
export function formatMobile(e164: string): string {
  const number = read(e164);
  return typeof number === "object" ? number.formatInternational() : e164;
}

function read(text: string): PhoneNumber | "unknown_country" | "unreadable" {
  try {
    return parsePhoneNumberWithError(text, { defaultCountry: DEFAULT_COUNTRY, extract: false });
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return error.message === "INVALID_COUNTRY" ? "unknown_country" : "unreadable";
  }
}

/** Reads what stands there as the beginning of a number and compares it with a mobile number of that country. */
function lengthError(path: string, text: string): Parsed<never> {
  const begun = new AsYouType(DEFAULT_COUNTRY);
  begun.input(text);
  const international = begun.getNumberValue() ?? "";
  const country = begun.getCountry() ?? DEFAULT_COUNTRY;
  const digits = international.length - `+${getCountryCallingCode(country)}`.length;
  const shown = new AsYouType(DEFAULT_COUNTRY).input(international);
  const example = getExampleNumber(country, exampleMobiles);
  if (example === undefined) return failed(path, "mobile_invalid");
  const missing = example.nationalNumber.length - digits;
  if (missing > 0) return failed(path, "mobile_too_short", { missing, shown });
  return missing < 0 ? failed(path, "mobile_too_long", { extra: -missing }) : failed(path, "mobile_invalid");
}
