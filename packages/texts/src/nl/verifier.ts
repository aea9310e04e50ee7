// Words of the page that checks a bundle offline, in Dutch.

import type { verifier as En } from "../en/verifier.ts";

export const verifier: typeof En = {
  title: "Het bewijs van een aangetekende zending nagaan",
  lead: "Deze pagina werkt zonder netwerk. Niets van wat u hierop sleept verlaat uw computer.",
  drop: "Sleep de bundel, of een bewijs als pdf of XML, hierheen",
  besides:
    "Sleep de oorspronkelijke bestanden mee: ze worden vergeleken met de vingerafdrukken in het bewijs.",
  choose: "Bestanden kiezen",
  logKey: "Sleutel van het openbare logboek (facultatief)",
  logKeyHint:
    "Van de verificatiesite van de dienstverlener of van een getuige van het logboek. Zonder die sleutel wordt die in de bundel gebruikt, wat minder bewijst.",
  again: "Opnieuw beginnen",
  print: "Afdrukken",
  checking: "Bezig",
  notPossible: "Deze browser kan niet nagaan: de functies ervoor ontbreken. Gebruik een recente.",
  language: "Taal",
  passed: "Alles klopt met elkaar",
  passedText:
    "Niets van wat hier nagegaan werd, is gewijzigd sinds het verzegeld werd. Van wie deze certificaten zijn en of ze geldig waren, weet deze pagina niet: zie hieronder.",
  failed: "Er klopt iets niet",
  failedText: "Minstens één controle mislukte. Steun niet op deze bestanden voor u weet waarom.",
  open: "Er was niets om na te gaan",
  openText: "Deze bestanden bevatten geen bewijs van deze soort.",
  complete: "De keten van vaststellingen is volledig en afgesloten.",
  incomplete:
    "Onvolledig: de keten van vaststellingen is niet afgesloten. Er kan nog iets gebeurd zijn nadat deze kopie gemaakt werd.",
  later: (count) =>
    count === 1
      ? "Eén vaststelling kwam na de afsluitende."
      : `${count} vaststellingen kwamen na de afsluitende.`,
  checks: "Wat nagegaan werd",
  outcomes: { passed: "klopt", failed: "klopt niet", open: "niet nagegaan" },
  times: (count) => (count === 1 ? "één keer" : `${count} keer`),
  check: {
    container_digests: "Elk bestand in de bundel is zoals het opgelijst werd bij het verzegelen",
    container_seal: "Het zegel over de bundel past bij de lijst en bij de tijdstempel",
    document_digests: "Het bewijsstuk is zoals het was toen het verzegeld werd",
    document_seal: "Het zegel van het bewijsstuk is gemaakt met de sleutel van het certificaat erin",
    seal_timestamp: "De tijdstempel over het zegel past erbij",
    proof_seal: "De pdf is zoals ze was toen ze verzegeld werd, en de tijdstempels erin passen",
    proof_additions: "Na het zegel is niets aan de pdf toegevoegd",
    record_timestamp: "De tijdstempel over de vaststelling past erbij",
    record_agrees:
      "Het bewijsstuk noemt dezelfde gebeurtenis, tijd, bezorging en delen als zijn vaststelling",
    records_readable: "De vaststelling is leesbaar en haar bladwaarde berekend",
    chain: "De vaststellingen volgen op elkaar zonder gat",
    closing: "De afsluitende vaststelling telt de keten juist",
    kept_named: "Wat bij het bewijs bewaard is, wordt door een vaststelling genoemd",
    log_inclusion: "De vaststelling staat in het openbare logboek",
    log_signature: "Het ijkpunt van het logboek is ondertekend met de sleutel van het logboek",
    log_timestamp: "De tijdstempel over het ijkpunt past erbij",
  },
  openReason: {
    closing: "De keten is nog niet afgesloten.",
    proof_additions:
      "Er volgt iets op het eerste zegel, zoals bij vernieuwde tijdstempels. Deze pagina beoordeelt niet wat.",
    log_inclusion: "Het bewijs uit het logboek zit niet in deze bundel.",
    log_signature: "Er is geen sleutel van het logboek.",
    log_timestamp: "Het ijkpunt heeft geen tijdstempel.",
  },
  logKeyTyped: "Het logboek werd nagegaan met de sleutel die u opgaf.",
  logKeyInside: "Het logboek werd nagegaan met de sleutel in de bundel: vergelijk die met de gepubliceerde.",
  records: "Wat de vaststellingen zeggen",
  record: "Nr.",
  event: "Gebeurtenis",
  at: "Tijd (UTC)",
  existed: "Bestond op (UTC)",
  afterFinal: "na de eindtoestand",
  asPrinted: "zoals gedrukt",
  parts: "Bestanden van de zending",
  name: "Naam",
  size: "Bytes",
  fingerprint: "SHA-256",
  comparison: "Vergelijking",
  compared: { same: "hetzelfde", different: "anders", not_given: "niet meegegeven" },
  comparedWith: (file) => `vergeleken met ${file}`,
  unknown: "Bestanden die geen vaststelling noemt",
  notChecked: "Wat deze pagina niet nagaat",
  notCheckedList: [
    "Of de certificaten van zegel en tijdstempels van een vertrouwde dienstverlener komen. Vergelijk de vingerafdrukken hieronder met wat de dienstverlener en de vertrouwenslijsten van de Europese Unie publiceren.",
    "Of een certificaat ingetrokken of vervallen was toen het gebruikt werd.",
    "Archieftijdstempels die later toegevoegd zijn, en handtekeningen van de getuigen van het logboek.",
    "Elk woord van het bewijsstuk tegenover zijn vaststelling, en wat een pdf toont: dat vraagt de verificatiesite of de opdrachtregel.",
  ],
  certificates: "Gevonden certificaten",
  use: { seal: "zegel", timestamp: "tijdstempel" },
  commands: "Opdrachten die de rest nagaan",
  commandsLead:
    "In de uitgepakte bundel; roots.pem bevat de rootcertificaten die u vertrouwt, log.vkey de sleutel van het logboek die u vertrouwt.",
};
