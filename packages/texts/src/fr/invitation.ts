// Les mots français pour qui est invité au compte d’une entreprise : premier contact, accepter, décliner, et pourquoi un lien n’ouvre rien.

import type { invitation as En } from "../en/invitation.ts";
import { elide } from "./elide.ts";

export const invitation: typeof En = {
  title: (company) => `Invitation ${elide("de", company)}`,
  lead: (inviter, company) =>
    `${inviter} vous invite au compte ${elide("de", company)} pour les envois recommandés.`,
  role: "Votre rôle",
  company: "Entreprise",
  number: "Numéro d’entreprise",
  invitedAs: "Envoyée à",
  until: "Valable jusqu’au",
  heldTitle: "Ce que nous détenons à votre sujet",
  held: {
    what: (email, role) =>
      `Votre adresse e-mail (${email}) et le rôle qui vous est destiné (${role}). Rien d’autre.`,
    from: (inviter, company, when) => `${elide("De", inviter)} ${elide("de", company)}, le ${when}.`,
    why: "Pour vous demander si vous souhaitez devenir membre. Base : l’intérêt légitime de l’entreprise à donner accès à ses collaborateurs.",
    who: (provider) =>
      `${provider} les détient. Personne d’autre ne les voit que les administrateurs de l’entreprise.`,
    howLong: (days) => `Si vous ne faites rien ou déclinez, elles sont effacées dans les ${days} jours.`,
    rights:
      "Vous pouvez demander l’accès, la rectification, l’effacement ou la limitation, et vous opposer. Décliner suffit pour vous opposer.",
    complaint:
      "Vous pouvez introduire une réclamation auprès de l’Autorité de protection des données (Gegevensbeschermingsautoriteit, rue de la Presse 35, 1000 Bruxelles, autoriteprotectiondonnees.be).",
    address:
      "Comme membre, vous ne donnez pas d’adresse postale : les membres d’une entreprise n’en ont pas chez nous.",
  },
  labels: {
    what: "Quoi",
    from: "De qui",
    why: "Pourquoi",
    who: "Qui les détient",
    howLong: "Combien de temps",
    rights: "Vos droits",
    complaint: "Réclamation",
  },
  asPerson: {
    title: "Devenir membre sous votre identité",
    as: (name, email) => `Vous êtes connecté comme ${name} (${email}).`,
    otherAddress: (invited) =>
      `L’invitation est allée à ${invited}, non à votre adresse. Vous pouvez tout de même devenir membre ; les administrateurs sont avertis par e-mail que c’était vous.`,
    button: "Devenir membre",
    otherPerson: "Ce n’est pas vous ? Déconnectez-vous d’abord.",
  },
  signIn: {
    title: "Vous avez déjà un compte ici",
    text: "Connectez-vous ; vous reviendrez de vous-même à cette page.",
    link: "Se connecter",
  },
  anew: {
    title: "Vous êtes nouveau ici",
    lead: (email) => `Votre adresse sera ${email}. Vous vous connecterez avec elle.`,
    firstNames: "Prénoms",
    familyName: "Nom de famille",
    password: "Mot de passe",
    again: "Mot de passe, encore une fois",
    accept: "J’accepte les conditions d’utilisation et j’ai lu la déclaration de confidentialité",
    button: "Devenir membre",
    addressKnown: "Cette adresse a déjà un compte. Connectez-vous avec elle, puis acceptez l’invitation.",
    differs: "Les deux mots de passe diffèrent.",
    acceptMissing: "Cochez cette case pour continuer.",
  },
  decline: {
    title: "Vous ne souhaitez pas devenir membre",
    text: "La personne qui vous a invité est avertie. Vous n’avez pas besoin de compte pour cela.",
    button: "Décliner",
  },
  states: {
    joined: {
      title: (company) => `Vous êtes maintenant membre ${elide("de", company)}`,
      text: "Vous pouvez continuer aussitôt dans ce compte. Ce que vous aviez ici reste tel quel.",
    },
    accepted: {
      title: "Cette invitation a été acceptée",
      text: "Elle fonctionne une fois. Si ce n’était pas vous, demandez à la personne qui vous a invité.",
    },
    declined: {
      title: "Cette invitation a été déclinée",
      text: "Ce que nous détenions à votre sujet est effacé dans les 30 jours. Si c’était une erreur, demandez une nouvelle invitation.",
    },
    withdrawn: {
      title: "Cette invitation a été retirée",
      text: "Elle n’ouvre plus rien. Demandez à l’entreprise si vous pensez que c’est une erreur.",
    },
    replaced: {
      title: "Il y a une invitation plus récente",
      text: "Un e-mail ultérieur contient un autre lien. Ouvrez celui-là.",
    },
    expired: {
      title: "Cette invitation a expiré",
      text: "Elle valait 14 jours. Demandez à l’entreprise de la renvoyer.",
    },
    closing: {
      title: "Ce compte n’accueille personne pour l’instant",
      text: "Le compte de l’entreprise est en cours de fermeture ou n’est pas encore ouvert. Vous ne pouvez pas devenir membre.",
    },
    already_member: {
      title: "Vous êtes déjà membre",
      text: "Vous êtes connecté comme membre de ce compte. L’invitation est destinée à quelqu’un qui ne l’est pas.",
    },
    unknown: {
      title: "Nous ne connaissons pas ce lien",
      text: "Il est incomplet, ou ce qu’il ouvrait n’existe plus. Ouvrez le lien du dernier e-mail.",
    },
  },
  goOn: "Continuer dans ce compte",
  home: "Vers la page d’accueil",
};
