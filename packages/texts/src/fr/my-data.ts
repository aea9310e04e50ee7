// Words in French about what we hold about a person, and what he can do about it.

import type { myData as En } from "../en/my-data.ts";

export const myData: typeof En = {
  menu: "Mes données",
  switching: {
    link: "Changer de compte",
    title: "Vos comptes",
    lead: "Vous travaillez dans un compte à la fois. Les envois, les contacts et les réglages appartiennent au compte.",
    caption: "Comptes auxquels vous appartenez",
    account: "Compte",
    role: "Rôle",
    state: "État",
    act: "Changer",
    here: "Vous êtes ici",
    to: "Changer",
    toOne: (account) => `Passer à ${account}`,
    done: (account) => `Vous travaillez maintenant dans ${account}.`,
    roles: { admin: "Administrateur", user: "Utilisateur", holder: "Titulaire" },
    states: {
      applying: "En attente d'approbation",
      active: "Actif",
      closing: "En cours de clôture",
      closed: "Clôturé",
    },
  },
};
