// Les mots pour s’identifier sur le portail, en français.

import type { identify as En } from "../en/identify.ts";
import { elide } from "./elide.ts";

export const identify: typeof En = {
  title: "Montrez qui vous êtes",
  lead: "Qui envoie un recommandé doit être connu avec certitude. Vous le montrez une fois, avec itsme ou votre carte d’identité.",
  why: {
    title: "Pourquoi nous le demandons",
    law: "Le droit européen veut qu’un service d’envoi recommandé connaisse chaque expéditeur avec un degré de confiance élevé (eIDAS, article 44).",
    kept: "Ce qu’itsme ou votre carte nous communique est conservé sous scellé. Les destinataires voient votre nom, la façon et le jour, jamais votre numéro de registre national ni votre date de naissance.",
  },
  expected: (name) =>
    `Nous vous connaissons sous le nom ${elide("de", name)}. Le nom chez itsme ou sur votre carte doit être le même.`,
  ways: {
    title: "Choisissez une façon",
    again: "Montrez-le à nouveau, ou ajoutez une façon",
    itsme: {
      title: "itsme",
      text: "Avec l’application sur votre téléphone. Cela prend une minute.",
      button: "Continuer avec itsme",
    },
    card: {
      title: "Carte d’identité",
      text: "Avec un lecteur de carte et votre code PIN, sur cet ordinateur. eID belge ou carte d’étranger.",
      button: "Continuer avec une carte d’identité",
    },
    none: "Aucune façon de vous identifier n’est prévue ici. Revenez plus tard.",
  },
  done: {
    activated: "Vous êtes identifié. Vous pouvez maintenant envoyer des recommandés.",
    again: "Vous avez été identifié à nouveau. Rien d’autre n’a changé.",
    linked: "Vous êtes identifié, et pouvez désormais aussi vous connecter ainsi.",
    name_changed: "Votre nom a été modifié. Les nouveaux envois et leurs preuves le montrent.",
    unlinked: "Cette façon de vous connecter est retirée.",
  },
  compose: "Rédiger un envoi",
  failures: {
    name_differs: {
      title: "Le nom est différent",
      happened: (name) =>
        `itsme ou votre carte a montré un nom qui n’est pas celui de votre compte : ${name}. Vous n’avez pas été identifié, et nous n’en avons rien gardé.`,
      private:
        "Avez-vous utilisé l’itsme ou la carte de quelqu’un d’autre ? Recommencez alors avec les vôtres. Le nom de votre compte est-il mal écrit ? Corrigez-le d’abord ci-dessous.",
      company:
        "Avez-vous utilisé l’itsme ou la carte de quelqu’un d’autre ? Recommencez alors avec les vôtres. Le nom de votre compte est-il faux ? Demandez à un administrateur de votre entreprise de le corriger.",
      again:
        "Avez-vous utilisé l’itsme ou la carte de quelqu’un d’autre ? Recommencez alors avec les vôtres. Votre nom a-t-il changé ? Utilisez alors la façon d’avant : elle montre que vous êtes la même personne.",
    },
    of_another: {
      title: "Ceci ne peut pas être lié à votre compte",
      happened:
        "Cet itsme ou cette carte ne peut pas servir pour votre compte, car il est lié ailleurs. Rien n’a été modifié.",
      next: "Utilisez une autre façon, ou connectez-vous au compte où vous l’avez lié et retirez-le là.",
    },
    unlinked: {
      title: "Aucun compte ne s’ouvre ainsi",
      happened: "Cet itsme ou cette carte d’identité n’est pas lié à un compte. Vous n’êtes pas connecté.",
      next: "Connectez-vous d’une autre façon. Ouvrez ensuite « Connexion et sécurité » et liez-y itsme ou votre carte.",
    },
    not_confirmed: {
      title: "Ceci n’a pas confirmé que c’est vous",
      happened:
        "Cet itsme ou cette carte d’identité ne fait pas partie de ceux que vous avez liés à votre compte.",
      next: "Utilisez celui que vous avez lié, ou confirmez d’une autre façon.",
    },
  },
  correct: {
    title: "Corrigez votre nom",
    lead: "Écrivez-le comme sur votre carte d’identité. Vous pouvez le modifier ici jusqu’à ce que vous soyez identifié.",
    firstNames: "Prénoms",
    familyName: "Nom de famille",
    button: "Enregistrer le nom",
    done: "Le nom est enregistré. Montrez maintenant qui vous êtes.",
  },
  name: {
    title: "Votre nom a changé",
    lead: "Vous êtes la même personne qu’avant, et votre nom est maintenant différent.",
    before: "Dans votre compte",
    now: "Montré à l’instant",
    effect: "Les nouveaux envois montreront le nouveau nom. Ce qui a été envoyé avant garde l’ancien.",
    button: "Reprendre le nouveau nom",
    keep: "Pas maintenant",
  },
  card: {
    title: "Carte d’identité",
    leadSignIn: "Connectez-vous avec votre carte.",
    lead: "Montrez qui vous êtes avec votre carte.",
    other: "Choisir une autre façon",
  },
  signIn: {
    or: "Ou connectez-vous avec",
    itsme: "itsme",
    card: "Carte d’identité",
    title: "Se connecter avec itsme ou une carte",
    back: "Se connecter d’une autre façon",
  },
  confirm: { or: "Confirmez avec" },
  notes: {
    toIdentify: "Montrez qui vous êtes",
    ended: (day) => `Votre identification était valable jusqu’au ${day}.`,
    endedText:
      "Montrez à nouveau qui vous êtes avant le prochain envoi. Les brouillons restent comme ils sont.",
    ending: (day) => `Votre identification est valable jusqu’au ${day}.`,
    endingText: "Montrez à nouveau qui vous êtes avant ce jour, pour qu’aucun envoi n’attende.",
  },
  security: {
    title: "Identification",
    none: "Vous n’êtes pas encore identifié. D’ici là vous ne pouvez rien envoyer.",
    by: "Avec",
    when: "Le",
    level: "Niveau de garantie",
    until: "Valable jusqu’au",
    levels: { low: "faible", substantial: "substantiel", high: "élevé" },
    noLevel: "aucun selon eIDAS",
    methods: { itsme: "itsme", eid: "Carte d’identité" },
    linked: "Ce qui ouvre votre compte",
    linkedLead: "Vous pouvez aussi vous connecter ainsi.",
    nothing: "Aucun itsme ni aucune carte n’ouvre encore votre compte.",
    since: (day) => `lié le ${day}`,
    lastUse: (day) => `utilisé pour la dernière fois le ${day}`,
    unlink: "Retirer",
    unlinkOne: (name) => `Retirer ${name}`,
    again: "S’identifier à nouveau ou ajouter une façon",
    first: "Montrez qui vous êtes",
    last: "C’est le seul accès à votre compte. Prévoyez-en d’abord un autre.",
  },
};
