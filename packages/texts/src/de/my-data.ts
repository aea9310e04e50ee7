// Words in German about what we hold about a person, and what he can do about it.

import type { myData as En } from "../en/my-data.ts";

export const myData: typeof En = {
  menu: "Meine Daten",
  switching: {
    link: "Konto wechseln",
    title: "Ihre Konten",
    lead: "Sie arbeiten in einem Konto zur Zeit. Sendungen, Kontakte und Einstellungen gehören zum Konto.",
    caption: "Konten, zu denen Sie gehören",
    account: "Konto",
    role: "Rolle",
    state: "Zustand",
    act: "Wechseln",
    here: "Sie sind hier",
    to: "Wechseln",
    toOne: (account) => `Zu ${account} wechseln`,
    done: (account) => `Sie arbeiten jetzt in ${account}.`,
    roles: { admin: "Verwalter", user: "Benutzer", holder: "Inhaber" },
    states: {
      applying: "Wartet auf Genehmigung",
      active: "Aktiv",
      closing: "Wird geschlossen",
      closed: "Geschlossen",
    },
  },
};
