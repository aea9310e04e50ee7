// Shortens names and streets as the post does where a line is too long for it, and no further than is needed.

import { codePoints } from "../input/parse-line.ts";

/** The first in full, as a registered letter asks; of the others their initials: "Jan Pieter Marie" → "Jan P M". */
export function abbreviateFirstNames(firstNames: string): string {
  const [first = "", ...others] = firstNames.split(" ");
  return [first, ...others.map((name) => Array.from(name)[0] ?? "")].join(" ");
}

/** From what is understood best to what is understood least. */
const STREET_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bavenue\b/giu, "Av"],
  [/\bboulevard\b/giu, "Bd"],
  [/\bchaussée\b/giu, "Ch"],
  [/\bplace\b/giu, "Pl"],
  [/\bsquare\b/giu, "Sq"],
  [/steenweg\b/giu, "stwg"],
  [/straat\b/giu, "str"],
  [/straße\b/giu, "str"],
  [/laan\b/giu, "ln"],
  [/plein\b/giu, "pl"],
  [/\bburgemeester\b/giu, "Burg"],
  [/\bbourgmestre\b/giu, "Bourg"],
  [/\bBürgermeister\b/giu, "Bürg"],
  [/\bmonseigneur\b/giu, "Mgr"],
  [/\bgénéral\b/giu, "Gén"],
  [/\bgeneraal\b/giu, "Gen"],
  [/\bprofessor\b/giu, "Prof"],
  [/\bprofesseur\b/giu, "Prof"],
  [/\bdocteur\b/giu, "Dr"],
  [/\bdokter\b/giu, "Dr"],
  [/\bsaint\b/giu, "St"],
  [/\bsainte\b/giu, "Ste"],
  [/\bsint\b/giu, "St"],
];

/** At most `room` characters where the usual abbreviations reach that far; otherwise as short as they make it. */
export function abbreviateStreet(street: string, room: number): string {
  let text = street;
  for (const [word, short] of STREET_WORDS) {
    if (codePoints(text) <= room) break;
    text = text.replaceAll(word, (found) => (/^\p{Lu}/u.test(found) ? capital(short) : short));
  }
  return text;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
