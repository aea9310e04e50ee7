// Textes de l’identification sur le site de retrait (français).

import type { collectIdentify as En } from "../en/collect-identify.ts";
import { elide } from "./elide.ts";

export const collectIdentify: typeof En = {
  title: "Identifiez-vous",
  lead: "L’expéditeur demande que vous montriez qui vous êtes avant de voir l’envoi.",
  strongerTitle: "Ou montrez qui vous êtes",
  strongerLead:
    "C’est le moyen le plus sûr. La preuve dit alors qui vous êtes, et aucun code n’est nécessaire.",
  itsme: "Continuer avec itsme",
  itsmeMeans: "Avec l’application itsme sur votre téléphone.",
  card: "Continuer avec votre carte d’identité",
  cardMeans: "Sur un ordinateur avec un lecteur de cartes, et le code PIN de votre carte.",
  compared:
    "Nous comparons votre nom, et ce que l’expéditeur a encore indiqué à votre sujet, avec ce que dit itsme ou votre carte. La preuve mentionne votre nom, le moyen et l’heure. Elle ne mentionne jamais votre numéro de registre national ni votre date de naissance.",
  delegate: {
    lead: (organisation) =>
      `Seul un membre d’un compte vérifié ${elide("de", organisation)} peut retirer cet envoi de cette manière.`,
    compared:
      "La preuve dit qu’un membre de l’organisation a retiré l’envoi. Elle ne vous désigne que par un numéro aléatoire, avec le moyen et l’heure.",
    title: "L’organisation n’est pas encore inscrite ?",
    steps: [
      "Une personne qui peut agir pour elle ouvre un compte d’entreprise chez nous et s’identifie avec itsme ou une carte d’identité.",
      "Nous vérifions son numéro d’entreprise et le mandat.",
      "Chaque membre lie son itsme ou sa carte d’identité au compte. Dès lors, il peut retirer des envois ici.",
    ],
  },
  none: {
    title: "L’identification n’est pas possible ici pour l’instant",
    text: (sender) =>
      `L’expéditeur demande itsme ou une carte d’identité, et aucun des deux n’est disponible en ce moment. Vous n’avez rien accepté et rien refusé. Réessayez plus tard, ou demandez à ${sender} d’envoyer le message d’une autre manière.`,
  },
  cardPage: {
    title: "Identifiez-vous avec votre carte d’identité",
    tls: {
      title: "Sans l’extension Web eID",
      text: "Votre navigateur peut aussi demander la carte lui-même. Vous choisissez alors le certificat d’authentification.",
      button: "Laisser le navigateur lire la carte",
    },
  },
  mismatch: {
    title: "Vous n’êtes pas le destinataire décrit par l’expéditeur",
    happened: {
      name: (addressee) =>
        `Cet envoi est pour ${addressee}. itsme ou votre carte indique un autre nom. Nous ne pouvons donc pas vous donner accès.`,
      birth_date: (addressee) =>
        `Cet envoi est pour ${addressee}, avec une date de naissance indiquée par l’expéditeur. itsme ou votre carte en indique une autre, ou aucune.`,
      register_number: (addressee) =>
        `Cet envoi est pour ${addressee}, avec un numéro de registre national indiqué par l’expéditeur. itsme ou votre carte en indique un autre, ou aucun. Certaines cartes d’étrangers n’en ont pas.`,
      not_a_member: (organisation) =>
        `Cet envoi est pour ${organisation}. Vous n’êtes pas membre d’un compte vérifié de celle-ci, ou votre itsme ou votre carte n’y est pas encore lié.`,
    },
    told: "Nous avons dit à l’expéditeur ce qui ne correspond pas, mais pas qui vous êtes. L’envoi reste fermé et aucune date ne change.",
    next: (sender) =>
      `L’envoi est-il malgré tout pour vous ? Ce que l’expéditeur a indiqué est peut-être inexact. Demandez à ${sender} de le vérifier et d’envoyer à nouveau le message.`,
    codes: "Vous pouvez toujours retirer l’envoi avec les deux codes.",
  },
  lost: {
    next: "Ouvrez à nouveau votre avis par le lien de l’e-mail, dans ce navigateur, ou tapez le code de contrôle.",
  },
  method: { itsme: "itsme", eid: "carte d’identité" },
  level: { low: "niveau faible", substantial: "niveau substantiel", high: "niveau élevé" },
  decide: {
    person: (v) => `Vous avez été identifié comme ${v.name}, par ${v.way}.`,
    member: (v) =>
      `Vous avez été identifié comme membre du compte ${elide("de", v.organisation)}, par ${v.way}.`,
    choose: "Choisissez maintenant ce qu’il advient de cet envoi.",
    later: (until) =>
      `Vous pouvez aussi fermer cette page et choisir plus tard, ${until}. Vous vous identifierez alors à nouveau.`,
    proofPerson: (v) =>
      `La preuve dit ${elide("que", v.name)} a choisi, identifié par ${v.way}, et quelles données de l’expéditeur ont été comparées.`,
    proofMember: (v) =>
      `La preuve dit qu’un membre ${elide("de", v.organisation)} a choisi, identifié par ${v.way}. Elle ne vous désigne que par un numéro aléatoire.`,
  },
  message: {
    kept: (until) =>
      `Vous pouvez ouvrir cet envoi ici ${until}, chaque fois après vous être identifié. Téléchargez-le si vous voulez le garder plus longtemps.`,
  },
  collectedBefore: {
    next: (until) => `Si c’était vous, vous pouvez le rouvrir ${until}, après vous être identifié à nouveau.`,
    notYou:
      "Ce n’était pas vous ? La preuve dit qui c’était et comment cette personne a été identifiée. Demandez-le tout de suite à l’expéditeur.",
  },
};
