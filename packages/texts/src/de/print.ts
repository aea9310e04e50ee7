// Words in German about how a message looks on paper: what can be printed, how many sheets, what it costs.

import type { print as En } from "../en/print.ts";

const refusals: (typeof En)["refusals"] = {
  not_printable: () => "diese Art von Datei hat keine Seiten",
  encrypted: () => "sie ist mit einem Passwort geschützt",
  unreadable: () => "sie ist beschädigt und nicht lesbar",
  dynamic_form: () =>
    "ihre Seiten werden von einem Programm in der Datei erzeugt, sodass niemand sagen kann, wie sie aussehen",
  portfolio: () => "sie ist ein Portfolio: Fügen Sie die Dateien darin einzeln bei",
  marks_not_drawn: () =>
    "Häkchen oder Notizen auf ihren Seiten sagen nicht, wie sie aussehen: Drucken Sie sie als PDF und fügen Sie dieses bei",
  fonts_missing: (p) => `in ihr fehlen Schriften (${p["fonts"] ?? ""})`,
  characters_not_set: (p) =>
    `sie enthält Zeichen, die wir nicht auf Papier setzen können (${p["characters"] ?? ""})`,
  too_many_pages: (p) =>
    `sie hat ${p["pages"] ?? "zu viele"} Seiten, und ein Brief fasst ${p["max"] ?? "weniger"}`,
  too_large: () => "sie ist zu groß, um gedruckt zu werden",
  no_converter: () => "diese Installation kann keine Bürodokumente drucken",
  converter_failed: () => "aus ihr konnten keine Seiten erstellt werden",
  too_slow: () => "es dauerte zu lange, aus ihr Seiten zu erstellen",
};

export const print: typeof En = {
  title: "Auf Papier",
  lead: "Wird die Sendung nicht abgeholt, werden diese Seiten gedruckt und verschickt, mit einer Seite für die Anschrift am Anfang und einer Liste der Fingerabdrücke am Ende.",
  fallbackHint:
    "Innerhalb von zehn Arbeitstagen nach dem letzten Tag zum Abholen gedruckt und aufgegeben. Das Porto wird beim Versenden reserviert und zurückgegeben, wenn nichts aufgegeben wird.",
  refusals,
  cannot: (why) => `Kann nicht gedruckt werden: ${why}.`,
  cannotNamed: (name, why) => `„${name}“ kann nicht gedruckt werden: ${why}.`,
  mayPass:
    "Das kann vorübergehen: Nach einer Minute wird es erneut versucht, wenn Sie es durchsehen oder noch einmal senden.",
  advice: "Nehmen Sie sie heraus, ersetzen Sie sie durch ein PDF oder senden Sie ohne Brief.",
  pending: "Wie viele Seiten es auf Papier sind, sehen Sie beim Durchsehen.",
  pages: (count) => (count === 1 ? "1 Seite" : `${count} Seiten`),
  length: (pages, sheets) =>
    `${pages === 1 ? "1 Seite" : `${pages} Seiten`} auf ${sheets === 1 ? "1 Blatt" : `${sheets} Blättern`}, beidseitig bedruckt`,
  letterHas: (length) => `Ein Brief: ${length}.`,
  postage: (letters, country) =>
    letters === 1 ? `Porto für 1 Brief, ${country}` : `Porto für ${letters} Briefe, ${country}`,
  postageLater: "Das Porto der Briefe sehen Sie beim Durchsehen",
  givenBack: "Das Porto wird für jeden Brief zurückgegeben, der nicht aufgegeben wird.",
  noAddress:
    "Es kann kein Brief folgen, solange Sie die Postanschrift nicht ergänzen. Das geht auch noch nach dem Versenden, und wir erinnern Sie daran. Ohne sie endet die Sendung als nicht zustellbar per Post.",
  noAddresses: (count) =>
    count === 1
      ? "Für einen Empfänger kann kein Brief folgen, solange Sie die Postanschrift nicht ergänzen. Das geht auch noch nach dem Versenden, und wir erinnern Sie daran. Ohne sie endet diese Sendung als nicht zustellbar per Post."
      : `Für ${count} Empfänger kann kein Brief folgen, solange Sie die Postanschriften nicht ergänzen. Das geht auch noch nach dem Versenden, und wir erinnern Sie daran. Ohne sie enden diese Sendungen als nicht zustellbar per Post.`,
  country: "Land",
  countryHint: "Zwei Buchstaben, zum Beispiel FR. Leer für Belgien.",
  returnAddress: {
    title: "Ihre eigene Rücksendeadresse",
    hint: "Bleibt sie leer, kommt ein unzustellbarer Brief zu uns zurück: Wir sagen es Ihnen. Füllen Sie sie aus, kommt er zu Ihnen zurück; der Empfänger sieht diese Adresse.",
    comesBack: (address: string) => `Ein unzustellbarer Brief kommt zurück an: ${address}.`,
  },
};
