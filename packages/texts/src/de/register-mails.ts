// What account holders and privacy officers are told by mail about subprocessors and breaches, in German.

import type { registerMails as En } from "../en/register-mails.ts";

export const registerMails: typeof En = {
  kinds: {
    subprocessor_announced: {
      subject: "Wir nehmen einen weiteren Auftragsverarbeiter hinzu",
      happened:
        "Für den Dienst geben wir bald personenbezogene Daten an ein weiteres Unternehmen. Sie haben uns Daten anvertraut, deshalb sagen wir es Ihnen, bevor es gilt.",
      after:
        "Die ganze Liste steht unter der Adresse oben. Wenn Sie widersprechen, sagen Sie es uns vor diesem Tag; Sie können auch Ihr Konto schließen.",
      unasked:
        "Sie erhalten diese E-Mail, weil Sie bei uns ein Konto verwalten, wie es der Vertrag zur Auftragsverarbeitung vorsieht.",
    },
    breach_told: {
      subject: "Eine Verletzung der Sicherheit, die Ihre Sendungen betrifft",
      happened:
        "Wir haben eine Verletzung der Sicherheit bemerkt, die personenbezogene Daten betrifft, die Sie uns anvertraut haben. Sie sind dafür der Verantwortliche, deshalb sagen wir es Ihnen sofort.",
      after:
        "Prüfen Sie, ob Sie dies binnen 72 Stunden der Datenschutzbehörde und den Betroffenen melden müssen. Unsere Datenschutzstelle beantwortet Ihre Fragen; Weiteres folgt, sobald wir es wissen.",
      unasked:
        "Sie erhalten diese E-Mail, weil Sie bei uns ein Konto verwalten. Wir fragen nie per E-Mail nach Ihrem Passwort oder einem Code.",
    },
    breach_opened: {
      subject: "Eine Verletzung steht im Verzeichnis",
      happened:
        "Im Verzeichnis der Verletzungen wurde ein Eintrag eröffnet. Seine Fristen laufen ab der Zeit unten.",
      after: "Tippen Sie die Adresse des Backoffice selbst in Ihren Browser und melden Sie sich an.",
      unasked: "Sie erhalten diese E-Mail, weil Sie in der Datenschutzstelle arbeiten.",
    },
  },
  facts: {
    provider: "Unternehmen",
    purpose: "Wofür",
    country: "Niedergelassen in",
    parent: "Oberste Muttergesellschaft",
    parent_country: "Mutter niedergelassen in",
    in_force: "Ab",
    override: "Außerhalb des Europäischen Wirtschaftsraums niedergelassen, weil",
    short_notice: "Warum kurzfristiger",
    breach: "Eintrag",
    noticed: "Bemerkt am",
    breach_natures: "Was betroffen ist",
    breach_people: "Wer betroffen ist",
    breach_data: "Welche Daten",
    breach_persons: "Wie viele Menschen",
    breach_words: "Was geschehen ist, was wir tun, was Sie tun können",
  },
};
