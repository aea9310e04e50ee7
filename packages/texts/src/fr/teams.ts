// Les mots français sur les services d’une entreprise.

import type { teams as En } from "../en/teams.ts";

export const teams: typeof En = {
  title: "Services",
  lead: "Un service est une partie de l’entreprise qui expédie sous son propre nom et peut garder ses envois pour lui.",
  caption: "Services de ce compte",
  name: "Nom",
  nameHint: "Visible dans le compte seulement.",
  senderName: "Nom comme expéditeur",
  senderNameHint:
    "Figure à côté du nom de l’entreprise dans les avis, sur les pages du destinataire et dans les preuves. Laissez vide pour ne montrer que l’entreprise.",
  visibility: "Qui voit ses envois",
  visibilities: { account: "chaque membre du compte", team: "le service et les administrateurs" },
  members: "Membres",
  memberCount: (count) => (count === 1 ? "1 membre" : `${count} membres`),
  act: "Action",
  manage: "Gérer",
  manageOne: (name) => `Gérer le service ${name}`,
  yours: "vous en faites partie",
  emptyTitle: "Aucun service",
  emptyText: "Chacun dans ce compte voit chaque envoi.",
  make: "Créer un service",
  makeTitle: "Créer un service",
  save: "Enregistrer",
  add: "Ajouter au service",
  addHint: "Adresse e-mail d’un membre de ce compte.",
  addUnknown: "Aucun membre de ce compte n’a cette adresse.",
  takeOut: "Sortir du service",
  takeOutOne: (name) => `Sortir ${name} du service`,
  noMembers: "Personne ne fait encore partie de ce service.",
  moreMembers: "Ce service compte plus de membres qu’il n’en est montré ici.",
  endTitle: "Supprimer le service",
  endText:
    "Plus rien ne peut être expédié pour lui. Ses envois gardent leur nom d’expéditeur. Ce que seul le service voyait n’est plus vu que par les administrateurs ; ce que chacun voyait le reste.",
  end: "Supprimer ce service",
  done: {
    made: "Le service a été créé.",
    saved: "Le service a été modifié.",
    ended: "Le service a été supprimé.",
    added: "Le membre fait partie du service.",
    out: "Le membre ne fait plus partie du service.",
  },
  compose: {
    label: "Expédié pour",
    hint: "Le nom du service figure à côté de celui de l’entreprise. Le service détermine qui voit l’envoi.",
    none: "aucun service",
  },
};
