// Words in French about contacts, the directory and consents where a message is written.

import type { composeContacts as En } from "../en/compose-contacts.ts";

export const composeContacts: typeof En = {
  pick: "Depuis le carnet d’adresses",
  readFile: "Depuis un fichier",
  save: "Enregistrer dans le carnet d’adresses",
  saved: "Enregistré dans votre carnet d’adresses.",
  saveRefused: "Pas encore enregistré : corrigez d’abord ce qui est marqué ici.",
  ask: "Cette personne est-elle enregistrée ?",
  askEmail: "Indiquez d’abord une adresse e-mail.",
  registered: (name) => `Enregistré : ${name}. Comparez ce nom avec celui que vous avez tapé.`,
  notRegistered:
    "Personne ne figure sous exactement cette adresse. Les membres d’entreprises n’y figurent jamais. Vous pouvez envoyer malgré tout.",
  askedTooOften: (wait) => `Vous avez demandé trop souvent. Redemandez dans ${wait}.`,
  standing: (day, ground) => `Votre registre contient un consentement du ${day} (${ground}).`,
  use: "L’utiliser pour cet envoi",
  withdrawn: (day) =>
    `Le consentement de ce destinataire a été retiré le ${day}. Une lettre sur papier est désormais la voie sûre.`,
  picker: {
    title: "Choisir les destinataires",
    lead: "Cochez qui reçoit l’envoi. Les consentements de votre registre suivent.",
    add: "Ajouter à l’envoi",
    back: "Retour à l’envoi",
    tooMany: (max) => `Un envoi a au plus ${max} destinataires. Personne n’a été ajouté.`,
    emptyText: "Votre carnet d’adresses est vide. Écrivez d’abord des contacts ou lisez-en.",
  },
  file: {
    title: "Destinataires depuis un fichier",
    lead: (max) =>
      `CSV ou vCard, comme pour le carnet d’adresses. Chaque ligne devient un destinataire de cet envoi, au plus ${max} ensemble. Ce qui est faux se voit dans le formulaire.`,
    tooMany: (max) =>
      `Le fichier a plus de lignes que les ${max} destinataires d’un envoi. Personne n’a été ajouté.`,
    button: "Ajouter à l’envoi",
  },
};
