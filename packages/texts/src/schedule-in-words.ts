// A rule of the retention schedule in words: what, whose, why, on what ground, from when, how long, and then.

import { type CalendarPeriod, isCalendarPeriod, type Period, type RetentionRule } from "@posthorn/domain";
import type { Language } from "@posthorn/domain";
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";
import { fr } from "./fr/index.ts";
import { nl } from "./nl/index.ts";

const catalogues = { de, en, fr, nl };

export interface RuleInWords {
  readonly id: string;
  readonly data: string;
  readonly people: string;
  readonly purpose: string;
  /** The ground, and where it stands in the law. */
  readonly ground: string;
  readonly citations: string;
  readonly trigger: string;
  readonly period: string;
  /** What stands between period and trigger in a sentence: `, from `, or `: ` where it goes at once. */
  readonly joint: string;
  /** Who may set which other period; null where nobody may. */
  readonly adjustable: string | null;
  readonly action: string;
}

/** `period` is the one in force where that is not the rule's own. */
export function ruleInWords(
  language: Language,
  rule: RetentionRule,
  period: Period = rule.period,
): RuleInWords {
  const words = catalogues[language].retention;
  const { id, adjustable } = rule;
  const bounds = adjustable?.by.includes("account") ? words.accountMayChoose : words.providerMayChoose;
  return {
    id,
    data: words.data[id],
    people: rule.people.map((people) => words.people[people]).join(", "),
    purpose: words.purposes[id],
    ground: words.grounds[rule.ground],
    citations: rule.basis.map(({ law, article }) => words.citation(words.laws[law], article)).join("; "),
    trigger: words.triggers[rule.trigger],
    period: periodInWords(language, period),
    joint: period.kind === "at_once" ? ": " : `, ${catalogues[language].privacyPages.notice.from} `,
    adjustable:
      adjustable === undefined
        ? null
        : bounds(lengthInWords(language, adjustable.min), lengthInWords(language, adjustable.max)),
    action: words.actions[rule.action],
  };
}

/** `24 months`, `At most 45 days`, `At once`. */
export function periodInWords(language: Language, period: Period): string {
  const words = catalogues[language].retention;
  if (isCalendarPeriod(period)) {
    const length = lengthInWords(language, period);
    return period.atMost === true ? words.atMost(length) : length;
  }
  switch (period.kind) {
    case "at_once":
      return words.atOnce;
    case "hours":
      return words.hours(period.hours);
    case "with":
      return words.withAccount;
    default:
      return period satisfies never;
  }
}

function lengthInWords(language: Language, { kind, count }: CalendarPeriod): string {
  return catalogues[language].retention[kind](count);
}
