// Wörter der Abholseite (Deutsch).

import type { collect as En } from "../en/collect.ts";

export const collect: typeof En = {
  from: "Von",
  for: "Für",
  hiddenSender: {
    name: "Ein Absender, dessen Namen Sie nach der Annahme sehen",
    line: "Der Absender hat es so gewählt. Die Nachweise nennen ihn in jedem Fall.",
    ask: "den Absender",
  },
  identifiedBy: {
    itsme: "ausgewiesen mit itsme",
    eid: "ausgewiesen mit Personalausweis",
    other: "ausgewiesen",
  },
  notYetAccepting: "Weitergehen heißt noch nicht annehmen. Sie wählen auf der nächsten Seite.",
  backToNotice: "Zurück zur Benachrichtigung",
  typeCheckCode: "Einen Prüfcode eingeben",
  home: {
    title: "Ein Einschreiben abholen",
    lead: "Geben Sie den Prüfcode Ihrer Benachrichtigung ein. Er steht in der E-Mail und in der SMS und ist in beiden derselbe.",
    label: "Prüfcode",
    hint: "12 Buchstaben und Ziffern, etwa K7QM-4RTX-92VB. Großschreibung, Leerzeichen und Striche spielen keine Rolle.",
    button: "Weiter",
    safety: "Wir fragen nie nach einem Passwort, einer PIN oder einer Bankkartennummer.",
  },
  unknownLink: {
    title: "Dieser Link öffnet nichts",
    happened:
      "Der Link ist nicht vollständig, eine neuere Benachrichtigung hat ihn ersetzt, weil der Absender Ihre Adresse berichtigt hat, oder die Zeit, in der wir das Einschreiben und seinen Nachweis aufbewahren, ist vorbei.",
    next: "Öffnen Sie den Link in der letzten E-Mail von uns, oder geben Sie den Prüfcode ein, der darin steht.",
  },
  closedDoor: {
    title: "Bitte öffnen Sie Ihre Benachrichtigung noch einmal",
    happened:
      "In diesem Browser ist keine Benachrichtigung offen. Zu Ihrer Sicherheit schließen wir sie nach einigen Stunden, und wir brauchen Cookies dafür.",
    next: "Öffnen Sie den Link in der E-Mail noch einmal, oder geben Sie den Prüfcode ein, der darin steht.",
  },
  sessionEnded:
    "Eine Stunde ist vergangen, der Zugang ist deshalb geschlossen. Beginnen Sie unten noch einmal, um weiterzugehen. Es hat sich nichts geändert.",
  notice: {
    title: "Ein Einschreiben für Sie",
    titleOrganisation: "Ein Einschreiben für Ihre Organisation",
    whatIs:
      "Dieses Einschreiben ist die elektronische Form eines Einschreibebriefs. Wer es sendet, erhält einen Nachweis darüber, was Ihnen angeboten wurde und wie Sie gewählt haben.",
    until: (until) => `Sie müssen es nicht annehmen. Sie können es abholen ${until}.`,
    untilNotSet: (days) =>
      `Sie müssen es nicht annehmen. Sie haben ab heute ${days} volle Tage, heute nicht mitgezählt.`,
    afterWindow:
      "Der letzte Tag ist vorbei, aber der Brief ist noch nicht gedruckt. Sie können das Einschreiben hier noch abholen. Ablehnen ist nicht mehr möglich.",
    follows: "Was daraus folgt",
    ifAccept: "Wenn Sie annehmen",
    ifRefuse: "Wenn Sie ablehnen",
    ifNothing: "Wenn Sie nichts tun",
    accepting:
      "Sie lesen das Einschreiben sofort und können es behalten. Der Absender erhält einen Nachweis, dass Sie es abgeholt haben, mit Tag und Uhrzeit.",
    refusing:
      "Sie bekommen den Inhalt nicht zu sehen. Der Absender erhält einen Nachweis, dass Sie abgelehnt haben. Rechtlich kann Ablehnen dieselbe Wirkung haben wie Empfangen.",
    nothing: (day) =>
      `Nach ${day} kann das Einschreiben nicht mehr abgeholt werden. Der Absender erhält einen Nachweis, dass es Ihnen angeboten wurde. Auch das kann rechtliche Folgen haben.`,
    nothingLetter: (day, postedBy) =>
      `Nach ${day} wird das Einschreiben gedruckt und kommt mit der Post, als Einschreibebrief. Es wird spätestens am ${postedBy} zur Post gegeben.`,
    nothingUnaddressed:
      "Das Einschreiben kommt dann mit der Post, als Einschreibebrief, sofern der Absender noch eine brauchbare Postanschrift angibt. Sonst endet es, und der Absender erhält einen Nachweis, dass es Ihnen angeboten wurde. Auch das kann rechtliche Folgen haben.",
    nothingLetterNotSet: "Das Einschreiben wird dann gedruckt und kommt mit der Post, als Einschreibebrief.",
    nothingLetterSoon: (postedBy) =>
      `Das Einschreiben wird bald gedruckt und kommt mit der Post, als Einschreibebrief. Es wird spätestens am ${postedBy} zur Post gegeben.`,
    lastDay: "dem letzten Tag",
    twoCodes: (email, mobile) =>
      `Wir senden Ihnen zwei Codes: einen per E-Mail an ${email}, einen per SMS an ${mobile}.`,
    send: "Zwei Codes anfordern",
    notForMe: "Das ist nicht für mich",
    genuine: "Ist das echt?",
  },
  codes: {
    title: "Geben Sie die zwei Codes ein",
    sent: "Die zwei Codes sind unterwegs. Sie sind zehn Minuten gültig.",
    email: (masked) => `Code aus der E-Mail an ${masked}`,
    sms: (masked) => `Code aus der SMS an ${masked}`,
    button: "Weiter",
    resend: "Neue Codes senden",
    resendIn: "Neue Codes in {time}",
    nothingArrived: "Ist nichts angekommen?",
    help: "Sehen Sie im Ordner für unerwünschte E-Mails nach. Eine SMS kann eine Minute dauern. Neue Codes ersetzen die früheren.",
    wrongHelp:
      "Jedes Paar gilt zehn Minuten, für fünf Versuche und einmal. Fordern Sie im Zweifel neue Codes an.",
    tooMany: (duration) =>
      `Mehr als fünf Paare von Codes in einer Stunde gibt es nicht. Neue können Sie anfordern in ${duration}.`,
  },
  decide: {
    title: "Annehmen oder ablehnen",
    lead: "Sie haben beide Codes eingegeben. Wählen Sie jetzt, was mit diesem Einschreiben geschieht.",
    accept: "Annehmen",
    acceptButton: "Annehmen und lesen",
    refuse: "Ablehnen",
    refuseButton: "Das Einschreiben ablehnen",
    later: "Nicht jetzt",
    laterText: (until) =>
      `Sie können diese Seite auch schließen und später wählen, ${until}. Dann fordern Sie zwei neue Codes an.`,
    worth: "Was der Nachweis sagen wird",
    possession:
      "Der Nachweis sagt, dass jemand mit Zugang zu diesem Postfach und diesem Telefon gewählt hat. Eine Identität stellt er nicht fest.",
    changed:
      "Diese Seite hat sich geändert, seit Sie sie geöffnet haben. Lesen Sie sie bitte noch einmal und wählen Sie dann.",
    refusingClosed: "Der letzte Tag ist vorbei. Ablehnen ist nicht mehr möglich, annehmen schon.",
  },
  wait: {
    title: "Einen Augenblick",
    happened: (time) =>
      `Sie haben angenommen am ${time}. Das zählt, wie lange der nächste Schritt auch dauert.`,
    next: "Eine unabhängige Stelle setzt jetzt einen Zeitstempel darauf. Dann öffnet sich das Einschreiben von selbst, meist in einer Sekunde.",
    reload: "Wenn diese Seite stehen bleibt, laden Sie sie neu.",
    reloadButton: "Neu laden",
  },
  damaged: {
    title: "Wir können das Einschreiben jetzt nicht öffnen",
    happened:
      "Bevor Sie annehmen, prüfen wir, ob wir jeden Teil übergeben können. Ein Teil lässt sich nicht öffnen. Es hat sich nichts geändert: Sie haben nichts angenommen.",
    next: "Das ist unser Fehler, und wir wissen davon. Versuchen Sie es später noch einmal. Sie können auch ablehnen oder warten.",
  },
  failed: {
    title: "Das Einschreiben kann nicht übergeben werden",
    happened: (time) =>
      `Sie haben angenommen am ${time}. Danach zeigte sich, dass ein Teil bei uns verloren ist.`,
    next: (sender) =>
      `Der Nachweis sagt das, und dass die Ursache bei uns liegt. Bitten Sie ${sender}, das Einschreiben noch einmal zu senden.`,
  },
  message: {
    title: "Ihr Einschreiben",
    collected: (time) => `Sie haben dieses Einschreiben abgeholt am ${time}.`,
    files: "Dateien",
    filesLead: "Genau diese Bytes wurden gesendet, und der Nachweis nennt sie.",
    messageText: "der Text oben",
    fingerprint: "Fingerabdruck (SHA-256)",
    download: "Herunterladen",
    downloadAll: "Alles als eine ZIP-Datei herunterladen",
    keptTitle: "Behalten Sie, was Sie brauchen",
    kept: (until) =>
      `Sie können dieses Einschreiben hier öffnen ${until}, jedes Mal mit zwei Codes. Laden Sie es herunter, wenn Sie es länger behalten wollen.`,
    proofTitle: "Ihre Kopie des Nachweises",
    proof: (email) => `Wir senden Ihnen den Abholnachweis per E-Mail an ${email}, sobald er versiegelt ist.`,
    proofAgain: "Noch einmal senden",
    proofAsked: "Die Kopie ist unterwegs in Ihr Postfach.",
    leave: "Dieses Einschreiben schließen",
    left: "Sie haben das Einschreiben geschlossen. Um es wieder zu öffnen, beginnen Sie unten noch einmal.",
    zipName: "einschreiben",
  },
  collectedBefore: {
    title: "Dieses Einschreiben wurde abgeholt",
    happened: (time) => `Es wurde angenommen am ${time}. Der Absender weiß es.`,
    next: (until) => `Wenn Sie das waren, können Sie es wieder öffnen ${until}, mit zwei neuen Codes.`,
    over: (until) =>
      `Es konnte ${until} wieder geöffnet werden. Der Inhalt ist gelöscht. Die Kopie des Nachweises in Ihrem Postfach bleibt gültig.`,
    notYou:
      "Waren Sie es nicht? Dann war es jemand mit Zugang zu Ihrem Postfach und Ihrem Telefon. Sagen Sie es sofort dem Absender.",
  },
  closed: {
    refused: (time) => ({
      title: "Dieses Einschreiben wurde abgelehnt",
      happened: `Es wurde abgelehnt am ${time}. Der Absender hat den Nachweis erhalten. Es lässt sich nicht mehr öffnen.`,
      next: "Möchten Sie doch wissen, was darin stand? Fragen Sie den Absender. Es folgt kein Brief.",
    }),
    expired: (lastDay) => ({
      title: "Dieses Einschreiben kann nicht mehr abgeholt werden",
      happened: `Der letzte Tag war ${lastDay}. Der Absender hat einen Nachweis, dass es Ihnen angeboten und nicht abgeholt wurde.`,
      next: "Fragen Sie den Absender, was darin stand, oder bitten Sie ihn, es noch einmal zu senden. Vielleicht läuft eine Frist: Warten Sie nicht.",
    }),
    notPosted: (lastDay) => ({
      title: "Es kommt kein Brief",
      happened: `Der letzte Tag, um dieses Einschreiben abzuholen, war ${lastDay}. Danach sollte es mit der Post kommen, wurde aber nicht zur Post gegeben. Hier lässt es sich nicht mehr öffnen.`,
      next: "Fragen Sie den Absender, was darin stand, oder bitten Sie ihn, es noch einmal zu senden. Vielleicht läuft eine Frist: Warten Sie nicht.",
    }),
    unreachable: (time) => ({
      title: "Diese Zustellung ist beendet",
      happened: `Keine Benachrichtigung konnte rechtzeitig zugestellt werden; deshalb endete sie am ${time}. Der Absender weiß es.`,
      next: "Bitten Sie den Absender, es noch einmal zu senden, an eine Adresse, die funktioniert.",
    }),
    letter: (postedBy) => ({
      title: "Der Brief ist unterwegs",
      happened: `Das Einschreiben wurde nicht rechtzeitig abgeholt. Es wird gedruckt und spätestens am ${postedBy} als Einschreibebrief zur Post gegeben. Hier lässt es sich nicht mehr öffnen.`,
      next: "Sie müssen jetzt nichts tun. Der Brief enthält das ganze Einschreiben mit seinen Anlagen. Nehmen Sie ihn vom Postboten an, oder holen Sie ihn mit Ihrem Personalausweis im Postamt ab.",
    }),
    posted: (operator, time) => ({
      title: "Der Brief ist unterwegs",
      happened: `Das Einschreiben wurde nicht rechtzeitig abgeholt. Es wurde am ${time} als Einschreibebrief zur Post gegeben. Hier lässt es sich nicht mehr öffnen.`,
      next: `Nehmen Sie den Brief vom Postboten an, oder holen Sie ihn mit Ihrem Personalausweis im Postamt ab. Fragen Sie ${operator}, wo er ist.`,
    }),
    delivered: (operator) => ({
      title: "Der Brief ist angekommen",
      happened: `Das Einschreiben wurde nicht rechtzeitig abgeholt und kam mit der Post, als Einschreibebrief. ${operator} erklärt, dass er zugestellt wurde.`,
      next: `Haben Sie ihn nicht erhalten? Fragen Sie ${operator}, oder fragen Sie den Absender, was darin stand.`,
    }),
    returned: (operator) => ({
      title: "Der Brief ging zurück",
      happened: `Das Einschreiben wurde nicht rechtzeitig abgeholt und ging mit der Post, als Einschreibebrief. ${operator} erklärt, dass er zurückging.`,
      next: "Fragen Sie den Absender, was darin stand, oder bitten Sie ihn, es erneut zu senden. Eine Frist kann laufen: Warten Sie nicht.",
    }),
    unheard: (operator, time) => ({
      title: "Der Brief wurde zur Post gegeben",
      happened: `Das Einschreiben wurde nicht rechtzeitig abgeholt. Es wurde am ${time} als Einschreibebrief zur Post gegeben. ${operator} hat nicht erklärt, was daraus geworden ist.`,
      next: `Haben Sie ihn nicht erhalten? Fragen Sie ${operator}, wo er ist, oder fragen Sie den Absender, was darin stand. Vielleicht läuft eine Frist: Warten Sie nicht.`,
    }),
    post: "die Post",
    item: "Nummer des Briefs",
    waits: () => ({
      title: "Eine Minute bitte",
      happened:
        "Der letzte Tag ist gerade vorbei. Wir verbuchen das jetzt; bis dahin kann nichts gewählt werden.",
      next: "Öffnen Sie diese Seite in einer Minute noch einmal. Solange der Brief nicht gedruckt ist, können Sie noch annehmen.",
    }),
    again: "Noch einmal versuchen",
  },
  notForMe: {
    title: "Das ist nicht für mich",
    lead: (addressee) =>
      `Diese Benachrichtigung ist für ${addressee} bestimmt. Wenn Sie das nicht sind, sagen Sie es uns.`,
    effects: [
      "Wir sagen dem Absender, dass jemand mit diesem Link das mitteilt.",
      "Diese Adresse erhält keine Erinnerungen mehr.",
      "Das Einschreiben bleibt geschlossen, und der Empfänger kann es bis zum letzten Tag abholen.",
    ],
    notRefusing: "Damit wird nichts angenommen und nichts abgelehnt.",
    confirm: "Das ist nicht für mich: dem Absender sagen",
    doneTitle: "Wir haben es dem Absender gesagt",
    done: "Danke. Sie erhalten keine Erinnerungen an dieses Einschreiben mehr. Sie müssen nichts weiter tun und können die E-Mail löschen.",
  },
  genuine: {
    title: "Ist das echt?",
    lead: "Seien Sie vorsichtig mit Links in E-Mails. Sie können diese Benachrichtigung prüfen, ohne dem Link zu vertrauen.",
    steps: (address) => [
      `Geben Sie die Adresse selbst ein: ${address}`,
      "Geben Sie dort den Prüfcode ein. Er steht in der E-Mail und in der SMS und muss in beiden derselbe sein.",
      "Sie sehen dann denselben Absender und denselben letzten Tag wie in der Benachrichtigung. Wenn nicht, kommt sie nicht von uns.",
    ],
    codeIs: "Sie haben diese Benachrichtigung mit diesem Prüfcode geöffnet:",
    never:
      "Wir fragen nie nach einem Passwort, einer PIN oder einer Bankkartennummer. Die zwei Codes geben Sie nur auf dieser Seite ein: Sagen Sie sie niemandem, auch nicht am Telefon.",
    askSender: (sender) =>
      `Rufen Sie im Zweifel ${sender} unter einer Nummer an, die Sie kennen, nicht unter einer aus der E-Mail.`,
  },
};
