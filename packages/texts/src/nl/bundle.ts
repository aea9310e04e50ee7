// Words of the evidence bundle in Dutch.

import type { bundle as En } from "../en/bundle.ts";

export const bundle: typeof En = {
  title: "Alle bewijsstukken van één aangetekende zending",
  forSender: "Bundel voor de afzender",
  forAddressee: "Bundel voor de geadresseerde",
  delivery: "Bezorging",
  sender: "Afzender",
  addressee: "Geadresseerde",
  submitted: "Aangeboden",
  made: "Bundel gemaakt",
  records: "Vaststellingen",
  recordCount: (count) => (count === "1" ? "1 vaststelling" : `${count} vaststellingen`),
  complete: "Volledig",
  completeText: "De bezorging is definitief en de keten van vaststellingen is afgesloten.",
  afterFinal: (count) =>
    count === "1"
      ? "Eén vaststelling kwam na de afsluitende. Ze zit in deze bundel en is gemerkt."
      : `${count} vaststellingen kwamen na de afsluitende. Ze zitten in deze bundel en zijn gemerkt.`,
  incomplete: "Onvolledig",
  incompleteText:
    "De keten van vaststellingen is nog niet afgesloten: er kan nog iets met deze bezorging gebeuren. Vraag een nieuwe bundel zodra ze definitief is.",
  contents: "Wat dit bestand bevat",
  number: "Nr.",
  what: "Wat",
  when: "Wanneer",
  file: "Bestand",
  fingerprint: "SHA-256",
  groups: {
    proofs: "Bewijzen om te lezen en voor te leggen",
    evidence: "Verzegelde bewijsstukken, één bestand per gebeurtenis",
    records: "Vaststellingen die geen gebeurtenis van de norm zijn",
    log: "Bewijzen dat de vaststellingen in het openbare logboek staan",
    kept: "Bewaard bij het bewijs",
    trust: "Certificaten en sleutels",
    tools: "Om dit alles na te gaan",
  },
  groupLeads: {
    proofs: "Pdf-bestanden, verzegeld, met de bewijsstukken als bijlage.",
    evidence:
      "XML volgens ETSI EN 319 522-3, verzegeld met XAdES. Elk stuk bevat zijn vaststelling en de tijdstempel daarvan.",
    records: "Ze staan in dezelfde keten, met tijdstempel maar zonder eigen XML.",
    log: "Eén bestand per vaststelling: de plaats in het logboek, het pad naar het ijkpunt, en het ijkpunt zoals gepubliceerd.",
    kept: "De vaststellingen noemen deze stukken met hun digest: wat verzonden en geantwoord werd, en de pagina waarop beslist werd.",
    trust:
      "Kopieën, alleen om te vergelijken. Haal uw vertrouwen nooit uit deze bundel: neem certificaten en sleutels van de dienstverlener, van de vertrouwenslijsten van de Europese Unie of van een getuige van het logboek.",
    tools:
      "Eén pagina die op elke computer zonder netwerk werkt, en waarmee deze container zelf verzegeld is.",
  },
  kept: {
    notice_mail: "Bericht zoals gemaild",
    notice_sms: "Bericht zoals per sms verzonden",
    smtp_dialogue: "Dialoog met de mailserver",
    provider_answer: "Antwoord van de sms-aanbieder",
    carrier_report: "Verslag van de postoperator",
    carrier_proof: "Bewijs van de postoperator",
    posting_receipt: "Afgiftebewijs van de hele partij",
    report: "Bezorgverslag van de mail",
    decision_page: "De pagina waarop de geadresseerde besliste",
    rectification_note: "Nota van verbetering",
  },
  withheldTitle: "Bewaard, maar niet in deze kopie",
  withheldLead:
    "Deze bestanden bevatten de eigen link en codes van de geadresseerde. De geadresseerde kan ze krijgen, en een rechtbank kan ze bij de dienstverlener opvragen. Hun digests staan in de vaststellingen.",
  withheldReceipt:
    "Het afgiftebewijs van een partij noemt ook brieven aan anderen. Een rechtbank kan het bij de dienstverlener opvragen.",
  noLogProof: "Nog niet in deze bundel: het bewijs dat dit in het openbare logboek staat.",
  logProof: (index) => `Regel ${index} van het openbare logboek`,
  certificate: "Certificaat",
  certificateOf: (name) => `Certificaat van ${name}`,
  logKey: "Sleutel van het openbare logboek",
  policies: "Beleidsteksten die het bewijs noemt",
  trustNote: "Waarvoor deze kopieën dienen",
  verifier: "Pagina die deze bundel nagaat",
  seal: "Zegel over deze container (CAdES) met tijdstempel",
  manifest: "Lijst van alle bestanden met hun digests",
  howTo: "Hoe u dit nagaat",
  steps: {
    open: "Pak dit bestand uit; het is een zip-archief. Open verifier.html in een browser en sleep het hele bestand erop. Er wordt niets verstuurd.",
    site: (url) => `Of sleep het op ${url}.`,
    commands: "Of gebruik software die niet van ons is, in de uitgepakte map:",
    roots:
      "In roots.pem zet u de rootcertificaten van het zegel en van de tijdstempels, opgehaald waar u vertrouwen in hebt.",
  },
  originals:
    "De zending zelf zit niet in deze bundel. Bewaar de oorspronkelijke bestanden erbij: het bewijs bevat hun digests.",
  noProofs: "Er kan nog geen bewijs gemaakt worden.",
  trustText: {
    lead: "De bestanden in deze map zijn kopieën van wat het bewijs zelf bevat. U kunt ermee vergelijken en het bewijs blijft ermee controleerbaar. Ontleen er geen vertrouwen aan.",
    anchors: "Waar u haalt wat u vertrouwt",
    anchorsText:
      "Rootcertificaten: de vertrouwenslijsten van de Europese Unie of de praktijkverklaring van de dienstverlener. Sleutel van het logboek: de verificatiesite van de dienstverlener en elke getuige van het logboek. Vergelijk de vingerafdrukken.",
    certificates: "Certificaten uit het bewijs, met SHA-256-vingerafdrukken",
    logKey: "Sleutel van het openbare logboek volgens de dienstverlener",
    noLogKey: "Er was geen sleutel van het logboek opgegeven toen deze bundel gemaakt werd.",
    policies: "Beleidsteksten die de vaststellingen noemen",
  },
  portal: {
    title: "Alles in één bestand",
    lead: "Bewijzen, bewijsstukken, logboek en een pagina die ze zonder netwerk nagaat, in één verzegelde container.",
    incomplete: "De bezorging is niet definitief: het bestand zal zeggen dat het onvolledig is.",
    download: "De bundel downloaden",
  },
  wait: {
    title: "De bundel wordt gemaakt",
    text: "Dat gebeurt zodra elke vaststelling verzegeld is en in het openbare logboek staat, wat een minuut kan duren. Deze pagina gaat vanzelf verder.",
    readyTitle: "De bundel is klaar",
    readyText: "Alles zit in één bestand.",
  },
  collect: {
    title: "Alles in één bestand",
    lead: "Alle bewijzen van deze bezorging, met wat u toegestuurd werd en de pagina waarop u besliste.",
    ask: "Het bewijs downloaden",
  },
};
