// Words in German about contacts, the directory and consents where a message is written.

import type { composeContacts as En } from "../en/compose-contacts.ts";

export const composeContacts: typeof En = {
  pick: "Aus dem Adressbuch",
  readFile: "Aus einer Datei",
  save: "Im Adressbuch speichern",
  saved: "In Ihrem Adressbuch gespeichert.",
  saveRefused: "Noch nicht gespeichert: berichtigen Sie zuerst, was hier markiert ist.",
  ask: "Ist diese Person registriert?",
  askEmail: "Geben Sie zuerst eine E-Mail-Adresse an.",
  registered: (name) => `Registriert: ${name}. Vergleichen Sie den Namen mit dem, den Sie eingegeben haben.`,
  notRegistered:
    "Unter genau dieser Adresse ist niemand verzeichnet. Mitglieder von Unternehmen sind es nie. Sie können trotzdem senden.",
  askedTooOften: (wait) => `Sie haben zu oft gefragt. Fragen Sie in ${wait} wieder.`,
  standing: (day, ground) => `Ihr Verzeichnis enthält eine Zustimmung vom ${day} (${ground}).`,
  use: "Für diese Sendung verwenden",
  withdrawn: (day) =>
    `Die Zustimmung dieses Empfängers wurde am ${day} widerrufen. Ein Brief auf Papier ist jetzt der sichere Weg.`,
  picker: {
    title: "Empfänger wählen",
    lead: "Kreuzen Sie an, wer die Sendung bekommt. Zustimmungen aus Ihrem Verzeichnis gehen mit.",
    add: "Zur Sendung hinzufügen",
    back: "Zurück zur Sendung",
    tooMany: (max) => `Eine Sendung hat höchstens ${max} Empfänger. Niemand wurde hinzugefügt.`,
    emptyText: "Ihr Adressbuch ist leer. Schreiben Sie zuerst Kontakte, oder lesen Sie welche ein.",
  },
  file: {
    title: "Empfänger aus einer Datei",
    lead: (max) =>
      `CSV oder vCard, wie für das Adressbuch. Jede Zeile wird ein Empfänger dieser Sendung, zusammen höchstens ${max}. Was falsch ist, zeigt das Formular.`,
    tooMany: (max) =>
      `Die Datei hat mehr Zeilen als die ${max} Empfänger einer Sendung. Niemand wurde hinzugefügt.`,
    button: "Zur Sendung hinzufügen",
  },
};
