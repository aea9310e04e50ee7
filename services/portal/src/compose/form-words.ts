// Names the fields of the compose form, for the list of what is wrong, and gives the word of each option.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";

/** "Addressee 2, E-mail" for `addressees.1.email`; undefined where the error names its field itself. */
export function fieldLabel(language: Language, path: string): string | undefined {
  const words = textsFor(language).compose;
  const row = /^addressees\.(\d+)(?:\.(.+))?$/.exec(path);
  if (row) {
    const who = words.addressee(String(Number(row[1]) + 1));
    const field = addresseeField(language, row[2] ?? "");
    return field === undefined ? who : `${who}, ${field}`;
  }
  const returning = /^return_address\.(.+)$/.exec(path)?.[1];
  if (returning !== undefined)
    return `${textsFor(language).print.returnAddress.title}, ${addresseeField(language, `postal_address.${returning}`) ?? ""}`;
  const labels: Record<string, string> = {
    subject: words.subject,
    body: words.text,
    addressees: words.toWhom,
    required_identification: words.identification,
    collection_days: words.window,
    content_retention_days: words.retention,
    reminders: words.reminders,
    postal_fallback: words.fallback,
  };
  return labels[path];
}

/** The name of one field of an addressee (`mobile`, `postal_address.town`). */
export function addresseeField(language: Language, field: string): string | undefined {
  const words = textsFor(language).compose;
  const labels: Record<string, string> = {
    kind: words.kind,
    first_names: words.firstNames,
    name: words.name,
    enterprise_number: words.enterpriseNumber,
    attention_of: words.attentionOf,
    email: words.email,
    mobile: words.mobile,
    language: words.language,
    "identification.birth_date": words.birthDate,
    "identification.national_register_number": words.registerNumber,
    "postal_address.street": words.street,
    "postal_address.number": words.number,
    "postal_address.box": words.box,
    "postal_address.postcode": words.postcode,
    "postal_address.town": words.town,
    "postal_address.country": textsFor(language).print.country,
    "addressee_consent.basis": words.consent,
    "addressee_consent.stated_on": words.consentOn,
    "addressee_consent.words": words.consentWords,
  };
  return labels[field];
}
