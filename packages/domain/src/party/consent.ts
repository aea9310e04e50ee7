// On what ground the sender says that the addressee accepted this electronic address.

import type { FieldError } from "../error.ts";
import { joinPath, parseLine, rawFields, valueOr, isBlank } from "../input/parse-line.ts";
import type { Parsed } from "../input/parse-line.ts";
import { parseChoice, parseDate } from "../input/parse-choice.ts";
import type { PlainDate } from "../lifecycle/state.ts";

export const CONSENT_BASES = ["clause", "earlier_consent", "registration", "none_stated"] as const;
export type ConsentBasis = (typeof CONSENT_BASES)[number];

export interface AddresseeConsent {
  readonly basis: ConsentBasis;
  readonly statedOn?: PlainDate;
  /** The words by which the addressee accepted. */
  readonly words?: string;
}

const WORDS_MAX = 500;

/** `none_stated` where nothing was said. Errors: `not_a_choice`, `not_a_date`, and those of a line. */
export function parseConsent(path: string, input: unknown): Parsed<AddresseeConsent> {
  // A form may send the ground alone.
  const raw = typeof input === "string" ? { basis: input } : rawFields(input);
  const errors: FieldError[] = [];
  const basis = isBlank(raw["basis"])
    ? "none_stated"
    : valueOr(errors, parseChoice(joinPath(path, "basis"), raw["basis"], CONSENT_BASES));
  const statedOn = valueOr(errors, parseDate(joinPath(path, "stated_on"), raw["stated_on"]));
  const words = valueOr(errors, parseLine(joinPath(path, "words"), raw["words"], WORDS_MAX));
  if (errors.length > 0 || basis === null) return { ok: false, errors };
  return { ok: true, value: { basis, ...(statedOn && { statedOn }), ...(words !== null && { words }) } };
}
