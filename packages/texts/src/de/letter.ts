// Words in German on the letter itself: its address page, its label and its list of digests.

import type { letter as En } from "../en/letter.ts";

export const letter: typeof En = {
  registered: "Einschreiben",
  service: "Einschreiben",
  returnTo: "Wenn unzustellbar, bitte zurück an:",
  title: "Ein Einschreiben für Sie",
  sent: (v) => `${v.sender} hat Ihnen am ${v.date} über ${v.provider} ein Einschreiben gesandt.`,
  notCollected: (v) =>
    `Sie konnten es elektronisch abholen, und zwar ${v.until}. Es wurde nicht rechtzeitig abgeholt. Deshalb wurde es gedruckt und kommt als eingeschriebener Brief zu Ihnen.`,
  notReached:
    "Wir konnten Sie elektronisch nicht erreichen. Deshalb wurde es gedruckt und kommt als eingeschriebener Brief zu Ihnen.",
  nothingToDo:
    "Dieser Brief enthält die ganze Sendung. Elektronisch abholen können Sie sie nicht mehr, und das ist auch nicht mehr nötig.",
  status: {
    demonstration:
      "Dies ist eine Demonstration. Sie hat keine Rechtswirkung und ersetzt keinen Einschreibebrief, den das Gesetz verlangt.",
    "non-qualified":
      "Der Dienst, der Ihnen dies zustellt, ist nicht qualifiziert. Diese Sendung ersetzt keinen Einschreibebrief, den das Gesetz verlangt.",
    qualified:
      "Niemand hat diese Sendung elektronisch abgeholt. Deshalb ist sie nicht qualifiziert (eIDAS, Artikel 44). Sie ersetzt keinen Einschreibebrief, den das Gesetz verlangt.",
  },
  facts: {
    sender: "Absender",
    sentAt: "Gesendet",
    collectUntil: "Abzuholen bis",
    releasedAt: "Zum Druck freigegeben",
    delivery: "Sendung",
    contents: "Dieser Brief",
  },
  contents: (v) =>
    `${count(v.files, "Datei", "Dateien")}, ${count(v.pages, "Seite", "Seiten")} auf ${count(v.sheets, "Blatt", "Blättern")}`,
  check: {
    title: "Diesen Brief prüfen",
    sentence:
      "Wer einen Nachweis dieser Sendung hat, kann dort prüfen, was wem wann gesandt wurde. Der Absender hat die Nachweise: Bitten Sie ihn um einen. Am Ende des Briefes steht der Fingerabdruck jeder Datei.",
  },
  digests: {
    title: "Was gesandt wurde und was hier gedruckt ist",
    continued: "Was gesandt wurde und was hier gedruckt ist, Fortsetzung",
    sentence:
      "Jede Datei hat einen digitalen Fingerabdruck (SHA-256). Die Fingerabdrücke der Dateien und ihrer gedruckten Form wurden beim Absenden versiegelt.",
    compare:
      "Wer eine Datei hat, kann ihren Fingerabdruck berechnen und mit dieser Liste vergleichen. Die versiegelte Liste steht in jedem Nachweis dieser Sendung, und Nachweise werden unter dieser Adresse geprüft.",
    sent: "Wie gesandt",
    printed: "Wie gedruckt",
    printedPages: (v) =>
      `${v.from === v.to ? `Seite ${v.from}` : `${v.pages} Seiten, ${v.from} bis ${v.to}`} dieses Briefes, erstellt von ${v.converter}`,
  },
};

function count(value: number, one: string, other: string): string {
  return `${value} ${value === 1 ? one : other}`;
}
