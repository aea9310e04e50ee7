// Words in Dutch about what we hold about a person, and what he can do about it.

import type { myData as En } from "../en/my-data.ts";

export const myData: typeof En = {
  menu: "Mijn gegevens",
  switching: {
    link: "Van account wisselen",
    title: "Uw accounts",
    lead: "U werkt in één account tegelijk. Zendingen, contacten en instellingen horen bij het account.",
    caption: "Accounts waartoe u behoort",
    account: "Account",
    role: "Rol",
    state: "Toestand",
    act: "Wisselen",
    here: "U bent hier",
    to: "Wisselen",
    toOne: (account) => `Wisselen naar ${account}`,
    done: (account) => `U werkt nu in ${account}.`,
    roles: { admin: "Beheerder", user: "Gebruiker", holder: "Houder" },
    states: {
      applying: "Wacht op goedkeuring",
      active: "Actief",
      closing: "Wordt afgesloten",
      closed: "Afgesloten",
    },
  },
};
