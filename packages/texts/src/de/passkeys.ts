// Die Worte für Passkeys, auf Deutsch.

import type { passkeys as En } from "../en/passkeys.ts";

export const passkeys: typeof En = {
  signIn: {
    title: "Passkey",
    lead: "Mit Ihrem Fingerabdruck, Ihrem Gesicht oder der PIN Ihres Geräts. Sie tippen weder Adresse noch Passwort ein.",
    button: "Mit einem Passkey anmelden",
    password: "E-Mail-Adresse und Passwort",
    refusedTitle: "Der Passkey wurde nicht angenommen",
    refused:
      "Dieser Passkey öffnet hier kein Konto, oder es hat zu lange gedauert. Versuchen Sie es erneut, oder melden Sie sich anders an.",
    noAccount: "Dieser Passkey gehört Ihnen, aber Sie sind in keinem Konto mehr Mitglied.",
    otherWays: "Anders anmelden",
  },
  confirm: {
    button: "Mit einem Passkey bestätigen",
    otherWays: "Anders bestätigen",
    refused: "Der Passkey wurde nicht angenommen. Versuchen Sie es erneut, oder bestätigen Sie anders.",
  },
  withoutScript:
    "Passkeys brauchen JavaScript. Schalten Sie es ein und laden Sie diese Seite neu, oder wählen Sie einen anderen Weg.",
  island: {
    asking: "Einen Augenblick.",
    waiting: "Folgen Sie dem, was Ihr Browser zeigt.",
    sending: "Ihr Gerät hat geantwortet. Wir prüfen die Antwort.",
    unsupported:
      "Dieser Browser kennt keine Passkeys. Wählen Sie einen anderen Weg oder einen neueren Browser.",
    cancelled:
      "Es wurde nichts gesendet. Sie haben abgebrochen, es hat zu lange gedauert, oder dieses Gerät hat keinen Passkey für diese Seite.",
    notMade:
      "Es wurde kein Passkey erstellt. Sie haben abgebrochen, oder es hat zu lange gedauert. Sie können es erneut versuchen.",
    known: "Dieses Gerät hat bereits einen Passkey für Ihr Konto.",
    unfit:
      "Dieses Gerät kann keinen Passkey erstellen, auf den wir uns verlassen können. Dazu braucht es einen Fingerabdruck, ein Gesicht oder eine PIN. Richten Sie das ein, oder nehmen Sie ein anderes Gerät.",
    wrongAddress:
      "Diese Seite wurde unter einer Adresse geöffnet, für die Passkeys nicht antworten können. Öffnen Sie sie unter der üblichen Adresse dieser Seite.",
    tooMany: "Es waren zu viele Versuche. Warten Sie einige Minuten.",
    ended: "Diese Seite war zu lange offen. Laden Sie sie neu, und versuchen Sie es dann noch einmal.",
    failed: "Das hat nicht geklappt. Bitte versuchen Sie es erneut.",
  },
  page: {
    title: "Passkeys",
    lead: "Mit einem Passkey melden Sie sich mit Ihrem Fingerabdruck, Ihrem Gesicht oder der PIN Ihres Geräts an. Niemand kann ihn erraten oder Ihnen entlocken.",
    summary: (count) => (count === 1 ? "Sie haben 1 Passkey." : `Sie haben ${count} Passkeys.`),
    manage: "Passkeys verwalten",
    add: "Passkey hinzufügen",
    emptyTitle: "Sie haben noch keinen Passkey",
    emptyText: "Damit melden Sie sich schneller an, und niemand sonst kann es in Ihrem Namen tun.",
    name: "Name",
    made: "Erstellt",
    lastUse: "Zuletzt benutzt",
    never: "noch nicht benutzt",
    acts: "Umbenennen oder entfernen",
    rename: "Umbenennen",
    renameOne: (name) => `${name} umbenennen`,
    remove: "Entfernen",
    removeOne: (name) => `${name} entfernen`,
    backedUp: "Auch beim Hersteller Ihres Geräts oder in Ihrem Passwortmanager gesichert",
    oneDevice: "Nur auf einem Gerät",
    suspected: "Gesperrt",
    suspectedText:
      "Von einem gesperrten Passkey ist vielleicht eine Kopie im Umlauf. Deshalb öffnet er nichts mehr. Fügen Sie einen neuen hinzu, und entfernen Sie dann den gesperrten.",
    spare:
      "Dieser Passkey liegt nur auf einem Gerät. Fügen Sie auf einem zweiten Gerät noch einen hinzu, falls Sie dieses verlieren.",
  },
  done: {
    added: "Der Passkey ist hinzugefügt. Sie können sich ab jetzt damit anmelden.",
    renamed: "Der Passkey hat seinen neuen Namen.",
    removed: "Der Passkey ist entfernt. Er öffnet hier nichts mehr.",
  },
  adding: {
    title: "Passkey hinzufügen",
    lead: "Ihr Browser fragt, wo er liegen soll: auf diesem Gerät, auf Ihrem Telefon oder auf einem Sicherheitsschlüssel.",
    hint: "Damit Sie später wissen, auf welchem Gerät er liegt.",
    button: "Passkey erstellen",
    refused:
      "Der Passkey konnte nicht hinzugefügt werden. Es hat zu lange gedauert, oder wir kennen ihn schon. Versuchen Sie es erneut.",
    tooMany: "Sie haben so viele Passkeys, wie ein Konto haben kann. Entfernen Sie zuerst einen.",
  },
  renaming: {
    title: "Passkey umbenennen",
    button: "Namen speichern",
  },
  removing: {
    title: "Diesen Passkey entfernen?",
    text: (name) => `„${name}“ öffnet hier dann nichts mehr. Wir teilen es Ihnen per E-Mail mit.`,
    alsoOnDevice:
      "Ihr Gerät kann ihn weiter anbieten. Löschen Sie ihn auch dort, in den Einstellungen Ihrer Passwörter.",
    sessions: "Wo Sie jetzt angemeldet sind, bleiben Sie angemeldet.",
    sessionsLink: "Sehen, wo Sie angemeldet sind",
    button: "Entfernen",
    keep: "Behalten",
    last: "Das ist Ihr einziger Weg, sich anzumelden, deshalb kann er nicht entfernt werden. Fügen Sie zuerst einen anderen Passkey hinzu, oder wählen Sie ein Passwort.",
  },
};
