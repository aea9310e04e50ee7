// Words in German about the ledger of consents to electronic registered mail.

import type { consents as En } from "../en/consents.ts";

export const consents: typeof En = {
  menu: "Zustimmungen",
  title: "Zustimmungen",
  lead: "Wer elektronische Einschreiben von Ihnen angenommen hat: wann, auf welcher Grundlage, mit welchen Worten. Hier wird nie etwas geändert; eine Zustimmung wird widerrufen.",
  search: "E-Mail-Adresse, vollständig",
  caption: "Zustimmungen, die neuesten zuerst",
  addressee: "Empfänger",
  stated: "Gegeben am",
  ground: "Grundlage",
  grounds: {
    clause: "Klausel in einem Vertrag",
    earlier_consent: "Frühere Zustimmung",
    registration: "Registrierte Adresse",
  },
  words: "Wortlaut",
  noWords: "nicht vermerkt",
  source: "Quelle",
  sources: {
    sender: "vom Absender angegeben",
    import: "mit Kontakten eingelesen",
    addressee: "vom Empfänger gegeben",
  },
  state: "Stand",
  stands: "Gilt",
  withdrawn: "Widerrufen",
  withdrawnOn: (when, by) => `${when}, durch ${by}`,
  by: { sender: "den Absender", addressee: "den Empfänger" },
  recorded: "Vermerkt am",
  email: "E-Mail-Adresse",
  sender: "Absender",
  withdrawnWords: "Wortlaut des Widerrufs",
  add: "Eine Zustimmung angeben",
  exportCsv: "Als CSV exportieren",
  emptyTitle: "Noch keine Zustimmungen",
  emptyText:
    "Sie kommen hierher, wenn Sie eine angeben, wenn Sie eine Sendung verschicken, die es sagt, und wenn ein Empfänger nach dem Abholen zustimmt.",
  nothingFound: "Keine Zustimmung dieser Adresse",
  all: "Alle zeigen",
  added: "Die Zustimmung wurde vermerkt.",
  didWithdraw: "Der Widerruf wurde vermerkt.",
  form: {
    title: "Eine Zustimmung angeben",
    lead: "Geben Sie nur an, was Sie zeigen können. Bestreitet es der Empfänger, müssen Sie es beweisen.",
    ground: "Auf welcher Grundlage",
    statedOn: "Wann",
    words: "Mit welchem Wortlaut",
    wordsHint: "Wie er im Vertrag oder Brief steht, höchstens 500 Zeichen.",
    button: "Vermerken",
  },
  statement: {
    title: "Nachweis der Zustimmung",
    lead: "Aus dem Verzeichnis des hier genannten Absenders. Drucken Sie diese Seite aus, wo Sie sie auf Papier brauchen.",
    number: "Nummer",
    made: (when) => `Erstellt am ${when}.`,
    of: (name) => `Der Nachweis zu ${name}`,
  },
  withdrawing: {
    title: "Einen Widerruf vermerken",
    text: "Hat der Empfänger Ihnen gesagt, dass er nicht mehr zustimmt, vermerken Sie es hier. Ab jetzt warnt das Schreiben. Das lässt sich nicht rückgängig machen; eine neue Zustimmung ist eine neue Zeile.",
    words: "Wie er es gesagt hat",
    button: "Den Widerruf vermerken",
  },
  own: {
    title: "Einschreiben dieses Absenders",
    ask: (sender) => `Stimmen Sie zu, dass ${sender} Ihnen Einschreiben künftig elektronisch sendet?`,
    effect:
      "Wenn Sie zustimmen, gelten Einschreiben auf Ihren Namen an diese E-Mail-Adresse als an eine Adresse gesandt, die Sie angenommen haben. Sie können das jederzeit widerrufen.",
    give: "Ich stimme zu",
    given: (sender, day) =>
      `Am ${day} haben Sie zugestimmt, dass ${sender} Ihnen Einschreiben elektronisch sendet.`,
    stated: (sender) =>
      `${sender} hat vermerkt, dass Sie elektronischen Einschreiben zugestimmt haben. Stimmt das nicht oder nicht mehr, sagen Sie es hier.`,
    withdraw: "Ich stimme nicht mehr zu",
    withdrawEffect:
      "Der Absender sieht es in seinem Verzeichnis, wenn er Ihnen schreibt. Was vorher gesandt wurde, bleibt gültig.",
    saidYes: "Ihre Zustimmung wurde vermerkt.",
    saidNo: "Es wurde vermerkt, dass Sie nicht mehr zustimmen.",
    words: (sender) => `Ich stimme zu, dass ${sender} mir Einschreiben künftig elektronisch sendet.`,
    withdrawnWords: (sender) =>
      `Ich stimme nicht mehr zu, dass ${sender} mir Einschreiben elektronisch sendet.`,
  },
};
