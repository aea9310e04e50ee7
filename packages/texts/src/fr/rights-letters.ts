// Words in French of the letters that the privacy desk writes about a request.

import type { rightsLetters as En } from "../en/rights-letters.ts";
import { elide } from "./elide.ts";

export const rightsLetters: typeof En = {
  subject: (number) => `Votre demande n° ${number} relative à des données personnelles`,
  dear: (name) => `Bonjour ${name},`,
  rights: {
    access: "l’accès à des données personnelles (RGPD, article 15)",
    rectification: "la rectification de données personnelles (RGPD, article 16)",
    erasure: "l’effacement de données personnelles (RGPD, article 17)",
    restriction: "la limitation du traitement (RGPD, article 18)",
    objection: "la fin d’un traitement, par opposition (RGPD, article 21)",
    portability: "des données personnelles sous une forme portable (RGPD, article 20)",
    withdrawal: "le retrait d’un consentement (RGPD, article 7, paragraphe 3)",
    complaint: "une réponse à une plainte",
  },
  received: (right, day) => `Le ${day}, nous avons reçu votre demande, qui porte sur ${right}.`,
  onBehalf: (name) => `Vous l’avez faite au nom ${elide("de", name)}.`,
  identity: [
    "Avant de répondre, nous devons être certains de l’identité de la personne qui fait la demande. Envoyez-nous une copie du recto d’une pièce d’identité. Vous pouvez masquer la photo et le numéro de registre national.",
    "Nous regardons la copie une seule fois et la détruisons aussitôt. Le mois dans lequel nous répondons court à partir du jour où nous l’avons reçue.",
    "Si vous agissez au nom d’une autre personne, joignez aussi le document qui vous y autorise.",
  ],
  identityUntil: (day) =>
    `Nous l’attendons jusqu’au ${day} inclus. Ensuite, nous clôturons la demande ; vous pouvez la refaire à tout moment.`,
  identityReminder: (day) =>
    `Nous vous avons écrit que nous devons être certains de l’identité de la personne qui fait la demande, ou de l’autorisation d’agir au nom d’une autre. Nous n’avons encore rien reçu de vous. Nous attendons jusqu’au ${day} inclus. Ensuite, nous clôturons la demande ; vous pouvez la refaire à tout moment.`,
  extension: (day) =>
    `Il nous faut plus d’un mois. Vous aurez notre réponse le ${day} au plus tard. La raison :`,
  answers: {
    granted: "Nous accédons à votre demande.",
    granted_in_part:
      "Nous accédons en partie à votre demande. Ce que nous ne pouvons pas faire, et pourquoi, figure ci-dessous.",
    refused: "Nous ne pouvons pas accéder à votre demande. La raison figure ci-dessous.",
  },
  grounds: {
    not_identified:
      "L’identité de la personne qui fait la demande n’a pas été établie. Nous ne pouvons donc pas y donner suite.",
    no_authority: "Il n’a pas été établi que vous pouvez agir au nom de cette personne.",
    excessive: "La demande est manifestement infondée ou excessive, notamment parce qu’elle a été répétée.",
    nothing_held:
      "Nous n’avons aucune donnée à votre sujet, ou aucune dont nous puissions établir qu’elle vous concerne.",
    rights_of_others: "Ce que vous demandez porterait atteinte aux droits et libertés d’autrui.",
    not_portable:
      "Ces données ne reposent pas sur votre consentement ou sur un contrat avec vous, ou ne sont pas traitées de façon automatisée.",
    accurate:
      "Les données sont exactes. Une preuve scellée n’est jamais modifiée ; une note peut y être jointe.",
    legal_obligation: "La loi nous oblige à conserver ces données.",
    legal_claims:
      "La preuve d’un envoi recommandé est nécessaire à la constatation, à l’exercice ou à la défense de droits en justice.",
    not_restrictable: "Aucune des conditions d’une limitation n’est remplie.",
    kept_for_claims:
      "Pendant la limitation, nous continuons à conserver les preuves. Elles ne servent qu’à la défense de droits en justice.",
    compelling_grounds:
      "Des motifs légitimes et impérieux justifient le traitement, ou il sert à la défense de droits en justice.",
    no_consent: "Le traitement ne repose pas sur un consentement qui pourrait être retiré.",
    sender_refused:
      "L’expéditeur de l’envoi recommandé, responsable de ces données, a refusé. Vous pouvez vous adresser à lui.",
    sender_silent:
      "L’expéditeur de l’envoi recommandé, responsable de ces données, a été interrogé et n’a pas répondu dans le délai. Sans lui, nous ne pouvons rien en faire. Vous pouvez vous adresser à lui.",
    sender_gone:
      "L’expéditeur de l’envoi recommandé, qui était responsable de ces données, a clôturé son compte chez nous. Plus personne n’en décide ; elles sont effacées au jour que fixent nos règles.",
    not_founded: "Nous avons examiné votre plainte et n’avons constaté aucune infraction aux règles.",
  },
  article: (article) => `(RGPD, article ${article})`,
  keptUntil: (day) =>
    `Ce que nous devons conserver l’est jusqu’au ${day} inclus. Le lendemain, c’est effacé sans que vous ayez à le redemander.`,
  senderSilent: (name, day) =>
    `Nous avons demandé à ${name} ce qu’il faut faire de ce qui a été indiqué à votre sujet. ${name} pouvait décider jusqu’au ${day} inclus et n’a pas répondu. Nous n’avons ni communiqué ni modifié ces données. Si une réponse vient plus tard, nous la suivons.`,
  senderGone: (name) =>
    `${name} était responsable de ce qui a été indiqué à votre sujet et a clôturé son compte chez nous. Ce que nous en gardons encore est effacé de lui-même au jour que fixent nos règles, sans que vous ayez à le demander.`,
  senderGoneNameless:
    "Un expéditeur qui était responsable de ce qui a été indiqué à votre sujet a clôturé son compte chez nous. Ce que nous en gardons encore est effacé de lui-même au jour que fixent nos règles, sans que vous ayez à le demander.",
  restrictedAddresses: (addresses) =>
    `Nous ne connaissons aucun compte à votre nom. Est limité ce qui vous est adressé, à votre nom, à ${addresses}. Les autres lecteurs de cette boîte ne sont pas concernés, ni un envoi qui écrit votre nom autrement.`,
  waits: (day) =>
    `Un envoi recommandé qui vous est destiné est encore en cours. Il va d’abord à son terme, le ${day} au plus tard. Nous exécutons alors ce que nous avons accordé et vous écrivons de nouveau.`,
  account:
    "Vous avez un compte. Vous le clôturez vous-même : identifiez-vous sur le portail et choisissez « Clôturer le compte » ; si vous êtes membre d’une entreprise, choisissez « Quitter ». Vous pouvez revenir sur la clôture pendant 44 jours ; le jour suivant, les données du compte disparaissent d’elles-mêmes, et ce que la loi conserve disparaît à son propre jour.",
  rectified: (day) =>
    `Le ${day}, notre service vie privée a noté à côté de ces preuves, qui restent telles quelles :`,
  carriedOut: "Ce que nous avons accordé a été exécuté.",
  restrictionEnds: (day) =>
    `La limitation du traitement prend fin. Elle vaut encore jusqu’au ${day} inclus. Si vous n’êtes pas d’accord, écrivez-nous avant cette date.`,
  complaint:
    "Si vous n’êtes pas d’accord, vous pouvez introduire une plainte auprès de l’Autorité de protection des données (Gegevensbeschermingsautoriteit), rue de la Presse 35, 1000 Bruxelles, www.autoriteprotectiondonnees.be. Vous pouvez aussi saisir la justice.",
  closing: (provider) => `Le service vie privée ${elide("de", provider)}`,
  page: (page, pages) => `Page ${page} sur ${pages}`,
  overview: {
    title: "Ce que nous conservons à votre sujet",
    lead: (name, day) =>
      `Établi le ${day} pour ${name}. Les mêmes données figurent en entier dans les fichiers joints.`,
    person: "Votre compte",
    letters: (count) => `Envois recommandés : ${count}`,
    letter: (sender) => `De ${sender}`,
    email: "E-mail",
    name: "Nom",
    since: "Depuis",
    identified: "Identifié",
    accepted: "Déposé",
    final: "Terminé",
    onItsWay: "en cours",
    state: "État",
    events: "Preuves",
    uses: "Lignes du journal d’utilisation",
    notices: "Avis envoyés",
    entrusted: "Ce que l’expéditeur a indiqué à votre sujet",
    withheld: "L’expéditeur est responsable de ce qu’il a indiqué à votre sujet et ne l’a pas communiqué.",
    none: "aucune",
  },
};
