// Les mots français sur les membres et les invitations d’une entreprise.

import type { members as En } from "../en/members.ts";
import { elide } from "./elide.ts";

export const members: typeof En = {
  menu: "Membres",
  company: "Entreprise",
  teamsMenu: "Services",
  title: "Membres",
  lead: "Qui travaille dans ce compte. L’autre partie d’un envoi ne voit d’un membre que son numéro, jamais son nom.",
  search: "Rechercher par nom ou adresse e-mail",
  searchNames: "Rechercher par nom",
  caption: "Membres de ce compte, les plus anciens d’abord",
  name: "Nom",
  number: "Numéro",
  role: "Rôle",
  roles: { admin: "administrateur", user: "utilisateur" },
  roleHints: {
    user: "Expédie et suit des envois.",
    admin: "Gère aussi les membres, les services, les réglages et les clés d’API, et voit chaque envoi.",
  },
  teams: "Services",
  noTeams: "aucun",
  lastActive: "Dernière activité",
  never: "jamais",
  act: "Action",
  manage: "Gérer",
  manageOne: (name) => `Gérer ${name}`,
  you: "vous",
  nobodyFound: "Personne trouvé",
  nobodyFoundText: "Aucun membre n’a un tel nom ou une telle adresse.",
  unfinished: "Une partie des membres seulement a été parcourue.",
  further: "Continuer la recherche",
  showAll: "Tout afficher",
  done: {
    role: "Le rôle a été changé.",
    removed: "Le membre a été retiré. Ses sessions ont pris fin et ses clés d’API sont suspendues.",
    invited: "Les invitations sont en route.",
    resent: "L’invitation est à nouveau en route. Le lien précédent n’ouvre plus rien.",
    withdrawn: "L’invitation a été retirée.",
  },
  leave: {
    link: "Quitter ce compte",
    title: "Quitter ce compte",
    lead: (company) =>
      `Vous cessez d’être membre ${elide("de", company)}. Cela se fait aussitôt et ne peut pas être annulé.`,
    effects: [
      "Vos sessions dans ce compte prennent fin.",
      "Vos brouillons passent à l’administrateur le plus ancien.",
      "Les clés d’API dont vous répondez sont suspendues jusqu’à ce qu’un administrateur les reprenne.",
      "Les invitations ouvertes que vous avez envoyées sont nulles.",
    ],
    erased:
      "Si c’est votre seul compte, votre nom, votre adresse e-mail et vos moyens de connexion sont effacés aussitôt. Les preuves et le journal gardent votre numéro aléatoire jusqu’à la fin de leur délai légal.",
    button: "Quitter maintenant",
    onlyAdminTitle: "Désignez d’abord un autre administrateur",
    onlyAdmin:
      "Vous êtes le seul administrateur. Un compte n’est jamais sans administrateur : vous ne pouvez ni partir ni devenir utilisateur avant d’en avoir désigné un autre.",
    nameOne: "Désigner un autre administrateur",
    orClose: "Ou fermer le compte",
  },
  one: {
    title: "Gérer un membre",
    rolesTitle: "Rôle",
    saveRole: "Changer le rôle",
    roleEffect: "Cela vaut aussitôt. Le membre est averti par e-mail.",
    onlyAdmin: "C’est le seul administrateur. Nommez d’abord un autre membre administrateur.",
    removeTitle: "Retirer",
    removeText:
      "Les sessions prennent fin aussitôt, les clés d’API sont suspendues, les invitations ouvertes de ce membre sont nulles et ses brouillons vous reviennent. Si c’est son seul compte, nom, adresse et moyens de connexion sont effacés aussitôt. Les envois faits et leurs preuves restent.",
    remove: "Retirer ce membre",
    ownLead: "Votre propre participation",
  },
  invite: {
    link: "Inviter des membres",
    title: "Inviter des membres",
    lead: "Chaque adresse reçoit un e-mail avec un lien qui fonctionne une fois, pendant 14 jours.",
    emails: "Adresses e-mail",
    emailsHint: "Une ou plusieurs, une par ligne. Au plus 50 à la fois.",
    language: "Langue de l’e-mail",
    inTeams: "Services",
    button: "Envoyer les invitations",
    notActive:
      "Ce compte n’accueille personne pour l’instant : il n’est pas encore approuvé, ou il est en cours de fermeture.",
  },
  invitations: {
    title: "Invitations ouvertes",
    caption: "Invitations ouvertes, les plus récentes d’abord",
    email: "Adresse e-mail",
    until: "Valable jusqu’au",
    expired: "expirée",
    resend: "Renvoyer",
    resendOne: (email) => `Renvoyer l’invitation à ${email}`,
    withdraw: "Retirer",
    withdrawOne: (email) => `Retirer l’invitation à ${email}`,
  },
};
