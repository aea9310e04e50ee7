// What the pages of the registers share: their paths, the way between them, and countries by name.

import { COUNTRY_CODES, type Language, mayAct, type StaffRole } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { type Markup, SectionNav } from "@posthorn/web";

export const SUBPROCESSORS_PATH = "/privacy/subprocessors";
export const NEW_SUBPROCESSOR_PATH = "/privacy/enter-subprocessor";
export const BREACHES_PATH = "/privacy/breaches";
export const DISCLOSURES_PATH = "/privacy/disclosures";
export const CONSENTS_PATH = "/privacy/consents";
export const COMPLIANCE_PATH = "/privacy/compliance";

const SECTIONS = [
  { name: "subprocessors", href: SUBPROCESSORS_PATH },
  { name: "breaches", href: BREACHES_PATH },
  { name: "disclosures", href: DISCLOSURES_PATH },
  { name: "consents", href: CONSENTS_PATH },
  { name: "compliance", href: COMPLIANCE_PATH },
] as const;

/** The compliance pack is the officer's alone: to others the way there is not shown. */
export function RegistersNav(props: {
  readonly language: Language;
  readonly roles: readonly StaffRole[];
  readonly current: (typeof SECTIONS)[number]["name"];
}): Markup {
  const words = textsFor(props.language).registers.nav;
  return (
    <SectionNav
      label={words.label}
      sections={SECTIONS.filter(
        ({ name }) => name !== "compliance" || mayAct(props.roles, "privacy_officer"),
      ).map(({ name, href }) => ({
        href,
        label: words[name],
        current: name === props.current,
      }))}
    />
  );
}

export function countryName(language: Language, code: string): string {
  return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
}

/** All countries by name, with nothing chosen first. */
export function countryOptions(
  language: Language,
): readonly { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const { compare } = new Intl.Collator(language);
  const named = COUNTRY_CODES.map((value) => ({ value, label: names.of(value) ?? value }));
  return [{ value: "", label: "–" }, ...named.toSorted((a, b) => compare(a.label, b.label))];
}

/** What was typed, field by field; boxes that were ticked stand together. */
export function typedIn(form: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).join(" ")]));
}

/** Of boxes as `typedIn` has them. */
export function ticked(typed: Readonly<Record<string, string>>, name: string): readonly string[] {
  return (typed[name] ?? "").split(" ").filter((value) => value !== "");
}
