// Reads cards of versions 3.0 (RFC 2426) and 4.0 (RFC 6350), as mail programs and phones write them, into the fields of a form.

import type { ContactField } from "./columns.ts";
import { type FlatRow, formRow } from "./read-row.ts";

export interface ReadCard {
  /** Where the card begins, counted from 1. */
  readonly line: number;
  readonly card:
    | { readonly ok: true; readonly row: FlatRow }
    /** Of a version that is not read, or without an end. */
    | { readonly ok: false; readonly code: "card_version" | "card_broken" };
}

interface Property {
  readonly name: string;
  /** Lower case, every TYPE, VALUE and other parameter. */
  readonly params: string;
  readonly value: string;
}

/** Card by card, in bounded memory; properties that an address book has no place for are passed over. */
export function* readVcards(text: string): Generator<ReadCard, void, undefined> {
  let begun: { line: number; properties: Property[] } | null = null;
  for (const { line, content } of unfold(text)) {
    const property = parseProperty(content);
    if (property?.name === "BEGIN") {
      if (begun !== null) yield { line: begun.line, card: { ok: false, code: "card_broken" } };
      begun = { line, properties: [] };
    } else if (property?.name === "END" && begun !== null) {
      yield { line: begun.line, card: readCard(begun.properties) };
      begun = null;
    } else if (property !== null && begun !== null) begun.properties.push(property);
  }
  if (begun !== null) yield { line: begun.line, card: { ok: false, code: "card_broken" } };
}

/** §3.2: a line that begins with a space or a tab goes on with the one before. */
function* unfold(text: string): Generator<{ line: number; content: string }, void, undefined> {
  let line = 0;
  let held: { line: number; content: string } | null = null;
  for (const match of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    line += 1;
    const raw = match[0].replace(/[\r\n]+$/, "");
    if (held !== null && /^[ \t]/.test(raw)) held.content += raw.slice(1);
    else {
      if (held !== null && held.content !== "") yield held;
      held = { line, content: raw };
    }
  }
  if (held !== null && held.content !== "") yield held;
}

/** `item1.TEL;TYPE=cell:+32…`; a colon within quotes belongs to a parameter. */
function parseProperty(content: string): Property | null {
  const match = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s.exec(content);
  if (!match?.[1]) return null;
  return {
    name: match[1].toUpperCase(),
    params: (match[2] ?? "").toLowerCase().replaceAll('"', ""),
    value: match[3] ?? "",
  };
}

function readCard(properties: readonly Property[]): ReadCard["card"] {
  const of = (name: string) => properties.filter((property) => property.name === name);
  const text = (name: string) => blankToNone(of(name).map(({ value }) => unescape(value))[0]);
  const version = text("VERSION");
  if (version !== "3.0" && version !== "4.0") return { ok: false, code: "card_version" };
  const [family, given, middle] = parts(preferred(of("N"))?.value);
  const organisation = parts(preferred(of("ORG"))?.value)[0];
  const kind = text("KIND");
  const isOrganisation = kind === undefined ? undefined : /^org/i.test(kind);
  const email = preferred(of("EMAIL"));
  const fields: Partial<Record<ContactField, string | undefined>> = {
    kind: isOrganisation === undefined ? undefined : isOrganisation ? "organisation" : "person",
    name: isOrganisation === true && organisation === undefined ? text("FN") : family,
    first_names: given,
    middle_names: middle?.replaceAll(",", " "),
    organisation,
    email: blankToNone(unescape(email?.value ?? "").replace(/^mailto:/i, "")),
    mobile: mobileOf(of("TEL")),
    ...addressOf(properties),
    language: text("LANG"),
    enterprise_number: text("X-ENTERPRISE-NUMBER"),
    attention_of: text("X-ATTENTION-OF"),
  };
  const given_ = Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return { ok: true, row: formRow(given_) };
}

/** Only what says that it is a mobile, or the only number there is. */
function mobileOf(numbers: readonly Property[]): string | undefined {
  const cells = numbers.filter(({ params }) => /\bcell\b|\biphone\b/.test(params));
  const one =
    preferred(cells) ??
    (numbers.length === 1 && !/home|work|fax/.test(numbers[0]?.params ?? "") ? numbers[0] : undefined);
  return blankToNone(
    unescape(one?.value ?? "")
      .replace(/^tel:/i, "")
      .replace(/;.*$/s, ""),
  );
}

/** Post office box, extended, street, locality, region, postcode, country (§6.3.1). */
function addressOf(properties: readonly Property[]): Partial<Record<ContactField, string | undefined>> {
  const of = (name: string) => properties.filter((property) => property.name === name);
  const [, extended, street, town, , postcode, country] = parts(preferred(of("ADR"))?.value);
  const own = (name: string) => blankToNone(unescape(of(name)[0]?.value ?? ""));
  return {
    "postal_address.street": own("X-STREET") ?? street?.replaceAll("\n", " "),
    "postal_address.number": own("X-NUMBER"),
    "postal_address.box": own("X-BOX") ?? extended,
    "postal_address.postcode": postcode,
    "postal_address.town": town,
    "postal_address.country": country,
  };
}

function preferred(properties: readonly Property[]): Property | undefined {
  return properties.find(({ params }) => /\bpref\b/.test(params)) ?? properties[0];
}

/** The components of a structured value; blank ones are undefined. */
function parts(value: string | undefined): readonly (string | undefined)[] {
  return (value ?? "").split(/(?<!(?<!\\)(?:\\\\)*\\);/).map((part) => blankToNone(unescape(part)));
}

/** §3.4. */
function unescape(text: string): string {
  return text.replaceAll(/\\([\s\S])/g, (_, sign: string) => (sign === "n" || sign === "N" ? "\n" : sign));
}

function blankToNone(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === "" ? undefined : text.trim();
}
