// Reads what an applicant fills in about his company, as a page sends it; numbers of other kinds are told apart, since they are easily mistaken.

import {
  failed,
  type FieldError,
  parseChoice,
  parseEmail,
  parseEnterpriseNumber,
  type Parsed,
  parsePostalAddress,
  parseRequiredLine,
  type PostalAddress,
  valueOr,
} from "@posthorn/domain";

/** As the Belgian register abbreviates them, Dutch and French. */
export const LEGAL_FORMS = [
  "BV/SRL",
  "NV/SA",
  "CV/SC",
  "VOF/SNC",
  "CommV/SComm",
  "VZW/ASBL",
  "IVZW/AISBL",
  "Stichting/Fondation",
  "Eenmanszaak/Personne physique",
  "Publiek/Public",
  "Andere/Autre",
] as const;

export interface ApplicationFacts {
  readonly companyName: string;
  /** Ten digits. */
  readonly enterpriseNumber: string;
  readonly legalForm: (typeof LEGAL_FORMS)[number];
  readonly vatLiable: boolean;
  /** The registered office, in Belgium. */
  readonly office: PostalAddress;
  readonly representative: { readonly name: string; readonly function: string; readonly email: string };
}

const COMPANY_MAX = 150;
const NAME_MAX = 100;

/**
 * Fields `company_name, enterprise_number, legal_form, vat_liable (yes|no), street, number, box, postcode, town,
 * representative_name, representative_function, representative_email`. All errors at once.
 */
export function parseApplication(
  raw: Readonly<Record<string, string | undefined>>,
): Parsed<ApplicationFacts> {
  const errors: FieldError[] = [];
  const line = (path: string, max: number) => valueOr(errors, parseRequiredLine(path, raw[path], max)) ?? "";
  const companyName = line("company_name", COMPANY_MAX);
  const enterpriseNumber = valueOr(errors, parseNumber("enterprise_number", raw["enterprise_number"] ?? ""));
  const legalForm = valueOr(errors, parseChoice("legal_form", raw["legal_form"], LEGAL_FORMS));
  const vat = valueOr(errors, parseChoice("vat_liable", raw["vat_liable"], ["yes", "no"] as const));
  // Written where a letter reaches it: the office of a company of this register is in Belgium.
  const office = valueOr(errors, parsePostalAddress("", { ...raw, country: "BE" }, { required: true }));
  const representative = {
    name: line("representative_name", NAME_MAX),
    function: line("representative_function", NAME_MAX),
    email: valueOr(errors, parseEmail("representative_email", raw["representative_email"])),
  };
  const { email } = representative;
  if (email === null && !errors.some(({ path }) => path === "representative_email"))
    errors.push({ path: "representative_email", code: "required" });
  if (errors.length > 0 || !enterpriseNumber || !legalForm || !vat || !office || !email)
    return { ok: false, errors };
  const value: ApplicationFacts = {
    companyName,
    enterpriseNumber,
    legalForm,
    vatLiable: vat === "yes",
    office,
    representative: { ...representative, email },
  };
  return { ok: true, value };
}

/** Errors: `required`, `enterprise_number_foreign`, `establishment_number`, `enterprise_number_checksum`, `enterprise_number_invalid`. */
function parseNumber(path: string, typed: string): Parsed<string> {
  const bare = typed.replaceAll(/[\s.\-/]/g, "");
  if (bare === "") return failed(path, "required");
  const number = parseEnterpriseNumber(typed);
  if (number !== null) return { ok: true, value: number };
  if (/^(?!BE)[A-Z]{2}(?=\w*\d)/i.test(bare)) return failed(path, "enterprise_number_foreign");
  const digits = bare.replace(/^BE/i, "");
  if (/^[2-8]\d{9}$/.test(digits)) return failed(path, "establishment_number");
  if (/^(?:[01]\d{9}|\d{9})$/.test(digits)) return failed(path, "enterprise_number_checksum");
  return failed(path, "enterprise_number_invalid");
}
