// Deutsche Wörter über Mitglieder und Einladungen eines Unternehmens.

import type { members as En } from "../en/members.ts";

export const members: typeof En = {
  menu: "Mitglieder",
  company: "Unternehmen",
  teamsMenu: "Abteilungen",
  title: "Mitglieder",
  lead: "Wer in diesem Konto arbeitet. Die andere Seite einer Sendung sieht ein Mitglied nur mit seiner Nummer, nie mit Namen.",
  search: "Nach Name oder E-Mail-Adresse suchen",
  searchNames: "Nach Name suchen",
  caption: "Mitglieder dieses Kontos, wer am längsten dabei ist zuerst",
  name: "Name",
  number: "Nummer",
  role: "Rolle",
  roles: { admin: "Administrator", user: "Nutzer" },
  roleHints: {
    user: "Verschickt und verfolgt Sendungen.",
    admin: "Verwaltet auch Mitglieder, Abteilungen, Einstellungen und API-Schlüssel und sieht jede Sendung.",
  },
  teams: "Abteilungen",
  noTeams: "keine",
  lastActive: "Zuletzt aktiv",
  never: "nie",
  act: "Handlung",
  manage: "Verwalten",
  manageOne: (name) => `${name} verwalten`,
  you: "Sie",
  nobodyFound: "Niemand gefunden",
  nobodyFoundText: "Kein Mitglied hat einen solchen Namen oder eine solche Adresse.",
  unfinished: "Bisher wurde nur ein Teil der Mitglieder durchsucht.",
  further: "Weitersuchen",
  showAll: "Alle anzeigen",
  done: {
    role: "Die Rolle wurde geändert.",
    removed: "Das Mitglied wurde entfernt. Sitzungen sind beendet und API-Schlüssel ausgesetzt.",
    invited: "Die Einladungen sind unterwegs.",
    resent: "Die Einladung ist erneut unterwegs. Der frühere Link öffnet nichts mehr.",
    withdrawn: "Die Einladung wurde zurückgezogen.",
  },
  leave: {
    link: "Dieses Konto verlassen",
    title: "Dieses Konto verlassen",
    lead: (company) =>
      `Sie sind dann nicht mehr Mitglied von ${company}. Das geschieht sofort und lässt sich nicht rückgängig machen.`,
    effects: [
      "Ihre Sitzungen in diesem Konto enden.",
      "Ihre Entwürfe gehen an den Administrator, der am längsten dabei ist.",
      "API-Schlüssel, für die Sie einstehen, werden ausgesetzt, bis ein Administrator sie übernimmt.",
      "Offene Einladungen, die Sie verschickt haben, sind ungültig.",
    ],
    erased:
      "Ist dies Ihre einzige Mitgliedschaft, so werden Ihr Name, Ihre E-Mail-Adresse und Ihre Anmeldemittel sofort gelöscht. Nachweise und Protokoll behalten Ihre zufällige Nummer, bis ihre gesetzliche Frist endet.",
    button: "Jetzt verlassen",
    onlyAdminTitle: "Benennen Sie zuerst einen anderen Administrator",
    onlyAdmin:
      "Sie sind der einzige Administrator. Ein Konto ist nie ohne einen, daher können Sie weder gehen noch Nutzer werden, bevor ein anderer benannt ist.",
    nameOne: "Einen anderen Administrator benennen",
    orClose: "Oder das Konto schließen",
  },
  one: {
    title: "Ein Mitglied verwalten",
    rolesTitle: "Rolle",
    saveRole: "Rolle ändern",
    roleEffect: "Das gilt sofort. Das Mitglied bekommt eine E-Mail.",
    onlyAdmin:
      "Dies ist der einzige Administrator. Machen Sie zuerst ein anderes Mitglied zum Administrator.",
    removeTitle: "Entfernen",
    removeText:
      "Sitzungen enden sofort, API-Schlüssel werden ausgesetzt, offene Einladungen dieses Mitglieds sind ungültig, und die Entwürfe kommen zu Ihnen. Ist es die einzige Mitgliedschaft, so werden Name, Adresse und Anmeldemittel sofort gelöscht. Verschickte Sendungen und ihre Nachweise bleiben.",
    remove: "Dieses Mitglied entfernen",
    ownLead: "Ihre eigene Mitgliedschaft",
  },
  invite: {
    link: "Mitglieder einladen",
    title: "Mitglieder einladen",
    lead: "Jede Adresse bekommt eine E-Mail mit einem Link, der einmal gilt, 14 Tage lang.",
    emails: "E-Mail-Adressen",
    emailsHint: "Eine oder mehrere, jede auf einer eigenen Zeile. Höchstens 50 auf einmal.",
    language: "Sprache der E-Mail",
    inTeams: "Abteilungen",
    button: "Einladungen verschicken",
    notActive:
      "Dieses Konto nimmt zurzeit niemanden auf: Es ist noch nicht genehmigt, oder es wird geschlossen.",
  },
  invitations: {
    title: "Offene Einladungen",
    caption: "Offene Einladungen, die neuesten zuerst",
    email: "E-Mail-Adresse",
    until: "Gültig bis",
    expired: "abgelaufen",
    resend: "Erneut senden",
    resendOne: (email) => `Die Einladung an ${email} erneut senden`,
    withdraw: "Zurückziehen",
    withdrawOne: (email) => `Die Einladung an ${email} zurückziehen`,
  },
};
