// Deutsche Wörter der Poststelle, in der Briefe gedruckt und dem Postunternehmen übergeben werden.

import type { postal as English } from "../en/postal.ts";
import { postalCarrier } from "./postal-carrier.ts";

export const postal: typeof English = {
  carrier: postalCarrier,
  sections: {
    label: "Poststelle",
    queue: "Wartend",
    batches: "Stapel",
    returns: "Meldungen der Post",
    find: "Brief suchen",
  },
  waiting: (all, soon, problems) =>
    all === 0
      ? "Es wartet kein Brief."
      : `${all === 1 ? "Ein Brief wartet" : `${all} Briefe warten`}${soon === 0 ? "" : `, ${soon} binnen zwei Tagen aufzugeben`}${problems === 0 ? "" : `, ${problems} mit einem Problem mit der Adresse`}.`,
  officerOnly: "Nur die Poststelle handelt hier. Sie können alles ansehen.",
  problems: {
    missing: "es wurde keine Adresse angegeben",
    incomplete: "die Adresse ist unvollständig",
    unknown: "diese Adresse gibt es nicht",
    not_served: "in dieses Land gehen keine Briefe",
    unreadable: "die Post kann die Adresse nicht lesen",
    other: "die Adresse passt nicht auf den Umschlag oder ist aus einem anderen Grund nicht brauchbar",
  },
  reasons: {
    misprint: "falsch gedruckt",
    damaged: "beschädigt",
    wrong_count: "zu wenige oder zu viele Seiten",
    wrong_letter: "falscher Brief im Umschlag",
    other: "ein anderer Grund",
    collected: "vor der Freigabe online abgeholt",
    called_off: "vom Absender widerrufen",
    post_failed: "vor der Freigabe beendet",
    address: "die Adresse ist nicht brauchbar",
    not_postable: "kann nicht aufgegeben werden",
    carrier_refused: "vom Postunternehmen abgelehnt",
    letter_too_long: "zu viele Blätter für den Umschlag",
    content_damaged: "der Inhalt war nicht lesbar",
    content_missing: "der Inhalt war nicht lesbar",
    content_erased: "der Inhalt wurde gelöscht",
    letter_failed: "konnte nicht erstellt werden; informieren Sie den Betreiber",
    not_released: "inzwischen beendet",
    not_posted_in_time: "der letzte Tag ist vorbei",
    number_taken: "die Nummer war schon vergeben",
  },
  said: (what, more) => `${what}: ${more}`,
  final: "kann nie aufgegeben werden; die Sendung endet",
  queue: {
    title: "Briefe",
    lead: "Was niemand rechtzeitig abgeholt hat, wird ein Einschreibebrief. Der Brief, der zuerst zur Post muss, steht oben.",
    views: "Welche Briefe",
    view: {
      all: "Alle wartenden",
      soon: "Binnen zwei Tagen",
      problems: "Problem mit der Adresse",
      fallen_out: "Zurückgekommen",
    },
    count: (view, count) => `${view} (${count})`,
    bar: "Wartende Briefe nach Dringlichkeit",
    inTime: "mit genug Zeit",
    soon: "binnen zwei Tagen aufzugeben",
    problems: "mit einem Problem mit der Adresse",
    caption: "Briefe, die auf den Druck warten",
    ticked: "Gewählt",
    tick: (name) => `Den Brief an ${name} wählen`,
    addressee: "Empfänger",
    address: "Adresse",
    lastDay: "Aufzugeben bis",
    daysLeft: (days) =>
      days < 0
        ? days === -1
          ? "einen Tag zu spät"
          : `${-days} Tage zu spät`
        : days === 0
          ? "heute ist der letzte Tag"
          : days === 1
            ? "noch ein Tag"
            : `noch ${days} Tage`,
    noAddress: "Es wurde keine Adresse angegeben.",
    hasProblem: (problem) => `Noch nicht: ${problem}. Der Absender wird gebeten, sie zu berichtigen.`,
    problemReleased: (problem) =>
      `Freigegeben, aber: ${problem}. Wählen Sie ihn, um es noch einmal zu versuchen, oder beenden Sie ihn auf seiner eigenen Seite.`,
    cameBack: (reason) => `Zurückgekommen: ${reason}.`,
    emptyTitle: "Es wartet kein Brief",
    emptyText: "Briefe erscheinen hier von selbst, wenn niemand rechtzeitig abgeholt hat.",
    emptyView: "Zu dieser Auswahl passt kein Brief",
    emptyToAll: "Alle wartenden Briefe zeigen",
    makeTitle: "Einen Stapel bilden",
    printer: "Drucker",
    chosen: "Die gewählten Briefe in einen Stapel legen",
    all: (most) => `Alle wartenden Briefe in einen Stapel legen, höchstens ${most}`,
    shown: (count) => `Die ${count} dieser Seite in einen Stapel legen`,
    makeText:
      "Jeder Brief wird dann, einer nach dem anderen, für das Abholen online geschlossen. Das lässt sich nicht rückgängig machen. Wer vorher abholt, behält die Nachricht, und der Brief entfällt. Briefe mit einem Problem mit der Adresse bleiben hier.",
    empty:
      "Keiner dieser Briefe wartet noch. Es wurde nichts gebildet: Ein anderer Stapel hat sie, oder sie wurden abgeholt.",
    made: "Der Stapel wird gebildet.",
    missed: (count) =>
      count === 1
        ? "Ein gewählter Brief ist nicht dabei: Er wartet nicht mehr."
        : `${count} gewählte Briefe sind nicht dabei: Sie warten nicht mehr.`,
  },
  batches: {
    title: "Stapel",
    lead: "Alle Stapel von Briefen, der neueste zuerst.",
    caption: "Stapel von Briefen",
    number: "Stapel",
    name: (number) => `Stapel ${number}`,
    printer: "Drucker",
    state: "Stand",
    letters: "Briefe",
    posted: "Aufgegeben",
    made: "Gebildet",
    by: (name, when) => `${when}, ${name}`,
    problem: "braucht Aufmerksamkeit",
    emptyTitle: "Es gibt noch keinen Stapel",
    emptyText: "Wählen Sie wartende Briefe und bilden Sie den ersten Stapel.",
    toQueue: "Zu den wartenden Briefen",
  },
  states: {
    making: "Wird gebildet",
    ready: "Druckbereit",
    printed: "Gedruckt",
    handed_over: "Übergeben",
    closed: "Geschlossen",
  },
  jobStates: {
    chosen: "gewählt",
    released: "freigegeben",
    numbered: "nummeriert",
    made: "druckbereit",
    printed: "gedruckt",
    posted: "aufgegeben",
    fallen_out: "ausgefallen",
    dropped: "entfallen",
  },
  batch: {
    lead: (when, by) => `Gebildet ${when} von ${by}`,
    progress: "Wie weit die Briefe sind",
    progressTitle: "Fortschritt",
    making: (ready, all) => `Druckbereit: ${ready} von ${all}.`,
    makingHint:
      "Sie können diese Seite schließen. Der Stapel wird ohne Sie gebildet, und diese Seite zeigt, wie weit er ist.",
    empty: "Alle Briefe sind vor der Freigabe entfallen. Es gibt nichts zu drucken.",
    problems: {
      no_numbers:
        "Die Briefe können keine Nummer erhalten: Für ein Land ist weder ein Postunternehmen noch ein Nummernbereich eingerichtet. Informieren Sie den Betreiber. Danach geht es von selbst weiter.",
      numbers_exhausted:
        "Die Briefe können keine Nummer erhalten: Der Nummernbereich ist aufgebraucht. Informieren Sie den Betreiber. Mit einem neuen Bereich geht es von selbst weiter.",
      carrier_unavailable:
        "Das Postunternehmen antwortet nicht. Wir fragen von selbst wieder; nichts geht verloren.",
      press_storage_full:
        "Die Briefe können nicht erstellt werden: Für Druckdateien ist kein Platz mehr. Informieren Sie den Betreiber. Sobald Platz ist, geht es von selbst weiter.",
      press_key_wrong:
        "Briefe können nicht erstellt werden: Die Presse hat einen anderen Schlüssel als den, für den sie verschlossen wurden. Informieren Sie den Betreiber. Mit dem richtigen Schlüssel geht es von selbst weiter.",
      press_printer_unknown:
        "Die Briefe können nicht erstellt werden: Die Presse kennt diesen Drucker nicht. Informieren Sie den Betreiber. Sobald er eingerichtet ist, geht es von selbst weiter.",
      press_failed:
        "Briefe können zurzeit nicht erstellt werden; die Presse versucht es von selbst wieder. Bleibt es länger als eine Viertelstunde so, informieren Sie den Betreiber: Das Protokoll der Presse nennt den Grund.",
    },
    printer: "Drucker",
    letters: "Gewählte Briefe",
    sheets: "Blätter",
    pages: "Seiten",
    readyAt: "Druckbereit",
    printedAt: "Gedruckt",
    handedOverAt: "Übergeben",
    notYet: "noch nicht",
    filesTitle: "Druckdateien",
    filesText:
      "Die Dateien enthalten die Briefe selbst. Ihr Name und die Zeit werden notiert. Löschen Sie sie, sobald sie gedruckt sind.",
    download: "Als Zip herunterladen",
    filesGone: "Die Druckdateien dieses Stapels wurden entfernt, wie es die Regeln verlangen.",
    filesNotYet: "Die Dateien gibt es, sobald jeder Brief erstellt ist.",
    push: "An den Druckpartner senden",
    pushing: (when) => `Angefordert ${when}. Die Dateien sind unterwegs zum Druckpartner.`,
    pushed: (when) => `Der Druckpartner hat die Dateien seit ${when}.`,
    pushFailed: (attempts, error) =>
      `Es ist noch nicht gelungen, nach ${attempts === 1 ? "einem Versuch" : `${attempts} Versuchen`}: ${error}.`,
    pushAgain: (when) => `Wir versuchen es wieder: ${when}.`,
    pushFaults: {
      unreachable: "der Druckpartner antwortet nicht",
      host_key_wrong: "es ist nicht der Server, dessen Schlüssel wir kennen; es wurde nichts gesendet",
      auth_refused: "der Druckpartner lässt uns nicht hinein",
      no_key: "unser Schlüssel für den Druckpartner ist nicht eingerichtet",
      no_room: "der Druckpartner hat keinen Platz mehr",
      denied: "der Druckpartner lässt uns dort nicht schreiben",
      broken_off: "die Verbindung brach ab",
      already_there: "der Druckpartner hat einen anderen Stapel unter diesem Namen",
      files_gone: "eine Druckdatei wurde nach den Regeln gelöscht oder ist beschädigt",
      printer_unknown:
        "für diesen Drucker ist kein Ort für Dateien eingerichtet; informieren Sie den Betreiber",
      other: "etwas ging schief; informieren Sie den Betreiber",
    },
    printedTitle: "Den Druck bestätigen",
    printedText: (count) =>
      count === 1
        ? "Ein Brief wird als gedruckt gebucht. Was ausfiel, kommt zurück zu den wartenden Briefen."
        : `${count} Briefe werden als gedruckt gebucht. Was ausfiel, kommt zurück zu den wartenden Briefen.`,
    fallenOut: "Nummern der ausgefallenen Briefe",
    fallenOutHint: "Ihre Nummern im Stapel, etwa 3, 17-19. Lassen Sie das Feld leer, wenn alles stimmt.",
    fallenOutReason: "Warum sie ausfielen",
    words: "In Ihren Worten",
    wordsHint: "Nötig bei einem anderen Grund.",
    choose: "Wählen Sie einen Grund",
    printed: "Der Stapel ist gedruckt",
    handOverTitle: "Dem Postunternehmen übergeben",
    handedOverText:
      "Alles ist übergeben. Was das Postunternehmen Ihnen dafür gab, können Sie dort noch aufbewahren.",
    handOverText: (printed, scanned) =>
      `${printed === 1 ? "Ein gedruckter Brief ist" : `${printed} gedruckte Briefe sind`} noch hier, ${scanned} gescannt.`,
    toHandOver: "Scannen und übergeben",
    toReceipts: "Zum Einlieferungsbeleg",
    booked: {
      printed: "Das Drucken ist gebucht. Die Briefe können übergeben werden.",
      handed_over: "Die Übergabe ist gebucht. Die Briefe sind aufgegeben.",
    },
    waiting: {
      printed: "Der Druck ist bestätigt. Die Briefe werden gebucht.",
      fell_out: "Ausgefallene Briefe werden gebucht.",
      not_postable: "Ein Brief, der nicht aufgegeben werden kann, wird gebucht.",
      handed_over: "Die Übergabe ist bestätigt. Die Briefe werden gebucht.",
      carrier_statement: "Eine Meldung des Postunternehmens wird gebucht.",
    },
    waitsForSecond: (by) => `${by} hat diesen Stapel übergeben. Eine zweite Person muss bestätigen.`,
    lettersTitle: "Briefe in diesem Stapel",
    views: "Welche Briefe des Stapels",
    view: { all: "Alle", out: "Nicht mehr darin", unscanned: "Gedruckt, nicht gescannt" },
    caption: "Briefe dieses Stapels in ihrer Reihenfolge",
    ordinal: "Nr.",
    addressee: "Empfänger",
    barcode: "Barcode",
    state: "Stand",
    jobSheets: "Blätter",
    scanned: "gescannt",
    file: "Datei",
    openFile: "Öffnen",
    openFileFor: (ordinal) => `Öffnen: die Druckdatei von Brief ${ordinal}`,
    none: "Zu dieser Auswahl passt kein Brief.",
    done: {
      printed: "Der Druck ist bestätigt. Die Briefe werden gebucht.",
      pushed: "Die Dateien sind unterwegs zum Druckpartner.",
      received: "Der Einlieferungsbeleg ist aufbewahrt.",
      handed_over: "Die Übergabe ist bestätigt. Die Briefe werden gebucht.",
      asked: "Ihre Übergabe wartet auf eine zweite Person.",
      withdrawn: "Die Übergabe ist zurückgezogen. Es wurde nichts aufgegeben.",
      taken_back: "Der Scan ist zurückgenommen. Legen Sie den Brief beiseite.",
    },
  },
  acts: {
    title: "Was geschah",
    none: "Es ist noch nichts damit geschehen.",
    kinds: {
      printed: "Als gedruckt bestätigt",
      fell_out: "Ausgefallen",
      not_postable: "Kann nicht aufgegeben werden",
      handed_over: "Dem Postunternehmen übergeben",
      carrier_statement: "Meldung der Post gebucht",
    },
    line: (what, by, when) => `${what}, ${by}, ${when}`,
    because: (reason) => `Grund: ${reason}`,
    seconded: (by, when) => `Bestätigt von ${by}, ${when}`,
    waits: "Wartet auf eine zweite Person",
    withdrawn: (when) => `Zurückgezogen ${when}`,
    declined: (by, when, why) => `Abgelehnt von ${by}, ${when}${why === "" ? "" : `: ${why}`}`,
    open: "Wird gebucht",
    outcome: (done, not) =>
      `${done === 1 ? "Ein Brief" : `${done} Briefe`} gebucht${not === 0 ? "" : `, ${not} nicht`}`,
  },
  letter: {
    title: "Brief",
    standing: "Wie es um ihn steht",
    state: "Stand",
    states: {
      to_print: "wartet auf den Druck",
      printed: "gedruckt",
      posted: "aufgegeben",
      post_failed: "nicht aufgegeben, beendet",
      post_delivered: "zugestellt, wie das Postunternehmen meldet",
      post_returned: "zurückgesandt, wie das Postunternehmen meldet",
      post_unknown: "ohne Meldung des Postunternehmens",
      collected: "online abgeholt",
      other: "beendet",
    },
    addressee: "Empfänger",
    address: "Adresse",
    lastDay: "Aufzugeben bis",
    released: "Für das Abholen online geschlossen",
    posted: "Aufgegeben",
    ended: "Beendet",
    number: "Sendung",
    problem: "Problem mit der Adresse",
    noAddress: "nicht angegeben",
    erased: (day: string) =>
      `Am ${day} gelöscht. Was ein Absender uns über einen Empfänger anvertraut, bewahren wir höchstens 60 Tage nach dem Ende auf.`,
    jobsTitle: "In Stapeln",
    noJobs: "Dieser Brief war noch in keinem Stapel.",
    jobsCaption: "Stapel, in denen dieser Brief war",
    inBatch: (batch, ordinal) => `Stapel ${batch}, Brief ${ordinal}`,
    printedAddress: "Wie gedruckt",
    digest: "SHA-256 der Druckdatei",
    scanned: (by, when) => `Gescannt ${when} von ${by}`,
    fellOutTitle: "Der Brief fiel aus",
    fellOutText:
      "Er kommt zurück zu den wartenden Briefen und behält seinen letzten Tag. Vernichten Sie, was gedruckt wurde.",
    reason: "Grund",
    fellOut: "Den Brief aus dem Stapel nehmen",
    notPostableTitle: "Der Brief kann nicht aufgegeben werden",
    notPostableText:
      "Der Absender wird um eine andere Adresse gebeten und hat dafür Zeit bis zum letzten Tag. „Kann nie aufgegeben werden“ beendet die Sendung jetzt; das Porto geht an den Absender zurück.",
    notPostableReleased:
      "Der Brief ist freigegeben: Der Absender kann keine andere Adresse mehr angeben. „Kann nie aufgegeben werden“ beendet die Sendung jetzt; das Porto geht an den Absender zurück. Kann es noch einmal versucht werden, wählen Sie ihn stattdessen für einen Stapel.",
    notPostable: "Vermerken, dass er nicht aufgegeben werden kann",
    done: {
      fell_out: "Das ist vermerkt. Der Brief kommt zurück zu den wartenden.",
      not_postable: "Das ist vermerkt. Der Absender erfährt es.",
      booked: "Die Meldung der Post ist vermerkt.",
    },
  },
  refusals: {
    batch_not_ready: "Der Stapel ist dafür nicht bereit, oder es ist schon geschehen. Es wurde nichts getan.",
    act_waiting: "Das wurde schon angefordert und wird ausgeführt. Es kam nichts hinzu.",
    nothing_to_hand_over: "Kein Brief dieses Stapels ist gedruckt und noch hier. Es wurde nichts getan.",
    hand_over_changed:
      "Seit Sie diese Seite geöffnet haben, hat sich die Zahl der Briefe geändert. Es wurde nichts getan. Sehen Sie es sich unten neu an.",
    own_hand_over:
      "Sie haben diese Übergabe selbst eingetragen. Eine andere Person der Poststelle muss sie bestätigen.",
    no_hand_over_waits:
      "Es wartet keine Übergabe mehr: Sie wurde bestätigt oder zurückgezogen. Es wurde nichts getan.",
    scan_not_there: "Kein Brief, der gescannt und noch hier ist, hat diesen Barcode. Es wurde nichts getan.",
    job_not_open: "Dieser Brief ist nicht mehr im Stapel, oder er ist aufgegeben. Es wurde nichts getan.",
    letter_not_waiting: "Dieser Brief wartet nicht auf den Druck. Es wurde nichts getan.",
    printer_takes_no_files: "Dieser Drucker nimmt von hier keine Dateien an. Laden Sie sie herunter.",
    pushed_before: "Der Druckpartner hat die Dateien schon.",
    print_files_erased: "Die Druckdateien wurden entfernt, wie es die Regeln verlangen.",
  },
};
