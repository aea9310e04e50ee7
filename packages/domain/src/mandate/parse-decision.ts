// Reads what staff fill in when they approve or refuse a company.

import type { FieldError } from "../error.ts";
import { parseChoice } from "../input/parse-choice.ts";
import { failed, isBlank, type Parsed, parseLine, parseRequiredLine, valueOr } from "../input/parse-line.ts";
import {
  APPLICATION_REFUSALS,
  type ApplicationRefusal,
  MANDATE_CHECKS,
  type MandateCheck,
} from "./decision.ts";

/** Code points. */
export const COMPANY_NAME_LONGEST = 150;
export const REFUSAL_WORDS_LONGEST = 1000;

export interface ParsedApproval {
  /** As the register has it. */
  readonly name: string;
  readonly checks: readonly MandateCheck[];
}

/** Fields: `name`, and each check by its name. Errors: those of a line; `not_checked` at each check that is not ticked. */
export function parseApproval(raw: {
  readonly name: string;
  readonly checks: readonly string[];
}): Parsed<ParsedApproval> {
  const errors: FieldError[] = MANDATE_CHECKS.filter((check) => !raw.checks.includes(check)).map((path) => ({
    path,
    code: "not_checked",
  }));
  const name = valueOr(errors, parseRequiredLine("name", raw.name, COMPANY_NAME_LONGEST));
  if (errors.length > 0 || name === null) return { ok: false, errors };
  return { ok: true, value: { name, checks: MANDATE_CHECKS } };
}

export interface ParsedRefusal {
  readonly reason: ApplicationRefusal;
  /** What the applicant is told beside the reason, on one line. */
  readonly words: string | null;
}

/** Fields: `refusal`, `words`, which `other` requires. Errors: `required`, `not_a_choice`, those of a line. */
export function parseRefusal(raw: {
  readonly reason: string;
  readonly words: string;
}): Parsed<ParsedRefusal> {
  const errors: FieldError[] = [];
  const reason = valueOr(errors, parseChoice("refusal", raw.reason, APPLICATION_REFUSALS));
  const folded = raw.words.replaceAll(/\s+/g, " ");
  const words = valueOr(
    errors,
    reason === "other" && isBlank(folded)
      ? failed("words", "required")
      : parseLine("words", folded, REFUSAL_WORDS_LONGEST),
  );
  if (errors.length > 0 || reason === null) return { ok: false, errors };
  return { ok: true, value: { reason, words } };
}
