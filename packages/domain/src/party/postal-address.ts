// Postal addresses: of the countries that letters go to where one may have to follow, of any country where not.

import type { FieldError } from "../error.ts";
import {
  failed,
  isBlank,
  joinPath,
  parseLine,
  parseRequiredLine,
  rawFields,
  valueOr,
} from "../input/parse-line.ts";
import type { Parsed } from "../input/parse-line.ts";

export interface PostalAddress {
  readonly street: string;
  readonly number: string;
  readonly box?: string;
  readonly postcode: string;
  readonly town: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

const FIELDS = ["street", "number", "box", "postcode", "town"] as const;
const LIMITS = { street: 100, number: 12, box: 12, postcode: 12, town: 60 } as const;
const BELGIUM = "BE";

export interface PostalAddressRules {
  /** Nothing filled in is an error. Default: no. */
  readonly required?: boolean;
  /** Whether letters go to this country; absent where none is asked for. */
  readonly served?: (country: string) => boolean;
}

/**
 * Null where nothing but perhaps a country was filled in and it is not required; complete once begun; Belgium when no
 * country is given. Errors per field: `required`, `postcode_invalid`, `country_invalid`, `country_not_served`, and those
 * of a line.
 */
export function parsePostalAddress(
  path: string,
  input: unknown,
  rules: PostalAddressRules = {},
): Parsed<PostalAddress | null> {
  const raw = rawFields(input);
  if (!rules.required && FIELDS.every((field) => isBlank(raw[field]))) return { ok: true, value: null };
  const errors: FieldError[] = [];
  const line = (field: "street" | "number" | "town") =>
    valueOr(errors, parseRequiredLine(joinPath(path, field), raw[field], LIMITS[field])) ?? "";
  const street = line("street");
  const number = line("number");
  const box = valueOr(errors, parseLine(joinPath(path, "box"), raw["box"], LIMITS.box));
  const country = valueOr(errors, parseCountry(joinPath(path, "country"), raw["country"], rules));
  const postcode = valueOr(errors, parsePostcode(joinPath(path, "postcode"), raw["postcode"], country)) ?? "";
  const town = line("town");
  if (errors.length > 0 || country === null) return { ok: false, errors };
  return { ok: true, value: { street, number, ...(box === null ? {} : { box }), postcode, town, country } };
}

function parseCountry(path: string, value: unknown, { served }: PostalAddressRules): Parsed<string> {
  if (isBlank(value)) return { ok: true, value: BELGIUM };
  const code = typeof value === "string" ? value.trim().toUpperCase() : "";
  if (!isCountry(code)) return failed(path, "country_invalid");
  return served && !served(code) ? failed(path, "country_not_served") : { ok: true, value: code };
}

/** Assigned codes are those that have a name of their own in the Unicode tables; QM to QZ, XA to XZ and ZZ are private. */
function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || /^(?:Q[M-Z]|X[A-JL-Z]|ZZ|EU|EZ|UN)$/.test(code)) return false;
  return regionNames.of(code) !== undefined;
}

// Making one costs more than all the rest of an address.
const regionNames = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

function parsePostcode(path: string, value: unknown, country: string | null): Parsed<string> {
  const line = parseRequiredLine(path, typeof value === "number" ? String(value) : value, LIMITS.postcode);
  if (!line.ok || country !== BELGIUM) return line;
  const digits = line.value.replace(/^B-?\s*/i, "");
  return /^[1-9]\d{3}$/.test(digits) ? { ok: true, value: digits } : failed(path, "postcode_invalid");
}
