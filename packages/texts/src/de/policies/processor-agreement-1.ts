// Version 1 of the processor agreement in German. Its bytes are pinned: a change is a new version.

export const processorAgreement1 = `# Auftragsverarbeitungsvertrag, Version 1

Dieser Vertrag gilt zwischen einem Unternehmen, das Einschreiben versendet (dem Verantwortlichen), und dem Anbieter dieses Dienstes (dem Auftragsverarbeiter). Er ist der Vertrag, den Artikel 28 Absatz 3 der Verordnung (EU) 2016/679 (DSGVO) verlangt. Er gehört zu den Nutzungsbedingungen.

## 1. Was verarbeitet wird, warum und wie lange

Der Anbieter verarbeitet personenbezogene Daten, um Ihre Einschreiben anzunehmen, anzukündigen, zu übergeben und, wenn Sie es verlangen, zu drucken und aufzugeben.

- Personen: Ihre Empfänger, deren Vertreter und wer in Ihren Sendungen genannt ist.
- Daten: Namen, E-Mail-Adressen, Mobilnummern, Postanschriften, Sprachen, von Ihnen angegebene Einwilligungen; wo Sie sie angeben, Geburtsdaten und Nationalregisternummern; der Inhalt Ihrer Sendungen.
- Dauer: solange Ihr Konto und seine Zustellungen laufen, und bis die Löschfristen der Datenschutzerklärung verstrichen sind.

Für die Identifizierung dessen, der abholt, für den Nachweis und für das Protokoll des Dienstes ist der Anbieter selbst Verantwortlicher: Das Gesetz erlegt ihm diese Pflichten auf. Sie betrifft dieser Vertrag nicht.

## 2. Nur auf Ihre Weisung

Der Anbieter verarbeitet diese Daten nur auf Ihre dokumentierte Weisung. Ihre Weisungen sind dieser Vertrag, die Bedingungen und was Sie bei jeder Sendung und in den Einstellungen wählen. Verpflichtet ihn das Recht der Europäischen Union oder Belgiens zu anderem, sagt er es Ihnen vorher, sofern dieses Recht es nicht verbietet. Hält er eine Weisung für rechtswidrig, sagt er es Ihnen sofort. Daten verlassen den Europäischen Wirtschaftsraum nur auf Ihre dokumentierte Weisung und wie es Kapitel V der DSGVO erlaubt.

## 3. Vertraulichkeit

Wer zu diesen Daten Zugang hat, ist zur Vertraulichkeit verpflichtet. Mitarbeiter sehen personenbezogene Daten nur für die jeweilige Aufgabe, und jede Einsicht wird protokolliert. Der Inhalt der Sendungen ist verschlüsselt; Mitarbeiter können ihn nicht öffnen.

## 4. Sicherheit

Der Anbieter trifft die Maßnahmen des Artikels 32 der DSGVO. Dazu gehören Verschlüsselung bei der Speicherung und unterwegs, Schlüssel je Sendung, getrennte Rechte für jeden Teil des Dienstes, Anmeldung mit mehr als einem Passwort, Protokolle jeder Nutzung, Sicherungen und Prüfungen von all dem. Die Betriebserklärung beschreibt sie.

## 5. Weitere Auftragsverarbeiter

Sie erlauben dem Anbieter, weitere Auftragsverarbeiter für E-Mail, SMS, Druck und Aufgabe, Hosting und Zeitstempel einzusetzen. Die Liste sagt, wer sie sind, wo und wofür. Sie werden mindestens 30 Tage vorher unterrichtet, wenn einer hinzukommt oder ersetzt wird, und können widersprechen. Findet sich keine Lösung, können Sie Ihr Konto kostenlos schließen. Jeder ist an dieselben Pflichten gebunden wie hier, und der Anbieter steht für sie ein wie für sich selbst.

## 6. Hilfe für Sie

- Rechte der Personen: Ein Antrag, der Ihre Daten betrifft, wird Ihnen weitergegeben, und Sie entscheiden. Der Anbieter hilft Ihnen, ihn zu erfüllen, soweit Nachweis und laufende Zustellungen es zulassen.
- Verletzungen: Sie werden unverzüglich unterrichtet, spätestens 24 Stunden nachdem der Anbieter davon weiß, mit dem, was Sie brauchen, um Behörde und Personen zu unterrichten.
- Folgenabschätzungen und Anfragen an die Behörde: Sie erhalten die nötigen Informationen.

## 7. Rückgabe und Löschung

Sie können Ihre Sendungen, Nachweise, Kontakte und Protokolle jederzeit herunterladen, auch bevor Ihr Konto geschlossen wird. Nach der Schließung werden die Daten innerhalb von 45 Tagen gelöscht, Sicherungen innerhalb von 30 Tagen danach. Was der Anbieter von Gesetzes wegen länger aufbewahren muss, etwa Nachweise und Protokoll, wird nur dafür aufbewahrt und am Ende der Frist gelöscht.

## 8. Beleg und Prüfung

Der Anbieter gibt Ihnen alle Informationen, die zeigen, dass er diesen Vertrag einhält, etwa Berichte seiner Konformitätsprüfungen. Sie können einmal im Jahr, und nach einer Verletzung, eine Prüfung durch einen unabhängigen, zur Vertraulichkeit verpflichteten Prüfer vornehmen lassen, 30 Tage vorher angekündigt. Jede Seite trägt ihre eigenen Kosten.

## 9. Ihre eigenen Pflichten

Sie haben eine Rechtsgrundlage für die Daten, die Sie anvertrauen, unterrichten die Betroffenen und geben nicht mehr an, als die Zustellung braucht. Eine Nationalregisternummer geben Sie nur an, wenn Sie zu ihrer Nutzung ermächtigt sind.

## 10. Dauer und Änderungen

Dieser Vertrag beginnt, wenn ein Administrator ihn für das Unternehmen annimmt, und endet, wenn die letzten Daten gelöscht sind. Eine neue Fassung wird mindestens 30 Tage vor ihrem Inkrafttreten veröffentlicht, und ein Administrator wird gebeten, sie anzunehmen. Es gilt die Haftung der Bedingungen. Es gilt belgisches Recht.
`;
