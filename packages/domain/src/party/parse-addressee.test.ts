import fc from "fast-check";
import { expect, test } from "vitest";
import { nameOf, recipientFacts } from "./addressee.ts";
import { parseAddressee } from "./parse-addressee.ts";
import type { AddresseeRules } from "./parse-addressee.ts";

const rules: AddresseeRules = {
  path: "addressees.0",
  requiredIdentification: "codes",
};

const row = {
  email: "jan.peeters@example.be",
  mobile: "0470 12 34 12",
  name: "Peeters",
  first_names: "Jan",
  language: "nl",
};
const address = {
  street: "Kerkstraat",
  number: "12",
  box: "3",
  postcode: "2000",
  town: "Antwerpen",
  country: "BE",
};

function errorsOf(input: unknown, changed: Partial<AddresseeRules> = {}): readonly string[] {
  const parsed = parseAddressee(input, { ...rules, ...changed });
  return parsed.ok
    ? []
    : parsed.errors.map((error) => `${error.path.replace("addressees.0.", "")} ${error.code}`);
}

test("a person", () => {
  expect(parseAddressee(row, rules)).toEqual({
    ok: true,
    value: {
      kind: "person",
      name: "Peeters",
      firstNames: "Jan",
      email: "jan.peeters@example.be",
      mobile: "+32470123412",
      language: "nl",
      consent: { basis: "none_stated" },
      identification: {},
    },
  });
});

test("an organisation, by its field or by kind", () => {
  const common = {
    ...row,
    name: "",
    first_names: "",
    enterprise_number: "BE 0403.019.261",
    attention_of: "An Maes",
  };
  const byField = parseAddressee({ ...common, organisation: "Bakkerij bv" }, rules);
  const byKind = parseAddressee({ ...common, kind: "organisation", name: "Bakkerij bv" }, rules);
  expect(byField).toEqual(byKind);
  expect(byField).toMatchObject({
    ok: true,
    value: {
      kind: "organisation",
      name: "Bakkerij bv",
      enterpriseNumber: "0403019261",
      attentionOf: "An Maes",
    },
  });
});

test("every error of a row is told at once, each at its field", () => {
  expect(
    errorsOf({
      email: "jan",
      mobile: "0470 12 34",
      language: "es",
      addressee_consent: { basis: "he said so" },
    }),
  ).toEqual([
    "name required",
    "first_names required",
    "email email_invalid",
    "mobile mobile_too_short",
    "language not_a_choice",
    "addressee_consent.basis not_a_choice",
  ]);
});

test("a row that is no row misses everything", () => {
  for (const input of [null, undefined, "Jan", 7, []]) {
    expect(errorsOf(input)).toEqual([
      "name required",
      "first_names required",
      "email required",
      "mobile mobile_required_for_codes",
      "language required",
    ]);
  }
});

test("codes need a mobile number, stronger methods do not", () => {
  expect(errorsOf({ ...row, mobile: " " })).toEqual(["mobile mobile_required_for_codes"]);
  expect(errorsOf({ ...row, mobile: " " }, { requiredIdentification: "eid_or_itsme" })).toEqual([]);
});

test("the language of the account fills in for none", () => {
  expect(errorsOf({ ...row, language: undefined })).toEqual(["language required"]);
  expect(errorsOf({ ...row, language: "" }, { defaultLanguage: "fr" })).toEqual([]);
});

test.each([
  ["none, no letter", undefined, false, []],
  ["none, letter: it can be given later", undefined, true, []],
  [
    "begun, letter",
    { street: "Kerkstraat" },
    true,
    ["number required", "postcode required", "town required"],
  ],
  ["a country alone, no letter", { country: "BE" }, false, []],
  ["begun", { street: "Kerkstraat" }, false, ["number required", "postcode required", "town required"]],
  ["whole", address, true, []],
  ["no country", { ...address, country: undefined }, true, []],
  ["B- before the postcode", { ...address, postcode: "B-2000" }, true, []],
  ["postcode as a number", { ...address, postcode: 2000 }, true, []],
  ["postcode below 1000", { ...address, postcode: "0999" }, true, ["postcode postcode_invalid"]],
  ["postcode of five digits", { ...address, postcode: "10000" }, true, ["postcode postcode_invalid"]],
  ["abroad, no letter", { ...address, postcode: "1012 AB", country: "nl" }, false, []],
  ["abroad, letter", { ...address, postcode: "1012 AB", country: "NL" }, true, []],
  [
    "abroad where no letters go",
    { ...address, postcode: "75001", country: "FR" },
    true,
    ["country country_not_served"],
  ],
  ["no country of the world", { ...address, country: "ZZ" }, false, ["country country_invalid"]],
  ["country in words", { ...address, country: "België" }, false, ["country country_invalid"]],
  ["a line break", { ...address, street: "Kerkstraat\nX" }, true, ["street control_characters"]],
])("postal address: %s", (_name, postalAddress, letter, expected) => {
  const errors = errorsOf(
    { ...row, postal_address: postalAddress },
    letter ? { letterTo: (country) => country === "BE" || country === "NL" } : {},
  );
  expect(errors).toEqual(expected.map((error) => `postal_address.${error}`));
});

test.each(["Łukasz", "Dvořák", "Ștefan", "Ő 🦊", "O'Neill-d’Hondt", "王小明", "👩‍⚖️ Recht"])(
  "the name %s is kept in NFC",
  (name) => {
    const parsed = parseAddressee({ ...row, name: name.normalize("NFD") }, rules);
    expect(parsed).toMatchObject({ ok: true, value: { name: name.normalize("NFC") } });
  },
);

test.each([
  ["CRLF", "Peeters\r\nBcc: x@example.be", "control_characters"],
  ["line separator", "Peeters\u2028Jan", "control_characters"],
  ["bidi override", "Peeters\u202etxt.exe", "control_characters"],
  ["NUL", "Pee\u0000ters", "control_characters"],
  ["half a character", "Peeters\ud83d", "not_well_formed"],
  ["too long", "é".repeat(101), "too_long"],
  ["nothing to see", "\u200d\u200d", "required"],
  ["a number", 12, "not_text"],
])("a name is refused: %s", (_name, name, code) => {
  expect(errorsOf({ ...row, name })).toEqual([`name ${code}`]);
});

test("limits count characters, not bytes or halves", () => {
  expect(errorsOf({ ...row, name: "🦊".repeat(100) })).toEqual([]);
});

test("data for identification", () => {
  const identification = { birth_date: "1985-07-30", national_register_number: "85.07.30-033.28" };
  expect(errorsOf({ ...row, identification })).toEqual([
    "identification.national_register_number register_number_not_allowed",
  ]);
  expect(parseAddressee({ ...row, identification }, { ...rules, registerNumberAllowed: true })).toMatchObject(
    {
      ok: true,
      value: { identification: { registerNumber: "85073003328" } },
    },
  );
  expect(errorsOf({ ...row, identification: { birth_date: "1985-02-30" } })).toEqual([
    "identification.birth_date not_a_date",
  ]);
  expect(
    errorsOf(
      { ...row, identification: { national_register_number: "85073003329" } },
      { registerNumberAllowed: true },
    ),
  ).toEqual(["identification.national_register_number register_number_invalid"]);
});

test.each([
  ["on the first day anybody alive may have", "1875-01-01", []],
  ["before it", "1874-12-31", ["birth_date_impossible"]],
  ["today", "2026-11-22", []],
  ["tomorrow", "2026-11-23", ["birth_date_impossible"]],
  ["a day that no month has", "1985-13-01", ["not_a_date"]],
  ["a leap day", "2000-02-29", []],
  ["a leap day of no leap year", "1900-02-29", ["not_a_date"]],
  ["written as people write it", "30/07/1985", ["not_a_date"]],
  ["a number", 19850730, ["not_a_date"]],
  ["nothing", "", []],
])("a date of birth: %s", (_name, birthDate, codes) => {
  const errors = errorsOf(
    { ...row, identification: { birth_date: birthDate } },
    { today: Temporal.PlainDate.from("2026-11-22") },
  );
  expect(errors).toEqual(codes.map((code) => `identification.birth_date ${code}`));
});

test.each([
  ["with separators", "85.07.30-033.28", []],
  ["of somebody born from 2000 on", "02010112322", []],
  ["a bis number, month + 20", "85273003371", []],
  ["a bis number, month + 40, sex known", "85473003317", []],
  ["an unknown day of birth", "85000012313", []],
  ["wrong check digits", "85073003327", ["register_number_invalid"]],
  ["two digits exchanged", "85073030328", ["register_number_invalid"]],
  ["a month that no number has", "85190112345", ["register_number_invalid"]],
  ["ten digits", "8507300332", ["register_number_invalid"]],
  ["a number, not a text", 85073003328, ["register_number_invalid"]],
  ["all zeros", "00000000000", ["register_number_invalid"]],
])("a register number: %s", (_name, number, codes) => {
  const identification = { national_register_number: number };
  const errors = errorsOf({ ...row, identification }, { registerNumberAllowed: true });
  expect(errors).toEqual(codes.map((code) => `identification.national_register_number ${code}`));
  // Who may not give one learns nothing about it, right or wrong.
  expect(errorsOf({ ...row, identification })).toEqual([
    "identification.national_register_number register_number_not_allowed",
  ]);
});

test("an organisation needs its number where only itsme or eID open, and has no date of birth", () => {
  const strong = { requiredIdentification: "eid_or_itsme" } as const;
  const bakery = { email: "info@bakkerij.example", organisation: "Bakkerij bv", language: "nl" };
  expect(errorsOf(bakery, strong)).toEqual(["enterprise_number enterprise_number_required"]);
  expect(errorsOf({ ...bakery, enterprise_number: "0403.019.261" }, strong)).toEqual([]);
  const identification = { birth_date: "1985-07-30", national_register_number: "85.07.30-033.28" };
  expect(
    errorsOf({ ...bakery, enterprise_number: "0403.019.261", identification }, strong).toSorted(),
  ).toEqual([
    "identification.birth_date for_persons_only",
    "identification.national_register_number for_persons_only",
  ]);
});

test("an enterprise number that does not add up", () => {
  expect(errorsOf({ ...row, organisation: "X", enterprise_number: "0403019262" })).toEqual([
    "enterprise_number enterprise_number_invalid",
  ]);
  expect(errorsOf({ ...row, organisation: "X", identification: { enterprise_number: 403019261 } })).toEqual([
    "identification.enterprise_number enterprise_number_invalid",
  ]);
});

test("consent with date and words", () => {
  const given = { basis: "clause", stated_on: "2024-05-01", words: "art. 12 of the lease" };
  const parsed = parseAddressee({ ...row, addressee_consent: given }, rules);
  expect(parsed.ok && recipientFacts(parsed.value).consent).toEqual(given);
  expect(errorsOf({ ...row, addressee_consent: "clause" })).toEqual([]);
});

test("evidence never says what identification will be matched with", () => {
  const parsed = parseAddressee(
    { ...row, postal_address: address, identification: { birth_date: "1985-07-30" } },
    rules,
  );
  expect(parsed.ok && recipientFacts(parsed.value)).toEqual({
    kind: "person",
    name: "Peeters",
    first_names: "Jan",
    email: "jan.peeters@example.be",
    mobile: "+32470123412",
    postal_address: address,
    language: "nl",
    consent: { basis: "none_stated" },
    supplied_by: "sender",
  });
});

test("the name a notice is for", () => {
  expect(nameOf({ name: "Peeters", firstNames: "Jan" })).toBe("Jan Peeters");
  expect(nameOf({ name: "Bakkerij bv", attentionOf: "An Maes" })).toBe("Bakkerij bv, An Maes");
  expect(nameOf({ name: "Bakkerij bv" })).toBe("Bakkerij bv");
});

test("whatever comes in, an answer comes out and never an exception", () => {
  const anyRow = fc.record({
    email: fc.anything(),
    mobile: fc.oneof(fc.string(), fc.anything()),
    name: fc.string({ unit: "binary" }),
    postal_address: fc.anything(),
    identification: fc.anything(),
    addressee_consent: fc.anything(),
  });
  const anyInput = fc.oneof(anyRow, fc.anything());
  fc.assert(
    fc.property(anyInput, (input) => {
      const parsed = parseAddressee(input, rules);
      expect(parsed.ok || parsed.errors.length > 0).toBe(true);
    }),
  );
});
