// Fassung 2 der Betriebserklärung auf Deutsch: Fassung 1 mit diesen Änderungen. Ihre Bytes liegen fest.

import { amend } from "../../amend.ts";
import { practiceStatement1 } from "./practice-statement-1.ts";

export const practiceStatement2 = amend(practiceStatement1, [
  ["# Betriebserklärung, Fassung 1", "# Betriebserklärung, Fassung 2"],
  [
    "der Name bleibt beim Dienst.\n",
    "der Name bleibt beim Dienst. Ein Schlüssel des eigenen Systems des Absenders wird ausgesetzt, wenn die Person, die dafür einsteht, ausscheidet oder vor zu langer Zeit identifiziert wurde, bis ein identifizierter Verwalter ihn übernimmt.\n",
  ],
  [
    "ein angegebenes Geburtsdatum oder eine Registernummer genau.",
    "ein angegebenes Geburtsdatum oder eine Registernummer genau. Großschreibung, Akzente, Bindestriche, Apostrophe und Leerzeichen machen bei Namen keinen Unterschied.",
  ],
  [
    "- #identification-eid: Der belgische elektronische Personalausweis, über Web eID. Das Zertifikat wird bis zur Wurzel und mit OCSP geprüft.",
    "- #identification-eid: Der belgische elektronische Personalausweis oder die Karte für Ausländer, über Web eID oder über eine TLS-Verbindung, in der die Karte ihren Schlüssel beweist. Das Zertifikat zur Authentifizierung wird bis zu einer Wurzel geprüft, die der Dienst verwahrt, und sein Status während des Versuchs beim Aussteller erfragt (OCSP); ohne gute Antwort wird niemand identifiziert.",
  ],
  [
    "Das Sicherheitsniveau ist das von eIDAS Artikel 8, wo das Verfahren für diese Person eines hat.",
    "Das Sicherheitsniveau ist das von eIDAS Artikel 8, wo das Verfahren für diese Person eines hat: hoch für eine belgische Karte und für ein belgisches itsme-Konto mit dem itsme-Code; substanziell für ein belgisches itsme-Konto ohne ihn.",
  ],
  [
    "Name, Name und Geburtsdatum oder Registernummer. Registernummern",
    "Name, Name und Geburtsdatum, Registernummer oder Zugehörigkeit zu einem Firmenkonto, das für die Unternehmensnummer der Organisation geprüft ist. Wer so für eine Organisation abholt, wird nur mit einer zufälligen Nummer genannt. Wer sich identifiziert und nicht übereinstimmt, wird abgewiesen, und die Sendung bleibt, wie sie war; der Absender erfährt, dass es geschah und welche Angabe nicht stimmte, nicht wer es war. Registernummern",
  ],
]);
