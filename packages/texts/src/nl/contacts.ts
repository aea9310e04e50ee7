// Words in Dutch about the address book.

import type { contacts as En } from "../en/contacts.ts";
import { composeContacts } from "./compose-contacts.ts";
import { consents } from "./consents.ts";

export const contacts: typeof En = {
  menu: "Adresboek",
  sections: "Adresboek en toestemmingen",
  consents,
  compose: composeContacts,
  list: {
    title: "Adresboek",
    lead: "Alleen leden van uw account zien het. Het verdwijnt samen met het account.",
    search: "Begin van een naam of een e-mailadres",
    caption: "Contacten, op naam",
    tick: (name) => `${name} aanvinken`,
    ticked: "Aangevinkt",
    name: "Naam",
    email: "E-mail",
    mobile: "Gsm-nummer",
    town: "Gemeente",
    write: "Nieuw contact",
    read: "Een bestand inlezen",
    exportCsv: "Exporteren als CSV",
    exportVcard: "Exporteren als vCard",
    deleteTicked: "Verwijderen wat is aangevinkt",
    noneTicked: "Vink eerst minstens één contact aan.",
    emptyTitle: "Hier staat nog niemand",
    emptyText: "Schrijf een contact, of lees een bestand uit een ander programma in.",
    nothingFound: "Niemand gevonden",
    nothingFoundText: "Typ het begin van een familienaam, van voornamen of van een e-mailadres.",
    all: "Alles tonen",
    added: "Het contact is toegevoegd.",
    changed: "Het contact is gewijzigd.",
    deleted: (count) => (count === 1 ? "Eén contact is verwijderd." : `${count} contacten zijn verwijderd.`),
  },
  form: {
    addTitle: "Nieuw contact",
    changeTitle: "Contact",
    save: "Bewaren",
    delete: "Dit contact verwijderen",
    country: "Land",
    countryHint: "Twee letters, zoals BE. België als u niets invult.",
  },
  deleting: {
    title: "Contacten verwijderen",
    text: (count) =>
      count === 1
        ? "Dit contact verdwijnt uit uw adresboek. Wat u verstuurde en het register van toestemmingen blijven zoals ze zijn."
        : `Deze ${count} contacten verdwijnen uit uw adresboek. Wat u verstuurde en het register van toestemmingen blijven zoals ze zijn.`,
    button: "Verwijderen",
  },
  reading: {
    title: "Een bestand met contacten inlezen",
    lead: "CSV uit een rekenblad of een mailprogramma, of vCard (3.0 of 4.0). Hoogstens 50.000 rijen en 10 MB.",
    file: "Bestand",
    how: "De eerste regel van een CSV-bestand noemt de kolommen: naam, voornamen, e-mail, gsm, straat, nummer, postcode, gemeente, taal. Namen in vier talen en die van Outlook en Google zijn bekend. Een kolom die wij niet kennen, slaan wij over.",
    consentColumns: "Kolommen consent_on en consent_words komen in uw register van toestemmingen.",
    again:
      "Wie met hetzelfde e-mailadres en dezelfde naam in uw adresboek staat, wordt gewijzigd en niet verdubbeld.",
    button: "Inlezen",
    refused: {
      contact_file_missing: "Kies eerst een bestand.",
      contact_file_too_large: "Het bestand is groter dan 10 MB. Er is niets ingelezen.",
      contact_file_empty: "Het bestand is leeg. Er is niets ingelezen.",
      contact_columns_unknown:
        "Wij vonden geen kolom met namen of geen met e-mailadressen. De eerste regel moet de kolommen noemen. Er is niets ingelezen.",
      contact_rows_too_many:
        "Het bestand heeft meer dan 50.000 rijen. De eerste 50.000 kunnen ingelezen zijn. Splits het bestand en lees de rest in.",
    },
  },
  report: {
    title: "Wat is ingelezen",
    lead: (when) => `Ingelezen op ${when}. Deze pagina blijft een dag staan.`,
    added: "Toegevoegd",
    changed: "Gewijzigd",
    bad: "Niet overgenomen",
    understood: "Hoe het bestand is begrepen",
    format: "Formaat",
    formats: { csv: "CSV", vcard: "vCard" },
    encoding: "Tekens",
    delimiter: "Kolommen gescheiden door",
    delimiters: { ",": "komma", ";": "puntkomma", "\t": "tab" },
    columns: "Kolommen",
    passedOver: "Overgeslagen",
    none: "geen",
    badTitle: "Rijen die niet zijn overgenomen",
    badLead: (shown, all) =>
      shown === all
        ? "Verbeter ze en lees ze opnieuw in."
        : `De eerste ${shown} van ${all}. Verbeter ze en lees ze opnieuw in.`,
    download: "Downloaden als CSV, met redenen",
    downloadNote:
      "Cellen die een rekenblad voor een formule zou nemen, beginnen daarin met een apostrof. Bij het opnieuw inlezen gaat die weer weg.",
    line: "Regel",
    reasons: "Reden",
    toList: "Naar het adresboek",
  },
  badFile: { line: "regel", reasons: "redenen" },
};
