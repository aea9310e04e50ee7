// Version 1 of the consent to electronic registered mail in German. Its bytes are pinned: a change is a new version.

export const electronicDelivery1 = `# Einwilligung in elektronische Einschreiben, Version 1

Dem stimmen Sie zu, wenn Sie elektronische Einschreiben annehmen. Das ist kostenlos und von den Nutzungsbedingungen getrennt: Sie können auch ohne diese Einwilligung ein Konto haben.

## 1. Wozu Sie einwilligen

Ich bin damit einverstanden, Einschreiben elektronisch über diesen Dienst an der E-Mail-Adresse meines Kontos zu erhalten. Das gilt für jeden Absender, der diesen Dienst nutzt, bis ich die Einwilligung widerrufe.

## 2. Was daraus folgt

- Ein Absender, der genau Ihre E-Mail-Adresse angibt, kann sehen, dass Sie hier registriert sind, mit Ihrem Namen und Ihren Vornamen.
- Sie erhalten eine Benachrichtigung per E-Mail, und per SMS, wenn der Absender eine Nummer angegeben hat. Sie sagt, bis wann Sie die Sendung abholen können.
- Eine Sendung zu verweigern oder nicht abzuholen kann rechtlich dieselbe Wirkung haben wie ihr Empfang. Öffnen Sie Ihr Postfach daher regelmäßig, und ändern Sie hier Ihre Adresse, wenn sie sich ändert.
- Für manche Handlungen verlangt das Gesetz diese Einwilligung, bevor eine elektronische Sendung einen eingeschriebenen Brief ersetzen darf.

## 3. Was nicht daraus folgt

- Sie zahlen nichts, um Sendungen zu empfangen.
- Sie dürfen eine Sendung weiterhin verweigern, und Sie erfahren vor der Wahl, was daraus folgt.
- Ohne diese Einwilligung kann ein Absender Ihnen weiterhin eine Benachrichtigung senden oder einen Brief auf Papier aufgeben lassen. Der Nachweis sagt dann, dass hier keine Einwilligung erteilt wurde.

## 4. Widerruf

Sie können diese Einwilligung jederzeit auf der Seite mit Ihren Daten widerrufen, so einfach, wie Sie sie erteilt haben. Sie gilt dann für keine Sendung, die danach zur Zustellung angenommen wird. Was vorher zugestellt wurde, bleibt gültig, und eine laufende Zustellung geht zu Ende.

## 5. Was wir aufbewahren

Wir bewahren auf, wann, in welcher Sprache und in welchem genauen Wortlaut Sie diese Einwilligung erteilt haben und wann Sie sie widerrufen haben. Fünf Jahre nach dem Widerruf wird dieser Nachweis gelöscht.
`;
