// What went wrong and what can be done, in German.

import type { errors as En } from "../en/errors.ts";
import { fieldErrors } from "./field-errors.ts";
import { identificationFailures } from "./identification-failures.ts";

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
      happened:
        "Was hier ankam, ist nicht vollständig oder hat nicht die erwartete Form. Es wurde nichts geändert.",
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
      happened:
        "Inzwischen hat sich etwas geändert, und Ihre Anfrage passt nicht mehr. Es wurde nichts geändert.",
      next: "Öffnen Sie die Seite erneut, um den Stand zu sehen.",
    },
    too_large: {
      title: "Das ist zu groß",
      happened: "Was Sie gesendet haben, ist größer, als wir annehmen können. Es wurde nichts aufbewahrt.",
      next: "Senden Sie weniger oder kleinere Dateien.",
    },
    too_many: {
      title: "Das war zu oft",
      happened:
        "Es gab zu viele Versuche in kurzer Zeit, darum warten wir eine Weile. Das schützt Sie und andere.",
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
    staff_role_missing: {
      title: "Diese Seite gehört einer anderen Stelle",
      happened:
        "Ihre Stelle öffnet diese Seite oder Handlung nicht. Nichts wurde gezeigt oder geändert, und der Versuch ist festgehalten.",
      next: "Fragen Sie den Betreiber, wenn Ihre Arbeit sie braucht.",
    },
    invitation_unknown: {
      title: "Diese Adresse öffnet nichts mehr",
      happened: "Sie wurde schon benutzt, ist älter als 72 Stunden, oder eine neuere hat sie ersetzt.",
      next: "Bitten Sie den Betreiber um eine neue Einladung. Haben Sie sie nicht selbst benutzt, sagen Sie es dazu.",
    },
    record_unknown: {
      title: "Eine solche Akte gibt es nicht",
      happened: "Die Adresse ist falsch, oder die Akte wurde am Ende ihrer Frist gelöscht.",
      next: "Suchen Sie sie noch einmal über die Sendung oder die Festlegung.",
    },
    ...identificationFailures,
    csrf_failed: {
      title: "Dieses Formular war zu lange offen",
      happened:
        "Wir konnten nicht sicher erkennen, dass Sie dieses Formular selbst gesendet haben. Es wurde nichts geändert.",
      next: "Gehen Sie zurück, laden Sie die Seite neu und senden Sie das Formular noch einmal. Ihr Browser muss Cookies dieser Seite annehmen.",
    },
    upload_broken_off: {
      title: "Das Hochladen brach ab",
      happened: "Die Verbindung endete, bevor alles angekommen war. Es wurde nichts davon aufbewahrt.",
      next: "Prüfen Sie Ihre Verbindung und senden Sie es erneut.",
    },
    digest_mismatch: {
      title: "Die Datei hat sich unterwegs verändert",
      happened:
        "Was ankam, ist nicht Byte für Byte gleich dem, was Sie gesendet haben. Es wurde nicht aufbewahrt.",
      next: "Senden Sie die Datei erneut.",
    },
    session_ended: {
      title: "Sie wurden abgemeldet",
      happened: "Sie waren eine Weile nicht aktiv, darum haben wir die Sitzung beendet.",
      next: "Melden Sie sich erneut an. Ihre Entwürfe sind gespeichert.",
    },
    proof_being_sealed: {
      title: "Der Nachweis wird gesiegelt",
      happened:
        "Die Handlung ist aufgezeichnet. Ihr Nachweis erhält jetzt ein Siegel und einen Zeitstempel; das dauert meist eine Sekunde.",
      next: "Öffnen Sie diese Seite gleich noch einmal.",
    },
    file_too_large: {
      title: "Die Datei ist zu groß",
      happened: "Eine Datei ist größer, als wir annehmen können. Sie wurde nicht aufbewahrt.",
      next: "Senden Sie eine kleinere Datei, oder teilen Sie sie.",
    },
    message_too_large: {
      title: "Die Anlagen sind zusammen zu groß",
      happened:
        "Alle Dateien einer Sendung zusammen sind größer, als wir annehmen können. Die letzte wurde nicht aufbewahrt.",
      next: "Entfernen Sie eine Datei, oder senden Sie sie in einer anderen Sendung.",
    },
    too_many_files: {
      title: "Es sind zu viele Dateien",
      happened:
        "Eine Sendung kann nur eine begrenzte Zahl von Anlagen enthalten. Die letzte Datei wurde nicht aufbewahrt.",
      next: "Packen Sie mehrere Dateien in eine Zip-Datei, oder senden Sie eine weitere Sendung.",
    },
    part_empty: {
      title: "Die Datei ist leer",
      happened: "In dieser Datei steht nichts, darum kann sie nicht gesendet werden.",
      next: "Prüfen Sie die Datei auf Ihrem Gerät und wählen Sie sie erneut.",
    },
    part_executable: {
      title: "Programme können nicht gesendet werden",
      happened:
        "Diese Datei ist ein Programm oder enthält eines. Sie könnte dem Gerät des Empfängers schaden.",
      next: "Senden Sie stattdessen ein Dokument, zum Beispiel ein PDF.",
    },
    part_macros: {
      title: "Dokumente mit Makros können nicht gesendet werden",
      happened: "Dieses Dokument enthält Makros: kleine Programme, die beim Öffnen laufen.",
      next: "Speichern Sie es ohne Makros oder als PDF, und wählen Sie es erneut.",
    },
    part_type_mismatch: {
      title: "Die Datei ist nicht, was ihr Name sagt",
      happened: "Das Ende des Namens und der Inhalt gehören nicht zusammen.",
      next: "Geben Sie der Datei die richtige Endung, oder speichern Sie sie neu, und wählen Sie sie erneut.",
    },
    part_unknown_type: {
      title: "Diese Art von Datei kennen wir nicht",
      happened: "Wir nehmen nur Arten von Dateien, die ein Empfänger sicher öffnen kann.",
      next: "Speichern Sie sie als PDF oder packen Sie sie in eine Zip-Datei, und wählen Sie sie erneut.",
    },
    part_not_printable: {
      title: "Ein Teil kann nicht gedruckt werden",
      happened:
        "Für den Fall, dass nicht abgeholt wird, ist ein Brief verlangt, und ein Teil der Nachricht kann nicht gedruckt werden. Es wurde nichts versandt.",
      next: "Ersetzen Sie ihn durch ein PDF oder senden Sie ohne Brief.",
    },
    letter_too_long: {
      title: "Der Brief ist zu lang",
      happened:
        "Für den Fall, dass nicht abgeholt wird, ist ein Brief verlangt, und er passt in keinen Umschlag. Es wurde nichts versandt.",
      next: "Nehmen Sie etwas heraus oder senden Sie ohne Brief.",
    },
    part_legacy_office: {
      title: "Diese alte Art von Dokument kann nicht gesendet werden",
      happened: "Dokumente alter Büroprogramme können Programme verbergen, die wir nicht sehen.",
      next: "Speichern Sie es im heutigen Format oder als PDF, und wählen Sie es erneut.",
    },
    broken_text: {
      title: "Der Text ist beschädigt",
      happened: "Einige Zeichen des Textes oder eines Dateinamens können nicht gelesen werden.",
      next: "Tippen Sie sie erneut, oder geben Sie der Datei einen anderen Namen.",
    },
    credits_missing: {
      title: "Es sind nicht genug Credits da",
      happened: "Ihr Konto hat nicht die Credits, die diese Sendung kostet. Sie wurde nicht gesendet.",
      next: "Ihr Entwurf ist gespeichert. Kaufen Sie Credits, dann senden Sie ihn.",
    },
    draft_incomplete: {
      title: "Es fehlt noch etwas",
      happened: "Die Sendung ist nicht vollständig, darum wurde sie nicht gesendet.",
      next: "Öffnen Sie den Entwurf und füllen Sie aus, was markiert ist.",
    },
    draft_already_sent: {
      title: "Diese Sendung ist schon gesendet",
      happened: "Der Entwurf wurde zu einem Einschreiben und kann nicht mehr geändert werden.",
      next: "Sie finden sie bei Ihren gesendeten Sendungen.",
    },
    identification_too_old: {
      title: "Identifizieren Sie sich erneut, bevor Sie senden",
      happened:
        "Ihre Identifizierung ist älter, als wir uns darauf verlassen dürfen. Es wurde nichts gesendet.",
      next: "Identifizieren Sie sich im Portal mit itsme oder einem Personalausweis. Ihre Entwürfe bleiben erhalten.",
    },
    sender_not_identified: {
      title: "Sie müssen identifiziert sein, bevor Sie senden",
      happened: "Nur eine identifizierte Person kann ein Einschreiben senden. Es wurde nichts gesendet.",
      next: "Schließen Sie zuerst die Aktivierung Ihres Kontos ab.",
    },
    account_closed: {
      title: "Dieses Konto ist geschlossen",
      happened:
        "Ein geschlossenes Konto kann nicht mehr senden. Was unterwegs ist, läuft bis zu seinem Ende.",
      next: "Fragen Sie den Administrator Ihres Kontos, wenn Sie das nicht erwartet haben.",
    },
    processing_restricted: {
      title: "Die Verarbeitung Ihrer Daten ist eingeschränkt",
      happened: "Sie haben verlangt, dass wir Ihre Daten nur aufbewahren. Es ist nichts geschehen.",
      next: "Heben Sie die Einschränkung unter „Meine Daten“, „Ihre Anträge“ auf, wenn Sie fortfahren möchten.",
    },
    sign_in_failed: {
      title: "Sie konnten nicht angemeldet werden",
      happened: "Die E-Mail-Adresse oder das Passwort stimmt nicht.",
      next: "Prüfen Sie beides und versuchen Sie es erneut.",
    },
    collect_session_ended: {
      title: "Bitte identifizieren Sie sich erneut",
      happened:
        "Sie waren eine Weile nicht aktiv, darum haben wir die Sitzung beendet. An Ihrer Sendung hat sich nichts geändert.",
      next: "Öffnen Sie den Link aus der E-Mail erneut, oder tippen Sie den Prüfcode ein.",
    },
    link_unknown: {
      title: "Diesen Link kennen wir nicht",
      happened:
        "Der Link oder der Prüfcode ist nicht vollständig, oder er wurde durch einen neueren ersetzt.",
      next: "Öffnen Sie den Link in der letzten E-Mail, oder tippen Sie den Prüfcode daraus ein.",
    },
    content_erased: {
      title: "Der Inhalt wird nicht mehr aufbewahrt",
      happened:
        "Die Zeit, für die wir ihn aufbewahren, ist vorbei, und er wurde gelöscht. Die Nachweise der Sendung bleiben länger erhalten.",
      next: "Bitten Sie die andere Seite um eine Kopie, wenn Sie den Inhalt brauchen.",
    },
    not_consigned: {
      title: "Der Inhalt ist noch nicht bereit",
      happened:
        "Ihre Annahme ist aufgezeichnet und erhält jetzt ihren Zeitstempel. Gleich danach öffnet sich der Inhalt.",
      next: "Warten Sie einen Augenblick und öffnen Sie diese Seite erneut.",
    },
    letter_on_its_way: {
      title: "Der Brief ist unterwegs",
      happened:
        "Der Brief ist zum Druck freigegeben, oder das Postunternehmen hat ihn. Er kann nicht mehr geändert oder widerrufen werden.",
      next: "Verfolgen Sie ihn auf der Seite der Sendung.",
    },
    no_letter: {
      title: "Es gibt keinen Brief",
      happened:
        "Auf diese Sendung sollte kein Brief folgen, oder die Sendung ist beendet. Es wurde nichts geändert.",
      next: "Öffnen Sie die Seite der Sendung, um zu sehen, wo sie steht.",
    },
    proof_not_available: {
      title: "Diesen Nachweis gibt es nicht",
      happened: "Diese Sendung ist nicht bis zu dem Schritt gekommen, den der Nachweis zeigen würde.",
      next: "Öffnen Sie die Seite der Sendung, um zu sehen, welche Nachweise es gibt.",
    },
    sealing_unavailable: {
      title: "Wir können im Moment keine Sendungen annehmen",
      happened:
        "Der Zeitstempel, der den Augenblick der Annahme beweist, ist nicht verfügbar. Es wurde nichts gesendet.",
      next: "Ihr Entwurf ist gespeichert. Versuchen Sie es in einigen Minuten erneut.",
    },
    took_too_long: {
      title: "Das hat zu lange gedauert",
      happened: "Ihre Anfrage konnte nicht rechtzeitig gebucht werden, darum wurde nichts davon aufbewahrt.",
      next: "Versuchen Sie es jetzt erneut.",
    },
    content_unavailable: {
      title: "Wir erreichen Ihre Dateien im Moment nicht",
      happened: "Unser Speicher antwortet gerade nicht. Es ging nichts verloren.",
      next: "Versuchen Sie es in einigen Minuten erneut.",
    },
    storage_full: {
      title: "Wir können im Moment keine Dateien aufbewahren",
      happened: "Unser Speicher nimmt gerade keine Dateien mehr an. Von Ihnen ging nichts verloren.",
      next: "Versuchen Sie es in einigen Minuten erneut.",
    },
    api_key_missing: {
      title: "Ein API-Schlüssel ist nötig",
      happened: "Diese Anfrage kam ohne API-Schlüssel.",
      next: "Senden Sie den Header Authorization: Bearer mit Ihrem API-Schlüssel.",
    },
    api_key_invalid: {
      title: "Dieser API-Schlüssel ist nicht gültig",
      happened: "Der API-Schlüssel ist nicht bekannt oder wurde widerrufen.",
      next: "Prüfen Sie den Schlüssel, oder bitten Sie einen Administrator Ihres Kontos um einen neuen.",
    },
    api_key_suspended: {
      title: "Dieser API-Schlüssel ist ausgesetzt",
      happened:
        "Das für diesen Schlüssel verantwortliche Mitglied hat das Konto verlassen, ist nicht identifiziert oder muss sich erneut identifizieren.",
      next: "Das Mitglied identifiziert sich im Portal erneut, oder ein identifizierter Administrator Ihres Kontos übernimmt den Schlüssel dort.",
    },
    api_key_not_found: {
      title: "Wir kennen diesen API-Schlüssel nicht",
      happened: "Ihr Konto hat keinen solchen Schlüssel.",
      next: "Sehen Sie in der Liste der Schlüssel Ihres Kontos nach.",
    },
    api_key_not_suspended: {
      title: "Dieser Schlüssel braucht kein neues Mitglied",
      happened:
        "Der Schlüssel ist nicht ausgesetzt: Er dient, oder er wurde widerrufen. Es wurde nichts geändert.",
      next: "Sehen Sie in der Liste, wie es um den Schlüssel steht.",
    },
    scope_missing: {
      title: "Dieser Schlüssel darf das nicht",
      happened: "Der API-Schlüssel ist dafür nicht gemacht. Es wurde nichts geändert.",
      next: "Verwenden Sie einen Schlüssel mit der Berechtigung, die im Detail steht, oder bitten Sie einen Administrator darum.",
    },
    account_applying: {
      title: "Dieses Unternehmen ist noch nicht genehmigt",
      happened:
        "Solange unsere Registrierungsstelle das Unternehmen nicht genehmigt hat, kann nichts gesendet werden und kein Schlüssel gilt.",
      next: "Warten Sie auf unsere E-Mail, oder vervollständigen Sie den Antrag im Portal.",
    },
    account_closing: {
      title: "Dieses Konto wird geschlossen",
      happened:
        "Es kann nichts Neues gesendet werden, und kein Schlüssel gilt mehr. Was unterwegs ist, läuft zu Ende.",
      next: "Verfolgen Sie es im Portal, oder nehmen Sie die Schließung dort zurück.",
    },
    api_key_ended: {
      title: "Dieser Schlüssel ist beendet",
      happened:
        "Der Schlüssel wurde widerrufen, oder ein neuerer ist an seine Stelle getreten. Es wurde nichts geändert.",
      next: "Sehen Sie in der Liste der Schlüssel nach, wie es um ihn steht.",
    },
    too_many_api_keys: {
      title: "Es gibt zu viele Schlüssel",
      happened: "Ein Konto hat höchstens hundert gültige Schlüssel. Es wurde nichts angelegt.",
      next: "Widerrufen Sie Schlüssel, die niemand mehr braucht.",
    },
    logo_not_found: {
      title: "Hier ist kein Logo",
      happened: "Hier wird kein Logo gezeigt.",
      next: "Sie müssen nichts tun.",
    },
    agreements_outstanding: {
      title: "Bitte lesen Sie zuerst, was neu gilt",
      happened: "Es gelten neue Texte, die Sie noch nicht angenommen haben. Es ist nichts geschehen.",
      next: "Öffnen Sie eine Seite des Portals: Sie führt Sie dorthin.",
    },
    not_an_admin: {
      title: "Das darf nur ein Administrator",
      happened: "Das ist Administratoren Ihres Kontos vorbehalten. Es wurde nichts geändert.",
      next: "Fragen Sie einen Administrator Ihres Kontos.",
    },
    register_number_not_allowed: {
      title: "Ihr Konto darf keine Nationalregisternummern verwenden",
      happened:
        "Es wurde eine Nationalregisternummer angegeben, die Ihr Konto nicht verwenden darf. Es wurde nichts gesendet.",
      next: "Entfernen Sie die Nummer und senden Sie dann.",
    },
    message_invalid: {
      title: "Diese Nachricht kann so nicht gesendet werden",
      happened: "Etwas fehlt oder stimmt nicht. Es wurde nichts angenommen.",
      next: "Berichtigen Sie, was unten steht, und senden Sie sie erneut.",
    },
    idempotency_key_reused: {
      title: "Dieser Schlüssel gehört zu einer anderen Anfrage",
      happened:
        "Eine frühere Anfrage mit diesem Idempotency-Key verlangte etwas anderes. Es wurde nichts angenommen.",
      next: "Verwenden Sie für eine neue Nachricht einen neuen Schlüssel.",
    },
    evidence_being_sealed: {
      title: "Der Nachweis wird gesiegelt",
      happened:
        "Die Handlung ist festgehalten. Ihr Nachweis erhält nun Siegel und Zeitstempel, was meist eine Sekunde dauert.",
      next: "Fragen Sie gleich noch einmal.",
    },
    method_not_allowed: {
      title: "Das geht unter dieser Adresse nicht",
      happened: "Die Adresse gibt es, aber nicht für diese Methode.",
      next: "Sehen Sie nach, welche Methoden erlaubt sind, und verwenden Sie eine davon.",
    },
    unsupported_media_type: {
      title: "Dieser Inhaltstyp wird nicht verstanden",
      happened:
        "Was gesendet wurde, ist von einem Typ, den wir hier nicht lesen. Es wurde nichts angenommen.",
      next: "Senden Sie einen der genannten Typen.",
    },
  },
  fields: fieldErrors,
};
