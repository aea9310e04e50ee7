// Whether a provider may process personal data here: established in the European Economic Area, and its ultimate parent as well (GDPR art. 28, 44).

/** European Union and, by the EEA agreement, Iceland, Liechtenstein and Norway. */
const EEA = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(" "),
);

export interface EstablishmentFacts {
  /** ISO 3166-1 alpha-2, as that of whoever stands above all others. */
  readonly country: string;
  readonly parentCountry: string;
  /** Why it may be used all the same, as documented; null where nobody said so. */
  readonly override: string | null;
}

/** `overridden`: outside, and somebody answers for it in words. */
export type Establishment = "within" | "overridden" | "outside";

/** Characters, the white space around them left aside. */
export const OVERRIDE_SHORTEST = 10;
export const OVERRIDE_LONGEST = 500;

/** The one judgement for the register and for the start of every service. */
export function judgeEstablishment({ country, parentCountry, override }: EstablishmentFacts): Establishment {
  if (isInEea(country) && isInEea(parentCountry)) return "within";
  return (override ?? "").trim().length >= OVERRIDE_SHORTEST ? "overridden" : "outside";
}

export function isInEea(country: string): boolean {
  return EEA.has(country);
}
