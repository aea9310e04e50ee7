// Subject and body as they may be hashed and delivered: well-formed Unicode in NFC, with LF, without control characters.

import { codePoints, failed, isBlank, parseRequiredLine } from "../input/parse-line.ts";
import type { Parsed } from "../input/parse-line.ts";

export const SUBJECT_MAX = 200;
export const BODY_MAX = 100_000;

// Tab and line feed structure a text; every other control character could only hide something.
const CONTROL_CHARACTERS = /[^\P{Cc}\t\n]/u;

/** 1..200 characters on one line. Errors: `required`, `too_long`, `control_characters`, `not_well_formed`, `not_text`. */
export function parseSubject(path: string, value: unknown): Parsed<string> {
  return parseRequiredLine(path, value, SUBJECT_MAX);
}

/** At most 100,000 characters, possibly none. Errors: `too_long`, `control_characters`, `not_well_formed`, `not_text`. */
export function parseBody(path: string, value: unknown): Parsed<string> {
  if (isBlank(value)) return { ok: true, value: "" };
  if (typeof value !== "string") return failed(path, "not_text");
  if (!value.isWellFormed()) return failed(path, "not_well_formed");
  const body = value.replaceAll(/\r\n?/g, "\n").normalize("NFC");
  if (CONTROL_CHARACTERS.test(body)) return failed(path, "control_characters");
  return codePoints(body) > BODY_MAX
    ? failed(path, "too_long", { max: BODY_MAX })
    : { ok: true, value: body };
}
