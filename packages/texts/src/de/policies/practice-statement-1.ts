// Fassung 1 der Betriebserklärung auf Deutsch. Ihre Bytes liegen fest: Eine Änderung ist eine neue Fassung.

export const practiceStatement1 = `# Betriebserklärung, Fassung 1

Diese Erklärung sagt, wie dieser Dienst für die Zustellung elektronischer Einschreiben arbeitet (Verordnung (EU) Nr. 910/2014, eIDAS, Artikel 43 und 44; ETSI EN 319 401, EN 319 521 und EN 319 522). Jeder Beleg, den der Dienst ausstellt, nennt die Fassung, die galt. Die Namen, die mit # beginnen, sind Teile der Adressen, die Belege für das verwenden, was in den Normen keinen Namen hat.

## 1. Anbieter und Status

Der Anbieter ist die Organisation, die jeder Beleg als seinen Aussteller nennt. Der Beleg nennt auch den Status des Dienstes zu diesem Zeitpunkt:

- #status-demonstration: Der Dienst ist eine Demonstration. Nichts, was damit versandt wird, ersetzt ein Einschreiben, das das Gesetz verlangt.
- #status-non-qualified: Der Dienst ist ein nicht qualifizierter Dienst für die Zustellung elektronischer Einschreiben. Seine Belege sind vor Gericht zulässig (eIDAS Artikel 43 Absatz 1), eine Sendung ersetzt aber kein Einschreiben, das das Gesetz verlangt.
- #status-qualified: Der Dienst ist ein qualifizierter Vertrauensdienst auf der Vertrauensliste. Auch dann ist eine Sendung nur qualifiziert, wenn ihr Empfänger mit eID oder itsme auf dem Niveau hoch identifiziert wurde und den Angaben des Absenders entspricht und wenn der Absender nicht allein mit einem API-Schlüssel gehandelt hat. Der Nachweis sagt es für jede Sendung.

## 2. Der Absender

Nur eine identifizierte Person kann senden. Die erste Identifizierung geschieht mit itsme oder eID und wird nach einer bestimmten Zeit wiederholt. Ein Firmenkonto braucht außerdem einen Nachweis der Vollmacht, den Mitarbeiter anhand der Zentralen Datenbank der Unternehmen prüfen. Jede Einlieferung ist an die Anmeldung gebunden, mit der sie geschah: Verfahren und Zeit stehen im Beleg. Ein Mitglied einer Firma erscheint der anderen Seite nur mit einer zufälligen Nummer; der Name bleibt beim Dienst.

## 3. Annahme

Eine Nachricht wird als Ganzes angenommen oder gar nicht. Bei der Annahme ist der Absender identifiziert, der Inhalt verschlüsselt gespeichert, der Eintrag geschrieben und das Entgelt zurückgelegt. Danach kann niemand die Nachricht mehr ändern. Jeder Empfänger ist eine eigene Sendung mit eigenen Belegen, und kein Empfänger erfährt von einem anderen. Die Nachricht wird in Teilen aufbewahrt: Teil 1 ist der Text mit seinem Betreff, dann folgen die Anhänge. Belege bezeichnen jeden Teil mit Name, Größe und SHA-256. Betreff und Dateinamen stehen in keiner Benachrichtigung, bevor der Inhalt übergeben ist.

Bei der Annahme wird der letzte Tag festgelegt und mitgeteilt, an dem die Sendung abgeschlossen sein wird, was immer misslingt.

## 4. Benachrichtigung und Abholfrist

Der Empfänger wird per E-Mail und, wenn der Absender eine Nummer angab, per SMS benachrichtigt. Die Benachrichtigung nennt den Absender, wie dieser es eingestellt hat, und nie den Inhalt. Sie geht erst ab, wenn die Annahme einen Zeitstempel hat.

Eine Benachrichtigung steht ab dem Augenblick fest, in dem der ausgehende Mailserver die E-Mail angenommen hat, bis diese vor Ablauf der Frist als endgültig gescheitert gemeldet wird. Eine Benachrichtigung, mit der eine Identifizierung verlangt wurde, steht fest, was immer später gemeldet wird. Die Abholfrist beträgt 15 volle Kalendertage in Brüssel, gezählt ab dem Tag nach der Benachrichtigung, sofern der Absender nicht zwischen 1 und 30 wählte. Sie endet mit dem Ende ihres letzten Tages. Wochenenden und Feiertage verlängern sie nicht. Erinnerungen gehen an den Tagen 3, 7 und 13 ab und ändern kein Datum.

Scheitert die E-Mail der ersten Benachrichtigung, so entfällt die Abholfrist, und der Absender darf E-Mail-Adresse, Nummer oder Namen einmal berichtigen. Die Berichtigung wird festgehalten. Sie macht frühere Links, Codes und Fristen ungültig. Ein Empfänger gilt als unerreichbar, wenn 72 Stunden nach der Annahme keine Benachrichtigung feststand, wenn 120 Stunden nach einem Scheitern keine neue feststeht, oder beim zweiten Scheitern.

War der Dienst selbst am letzten Tag mehr als 60 Minuten nicht erreichbar, so verlängert sich die Abholfrist um einen Tag, höchstens dreimal. Der Ausfall wird festgehalten und beiden Seiten mitgeteilt.

## 5. Identifizierung des Empfängers

Der Absender wählt je Nachricht, was mindestens verlangt wird: zwei Codes oder itsme oder eID. Der Beleg nennt das Verfahren mit einer dieser Adressen:

- #identification-codes: Zwei Einmalcodes mit sechs Ziffern, einer an die E-Mail-Adresse und einer an die Mobilnummer, die der Absender angab. Sie bilden eine einzige Aufgabe: zehn Minuten gültig, fünf Versuche, einmal verwendbar, nur zusammen richtig. Das zeigt den Besitz von Postfach und Telefon. Die Identität steht damit nicht fest.
- #identification-itsme: Die App itsme von Belgian Mobile ID, über OpenID Connect. Familienname und erster Vorname müssen mit den Angaben des Absenders übereinstimmen; ein angegebenes Geburtsdatum oder eine Registernummer genau.
- #identification-eid: Der belgische elektronische Personalausweis, über Web eID. Das Zertifikat wird bis zur Wurzel und mit OCSP geprüft. Was übereinstimmen muss, ist dasselbe wie bei itsme.
- #identification-password: Kontoname und Passwort. Nur für die Anmeldung von Absendern.
- #identification-password-totp: Kontoname, Passwort und ein Einmalcode einer Authentifizierungs-App.
- #identification-passkey: Ein Passkey (WebAuthn) des Kontos.
- #identification-api_key: Ein Schlüssel des eigenen Systems des Absenders. Eine Person des Absenderkontos steht dafür ein, und der Beleg nennt ihre Nummer.

Das Sicherheitsniveau ist das von eIDAS Artikel 8, wo das Verfahren für diese Person eines hat. Sonst verweist der Beleg auf eine dieser Adressen:

- #assurance-codes: Kein Niveau nach eIDAS. Besitz eines Postfachs und eines Telefons, deren Adressen der Absender angab.
- #assurance-itsme: Das Niveau war der Antwort des Identitätsanbieters nicht zu entnehmen; es wird keines behauptet.
- #assurance-eid: Das Niveau war dem Zertifikat nicht zu entnehmen; es wird keines behauptet.
- #assurance-password: Kein Niveau nach eIDAS. Kenntnis eines Passworts nach einer früheren Identifizierung, deren Verfahren und Niveau daneben stehen.
- #assurance-password-totp: Kein Niveau nach eIDAS. Kenntnis eines Passworts und Besitz eines Geräts nach einer früheren Identifizierung, deren Verfahren und Niveau daneben stehen.
- #assurance-passkey: Kein Niveau nach eIDAS. Besitz eines Geräts mit dem Passkey nach einer früheren Identifizierung, deren Verfahren und Niveau daneben stehen.
- #assurance-api_key: Kein Niveau nach eIDAS. Besitz eines Schlüssels, für den ein identifiziertes Mitglied einsteht.

Der Beleg hält auseinander, wer abgeholt hat und warum das der Empfänger ist: Besitz von Postfach und Telefon, Name, Name und Geburtsdatum oder Registernummer. Registernummern, Geburtsdaten, Zertifikate von Ausweisen und Netzadressen verlassen den Dienst nie; eine Festlegung im Beleg erlaubt, sie für die betroffene Person oder für ein Gericht zu öffnen.

## 6. Abholen, ablehnen, verstreichen lassen

Vor der Wahl sieht der Empfänger, was Abholen und Ablehnen bewirken. Das Öffnen eines Links ändert nie etwas. Annehmen und Ablehnen verlangen dieselbe Identifizierung. Der Inhalt öffnet sich erst, wenn die Annahme einen Zeitstempel hat; eine rechtzeitige Annahme bleibt rechtzeitig, wenn der Stempel später kommt. Genau die Seite, auf der der Empfänger wählte, wird beim Beleg aufbewahrt.

„Das ist nicht für mich“ ist die Erklärung einer nicht identifizierten Person. Sie wird festgehalten und dem Absender mitgeteilt und ändert kein Datum.

Hat der Absender einen Brief bestellt, so wird eine Nachricht, die nicht abgeholt wurde oder deren Empfänger unerreichbar ist, gedruckt und als Einschreiben aufgegeben. Bis sie zum Druck freigegeben ist, kann sie noch abgeholt werden. Was der Postbetreiber meldet, wird als seine eigene Erklärung festgehalten.

## 7. Belege

Jedes Ereignis hinterlässt einen Eintrag, der in sich vollständig und an den vorigen gekettet ist. Der Eintrag erhält einen Zeitstempel (RFC 3161), wird als XML gesiegelt (ETSI EN 319 522-3, XAdES) und in das öffentliche Protokoll aufgenommen. Nachweise sind PDF-Dateien (PDF/A-3, PAdES), die aus dem Eintrag entstehen und das XML mitführen. Das Siegel entsteht mit einem Schlüssel, den nur der siegelnde Prozess erreicht. Zwei Verantwortliche müssen unterzeichnen, bevor ein Schlüssel in Kraft tritt.

Die Zeit ist auf Seiten die von Brüssel und in Belegen UTC. Der Dienst vergleicht seine Uhren ständig und nimmt keine Handlungen mehr an, wenn auf sie kein Verlass ist.

Gründe, für die ETSI keine Adresse hat, sind diese:

- #reason-window_passed: Die Abholfrist endete, ohne dass der Empfänger angenommen oder abgelehnt hatte.
- #reason-addressee_refused: Der Empfänger, identifiziert wie vom Absender verlangt, lehnte die Nachricht ab.
- #reason-after_window_before_printing: Der Empfänger nahm nach der Abholfrist an, aber bevor der Brief zum Druck freigegeben war.
- #reason-not_postable: Der Brief konnte wegen seiner Anschrift oder seines Inhalts nicht aufgegeben werden.
- #reason-called_off: Der Absender rief den Brief zurück, bevor er zum Druck freigegeben war.
- #reason-not_posted_in_time: Der Brief wurde nicht innerhalb von 10 Werktagen aufgegeben.
- #reason-broken_off: Die Übertragung des Inhalts brach vor ihrem Ende ab. Er kann erneut abgerufen werden.
- #reason-content_damaged: Der gespeicherte Inhalt konnte nicht unversehrt geöffnet werden. Es wurde nichts übergeben.
- #reason-attachment_refused: Ein Anhang ist nach den Nutzungsbedingungen nicht zugelassen. Die Einlieferung wurde abgelehnt.

## 8. Öffentliches Protokoll und Prüfung

Das Protokoll ist ein Hashbaum, der nur wachsen kann (RFC 9162), in offenen Formaten. Es enthält Prüfsummen mit Schlüssel und keine personenbezogenen Daten. Jeder unterzeichnete Stand erhält einen Zeitstempel und wird unabhängigen Zeugen gezeigt. Ein geänderter, entfernter, rückdatierter oder erfundener Eintrag passt nicht in das Protokoll und kann von jedem gefunden werden, der einen früheren Stand aufbewahrt hat.

Jeder kann einen Nachweis auf dieser Seite ohne Konto prüfen, oder ohne den Anbieter mit öffentlicher Software. Vertrauen kommt aus Vertrauenslisten oder aus einer eingestellten Datei, nie aus dem Nachweis selbst.

## 9. Aufbewahrung

Der Inhalt wird aufbewahrt: für den Absender und für einen registrierten Empfänger, der abgeholt hat, in der Regel 365 Tage (30 bis 730); für einen anderen Empfänger, der abgeholt hat, 60 Tage; für den, der nicht abgeholt hat, gar nicht. Belege und was zu ihnen gehört, werden bis 24 Monate nach Abschluss der Sendung aufbewahrt. Jede Seite wird 60 und 14 Tage vorher benachrichtigt und erhält eine Kopie mit frischem Zeitstempel angeboten. Kopien bleiben danach für sich prüfbar. Die Datenschutzerklärung nennt alle Fristen.

## 10. Sicherheit, Vorfälle, Ende des Dienstes

Jeder Teil des Dienstes läuft unter einem eigenen Konto und erreicht nur, was er braucht. Nachrichten sind verschlüsselt, mit Schlüsseln je Inhaber; ein Schlüssel wird vernichtet, wenn seine Frist endet. Verletzungen der Sicherheit werden binnen 24 Stunden der Aufsichtsstelle und den betroffenen Personen gemeldet.

Beendet der Anbieter den Dienst, so benachrichtigt er vorher die Aufsichtsstelle und alle Kontoinhaber, führt laufende Sendungen zu Ende oder erstattet ihr Entgelt, bietet jeder Seite ihre Belege an und veröffentlicht den letzten Stand des Protokolls. Die Belege bleiben danach für jeden prüfbar.

## 11. Beschwerden und Änderungen

Beschwerden beantwortet die Kontaktstelle, die neben diesem Text steht, schriftlich. Es gilt belgisches Recht. Eine neue Fassung wird hier veröffentlicht, bevor sie in Kraft tritt. Frühere Fassungen bleiben stehen, mit ihren Prüfsummen.
`;
