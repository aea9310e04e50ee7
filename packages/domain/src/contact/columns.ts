// Which column of a spreadsheet is which field: our own names, and those of the exports of common mail programs in four languages.

/** Fields of a row, nested ones with dots, as a form names them. */
export type ContactField =
  | "kind"
  | "name"
  | "first_names"
  | "middle_names"
  | "organisation"
  | "enterprise_number"
  | "attention_of"
  | "email"
  | "mobile"
  | "postal_address.street"
  | "postal_address.number"
  | "postal_address.box"
  | "postal_address.postcode"
  | "postal_address.town"
  | "postal_address.country"
  | "language"
  | "addressee_consent.basis"
  | "addressee_consent.stated_on"
  | "addressee_consent.words";

/** In the order in which we write them; a file read back needs no guessing. */
export const CONTACT_COLUMNS = [
  "kind",
  "name",
  "first_names",
  "enterprise_number",
  "attention_of",
  "email",
  "mobile",
  "street",
  "number",
  "box",
  "postcode",
  "town",
  "country",
  "language",
] as const;

/** Where a file has several columns of one field the name that stands earlier wins: "name" may hold a whole name. */
const NAMES: Readonly<Record<ContactField, string>> = {
  kind: "kind, type, soort, genre, sorte, art, typ",
  name: "last name, family name, surname, achternaam, familienaam, nom de famille, nachname, familienname, name, naam, nom",
  first_names:
    "first names, first name, given name, voornamen, voornaam, prénoms, prénom, prénom(s), vornamen, vorname",
  middle_names:
    "additional name, middle name, middle names, tweede naam, tweede voornaam, deuxième prénom, autres prénoms, weitere vornamen, zweiter vorname",
  organisation:
    "organisation, organization, company, company name, organization name, organization 1 - name, bedrijf, bedrijfsnaam, onderneming, organisatie, firma, société, entreprise, unternehmen, raison sociale",
  enterprise_number:
    "enterprise number, ondernemingsnummer, kbo nummer, kbo, kbo-nr, numéro d'entreprise, bce, numéro bce, unternehmensnummer, zdu nummer, zdu, btw nummer, vat number, numéro de tva, vat, btw, tva",
  attention_of:
    "attention of, for the attention of, ter attentie van, t.a.v., contactpersoon, à l'attention de, personne de contact, zu händen, z.hd., ansprechpartner, contact person",
  email:
    "email, e-mail, e-mail address, email address, e-mail 1 - value, email 1 - value, e-mailadres, mail, e-mail adres, adresse e-mail, adresse de courriel, courriel, adresse de messagerie, e-mail-adresse, emailadresse",
  mobile:
    "mobile, mobile phone, mobile number, cell phone, gsm, gsm nummer, mobiel, mobiele telefoon, mobiel nummer, mobile (gsm), numéro de gsm, portable, tél. mobile, téléphone mobile, handy, handynummer, mobiltelefon, mobilnummer, mobilfunknummer, phone 1 - value",
  "postal_address.street":
    "street, home street, address 1 - street, business street, straat, straat (huis), rue, rue (domicile), straße, strasse, straße privat, street address",
  "postal_address.number":
    "number, house number, nummer, huisnummer, nr, numéro, numéro de maison, hausnummer",
  "postal_address.box": "box, bus, boîte, bte, briefkasten",
  "postal_address.postcode":
    "postcode, postal code, zip, zip code, home postal code, address 1 - postal code, business postal code, postcode (huis), code postal, code postal (domicile), plz, postleitzahl, postleitzahl privat",
  "postal_address.town":
    "town, city, home city, address 1 - city, business city, gemeente, plaats, stad, woonplaats, commune, localité, ville, ville (domicile), ort, stadt, gemeinde, ort privat",
  "postal_address.country":
    "country, country code, home country, address 1 - country, business country, land, pays, land privat, landcode, code pays, ländercode",
  language: "language, taal, langue, sprache, language code",
  "addressee_consent.basis": "consent basis, consent, toestemming, aanvaarding, consentement, zustimmung",
  "addressee_consent.stated_on":
    "consent on, consent date, toestemming op, datum toestemming, consentement le, zustimmung am",
  "addressee_consent.words":
    "consent words, woorden van de toestemming, termes du consentement, wortlaut der zustimmung",
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split(", ").map((name, rank) => [plain(name), { field: field as ContactField, rank }] as const),
  ),
);

export interface UnderstoodColumn {
  /** As the file names it. */
  readonly heading: string;
  /** Null: passed over. */
  readonly field: ContactField | null;
}

/** What each column of a heading line is; a field is read from one column, the one whose name we know best. */
export function understandColumns(headings: readonly string[]): readonly UnderstoodColumn[] {
  const known = headings.map((heading) => BY_NAME.get(plain(heading)));
  return headings.map((heading, index) => {
    const here = known[index];
    const better = known.some(
      (other, at) =>
        other !== undefined &&
        other.field === here?.field &&
        (other.rank < here.rank || (other.rank === here.rank && at < index)),
    );
    return { heading, field: here && !better ? here.field : null };
  });
}

/** Upper and lower case, accents, underscores and doubled spaces make no difference in a heading. */
function plain(heading: string): string {
  return heading
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll(/[\s_.'’]+/gu, " ")
    .trim();
}
