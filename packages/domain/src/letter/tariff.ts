// What a registered letter costs in credits, by country and number of sheets, as the configuration says it.

import { EVERY_COUNTRY } from "./judge-address.ts";

/** Up to so many sheets, so many credits. */
interface Step {
  readonly sheets: number;
  readonly credits: number;
}

/** By country, ISO 3166-1 alpha-2, "*" for all that are not named; steps from light to heavy. */
export type Tariff = ReadonlyMap<string, readonly Step[]>;

const CREDITS_MAX = 10_000;
const SHEETS_MAX = 200;

/**
 * Reads `BE:8=9,40=12,100=18;*:8=14,40=20`: in Belgium 9 credits up to 8 sheets, 12 up to 40. Strict: sheets rise,
 * credits never fall, no country stands twice. Throws Error that names the entry.
 */
export function parseTariff(text: string): Tariff {
  const tariff = new Map<string, readonly Step[]>();
  for (const entry of text.split(";")) {
    const [, country = "", steps = ""] = /^\s*([A-Z]{2}|\*)\s*:(.+)$/.exec(entry) ?? [];
    if (country === "") throw new Error(`${entry.trim() || "an empty entry"} is no tariff of a country`);
    if (tariff.has(country)) throw new Error(`${country} has two tariffs`);
    tariff.set(country, parseSteps(country, steps));
  }
  return tariff;
}

function parseSteps(country: string, text: string): readonly Step[] {
  const steps: Step[] = [];
  for (const part of text.split(",")) {
    const [, sheets = "", credits = ""] = /^\s*(\d{1,3})\s*=\s*(\d{1,5})\s*$/.exec(part) ?? [];
    const step = { sheets: Number(sheets), credits: Number(credits) };
    const before = steps.at(-1) ?? { sheets: 0, credits: 1 };
    const possible = step.sheets <= SHEETS_MAX && step.credits <= CREDITS_MAX;
    if (!possible || step.sheets <= before.sheets || step.credits < before.credits)
      throw new Error(`${country}: ${part.trim() || "an empty step"} is no step that follows`);
    steps.push(step);
  }
  return steps;
}

/** Credits for one letter; null where none goes to the country, or none of that many sheets. */
export function postageOf(
  tariff: Tariff,
  letter: { readonly country: string; readonly sheets: number },
): number | null {
  const steps = tariff.get(letter.country) ?? tariff.get(EVERY_COUNTRY) ?? [];
  return steps.find(({ sheets }) => letter.sheets <= sheets)?.credits ?? null;
}

/** As `addressProblemOf` takes them: "*" among them stands for all. */
export function countriesOf(tariff: Tariff): readonly string[] {
  return [...tariff.keys()];
}
