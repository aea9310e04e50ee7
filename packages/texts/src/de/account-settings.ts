// Words in German about the settings of an account, its logo, and the log of its use.

import type { accountSettings as En } from "../en/account-settings.ts";
import { accessLog } from "./access-log.ts";

export const accountSettings: typeof En = {
  menu: "Einstellungen",
  account: "Konto",
  logMenu: "Protokoll",
  title: "Einstellungen des Kontos",
  lead: "Was für alles gilt, was dieses Konto sendet und aufbewahrt. Änderungen zählen ab jetzt: Was unterwegs ist, behält, womit es gesendet wurde.",
  saved: "Ihre Änderungen sind gespeichert.",
  save: "Änderungen speichern",
  addressTitle: "Konto",
  holder: "Name",
  company: "Unternehmen",
  number: "Unternehmensnummer",
  office: "Sitz",
  officeVerified:
    "Name, Nummer und Sitz hat unsere Registrierungsstelle mit dem Register verglichen. Schreiben Sie ihr, wenn sich etwas ändert.",
  officeUnknown: "noch nicht bekannt",
  language: "Sprache des Kontos",
  languageHint: "Von E-Mails an das Konto, und von neuen Mitgliedern, bis sie selbst eine wählen.",
  email: "E-Mail-Adresse des Kontos",
  emailHint: "Wird genutzt, wenn das Mitglied, das gesendet hat, nicht mehr da ist.",
  emailPrivate:
    "Ihre E-Mail-Adresse ändern Sie bei Ihren eigenen Daten, mit einem Link, den wir an die neue senden.",
  toMyData: "Zu Ihren eigenen Daten",
  addressHint: "Steht in dem, was Sie senden; ein privates Konto hat eine.",
  country: "Land (zwei Buchstaben)",
  defaultsTitle: "Womit ein neues Einschreiben beginnt",
  defaultsLead: "Sie können für jedes Einschreiben noch anders wählen.",
  retention: "Wie lange Inhalt aufbewahrt wird",
  retentionHint:
    "Tage nach dem Ende einer Sendung, 30 bis 730. Danach kann sie niemand mit diesem Konto mehr öffnen; die Nachweise bleiben 24 Monate. Dieselbe Zahl gilt für das, was Sie im Posteingang erhalten. Jede Sendung nennt ihren letzten Tag im Voraus.",
  senderTitle: "Wann Empfänger sehen, wer schreibt",
  senderLegend: "Der Name des Absenders wird gezeigt",
  senderBefore: "vor der Annahme",
  senderBeforeHint:
    "Benachrichtigungen, Erinnerungen und die Seite der Wahl nennen Sie und zeigen Ihr Logo. Man holt eher ab, was man als von Ihnen erkennt.",
  senderAfter: "erst nach der Annahme",
  senderAfterHint:
    "Benachrichtigungen und die Seite der Wahl sagen, dass der Name nach der Annahme erscheint, ohne Logo und Ort. Niemand kann dann ablehnen, weil Sie schreiben, doch mehr Menschen lassen eine solche Sendung liegen, und ein Empfänger kann einwenden, sie sei nicht erkennbar gewesen. Die Nachweise nennen Sie in jedem Fall, und wer annimmt, sieht sofort Ihren Namen.",
  logoTitle: "Logo",
  logoLead:
    "Empfänger sehen es neben Ihrem Namen, auf den Seiten, auf denen sie abholen. E-Mails enthalten keine Bilder: Viele Programme blockieren sie, und ein Bild von anderswo würde verraten, wann eine E-Mail geöffnet wird.",
  logoFile: "Bild",
  logoHint:
    "PNG, JPEG oder WebP, höchstens 2 MB und 4000 mal 4000 Pixel. Wir zeichnen es neu, höchstens 400 mal 160 Pixel, und behalten nichts von der Datei selbst.",
  logoSave: "Dieses Logo verwenden",
  logoRemove: "Logo entfernen",
  logoNow: "Ihr Logo, wie Empfänger es sehen",
  logoNone: "Es wird kein Logo gezeigt.",
  logoRemoved: "Das Logo ist entfernt.",
  logoHidden: "Vor der Annahme wird es nicht gezeigt, wie oben gewählt.",
  log: accessLog,
};
