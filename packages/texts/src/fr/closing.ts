// Words in French about closing an account, its countdown and the way back.

import type { closing as En } from "../en/closing.ts";

export const closing: typeof En = {
  menu: "Clôturer le compte",
  title: "Clôturer ce compte",
  lead: "La clôture met fin aux envois sans attendre. Au plus 45 jours après, les données personnelles du compte sont effacées.",
  exportFirst: {
    title: "D’abord : emportez vos données",
    text: "Après l’effacement, personne ne peut les récupérer : ni vous, ni nous. Exportez ce que vous voulez garder.",
    proofs: "Téléchargez aussi les preuves de ce que vous avez envoyé.",
    link: "Vers l’exportation",
  },
  touches: {
    title: "Ce que la clôture concerne",
    running: "Envois en route",
    drafts: "Brouillons",
    draftsNote: "effacés avec le compte",
    members: "Membres",
    membersNote: "perdent ce compte ; ce qui sert une autre affiliation reste",
    invitations: "Invitations ouvertes",
    invitationsNote: "sans effet immédiatement",
    credits: "Crédits inutilisés",
    creditsNote: "remboursés sur demande, pendant le délai",
    evidence: "Preuves, journal et factures",
    evidenceNote: "restent jusqu’à la fin de leur propre délai légal",
    more: (count) => `${count} ou plus`,
  },
  running: {
    title: "Encore en route",
    lead: "Chacun de ces envois est définitif au jour indiqué, quoi qu’il arrive.",
    caption: "Envois en route, la fin la plus proche d’abord",
    message: "Message",
    addressee: "Destinataire",
    state: "État",
    finalBy: "Définitif au plus tard le",
    letter: "une lettre peut encore suivre ; clôturer maintenant y renonce",
    further: "Suivants",
  },
  choose: {
    title: "Quand",
    legend: "Quand le compte doit-il être clôturé ?",
    whenFinal: "Quand le dernier envoi est définitif",
    whenFinalHint:
      "Plus rien de nouveau ne peut être envoyé. Ce qui est en route va jusqu’à son terme, lettres comprises.",
    now: "Maintenant",
    nowHint:
      "On renonce aux lettres qui ne sont pas encore libérées pour l’impression, et leur affranchissement est rendu. Le délai de retrait continue, et nous vous communiquons l’issue par e-mail tant que nous avons votre adresse.",
    go: "Continuer",
  },
  confirm: {
    title: "Clôturer le compte",
    whenFinal: (name) =>
      `Vous clôturez ${name}. Plus rien ne peut être envoyé. Quand le dernier envoi est définitif, le délai d’au plus 45 jours commence.`,
    now: (name) =>
      `Vous clôturez ${name} maintenant. Le délai commence aujourd’hui ; à son terme, les données personnelles sont effacées définitivement.`,
    wordLabel: (word) => `Tapez ${word} pour confirmer`,
    word: "CLÔTURER",
    submit: "Clôturer le compte",
    cancel: "Ne pas clôturer",
  },
  state: {
    closingTitle: "Ce compte est en cours de clôture",
    closing:
      "Plus rien ne peut être envoyé. Le compte est clôturé quand le dernier envoi est définitif ; le délai d’au plus 45 jours commence alors.",
    closedTitle: "Ce compte est clôturé",
    closed: (lastDay) =>
      `Jusqu’à la fin du ${lastDay}, vous pouvez exporter vos données, demander le remboursement des crédits inutilisés et annuler la clôture. Le jour suivant, les données personnelles sont effacées.`,
    closedForUsers: (lastDay) =>
      `Jusqu’à la fin du ${lastDay}, vous pouvez exporter vos propres données, et un administrateur peut annuler la clôture. Le jour suivant, les données personnelles sont effacées.`,
    falling: "Le délai est écoulé : le compte est en cours d’effacement.",
    restricted:
      "D’ici là, rien d’autre n’est possible ici : ni lire, ni envoyer, ni modifier. Ce qui est en route va jusqu’à son terme.",
    askAdmin: "Seul un administrateur peut annuler la clôture.",
  },
  closeNow: {
    title: "Clôturer maintenant",
    text: "Vous ne devez pas attendre le dernier envoi.",
    link: "Clôturer quand même maintenant",
  },
  undo: {
    title: "Annuler la clôture",
    text: "Tout est alors comme avant. Les lettres auxquelles on a renoncé, les crédits dont le remboursement a été demandé et les invitations sans effet ne reviennent pas.",
    submit: "Annuler la clôture",
  },
  refund: {
    title: "Crédits inutilisés",
    text: (credits) =>
      `${credits} peuvent être remboursés par le moyen qui a servi à les acheter. Les crédits réservés pour des envois en route peuvent être demandés dès qu’ils sont libres.`,
    submit: "Demander le remboursement",
    asked: (credits) => `Le remboursement de ${credits} a été demandé.`,
  },
  done: {
    closing: "Le compte est en cours de clôture. Tous les membres reçoivent un e-mail.",
    closed: "Le compte est clôturé. Tous les membres reçoivent un e-mail.",
    already: "Le compte était déjà clôturé.",
    reopened: "Le compte est de nouveau ouvert. Tous les membres reçoivent un e-mail.",
    not_closing: "Le compte est ouvert.",
    too_late: "Le délai est écoulé. La clôture ne peut plus être annulée.",
    number_taken:
      "Votre entreprise a enregistré un autre compte entre-temps. La clôture de celui-ci ne peut plus être annulée.",
    asked: "Le remboursement a été demandé. Vous recevez un e-mail à ce sujet.",
    nothing_left: "Il n’y a pas de crédits inutilisés à rembourser.",
    not_closed: "Les crédits sont remboursés une fois le compte clôturé.",
  },
  banner: {
    closing: "Ce compte est en cours de clôture : rien ne peut être envoyé.",
    closed: (lastDay) => `Ce compte est clôturé. La clôture peut être annulée jusqu’à la fin du ${lastDay}.`,
    link: "Ce que cela signifie",
  },
};
