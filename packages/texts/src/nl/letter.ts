// Words in Dutch on the letter itself: its address page, its label and its list of digests.

import type { letter as En } from "../en/letter.ts";

export const letter: typeof En = {
  registered: "Aangetekend",
  service: "Aangetekende zending",
  returnTo: "Indien onbestelbaar, terug naar:",
  title: "Een aangetekende brief voor u",
  sent: (v) => `${v.sender} stuurde u op ${v.date} een aangetekende zending via ${v.provider}.`,
  notCollected: (v) =>
    `U kon de zending elektronisch ophalen ${v.until}. Ze werd niet op tijd opgehaald. Daarom is ze afgedrukt en ontvangt u ze als aangetekende brief.`,
  notReached:
    "Wij konden u elektronisch niet bereiken. Daarom is de zending afgedrukt en ontvangt u ze als aangetekende brief.",
  nothingToDo:
    "Deze brief bevat de hele zending. Elektronisch ophalen kan niet meer en is ook niet meer nodig.",
  status: {
    demonstration:
      "Dit is een demonstratie. Ze heeft geen rechtsgevolgen en vervangt geen aangetekende brief die de wet oplegt.",
    "non-qualified":
      "De dienst die u dit bezorgt, is niet gekwalificeerd. Deze zending vervangt geen aangetekende brief die de wet oplegt.",
    qualified:
      "Niemand haalde deze zending elektronisch op. Daarom is ze niet gekwalificeerd (eIDAS, artikel 44). Ze vervangt geen aangetekende brief die de wet oplegt.",
  },
  facts: {
    sender: "Afzender",
    sentAt: "Verzonden",
    collectUntil: "Op te halen tot en met",
    releasedAt: "Vrijgegeven voor druk",
    delivery: "Zending",
    contents: "Deze brief",
  },
  contents: (v) =>
    `${count(v.files, "bestand", "bestanden")}, ${count(v.pages, "pagina", "pagina’s")} op ${count(v.sheets, "blad", "bladen")}`,
  check: {
    title: "Deze brief controleren",
    sentence:
      "Wie een bewijs van deze zending heeft, kan daar controleren wat er verzonden is, aan wie en wanneer. De afzender heeft de bewijzen: vraag hem er een. Achteraan in de brief staat de vingerafdruk van elk bestand.",
  },
  digests: {
    title: "Wat verzonden is en wat hier gedrukt is",
    continued: "Wat verzonden is en wat hier gedrukt is, vervolg",
    sentence:
      "Elk bestand heeft een digitale vingerafdruk (SHA-256). De vingerafdrukken van de bestanden en van hun gedrukte vorm werden verzegeld toen de zending werd verstuurd.",
    compare:
      "Wie een bestand heeft, kan de vingerafdruk berekenen en met deze lijst vergelijken. De verzegelde lijst staat in elk bewijs van deze zending, en bewijzen kunnen op dit adres worden gecontroleerd.",
    sent: "Zoals verzonden",
    printed: "Zoals gedrukt",
    printedPages: (v) =>
      `${v.from === v.to ? `pagina ${v.from}` : `${v.pages} pagina’s, ${v.from} tot ${v.to}`} van deze brief, gemaakt door ${v.converter}`,
  },
};

function count(value: number, one: string, other: string): string {
  return `${value} ${value === 1 ? one : other}`;
}
