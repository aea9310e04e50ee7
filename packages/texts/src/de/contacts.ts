// Words in German about the address book.

import type { contacts as En } from "../en/contacts.ts";
import { composeContacts } from "./compose-contacts.ts";
import { consents } from "./consents.ts";

export const contacts: typeof En = {
  menu: "Adressbuch",
  sections: "Adressbuch und Zustimmungen",
  consents,
  compose: composeContacts,
  list: {
    title: "Adressbuch",
    lead: "Nur Mitglieder Ihres Kontos sehen es. Es verschwindet mit dem Konto.",
    search: "Anfang eines Namens oder einer E-Mail-Adresse",
    caption: "Kontakte, nach Namen",
    tick: (name) => `${name} ankreuzen`,
    ticked: "Angekreuzt",
    name: "Name",
    email: "E-Mail",
    mobile: "Mobilnummer",
    town: "Ort",
    write: "Neuer Kontakt",
    read: "Eine Datei einlesen",
    exportCsv: "Als CSV exportieren",
    exportVcard: "Als vCard exportieren",
    deleteTicked: "Angekreuzte löschen",
    noneTicked: "Kreuzen Sie zuerst mindestens einen Kontakt an.",
    emptyTitle: "Hier steht noch niemand",
    emptyText: "Schreiben Sie einen Kontakt, oder lesen Sie eine Datei aus einem anderen Programm ein.",
    nothingFound: "Niemand gefunden",
    nothingFoundText: "Geben Sie den Anfang eines Nachnamens, von Vornamen oder einer E-Mail-Adresse ein.",
    all: "Alle zeigen",
    added: "Der Kontakt wurde hinzugefügt.",
    changed: "Der Kontakt wurde geändert.",
    deleted: (count) => (count === 1 ? "Ein Kontakt wurde gelöscht." : `${count} Kontakte wurden gelöscht.`),
  },
  form: {
    addTitle: "Neuer Kontakt",
    changeTitle: "Kontakt",
    save: "Speichern",
    delete: "Diesen Kontakt löschen",
    country: "Land",
    countryHint: "Zwei Buchstaben, etwa BE. Belgien, wenn Sie es leer lassen.",
  },
  deleting: {
    title: "Kontakte löschen",
    text: (count) =>
      count === 1
        ? "Dieser Kontakt verlässt Ihr Adressbuch. Ihre Sendungen und das Verzeichnis der Zustimmungen bleiben, wie sie sind."
        : `Diese ${count} Kontakte verlassen Ihr Adressbuch. Ihre Sendungen und das Verzeichnis der Zustimmungen bleiben, wie sie sind.`,
    button: "Löschen",
  },
  reading: {
    title: "Eine Datei mit Kontakten einlesen",
    lead: "CSV aus einer Tabelle oder einem Mailprogramm, oder vCard (3.0 oder 4.0). Höchstens 50.000 Zeilen und 10 MB.",
    file: "Datei",
    how: "Die erste Zeile einer CSV-Datei nennt die Spalten: Name, Vornamen, E-Mail, Mobilnummer, Straße, Hausnummer, Postleitzahl, Ort, Sprache. Namen in vier Sprachen und die von Outlook und Google sind bekannt. Eine Spalte, die wir nicht kennen, wird übergangen.",
    consentColumns: "Die Spalten consent_on und consent_words kommen in Ihr Verzeichnis der Zustimmungen.",
    again:
      "Wer mit derselben E-Mail-Adresse und demselben Namen in Ihrem Adressbuch steht, wird geändert und nicht verdoppelt.",
    button: "Einlesen",
    refused: {
      contact_file_missing: "Wählen Sie zuerst eine Datei.",
      contact_file_too_large: "Die Datei ist größer als 10 MB. Es wurde nichts gelesen.",
      contact_file_empty: "Die Datei ist leer. Es wurde nichts gelesen.",
      contact_columns_unknown:
        "Wir fanden keine Spalte mit Namen oder keine mit E-Mail-Adressen. Die erste Zeile muss die Spalten nennen. Es wurde nichts gelesen.",
      contact_rows_too_many:
        "Die Datei hat mehr als 50.000 Zeilen. Die ersten 50.000 können gelesen sein. Teilen Sie die Datei und lesen Sie den Rest ein.",
    },
  },
  report: {
    title: "Was gelesen wurde",
    lead: (when) => `Gelesen am ${when}. Diese Seite bleibt einen Tag.`,
    added: "Hinzugefügt",
    changed: "Geändert",
    bad: "Nicht übernommen",
    understood: "Wie die Datei verstanden wurde",
    format: "Format",
    formats: { csv: "CSV", vcard: "vCard" },
    encoding: "Zeichen",
    delimiter: "Spalten getrennt durch",
    delimiters: { ",": "Komma", ";": "Strichpunkt", "\t": "Tabulator" },
    columns: "Spalten",
    passedOver: "Übergangen",
    none: "keine",
    badTitle: "Zeilen, die nicht übernommen wurden",
    badLead: (shown, all) =>
      shown === all
        ? "Berichtigen Sie sie und lesen Sie sie erneut ein."
        : `Die ersten ${shown} von ${all}. Berichtigen Sie sie und lesen Sie sie erneut ein.`,
    download: "Als CSV herunterladen, mit Gründen",
    downloadNote:
      "Zellen, die eine Tabelle für eine Formel hielte, beginnen darin mit einem Apostroph. Beim erneuten Einlesen fällt er weg.",
    line: "Zeile",
    reasons: "Grund",
    toList: "Zum Adressbuch",
  },
  badFile: { line: "zeile", reasons: "gründe" },
};
