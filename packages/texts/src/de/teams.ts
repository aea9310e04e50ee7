// Deutsche Wörter über die Abteilungen eines Unternehmens.

import type { teams as En } from "../en/teams.ts";

export const teams: typeof En = {
  title: "Abteilungen",
  lead: "Eine Abteilung ist ein Teil des Unternehmens, der unter eigenem Namen verschickt und seine Sendungen für sich behalten kann.",
  caption: "Abteilungen dieses Kontos",
  name: "Name",
  nameHint: "Nur innerhalb des Kontos zu sehen.",
  senderName: "Name als Absender",
  senderNameHint:
    "Steht neben dem Namen des Unternehmens in Benachrichtigungen, auf den Seiten des Empfängers und in Nachweisen. Lassen Sie ihn leer, um nur das Unternehmen zu zeigen.",
  visibility: "Wer ihre Sendungen sieht",
  visibilities: { account: "jedes Mitglied des Kontos", team: "die Abteilung und Administratoren" },
  members: "Mitglieder",
  memberCount: (count) => (count === 1 ? "1 Mitglied" : `${count} Mitglieder`),
  act: "Handlung",
  manage: "Verwalten",
  manageOne: (name) => `Die Abteilung ${name} verwalten`,
  yours: "Sie gehören dazu",
  emptyTitle: "Keine Abteilungen",
  emptyText: "Alle in diesem Konto sehen jede Sendung.",
  make: "Eine Abteilung anlegen",
  makeTitle: "Eine Abteilung anlegen",
  save: "Speichern",
  add: "Zur Abteilung hinzufügen",
  addHint: "E-Mail-Adresse eines Mitglieds dieses Kontos.",
  addUnknown: "Kein Mitglied dieses Kontos hat diese Adresse.",
  takeOut: "Herausnehmen",
  takeOutOne: (name) => `${name} aus der Abteilung nehmen`,
  noMembers: "Zu dieser Abteilung gehört noch niemand.",
  moreMembers: "Zu dieser Abteilung gehören mehr Mitglieder, als hier stehen.",
  endTitle: "Die Abteilung auflösen",
  endText:
    "Es kann nichts mehr für sie verschickt werden. Ihre Sendungen behalten ihren Absendernamen. Was nur die Abteilung sah, sehen dann nur noch Administratoren; was alle sahen, bleibt so.",
  end: "Diese Abteilung auflösen",
  done: {
    made: "Die Abteilung wurde angelegt.",
    saved: "Die Abteilung wurde geändert.",
    ended: "Die Abteilung wurde aufgelöst.",
    added: "Das Mitglied gehört zur Abteilung.",
    out: "Das Mitglied gehört nicht mehr zur Abteilung.",
  },
  compose: {
    label: "Verschickt für",
    hint: "Der Name der Abteilung steht neben dem des Unternehmens. Die Abteilung bestimmt, wer die Sendung sieht.",
    none: "keine Abteilung",
  },
};
