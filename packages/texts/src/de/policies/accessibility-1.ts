// Fassung 1 der Erklärung zur Barrierefreiheit auf Deutsch. Ihre Bytes liegen fest: Eine Änderung ist eine neue Fassung.

export const accessibility1 = `# Erklärung zur Barrierefreiheit, Fassung 1

Jeder muss ein Einschreiben senden, abholen und prüfen können. Diese Erklärung gilt für das Portal, die Abholseite, diese Prüfseite sowie die Mails und Nachweise des Dienstes (Richtlinie (EU) 2019/882; EN 301 549; WCAG 2.2 Stufe AA).

## 1. Was wir anstreben

- Jede Seite funktioniert allein mit der Tastatur, mit einem Vorleseprogramm, auf 400 Prozent vergrößert, auf einem schmalen Telefon, hell und dunkel und ohne JavaScript.
- Fehler stehen neben dem Feld und werden über dem Formular zusammengefasst. Zeitgrenzen werden genannt, und was man getippt hat, bleibt erhalten.
- Farbe ist nie das einzige Zeichen. Schaltflächen und Links sind mindestens 44 Pixel hoch.
- Seiten, Mails und Nachweise gibt es auf Niederländisch, Französisch, Deutsch und Englisch, in kurzen Sätzen.

## 2. Wie wir prüfen

Jede Änderung wird von einer Maschine geprüft, auf jeder Seite in jeder Sprache, hell und dunkel, nach den Regeln der WCAG 2.2 A und AA. Die wichtigsten Wege werden mit der Tastatur in einem echten Browser gegangen.

## 3. Was noch fehlt

- Der Dienst wurde von uns und von einer Maschine geprüft. Eine unabhängige Stelle hat ihn noch nicht beurteilt.
- Nachweise sind PDF-Dateien zur Archivierung, für Bildschirmleser ausgezeichnet (PDF/A-3A); Adressen darin sind keine Links. Neben jedem Nachweis wird dasselbe als Webseite angeboten.
- Dateien, die Absender beifügen, gehören ihnen. Wir übergeben sie unverändert und können sie nicht barrierefrei machen.
- Die Identifizierung mit itsme oder Ausweis geschieht teils in Programmen anderer.

## 4. Wenn etwas für Sie nicht funktioniert

Schreiben Sie an die Kontaktstelle neben diesem Text und nennen Sie die Seite und Ihr Hilfsmittel. Sie erhalten binnen zehn Arbeitstagen eine Antwort und bis dahin einen anderen Weg, Ihre Sendung rechtzeitig abzuholen. Stellt die Antwort Sie nicht zufrieden, können Sie sich an den FÖD Wirtschaft wenden und an Unia, Place Victor Horta 40, 1060 Brüssel.
`;
