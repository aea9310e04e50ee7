import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstNameReadings, foldName } from "./fold-name.ts";
import { matchIdentity } from "./match-identity.ts";

const birthDate = Temporal.PlainDate.from("1974-03-02");
const expected = (familyName: string, firstNames: string) => ({ familyName, firstNames });
const stated = (familyName: string, givenNames?: string) => ({
  familyName,
  ...(givenNames === undefined ? {} : { givenNames }),
});

describe("names", () => {
  test.each([
    ["Peeters", "Jan", "PEETERS", "JAN"],
    ["Van den Broeck", "Noémie", "VANDENBROECK", "NOEMIE CLAIRE"],
    ["D'Hondt", "Piet", "D’Hondt", "Piet"],
    ["Dhondt", "Piet", "D'HONDT", "Piet Jan"],
    ["Lefèvre", "Zoë", "Lefevre", "Zoe"],
    ["Van den Broeck-D'Hondt", "Noémie Claire", "Van den Broeck D'Hondt", "Noémie"],
    ["Weiß", "Jörg", "WEISS", "JÖRG"],
    ["Łukasiewicz", "Øyvind", "Lukasiewicz", "Oyvind"],
    ["Claes", "Anne Marie", "Claes", "Anne-Marie Louise"],
    ["Claes", "Anne-Marie", "Claes", "Anne Marie"],
    ["Claes", "Jean", "Claes", "Jean Pierre"],
    // decomposed and precomposed accents
    ["Lefe\u0300vre", "Zoe\u0308", "Lef\u00e8vre", "Zo\u00eb"],
  ])("%s, %s is %s, %s", (family, first, statedFamily, statedGiven) => {
    expect(matchIdentity(expected(family, first), stated(statedFamily, statedGiven))).toEqual({
      kind: "matched",
      on: "name",
    });
  });

  test.each([
    ["another family name", "Peeters", "Jan", "Pieters", "Jan"],
    ["part of a family name", "Van den Broeck", "Noémie", "Broeck", "Noémie"],
    ["another first name", "Peeters", "Jan", "Peeters", "Piet"],
    ["the second given name alone", "Peeters", "Frans", "Peeters", "Jan Frans"],
    ["half of a double first name", "Claes", "Anne", "Claes", "Anne-Marie"],
    ["family and first name exchanged", "Jan", "Peeters", "Peeters", "Jan"],
    ["no given name stated", "Peeters", "Jan", "Peeters", undefined],
    ["a name of signs alone", "-", "'", "-", "'"],
  ])("%s does not match", (_, family, first, statedFamily, statedGiven) => {
    expect(matchIdentity(expected(family, first), stated(statedFamily, statedGiven))).toEqual({
      kind: "mismatch",
      field: "name",
    });
  });

  test("folding knows nothing of case, accents, hyphens, apostrophes and spaces, whatever the name", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), minLength: 1 });
    const dressed = fc.constantFrom("\u0301", "\u0308", "-", "'", "’", " ", "\u00a0", "‐");
    fc.assert(
      fc.property(
        letters,
        fc.array(dressed, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        (name, signs, seed) => {
          const at = (index: number) => (seed + index * 7) % (name.length + 1);
          const other = signs.reduce(
            (text, sign, index) => text.slice(0, at(index)) + sign + text.slice(at(index)),
            name.toUpperCase(),
          );
          expect(foldName(other)).toBe(name);
        },
      ),
    );
  });

  test("a match is mutual, and everybody matches himself", () => {
    const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(name, name, name, name, (familyA, firstA, familyB, firstB) => {
        const ab = matchIdentity(expected(familyA, firstA), stated(familyB, firstB)).kind;
        expect(matchIdentity(expected(familyB, firstB), stated(familyA, firstA)).kind).toBe(ab);
        const shows = foldName(familyA) !== "" && firstNameReadings(firstA).length > 0;
        expect(matchIdentity(expected(familyA, firstA), stated(familyA, firstA)).kind).toBe(
          shows ? "matched" : "mismatch",
        );
      }),
    );
  });
});

describe("date of birth and register number", () => {
  const jan = expected("Peeters", "Jan");
  const card = { ...stated("Peeters", "Jan Frans"), birthDate };

  test("are part of the match where they were given, and only there", () => {
    expect(matchIdentity(jan, card)).toEqual({ kind: "matched", on: "name" });
    expect(matchIdentity({ ...jan, birthDate }, card)).toEqual({ kind: "matched", on: "name+birth_date" });
    expect(matchIdentity({ ...jan, birthDate, registerNumberFits: true }, card)).toEqual({
      kind: "matched",
      on: "register_number",
    });
  });

  test.each([
    ["another date", { ...jan, birthDate: birthDate.add({ days: 1 }) }, card, "birth_date"],
    ["a date that is not stated", { ...jan, birthDate }, stated("Peeters", "Jan"), "birth_date"],
    ["another number, or none stated", { ...jan, registerNumberFits: false }, card, "register_number"],
    [
      "the first that fails is told",
      { ...jan, birthDate, registerNumberFits: false },
      stated("Peeters", "Piet"),
      "name",
    ],
  ] as const)("%s", (_, given, read, field) => {
    expect(matchIdentity(given, read)).toEqual({ kind: "mismatch", field });
  });
});
