// Reads what somebody fills in to register, as a page sends it: all that is wrong at once.

import {
  type FieldError,
  type Language,
  LANGUAGES,
  parseChoice,
  parseEmail,
  type Parsed,
  parsePostalAddress,
  type PostalAddress,
  valueOr,
} from "@posthorn/domain";
import { cleanName, faultsOfName } from "../account/correct-name.ts";

export const REGISTRATION_KINDS = ["private", "company"] as const;
export type RegistrationKind = (typeof REGISTRATION_KINDS)[number];

export interface Registrant {
  readonly kind: RegistrationKind;
  readonly email: string;
  readonly firstNames: string;
  readonly familyName: string;
  readonly language: Language;
  /** Of a private account alone: a member of a company has none anywhere. */
  readonly postalAddress?: PostalAddress;
}

/** Fields `kind, email, first_names, family_name, language`, and for `private` `street, number, box, postcode, town, country`. */
export function parseRegistration(raw: Readonly<Record<string, string | undefined>>): Parsed<Registrant> {
  const errors: FieldError[] = [];
  const kind = valueOr(errors, parseChoice("kind", raw["kind"], REGISTRATION_KINDS));
  const firstNames = cleanName(raw["first_names"] ?? "");
  const familyName = cleanName(raw["family_name"] ?? "");
  errors.push(...faultsOfName("first_names", firstNames), ...faultsOfName("family_name", familyName));
  const email = valueOr(errors, parseEmail("email", raw["email"]));
  if (email === null && !errors.some(({ path }) => path === "email"))
    errors.push({ path: "email", code: "required" });
  const language = valueOr(errors, parseChoice("language", raw["language"], LANGUAGES));
  const postalAddress = kind === "private" ? valueOr(errors, parseAddress(raw)) : null;
  if (errors.length > 0 || !kind || !email || !language) return { ok: false, errors };
  const value = { kind, email, firstNames, familyName, language, ...(postalAddress && { postalAddress }) };
  return { ok: true, value };
}

/** Any country's; complete. */
function parseAddress(raw: Readonly<Record<string, string | undefined>>): Parsed<PostalAddress | null> {
  const parsed = parsePostalAddress("", raw);
  if (!parsed.ok || parsed.value !== null) return parsed;
  const missing = ["street", "number", "postcode", "town"] as const;
  return { ok: false, errors: missing.map((path) => ({ path, code: "required" })) };
}
