// Wörter der PDF-Nachweise, auf Deutsch.

import type { proof as En } from "../en/proof.ts";

export const proof: typeof En = {
  service: "Elektronisches Einschreiben",
  status: {
    demonstration: "Demonstration, nicht qualifiziert",
    "non-qualified": "nicht qualifiziert",
    qualified: "qualifiziert",
    conditional: (v) => `nur qualifiziert bei Abholung mit ${v.methods}`,
  },
  methods: { eid: "eID", itsme: "itsme" },
  or: " oder ",
  legalEffect: {
    demonstration:
      "Diese Sendung ist eine Demonstration. Sie ersetzt kein Einschreiben, das das Gesetz verlangt.",
    "non-qualified":
      "Diese Sendung ist nicht qualifiziert. Sie ersetzt kein Einschreiben, das das Gesetz verlangt.",
    qualified:
      "Diese Sendung ist qualifiziert: Der Dienst, der sie zugestellt hat, ist ein qualifizierter Dienst für die Zustellung elektronischer Einschreiben (eIDAS, Artikel 44) und hat den Empfänger auf dem Niveau hoch identifiziert.",
    conditional: (v) =>
      `Diese Sendung ist nur dann qualifiziert (eIDAS, Artikel 44), wenn sie mit ${v.methods} auf dem Niveau hoch abgeholt wird. Anders abgeholt ersetzt sie kein Einschreiben, das das Gesetz verlangt.`,
  },
  kinds: {
    proof_of_submission: {
      title: "Einlieferungsnachweis",
      sentence: "Diese Sendung wurde zur Zustellung an den unten genannten Empfänger angenommen.",
      whole: (v) =>
        v.one
          ? "Diese Sendung wurde zur Zustellung an einen Empfänger angenommen."
          : `Diese Sendung wurde zur Zustellung an ${v.count} Empfänger angenommen, an jeden für sich.`,
      when: "Zur Zustellung angenommen",
    },
    proof_of_notification: {
      title: "Benachrichtigungsnachweis",
      sentence: "Dem Empfänger wurde die Nachricht gesandt, dass ein Einschreiben für ihn bereitliegt.",
      sentenceUsed:
        "Ein Inhaber der Benachrichtigung hat sie benutzt, um sich zu identifizieren. Das beweist, dass sie angekommen ist.",
      when: "Benachrichtigt",
    },
    proof_of_non_notification: {
      title: "Nachweis erfolgloser Benachrichtigung",
      sentence:
        "Der Empfänger konnte unter den Adressen, die der Absender angab, nicht benachrichtigt werden.",
      sentenceOurs:
        "Der Empfänger konnte nicht benachrichtigt werden. Die Ursache liegt beim Dienst, nicht bei den Adressen.",
      sentenceThen:
        "Eine Benachrichtigung konnte unter den damals angegebenen Adressen nicht zugestellt werden. Danach wurde der Empfänger erreicht: Was folgte, steht unten.",
      when: "Festgestellt",
    },
    proof_of_collection: {
      title: "Abholnachweis",
      identified: {
        handedOver:
          "Diese Sendung wurde ihrem Empfänger übergeben, der vorher identifiziert wurde und sie annahm.",
        madeAvailable:
          "Diese Sendung wurde ihrem Empfänger bereitgestellt, der vorher identifiziert wurde und sie annahm.",
      },
      codes: {
        handedOver:
          "Diese Sendung wurde von einem Inhaber des Postfachs und des Telefons, die der Absender angab, angenommen und ihm übergeben. Die Identität wurde nicht festgestellt.",
        madeAvailable:
          "Diese Sendung wurde von einem Inhaber des Postfachs und des Telefons, die der Absender angab, angenommen und ihm bereitgestellt. Die Identität wurde nicht festgestellt.",
      },
      when: "Angenommen",
    },
    proof_of_refusal: {
      title: "Verweigerungsnachweis",
      identified: "Der Empfänger, der vorher identifiziert wurde, hat diese Sendung verweigert.",
      codes:
        "Diese Sendung wurde von einem Inhaber des Postfachs und des Telefons verweigert, die der Absender angab. Die Identität wurde nicht festgestellt.",
      when: "Verweigert",
    },
    proof_of_expiry: {
      title: "Ablaufnachweis",
      sentence:
        "Diese Sendung wurde angeboten und ihr Empfänger benachrichtigt. Sie wurde nicht rechtzeitig abgeholt.",
      when: "Abgelaufen",
    },
    proof_of_posting: {
      title: "Einlieferungsnachweis",
      sentence: "Diese Sendung wurde gedruckt und dem Postunternehmen als Einschreiben übergeben.",
      sentenceOf: (v) => `Diese Sendung wurde gedruckt und als Einschreiben an ${v.operator} übergeben.`,
      when: "Zur Post gegeben",
    },
    proof_of_post_outcome: {
      title: "Nachweis des Postergebnisses",
      sentence: "Das Postunternehmen hat erklärt, was aus dem Brief wurde.",
      stated: (v) => `${v.source} erklärt zum Brief: ${v.outcome}.`,
      silent: "Das Postunternehmen hat nicht rechtzeitig gesagt, was aus dem Brief wurde.",
      failed: "Der Brief wurde dem Postunternehmen nicht übergeben.",
      when: "Erklärt",
      whenOurs: "Festgestellt",
    },
  },
  brussels: (v) => `(Brüssel, ${v.offset})`,
  exactly: (v) => `genau ${v.utc} (UTC)`,
  terms: {
    operator: "Postunternehmen",
    statement: "Erklärung",
    madeAvailable: "Bereitgestellt",
    handedOver: "Übergeben",
    by: "Durch",
    sender: "Absender",
    addressee: "Empfänger",
    consent: "Zustimmung",
    accepted: "Zustellung übernommen",
    asked: "Verlangte Identifizierung",
    window: "Abholfrist",
    letter: "Bei Nichtabholung",
    reasons: "Grund",
    subject: "Betreff",
    message: "Nachricht",
    delivery: "Sendung",
    evidence: "Beleg",
  },
  bySomebody: {
    codes: "Besitz des Postfachs und des Telefons, die der Absender angab; Identität nicht festgestellt",
    codesFor: "Für die Organisation; Person nicht identifiziert",
    codesHow: (v) =>
      `Zwei Einmalcodes, einer per E-Mail und einer per SMS gesandt, wurden beide richtig eingegeben am ${v.when}.`,
    unnamed: "Eine Person, deren Name beim Dienst bleibt",
    member: (v: { member: string; organisation: string }) => `Mitglied ${v.member} von ${v.organisation}`,
    identified: (v) => `identifiziert mit ${v.method}`,
    issuer: (v) => `Aussteller ${v.issuer}`,
    because: (v) => `ist der Empfänger nach: ${v.matched}`,
    becauseMember: (v) => `handelt für den Empfänger nach: ${v.matched}`,
    commitment: "Festlegung auf die Identifizierungsakte (SHA-256):",
  },
  matched: {
    "mailbox+phone": "Besitz von Postfach und Telefon",
    name: "Name",
    "name+birth_date": "Name und Geburtsdatum",
    register_number: "Nationalregisternummer",
    "member+enterprise_number":
      "Zugehörigkeit zu einem Firmenkonto, das für diese Unternehmensnummer geprüft ist",
  },
  method: {
    password: "Passwort",
    "password+totp": "Passwort und Einmalcode",
    passkey: "Passkey",
    codes: "zwei Einmalcodes",
    itsme: "itsme",
    eid: "Personalausweis (eID)",
    api_key: "API-Schlüssel",
  },
  level: {
    low: "Vertrauensniveau niedrig",
    substantial: "Vertrauensniveau substanziell",
    high: "Vertrauensniveau hoch",
  },
  sender: {
    enterprise: (v) => `Unternehmen ${v.number}`,
    member: (v) => `durch sein Mitglied ${v.member}`,
    signedIn: (v) => `angemeldet mit ${v.method} am ${v.when}`,
    identified: (v) => `identifiziert mit ${v.method} am ${v.when}`,
  },
  addressee: {
    attention: (v) => `zu Händen von ${v.name}`,
    suppliedBySender: "Vom Absender angegeben; der Dienst hat nicht geprüft, ob sie stimmen.",
    noMobile: "keine Mobilnummer",
  },
  consent: {
    clause: "durch eine Vertragsklausel",
    earlier_consent: "früher erteilt",
    registration: "durch Registrierung bei diesem Dienst",
    none_stated: "Der Absender hat für diese elektronischen Adressen keine angegeben.",
    stated: (v) => `Vom Absender angegeben: ${v.basis}`,
    on: (v) => `am ${v.date}`,
    words: (v) => `„${v.words}“`,
  },
  asked: {
    codes: "zwei Einmalcodes, per E-Mail und per SMS, oder etwas Stärkeres",
    eid_or_itsme: "itsme oder Personalausweis (eID)",
  },
  window: {
    days: (v) =>
      v.days === 1
        ? "1 voller Kalendertag, ab dem Tag nach der Benachrichtigung"
        : `${v.days} volle Kalendertage, ab dem Tag nach der Benachrichtigung`,
    until: (v) => `${v.until} (Brüsseler Zeit)`,
    deadline: (v) => `der erste Augenblick danach ist ${v.deadline}`,
    finalBy: (v) => `endgültig, was auch geschieht, spätestens am ${v.date}`,
  },
  letter: {
    yes: "Die Sendung wird gedruckt und als Einschreiben zur Post gegeben.",
    no: "Die Sendung läuft ab. Es folgt kein Brief.",
  },
  post: {
    item: "Nummer",
    batch: (v) => `Stapel ${v.batch}`,
    address: "an",
    pages: (v) => (v.one ? "1 Seite" : `${v.pages} Seiten`),
    sheets: (v) => (v.one ? "1 Blatt" : `${v.sheets} Blätter`),
    printFile: "Druckdatei wie übergeben, SHA-256:",
    receipt: "Einlieferungsbeleg, SHA-256:",
    report: "Bericht wie empfangen, SHA-256:",
    states: (v) => `${v.source} erklärt: ${v.outcome}`,
    enteredByDesk: "Von unserer Poststelle eingegeben, nicht vom Postunternehmen selbst.",
    words: (v) => `„${v.words}“`,
    outcome: {
      accepted: "von der Post angenommen",
      presented: "Zustellung an der Adresse versucht",
      held: "im Postamt aufbewahrt",
      delivered: "zugestellt",
      returned: "zurückgesandt",
      other: "etwas anderes, in eigenen Worten",
      signed_proof: "dasselbe noch einmal, in einem Nachweis mit eigenem Siegel",
    },
  },
  reason: {
    R_ERDS_Unreachable: "der Empfänger ist nicht erreichbar",
    R_ERDS_Malfunction: "eine Störung des Dienstes",
    R_ERDS_PolicyViolation: "gegen die Richtlinien des Dienstes",
    R_ERDS_NotIdentified: "nicht identifiziert",
    UnknownRecipient: "Empfänger unbekannt",
    "own:window_passed": "die Abholfrist ist abgelaufen",
    "own:addressee_refused": "der Empfänger hat verweigert",
    "own:after_window_before_printing": "nach der Frist, vor dem Druck",
    "own:not_postable": "der Brief kann nicht zur Post gegeben werden",
    "own:called_off": "vom Absender widerrufen",
    "own:not_posted_in_time": "nicht rechtzeitig zur Post gegeben",
    "own:broken_off": "die Übertragung wurde abgebrochen",
    "own:attachment_refused": "eine Anlage ist nach den Bedingungen des Dienstes nicht zugelassen",
    "own:content_damaged": "der Inhalt ist beschädigt",
  },
  parts: {
    accepted: "Was zur Zustellung angenommen wurde",
    offered: "Was angeboten wurde",
    available: "Was bereitgestellt wurde",
    handedOver: "Was übergeben wurde",
    refused: "Was verweigert wurde",
    part: "Teil",
    asPrinted: (v) => (v.pages === 1 ? "wie gedruckt: 1 Seite" : `wie gedruckt: ${v.pages} Seiten`),
    size: "Größe",
    hash: "SHA-256",
  },
  deliveries: {
    title: "Empfänger",
    addressee: "Empfänger und Adressen, vom Absender angegeben",
    delivery: "Sendung und Eintrag",
  },
  track: {
    title: "Was geschah",
    event: {
      SubmissionAcceptance: "Zur Zustellung angenommen",
      SubmissionRejection: "Einlieferung abgelehnt",
      RelayAcceptance: "Weitergabe angenommen",
      RelayRejection: "Weitergabe abgelehnt",
      RelayFailure: "Weitergabe gescheitert",
      NotificationForAcceptance: "Benachrichtigung gesandt",
      NotificationForAcceptanceFailure: "Benachrichtigung gescheitert",
      ConsignmentAcceptance: "Vom Empfänger angenommen",
      ConsignmentRejection: "Vom Empfänger verweigert",
      AcceptanceRejectionExpiry: "Abholfrist abgelaufen",
      NotificationDelivered: "Benachrichtigung angekommen",
      NotificationAccessTracking: "Benachrichtigung benutzt",
      ContentConsignment: "Inhalt bereitgestellt",
      ContentConsignmentFailure: "Inhalt konnte nicht bereitgestellt werden",
      ConsignmentNotification: "Bereitstellung gemeldet",
      ConsignmentNotificationFailure: "Bereitstellung konnte nicht gemeldet werden",
      ContentAccessTracking: "Teil geöffnet",
      ContentHandover: "Inhalt übergeben",
      ContentHandoverFailure: "Übergabe abgebrochen",
      RelayToNonERDS: "Dem Postunternehmen übergeben",
      RelayToNonERDSFailure: "Konnte dem Postunternehmen nicht übergeben werden",
      ReceivedFromNonERDS: "Vom Postunternehmen erhalten",
      AddresseeContactRepaired: "Absender hat die Daten des Empfängers berichtigt",
      PostalAddressMended: "Absender hat die Postanschrift berichtigt",
      SmsFailure: "SMS gescheitert",
      SmsAnswer: "Antwort zur SMS",
      NotForMe: "Inhaber des Links, nicht identifiziert: „Das ist nicht für mich“",
      WindowExtendedForOutage: "Abholfrist nach einem Ausfall des Dienstes verlängert",
      Unreachable: "Empfänger nicht erreichbar",
      LetterCalledOff: "Absender hat den Brief widerrufen",
      LetterToPrint: "Geht als Einschreiben weiter",
      LetterReleased: "Zum Druck freigegeben",
      LetterPrinted: "Brief gedruckt",
      CarrierStatement: "Erklärung des Postunternehmens",
      CarrierSilent: "Keine Nachricht vom Postunternehmen",
    },
    reminder: (v) => `Erinnerung ${v.number}`,
    round: (v) => `Runde ${v.round}`,
    corrected: (v) => `Berichtigt: ${v.fields}`,
    field: { email: "E-Mail-Adresse", mobile: "Mobilnummer", name: "Name" },
    openedWindow: "Diese Benutzung hat die Benachrichtigung bewiesen und die Abholfrist eröffnet.",
    extended: (v) =>
      `Der Dienst war ${v.minutes} Minuten nicht erreichbar. Die Abholfrist läuft nun ${v.until}.`,
    printedAgain: "Der Brief fiel aus und wird erneut gedruckt.",
    accountClosed: "Das Konto des Absenders wurde geschlossen.",
    correction: "Das Postunternehmen berichtigt eine frühere Erklärung.",
    afterFinal: "nach dem Endzustand",
    channel: { email: "E-Mail", sms: "SMS" },
    channelLine: (v) => `${v.channel} an ${v.to}: ${v.outcome}`,
    outcome: {
      accepted: "zur Zustellung übernommen",
      refused: "abgelehnt",
      pending: "Antwort steht aus",
      not_tried: "nicht versucht",
      delivered: "zugestellt",
      failed: "endgültig gescheitert",
    },
    answer: (v) => `Antwort: „${v.answer}“`,
    record: (v) => `Eintrag ${v.seq}`,
    logEntry: (v) => `Protokoll ${v.entry}`,
    notLogged: "noch nicht im Protokoll",
    digest: "Unter jedem Eintrag steht sein Wert in der Kette.",
    closed: (v) => `Die Kette wurde im Endzustand mit ${v.records} Einträgen (Kopf ${v.head}) geschlossen.`,
    later: (v) => (v.one ? "Danach folgt noch ein Eintrag." : `Danach folgen noch ${v.count} Einträge.`),
    open: "Die Sendung war noch nicht abgeschlossen, als dieser Nachweis erstellt wurde: Weitere Einträge können folgen.",
  },
  notProved: {
    title: "Was dies nicht beweist:",
    proof_of_submission:
      "Dass der Empfänger benachrichtigt oder die Sendung zugestellt, gelesen oder verstanden wurde.",
    proof_of_notification:
      "Dass der Empfänger die Benachrichtigung gesehen hat oder die Sendung abgeholt, gelesen oder verstanden wurde.",
    proof_of_non_notification:
      "Dass es den Empfänger nicht gibt oder er sich entzieht oder dass die Sendung ihn nicht auf anderem Weg erreichen kann.",
    proof_of_collection: "Dass die Sendung gelesen oder verstanden wurde.",
    proof_of_refusal: "Dass der Empfänger weiß, was in der Sendung steht, oder warum sie verweigert wurde.",
    proof_of_expiry:
      "Dass der Empfänger die Sendung erhielt, die Benachrichtigung sah oder sich gegen die Abholung entschied. Die Sendung gelangte nicht in seine Hände.",
    expiredWithLetter:
      "Dass der Empfänger die Sendung erhielt, die Benachrichtigung sah oder sich gegen die Abholung entschied. Die Sendung ging als Einschreibebrief weiter: Was aus ihm wurde, sagen die Nachweise zum Brief.",
    proof_of_posting: "Dass der Brief ankam oder dass der Empfänger ihn las oder verstand.",
    proof_of_post_outcome:
      "Dass es so ist, wie das Postunternehmen erklärt: Es ist dessen Erklärung, keine Feststellung dieses Dienstes. Auch nicht, dass der Empfänger den Brief las oder verstand.",
    postSilent:
      "Dass der Brief angekommen ist oder nicht: Das Postunternehmen hat nicht rechtzeitig etwas erklärt und kann es noch tun.",
    neverPosted:
      "Dass der Empfänger von der Nachricht wusste oder kein Brief ihn hätte erreichen können: Dieser wurde nie aufgegeben, aus dem oben genannten Grund.",
    codes: "Wer die Codes eingegeben hat: Das kann jeder, der Postfach und Telefon hat.",
    addresses:
      "E-Mail-Adresse und Mobilnummer hat der Absender angegeben. Dass sie dem Empfänger gehören, ist die Erklärung des Absenders.",
    addressesMailOnly:
      "Die E-Mail-Adresse hat der Absender angegeben. Dass sie dem Empfänger gehört, ist die Erklärung des Absenders.",
    unprintable:
      "Zeichen, die diese Seite nicht drucken kann, stehen als \ufffd. Der beigefügte Beleg enthält sie vollständig.",
  },
  seal: {
    title: "Elektronisch gesiegelt",
    text: (v) => `durch ${v.issuer}. Der Beleg erhielt einen Zeitstempel am ${v.stamped}.`,
    entry: (v) => `Eintrag ${v.entry} im öffentlichen Protokoll.`,
    checkpoint: (v) =>
      `Prüfpunkt mit ${v.size} Einträgen, Wurzel ${v.root}; der Nachweis der Aufnahme ist beigefügt.`,
    verifiesUntil: (v) => `Die Zeitstempel sind ohne Erneuerung prüfbar bis ${v.date}.`,
    attached: (v) =>
      v.one
        ? "Der maschinenlesbare Beleg (ETSI EN 319 522) ist dieser Datei beigefügt."
        : `Die maschinenlesbaren Belege (ETSI EN 319 522) sind dieser Datei beigefügt: ${v.count} Einträge.`,
    unsealedPart: (v) =>
      v.one
        ? "Ein späterer Eintrag wurde noch gesiegelt."
        : `${v.count} spätere Einträge wurden noch gesiegelt.`,
    policies: "Geltende Bedingungen:",
  },
  check: {
    title: "Prüfen Sie diesen Nachweis ohne uns",
    drop: (v) =>
      `Ziehen Sie diese Datei auf ${v.site}, oder prüfen Sie sie mit Software, die nicht von uns stammt: Speichern Sie sie als proof.pdf; root.pem ist das Stammzertifikat des Ausstellers. Der SHA-256 jedes Teils muss der oben genannte sein.`,
    pdf: "Die Datei ist ganz und das Siegel deckt sie; es kommt nach proof.pdf.sig0, die gesiegelten Bereiche erscheinen als [0\u00a0-\u00a0A],\u00a0[B\u00a0-\u00a0C]:",
    seal: "Das Siegel gehört zu diesen Bytes und führt zum Stammzertifikat (A, B und C einsetzen):",
    xml: "Der beigefügte Beleg ist signiert und unverändert; ebenso für jede Datei:",
  },
  page: (v) => `Seite ${v.page} von ${v.pages}`,
  attachment: (v) => `Beleg (ETSI EN 319 522), Eintrag ${v.seq}: ${v.event}`,
  logAttachment: "Wo jeder Eintrag im öffentlichen Protokoll steht (RFC 9162, C2SP)",
  twin: {
    note: "Derselbe Nachweis als Webseite. Sie trägt selbst kein Siegel: Verwenden Sie vor Gericht das PDF.",
    skip: "Zum Nachweis",
    files: "Dem PDF beigefügt",
  },
  sealReason: "Nachweis eines elektronischen Einschreibens",
};
