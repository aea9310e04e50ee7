// Reads what the privacy officer writes of a breach, and by what a duty is settled.

import type { FieldError } from "../error.ts";
import { parseWholeNumber } from "../input/parse-choice.ts";
import { failed, isBlank, type Parsed, valueOr } from "../input/parse-line.ts";
import { type Language, LANGUAGES } from "../language.ts";
import type { Instant } from "../lifecycle/state.ts";
import { BREACH_DATA, BREACH_NATURES, BREACH_PEOPLE, type BreachNature } from "./breach.ts";
import {
  collected,
  parseChoices,
  parseOptionalWords,
  parsePastTime,
  parseWords,
  splitList,
} from "./parse-words.ts";

export const BREACH_WORDS_LONGEST = 4000;
export const BREACH_TOLD_LONGEST = 2000;
export const BREACH_REPORT_LONGEST = 8000;
export const BREACH_SETTLED_LONGEST = 1000;
const PERSONS_MOST = 100_000_000;
const ACCOUNTS_MOST = 1000;

export interface RawBreach {
  readonly facts: string;
  readonly natures: readonly string[];
  readonly people: readonly string[];
  readonly data: readonly string[];
  readonly persons: string;
  /** Ids of accounts; blank: all of them. */
  readonly accounts: string;
  readonly assessment: string;
  readonly words: Readonly<Record<Language, string>>;
}

export interface BreachFacts {
  readonly facts: string;
  readonly natures: readonly BreachNature[];
  readonly people: readonly string[];
  readonly data: readonly string[];
  /** Null where nobody knows yet. */
  readonly persons: number | null;
  /** Null: all of them. */
  readonly accountIds: readonly string[] | null;
  readonly assessment: string;
  /** What those concerned are told, in the languages written so far. */
  readonly words: Readonly<Partial<Record<Language, string>>>;
}

/** Fields: `facts`, `natures`, `people`, `data`, `persons`, `accounts`, `assessment`, `words.nl` … */
export function parseBreach(raw: RawBreach): Parsed<BreachFacts> {
  const errors: FieldError[] = [];
  const words: Partial<Record<Language, string>> = {};
  for (const language of LANGUAGES) {
    const path = `words.${language}`;
    const told = valueOr(
      errors,
      parseOptionalWords(path, raw.words[language], { min: 10, max: BREACH_TOLD_LONGEST }),
    );
    if (told !== null && told !== "") words[language] = told;
  }
  const persons = isBlank(raw.persons)
    ? null
    : valueOr(errors, parseWholeNumber("persons", raw.persons, { min: 0, max: PERSONS_MOST, whenBlank: 0 }));
  const value = {
    facts: valueOr(errors, parseWords("facts", raw.facts, { min: 10, max: BREACH_WORDS_LONGEST })) ?? "",
    natures: valueOr(errors, parseChoices("natures", raw.natures, BREACH_NATURES)) ?? [],
    people: valueOr(errors, parseChoices("people", raw.people, BREACH_PEOPLE)) ?? [],
    data: valueOr(errors, parseChoices("data", raw.data, BREACH_DATA)) ?? [],
    persons,
    accountIds: valueOr<readonly string[] | null>(errors, parseAccounts(raw.accounts)),
    assessment:
      valueOr(errors, parseOptionalWords("assessment", raw.assessment, { max: BREACH_WORDS_LONGEST })) ?? "",
    words,
  };
  return collected(errors, value);
}

/** Field `noticed_at`. */
export function parseNoticedAt(typed: string, now: Instant): Parsed<Instant> {
  return parsePastTime("noticed_at", typed, now);
}

function parseAccounts(typed: string): Parsed<readonly string[] | null> {
  const ids = splitList(typed);
  if (ids.length === 0) return { ok: true, value: null };
  if (ids.length > ACCOUNTS_MOST) return failed("accounts", "out_of_range", { min: 0, max: ACCOUNTS_MOST });
  return ids.every((id) => /^acc_\w{1,60}$/u.test(id))
    ? { ok: true, value: ids }
    : failed("accounts", "account_unknown");
}
