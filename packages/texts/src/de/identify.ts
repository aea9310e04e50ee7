// Worte für die Identifizierung auf dem Portal, auf Deutsch.

import type { identify as En } from "../en/identify.ts";

export const identify: typeof En = {
  title: "Zeigen Sie, wer Sie sind",
  lead: "Wer ein Einschreiben versendet, muss mit Sicherheit bekannt sein. Sie zeigen es einmal, mit itsme oder Ihrem Personalausweis.",
  why: {
    title: "Warum wir fragen",
    law: "Das europäische Recht verlangt, dass ein Dienst für Einschreiben jeden Absender mit hoher Sicherheit kennt (eIDAS, Artikel 44).",
    kept: "Was itsme oder Ihre Karte uns mitteilt, wird versiegelt aufbewahrt. Empfänger sehen Ihren Namen, den Weg und den Tag, nie Ihre Nationalregisternummer oder Ihr Geburtsdatum.",
  },
  expected: (name) =>
    `Wir kennen Sie als ${name}. Der Name bei itsme oder auf Ihrer Karte muss derselbe sein.`,
  ways: {
    title: "Wählen Sie einen Weg",
    again: "Zeigen Sie es erneut, oder fügen Sie einen Weg hinzu",
    itsme: {
      title: "itsme",
      text: "Mit der App auf Ihrem Telefon. Dauert eine Minute.",
      button: "Weiter mit itsme",
    },
    card: {
      title: "Personalausweis",
      text: "Mit Kartenleser und PIN, an diesem Computer. Belgische eID oder Ausländerkarte.",
      button: "Weiter mit einem Personalausweis",
    },
    none: "Hier ist kein Weg eingerichtet, um sich zu identifizieren. Kommen Sie später wieder.",
  },
  done: {
    activated: "Sie sind identifiziert. Sie können jetzt Einschreiben versenden.",
    again: "Sie wurden erneut identifiziert. Sonst hat sich nichts geändert.",
    linked: "Sie sind identifiziert und können sich von nun an auch so anmelden.",
    name_changed: "Ihr Name wurde geändert. Neue Sendungen und ihre Nachweise zeigen ihn.",
    unlinked: "Dieser Weg der Anmeldung ist entfernt.",
  },
  compose: "Sendung verfassen",
  failures: {
    name_differs: {
      title: "Der Name ist ein anderer",
      happened: (name) =>
        `itsme oder Ihre Karte zeigte einen Namen, der nicht der Ihres Kontos ist: ${name}. Sie wurden nicht identifiziert, und wir haben nichts davon behalten.`,
      private:
        "Haben Sie itsme oder die Karte einer anderen Person benutzt? Dann beginnen Sie neu mit Ihrer eigenen. Ist der Name Ihres Kontos falsch geschrieben? Dann berichtigen Sie ihn zuerst unten.",
      company:
        "Haben Sie itsme oder die Karte einer anderen Person benutzt? Dann beginnen Sie neu mit Ihrer eigenen. Ist der Name Ihres Kontos falsch? Bitten Sie einen Administrator Ihres Unternehmens, ihn zu berichtigen.",
      again:
        "Haben Sie itsme oder die Karte einer anderen Person benutzt? Dann beginnen Sie neu mit Ihrer eigenen. Hat sich Ihr Name geändert? Dann benutzen Sie den Weg von früher: Er zeigt, dass Sie dieselbe Person sind.",
    },
    of_another: {
      title: "Das kann nicht mit Ihrem Konto verbunden werden",
      happened:
        "itsme oder diese Karte kann für Ihr Konto nicht benutzt werden, weil sie anderswo verbunden ist. Nichts wurde geändert.",
      next: "Benutzen Sie einen anderen Weg, oder melden Sie sich bei dem Konto an, mit dem Sie sie verbunden haben, und entfernen Sie sie dort.",
    },
    unlinked: {
      title: "Damit öffnet sich kein Konto",
      happened:
        "itsme oder dieser Personalausweis ist mit keinem Konto verbunden. Sie sind nicht angemeldet.",
      next: "Melden Sie sich auf andere Weise an. Öffnen Sie dann „Anmeldung und Sicherheit“ und verbinden Sie dort itsme oder Ihre Karte.",
    },
    not_confirmed: {
      title: "Das hat nicht bestätigt, dass Sie es sind",
      happened: "itsme oder dieser Personalausweis ist nicht mit Ihrem Konto verbunden.",
      next: "Benutzen Sie, was Sie verbunden haben, oder bestätigen Sie auf andere Weise.",
    },
  },
  correct: {
    title: "Berichtigen Sie Ihren Namen",
    lead: "Schreiben Sie ihn, wie er auf Ihrem Personalausweis steht. Sie können ihn hier ändern, bis Sie identifiziert sind.",
    firstNames: "Vornamen",
    familyName: "Familienname",
    button: "Namen speichern",
    done: "Der Name ist gespeichert. Zeigen Sie nun, wer Sie sind.",
  },
  name: {
    title: "Ihr Name hat sich geändert",
    lead: "Sie sind dieselbe Person wie zuvor, und Ihr Name ist jetzt ein anderer.",
    before: "In Ihrem Konto",
    now: "Soeben gezeigt",
    effect: "Neue Sendungen zeigen den neuen Namen. Was früher versendet wurde, behält den alten.",
    button: "Neuen Namen übernehmen",
    keep: "Jetzt nicht",
  },
  card: {
    title: "Personalausweis",
    leadSignIn: "Melden Sie sich mit Ihrer Karte an.",
    lead: "Zeigen Sie mit Ihrer Karte, wer Sie sind.",
    other: "Einen anderen Weg wählen",
  },
  signIn: {
    or: "Oder melden Sie sich an mit",
    itsme: "itsme",
    card: "Personalausweis",
    title: "Mit itsme oder einer Karte anmelden",
    back: "Auf andere Weise anmelden",
  },
  confirm: { or: "Bestätigen Sie mit" },
  notes: {
    toIdentify: "Zeigen Sie, wer Sie sind",
    ended: (day) => `Ihre Identifizierung galt bis einschließlich ${day}.`,
    endedText:
      "Zeigen Sie erneut, wer Sie sind, bevor Sie die nächste Sendung verschicken. Entwürfe bleiben, wie sie sind.",
    ending: (day) => `Ihre Identifizierung gilt bis einschließlich ${day}.`,
    endingText: "Zeigen Sie vor diesem Tag erneut, wer Sie sind, damit keine Sendung warten muss.",
  },
  security: {
    title: "Identifizierung",
    none: "Sie sind noch nicht identifiziert. Bis dahin können Sie nichts versenden.",
    by: "Mit",
    when: "Am",
    level: "Sicherheitsniveau",
    until: "Gültig bis einschließlich",
    levels: { low: "niedrig", substantial: "substanziell", high: "hoch" },
    noLevel: "keines nach eIDAS",
    methods: { itsme: "itsme", eid: "Personalausweis" },
    linked: "Was Ihr Konto öffnet",
    linkedLead: "Damit können Sie sich auch anmelden.",
    nothing: "Noch öffnet kein itsme und keine Karte Ihr Konto.",
    since: (day) => `verbunden am ${day}`,
    lastUse: (day) => `zuletzt benutzt am ${day}`,
    unlink: "Entfernen",
    unlinkOne: (name) => `${name} entfernen`,
    again: "Erneut identifizieren oder einen Weg hinzufügen",
    first: "Zeigen Sie, wer Sie sind",
    last: "Das ist der einzige Zugang zu Ihrem Konto. Richten Sie zuerst einen anderen ein.",
  },
};
