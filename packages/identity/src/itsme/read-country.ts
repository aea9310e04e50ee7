// The country of an itsme account: of the identity document it rests on, never of the person's nationality.

import { BE_CARD_NUMBER, BE_NATIONAL_NUMBER, ISSUING_COUNTRY, NATIONAL_NUMBER } from "./claims.ts";

/** ISO 3166-1 keeps this code free for private use: here, that itsme did not say. No level is claimed for it. */
export const UNKNOWN_COUNTRY = "ZZ";

/** Countries whose documents itsme accepts; Germany also as its documents write it. */
const ALPHA_2: Readonly<Record<string, string>> = {
  BEL: "BE",
  NLD: "NL",
  LUX: "LU",
  IRL: "IE",
  PRT: "PT",
  ITA: "IT",
  FRA: "FR",
  ESP: "ES",
  GBR: "GB",
  DEU: "DE",
  D: "DE",
  FIN: "FI",
  NOR: "NO",
  SWE: "SE",
  DNK: "DK",
  ISL: "IS",
  EST: "EE",
  ROU: "RO",
};

/**
 * ISO 3166-1 alpha-2, or `ZZ`. A Belgian number or card is told of accounts on a Belgian document alone; citizenship is not
 * looked at, since a foreigner may hold a Belgian residence card and a Belgian a foreign account. Where claims disagree: `ZZ`.
 */
export function readCountry(claims: Readonly<Record<string, unknown>>): string {
  const told = new Set([...issuingCountries(claims[ISSUING_COUNTRY]), ...numberCountries(claims)]);
  const [country, ...others] = told;
  return country === undefined || others.length > 0 ? UNKNOWN_COUNTRY : country;
}

function issuingCountries(value: unknown): string[] {
  const codes = typeof value === "object" && value !== null ? Object.values(value) : [value];
  return codes.flatMap((code) => (typeof code === "string" ? [ALPHA_2[code] ?? UNKNOWN_COUNTRY] : []));
}

function numberCountries(claims: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(claims).flatMap((name) => {
    if (claims[name] === null || claims[name] === "") return [];
    if (name === BE_CARD_NUMBER || name === BE_NATIONAL_NUMBER) return ["BE"];
    const country = NATIONAL_NUMBER.exec(name)?.groups?.["country"];
    return country === undefined ? [] : [country];
  });
}
