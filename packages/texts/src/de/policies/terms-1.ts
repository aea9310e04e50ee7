// Fassung 1 der Bedingungen auf Deutsch. Ihre Bytes liegen fest: Eine Änderung ist eine neue Fassung.

export const terms1 = `# Nutzungsbedingungen, Fassung 1

Diese Bedingungen gelten zwischen dem Anbieter dieses Dienstes für die Zustellung elektronischer Einschreiben und allen, die ihn nutzen. Die Betriebserklärung sagt, wie der Dienst arbeitet. Die Datenschutzerklärung sagt, was mit personenbezogenen Daten geschieht.

## 1. Was der Dienst tut

Der Dienst nimmt eine Nachricht von einem identifizierten Absender an, teilt dem Empfänger mit, dass sie bereitliegt, übergibt sie nach der Identifizierung und stellt über jeden Schritt einen Beleg aus. Ob eine Sendung ein Einschreiben ersetzt, hängt vom Status ab, den ihr Nachweis nennt. Ohne den Status qualifiziert ersetzt sie kein Einschreiben, das das Gesetz verlangt.

## 2. Für Absender

- Sie senden nur Nachrichten, die Sie rechtmäßig senden dürfen, und Sie dürfen die angegebenen Adressen verwenden. Sie sind Verantwortlicher für die personenbezogenen Daten in Ihren Nachrichten und für die Adressen.
- Sie geben wahrheitsgemäß an, ob und wie der Empfänger zugestimmt hat, unter dieser elektronischen Adresse Einschreiben zu erhalten. Für manche Handlungen verlangt das Gesetz diese Zustimmung.
- Sie prüfen die Adressen. Der Dienst sagt Ihnen, wenn eine Benachrichtigung scheitert, und lässt Sie eine Adresse einmal berichtigen. Er kann nicht wissen, ob eine Adresse dem Empfänger gehört.
- Sie behalten Ihre Anmeldung, Ihre Geräte und Ihre API-Schlüssel für sich. Was damit geschieht, gilt als von Ihnen getan, bis Sie den Verlust melden.
- Sie senden keine Programme, keine schädlichen Dateien und keine Nachrichten an Personen, zu denen kein Kontakt erlaubt ist. Eine Einlieferung gegen diese Bedingungen kann abgelehnt werden; die Ablehnung wird festgehalten.
- Sie zahlen im Voraus, in Guthaben. Ein Guthaben wird mit der ersten feststehenden Benachrichtigung verbraucht und zurückgegeben, wenn der Empfänger unerreichbar ist. Porto wird verbraucht, wenn der Brief aufgegeben ist. Ungenutztes gekauftes Guthaben wird bei Schließung des Kontos auf Antrag erstattet.

## 3. Für Empfänger

- Sie brauchen kein Konto und zahlen nichts. Sie dürfen eine Nachricht annehmen, ablehnen oder nichts tun. Jede Seite sagt, was folgt, bevor Sie wählen.
- Eine Nachricht abzulehnen oder nicht abzuholen kann rechtlich dieselbe Wirkung haben wie ihr Empfang. Das bestimmen das Gesetz und das Gericht, nicht der Dienst.
- Sie handeln für sich selbst oder für die Organisation, die als Empfänger genannt ist und Sie dazu ermächtigt hat.
- Ist eine Benachrichtigung nicht für Sie bestimmt, sagen Sie es mit „Das ist nicht für mich“.

## 4. Belege

Jede Seite kann ihre Nachweise und Belege herunterladen, solange sie aufbewahrt werden. Behalten Sie eine eigene Kopie. Sie ist auf dieser Seite oder ohne uns prüfbar, auch wenn es den Dienst nicht mehr gibt. Ein Nachweis sagt, was er beweist und was nicht. Er beweist nie, dass eine Nachricht gelesen oder verstanden wurde.

## 5. Verfügbarkeit und Haftung

Der Dienst soll jederzeit verfügbar sein und kündigt geplante Unterbrechungen an. Fällt ein Ausfall des Dienstes auf den letzten Tag der Abholfrist, so verlängert sie sich, wie die Betriebserklärung sagt. Der Anbieter haftet für Schäden, die er vorsätzlich oder fahrlässig durch Verletzung seiner Pflichten nach eIDAS (Artikel 13) verursacht, und im Übrigen nach belgischem Recht. Er haftet nicht für das, was Absender schreiben, für falsche Adressen oder für Netze und Geräte anderer. Nichts hier schränkt gesetzliche Rechte von Verbrauchern ein.

## 6. Schließung, Recht, Streitigkeiten

Sie können Ihr Konto jederzeit schließen. Laufende Sendungen gehen zu Ende oder werden zurückgerufen, soweit das noch möglich ist. Es gilt belgisches Recht. Verbraucher können das Gericht ihres Wohnsitzes anrufen; sonst entscheiden die Gerichte am Sitz des Anbieters. Sie können sich immer zuerst bei der Kontaktstelle neben diesem Text beschweren, und bei der Aufsichtsstelle für Vertrauensdienste, dem FÖD Wirtschaft.

## 7. Änderungen und Sprachen

Eine neue Fassung wird hier veröffentlicht und den Kontoinhabern mindestens 30 Tage vor ihrem Inkrafttreten mitgeteilt. Eine Sendung behält die Fassung, unter der sie angenommen wurde. Die vier Sprachen sagen dasselbe; weichen sie ab, gilt der niederländische Text, sofern das Gesetz einem Verbraucher nicht den Text seiner eigenen Sprache gibt.
`;
