// The privacy officer enters a subprocessor: account holders are told ahead.

import {
  type FieldError,
  type Language,
  LANGUAGES,
  OVERRIDE_LONGEST,
  PROVIDER_ROLES,
  type RawSubprocessor,
} from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { enterSubprocessor } from "@posthorn/usecases";
import {
  Choices,
  errorAt,
  Field,
  type FieldProps,
  type Markup,
  readForm,
  type WebContext,
} from "@posthorn/web";
import type { BackofficeRoutes } from "../routes.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { entryPage } from "./entry-page.tsx";
import { type Answer, answerTo } from "./holds-answer.tsx";
import {
  countryOptions,
  NEW_SUBPROCESSOR_PATH,
  SUBPROCESSORS_PATH,
  ticked,
  typedIn,
} from "./registers-frame.tsx";

export const newSubprocessorRoutes: BackofficeRoutes = (app, deps, sessions) => {
  const { noticeDays } = deps.privacy;
  app.get(NEW_SUBPROCESSOR_PATH, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    await sessions.require(c);
    return newPage(c, reader, {}, noticeDays);
  });

  app.post(NEW_SUBPROCESSOR_PATH, async (c) => {
    const asked = await sessions.requireOfficer(c, "privacy_officer");
    const form = await readForm(c);
    const typed = typedIn(form);
    const { reader, refused } = await confirmInForm(c, deps, asked, form);
    if (refused)
      return newPage(c, reader, { typed, refusal: refused.words, status: refused.status }, noticeDays);
    try {
      const id = await enterSubprocessor(deps.ctx, reader, rawOf(typed), noticeDays);
      return c.redirect(`${SUBPROCESSORS_PATH}/${id}?done=entered`, 303);
    } catch (error) {
      const answer = answerTo(c, error, {});
      if (answer === null) throw error;
      return newPage(c, reader, { ...answer, typed }, noticeDays);
    }
  });
};

function rawOf(typed: Readonly<Record<string, string>>): RawSubprocessor {
  const field = (name: string) => typed[name] ?? "";
  return {
    name: field("name"),
    address: field("address"),
    purpose: Object.fromEntries(
      LANGUAGES.map((language) => [language, field(`purpose.${language}`)]),
    ) as Record<Language, string>,
    country: field("country"),
    parentName: field("parent_name"),
    parentCountry: field("parent_country"),
    termsUrl: field("terms_url"),
    hosts: field("hosts"),
    roles: ticked(typed, "roles"),
    effectiveOn: field("effective_on"),
    override: field("override"),
    shortNotice: field("short_notice"),
  };
}

function newPage(c: WebContext, reader: Reader, answer: Answer, noticeDays: number): Promise<Response> {
  const { errors = [], typed = {} } = answer;
  const language = c.get("language");
  const words = textsFor(language).registers.subprocessors;
  return entryPage(c, reader, answer, {
    id: "enter",
    title: words.add,
    list: { label: words.title, href: SUBPROCESSORS_PATH },
    action: NEW_SUBPROCESSOR_PATH,
    button: words.enter,
    labelOf: (path) => labelOf(language, path),
    fields: () => <EntryFields language={language} typed={typed} errors={errors} noticeDays={noticeDays} />,
  });
}

/** Most errors say the same of each field. */
function labelOf(language: Language, path: string): string | undefined {
  const { common, registers } = textsFor(language);
  const { fields } = registers.subprocessors;
  const [head, tail] = path.split(".");
  const written = LANGUAGES.find((each) => each === tail);
  if (head === "purpose" && written) return fields.purpose(common.languageNames[written]);
  const label = Object.entries(fields).find(([name]) => name === path)?.[1];
  return typeof label === "string" ? label : undefined;
}

function EntryFields(props: {
  readonly language: Language;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly noticeDays: number;
}): Markup {
  const { language, typed, errors, noticeDays } = props;
  const { common, registers } = textsFor(language);
  const { fields } = registers.subprocessors;
  const countries = countryOptions(language);
  const field = (name: string, label: string, more: Partial<FieldProps> = {}) => (
    <Field
      language={language}
      name={name}
      label={label}
      value={typed[name]}
      error={errorAt(language, errors, name)}
      autocomplete="off"
      {...more}
    />
  );
  return (
    <>
      {field("name", fields.name, { maxLength: 200 })}
      {field("address", fields.address, { maxLength: 300 })}
      {field("country", fields.country, { type: "select", options: countries })}
      {field("parent_name", fields.parent_name, { hint: fields.parentHint, maxLength: 200 })}
      {field("parent_country", fields.parent_country, { type: "select", options: countries })}
      {field("override", fields.override, {
        hint: fields.overrideHint,
        type: "textarea",
        rows: 2,
        optional: true,
        maxLength: OVERRIDE_LONGEST,
      })}
      <Choices
        language={language}
        name="roles"
        legend={fields.roles}
        values={ticked(typed, "roles")}
        error={errorAt(language, errors, "roles")}
        options={PROVIDER_ROLES.map((role) => ({ value: role, label: registers.roles[role] }))}
      />
      {LANGUAGES.map((each) =>
        field(`purpose.${each}`, fields.purpose(common.languageNames[each]), { lang: each, maxLength: 300 }),
      )}
      {field("hosts", fields.hosts, { hint: fields.hostsHint, type: "textarea", rows: 2, optional: true })}
      {field("terms_url", fields.terms_url, { hint: fields.termsHint })}
      {field("effective_on", fields.effective_on, {
        hint: fields.effectiveHint(noticeDays),
        type: "date",
      })}
      {field("short_notice", fields.short_notice, {
        hint: fields.shortHint,
        type: "textarea",
        rows: 2,
        optional: true,
        maxLength: OVERRIDE_LONGEST,
      })}
    </>
  );
}
