// Deutsche Wörter über die Übergabe von Briefen an das Postunternehmen und darüber, was es von ihnen meldet.

import type { postalCarrier as English } from "../en/postal-carrier.ts";

export const postalCarrier: typeof English = {
  handOver: {
    title: (number) => `Stapel ${number} übergeben`,
    lead: "Scannen Sie jeden Brief, bevor er geht. Was gescannt ist, bleibt gescannt, auch wenn diese Seite geschlossen wird.",
    scanTitle: "Scannen",
    barcode: "Barcode",
    barcodeHint:
      "Der Scanner tippt ihn und drückt die Eingabetaste. Sie können ihn auch tippen: 30 Ziffern oder wie RR473124829BE.",
    scan: "Aufnehmen",
    outcomes: {
      taken: (ordinal) => `Aufgenommen: Brief ${ordinal}.`,
      before: (ordinal) => `Brief ${ordinal} wurde schon gescannt. Er zählt einmal.`,
      posted: (ordinal) => `Brief ${ordinal} ist schon aufgegeben. Legen Sie ihn beiseite.`,
      not_printed: (ordinal) =>
        `Brief ${ordinal} ist nicht als gedruckt bestätigt. Bestätigen Sie zuerst den Druck.`,
      fallen_out: (ordinal) =>
        `Brief ${ordinal} fiel aus seinem Stapel. Er darf nicht aufgegeben werden. Vernichten Sie ihn.`,
      other_batch: (ordinal) => `Das ist Brief ${ordinal} eines anderen Stapels.`,
      unknown: () => "Kein Brief von uns hat diesen Barcode. Legen Sie ihn beiseite.",
      unreadable: () => "Das ist kein Barcode eines Einschreibens. Scannen Sie noch einmal.",
    },
    takeBack: "Diesen Scan zurücknehmen",
    toOtherBatch: (number) => `Zu Stapel ${number}`,
    counted: (scanned, printed) => `${scanned} von ${printed} gescannt`,
    notScanned: "Zeigen, was nicht gescannt ist",
    importTitle: "Viele auf einmal",
    pasted: "Barcodes, einer je Zeile",
    file: "Oder eine Datei",
    fileHint: "Text oder CSV, höchstens 1 MB.",
    import: "Diese aufnehmen",
    report: (taken, before) =>
      `${taken === 1 ? "Ein Brief wurde aufgenommen" : `${taken} Briefe wurden aufgenommen`}${before === 0 ? "" : `, ${before} schon vorher`}.`,
    refusedTitle: "Nicht aufgenommen",
    refusedCaption: "Zeilen, die nicht aufgenommen wurden",
    line: "Zeile",
    why: "Warum",
    receiptTitle: "Einlieferungsbeleg",
    receiptText:
      "Der Beleg des Postunternehmens für eine Übergabe. Er wird bei den Beweisen jedes ihrer Briefe aufbewahrt.",
    receiptFor: "Für welche Übergabe",
    chooseHandOver: "Wählen Sie die Übergabe",
    nextHandOver: "die nächste Übergabe",
    deposit: (when, letters) => `${when}, ${letters === 1 ? "ein Brief" : `${letters} Briefe`}`,
    receipt: "Beleg des Postunternehmens",
    receiptHint: "PDF, PNG oder JPEG, höchstens 5 MB.",
    keep: "Den Beleg aufbewahren",
    receiptsCaption: "Aufbewahrte Belege",
    receiptName: "Datei",
    kept: (by, when) => `${when}, ${by}`,
    open: "Öffnen",
    openFor: (name) => `Öffnen: ${name}`,
    noReceipt: "Es gibt noch keinen.",
    confirmTitle: "Übergeben",
    all: (count) =>
      count === "1"
        ? "Der Brief wurde nicht gescannt und wird übergeben."
        : `Es wurde kein Brief gescannt; also werden alle ${count} gedruckten Briefe übergeben.`,
    some: (scanned, left) =>
      left === 0
        ? scanned === "1"
          ? "Der Brief wurde gescannt und wird übergeben."
          : `Alle ${scanned} Briefe wurden gescannt und werden übergeben.`
        : `${scanned === "1" ? "Der eine gescannte Brief wird" : `Die ${scanned} gescannten Briefe werden`} übergeben. ${left === 1 ? "Ein Brief ist" : `${left} Briefe sind`} nicht gescannt und ${left === 1 ? "bleibt" : "bleiben"} hier.`,
    consequence:
      "Jeder Brief ist damit aufgegeben: Sein Beweis wird gesiegelt, das Porto ist verbraucht. Das lässt sich nicht rückgängig machen.",
    twoPersons: "Eine zweite Person muss bestätigen, bevor etwas geschieht.",
    confirm: "Die Briefe sind übergeben",
    secondTitle: "Zweite Person",
    secondText: (by, when, count) =>
      `${by} hat ${when} ${count === "1" ? "einen Brief" : `${count} Briefe`} übergeben. Zählen Sie nach und bestätigen Sie, oder lehnen Sie die Übergabe ab.`,
    own: "Eine andere Person der Poststelle muss Ihre Übergabe bestätigen. Sie können sie zurückziehen.",
    second: "Die Übergabe bestätigen",
    withdraw: "Die Übergabe zurückziehen",
    decline: "Die Übergabe ablehnen",
    declineWords: "Warum Sie sie ablehnen",
    declineHint: "Eine Zeile. Wer übergeben hat, liest sie.",
    waits: "Eine Übergabe wartet oder wird gebucht. Danach können Sie weiter scannen.",
    nothing: "Kein Brief dieses Stapels ist gedruckt und noch hier.",
    nothingText: "Bestätigen Sie zuerst den Druck, oder sehen Sie nach, was aus den Briefen wurde.",
    toBatch: "Zum Stapel",
    refused: {
      scan_empty:
        "Es steht kein Barcode darin. Fügen Sie mindestens eine Zeile ein, oder wählen Sie eine Datei.",
      scan_too_long: "Das sind mehr als 2.000 Zeilen. Nehmen Sie weniger auf einmal.",
      no_file: "Wählen Sie zuerst eine Datei.",
      file_too_large: "Die Datei ist zu groß. Es wurde nichts aufbewahrt.",
      document_type: "Das ist kein PDF, PNG oder JPEG. Es wurde nichts aufbewahrt.",
      document_encrypted:
        "Das PDF verlangt ein Passwort. Speichern Sie es ohne, und versuchen Sie es noch einmal.",
      hand_over_not_chosen: "Wählen Sie, für welche Übergabe der Beleg ist. Es wurde nichts aufbewahrt.",
      too_many_documents: "Dieser Stapel hat schon zehn Belege.",
      damaged: "Die Datei ist nicht lesbar. Es wurde nichts aufbewahrt.",
    },
  },
  outcomes: {
    accepted: "angenommen",
    presented: "Zustellung versucht",
    held: "liegt beim Postunternehmen bereit",
    delivered: "zugestellt",
    returned: "an den Absender zurückgesandt",
    other: "etwas anderes",
    signed_proof: "gesiegelter Nachweis erhalten",
  },
  returns: {
    title: "Was das Postunternehmen meldet",
    lead: "Buchen Sie Zustellungen und Rücksendungen, die das Postunternehmen Ihnen meldet. Sie stehen dort als seine Erklärung; die erste Zustellung oder Rücksendung beendet die Sendung.",
    oneTitle: "Ein Brief",
    barcode: "Barcode",
    outcome: "Was geschah",
    choose: "Wählen Sie, was geschah",
    date: "Tag",
    time: "Uhrzeit",
    timeHint: "In Belgien, wie das Postunternehmen sie schreibt.",
    words: "In den Worten des Postunternehmens",
    wordsHint: "Eine Zeile. Nötig bei etwas anderem.",
    book: "Buchen",
    booked: "Das ist vermerkt.",
    before: "Das war schon gebucht. Es kam nichts hinzu.",
    toLetter: "Zum Brief",
    fileTitle: "Aus einer Datei",
    file: "Datei",
    fileHint:
      "CSV mit einem Brief je Zeile: Barcode; Ergebnis; Zeit; Worte. Das Ergebnis ist accepted, presented, held, delivered, returned oder other; die Zeit steht da wie 2026-11-23 14:05.",
    read: "Die Datei buchen",
    report: (booked, before) =>
      `${booked === 1 ? "Eine Zeile wurde gebucht" : `${booked} Zeilen wurden gebucht`}${before === 0 ? "" : `, ${before} schon vorher`}.`,
    badTitle: "Nicht gebucht",
    badOutcome: "Das Ergebnis muss accepted, presented, held, delivered, returned oder other sein.",
    badCaption: "Zeilen, die nicht gebucht wurden",
    line: "Zeile",
    content: "Was dort steht",
    why: "Was daran falsch ist",
    refused: {
      no_file: "Wählen Sie zuerst eine Datei.",
      file_too_large: "Die Datei ist größer als 1 MB. Es wurde nichts gebucht.",
      statements_empty: "In der Datei steht keine Zeile.",
      statements_broken:
        "Die Datei ist nicht als CSV lesbar. Suchen Sie ein Anführungszeichen, das nicht geschlossen ist.",
      statements_too_many: "Die Datei hat mehr als 2.000 Zeilen. Es wurde nichts gebucht; teilen Sie sie.",
    },
    statementsTitle: "Was das Postunternehmen meldet",
    none: "Das Postunternehmen hat noch nichts gemeldet.",
    caption: "Meldungen des Postunternehmens, wie sie kamen",
    states: (source) => `${source} meldet`,
    when: "Wann",
    what: "Was",
    received: "Erhalten",
  },
  find: {
    title: "Brief suchen",
    lead: "Scannen oder tippen Sie den Barcode auf dem Etikett. Jede Suche wird notiert.",
    barcode: "Barcode",
    unknownTitle: "Kein Brief hat diesen Barcode",
    unknownText:
      "Vergleichen Sie jede Ziffer mit dem Etikett. Briefe ins Ausland haben 13 Zeichen, wie RR473124829BE.",
  },
};
