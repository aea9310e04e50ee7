// Words of the page that checks a bundle offline, in German.

import type { verifier as En } from "../en/verifier.ts";

export const verifier: typeof En = {
  title: "Die Nachweise eines Einschreibens prüfen",
  lead: "Diese Seite arbeitet ohne Netz. Nichts, was Sie hier ablegen, verlässt Ihren Computer.",
  drop: "Legen Sie das Nachweispaket oder einen Nachweis als PDF oder XML hier ab",
  besides:
    "Legen Sie die Originaldateien dazu: Sie werden mit den Fingerabdrücken in den Nachweisen verglichen.",
  choose: "Dateien auswählen",
  logKey: "Schlüssel des öffentlichen Protokolls (freiwillig)",
  logKeyHint:
    "Von der Prüfseite des Anbieters oder von einem Zeugen des Protokolls. Ohne ihn wird der Schlüssel im Paket benutzt, was weniger beweist.",
  again: "Neu beginnen",
  print: "Drucken",
  checking: "Wird geprüft",
  notPossible:
    "Dieser Browser kann nicht prüfen: Ihm fehlen die Funktionen dafür. Nehmen Sie einen aktuellen.",
  language: "Sprache",
  passed: "Alles passt zusammen",
  passedText:
    "Nichts von dem, was hier geprüft wurde, ist seit der Versiegelung verändert worden. Wessen Zertifikate es sind und ob sie gültig waren, weiß diese Seite nicht: siehe unten.",
  failed: "Etwas passt nicht",
  failedText:
    "Mindestens eine Prüfung schlug fehl. Stützen Sie sich nicht auf diese Dateien, bevor Sie wissen, warum.",
  open: "Es wurde nichts zu prüfen gefunden",
  openText: "Diese Dateien enthalten keinen Nachweis dieser Art.",
  complete: "Die Kette der Feststellungen ist vollständig und geschlossen.",
  incomplete:
    "Unvollständig: Die Kette der Feststellungen ist nicht geschlossen. Nach dieser Kopie kann noch etwas geschehen sein.",
  later: (count) =>
    count === 1
      ? "Eine Feststellung kam nach der abschließenden."
      : `${count} Feststellungen kamen nach der abschließenden.`,
  checks: "Was geprüft wurde",
  outcomes: { passed: "passt", failed: "passt nicht", open: "nicht geprüft" },
  times: (count) => (count === 1 ? "einmal" : `${count}-mal`),
  check: {
    container_digests: "Jede Datei im Paket ist so, wie sie bei der Versiegelung verzeichnet wurde",
    container_seal: "Das Siegel über das Paket passt zum Verzeichnis und zu seinem Zeitstempel",
    document_digests: "Der Beleg ist so, wie er versiegelt wurde",
    document_seal: "Das Siegel des Belegs entstand mit dem Schlüssel des enthaltenen Zertifikats",
    seal_timestamp: "Der Zeitstempel über das Siegel passt dazu",
    proof_seal: "Das PDF ist so, wie es versiegelt wurde, und seine Zeitstempel passen",
    proof_additions: "Nach dem Siegel wurde dem PDF nichts hinzugefügt",
    record_timestamp: "Der Zeitstempel über die Feststellung passt dazu",
    record_agrees:
      "Der Beleg nennt dasselbe Ereignis, dieselbe Zeit, Zustellung und dieselben Teile wie seine Feststellung",
    records_readable: "Die Feststellung ist lesbar und ihr Blattwert berechnet",
    chain: "Die Feststellungen folgen lückenlos aufeinander",
    closing: "Die abschließende Feststellung zählt die Kette richtig",
    kept_named: "Was beim Nachweis aufbewahrt ist, wird von einer Feststellung genannt",
    log_inclusion: "Die Feststellung steht im öffentlichen Protokoll",
    log_signature: "Der Prüfpunkt ist mit dem Schlüssel des Protokolls signiert",
    log_timestamp: "Der Zeitstempel über den Prüfpunkt passt dazu",
  },
  openReason: {
    closing: "Die Kette ist noch nicht geschlossen.",
    proof_additions:
      "Auf das erste Siegel folgt etwas, wie bei erneuerten Zeitstempeln. Diese Seite beurteilt nicht, was.",
    log_inclusion: "Der Beleg aus dem Protokoll ist nicht in diesem Paket.",
    log_signature: "Es gibt keinen Schlüssel des Protokolls.",
    log_timestamp: "Der Prüfpunkt hat keinen Zeitstempel.",
  },
  logKeyTyped: "Das Protokoll wurde mit dem Schlüssel geprüft, den Sie angegeben haben.",
  logKeyInside:
    "Das Protokoll wurde mit dem Schlüssel im Paket geprüft: Vergleichen Sie ihn mit dem veröffentlichten.",
  records: "Was die Feststellungen sagen",
  record: "Nr.",
  event: "Ereignis",
  at: "Zeit (UTC)",
  existed: "Bestand um (UTC)",
  afterFinal: "nach dem Endzustand",
  asPrinted: "wie gedruckt",
  parts: "Dateien der Sendung",
  name: "Name",
  size: "Bytes",
  fingerprint: "SHA-256",
  comparison: "Vergleich",
  compared: { same: "gleich", different: "verschieden", not_given: "nicht beigefügt" },
  comparedWith: (file) => `verglichen mit ${file}`,
  unknown: "Dateien, die keine Feststellung nennt",
  notChecked: "Was diese Seite nicht prüft",
  notCheckedList: [
    "Ob die Zertifikate von Siegel und Zeitstempeln von einem vertrauenswürdigen Anbieter kommen. Vergleichen Sie die Fingerabdrücke unten mit dem, was der Anbieter und die Vertrauenslisten der Europäischen Union veröffentlichen.",
    "Ob ein Zertifikat gesperrt oder abgelaufen war, als es benutzt wurde.",
    "Archivzeitstempel, die später hinzukamen, und Signaturen der Zeugen des Protokolls.",
    "Jedes Wort des Belegs gegen seine Feststellung, und was ein PDF zeigt: Dafür braucht es die Prüfseite oder die Befehlszeile.",
  ],
  certificates: "Gefundene Zertifikate",
  use: { seal: "Siegel", timestamp: "Zeitstempel" },
  commands: "Befehle, die den Rest prüfen",
  commandsLead:
    "Im entpackten Paket; roots.pem enthält die Stammzertifikate, denen Sie vertrauen, log.vkey den Schlüssel des Protokolls, dem Sie vertrauen.",
};
