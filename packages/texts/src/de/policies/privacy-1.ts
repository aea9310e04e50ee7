// Fassung 1 der Datenschutzerklärung auf Deutsch. Ihre Bytes liegen fest: Eine Änderung ist eine neue Fassung.

export const privacy1 = `# Datenschutzerklärung, Fassung 1

Diese Erklärung sagt, welche personenbezogenen Daten dieser Dienst verarbeitet, warum, wie lange, und was Sie tun können (Verordnung (EU) 2016/679, DSGVO, Artikel 13 und 14).

## 1. Wer für Ihre Daten einsteht

Der Anbieter ist Verantwortlicher für die Daten der Kontoinhaber und für die Aufzeichnung von Identifizierung, Abholung und Belegen. Für das, was Absender über Empfänger ohne Konto anvertrauen, ist der Absender Verantwortlicher und der Anbieter Auftragsverarbeiter. Der Anbieter und seine Kontaktstelle stehen neben diesem Text.

## 2. Was verarbeitet wird, und warum

- Kontoinhaber: Name, E-Mail-Adresse, Sprache, Mittel der Anmeldung, wie und wann identifiziert; bei Firmen die Vollmacht. Grundlage: der Vertrag mit Ihnen und die Pflichten eines Vertrauensdienstes (eIDAS).
- Empfänger: Name, E-Mail-Adresse, Mobilnummer, Postanschrift und Sprache, wie der Absender sie angab; wenn er sie angab, Geburtsdatum oder Registernummer, nur um Sie zu erkennen. Grundlage: die des Absenders, für den wir handeln.
- Identifizierung: Verfahren, Zeit, Niveau, Ihr Name wie festgestellt und was übereinstimmte. Eine Registernummer oder das Zertifikat eines Ausweises bleibt im Transaktionsprotokoll und steht nie in einem Beleg. Grundlage: die gesetzliche Pflicht, den Empfänger zu identifizieren (eIDAS Artikel 44), oder der Auftrag des Absenders.
- Inhalt von Nachrichten: verschlüsselt gespeichert, nur für Absender und Empfänger geöffnet. Wir lesen ihn nicht.
- Belege: die Schritte jeder Sendung mit Zeiten und Prüfsummen. Grundlage: gesetzliche Pflicht und das berechtigte Interesse beider Seiten am Beweis.
- Nutzung der Plattform: Netzadresse, Zeit, Sprache, Browser und Betriebssystem. Grundlage: Sicherheit des Dienstes und gesetzliche Pflicht zur Aufzeichnung.

Es werden keine Daten verkauft, für Werbung genutzt oder für Entscheidungen, die allein Maschinen treffen.

## 3. Wie lange

- Das Transaktionsprotokoll: 24 Monate nach Abschluss der Sendung.
- Vom Absender anvertraute Daten eines Empfängers: 60 Tage nach Abschluss der Sendung, außer dem, was Belege und Protokoll enthalten.
- Inhalt: für den Absender und einen registrierten Empfänger, der abgeholt hat, in der Regel 365 Tage (30 bis 730); für einen anderen Empfänger, der abgeholt hat, 60 Tage; für den, der nicht abgeholt hat, endet der Zugang sofort.
- Belege und was zu ihnen gehört: 24 Monate nach Abschluss der Sendung. Prüfsummen im öffentlichen Protokoll bleiben; ohne den Eintrag sagen sie nichts.
- Ein geschlossenes Privat- oder Firmenkonto: gelöscht binnen 45 Tagen. Ein Mitglied, das ausscheidet: sofort.
- Codes: 24 Stunden. Entwürfe: 90 Tage nach der letzten Änderung. Sitzungen: 90 Tage nach ihrem Ende.
- Rechnungen: 10 Jahre nach dem Geschäftsjahr. Nachweis einer widerrufenen Einwilligung und beantwortete Anträge: 5 Jahre.
- Mails und Meldungen, die nicht zu Belegen gehören: 30 Tage. Sicherungen: höchstens 30 Tage.

Eine Beschwerde, ein Streit oder eine gerichtliche Anordnung kann die Löschung dessen aussetzen, was sie betrifft.

## 4. Wer Daten erhält

Die andere Seite einer Sendung erhält, was der Beleg enthält. Ein Mitglied einer Firma erscheint nur mit einer zufälligen Nummer. Anbieter von E-Mail, SMS, Post, Zahlung und Zeitstempeln erhalten, was sie für ihre Aufgabe brauchen, innerhalb der Europäischen Union. Kontoinhaber werden benachrichtigt, bevor ein weiterer Auftragsverarbeiter hinzukommt. Behörden erhalten Daten, wo das Gesetz uns verpflichtet, und jede Weitergabe wird verzeichnet.

## 5. Ihre Rechte

Sie können Auskunft, Berichtigung, Löschung, Einschränkung und Übertragung verlangen, widersprechen und eine Einwilligung widerrufen. Mit einem Konto tun Sie vieles davon selbst; sonst schreiben Sie an die Kontaktstelle neben diesem Text. Wir prüfen zuerst, wer Sie sind, und antworten binnen eines Monats, der um zwei verlängert werden kann. Belege werden nachträglich nicht geändert: Eine Berichtigung wird als Vermerk hinzugefügt. Ein Antrag hält eine laufende Sendung nicht auf; er wird nach ihrem Abschluss ausgeführt, und die Antwort sagt das. Ist ein Absender der Verantwortliche, benachrichtigen wir ihn, und er entscheidet.

Sie können sich bei der belgischen Datenschutzbehörde beschweren (Gegevensbeschermingsautoriteit, Autorité de protection des données), Drukpersstraat 35, 1000 Brüssel.

## 6. Diese Prüfseite

Diese Seite behält nichts von den Dateien, die geprüft werden. Mit JavaScript verlassen ursprüngliche Dateien Ihr Gerät nicht. Es gibt zwei Cookies: Eines merkt sich Ihre Sprache, eines schützt Formulare vor Missbrauch. Keines erkennt Sie wieder.

## 7. Sicherheit und Verletzungen

Daten sind im Speicher und unterwegs verschlüsselt, und jeder Teil des Dienstes erreicht nur, was er braucht. Mitarbeiter sehen personenbezogene Daten nur für ihre Aufgabe, und jeder Einblick wird aufgezeichnet. Eine Verletzung wird binnen 72 Stunden der Datenschutzbehörde gemeldet, binnen 24 Stunden der Aufsichtsstelle für Vertrauensdienste und unverzüglich Ihnen, wenn sie Sie gefährdet.
`;
