// One row of a spreadsheet or one card into the fields of a form: what people write in cells is put the way a form names it.

import type { RawFields } from "../input/parse-line.ts";
import { parseMobile } from "../party/mobile-number.ts";
import type { ContactField, UnderstoodColumn } from "./columns.ts";
import { unguardCell } from "./guard-cell.ts";

/** Fields as typed, nested ones with dots (`postal_address.street`). */
export type FlatRow = Readonly<Record<string, string>>;

/** Values of the columns that were understood, in the words of our forms; blank cells are left out. */
export function readRow(columns: readonly UnderstoodColumn[], cells: readonly string[]): FlatRow {
  const given: Partial<Record<ContactField, string>> = {};
  for (const [index, { field, heading }] of columns.entries()) {
    if (field === null) continue;
    const cell = tidy(unguardCell(cells[index] ?? ""));
    if (cell === "") continue;
    // Some programs write landlines into the same column.
    if (field === "mobile" && /^phone\b/i.test(heading) && !parseMobile("", cell).ok) continue;
    given[field] = cell;
  }
  return formRow(given);
}

/** The same for values that are already named, those of a card say. */
export function formRow(given: Readonly<Partial<Record<ContactField, string>>>): FlatRow {
  const { middle_names, organisation, kind, name, first_names, ...row } = given;
  const isOrganisation =
    kind === undefined
      ? organisation !== undefined && name === undefined && first_names === undefined
      : ORGANISATION.test(kind);
  const person = {
    name,
    first_names: [first_names, middle_names].filter((part) => part !== undefined).join(" ") || undefined,
  };
  const contactPerson = [first_names, organisation === undefined ? undefined : name]
    .filter((part) => part !== undefined)
    .join(" ");
  const party = isOrganisation
    ? {
        kind: "organisation",
        name: organisation ?? name,
        attention_of: row.attention_of ?? (contactPerson || undefined),
      }
    : { kind: "person", ...person, enterprise_number: undefined, attention_of: undefined };
  const told = {
    ...row,
    ...splitStreet(row),
    "postal_address.country": countryCode(row["postal_address.country"]),
    language: languageCode(row.language),
    "addressee_consent.basis": consentBasis(row),
    "addressee_consent.stated_on": isoDate(row["addressee_consent.stated_on"]),
    ...party,
  };
  return Object.fromEntries(
    Object.entries(told).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** `postal_address.street` under `postal_address`, as the parsers read it. */
export function nestRow(row: FlatRow): RawFields {
  const nested: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(row)) {
    const [field = "", inner] = path.split(".", 2);
    if (inner === undefined) nested[field] = value;
    else nested[field] = { ...(nested[field] as object | undefined), [inner]: value };
  }
  return nested;
}

const ORGANISATION = /^(?:org|bedrijf|ondern|soci|entrep|firma|untern|compan)/i;

function tidy(cell: string): string {
  return cell.replaceAll(/[\s\u00a0]+/gu, " ").trim();
}

/** "Kerkstraat 12 bus 3" where no column has the number. */
function splitStreet(
  row: Readonly<Partial<Record<ContactField, string>>>,
): Partial<Record<ContactField, string>> {
  if (row["postal_address.number"] !== undefined) return {};
  const parts =
    /^(\D.*?)[\s,]+(\d+\s?[a-z]?)(?:\s*(?:[,/]|\b(?:bus|bte|bo[iî]te|box|b)\b\.?)\s*([0-9a-z]+))?$/iu.exec(
      row["postal_address.street"] ?? "",
    );
  if (!parts?.[1] || !parts[2]) return {};
  return {
    "postal_address.street": parts[1],
    "postal_address.number": parts[2],
    ...(parts[3] !== undefined && { "postal_address.box": parts[3] }),
  };
}

const LANGUAGE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:nl|ned|dut|née|nie)/i, "nl"],
  [/^(?:fr)/i, "fr"],
  [/^(?:de|du|ge|al)/i, "de"],
  [/^(?:en|an)/i, "en"],
];

/** `nl-BE`, "Nederlands" and "néerlandais" are `nl`; what is none of ours stays, and is told as a mistake. */
function languageCode(value: string | undefined): string | undefined {
  return LANGUAGE_WORDS.find(([words]) => words.test(value ?? ""))?.[1] ?? value;
}

/** "België" is `BE`; what no language of ours calls a country stays, and is told as a mistake. */
function countryCode(value: string | undefined): string | undefined {
  if (value === undefined || /^[a-z]{2}$/i.test(value)) return value;
  return countries().get(plain(value)) ?? value;
}

const known = new Map<string, string>();

function countries(): ReadonlyMap<string, string> {
  if (known.size > 0) return known;
  for (const language of ["nl", "fr", "de", "en"]) {
    const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (let first = 65; first <= 90; first += 1) {
      for (let second = 65; second <= 90; second += 1) {
        const code = String.fromCharCode(first, second);
        const name = names.of(code);
        if (name !== undefined && !known.has(plain(name))) known.set(plain(name), code);
      }
    }
  }
  return known;
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{P}\s]/gu, "")
    .toLowerCase();
}

/** Words or a day without a ground are an earlier consent; our own codes stay. */
function consentBasis(row: Readonly<Partial<Record<ContactField, string>>>): string | undefined {
  const basis = row["addressee_consent.basis"];
  if (basis !== undefined && /^clau[sz]/i.test(basis)) return "clause";
  if (basis !== undefined && /^(?:ja|yes|oui|y|j|o|1|true|earlier|eerder|fr[uü]her|ant[eé]r)/i.test(basis))
    return "earlier_consent";
  if (basis !== undefined && /^(?:nee|no|non|nein|n|0|false)$/i.test(basis)) return "none_stated";
  const says = row["addressee_consent.stated_on"] ?? row["addressee_consent.words"];
  return basis ?? (says === undefined ? undefined : "earlier_consent");
}

/** 3/11/2026 and 3.11.2026 are days of November in all four languages; anything else stays as it is. */
function isoDate(value: string | undefined): string | undefined {
  const match = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(value ?? "");
  if (!match) return value;
  return `${match[3] ?? ""}-${(match[2] ?? "").padStart(2, "0")}-${(match[1] ?? "").padStart(2, "0")}`;
}
