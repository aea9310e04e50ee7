// Reads what staff write in a register: words of several lines, days and times in Brussels, countries, ids.

import type { FieldError } from "../error.ts";
import { LEGAL_TIME_ZONE } from "../deadline/brussels-day.ts";
import { codePoints, failed, isBlank, type Parsed } from "../input/parse-line.ts";

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Control characters but for the line feed and the tab. */
const CONTROLS = /[^\P{Cc}\n\t]/u;

/** Words in NFC with LF. Errors: `required`, `not_well_formed`, `control_characters`, `too_short`, `too_long`. */
export function parseWords(
  path: string,
  typed: string,
  bounds: { readonly min?: number; readonly max: number },
): Parsed<string> {
  const words = typed.replaceAll("\r\n", "\n").normalize("NFC").trim();
  const { min = 1, max } = bounds;
  if (words === "") return failed(path, "required");
  if (!words.isWellFormed()) return failed(path, "not_well_formed");
  if (BIDI.test(words) || CONTROLS.test(words)) return failed(path, "control_characters");
  if (codePoints(words) < min) return failed(path, "too_short", { min });
  if (codePoints(words) > max) return failed(path, "too_long", { max });
  return { ok: true, value: words };
}

/** The same where nothing may stand: blank gives the empty text. */
export function parseOptionalWords(
  path: string,
  typed: string,
  bounds: { readonly min?: number; readonly max: number },
): Parsed<string> {
  return isBlank(typed) ? { ok: true, value: "" } : parseWords(path, typed, bounds);
}

/** `2026-11-23 14:05` in Brussels, not after `now`. Errors: `required`, `time_invalid`, `time_in_future`. */
export function parsePastTime(path: string, typed: string, now: Temporal.Instant): Parsed<Temporal.Instant> {
  if (isBlank(typed)) return failed(path, "required");
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[ T]+(\d\d[:.]\d\d)$/.exec(typed.trim()) ?? [];
  if (day === undefined || time === undefined) return failed(path, "time_invalid");
  try {
    const at = Temporal.PlainDateTime.from(`${day}T${time.replace(".", ":")}`)
      .toZonedDateTime(LEGAL_TIME_ZONE)
      .toInstant();
    return Temporal.Instant.compare(at, now) > 0 ? failed(path, "time_in_future") : { ok: true, value: at };
  } catch {
    return failed(path, "time_invalid");
  }
}

const NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
/** Codes that have a name and are no country. */
const NO_COUNTRY = new Set(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"]);

/** ISO 3166-1 alpha-2. Errors: `required`, `country_invalid`. */
export function parseCountry(path: string, typed: string): Parsed<string> {
  const code = typed.trim();
  if (code === "") return failed(path, "required");
  return isCountry(code) ? { ok: true, value: code } : failed(path, "country_invalid");
}

function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && NAMES.of(code) !== undefined && !NO_COUNTRY.has(code);
}

const LETTERS = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

/** ISO 3166-1 alpha-2, in the order of the alphabet. */
export const COUNTRY_CODES: readonly string[] = LETTERS.flatMap((first) =>
  LETTERS.map((second) => first + second),
).filter(isCountry);

/** What stands between white space, commas and semicolons, each once. */
export function splitList(typed: string): readonly string[] {
  return [...new Set(typed.split(/[\s,;]+/u).filter((part) => part !== ""))];
}

/** Of a list of choices those that were made, in the order of the list. Error: `choose`. */
export function parseChoices<T extends string>(
  path: string,
  typed: readonly string[],
  choices: readonly T[],
): Parsed<readonly T[]> {
  const made = choices.filter((choice) => typed.includes(choice));
  return made.length === 0 ? failed(path, "choose") : { ok: true, value: made };
}

/** All values, or every error that was found. */
export function collected<T>(errors: readonly FieldError[], value: T | null): Parsed<T> {
  return errors.length > 0 || value === null ? { ok: false, errors } : { ok: true, value };
}
