// Words of the pages about an account itself in German: its API keys.

import type { company as En } from "../en/company.ts";

export const company: typeof En = {
  apiKeys: {
    menu: "API-Schlüssel",
    title: "API-Schlüssel",
    lead: "Mit diesen Schlüsseln senden und verfolgen Ihre eigenen Systeme Einschreiben. Für jeden steht ein Mitglied ein: Was ein Schlüssel sendet, geht im Namen dieses Mitglieds hinaus.",
    caption: "API-Schlüssel dieses Kontos, die neuesten zuerst",
    key: "Schlüssel",
    answerable: "Steht dafür ein",
    lastUse: "Zuletzt benutzt",
    never: "nie",
    state: "Zustand",
    act: "Handlung",
    states: { in_force: "gültig", suspended: "ausgesetzt", replaced: "ersetzt", revoked: "widerrufen" },
    why: {
      suspended_left: "Dieses Mitglied hat das Konto verlassen.",
      suspended_not_identified: "Dieses Mitglied ist nicht identifiziert.",
      suspended_too_old: "Dieses Mitglied muss sich erneut identifizieren.",
    },
    takeOver: "Übernehmen",
    takeOverOne: (name) => `Den Schlüssel ${name} übernehmen`,
    takeOverEffect:
      "Wer einen ausgesetzten Schlüssel übernimmt, steht von da an für ihn ein. Er dient sofort wieder. Die anderen Administratoren und das Mitglied, das bisher für ihn einstand, bekommen eine E-Mail.",
    askAdmin:
      "Ein ausgesetzter Schlüssel dient wieder, sobald sich sein Mitglied erneut identifiziert oder ein identifizierter Administrator ihn übernimmt.",
    taken: "Der Schlüssel gehört jetzt Ihnen und dient wieder.",
    scopes: "Darf",
    scope: {
      "messages:send": "Einschreiben senden",
      "messages:read": "Sendungen auflisten und verfolgen",
      "evidence:read": "Belege und Nachweise abrufen",
    },
    scopeHints: {
      "messages:send":
        "Jede Sendung kostet Guthaben und geht im Namen dessen hinaus, der für den Schlüssel einsteht.",
      "messages:read": "Mit Betreff, Empfängern und Stand. Nötig, um zu wissen, wie weit eine Sendung ist.",
      "evidence:read": "Nachweise als PDF, Belege als XML und Bündel von beidem.",
    },
    servesUntil: (time) => `Ein neuerer Schlüssel ist an seine Stelle getreten. Dieser gilt bis ${time}.`,
    made: "Angelegt",
    open: (name) => `Den Schlüssel ${name} ansehen`,
    back: "Zurück zu den Schlüsseln",
    newKey: "Schlüssel anlegen",
    newTitle: "Einen API-Schlüssel anlegen",
    newLead:
      "Sie stehen für das ein, was der Schlüssel tut. Geben Sie einen Schlüssel nur einem Programm, und erlauben Sie nicht mehr, als dieses Programm braucht: Ein Schlüssel, der bekannt wird, lässt sich dann ohne Schaden für andere beenden.",
    name: "Name",
    nameHint: "Woran Sie und Ihre Kollegen den Schlüssel erkennen, etwa das Programm, das ihn nutzt.",
    makeButton: "Schlüssel anlegen",
    secretTitle: "Ihr Schlüssel",
    secretLead:
      "Kopieren Sie ihn jetzt, und bewahren Sie ihn dort auf, wo Sie Passwörter aufbewahren. Wir haben nur einen Fingerabdruck und können ihn nicht noch einmal zeigen.",
    secret: "API-Schlüssel",
    secretHint:
      "Setzen Sie den Cursor in das Feld, wählen Sie alles aus, und kopieren Sie. Alle Administratoren erhalten eine E-Mail.",
    secretDone: "Ich habe ihn aufbewahrt",
    rotateTitle: "Erneuern",
    rotateLead:
      "Sie erhalten einen neuen Schlüssel desselben Namens, der dasselbe darf, und Sie stehen für ihn ein. Der alte endet sofort oder gilt daneben, während Sie Ihre Programme umstellen.",
    rotateHours: "Der alte Schlüssel",
    hours: { 0: "endet sofort", 1: "gilt noch eine Stunde", 24: "gilt noch 24 Stunden" },
    rotateButton: "Neuen Schlüssel anlegen",
    revokeTitle: "Widerrufen",
    revokeLead:
      "Von diesem Augenblick an wird nichts mehr von dem Schlüssel angenommen. Was er gesendet hat, läuft zu Ende. Ein widerrufener Schlüssel kann nicht wieder in Gebrauch genommen werden.",
    revokeButton: "Schlüssel sofort widerrufen",
    revoked: "Der Schlüssel ist widerrufen. Von ihm wird nichts mehr angenommen.",
    ended: "Dieser Schlüssel ist beendet. Er bleibt in der Liste, damit das Protokoll verständlich bleibt.",
    adminsOnly: "Schlüssel werden von Administratoren angelegt und beendet.",
    emptyTitle: "Keine API-Schlüssel",
    emptyText: "Dieses Konto hat keinen Schlüssel, mit dem ein eigenes System senden könnte.",
  },
};
