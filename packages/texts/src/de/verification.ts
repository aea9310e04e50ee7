// Worte einer Prüfung, auf Deutsch: Ergebnisse (EN 319 102-1), was jede Prüfung fragt, was eine Fälschung ändern würde.

import type { verification as En } from "../en/verification.ts";

export const verification: typeof En = {
  indications: {
    "TOTAL-PASSED": {
      title: "Echt und unverändert",
      text: "Die Datei ist genau so, wie sie versiegelt wurde, von einem hier anerkannten Anbieter, zum genannten Zeitpunkt.",
    },
    INDETERMINATE: {
      title: "Nicht sicher",
      text: "Nichts zeigt, dass die Datei verändert wurde, aber es fehlt etwas, um sich auf sie verlassen zu können.",
    },
    "TOTAL-FAILED": {
      title: "Verlassen Sie sich nicht auf diese Datei",
      text: "Mindestens eine Prüfung zeigt, dass die Datei beschädigt ist, verändert wurde oder nicht ist, was sie vorgibt.",
    },
  },
  intact: {
    title: "Unversehrt, aber nicht von einem anerkannten Anbieter",
    text: "Die Datei ist genau so, wie sie versiegelt wurde. Das Siegelzertifikat führt zu keinem Anbieter, der hier anerkannt ist.",
    compare:
      "Vergleichen Sie diesen Fingerabdruck mit dem, den der Anbieter veröffentlicht, unter einer Adresse, die Sie nicht der Datei entnehmen.",
  },
  beside: {
    title: "Eine Datei neben dem Nachweis ist nicht die versandte",
    text: {
      "TOTAL-PASSED":
        "Der Nachweis ist echt und unverändert: Sie können sich auf ihn verlassen. Aber eine Datei, die Sie dazu gegeben haben, gehört nicht zum Einschreiben. Sie wurde verändert, oder es ist eine andere Datei.",
      intact:
        "Der Nachweis ist genau so, wie er versiegelt wurde, aber nicht von einem hier anerkannten Anbieter. Außerdem gehört eine Datei, die Sie dazu gegeben haben, nicht zum Einschreiben. Sie wurde verändert, oder es ist eine andere Datei.",
      INDETERMINATE:
        "Ob Sie sich auf den Nachweis verlassen können, ist nicht sicher: Es fehlt etwas, das dafür nötig ist. Außerdem gehört eine Datei, die Sie dazu gegeben haben, nicht zum Einschreiben. Sie wurde verändert, oder es ist eine andere Datei.",
    },
  },
  subIndications: {
    FORMAT_FAILURE: "Die Datei ist nicht so aufgebaut, wie ein Nachweis es sein muss.",
    HASH_FAILURE: "Was versiegelt wurde und was Ihnen vorliegt, ist nicht dasselbe.",
    SIG_CRYPTO_FAILURE: "Die Signatur wurde nicht mit dem Zertifikat erstellt, das sie nennt.",
    SIG_CONSTRAINTS_FAILURE: "Der Datei fehlt etwas, das ein Nachweis eines Einschreibens haben muss.",
    CRYPTO_CONSTRAINTS_FAILURE: "Es wurde ein Verfahren verwendet, das nicht mehr als sicher gilt.",
    NO_SIGNING_CERTIFICATE_FOUND: "Es gibt kein Siegel, oder sein Zertifikat fehlt.",
    NO_CERTIFICATE_CHAIN_FOUND: "Das Zertifikat führt zu keinem Anbieter, der hier anerkannt ist.",
    REVOKED: "Das Siegel wurde angebracht, nachdem sein Zertifikat widerrufen worden war.",
    REVOKED_NO_POE: "Ein Zertifikat wurde widerrufen, und nichts beweist, dass es davor verwendet wurde.",
    EXPIRED: "Das Siegel wurde angebracht, nachdem sein Zertifikat abgelaufen war.",
    OUT_OF_BOUNDS_NO_POE: "Ein Zertifikat ist abgelaufen, und nichts beweist, dass es davor verwendet wurde.",
    NO_POE: "Nichts beweist, wann dies bestand.",
    TIMESTAMP_ORDER_FAILURE: "Die Zeiten in der Datei widersprechen einander.",
    TRY_LATER: "Nötige Angaben fehlen oder sind veraltet. Rufen Sie sie ab und prüfen Sie erneut.",
  },
  checks: {
    format: {
      title: "Die Datei ist lesbar",
      tampered: "Eine beschädigte oder abgeschnittene Datei wäre nicht bis zum Ende lesbar.",
    },
    byte_range: {
      title: "Das Siegel deckt die ganze Datei ab",
      tampered:
        "Was nach dem Versiegeln hinzugefügt, versteckt oder ersetzt wird, liegt außerhalb des versiegelten Teils und zeigt sich hier.",
    },
    digests: {
      title: "Nach dem Versiegeln wurde nichts verändert",
      tampered: "Ändert sich ein einziges Zeichen, so ist der Hashwert ein anderer.",
    },
    signature: {
      title: "Das Siegel wurde mit dem Schlüssel seines Zertifikats erstellt",
      tampered: "Ohne diesen Schlüssel kann niemand ein passendes Siegel erstellen.",
    },
    signature_timestamp: {
      title: "Eine unabhängige Stelle hat das Siegel datiert",
      tampered: "Ein Siegel lässt sich nicht zurückdatieren: Die Stelle datiert nur, was besteht.",
    },
    archive_timestamp: {
      title: "Der Nachweis wurde für lange Zeit erneuert",
      tampered: "Ausgetauschte Zertifikate oder Auskünfte darüber passen nicht zum späteren Zeitstempel.",
    },
    certificate_chain: {
      title: "Das Zertifikat führt zu einem anerkannten Anbieter",
      tampered:
        "Das Zertifikat eines Fälschers kann denselben Namen tragen, führt aber zu keinem anerkannten Anbieter.",
    },
    revocation: {
      title: "Das Zertifikat war beim Versiegeln nicht widerrufen",
      tampered: "Ein gestohlener Schlüssel wird widerrufen. Spätere Siegel zeigen sich hier.",
    },
    trusted_list: {
      title: "Die Liste der anerkannten Anbieter ist aktuell",
      tampered: "Eine alte Liste kann einen Anbieter nennen, der seinen Status inzwischen verloren hat.",
    },
    record_timestamp: {
      title: "Eine unabhängige Stelle hat die Aufzeichnung datiert",
      tampered: "Eine später erfundene oder veränderte Aufzeichnung passt nicht zu ihrem Zeitstempel.",
    },
    record_matches: {
      title: "Das Dokument sagt, was die Aufzeichnung sagt",
      tampered: "Worte, die von der datierten Aufzeichnung abweichen, zeigen sich hier.",
    },
    contents: {
      title: "Das Bündel enthält genau die versiegelten Dateien",
      tampered: "Eine hinzugefügte, entfernte oder ausgetauschte Datei zeigt sich hier.",
    },
    attached_evidence: {
      title: "Jedes enthaltene Beweisstück besteht für sich",
      tampered: "Beweise einer anderen Sendung oder veränderte Beweise zeigen sich hier.",
    },
    chain: {
      title: "Die Aufzeichnungen folgen lückenlos aufeinander",
      tampered:
        "Jede Aufzeichnung nennt die vorige. Fehlt eine oder ist sie ausgetauscht, so bricht die Kette.",
    },
    kept: {
      title: "Was unter den Beweisen aufbewahrt ist, ist das, was die Aufzeichnungen nennen",
      tampered: "Ein ausgetauschter Bericht oder Dialog hat einen Hashwert, den keine Aufzeichnung nennt.",
    },
    log: {
      title: "Die Aufzeichnungen stehen im öffentlichen Protokoll",
      tampered:
        "Selbst der Anbieter kann eine Aufzeichnung, die im Protokoll steht, nicht entfernen oder austauschen.",
    },
    parts: {
      title: "Ihre Dateien sind die Teile der Nachricht",
      tampered: "Eine auch nur wenig veränderte Datei hat einen anderen Hashwert.",
    },
  },
  report: {
    file: "Datei",
    kind: {
      proof: "Nachweis (PDF)",
      evidence: "Beweisstück (XML)",
      bundle: "Beweisbündel",
      unknown: "nicht erkannt",
    },
    signer: "Versiegelt von",
    fingerprint: "Fingerabdruck",
    level: "Stufe",
    signedAt: "Versiegelt am",
    archivedAt: "Erneuert am",
    verifiesUntil: "Prüfbar bis",
    anchor: "Anerkannt durch",
    delivery: "Sendung",
    records: "Aufzeichnungen",
    parts: "Teile",
    compared: { same: "identisch", different: "verschieden", not_given: "nicht verglichen" },
    log: "Öffentliches Protokoll",
    logEntry: (v) => `Zeile ${v.index} von ${v.size}`,
    checks: "Prüfungen",
    incomplete: "Unvollständig: Die Sendung war noch nicht abgeschlossen, als dieses Bündel erstellt wurde.",
    unreadable: (v) => `${v.file} kann nicht gelesen werden.`,
    noTrust: "Es wurden keine Vertrauensanker angegeben (--trust): Kein Anbieter kann erkannt werden.",
  },
};
