// What people are told by mail about their requests, in German; kinds and facts of the mails to account holders.

import type { rightsMails as En } from "../en/rights-mails.ts";

export const rightsMails: typeof En = {
  kinds: {
    rights_letter: {
      subject: "Zu Ihrem Antrag",
      happened: "Sie erhalten eine Antwort unserer Datenschutzstelle.",
    },
    rights_code: {
      subject: "Ihr Code",
      happened:
        "Sie, oder jemand, der diese Adresse angegeben hat, haben einen Antrag zu personenbezogenen Daten gestellt. Dieser Code zeigt, dass die Adresse Ihre ist.",
      after: "Er gilt 15 Minuten. Geben Sie ihn auf der Seite ein, auf der Sie den Antrag gestellt haben.",
      unasked:
        "Haben Sie keinen Antrag gestellt, so tun Sie nichts: Ohne den Code geht nichts weiter. Wir fragen nie am Telefon nach einem Code.",
    },
    rights_code_letter: {
      subject: "Ihr Brief zu Ihren Daten: Zeigen Sie, dass Sie es sind",
      happened:
        "Sie, oder jemand in Ihrem Namen, haben uns zu Ihren personenbezogenen Daten geschrieben. Dieser Code zeigt, dass Sie es sind.",
      after:
        "Öffnen Sie den Link und geben Sie den Code ein. Dann beginnt der Monat für unsere Antwort. Sie können stattdessen eine Kopie Ihres Ausweises per Post schicken.",
      button: "Den Code eingeben",
      unasked:
        "Haben Sie uns nicht geschrieben, so tun Sie nichts: Ohne den Code geht nichts weiter. Wir fragen nie am Telefon nach einem Code.",
    },
    rights_sender_reminded: {
      subject: "Noch drei Tage, um über einen Antrag zu entscheiden",
      happened:
        "Eine Person, der Sie ein Einschreiben geschickt haben, übt ihre Rechte aus, und Sie haben noch nicht entschieden.",
      after:
        "Geben Sie die Adresse des Portals selbst in Ihren Browser ein, melden Sie sich an und öffnen Sie „Anträge“ in Ihrem Konto. Sagen Sie nichts, so sagen wir der Person, dass Sie gefragt wurden und nicht geantwortet haben.",
      unasked: "Sie erhalten diese E-Mail, weil Sie das Konto verwalten, das die Sendungen verschickt hat.",
    },
    rights_received: {
      subject: "Wir haben Ihren Antrag",
      happened: "Ihr Antrag zu Ihren Daten ist eingegangen und vollständig.",
      after:
        "Sie finden ihn im Portal unter „Meine Daten“, „Ihre Anträge“. Dort können Sie ihn zurücknehmen, solange er nicht beantwortet ist. Sie können jederzeit Beschwerde bei der belgischen Datenschutzbehörde (Gegevensbeschermingsautoriteit) einlegen.",
    },
    restriction_placed: {
      subject: "Die Verarbeitung Ihrer Daten ist eingeschränkt",
      happened:
        "Sie haben verlangt, die Verarbeitung Ihrer Daten einzuschränken. Das begann sofort: Wir bewahren Ihre Daten auf und tun sonst nichts damit. In dieser Zeit können Sie nichts versenden.",
      after:
        "Sie heben es im Portal auf, unter „Meine Daten“, „Ihre Anträge“. Unsere Datenschutzstelle bestätigt es innerhalb eines Monats. Sie können jederzeit Beschwerde bei der belgischen Datenschutzbehörde (Gegevensbeschermingsautoriteit) einlegen.",
    },
    restriction_lifted: {
      subject: "Die Einschränkung Ihrer Daten ist aufgehoben",
      happened:
        "Die Einschränkung der Verarbeitung Ihrer Daten wurde aufgehoben. Alles geht weiter wie zuvor.",
    },
    rights_received_link: {
      subject: "Wir haben Ihren Antrag",
      happened: "Ihr Antrag zu Ihren Daten ist vollständig: Wir wissen, dass Sie es sind, der fragt.",
      after:
        "Der Link zeigt, wo er steht, und lässt Sie ihn zurücknehmen, solange er nicht beantwortet ist. Sie können jederzeit Beschwerde bei der belgischen Datenschutzbehörde (Gegevensbeschermingsautoriteit) einlegen.",
      button: "Wo er steht",
      unasked:
        "Sie erhalten diese E-Mail, weil jemand, der gezeigt hat, wer er ist, einen Antrag mit dieser Adresse gestellt hat.",
    },
    rights_needs_authority: {
      subject: "Wir haben Ihren Antrag und brauchen Ihre Vollmacht",
      happened: "Wir wissen, wer fragt. Sie fragen im Namen eines anderen.",
      after:
        "Schicken Sie uns mit einem Brief eine Kopie Ihrer Vollmacht, mit der Nummer des Antrags. Der Monat für unsere Antwort beginnt, sobald wir sie gesehen haben. Sie können jederzeit Beschwerde bei der belgischen Datenschutzbehörde (Gegevensbeschermingsautoriteit) einlegen.",
      button: "Wo er steht",
      unasked:
        "Sie erhalten diese E-Mail, weil jemand, der gezeigt hat, wer er ist, einen Antrag mit dieser Adresse gestellt hat.",
    },
    rights_asked_of_sender: {
      subject: "Jemand übt seine Rechte aus zu dem, was Sie versandt haben",
      happened:
        "Eine Person, der Sie ein Einschreiben geschickt haben, übt ihre Rechte aus. Sie sind für das verantwortlich, was Sie uns anvertraut haben; Sie entscheiden also.",
      after:
        "Geben Sie die Adresse des Portals selbst in Ihren Browser ein, melden Sie sich an und öffnen Sie „Anträge“ in Ihrem Konto. Dort sehen Sie, um welche Sendungen es geht, und geben statt, lehnen ab, oder sagen, dass Sie selbst antworten.",
      unasked: "Sie erhalten diese E-Mail, weil Sie das Konto verwalten, das die Sendungen verschickt hat.",
    },
  },
  facts: {
    request: "Nummer des Antrags",
    right: "Was verlangt wird",
    answer_by: "Antwort spätestens am",
    decide_by: "Zu entscheiden spätestens am",
  },
};
