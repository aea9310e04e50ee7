// What is wrong with one field, in German; by the code of a `FieldError`.

import type { fieldErrors as En } from "../en/field-errors.ts";
import { notPrintable } from "../not-printable.ts";
import { print } from "./print.ts";

export const fieldErrors: typeof En = {
  required: () => "Füllen Sie dies aus.",
  invited_not_an_address: (p) => `„${p["email"] ?? ""}“ ist keine E-Mail-Adresse.`,
  invited_is_member: (p) => `${p["email"] ?? ""} ist bereits Mitglied.`,
  invited_already: (p) => `${p["email"] ?? ""} hat eine offene Einladung. Sie können sie erneut senden.`,
  invited_oneself: (p) => `${p["email"] ?? ""} ist Ihre eigene Adresse.`,
  invited_too_many: (p) => `Laden Sie höchstens ${p["max"] ?? ""} Adressen auf einmal ein.`,
  team_unknown: () => "Eine dieser Abteilungen gibt es nicht mehr.",
  team_name_taken: () => "Eine andere Abteilung trägt diesen Namen.",
  choose: () => "Treffen Sie eine Wahl.",
  invalid: () => "Prüfen Sie Ihre Angabe.",
  record_query_invalid: () =>
    "Geben Sie die Nummer einer Sendung (dlv_…) oder eine Festlegung aus 64 Ziffern und Buchstaben an.",
  not_a_choice: () => "Wählen Sie eine der Möglichkeiten.",
  hold_end_past: () => "Der letzte Tag liegt in der Zukunft, frühestens morgen.",
  hold_end_far: () => "Höchstens 24 Monate ab heute. Vor dem Ende kann verlängert werden.",
  hold_end_not_later: () =>
    "Später als der jetzige letzte Tag. Früher beenden können nur zwei Mitarbeiter zusammen.",
  hold_subject_unknown: () => "Unter dieser Kennung ist nichts, oder es wurde gelöscht.",
  content_falls_now: () =>
    "Damit wird der Inhalt innerhalb eines Tages gelöscht. Bestätigen Sie, dass Sie das wissen.",
  account_unknown: () => "Kein Konto hat diese Kennung.",
  period_unchanged: () => "Diese Frist gilt bereits.",
  not_checked: () => "Setzen Sie hier ein Häkchen, sobald Sie es geprüft haben.",
  not_offered: () => "Das ist noch nicht möglich.",
  unknown_field: () => "Ein Feld mit diesem Namen gibt es nicht.",
  fallback_not_available: () => "Briefe auf Papier sind in dieser Installation nicht verfügbar.",
  identification_not_available: () =>
    "Die Identifizierung mit itsme oder eID ist in dieser Installation nicht verfügbar.",
  not_text: () => "Hier wird ein Text erwartet.",
  not_well_formed: () => "Einige Zeichen dieses Textes sind beschädigt. Tippen Sie sie erneut.",
  not_a_date: () => "Das ist kein Datum.",
  too_short: (p) => `Verwenden Sie mindestens ${p["min"] ?? ""} Zeichen.`,
  too_long: (p) => `Verwenden Sie höchstens ${p["max"] ?? ""} Zeichen.`,
  out_of_range: (p) => `Geben Sie eine Zahl von ${p["min"] ?? ""} bis ${p["max"] ?? ""} an.`,
  control_characters: () =>
    "Hier steht ein Zeilenumbruch oder ein anderes Zeichen, das hier nicht stehen kann.",
  email_invalid: () => "Das ist keine E-Mail-Adresse. Sie sieht aus wie name@beispiel.be.",
  email_unchanged: () => "Diese Adresse haben Sie bereits.",
  email_too_long: () => "Diese E-Mail-Adresse ist zu lang.",
  mobile_invalid: () => "Das ist keine Mobilnummer. Sie sieht aus wie +32 470 12 34 56.",
  mobile_too_short: (p) =>
    `${Number(p["missing"]) === 1 ? "Es fehlt eine Ziffer" : `Es fehlen ${p["missing"] ?? ""} Ziffern`}${p["shown"] === undefined ? "." : `: ${p["shown"]}`}`,
  mobile_too_long: (p) =>
    Number(p["extra"]) === 1 ? "Es ist eine Ziffer zu viel." : `Es sind ${p["extra"] ?? ""} Ziffern zu viel.`,
  mobile_not_mobile: () => "Diese Nummer kann keine SMS empfangen. Geben Sie eine Mobilnummer an.",
  mobile_unknown_country: () => "Kein Land hat diese Nummer. Prüfen Sie, was nach dem Pluszeichen steht.",
  mobile_required_for_codes: () => "Das Abholen mit Codes braucht eine Mobilnummer.",
  postcode_invalid: () => "Eine belgische Postleitzahl hat vier Ziffern, von 1000 bis 9999.",
  country_invalid: () => "Dieses Land kennen wir nicht.",
  country_not_served: () => "In dieses Land gehen keine Briefe auf Papier.",
  address_incomplete: () =>
    "Damit findet die Post kein Haus. Geben Sie eine Nummer an, oder schreiben Sie „o/N“, wo es keine gibt.",
  address_unreadable: () =>
    "Die Post kann diese Schrift hier nicht lesen. Schreiben Sie in lateinischen Buchstaben.",
  address_too_long: () =>
    "Das ist zu lang für eine Zeile einer Anschrift. Kürzen Sie es so, dass die Post es noch versteht.",
  return_address_needs_letter: () =>
    "Eine Rücksendeadresse dient nur einem Brief. Wählen Sie den Brief, oder lassen Sie dieses Feld leer.",
  return_address_private_only: () =>
    "Nur private Absender können Briefe an eine eigene Adresse zurückkommen lassen.",
  part_not_printable: (p) => notPrintable(print, p),
  print_pending: () =>
    "Wie es auf Papier aussieht, wurde noch nicht geprüft. Öffnen Sie die Durchsicht noch einmal.",
  letter_too_long: (p) =>
    `Der Brief hätte ${p["pages"] ?? ""} Seiten; in einen Umschlag passen höchstens ${p["max"] ?? ""}. Nehmen Sie etwas heraus oder senden Sie ohne Brief.`,
  letter_too_thick: (p) =>
    `Der Brief hätte ${p["sheets"] ?? ""} Blätter; in einen Umschlag passen höchstens ${p["max"] ?? ""}. Nehmen Sie etwas heraus oder senden Sie ohne Brief.`,
  letter_too_heavy: (p) =>
    `In dieses Land geht kein Brief mit ${p["sheets"] ?? ""} Blättern. Nehmen Sie etwas heraus oder senden Sie ohne Brief.`,
  country_too_far: (p) =>
    `In dieses Land geht kein Brief mit ${p["sheets"] ?? ""} Blättern. Geben Sie eine Anschrift in einem anderen Land an, oder widerrufen Sie den Brief.`,
  postage_missing: (p) =>
    `Ein Brief in dieses Land kostet ${p["needed"] ?? ""} Credits mehr. Ihr Konto hat ${p["balance"] ?? ""}.`,
  enterprise_number_invalid: () =>
    "Das ist keine gültige Unternehmensnummer. Sie hat zehn Ziffern und beginnt mit 0 oder 1.",
  must_accept: () => "Sie können nur fortfahren, wenn Sie dem zustimmen.",
  enterprise_number_foreign: () =>
    "Das ist eine Nummer eines anderen Landes. Ein ausländisches Unternehmen braucht eine belgische Unternehmensnummer; seine Zweigniederlassung in Belgien hat eine.",
  establishment_number: () =>
    "Das ist die Nummer einer Niederlassungseinheit. Geben Sie die Unternehmensnummer an: Sie beginnt mit 0 oder 1.",
  enterprise_number_checksum: () =>
    "Die Ziffern passen nicht zusammen. Prüfen Sie jede: Eine kann falsch sein, oder zwei sind vertauscht.",
  enterprise_number_taken: () =>
    "Dieses Unternehmen hat schon ein Konto. Bitten Sie seine Administratoren, Sie einzuladen.",
  application_incomplete: () => "Füllen Sie alles über das Unternehmen aus und speichern Sie es.",
  form_missing: () => "Fügen Sie das unterschriebene Formular hinzu.",
  form_outdated: () =>
    "Das Unternehmen wurde geändert, nachdem das Formular unterschrieben war. Lassen Sie das neue Formular unterschreiben und fügen Sie es hinzu.",
  extract_missing: () => "Fügen Sie einen Auszug aus der Zentralen Datenbank der Unternehmen hinzu.",
  identify_first: () => "Zeigen Sie zuerst, wer Sie sind, mit itsme oder einem Personalausweis.",
  register_number_invalid: () => "Das ist keine gültige Nationalregisternummer. Sie hat elf Ziffern.",
  register_number_not_allowed: () => "Ihr Konto darf keine Nationalregisternummern verwenden.",
  enterprise_number_required: () =>
    "Ohne Unternehmensnummer kann niemand für diese Organisation mit itsme oder Personalausweis abholen.",
  birth_date_impossible: () => "An diesem Tag wurde niemand geboren, der noch lebt. Prüfen Sie das Jahr.",
  for_persons_only: () => "Das gehört zu einer Person. Lassen Sie es bei einer Organisation leer.",
  no_addressee: () => "Geben Sie mindestens einen Empfänger an.",
  too_many_addressees: (p) => `Eine Sendung kann höchstens ${p["max"] ?? ""} Empfänger haben.`,
  identical_addressee: (p) => `Dieser Empfänger ist derselbe wie Nummer ${p["row"] ?? ""}.`,
  own_email: () => "Das ist Ihre eigene E-Mail-Adresse. Sie können sich selbst kein Einschreiben senden.",
  own_mobile: () => "Das ist Ihre eigene Mobilnummer. Sie können sich selbst kein Einschreiben senden.",
  credits_missing: (p) => `Das kostet ${p["needed"] ?? ""} Credits. Ihr Konto hat ${p["balance"] ?? ""}.`,
  name_taken: () => "Es gibt schon etwas mit diesem Namen.",
  logo_not_an_image: () => "Das ist kein Bild in PNG, JPEG oder WebP.",
  logo_svg: () =>
    "SVG kann Skripte enthalten, deshalb nehmen wir es nicht an. Speichern Sie das Logo als PNG.",
  logo_too_large: () => "Die Datei ist größer als 2 MB.",
  logo_too_many_pixels: () => "Das Bild ist größer als 4000 mal 4000 Pixel.",
  logo_damaged: () => "Das Bild ist beschädigt und lässt sich nicht lesen.",
  logo_animated: () => "Das Bild bewegt sich. Wählen Sie eines, das stillsteht.",
  code_wrong: () => "Die beiden Codes stimmen nicht. Prüfen Sie beide.",
  check_code_malformed: () => "Das ist kein Prüfcode. Er hat 12 Buchstaben und Ziffern.",
  check_code_unknown: () =>
    "Diesen Prüfcode kennen wir nicht. Prüfen Sie jedes Zeichen. Haben Sie eine neuere Nachricht, so nehmen Sie deren Code.",
  contact_known: () => "Dieser Name steht mit dieser E-Mail-Adresse schon in Ihrem Adressbuch.",
  consent_known: () =>
    "Eine Zustimmung zu diesem Namen und dieser Adresse gilt schon, oder sie wurde an diesem Tag oder später widerrufen.",
  date_in_future: () => "Dieser Tag ist noch nicht gekommen.",
  date_over_a_year_ago: () => "Dieser Tag liegt mehr als ein Jahr zurück. Bitte prüfen Sie ihn.",
  override_required: () =>
    "Außerhalb des Europäischen Wirtschaftsraums niedergelassen, oder im Eigentum von dort: Sagen Sie, warum es dennoch geht. Jeder liest es.",
  url_invalid: () => "Schreiben Sie die ganze Adresse, beginnend mit https://.",
  ends_before_it_begins: () => "Dieser Tag liegt vor dem ersten.",
  short_notice_required: (p) =>
    `Kontoinhaber erfahren es ${p["days"] ?? ""} Tage vorher. Wählen Sie einen späteren Tag, oder sagen Sie, warum es nicht warten kann.`,
  host_invalid: (p) => `„${p["host"] ?? ""}“ ist kein Hostname. Er sieht aus wie smtp.example.be.`,
  subject_invalid: (p) =>
    `„${p["id"] ?? ""}“ ist keine Kennung einer Sendung (dlv_…), eines Kontos (acc_…) oder einer Person (per_…).`,
  row_broken: () =>
    "Diese Zeile ist nicht lesbar. Suchen Sie ein Anführungszeichen, das nicht geschlossen ist.",
  card_version: () => "Nur vCards der Versionen 3.0 und 4.0 können gelesen werden.",
  card_broken: () => "Diese vCard hat kein Ende.",
  letter_code_invalid: () => "Das ist kein Prüfcode. Er hat zwölf Zeichen, wie K7QM-4RTX-92VB.",
  closing_word_wrong: (p) => `Geben Sie das Wort ${p["word"] ?? ""} ein.`,
  number_not_in_batch: (p) => `Brief ${p["number"] ?? ""} ist in diesem Stapel nicht druckbereit.`,
  numbers_invalid: () => "Schreiben Sie Nummern von Briefen, etwa 3, 17-19.",
  barcode_unreadable: () => "Das ist kein Barcode eines Einschreibens: 30 Ziffern oder wie RR473124829BE.",
  barcode_unknown: () => "Kein Brief von uns hat diesen Barcode.",
  barcode_not_posted: () =>
    "Dieser Brief ist nicht aufgegeben; das Postunternehmen kann nichts von ihm melden.",
  time_invalid: () => "Das ist kein Tag mit Uhrzeit. Es sieht aus wie 2026-11-23 14:05.",
  time_in_future: () => "Dieser Zeitpunkt ist noch nicht gekommen.",
  time_before_posting: () => "Der Brief war zu diesem Zeitpunkt noch nicht aufgegeben.",
};
