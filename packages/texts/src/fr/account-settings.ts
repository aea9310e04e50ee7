// Words in French about the settings of an account, its logo, and the log of its use.

import type { accountSettings as En } from "../en/account-settings.ts";
import { accessLog } from "./access-log.ts";

export const accountSettings: typeof En = {
  menu: "Paramètres",
  account: "Compte",
  logMenu: "Journal",
  title: "Paramètres du compte",
  lead: "Ce qui vaut pour tout ce que ce compte envoie et conserve. Les changements comptent dès maintenant : ce qui est en cours garde ce avec quoi il a été envoyé.",
  saved: "Vos changements sont enregistrés.",
  save: "Enregistrer les changements",
  addressTitle: "Compte",
  holder: "Nom",
  company: "Société",
  number: "Numéro d’entreprise",
  office: "Siège social",
  officeVerified:
    "Le nom, le numéro et le siège ont été comparés au registre par notre service d’enregistrement. Écrivez-lui quand l’un d’eux change.",
  officeUnknown: "pas encore connu",
  language: "Langue du compte",
  languageHint: "Des e-mails au compte, et des nouveaux membres jusqu’à ce qu’ils choisissent la leur.",
  email: "Adresse e-mail du compte",
  emailHint: "Utilisée quand le membre qui a envoyé un message est parti.",
  emailPrivate:
    "Vous changez votre adresse e-mail parmi vos propres données, par un lien que nous envoyons à la nouvelle.",
  toMyData: "Vers vos propres données",
  addressHint: "Figure dans ce que vous envoyez ; un compte privé en a une.",
  country: "Pays (deux lettres)",
  defaultsTitle: "Par quoi commence un nouvel envoi",
  defaultsLead: "Vous pouvez toujours choisir autrement pour chaque envoi.",
  retention: "Durée de conservation du contenu",
  retentionHint:
    "Jours après la fin d’un envoi, de 30 à 730. Ensuite, personne ne peut plus l’ouvrir avec ce compte ; les preuves restent 24 mois. Le même nombre de jours vaut pour ce que vous recevez dans la boîte de réception. Chaque envoi indique son dernier jour à l’avance.",
  senderTitle: "Quand les destinataires voient qui écrit",
  senderLegend: "Le nom de l’expéditeur est affiché",
  senderBefore: "avant l’acceptation",
  senderBeforeHint:
    "Les avis, les rappels et la page du choix vous nomment et montrent votre logo. On retire plus vite ce dont on reconnaît l’auteur.",
  senderAfter: "seulement après l’acceptation",
  senderAfterHint:
    "Les avis et la page du choix disent que le nom s’affiche après l’acceptation, sans logo ni commune. Personne ne peut alors refuser à cause de l’auteur, mais plus de gens laissent un tel envoi de côté, et un destinataire peut soutenir qu’il n’était pas reconnaissable. Les preuves vous nomment dans tous les cas, et qui accepte voit aussitôt votre nom.",
  logoTitle: "Logo",
  logoLead:
    "Les destinataires le voient à côté de votre nom, sur les pages de retrait. Les e-mails ne portent pas d’images : beaucoup de programmes les bloquent, et une image venue d’ailleurs révélerait quand un e-mail est ouvert.",
  logoFile: "Image",
  logoHint:
    "PNG, JPEG ou WebP, au plus 2 Mo et 4000 sur 4000 pixels. Nous la redessinons, au plus 400 sur 160 pixels, et ne gardons rien du fichier lui-même.",
  logoSave: "Utiliser ce logo",
  logoRemove: "Retirer le logo",
  logoNow: "Votre logo tel que les destinataires le voient",
  logoNone: "Aucun logo n’est affiché.",
  logoRemoved: "Le logo est retiré.",
  logoHidden: "Il n’est pas affiché avant l’acceptation, comme choisi ci-dessus.",
  log: accessLog,
};
