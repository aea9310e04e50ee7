// Words in French about registering a private person or a company.

import type { registration as En } from "../en/registration.ts";
import { companyApplication } from "./company-application.ts";

export const registration: typeof En = {
  menu: "S’inscrire",
  title: "S’inscrire",
  lead: "Vous recevez d’abord un e-mail avec un lien. Rien n’est créé avant que vous ne l’ayez ouvert.",
  haveAccount: "Vous avez déjà un compte ?",
  signIn: "Se connecter",
  noAccount: "Pas encore de compte ?",
  chooseTitle: "Qui va envoyer ?",
  kinds: {
    private: "Moi, comme particulier",
    privateHint: "Vous envoyez et recevez des envois recommandés en votre propre nom.",
    company: "Une entreprise, une association ou une autorité publique",
    companyHint:
      "Vous faites une demande. Notre personnel vérifie le numéro d’entreprise et qui peut agir pour elle.",
  },
  goOn: "Continuer",
  change: "Modifier",
  you: "À votre sujet",
  nameHint: "Comme sur votre carte d’identité : itsme ou la carte y sera comparé.",
  firstNames: "Prénoms",
  familyName: "Nom de famille",
  email: "Adresse e-mail",
  emailHint: "Vous vous connectez avec elle, et tous les avis y arrivent.",
  language: "Langue",
  address: "Adresse postale",
  addressHint: "En Belgique ou à l’étranger. Les lettres retournées y sont envoyées.",
  noAddress:
    "Nous ne demandons pas votre propre adresse postale : aucune n’est conservée pour les membres d’une entreprise. Le siège de l’entreprise vient plus tard.",
  street: "Rue",
  number: "Numéro",
  box: "Boîte",
  postcode: "Code postal",
  town: "Commune",
  country: "Pays",
  agree: "Ce que vous acceptez",
  terms: "J’accepte les conditions d’utilisation.",
  privacy: "J’ai lu la déclaration de confidentialité.",
  electronic: "Je veux recevoir les envois recommandés par voie électronique.",
  electronicHint:
    "Ce n’est pas nécessaire pour un compte. Vous pouvez le retirer à tout moment. Lisez ce qui en découle avant de cocher.",
  version: (name: string, version: string) => `${name}, version ${version}`,
  opensNew: "s’ouvre dans une nouvelle fenêtre",
  submit: "Envoyez-moi le lien",
  sent: {
    title: "Nous avons envoyé un e-mail",
    text: "Ouvrez l’e-mail et suivez le lien dans les 24 heures, dans ce navigateur ou un autre.",
    nothing: "Toujours pas d’e-mail après quelques minutes ?",
    hints: [
      "Regardez dans le dossier du courrier indésirable.",
      "Vérifiez si vous avez bien tapé l’adresse. Sinon, inscrivez-vous à nouveau.",
      "Si l’adresse appartient déjà à un compte, l’e-mail le dit et ne contient pas de lien.",
    ],
    again: "S’inscrire à nouveau",
  },
  confirm: {
    title: "Confirmez et choisissez un mot de passe",
    lead: "Voici ce qui sera créé. Rien ne l’est encore.",
    facts: "Votre compte",
    kind: "Type",
    kinds: { private: "Compte privé", company: "Compte d’une entreprise, à approuver" },
    name: "Nom",
    agreed: "Vous avez accepté",
    password: "Mot de passe",
    make: "Créer le compte",
    effectPrivate:
      "Vous êtes alors connecté, et montrez ensuite qui vous êtes avec itsme ou une carte d’identité.",
    effectCompany:
      "Vous êtes alors connecté, et faites ensuite la demande pour votre entreprise. Rien ne peut être envoyé avant son approbation.",
    mistake:
      "Quelque chose est faux ? N’appuyez pas sur le bouton, et inscrivez-vous à nouveau avec les bonnes données.",
  },
  link: {
    used: {
      title: "Ce lien a déjà servi",
      text: "Il fonctionne une fois. Si c’était vous, votre compte existe : connectez-vous avec le mot de passe choisi.",
    },
    expired: {
      title: "Ce lien est trop ancien",
      text: "Il a fonctionné 24 heures. Aucun compte n’a été créé. Inscrivez-vous à nouveau pour en recevoir un autre.",
    },
    unknown: {
      title: "Ce lien n’ouvre rien",
      text: "Il manque peut-être une partie de l’adresse. Copiez le lien entier de l’e-mail, ou inscrivez-vous à nouveau.",
    },
    taken: {
      title: "Cette adresse a déjà un compte",
      text: "Elle a été inscrite autrement après l’envoi de l’e-mail. Connectez-vous, ou inscrivez-vous avec une autre adresse.",
    },
    register: "S’inscrire à nouveau",
    signIn: "Se connecter",
  },
  company: {
    title: "Inscrire une entreprise",
    lead: "Vous en devenez le premier administrateur. C’est un compte à part, à côté de ceux que vous avez.",
    steps: [
      "Vous indiquez ce qu’est l’entreprise.",
      "Son représentant légal signe un formulaire.",
      "Vous nous transmettez le formulaire et un extrait de la Banque-Carrefour des Entreprises.",
      "Notre personnel vérifie le tout. Vous recevez la réponse par e-mail.",
    ],
    effect: "Rien ne peut être envoyé pour l’entreprise avant son approbation.",
    start: "Commencer la demande",
    tooMany: "Vous avez trois demandes ouvertes. Terminez-en d’abord une.",
  },
  applying: {
    title: "Rien ne peut encore être envoyé pour cette entreprise",
    text: "Le personnel approuve d’abord chaque entreprise. Vous pouvez préparer des brouillons d’ici là.",
    next: "Vers la demande",
  },
  application: companyApplication,
};
