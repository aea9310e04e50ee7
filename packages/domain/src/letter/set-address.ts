// Sets an address as the post reads it (Royal Decree of 24 April 2014, art. 34; UPU S42): name, street, postcode and town, country.

import type { Language } from "../language.ts";
import type { Addressee } from "../party/addressee.ts";
import type { PostalAddress } from "../party/postal-address.ts";
import { codePoints } from "../input/parse-line.ts";
import { abbreviateFirstNames, abbreviateStreet } from "./abbreviate.ts";

/** Characters that the post's machines read on one line. */
export const ADDRESS_LINE_MAX = 40;
/** Lines that a window shows. */
export const ADDRESS_LINES_MAX = 6;

const BELGIUM = "BE";
/** Where the number of a house stands before its street. */
const NUMBER_FIRST = new Set(["AU", "CA", "FR", "GB", "IE", "LU", "MC", "NZ", "US"]);
/** Where the postcode stands after the town, on its line. */
const POSTCODE_AFTER = new Set(["AU", "CA", "NZ", "US"]);
/** Where it stands below the town. */
const POSTCODE_BELOW = new Set(["GB", "IE"]);
/** Where a box is "boîte". */
const FRENCH_BOX = new Set(["FR", "LU", "MC"]);
/** What people write before the postcode where it is no part of it, as it is in Luxembourg. */
const COUNTRY_SIGNS: Readonly<Record<string, string>> = {
  AT: "A|AT",
  BE: "B|BE",
  CH: "CH",
  DE: "D|DE",
  ES: "E|ES",
  FR: "F|FR",
  IT: "I|IT",
  NL: "NL",
};
const POSTCODE_HALVES: Readonly<Record<string, RegExp>> = {
  CA: /^([A-Z]\d[A-Z])(\d[A-Z]\d)$/,
  GB: /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/,
  IE: /^([A-Z]\d[\dW])([A-Z\d]{4})$/,
  NL: /^(\d{4})([A-Z]{2})$/,
};

/**
 * The lines without punctuation, none empty. First names and words of the street are shortened, and names go on in the
 * next line, before a line gets longer than the post reads; nothing is ever cut, so whether it fits is for `addressFits`
 * to say. `language`: the addressee's; it decides where the place leaves a choice.
 */
export function addressLines(
  party: Pick<Addressee, "name" | "firstNames" | "attentionOf">,
  address: PostalAddress,
  language: Language,
): readonly string[] {
  const country = address.country === BELGIUM ? [] : [countryName(address.country, language)];
  return [...nameLines(party), streetLine(address, language), ...townLines(address), ...country].filter(
    (line) => line !== "",
  );
}

/** Whether the lines stand in a window, each of a length that the post reads. */
export function addressFits(lines: readonly string[]): boolean {
  return lines.length <= ADDRESS_LINES_MAX && lines.every((line) => codePoints(line) <= ADDRESS_LINE_MAX);
}

function nameLines(party: Pick<Addressee, "name" | "firstNames" | "attentionOf">): readonly string[] {
  const name = plain(party.name);
  if (party.firstNames === undefined) return [...fold(name), ...fold(plain(party.attentionOf ?? ""))];
  const firstNames = plain(party.firstNames);
  const whole = `${firstNames} ${name}`.trim();
  if (codePoints(whole) <= ADDRESS_LINE_MAX) return [whole];
  return fold(`${abbreviateFirstNames(firstNames)} ${name}`.trim());
}

function streetLine(address: PostalAddress, language: Language): string {
  const number = plain(address.number);
  const inBox = boxNumber(address.box ?? "");
  const box = inBox === "" ? "" : `${boxWord(address, language)} ${inBox}`.trim();
  const lineWith = (street: string): string => {
    const inOrder = NUMBER_FIRST.has(address.country) ? [number, street, box] : [street, number, box];
    return inOrder.filter((part) => part !== "").join(" ");
  };
  const street = plain(address.street);
  const room = ADDRESS_LINE_MAX - (codePoints(lineWith(street)) - codePoints(street));
  return lineWith(abbreviateStreet(street, room));
}

/**
 * "bus" where Dutch is the language of the place, "bte" where French or German is, and in Brussels as the addressee reads.
 * In the Netherlands it follows the number without a word.
 */
function boxWord({ country, postcode }: PostalAddress, language: Language): "bus" | "bte" | "box" | "" {
  if (country === "NL") return "";
  if (FRENCH_BOX.has(country)) return "bte";
  if (country !== BELGIUM) return "box";
  const code = Number(postcode);
  if (code < 1300) return language === "nl" ? "bus" : "bte";
  const walloon = (code >= 1300 && code < 1500) || (code >= 4000 && code < 8000);
  return walloon ? "bte" : "bus";
}

/** People write the word, or a sign for it, into the field as well; the post reads the word alone. */
function boxNumber(box: string): string {
  const bare = box.replace(/^(?:bus|bte|boîte|boite|box|bfk)(?![\p{L}])[.:]?\s*(?=\S)/iu, "");
  return plain(bare.replace(/^(?:n[°º]|nr\.?(?=[\s\d])|[/#-])\s*(?=[\p{L}\d])/iu, ""));
}

function townLines({ country, postcode, town }: PostalAddress): readonly string[] {
  const code = spaced(plain(withoutCountry(postcode, country)).toUpperCase(), country);
  const name = plain(town).toUpperCase();
  if (POSTCODE_BELOW.has(country)) return [name, code];
  return [(POSTCODE_AFTER.has(country) ? `${name} ${code}` : `${code} ${name}`).trim()];
}

/** Machines sort by figures: a sign of the country before them, an old habit, leads astray (bpost, MassPost guide). */
function withoutCountry(postcode: string, country: string): string {
  const sign = COUNTRY_SIGNS[country];
  return sign === undefined
    ? postcode
    : postcode.replace(new RegExp(`^(?:${sign})[-\\s]\\s*(?=\\d)`, "i"), "");
}

/** With the one space that its country writes inside. */
function spaced(code: string, country: string): string {
  const bare = code.replaceAll(" ", "");
  const [, before, after] = POSTCODE_HALVES[country]?.exec(bare) ?? [];
  return before && after ? `${before} ${after}` : code;
}

/** In French or English, which the post reads everywhere (Universal Postal Convention). */
function countryName(country: string, language: Language): string {
  const names = language === "fr" ? FRENCH_NAMES : ENGLISH_NAMES;
  return plain(names.of(country) ?? country).toUpperCase();
}

// Making one costs more than all the rest of an address.
const FRENCH_NAMES = new Intl.DisplayNames("fr", { type: "region" });
const ENGLISH_NAMES = new Intl.DisplayNames("en", { type: "region" });

/** Without punctuation: abbreviations written together stay so, all else becomes a space. */
function plain(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/(?<=(?:^|[\s.])\p{L})\.(?=\p{L}(?:[\s.]|$))/gu, "")
    .replaceAll(/\.(?=-)/gu, "")
    .replaceAll(/[.,;:!?"“”„«»()[\]{}…]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

/** At spaces, into lines of the length the post reads; a word that is longer stays whole. */
function fold(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && codePoints(longer) <= ADDRESS_LINE_MAX) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}
