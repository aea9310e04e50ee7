// What went wrong and what can be done, in German.

import type { errors as En } from "../en/errors.ts";

export const errors: typeof En = {
  page: {
    reference: (id) => `Kennzeichen für unsere Hilfe: ${id}`,
    home: "Zur Startseite",
    again: "Erneut versuchen",
    waitFor: (duration) => `Sie können es in ${duration} erneut versuchen.`,
  },
  kinds: {
    bad_request: {
      title: "Das konnten wir nicht lesen",
      happened: "Was hier ankam, ist nicht vollständig oder hat nicht die erwartete Form. Es wurde nichts geändert.",
      next: "Gehen Sie zurück, prüfen Sie Ihre Angaben und versuchen Sie es erneut.",
    },
    unauthenticated: {
      title: "Bitte melden Sie sich zuerst an",
      happened: "Diese Seite ist nur für angemeldete Personen.",
      next: "Melden Sie sich an und öffnen Sie die Seite erneut.",
    },
    forbidden: {
      title: "Das dürfen Sie nicht",
      happened: "Ihr Konto hat kein Recht auf diese Seite oder diese Handlung. Es wurde nichts geändert.",
      next: "Fragen Sie einen Administrator Ihres Kontos, wenn Sie dieses Recht haben sollten.",
    },
    not_found: {
      title: "Diese Seite gibt es nicht",
      happened: "Die Adresse stimmt nicht, oder was sie zeigte, gibt es nicht mehr.",
      next: "Prüfen Sie die Adresse, oder beginnen Sie auf der Startseite.",
    },
    conflict: {
      title: "Das geht jetzt nicht",
      happened: "Inzwischen hat sich etwas geändert, und Ihre Anfrage passt nicht mehr. Es wurde nichts geändert.",
      next: "Öffnen Sie die Seite erneut, um den Stand zu sehen.",
    },
    too_large: {
      title: "Das ist zu groß",
      happened: "Was Sie gesendet haben, ist größer, als wir annehmen können. Es wurde nichts aufbewahrt.",
      next: "Senden Sie weniger oder kleinere Dateien.",
    },
    too_many: {
      title: "Das war zu oft",
      happened: "Es gab zu viele Versuche in kurzer Zeit, darum warten wir eine Weile. Das schützt Sie und andere.",
      next: "Warten Sie und versuchen Sie es dann erneut.",
    },
    unavailable: {
      title: "Das ist im Moment nicht möglich",
      happened: "Ein Teil unseres Dienstes antwortet nicht. Was vorher angenommen wurde, ist sicher.",
      next: "Versuchen Sie es in einigen Minuten erneut.",
    },
    internal: {
      title: "Bei uns ist etwas schiefgegangen",
      happened: "Das ist unser Fehler, nicht Ihrer. Er ist aufgezeichnet, und wir gehen ihm nach.",
      next: "Versuchen Sie es erneut. Geschieht es wieder, nennen Sie uns das Kennzeichen unten.",
    },
  },
  codes: {
    csrf_failed: {
      title: "Dieses Formular war zu lange offen",
      happened: "Wir konnten nicht sicher erkennen, dass Sie dieses Formular selbst gesendet haben. Es wurde nichts geändert.",
      next: "Gehen Sie zurück, laden Sie die Seite neu und senden Sie das Formular noch einmal. Ihr Browser muss Cookies dieser Seite annehmen.",
    },
    upload_broken_off: {
      title: "Das Hochladen brach ab",
      happened: "Die Verbindung endete, bevor alles angekommen war. Es wurde nichts davon aufbewahrt.",
      next: "Prüfen Sie Ihre Verbindung und senden Sie es erneut.",
    },
    digest_mismatch: {
      title: "Die Datei hat sich unterwegs verändert",
      happened: "Was ankam, ist nicht Byte für Byte gleich dem, was Sie gesendet haben. Es wurde nicht aufbewahrt.",
      next: "Senden Sie die Datei erneut.",
    },
    session_ended: {
      title: "Sie wurden abgemeldet",
      happened: "Sie waren eine Weile nicht aktiv, darum haben wir die Sitzung beendet.",
      next: "Melden Sie sich erneut an. Ihre Entwürfe sind gespeichert.",
    },
    proof_being_sealed: {
      title: "Der Nachweis wird gesiegelt",
      happened: "Die Handlung ist aufgezeichnet. Ihr Nachweis erhält jetzt ein Siegel und einen Zeitstempel; das dauert meist eine Sekunde.",
      next: "Öffnen Sie diese Seite gleich noch einmal.",
    },
  },
  fields: {
    required: () => "Füllen Sie dies aus.",
    choose: () => "Treffen Sie eine Wahl.",
    invalid: () => "Prüfen Sie Ihre Angabe.",
    too_short: (p) => `Verwenden Sie mindestens ${p["min"] ?? ""} Zeichen.`,
    too_long: (p) => `Verwenden Sie höchstens ${p["max"] ?? ""} Zeichen.`,
    out_of_range: (p) => `Geben Sie eine Zahl von ${p["min"] ?? ""} bis ${p["max"] ?? ""} an.`,
    email_invalid: () => "Das ist keine E-Mail-Adresse. Sie sieht aus wie name@beispiel.be.",
    mobile_invalid: () => "Das ist keine Mobilnummer. Sie sieht aus wie +32 470 12 34 56.",
    mobile_too_short: (p) => (Number(p["missing"]) === 1 ? "Es fehlt eine Ziffer." : `Es fehlen ${p["missing"] ?? ""} Ziffern.`),
    mobile_required: () => "Das Abholen mit Codes braucht eine Mobilnummer.",
    date_invalid: () => "Das ist kein Datum.",
    postcode_invalid: () => "Eine belgische Postleitzahl hat vier Ziffern, von 1000 bis 9999.",
    enterprise_number_invalid: () => "Das ist keine gültige Unternehmensnummer. Sie hat zehn Ziffern und beginnt mit 0 oder 1.",
    control_characters: () => "Hier steht ein Zeilenumbruch oder ein anderes Zeichen, das hier nicht stehen kann.",
    identical_addressee: () => "Dieser Empfänger steht schon in der Liste.",
    own_address: () => "Das ist Ihre eigene Adresse. Sie können sich selbst kein Einschreiben senden.",
    code_wrong: () => "Die beiden Codes stimmen nicht. Prüfen Sie beide.",
  },
};
