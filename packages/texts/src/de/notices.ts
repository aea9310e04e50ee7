// Wörter der E-Mails und SMS (Deutsch).

import type { notices as En } from "../en/notices.ts";

export const notices: typeof En = {
  addressee: "Für",
  sender: "Von",
  hiddenSender: {
    within: "jemand (der Name erscheint nach Ihrer Annahme)",
    first: "Jemand (der Name erscheint nach Ihrer Annahme)",
  },
  or: "oder",
  button: "Zum Einschreiben",
  senderButton: "Zur Sendung",
  choice:
    "Sie müssen es nicht annehmen. Dem Link zu folgen heißt noch nicht anzunehmen: Sie entscheiden auf der Seite.",
  doNothingLetter: (v) =>
    `Wenn Sie nichts tun, wird das Einschreiben danach gedruckt und Ihnen per Post als Einschreibebrief zugesandt. Es wird spätestens am ${v.postedBy} zur Post gegeben.`,
  doNothingUnaddressed:
    "Wenn Sie nichts tun, wird Ihnen das Einschreiben danach per Post als Einschreibebrief zugesandt, sofern der Absender noch eine brauchbare Postanschrift angibt. Sonst verfällt es, und der Absender erhält den Nachweis, dass es Ihnen angeboten und nicht abgeholt wurde.",
  doNothingProof:
    "Wenn Sie nichts tun, verfällt das Einschreiben. Der Absender erhält dann den Nachweis, dass es Ihnen angeboten und nicht abgeholt wurde.",
  codesNeeded:
    "Um es zu lesen, geben Sie zwei Codes ein: einen senden wir an diese E-Mail-Adresse, einen an Ihr Mobiltelefon.",
  identityNeeded: "Um es zu lesen, weisen Sie sich mit itsme oder mit Ihrem Personalausweis (eID) aus.",
  check: (v) =>
    `Sie möchten keinem Link folgen? Gehen Sie selbst zu ${v.checkUrl} und geben Sie diesen Prüfcode ein:`,
  checkSms: "Derselbe Prüfcode steht in der SMS, die wir Ihnen senden.",
  noPassword: "Wir fragen nie nach einem Passwort, einer PIN oder einer Bankkartennummer.",
  notForMe: (v) =>
    `Sie sind nicht ${v.addressee}? Sagen Sie es auf der Seite. Dafür müssen Sie sich nicht ausweisen.`,
  why: (v) =>
    `Sie erhalten diese E-Mail, weil ${v.sender} diese Adresse als die des Empfängers angegeben hat.`,
  automatic: "Diese E-Mail wurde automatisch versandt. Antworten darauf liest niemand.",
  trust: {
    demonstration:
      "Dies ist eine Demonstration. Sie hat keine Rechtswirkung und ersetzt keinen Einschreibebrief, den das Gesetz verlangt.",
    nonQualified:
      "Dieses elektronische Einschreiben ersetzt keinen Einschreibebrief, den das Gesetz verlangt.",
    qualified: (v) =>
      `Diese Sendung ist nur dann qualifiziert (eIDAS, Artikel 44), wenn sie mit ${v.methods} abgeholt wird. Anders abgeholt ersetzt sie keinen Einschreibebrief, den das Gesetz verlangt.`,
    methods: { eid: "einem Personalausweis (eID)", itsme: "itsme" },
  },
  notice: {
    subject: (v) => `Einschreiben für ${v.addressee} von ${v.sender}`,
    heading: "Ein Einschreiben für Sie",
    intro: (v) =>
      `${v.sender} hat Ihnen über ${v.service} ein elektronisches Einschreiben gesandt. Es liegt für Sie bereit.`,
    window: (v) =>
      `Sie können es bis einschließlich ${v.until}, Brüsseler Zeit, abholen oder ablehnen. ${
        v.days === 1 ? "Das ist ein voller Tag, morgen." : `Das sind ${v.days} volle Tage ab morgen.`
      }`,
  },
  reminder: {
    subject: (v) => `Erinnerung: Einschreiben für ${v.addressee} von ${v.sender}`,
    heading: "Ihr Einschreiben liegt noch bereit",
    intro: (v) =>
      `${v.sender} hat Ihnen über ${v.service} ein elektronisches Einschreiben gesandt. Sie haben es noch nicht abgeholt oder abgelehnt.`,
    window: (v) => `Sie können es bis einschließlich ${v.until}, Brüsseler Zeit, abholen oder ablehnen.`,
  },
  code: {
    subject: (v) => `Ihr Code für das Einschreiben von ${v.sender}`,
    heading: "Ihr Code aus der E-Mail",
    intro: "Geben Sie diesen Code auf der Seite ein, die danach fragt, zusammen mit dem Code aus der SMS.",
    valid: (v) => `Er gilt ${v.minutes} Minuten und nur einmal.`,
    keep: "Geben Sie ihn niemandem weiter. Wir fragen nie am Telefon oder per E-Mail danach.",
    belongs: (v) => `Er gehört zum Einschreiben mit dem Prüfcode ${v.checkCode}.`,
    notYou: "Sie haben keinen Code angefordert? Dann müssen Sie nichts tun.",
  },
  contentReady: {
    subject: (v) => `Ihr Abholnachweis für das Einschreiben von ${v.sender}`,
    heading: "Sie haben ein Einschreiben abgeholt",
    intro: (v) => `Sie haben das Einschreiben von ${v.sender} am ${v.at} angenommen.`,
    attached:
      "Ihr Abholnachweis ist dieser E-Mail beigefügt. Bewahren Sie ihn auf. Jeder kann ihn prüfen, auch ohne uns.",
    again: (v) =>
      `Sie können die Nachricht und ihre Anlagen bis einschließlich ${v.until} erneut lesen, mit derselben Identifizierung.`,
  },
  senderFailed: {
    answer: "Die Antwort, die wir erhielten",
    reference: "Sendung",
    mail: {
      subject: (v) => `Nicht zugestellt: die Benachrichtigung an ${v.addressee}`,
      heading: "Die Benachrichtigung konnte nicht zugestellt werden",
      what: (v) =>
        `Die E-Mail an ${v.addressee} (${v.address}) wurde abgewiesen oder kam zurück. Es läuft keine Abholfrist.`,
      repair: (v) =>
        `Sie können E-Mail-Adresse, Mobilnummer oder Namen einmal berichtigen, bis ${v.until}. Dann geht eine neue Benachrichtigung hinaus und eine volle Abholfrist beginnt.`,
    },
    sms: {
      subject: (v) => `Nicht zugestellt: die SMS an ${v.addressee}`,
      heading: "Die SMS konnte nicht zugestellt werden",
      what: (v) => `Die SMS an ${v.addressee} (${v.address}) wurde nicht zugestellt.`,
      stands: "Die Benachrichtigung per E-Mail gilt weiter und kein Datum ändert sich.",
      repair:
        "Sie können die Mobilnummer einmal berichtigen. Dann geht die Benachrichtigung erneut hinaus und eine volle Abholfrist beginnt.",
    },
    reminder: {
      subject: (v) => `Nicht zugestellt: eine Erinnerung an ${v.addressee}`,
      heading: "Eine Erinnerung konnte nicht zugestellt werden",
      what: (v) =>
        `Eine Erinnerung an ${v.addressee} (${v.address}) wurde nicht zugestellt. Die Benachrichtigung gilt weiter und kein Datum ändert sich.`,
    },
    otherwiseLetter:
      "Wird nichts berichtigt, so wird die Sendung gedruckt und als Einschreibebrief aufgegeben.",
    otherwiseProof:
      "Wird nichts berichtigt, so endet die Sendung als unzustellbar und Sie erhalten den Nachweis, was versucht wurde.",
  },
  senderFinal: {
    proof: "Der Nachweis kann auf der Seite der Sendung heruntergeladen werden.",
    proofAttached:
      "Ihr Konto ist geschlossen: Der Nachweis liegt bei. Bewahren Sie ihn auf, nach dem Löschen des Kontos können wir ihn nicht erneut senden.",
    letter: (v) =>
      v.postedBy === null
        ? "Die Sendung wird jetzt gedruckt und per Post als Einschreibebrief versandt. Sie können sie auf der Seite der Sendung verfolgen."
        : `Die Sendung wird jetzt gedruckt und spätestens am ${v.postedBy} als Einschreibebrief zur Post gegeben. Solange sie nicht zum Druck freigegeben ist, kann der Empfänger sie noch abholen, und Sie können den Brief widerrufen.`,
    collected: {
      subject: (v) => `Abgeholt: Ihr Einschreiben an ${v.addressee}`,
      heading: "Ihr Einschreiben wurde abgeholt",
      what: (v) => `Ihr Einschreiben an ${v.addressee} wurde am ${v.at} abgeholt.`,
    },
    refused: {
      subject: (v) => `Abgelehnt: Ihr Einschreiben an ${v.addressee}`,
      heading: "Ihr Einschreiben wurde abgelehnt",
      what: (v) => `Ihr Einschreiben an ${v.addressee} wurde am ${v.at} abgelehnt.`,
    },
    expired: {
      subject: (v) => `Nicht abgeholt: Ihr Einschreiben an ${v.addressee}`,
      heading: "Ihr Einschreiben wurde nicht abgeholt",
      what: (v) =>
        `${v.addressee} wurde benachrichtigt und konnte Ihr Einschreiben bis einschließlich ${v.until} abholen. Das ist nicht geschehen.`,
    },
    unreachable: {
      subject: (v) => `Nicht erreichbar: Ihr Einschreiben an ${v.addressee}`,
      heading: "Der Empfänger konnte nicht erreicht werden",
      what: (v) =>
        `Keine Benachrichtigung an ${v.addressee} konnte zugestellt werden. Die elektronische Zustellung endete am ${v.at}. Das Guthaben dafür wurde zurückgegeben.`,
    },
    letterDelivered: {
      subject: (v) => `Zugestellt: Ihr Einschreibebrief an ${v.addressee}`,
      heading: "Ihr Einschreibebrief wurde zugestellt",
      what: (v) =>
        `${v.carrier} erklärt, dass der Einschreibebrief an ${v.addressee} am ${v.at} zugestellt wurde.`,
    },
    letterReturned: {
      subject: (v) => `Zurückgekommen: Ihr Einschreibebrief an ${v.addressee}`,
      heading: "Ihr Einschreibebrief kam zurück",
      what: (v) =>
        `${v.carrier} erklärt, dass der Einschreibebrief an ${v.addressee} am ${v.at} zurückgesandt wurde.`,
    },
    letterUnknown: {
      subject: (v) => `Keine Antwort: Ihr Einschreibebrief an ${v.addressee}`,
      heading: "Das Postunternehmen hat nicht gesagt, was aus Ihrem Brief wurde",
      what: (v) =>
        `Der Einschreibebrief an ${v.addressee} wurde verschickt. Das Postunternehmen hat nicht rechtzeitig, bis ${v.at}, gesagt, was daraus wurde. Was es noch meldet, wird hinzugefügt.`,
    },
    letterCalledOff: {
      subject: (v) => `Widerrufen: Ihr Einschreibebrief an ${v.addressee}`,
      heading: "Ihr Einschreibebrief wurde widerrufen",
      what: (v) =>
        `Der Einschreibebrief an ${v.addressee} wurde am ${v.at} widerrufen, bevor er gedruckt wurde. Die Sendung ist beendet, und das Porto wurde zurückgegeben.`,
    },
    letterNotPostable: {
      subject: (v) => `Nicht verschickt: Ihr Einschreibebrief an ${v.addressee}`,
      heading: "Ihr Einschreibebrief konnte nicht verschickt werden",
      what: (v) =>
        `An die Postanschrift von ${v.addressee} konnte kein Brief gehen. Die Sendung endete am ${v.at}, und das Porto wurde zurückgegeben.`,
    },
    letterLate: {
      subject: (v) => `Nicht verschickt: Ihr Einschreibebrief an ${v.addressee}`,
      heading: "Ihr Einschreibebrief wurde nicht rechtzeitig verschickt",
      what: (v) =>
        `Der Einschreibebrief an ${v.addressee} wurde nicht innerhalb von zehn Arbeitstagen verschickt. Die Sendung endete am ${v.at}, und das Porto wurde zurückgegeben.`,
    },
  },
  senderPosted: {
    subject: (v) => `Aufgegeben: Ihr Einschreibebrief an ${v.addressee}`,
    heading: "Ihr Einschreibebrief wurde aufgegeben",
    what: (v) =>
      `Ihr Einschreiben an ${v.addressee} wurde nicht online abgeholt. Es wurde am ${v.at} als Einschreibebrief an ${v.carrier} übergeben.`,
    item: "Nummer des Briefes",
    followed: (v) => `Was ${v.carrier} dazu erklärt, steht auf der Seite der Sendung.`,
    proof: "Dort kann auch der Nachweis der Aufgabe bei der Post heruntergeladen werden.",
  },
  senderCorrected: {
    subject: (v) => `Neues zu Ihrem Einschreibebrief an ${v.addressee}`,
    heading: "Das Postunternehmen erklärt Neues zu Ihrem Brief",
    delivered: (v) =>
      `${v.carrier} erklärt jetzt, dass der Einschreibebrief an ${v.addressee} am ${v.at} zugestellt wurde.`,
    returned: (v) =>
      `${v.carrier} erklärt jetzt, dass der Einschreibebrief an ${v.addressee} am ${v.at} zurückgesandt wurde.`,
    stays:
      "Diese Erklärung kommt zu den Beweisen hinzu. Was zuvor festgehalten wurde, bleibt bestehen, ebenso der Tag, an dem die Sendung endete.",
  },
  senderAddress: {
    subject: (v) => `Anschrift nötig: Ihr Einschreiben an ${v.addressee}`,
    heading: "Wir brauchen eine Postanschrift",
    follows: (v) =>
      `${v.addressee} kann Ihr Einschreiben bis einschließlich ${v.until} abholen. Danach soll es ein Einschreibebrief werden, und noch kann kein Brief hinausgehen:`,
    soon: (v) =>
      `Holt niemand Ihr Einschreiben an ${v.addressee} ab, soll es ein Einschreibebrief werden, und noch kann kein Brief hinausgehen:`,
    waits: (v) =>
      `Ihr Einschreiben an ${v.addressee} wurde nicht abgeholt und soll per Post gehen. Noch kann kein Brief hinausgehen:`,
    problems: {
      missing: "Sie haben keine Postanschrift angegeben.",
      incomplete: "In der Postanschrift fehlt etwas.",
      unknown: "Die Post kennt diese Anschrift nicht.",
      not_served: "In dieses Land verschicken wir keine Briefe.",
      unreadable: "Die Post kann diese Anschrift nicht lesen. Sie braucht lateinische Buchstaben.",
      other: "Die Anschrift passt nicht auf einen Brief, oder die Post kann sie nicht verwenden.",
    },
    address: "Die Anschrift, die wir haben",
    mend: (v) => `Sie können die Anschrift bis einschließlich ${v.until} berichtigen.`,
    mendSoon: "Sie können die Anschrift berichtigen, bis der Brief zum Druck freigegeben ist.",
    otherwise:
      "Sonst wird kein Brief verschickt. Die Sendung endet dann ohne Brief, und Sie erhalten das Porto zurück.",
    button: "Anschrift berichtigen",
  },
  senderNotForMe: {
    subject: (v) => `„Nicht für mich“: Ihr Einschreiben an ${v.addressee}`,
    heading: "Jemand erklärt, dass die Sendung nicht für ihn oder sie ist",
    what: (v) =>
      `Wer den Link der Benachrichtigung an ${v.addressee} (${v.address}) hat, hat erklärt, dass die Sendung nicht für ihn oder sie ist. Wir haben diese Person nicht identifiziert. Kein Datum ändert sich, und an diese Adresse gehen keine Erinnerungen mehr.`,
  },
  senderMismatch: {
    subject: (v) => `Jemand anderes hat sich ausgewiesen: Ihr Einschreiben an ${v.addressee}`,
    heading: "Jemand hat sich ausgewiesen und ist nicht der Empfänger",
    what: (v) =>
      `Am ${v.at} hat sich jemand mit der Benachrichtigung an ${v.addressee} mit itsme oder einem Personalausweis ausgewiesen. Was wir verglichen haben, stimmt nicht überein:`,
    fields: {
      name: "Der Name ist nicht der, den Sie angegeben haben.",
      birth_date: "Das Geburtsdatum ist nicht das, welches Sie angegeben haben, oder ist nicht bekannt.",
      register_number:
        "Die Nationalregisternummer ist nicht die, welche Sie angegeben haben, oder ist nicht bekannt.",
      not_a_member: "Die Person ist nicht Mitglied eines geprüften Kontos dieser Organisation.",
    },
    untold: "Wer es war, dürfen wir nicht sagen. Die Sendung blieb verschlossen, und kein Datum ändert sich.",
    codesOpen: "Der Empfänger kann die Sendung weiterhin mit den zwei Codes abholen.",
    mend: "Ist der Name falsch geschrieben? Sie können ihn auf der Seite dieser Sendung berichtigen.",
    sendAgain:
      "War Ihre Angabe falsch? Für diese Sendung lässt sie sich nicht mehr ändern. Senden Sie die Nachricht noch einmal mit den richtigen Angaben.",
    register:
      "Die Organisation kann sich bei uns registrieren und ihre Unternehmensnummer prüfen lassen. Ihre Mitglieder können die Sendung dann abholen.",
  },
  extended: {
    subjectForSender: (v) => `Mehr Zeit: Ihr Einschreiben an ${v.addressee}`,
    subjectForAddressee: (v) => `Mehr Zeit: Einschreiben für ${v.addressee} von ${v.sender}`,
    heading: "Die Abholfrist ist verlängert",
    what: (v) =>
      `Unsere Seite war am letzten Tag ${v.minutes} Minuten lang nicht erreichbar${v.between ? `, zwischen ${v.between.from} und ${v.between.to}` : ""}. Die Sendung kann jetzt bis einschließlich ${v.until}, Brüsseler Zeit, abgeholt oder abgelehnt werden.`,
  },
  /** To the addressee: the letter that was to follow was called off. */
  calledOff: {
    subject: (v) => `Kein Brief per Post: Einschreiben für ${v.addressee}`,
    heading: "Es kommt kein Brief per Post",
    what: "Der Absender hat den Einschreibebrief widerrufen, der folgen sollte. Sie erhalten keinen Brief per Post.",
    open: (v) =>
      `Sie können das Einschreiben noch bis einschließlich ${v.until}, Brüsseler Zeit, abholen oder ablehnen.`,
    ended: "Das Einschreiben kann auch nicht mehr abgeholt werden. Sie müssen nichts tun.",
  },
  sms: {
    notice: (v) =>
      `${v.addressee}: Einschreiben von ${v.sender}. Abholen oder ablehnen bis einschließlich ${v.until}: ${v.checkUrl} Prüfcode ${v.checkCode}. Mehr in Ihrer E-Mail.`,
    reminder: (v) =>
      `Erinnerung für ${v.addressee}: Einschreiben von ${v.sender}. Abholen oder ablehnen bis einschließlich ${v.until}: ${v.checkUrl} Prüfcode ${v.checkCode}.`,
    code: (v) =>
      `${v.code} ist Ihr Code für das Einschreiben von ${v.sender}. ${v.minutes} Minuten gültig. Geben Sie ihn niemandem weiter.`,
    unnamedAddressee: "Empfänger",
    unnamedSender: "dem Absender",
    hiddenSender: "jemand (Name nach Annahme)",
  },
};
