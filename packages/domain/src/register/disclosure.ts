// A disclosure of personal data to an authority: who asked by which law, what was given of whom, and whether he may know (GDPR art. 5(2), 6(1)(c)).

import type { FieldError } from "../error.ts";
import { parseChoice, parseDate } from "../input/parse-choice.ts";
import { failed, isBlank, type Parsed, parseRequiredLine, valueOr } from "../input/parse-line.ts";
import type { PlainDate } from "../lifecycle/state.ts";
import { collected, parseOptionalWords, parseWords, splitList } from "./parse-words.ts";

export const DISCLOSURE_TELLINGS = ["yes", "no", "later"] as const;
export type DisclosureTelling = (typeof DISCLOSURE_TELLINGS)[number];
export const DISCLOSURE_GIVEN_LONGEST = 2000;
const SUBJECTS_MOST = 500;

export interface RawDisclosure {
  readonly authority: string;
  readonly legalBasis: string;
  readonly reference: string;
  readonly given: string;
  readonly givenOn: string;
  readonly subjects: string;
  readonly telling: string;
  readonly tellFrom: string;
  readonly tellingWords: string;
}

export interface DisclosureSubject {
  readonly kind: "delivery" | "account" | "person";
  readonly id: string;
}

export interface NewDisclosure {
  readonly authority: string;
  readonly legalBasis: string;
  readonly reference: string;
  readonly given: string;
  readonly givenOn: PlainDate;
  readonly subjects: readonly DisclosureSubject[];
  readonly telling: DisclosureTelling;
  /** From this day on he may be told; null but for `later`. */
  readonly tellFrom: PlainDate | null;
  readonly tellingWords: string | null;
}

const KINDS: Readonly<Record<string, DisclosureSubject["kind"]>> = {
  dlv: "delivery",
  acc: "account",
  per: "person",
};

/**
 * Fields in snake_case. Errors beside those of lines and words: `subject_invalid` for what is no id of a delivery, an account or a person;
 * `date_in_future` for a day that has not come; `required` at `telling_words` where nobody may be told.
 */
export function parseDisclosure(raw: RawDisclosure, today: PlainDate): Parsed<NewDisclosure> {
  const errors: FieldError[] = [];
  const line = (path: string, typed: string, most: number) =>
    valueOr(errors, parseRequiredLine(path, typed, most)) ?? "";
  const telling = valueOr(errors, parseChoice("telling", raw.telling, DISCLOSURE_TELLINGS));
  const givenOn = valueOr(errors, parseDay("given_on", raw.givenOn));
  if (givenOn && Temporal.PlainDate.compare(givenOn, today) > 0)
    errors.push({ path: "given_on", code: "date_in_future" });
  const tellFrom = telling === "later" ? valueOr(errors, parseDay("tell_from", raw.tellFrom)) : null;
  const tellingWords =
    valueOr(errors, parseOptionalWords("telling_words", raw.tellingWords, { min: 10, max: 500 })) ?? "";
  if (telling !== null && telling !== "yes" && isBlank(raw.tellingWords))
    errors.push({ path: "telling_words", code: "required" });
  const value = {
    authority: line("authority", raw.authority, 200),
    legalBasis: line("legal_basis", raw.legalBasis, 300),
    reference: line("reference", raw.reference, 200),
    given: valueOr(errors, parseWords("given", raw.given, { min: 10, max: DISCLOSURE_GIVEN_LONGEST })) ?? "",
    subjects: valueOr(errors, parseSubjects(raw.subjects)) ?? [],
  };
  return collected(
    errors,
    givenOn &&
      telling && {
        ...value,
        givenOn,
        telling,
        tellFrom,
        tellingWords: tellingWords === "" ? null : tellingWords,
      },
  );
}

function parseDay(path: string, typed: string): Parsed<PlainDate> {
  const parsed = parseDate(path, typed);
  if (!parsed.ok) return parsed;
  return parsed.value === null ? failed(path, "required") : { ok: true, value: parsed.value };
}

function parseSubjects(typed: string): Parsed<readonly DisclosureSubject[]> {
  const ids = splitList(typed);
  if (ids.length === 0) return failed("subjects", "required");
  if (ids.length > SUBJECTS_MOST) return failed("subjects", "out_of_range", { min: 1, max: SUBJECTS_MOST });
  const subjects: DisclosureSubject[] = [];
  for (const id of ids) {
    const [, prefix = ""] = /^([a-z]{3})_\w{1,60}$/u.exec(id) ?? [];
    const kind = KINDS[prefix];
    if (kind === undefined) return failed("subjects", "subject_invalid", { id: id.slice(0, 40) });
    subjects.push({ kind, id });
  }
  return { ok: true, value: subjects };
}
