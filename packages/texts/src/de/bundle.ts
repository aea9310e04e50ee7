// Words of the evidence bundle in German.

import type { bundle as En } from "../en/bundle.ts";

export const bundle: typeof En = {
  title: "Alle Nachweise eines Einschreibens",
  forSender: "Nachweispaket für den Absender",
  forAddressee: "Nachweispaket für den Empfänger",
  delivery: "Zustellung",
  sender: "Absender",
  addressee: "Empfänger",
  submitted: "Aufgegeben",
  made: "Paket erstellt",
  records: "Feststellungen",
  recordCount: (count) => (count === "1" ? "1 Feststellung" : `${count} Feststellungen`),
  complete: "Vollständig",
  completeText: "Die Zustellung ist endgültig und die Kette ihrer Feststellungen geschlossen.",
  afterFinal: (count) =>
    count === "1"
      ? "Eine Feststellung kam nach der abschließenden. Sie ist in diesem Paket enthalten und gekennzeichnet."
      : `${count} Feststellungen kamen nach der abschließenden. Sie sind in diesem Paket enthalten und gekennzeichnet.`,
  incomplete: "Unvollständig",
  incompleteText:
    "Die Kette der Feststellungen ist noch nicht geschlossen: Mit dieser Zustellung kann noch etwas geschehen. Fordern Sie ein neues Paket an, sobald sie endgültig ist.",
  contents: "Was diese Datei enthält",
  number: "Nr.",
  what: "Was",
  when: "Wann",
  file: "Datei",
  fingerprint: "SHA-256",
  groups: {
    proofs: "Nachweise zum Lesen und Vorlegen",
    evidence: "Versiegelte Belege, eine Datei je Ereignis",
    records: "Feststellungen, die kein Ereignis der Norm sind",
    log: "Belege, dass die Feststellungen im öffentlichen Protokoll stehen",
    kept: "Beim Nachweis aufbewahrt",
    trust: "Zertifikate und Schlüssel",
    tools: "Um all dies zu prüfen",
  },
  groupLeads: {
    proofs: "PDF-Dateien, versiegelt, mit den Belegen als Anlage.",
    evidence:
      "XML nach ETSI EN 319 522-3, mit XAdES versiegelt. Jede Datei enthält ihre Feststellung und deren Zeitstempel.",
    records: "Sie stehen in derselben Kette, mit Zeitstempel, aber ohne eigenes XML.",
    log: "Eine Datei je Feststellung: ihr Platz im Protokoll, der Pfad zum Prüfpunkt und der Prüfpunkt, wie er veröffentlicht wurde.",
    kept: "In den Feststellungen mit Prüfsumme genannt: was gesendet und geantwortet wurde und die Seite der Entscheidung.",
    trust:
      "Kopien, nur zum Vergleichen. Vertrauen Sie nie auf dieses Paket: Holen Sie Zertifikate und Schlüssel beim Anbieter, aus den Vertrauenslisten der Europäischen Union oder von einem Zeugen des Protokolls.",
    tools:
      "Eine Seite, die auf jedem Computer ohne Netz arbeitet, und womit dieser Container selbst versiegelt ist.",
  },
  kept: {
    notice_mail: "Benachrichtigung, wie sie gemailt wurde",
    notice_sms: "Benachrichtigung, wie sie per SMS ging",
    smtp_dialogue: "Dialog mit dem Mailserver",
    provider_answer: "Antwort des SMS-Anbieters",
    carrier_report: "Bericht des Postunternehmens",
    carrier_proof: "Nachweis des Postunternehmens",
    posting_receipt: "Beleg der ganzen Einlieferung",
    report: "Zustellbericht der E-Mail",
    decision_page: "Die Seite, auf der der Empfänger entschied",
    rectification_note: "Vermerk zur Berichtigung",
  },
  withheldTitle: "Aufbewahrt, aber nicht in dieser Kopie",
  withheldLead:
    "Diese Dateien enthalten den eigenen Link und die Codes des Empfängers. Der Empfänger kann sie erhalten, und ein Gericht kann sie beim Anbieter anfordern. Ihre Prüfsummen stehen in den Feststellungen.",
  withheldReceipt:
    "Der Beleg einer Einlieferung nennt auch Briefe an andere. Ein Gericht kann ihn beim Anbieter anfordern.",
  noLogProof: "Noch nicht in diesem Paket: der Beleg, dass dies im öffentlichen Protokoll steht.",
  logProof: (index) => `Eintrag ${index} des öffentlichen Protokolls`,
  certificate: "Zertifikat",
  certificateOf: (name) => `Zertifikat von ${name}`,
  logKey: "Schlüssel des öffentlichen Protokolls",
  policies: "Richtlinien, die die Belege nennen",
  trustNote: "Wozu diese Kopien dienen",
  verifier: "Seite, die dieses Paket prüft",
  seal: "Siegel über diesen Container (CAdES) mit Zeitstempel",
  manifest: "Liste aller Dateien mit ihren Prüfsummen",
  howTo: "So prüfen Sie",
  steps: {
    open: "Entpacken Sie diese Datei; sie ist ein Zip-Archiv. Öffnen Sie verifier.html in einem Browser und ziehen Sie die ganze Datei darauf. Nichts wird übertragen.",
    site: (url) => `Oder ziehen Sie sie auf ${url}.`,
    commands: "Oder verwenden Sie Software, die nicht von uns ist, im entpackten Ordner:",
    roots:
      "In roots.pem legen Sie die Stammzertifikate des Siegels und der Zeitstempel ab, geholt von einer Stelle, der Sie vertrauen.",
  },
  originals:
    "Die Sendung selbst ist nicht in diesem Paket. Bewahren Sie die Originaldateien daneben auf: Die Belege enthalten ihre Prüfsummen.",
  noProofs: "Noch kann kein Nachweis erstellt werden.",
  trustText: {
    lead: "Die Dateien in diesem Ordner sind Kopien dessen, was die Belege selbst enthalten. Sie dienen dem Vergleich und halten die Belege prüfbar. Entnehmen Sie ihnen kein Vertrauen.",
    anchors: "Woher Sie nehmen, worauf Sie vertrauen",
    anchorsText:
      "Stammzertifikate: die Vertrauenslisten der Europäischen Union oder die Praxiserklärung des Anbieters. Schlüssel des Protokolls: die Prüfseite des Anbieters und jeder Zeuge des Protokolls. Vergleichen Sie die Fingerabdrücke.",
    certificates: "Zertifikate aus den Belegen, mit SHA-256-Fingerabdrücken",
    logKey: "Schlüssel des öffentlichen Protokolls nach Angabe des Anbieters",
    noLogKey: "Als dieses Paket erstellt wurde, war kein Schlüssel des Protokolls angegeben.",
    policies: "Von den Feststellungen genannte Richtlinien",
  },
  portal: {
    title: "Alles in einer Datei",
    lead: "Nachweise, Belege, Protokoll und eine Seite, die sie ohne Netz prüft, in einem versiegelten Container.",
    incomplete: "Die Zustellung ist nicht endgültig: Die Datei wird sagen, dass sie unvollständig ist.",
    download: "Das Paket herunterladen",
  },
  wait: {
    title: "Das Paket wird erstellt",
    text: "Es wartet, bis jede Feststellung versiegelt ist und im öffentlichen Protokoll steht, was eine Minute dauern kann. Diese Seite geht von selbst weiter.",
    readyTitle: "Das Paket ist fertig",
    readyText: "Eine Datei enthält alles.",
  },
  collect: {
    title: "Alles in einer Datei",
    lead: "Alle Nachweise dieser Zustellung, mit dem, was Ihnen gesendet wurde, und der Seite, auf der Sie entschieden haben.",
    ask: "Die Nachweise herunterladen",
  },
};
