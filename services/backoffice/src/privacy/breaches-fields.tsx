// The fields of a breach, as the privacy officer fills them in; and what the form holds of one that stands.

import {
  BREACH_DATA,
  BREACH_NATURES,
  BREACH_PEOPLE,
  BREACH_TOLD_LONGEST,
  BREACH_WORDS_LONGEST,
  type FieldError,
  type Language,
  LANGUAGES,
  type RawBreach,
} from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { BreachView } from "@posthorn/usecases";
import { Choices, errorAt, Field, type Markup } from "@posthorn/web";
import { ticked } from "./registers-frame.tsx";

type Typed = Readonly<Record<string, string>>;

export function rawBreach(typed: Typed): RawBreach {
  const field = (name: string) => typed[name] ?? "";
  return {
    facts: field("facts"),
    natures: ticked(typed, "natures"),
    people: ticked(typed, "people"),
    data: ticked(typed, "data"),
    persons: field("persons"),
    accounts: field("accounts"),
    assessment: field("assessment"),
    words: Object.fromEntries(LANGUAGES.map((language) => [language, field(`words.${language}`)])) as Record<
      Language,
      string
    >,
  };
}

export function typedOf(view: BreachView): Typed {
  return {
    facts: view.facts,
    natures: view.natures.join(" "),
    people: view.people.join(" "),
    data: view.data.join(" "),
    persons: view.persons === null ? "" : String(view.persons),
    accounts: view.accountIds?.join(" ") ?? "",
    assessment: view.assessment,
    ...Object.fromEntries(LANGUAGES.map((language) => [`words.${language}`, view.words[language] ?? ""])),
  };
}

/** Most errors say the same of each field. */
export function breachLabel(language: Language, path: string): string | undefined {
  const { common, registers } = textsFor(language);
  const words = registers.breaches;
  const written = LANGUAGES.find((each) => path === `words.${each}`);
  if (written) return words.words(common.languageNames[written]);
  const labels: Readonly<Record<string, string>> = {
    noticed_at: words.noticed,
    facts: words.facts,
    natures: words.naturesTitle,
    people: words.peopleTitle,
    data: words.dataTitle,
    persons: words.persons,
    accounts: words.accounts,
    assessment: words.assessment,
    words: words.settleWords,
    report: words.report,
  };
  return labels[path];
}

export function BreachFields(props: {
  readonly language: Language;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}): Markup {
  const { language, typed, errors } = props;
  const { common, registers } = textsFor(language);
  const words = registers.breaches;
  const error = (name: string) => errorAt(language, errors, name);
  const boxes = <Value extends string>(
    name: string,
    legend: string,
    values: readonly Value[],
    labels: Readonly<Record<Value, string>>,
  ) => (
    <Choices
      language={language}
      name={name}
      legend={legend}
      values={ticked(typed, name)}
      error={error(name)}
      options={values.map((value) => ({ value, label: labels[value] }))}
    />
  );
  const text = (name: string, label: string, rows: number, more: { hint?: string; lang?: Language } = {}) => (
    <Field
      language={language}
      name={name}
      label={label}
      type="textarea"
      rows={rows}
      value={typed[name]}
      error={error(name)}
      maxLength={more.lang === undefined ? BREACH_WORDS_LONGEST : BREACH_TOLD_LONGEST}
      optional={name !== "facts"}
      {...more}
    />
  );
  return (
    <>
      {text("facts", words.facts, 4, { hint: words.factsHint })}
      {boxes("natures", words.naturesTitle, BREACH_NATURES, words.natures)}
      {boxes("people", words.peopleTitle, BREACH_PEOPLE, words.people)}
      {boxes("data", words.dataTitle, BREACH_DATA, words.data)}
      <Field
        language={language}
        name="persons"
        label={words.persons}
        hint={words.personsHint}
        inputMode="numeric"
        optional
        short
        value={typed["persons"]}
        error={error("persons")}
        autocomplete="off"
      />
      <Field
        language={language}
        name="accounts"
        label={words.accounts}
        hint={words.accountsHint}
        optional
        value={typed["accounts"]}
        error={error("accounts")}
        autocomplete="off"
      />
      {text("assessment", words.assessment, 3)}
      <h3>{words.wordsTitle}</h3>
      <p class="hint">{words.wordsHint}</p>
      {LANGUAGES.map((each) =>
        text(`words.${each}`, words.words(common.languageNames[each]), 3, { lang: each }),
      )}
    </>
  );
}
