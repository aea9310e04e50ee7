// Words in German of the pages made from the retention schedule: the notice of privacy, cookies, the schedule, the record of processing.

import type { privacyPages as En } from "../en/privacy-pages.ts";

export const privacyPages: typeof En = {
  desk: { name: "Datenschutzstelle" },
  footer: { privacy: "Datenschutz", cookies: "Cookies" },
  notice: {
    title: "Ihre Daten: was aufbewahrt wird, warum und wie lange",
    lead: "Diese Seite entsteht aus dem Plan, nach dem dieser Dienst löscht. Was hier steht, geschieht.",
    who: {
      title: "Wer für Ihre Daten einsteht",
      provider: (provider: string) => `${provider} betreibt diesen Dienst.`,
      contact: "Kontakt",
      officer: "Datenschutzbeauftragter",
    },
    controller: {
      title: "Worüber wir selbst entscheiden",
      lead: "Für Personen mit Konto und für das Verzeichnis der Identifizierungen, Abholungen und Nachweise sind wir Verantwortlicher.",
    },
    processor: {
      title: "Was Absender uns anvertrauen",
      lead: "Für die Daten von Empfängern, die ein Absender uns gibt, ist der Absender Verantwortlicher und wir sind sein Auftragsverarbeiter. Wir tun damit, was er aufgetragen hat, und nichts anderes.",
    },
    counting: "Wie die Tage gezählt werden",
    columns: {
      what: "Was",
      why: "Warum, und auf welcher Grundlage",
      howLong: "Wie lange, und ab wann",
    },
    from: "ab:",
    recipients: {
      title: "Wer sonst damit umgeht",
      text: "Nur wer unter Vertrag für uns arbeitet, in der Europäischen Union: für Mail, SMS, Identifizierung, Druck und Hosting. Niemand verkauft Ihre Daten oder nutzt sie für anderes. Behörden erhalten, was das Gesetz uns zu geben verpflichtet; jede Mitteilung steht in einem Verzeichnis.",
    },
    rights: {
      title: "Ihre Rechte",
      which:
        "Sie können fragen, was wir über Sie aufbewahren, es berichtigen oder löschen lassen, die Verarbeitung einschränken lassen, ihr widersprechen, Ihre Daten mitnehmen und eine Einwilligung jederzeit widerrufen. Das kostet nichts.",
      withAccount: "Mit einem Konto tun Sie das meiste selbst, unter „Meine Daten“.",
      without:
        "Ohne Konto schreiben Sie uns mit diesem Formular oder per Brief. Wir prüfen zuerst, wer fragt, und antworten binnen eines Monats nach der vollständigen Anfrage; ist sie schwierig, können wir zwei Monate länger brauchen und sagen das im ersten.",
      limits:
        "Eine laufende Zustellung und ihre Nachweise gehen zuerst zu Ende: Sie beweisen auch einem anderen etwas. Über das, was ein Absender uns anvertraut hat, informieren wir ihn sofort, denn er entscheidet; wir helfen ihm.",
      form: "Zu Ihren Daten anfragen",
    },
    authority: {
      title: "Beschwerde",
      text: "Sie können sich jederzeit bei der belgischen Aufsichtsbehörde beschweren:",
      address:
        "Datenschutzbehörde (Gegevensbeschermingsautoriteit), Drukpersstraat 35, 1000 Brüssel, contact@apd-gba.be",
    },
    statement: "Die Datenschutzerklärung, Wort für Wort",
    cookies: "Welche Cookies gesetzt werden",
  },
  cookies: {
    title: "Cookies",
    lead: "Nur, worauf dieser Dienst nicht verzichten kann. Niemand wird verfolgt und nichts gemessen, also werden Sie nichts gefragt.",
    caption: "Jedes Cookie, das unsere Seiten setzen",
    columns: { name: "Name", service: "Gesetzt von", purpose: "Wofür", lasts: "Wie lange" },
    note: "… steht für die Nummer einer Sendung. Kein Cookie wird von einer anderen Website oder einem Skript gelesen.",
    untilClosed: "Bis der Browser geschlossen wird",
    atMost: (length: string) => `Höchstens ${length}`,
    services: {
      portal: "Portal",
      collect: "Abholung",
      verify: "Prüfung",
      backoffice: "Seiten unserer Mitarbeiter",
    },
    purposes: {
      language: "Merkt sich die Sprache, die Sie gewählt haben",
      forms: "Stellt sicher, dass ein Formular von Ihnen auf unserer Seite gesendet wurde",
      session: "Hält Sie angemeldet",
      device: "Erkennt Ihren Browser wieder, damit eine Anmeldung mit einem anderen auffällt",
      identification: "Verbindet die Antwort von itsme oder Ihrem Ausweis mit diesem Browser",
      signingIn:
        "Behält den zweiten Schritt der Anmeldung oder der Einrichtung einer Code-App in diesem Browser",
      door: "Hält die Sendung offen, deren Link oder Code Sie benutzt haben",
      letter: "Hält eine Sendung offen, nachdem Sie identifiziert wurden",
    },
  },
  schedule: {
    menu: "Aufbewahrung",
    title: "Löschplan",
    lead: "Was nach welcher Regel aufbewahrt und gelöscht wird. Er ist die einzige Quelle dessen, was der Löschdienst tut, des öffentlichen Hinweises und des Verarbeitungsverzeichnisses.",
    caption: "Regeln des Plans",
    rule: "Regel",
    role: "Rolle",
    people: "Wessen Daten",
    adjustable: "Andere Fristen",
    nobody: "Niemand kann eine andere einstellen",
    since: "Gilt seit",
    decided: "Entschieden von",
    changed: (day: string, period: string) => `anders eingestellt seit ${day}; der Plan sagt ${period}`,
    roles: { controller: "Verantwortlicher", processor: "Auftragsverarbeiter" },
    offices: { privacy_officer: "Datenschutzstelle" },
    record: "Verzeichnis der Verarbeitungstätigkeiten",
    recordLead: "Nach Artikel 30 DSGVO, aus demselben Plan.",
  },
  record: {
    title: "Verzeichnis der Verarbeitungstätigkeiten",
    lead: "Was Artikel 30 DSGVO verlangt, aus dem Löschplan, der Liste der Unterauftragsverarbeiter und der Konfiguration.",
    csv: "Als CSV speichern",
    pdf: "Als PDF speichern",
    controller: "Als Verantwortlicher (Art. 30 Abs. 1)",
    processor: "Als Auftragsverarbeiter (Art. 30 Abs. 2)",
    facts: "Wer und mit wem",
    provider: "Anbieter",
    contact: "Kontakt",
    officer: "Datenschutzbeauftragter",
    controllers: "Verantwortliche",
    controllersText:
      "Die Absender: jedes Konto, das sendet, unter dem Auftragsverarbeitungsvertrag, den es angenommen hat. Die Liste der Konten liegt bei der Registrierung.",
    representative: "Vertreter",
    noRepresentative: "Keiner: in der Europäischen Union niedergelassen",
    recipients: "Empfänger der Daten",
    noRecipients: "Keine außer den eigenen Mitarbeitern des Anbieters",
    transfers: "Übermittlungen außerhalb der Europäischen Union",
    noTransfers: "Keine",
    security: "Sicherheitsmaßnahmen",
    securityText:
      "Inhalte sind verschlüsselt und ihre Schlüssel werden je Inhaber gehalten; jeder Dienst hat eine eigene Datenbankrolle und sieht nur seine Zeilen; über Unumkehrbares entscheiden zwei Personen; jeder Blick von Mitarbeitern wird protokolliert; nur eine Rolle löscht, und versiegelte Belege weisen es nach; Sicherungen sind nach 30 Tagen weg.",
    activity: "Verarbeitung",
    purpose: "Zweck",
    ground: "Grundlage",
    data: "Kategorien von Daten",
    people: "Kategorien von Personen",
    limit: "Frist",
    madeAt: (when: string) => `Erstellt am ${when}`,
    page: (page: string, pages: string) => `Seite ${page} von ${pages}`,
  },
};
