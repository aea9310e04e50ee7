// Reading of raw form and JSON values: what is absent, what is text, what may stand on one line.

import type { FieldError } from "../error.ts";

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

export type RawFields = Readonly<Record<string, unknown>>;

/** An object's fields; anything else has none. */
export function rawFields(input: unknown): RawFields {
  return typeof input === "object" && input !== null && !Array.isArray(input) ? (input as RawFields) : {};
}

/** Absent, null and blank text are the same: nothing was filled in. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

// Line breaks of any kind would forge headers and lines of a letter; bidi overrides would show another name than stands there.
const BREAKS_A_LINE = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/u;

/** Length as people count it in a limit: code points, not UTF-16 units. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/**
 * One line of text in NFC, trimmed. Errors: `not_text`, `not_well_formed` (half a character),
 * `control_characters`, `too_long`; blank gives `null`.
 */
export function parseLine(path: string, value: unknown, maxLength: number): Parsed<string | null> {
  if (isBlank(value)) return { ok: true, value: null };
  if (typeof value !== "string") return failed(path, "not_text");
  if (!value.isWellFormed()) return failed(path, "not_well_formed");
  const line = value.normalize("NFC").trim();
  if (BREAKS_A_LINE.test(line)) return failed(path, "control_characters");
  if (codePoints(line) > maxLength) return failed(path, "too_long", { max: maxLength });
  return { ok: true, value: line };
}

export function failed(
  path: string,
  code: string,
  params?: FieldError["params"],
): { ok: false; errors: FieldError[] } {
  return { ok: false, errors: [params ? { path, code, params } : { path, code }] };
}

/** `addressees.0` + `mobile` → `addressees.0.mobile`. */
export function joinPath(base: string, field: string): string {
  return base === "" ? field : `${base}.${field}`;
}

/** The value, or null after adding what is wrong with it to `errors`. */
export function valueOr<T>(errors: FieldError[], parsed: Parsed<T>): T | null {
  if (parsed.ok) return parsed.value;
  errors.push(...parsed.errors);
  return null;
}

/** One line that must be there: `required` where it is blank. */
export function parseRequiredLine(path: string, value: unknown, maxLength: number): Parsed<string> {
  const line = parseLine(path, value, maxLength);
  if (!line.ok) return line;
  return line.value === null ? failed(path, "required") : { ok: true, value: line.value };
}
