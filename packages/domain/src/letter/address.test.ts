import fc from "fast-check";
import { expect, test } from "vitest";
import { LANGUAGES } from "../language.ts";
import { parsePostalAddress } from "../party/postal-address.ts";
import type { PostalAddress } from "../party/postal-address.ts";
import { addressProblemOf } from "./judge-address.ts";
import { addressFits, addressLines } from "./set-address.ts";

const antwerp: PostalAddress = {
  street: "Kerkstraat",
  number: "12",
  postcode: "2000",
  town: "Antwerpen",
  country: "BE",
};
const jan = { name: "Peeters", firstNames: "Jan" };

test("a person in Flanders", () => {
  expect(addressLines(jan, antwerp, "nl")).toEqual(["Jan Peeters", "Kerkstraat 12", "2000 ANTWERPEN"]);
});

test("an organisation, then for whom it is", () => {
  const party = { name: "Bakkerij Peeters & Zonen, b.v.", attentionOf: "An Maes" };
  expect(addressLines(party, antwerp, "nl").slice(0, 2)).toEqual(["Bakkerij Peeters & Zonen bv", "An Maes"]);
});

test.each([
  ["Flanders, whatever is read there", "2000", "fr", "bus"],
  ["Wallonia", "5000", "nl", "bte"],
  ["Walloon Brabant", "1348", "nl", "bte"],
  ["Flemish Brabant", "1500", "fr", "bus"],
  ["West Flanders", "8000", "de", "bus"],
  ["the German-speaking community", "4700", "de", "bte"],
  ["Brussels, in Dutch", "1000", "nl", "bus"],
  ["Brussels, in French", "1000", "fr", "bte"],
  ["Brussels, in English", "1210", "en", "bte"],
] as const)("the word before a box in %s", (_where, postcode, language, word) => {
  const lines = addressLines(jan, { ...antwerp, postcode, box: "3A" }, language);
  expect(lines[1]).toBe(`Kerkstraat 12 ${word} 3A`);
});

test("a box that repeats its word has it once", () => {
  expect(addressLines(jan, { ...antwerp, box: "bus 4" }, "nl")[1]).toBe("Kerkstraat 12 bus 4");
  expect(addressLines(jan, { ...antwerp, box: "Bte. 4" }, "nl")[1]).toBe("Kerkstraat 12 bus 4");
  expect(addressLines(jan, { ...antwerp, box: "bus" }, "nl")[1]).toBe("Kerkstraat 12 bus bus");
});

test.each([
  ["bus3", "3"],
  ["/3", "3"],
  ["# 12", "12"],
  ["nr. 4", "4"],
  ["Bte n° 4", "4"],
  ["Bfk. 2", "2"],
  ["B3", "B3"],
  ["0201", "0201"],
  ["Busserd", "Busserd"],
])("a box written as %s is box %s: the post asks for the word, and no sign in its place", (box, number) => {
  expect(addressLines(jan, { ...antwerp, box }, "nl")[1]).toBe(`Kerkstraat 12 bus ${number}`);
});

test.each([
  ["12-14", "12-14"],
  ["12A", "12A"],
  ["12 bis", "12 bis"],
  ["12/14", "12/14"],
])("the number of a house stays as it is written: %s", (number, set) => {
  expect(addressLines(jan, { ...antwerp, number }, "nl")[1]).toBe(`Kerkstraat ${set}`);
});

test.each([
  ["NL", "1234ab", "Groß-Gerau", "1234 AB GROSS-GERAU"],
  ["NL", "NL-1234 AB", "'s-Gravenhage", "1234 AB 'S-GRAVENHAGE"],
  ["LU", "L-2999", "Esch-sur-Alzette", "L-2999 ESCH-SUR-ALZETTE"],
  ["DE", "D-50667", "Köln", "50667 KÖLN"],
  ["FR", "F-59040", "Lille Cedex 9", "59040 LILLE CEDEX 9"],
  ["CH", "CH-8001", "Zürich", "8001 ZÜRICH"],
  ["US", "20500", "Washington, DC", "WASHINGTON DC 20500"],
  ["BE", "B-4000", "Liège", "4000 LIÈGE"],
  ["DK", "2100", "København Ø", "2100 KØBENHAVN Ø"],
  ["TR", "34000", "İstanbul Silivri", "34000 İSTANBUL SILIVRI"],
] as const)("postcode and town in %s: %s %s", (country, postcode, town, line) => {
  expect(addressLines(jan, { ...antwerp, country, postcode, town }, "en")[2]).toBe(line);
});

test.each([
  ["GB", "sw1a2aa", "SW1A 2AA"],
  ["GB", "M1 1AE", "M1 1AE"],
  ["IE", "d02x285", "D02 X285"],
] as const)("the postcode below the town in %s: %s", (country, postcode, line) => {
  expect(addressLines(jan, { ...antwerp, country, postcode }, "en")[3]).toBe(line);
});

test.each([
  ["NL", "Kerkstraat 12 3"],
  ["FR", "12 Kerkstraat bte 3"],
  ["LU", "12 Kerkstraat bte 3"],
  ["DE", "Kerkstraat 12 box 3"],
] as const)("a box in %s", (country, line) => {
  const address = { ...antwerp, country, postcode: "1234", box: "bus 3" };
  expect(addressLines(jan, address, "nl")[1]).toBe(line);
});

test("punctuation goes, what belongs to a name stays", () => {
  const address = {
    ...antwerp,
    street: "St.-Pietersplein, d'Hoop",
    number: "12/3",
    town: "Sint-Job-in-'t-Goor",
  };
  expect(addressLines({ name: "O'Neill", firstNames: "J.P." }, address, "nl")).toEqual([
    "JP O'Neill",
    "St-Pietersplein d'Hoop 12/3",
    "2000 SINT-JOB-IN-'T-GOOR",
  ]);
});

test("no line is longer than the post reads: other first names become initials", () => {
  const party = { name: "Van den Broucke-Vandermeersch", firstNames: "Jan Pieter Élodie" };
  expect(addressLines(party, antwerp, "nl")[0]).toBe("Jan P É Van den Broucke-Vandermeersch");
});

test("a long name goes on in the next line", () => {
  const party = { name: "Vereniging van mede-eigenaars van de residentie Zonnebloem te Antwerpen" };
  expect(addressLines(party, antwerp, "nl").slice(0, 2)).toEqual([
    "Vereniging van mede-eigenaars van de",
    "residentie Zonnebloem te Antwerpen",
  ]);
});

test("words of a street are shortened, and only as many as must", () => {
  const street = "Boulevard du Bourgmestre Jean Saint-Remi";
  expect(addressLines(jan, { ...antwerp, street }, "fr")[1]).toBe("Bd du Bourgmestre Jean Saint-Remi 12");
  const longer = "Burgemeester Ferdinand De Jaegherestraat";
  expect(addressLines(jan, { ...antwerp, street: longer }, "nl")[1]).toBe(
    "Burgemeester Ferdinand De Jaegherestr 12",
  );
});

test.each([
  [
    "Germany",
    { country: "DE", postcode: "50667", town: "Köln" },
    "nl",
    ["Kerkstraat 12", "50667 KÖLN", "GERMANY"],
  ],
  [
    "France, read in French",
    { country: "FR", postcode: "59000", town: "Lille" },
    "fr",
    ["12 Kerkstraat", "59000 LILLE", "FRANCE"],
  ],
  [
    "Germany, read in French",
    { country: "DE", postcode: "50667", town: "Köln" },
    "fr",
    ["Kerkstraat 12", "50667 KÖLN", "ALLEMAGNE"],
  ],
  [
    "the United Kingdom",
    { country: "GB", postcode: "sw1a 2aa", town: "London" },
    "en",
    ["12 Kerkstraat", "LONDON", "SW1A 2AA", "UNITED KINGDOM"],
  ],
  [
    "the United States",
    { country: "US", postcode: "10001", town: "New York NY" },
    "en",
    ["12 Kerkstraat", "NEW YORK NY 10001", "UNITED STATES"],
  ],
] as const)("an address in %s", (_where, place, language, lines) => {
  expect(addressLines(jan, { ...antwerp, ...place }, language).slice(1)).toEqual(lines);
});

test.each([
  ["one as it should be", {}, null],
  ["accents and strokes", { street: "Łukasiewiczstraat", town: "Liège" }, null],
  ["a post office box in the street", { street: "Postbus", number: "12" }, null],
  ["a post office box in the number", { street: "Boîte postale", number: "BP 12" }, null],
  ["a house without number, said so", { number: "z/n" }, null],
  ["a street without number", { number: "-" }, "incomplete"],
  ["a number alone", { street: "12" }, "incomplete"],
  ["a post office box without number", { street: "Postbus", number: "x" }, "incomplete"],
  ["a postcode of another country", { postcode: "59000" }, "incomplete"],
  ["no town", { town: "—" }, "incomplete"],
  ["Cyrillic", { street: "улица Ленина" }, "unreadable"],
  ["Arabic", { town: "بروكسل" }, "unreadable"],
  ["Arabic digits", { number: "١٢" }, "unreadable"],
  ["a picture for a house", { street: "Huis 🏠" }, "unreadable"],
  ["a street of a hundred characters", { street: "x".repeat(100) }, "other"],
  ["a country that is not served", { country: "JP" }, "not_served"],
] as const)("the address: %s", (_name, changed, problem) => {
  expect(addressProblemOf({ ...antwerp, ...changed }, ["BE", "NL"])).toBe(problem);
});

test("no address, any country, and names", () => {
  expect(addressProblemOf(null, ["BE"])).toBe("missing");
  expect(addressProblemOf({ ...antwerp, country: "JP" }, ["BE", "*"])).toBeNull();
  expect(addressProblemOf(antwerp, ["BE"], { name: "Иванов", firstNames: "Иван" })).toBe("unreadable");
  expect(addressProblemOf(antwerp, ["BE"], { name: "Peeters 🌻", firstNames: "Jan" })).toBeNull();
  expect(addressProblemOf(antwerp, ["BE"], { name: "x".repeat(41) })).toBe("other");
  expect(addressProblemOf(antwerp, ["BE"], { name: "ab ".repeat(80) })).toBe("other");
});

test("what fits", () => {
  expect(addressFits(["x".repeat(40), "x", "x", "x", "x", "x"])).toBe(true);
  expect(addressFits(["x".repeat(41)])).toBe(false);
  expect(addressFits(["x", "x", "x", "x", "x", "x", "x"])).toBe(false);
});

test("whatever is typed: no empty line, no punctuation, and a letter goes only where it fits", () => {
  const text = (maxLength: number) =>
    fc.oneof(
      fc.string({ maxLength, unit: "grapheme" }),
      fc.string({ maxLength }),
      fc.constantFrom("Kerkstraat", "12"),
    );
  const typed = fc.record({
    street: text(100),
    number: text(12),
    box: text(12),
    postcode: fc.constantFrom("2000", "1000", "4700", "75001"),
    town: text(60),
    country: fc.constantFrom("BE", "FR", "GB", "US", "NL"),
  });
  fc.assert(
    fc.property(
      typed,
      text(100),
      text(100),
      fc.constantFrom(...LANGUAGES),
      (input, name, firstNames, language) => {
        const parsed = parsePostalAddress("", input);
        if (!parsed.ok || parsed.value === null) return;
        const lines = addressLines({ name, firstNames }, parsed.value, language);
        for (const line of lines) {
          expect(line).toBe(line.trim());
          expect(line).not.toMatch(/^$|[.,;:!?"()[\]{}]/);
        }
        if (addressProblemOf(parsed.value, ["*"], { name, firstNames }) === null)
          expect(addressFits(addressLines({ name, firstNames }, parsed.value, "nl"))).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
