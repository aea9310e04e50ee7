// Woorden in het Nederlands over het afgeven van brieven bij de postoperator, en over wat hij ervan meldt.

import type { postalCarrier as English } from "../en/postal-carrier.ts";

export const postalCarrier: typeof English = {
  handOver: {
    title: (number) => `Partij ${number} afgeven`,
    lead: "Scan elke brief voor hij vertrekt. Wat gescand is, blijft gescand, ook als deze pagina gesloten wordt.",
    scanTitle: "Scannen",
    barcode: "Barcode",
    barcodeHint:
      "De scanner typt hem en drukt op Enter. U kunt hem ook typen: 30 cijfers, of zoals RR473124829BE.",
    scan: "Opnemen",
    outcomes: {
      taken: (ordinal) => `Opgenomen: brief ${ordinal}.`,
      before: (ordinal) => `Brief ${ordinal} is al gescand. Hij telt één keer.`,
      posted: (ordinal) => `Brief ${ordinal} is al gepost. Leg hem opzij.`,
      not_printed: (ordinal) => `Brief ${ordinal} is niet als geprint bevestigd. Bevestig eerst het printen.`,
      fallen_out: (ordinal) =>
        `Brief ${ordinal} is uit zijn partij gevallen. Hij mag niet gepost worden. Vernietig hem.`,
      other_batch: (ordinal) => `Dit is brief ${ordinal} van een andere partij.`,
      unknown: () => "Geen brief van ons heeft deze barcode. Leg hem opzij.",
      unreadable: () => "Dit is geen barcode van een aangetekende brief. Scan opnieuw.",
    },
    takeBack: "Neem deze scan terug",
    toOtherBatch: (number) => `Naar partij ${number}`,
    counted: (scanned, printed) => `${scanned} van ${printed} gescand`,
    notScanned: "Toon wat niet gescand is",
    importTitle: "Meerdere tegelijk",
    pasted: "Barcodes, één per regel",
    file: "Of een bestand",
    fileHint: "Tekst of CSV, hoogstens 1 MB.",
    import: "Deze opnemen",
    report: (taken, before) =>
      `${taken === 1 ? "Eén brief is opgenomen" : `${taken} brieven zijn opgenomen`}${before === 0 ? "" : `, ${before} ${before === 1 ? "was" : "waren"} al gescand`}.`,
    refusedTitle: "Niet opgenomen",
    refusedCaption: "Regels die niet opgenomen zijn",
    line: "Regel",
    why: "Waarom",
    receiptTitle: "Bewijs van afgifte",
    receiptText:
      "Het bewijs van de postoperator voor één afgifte. Het wordt bewaard bij de bewijsstukken van elke brief ervan.",
    receiptFor: "Voor welke afgifte",
    chooseHandOver: "Kies de afgifte",
    nextHandOver: "de volgende afgifte",
    deposit: (when, letters) => `${when}, ${letters === 1 ? "één brief" : `${letters} brieven`}`,
    receipt: "Bewijs van de postoperator",
    receiptHint: "PDF, PNG of JPEG, hoogstens 5 MB.",
    keep: "Bewaar het bewijs",
    receiptsCaption: "Bewaarde bewijzen",
    receiptName: "Bestand",
    kept: (by, when) => `${when}, ${by}`,
    open: "Openen",
    openFor: (name) => `Openen: ${name}`,
    noReceipt: "Er is er nog geen.",
    confirmTitle: "Afgeven",
    all: (count) =>
      count === "1"
        ? "De brief is niet gescand en wordt afgegeven."
        : `Er is geen brief gescand; dus worden alle ${count} geprinte brieven afgegeven.`,
    some: (scanned, left) =>
      left === 0
        ? scanned === "1"
          ? "De brief is gescand en wordt afgegeven."
          : `Alle ${scanned} brieven zijn gescand en worden afgegeven.`
        : `${scanned === "1" ? "De ene gescande brief wordt" : `De ${scanned} gescande brieven worden`} afgegeven. ${left === 1 ? "Eén brief is" : `${left} brieven zijn`} niet gescand en ${left === 1 ? "blijft" : "blijven"} hier.`,
    consequence:
      "Elke brief is daarmee gepost: het bewijs wordt verzegeld en de port is verbruikt. Dat kan niet ongedaan gemaakt worden.",
    twoPersons: "Een tweede persoon moet bevestigen voor er iets gebeurt.",
    confirm: "De brieven zijn afgegeven",
    secondTitle: "Tweede persoon",
    secondText: (by, when, count) =>
      `${by} heeft ${when} ${count === "1" ? "één brief" : `${count} brieven`} afgegeven. Tel na en bevestig, of wijs de afgifte af.`,
    own: "Iemand anders van de postdienst moet uw afgifte bevestigen. U kunt ze intrekken.",
    second: "Bevestig de afgifte",
    withdraw: "Trek de afgifte in",
    decline: "Wijs de afgifte af",
    declineWords: "Waarom u ze afwijst",
    declineHint: "Eén regel. Wie de brieven afgaf, leest ze.",
    waits: "Een afgifte wacht of wordt geboekt. Daarna kunt u verder scannen.",
    nothing: "Geen brief van deze partij is geprint en nog hier.",
    nothingText: "Bevestig eerst het printen, of kijk wat er van de brieven geworden is.",
    toBatch: "Naar de partij",
    refused: {
      scan_empty: "Er staat geen barcode in. Plak minstens één regel, of kies een bestand.",
      scan_too_long: "Dit zijn meer dan 2.000 regels. Neem er minder tegelijk.",
      no_file: "Kies eerst een bestand.",
      file_too_large: "Het bestand is te groot. Er is niets bewaard.",
      document_type: "Dit is geen PDF, PNG of JPEG. Er is niets bewaard.",
      document_encrypted: "De PDF vraagt een wachtwoord. Bewaar hem zonder, en probeer opnieuw.",
      hand_over_not_chosen: "Kies voor welke afgifte het bewijs is. Er is niets bewaard.",
      too_many_documents: "Deze partij heeft al tien bewijzen.",
      damaged: "Het bestand is niet te lezen. Er is niets bewaard.",
    },
  },
  outcomes: {
    accepted: "aangenomen",
    presented: "aangeboden",
    held: "ligt klaar bij de postoperator",
    delivered: "bezorgd",
    returned: "teruggezonden naar de afzender",
    other: "iets anders",
    signed_proof: "verzegeld bewijs ontvangen",
  },
  returns: {
    title: "Wat de postoperator meldt",
    lead: "Boek bezorgingen en terugzendingen die de postoperator u meldt. Ze staan er als zijn verklaring; de eerste bezorging of terugzending beëindigt de zending.",
    oneTitle: "Eén brief",
    barcode: "Barcode",
    outcome: "Wat er gebeurde",
    choose: "Kies wat er gebeurde",
    date: "Dag",
    time: "Tijdstip",
    timeHint: "In België, zoals de postoperator het schrijft.",
    words: "In de woorden van de postoperator",
    wordsHint: "Eén regel. Nodig bij iets anders.",
    book: "Boeken",
    booked: "Dat is genoteerd.",
    before: "Dit was al geboekt. Er is niets bijgekomen.",
    toLetter: "Naar de brief",
    fileTitle: "Uit een bestand",
    file: "Bestand",
    fileHint:
      "CSV met één brief per regel: barcode; uitkomst; tijdstip; woorden. De uitkomst is accepted, presented, held, delivered, returned of other; het tijdstip is zoals 2026-11-23 14:05.",
    read: "Boek het bestand",
    report: (booked, before) =>
      `${booked === 1 ? "Eén regel is geboekt" : `${booked} regels zijn geboekt`}${before === 0 ? "" : `, ${before} ${before === 1 ? "was" : "waren"} al geboekt`}.`,
    badTitle: "Niet geboekt",
    badOutcome: "De uitkomst moet accepted, presented, held, delivered, returned of other zijn.",
    badCaption: "Regels die niet geboekt zijn",
    line: "Regel",
    content: "Wat er staat",
    why: "Wat er mis is",
    refused: {
      no_file: "Kies eerst een bestand.",
      file_too_large: "Het bestand is groter dan 1 MB. Er is niets geboekt.",
      statements_empty: "Er staat geen regel in het bestand.",
      statements_broken:
        "Het bestand is niet als CSV te lezen. Zoek een aanhalingsteken dat niet wordt gesloten.",
      statements_too_many: "Het bestand heeft meer dan 2.000 regels. Er is niets geboekt; splits het.",
    },
    statementsTitle: "Wat de postoperator meldt",
    none: "De postoperator heeft nog niets gemeld.",
    caption: "Meldingen van de postoperator, zoals ze kwamen",
    states: (source) => `${source} meldt`,
    when: "Wanneer",
    what: "Wat",
    received: "Ontvangen",
  },
  find: {
    title: "Brief zoeken",
    lead: "Scan of typ de barcode op het etiket. Elke opzoeking wordt genoteerd.",
    barcode: "Barcode",
    unknownTitle: "Geen brief heeft deze barcode",
    unknownText:
      "Vergelijk elk cijfer met het etiket. Brieven naar het buitenland hebben 13 tekens, zoals RR473124829BE.",
  },
};
