// One row of the table of addressees, as a form or the API sends it, into an addressee or what is wrong per field.

import type { FieldError } from "../error.ts";
import { parseEnterpriseNumber } from "../identifier/enterprise-number.ts";
import { parseRegisterNumber } from "../identifier/register-number.ts";
import { parseChoice, parseDate } from "../input/parse-choice.ts";
import {
  failed,
  isBlank,
  joinPath,
  parseLine,
  parseRequiredLine,
  rawFields,
  valueOr,
} from "../input/parse-line.ts";
import type { Parsed, RawFields } from "../input/parse-line.ts";
import { LANGUAGES } from "../language.ts";
import type { Language } from "../language.ts";
import type { PlainDate } from "../lifecycle/state.ts";
import type { RequiredIdentification } from "../message/options.ts";
import type { Addressee } from "./addressee.ts";
import { parseConsent } from "./consent.ts";
import { parseEmail } from "./email-address.ts";
import { parseMobile } from "./mobile-number.ts";
import { parsePostalAddress } from "./postal-address.ts";

export interface AddresseeRules {
  /** Put before every error's path: `addressees.0`. Default: none. */
  readonly path?: string;
  /** Null where nothing is sent yet, as in an address book: then it asks for nothing. */
  readonly requiredIdentification: RequiredIdentification | null;
  /** Whether letters go to this country; absent where no letter is to follow. */
  readonly letterTo?: (country: string) => boolean;
  /** Of the sender's account; without one a row must name its language. */
  readonly defaultLanguage?: Language;
  /** Whether this account may give register numbers and a legal basis is configured. Default: no. */
  readonly registerNumberAllowed?: boolean;
  /** In Belgium: nobody is born after it. Absent where no date of birth is read. */
  readonly today?: PlainDate;
}

const NAME_MAX = 100;
const ORGANISATION_MAX = 150;
/** Nobody alive was born before it. */
const BORN_FROM = "1875-01-01";
// A name that shows nothing, of joiners or spaces alone, names nobody.
const SHOWS_SOMETHING = /[\p{L}\p{N}\p{S}]/u;

/**
 * Reads `email, mobile, name, first_names, organisation, enterprise_number, attention_of, postal_address {…}, language,
 * identification {birth_date, national_register_number, enterprise_number}, addressee_consent {basis, stated_on, words}`.
 * A row is an organisation when `organisation` is filled in (its name then) or `kind` says so. All errors at once.
 */
export function parseAddressee(input: unknown, rules: AddresseeRules): Parsed<Addressee> {
  const raw = rawFields(input);
  const at = (field: string) => joinPath(rules.path ?? "", field);
  const errors: FieldError[] = [];
  const party = valueOr(errors, parseParty(raw, at, rules));
  const email = valueOr(errors, required(at("email"), parseEmail(at("email"), raw["email"])));
  const mobile = valueOr(errors, parseMobileFor(raw, at, rules));
  const postalAddress = valueOr(
    errors,
    parsePostalAddress(
      at("postal_address"),
      raw["postal_address"],
      rules.letterTo ? { served: rules.letterTo } : {},
    ),
  );
  const language = valueOr(errors, parseLanguage(raw, at, rules));
  const consent = valueOr(errors, parseConsent(at("addressee_consent"), raw["addressee_consent"]));
  const identification = valueOr(
    errors,
    isOrganisation(raw) ? refusePersonalData(raw, at) : parseIdentification(raw, at, rules),
  );
  if (errors.length > 0 || !party || !email || !language || !consent || !identification)
    return { ok: false, errors };
  const value: Addressee = {
    ...party,
    email,
    ...(mobile !== null && { mobile }),
    ...(postalAddress && { postalAddress }),
    language,
    consent,
    identification,
  };
  return { ok: true, value };
}

type Party = Pick<Addressee, "kind" | "name" | "firstNames" | "enterpriseNumber" | "attentionOf">;
type At = (field: string) => string;

function parseParty(raw: RawFields, at: At, rules: AddresseeRules): Parsed<Party> {
  return isOrganisation(raw) ? parseOrganisation(raw, at, rules) : parsePerson(raw, at);
}

function isOrganisation(raw: RawFields): boolean {
  return !isBlank(raw["organisation"]) || raw["kind"] === "organisation";
}

function parsePerson(raw: RawFields, at: At): Parsed<Party> {
  const errors: FieldError[] = [];
  const name = valueOr(errors, parseName(at("name"), raw["name"], NAME_MAX));
  const firstNames = valueOr(errors, parseName(at("first_names"), raw["first_names"], NAME_MAX));
  if (name === null || firstNames === null) return { ok: false, errors };
  return { ok: true, value: { kind: "person", name, firstNames } };
}

function parseOrganisation(raw: RawFields, at: At, rules: AddresseeRules): Parsed<Party> {
  const errors: FieldError[] = [];
  const nameField = isBlank(raw["organisation"]) ? "name" : "organisation";
  const name = valueOr(errors, parseName(at(nameField), raw[nameField], ORGANISATION_MAX));
  const attentionOf = valueOr(errors, parseLine(at("attention_of"), raw["attention_of"], NAME_MAX));
  const enterpriseNumber = valueOr(errors, parseNumberOfEnterprise(raw, at, rules));
  if (errors.length > 0 || name === null) return { ok: false, errors };
  const value: Party = {
    kind: "organisation",
    name,
    ...(enterpriseNumber !== null && { enterpriseNumber }),
    ...(attentionOf !== null && { attentionOf }),
  };
  return { ok: true, value };
}

function parseName(path: string, value: unknown, maxLength: number): Parsed<string> {
  const line = parseRequiredLine(path, value, maxLength);
  if (!line.ok) return line;
  return SHOWS_SOMETHING.test(line.value) ? line : failed(path, "required");
}

/** Where codes do not do, a member collects whose account is verified for this number: without it nobody could. */
function parseNumberOfEnterprise(raw: RawFields, at: At, rules: AddresseeRules): Parsed<string | null> {
  const onTop = !isBlank(raw["enterprise_number"]);
  const value = onTop ? raw["enterprise_number"] : rawFields(raw["identification"])["enterprise_number"];
  if (isBlank(value)) {
    return rules.requiredIdentification === "eid_or_itsme"
      ? failed(at("enterprise_number"), "enterprise_number_required")
      : { ok: true, value: null };
  }
  const number = typeof value === "string" ? parseEnterpriseNumber(value) : null;
  if (number !== null) return { ok: true, value: number };
  return failed(
    at(onTop ? "enterprise_number" : "identification.enterprise_number"),
    "enterprise_number_invalid",
  );
}

function parseMobileFor(raw: RawFields, at: At, rules: AddresseeRules): Parsed<string | null> {
  const mobile = parseMobile(at("mobile"), raw["mobile"]);
  if (!mobile.ok || mobile.value !== null || rules.requiredIdentification !== "codes") return mobile;
  return failed(at("mobile"), "mobile_required_for_codes");
}

function parseLanguage(raw: RawFields, at: At, rules: AddresseeRules): Parsed<Language> {
  const language = isBlank(raw["language"]) ? rules.defaultLanguage : raw["language"];
  return parseChoice(at("language"), language, LANGUAGES);
}

function parseIdentification(
  raw: RawFields,
  at: At,
  rules: AddresseeRules,
): Parsed<Addressee["identification"]> {
  const given = rawFields(raw["identification"]);
  const errors: FieldError[] = [];
  const birthDate = valueOr(errors, parseBirthDate(given["birth_date"], at, rules));
  const number = given["national_register_number"];
  const registerNumber = isBlank(number) ? null : valueOr(errors, parseNumberOfPerson(number, at, rules));
  if (errors.length > 0) return { ok: false, errors };
  return {
    ok: true,
    value: { ...(birthDate && { birthDate }), ...(registerNumber !== null && { registerNumber }) },
  };
}

function parseBirthDate(value: unknown, at: At, rules: AddresseeRules): Parsed<PlainDate | null> {
  const path = at("identification.birth_date");
  const date = parseDate(path, value);
  if (!date.ok || date.value === null) return date;
  const born = date.value;
  const tooEarly = Temporal.PlainDate.compare(born, BORN_FROM) < 0;
  const tooLate = rules.today !== undefined && Temporal.PlainDate.compare(born, rules.today) > 0;
  return tooEarly || tooLate ? failed(path, "birth_date_impossible") : date;
}

/** An organisation has neither: what was given by mistake is told, not kept. */
function refusePersonalData(raw: RawFields, at: At): Parsed<Addressee["identification"]> {
  const given = rawFields(raw["identification"]);
  const errors = ["birth_date", "national_register_number"]
    .filter((field) => !isBlank(given[field]))
    .map((field) => ({ path: at(`identification.${field}`), code: "for_persons_only" }));
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: {} };
}

function parseNumberOfPerson(value: unknown, at: At, rules: AddresseeRules): Parsed<string> {
  const path = at("identification.national_register_number");
  if (rules.registerNumberAllowed !== true) return failed(path, "register_number_not_allowed");
  const number = typeof value === "string" ? parseRegisterNumber(value) : null;
  return number === null ? failed(path, "register_number_invalid") : { ok: true, value: number.digits };
}

function required<T>(path: string, parsed: Parsed<T | null>): Parsed<T> {
  if (!parsed.ok) return parsed;
  return parsed.value === null ? failed(path, "required") : { ok: true, value: parsed.value };
}
