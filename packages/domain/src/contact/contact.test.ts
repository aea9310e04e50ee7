import fc from "fast-check";
import { parse } from "vcard4";
import { expect, test } from "vitest";
import { understandColumns } from "./columns.ts";
import { type Contact, contactKey, keyBeginnings, parseContact } from "./contact.ts";
import { csvLine, guardCell, unguardCell } from "./guard-cell.ts";
import { nestRow, readRow } from "./read-row.ts";
import { readVcards } from "./read-vcard.ts";
import { writeVcard } from "./write-vcard.ts";

const JAN: Contact = {
  kind: "person",
  name: "Peeters",
  firstNames: "Jan",
  email: "jan.peeters@example.be",
  mobile: "+32470123412",
  postalAddress: {
    street: "Dorpsstraat",
    number: "7",
    box: "B",
    postcode: "9000",
    town: "Gent",
    country: "BE",
  },
  language: "nl",
};

function read(headings: readonly string[], cells: readonly string[]) {
  return parseContact(nestRow(readRow(understandColumns(headings), cells)), { defaultLanguage: "nl" });
}

test("a contact needs neither mobile number nor enterprise number, but a name and an address", () => {
  const organisation = { kind: "organisation", name: "Bakkerij Peeters", email: "info@bakkerij.example" };
  expect(parseContact(organisation, { defaultLanguage: "fr" })).toEqual({
    ok: true,
    value: { ...organisation, language: "fr" },
  });
  expect(parseContact({ name: "Peeters", email: "jan@" }, { defaultLanguage: "nl" })).toEqual({
    ok: false,
    errors: [
      { path: "first_names", code: "required" },
      { path: "email", code: "email_invalid" },
    ],
  });
});

test("keys fold what makes no difference, and keep what would fold to nothing", () => {
  expect(contactKey({ name: "De Vos", firstNames: "Ànne-Marie" })).toBe("devos annemarie");
  expect(contactKey({ name: "🦊" })).toBe("🦊");
  expect(Array.from(contactKey({ name: "ﷺ".repeat(150) })).length).toBeLessThanOrEqual(240);
});

test.each(["de vos", "De Vos An", "an de vos", "DEVOS"])(
  "%s finds An De Vos by the beginning of its key",
  (typed) => {
    const key = contactKey({ name: "De Vos", firstNames: "An" });
    expect(keyBeginnings(typed).some((beginning) => key.startsWith(beginning))).toBe(true);
  },
);

test("nothing is looked for where nothing was typed", () => {
  expect(keyBeginnings("   ")).toEqual([]);
});

test.each([
  ["ours", ["kind", "name", "first_names", "email"], ["person", "Peeters", "Jan", "jan@example.be"]],
  [
    "Outlook, English",
    ["First Name", "Last Name", "Company", "E-mail Address"],
    ["Jan", "Peeters", "Acme", "jan@example.be"],
  ],
  [
    "Google",
    ["Name", "Given Name", "Family Name", "E-mail 1 - Value"],
    ["Jan Peeters", "Jan", "Peeters", "jan@example.be"],
  ],
  ["Dutch", ["Voornaam", "Achternaam", "E-mailadres"], ["Jan", "Peeters", "jan@example.be"]],
  ["French", ["Prénom", "Nom", "Adresse e-mail"], ["Jan", "Peeters", "jan@example.be"]],
  ["German", ["Vorname", "Nachname", "E-Mail-Adresse"], ["Jan", "Peeters", "jan@example.be"]],
])("columns of %s are understood", (_, headings, cells) => {
  expect(read(headings, cells)).toEqual({
    ok: true,
    value: { kind: "person", name: "Peeters", firstNames: "Jan", email: "jan@example.be", language: "nl" },
  });
});

test("what people write in cells is put as a form names it", () => {
  const headings = [
    "Bedrijf",
    "E-mail",
    "Straat",
    "Postcode",
    "Gemeente",
    "Land",
    "Taal",
    "KBO nummer",
    "Contactpersoon",
  ];
  const cells = [
    "Bakkerij Peeters",
    "info@b.example",
    "Grote Markt 12 bus 3",
    "9000",
    "Gent",
    "België",
    "Frans",
    "0403.170.701",
    "An Maes",
  ];
  expect(read(headings, cells)).toMatchObject({
    ok: true,
    value: {
      kind: "organisation",
      attentionOf: "An Maes",
      enterpriseNumber: "0403170701",
      language: "fr",
      postalAddress: { street: "Grote Markt", number: "12", box: "3", country: "BE" },
    },
  });
  const consent = readRow(understandColumns(["consent_on", "consent_words"]), [
    "3/11/2026",
    "Ja, per e-mail",
  ]);
  expect(consent).toMatchObject({
    "addressee_consent.basis": "earlier_consent",
    "addressee_consent.stated_on": "2026-11-03",
  });
});

test("a landline in a column of any numbers is no mobile number, and no mistake", () => {
  const headings = ["Given Name", "Family Name", "E-mail 1 - Value", "Phone 1 - Value"];
  const row = (number: string) => read(headings, ["Jan", "Peeters", "jan@example.be", number]);
  expect(row("02 555 12 12")).toMatchObject({ ok: true, value: { name: "Peeters" } });
  expect(row("0470 12 34 12")).toMatchObject({ ok: true, value: { mobile: "+32470123412" } });
});

test("a cell is guarded so that no spreadsheet runs it, and comes back exactly", () => {
  for (const cell of ["=HYPERLINK(1)", "+32470123412", "-1", "@x", "\t=1", "'=1", "＝1"]) {
    expect(guardCell(cell)).toBe(`'${cell}`);
  }
  expect(guardCell("'t Hooft")).toBe("'t Hooft");
  expect(csvLine(['a "b"', "=1"])).toBe(`"a ""b""","'=1"\r\n`);
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 20 }),
      (cell) => unguardCell(guardCell(cell)) === cell,
    ),
  );
});

test("cards that we write are read by another's reader, and say the same", () => {
  const card = parse(writeVcard("con_1", JAN)) as unknown as {
    readonly parsedVcard: readonly { readonly property: string; readonly value: unknown }[];
  };
  const valueOf = (name: string) => card.parsedVcard.find(({ property }) => property === name)?.value;
  expect(valueOf("FN")).toBe("Jan Peeters");
  expect(valueOf("N")).toMatchObject({ familyNames: "Peeters", givenNames: "Jan" });
  expect(valueOf("EMAIL")).toBe("jan.peeters@example.be");
  expect(valueOf("TEL")).toBe("tel:+32470123412");
  expect(valueOf("ADR")).toMatchObject({ streetAddress: "Dorpsstraat 7 bus B", locality: "Gent" });
});

const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 90 })
  .map((text) => `x${text}`.normalize("NFC"));

test("whatever a contact is called, its card reads back as itself, in lines of at most 75 octets", () => {
  fc.assert(
    fc.property(words, words, words, (name, firstNames, street) => {
      const parsed = parseContact(
        {
          name,
          first_names: firstNames,
          email: "a@b.example",
          mobile: "0470 12 34 12",
          postal_address: { street, number: "7", postcode: "9000", town: "Gent" },
        },
        { defaultLanguage: "de" },
      );
      fc.pre(parsed.ok);
      const card = writeVcard("con_1", parsed.value);
      for (const line of card.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const [read] = readVcards(card);
      expect(read?.card.ok).toBe(true);
      if (read?.card.ok !== true) return;
      expect(parseContact(nestRow(read.card.row), { defaultLanguage: "nl" })).toEqual(parsed);
    }),
  );
});

test("cards of phones and mail programs: groups, folded lines, types, a preferred address", () => {
  const text = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    "N:Peeters;Jan;;;",
    "FN:Jan",
    "  Peeters",
    "item1.EMAIL;type=INTERNET;type=WORK:jan@work.example",
    "item2.EMAIL;type=INTERNET;type=pref:jan@home.example",
    "TEL;type=HOME;type=VOICE:02 555 12 12",
    "TEL;type=CELL;type=VOICE:0470 12 34 12",
    "ADR;type=HOME:;;Dorpsstraat 7;Gent;;9000;Belgique",
    "END:VCARD",
    "BEGIN:VCARD",
    "VERSION:2.1",
    "N;CHARSET=UTF-8:X;Y",
    "END:VCARD",
    "BEGIN:VCARD",
    "VERSION:4.0",
  ].join("\r\n");
  const cards = [...readVcards(text)];
  expect(cards.map(({ line, card }) => [line, card.ok || card.code])).toEqual([
    [1, true],
    [12, "card_version"],
    [16, "card_broken"],
  ]);
  expect(cards[0]?.card).toMatchObject({
    row: {
      kind: "person",
      name: "Peeters",
      first_names: "Jan",
      email: "jan@home.example",
      mobile: "0470 12 34 12",
      "postal_address.number": "7",
      "postal_address.country": "BE",
    },
  });
});
