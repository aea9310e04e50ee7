// Words in French about the inbox of a registered addressee.

import type { inbox as En } from "../en/inbox.ts";

export const inbox: typeof En = {
  menu: "Reçus",
  title: "Reçus",
  lead: "Les envois recommandés qui vous sont adressés. En ouvrir un montre son avis ; vous choisissez ensuite si vous l’acceptez.",
  caption: "Envois recommandés qui vous sont adressés, les plus récents d’abord",
  from: "De",
  received: "Reçu",
  state: "État",
  readable: "Lisible",
  states: {
    accepted: "Vous attend",
    notified: "Vous attend",
    notice_failed: "Vous attend",
    collected: "Accepté",
    refused: "Refusé",
    expired: "Non retiré à temps",
    unreachable: "Terminé",
    to_print: "Arrive bientôt par la poste",
    printed: "Arrive par la poste",
    posted: "Arrive par la poste",
    post_delivered: "Arrivé par la poste",
    post_returned: "Lettre renvoyée",
    post_unknown: "Envoyé par la poste",
    post_failed: "Terminé",
  },
  until: "jusqu’au",
  noLonger: "plus maintenant",
  emptyTitle: "Pas encore d’envoi recommandé",
  emptyText:
    "Un envoi arrive ici lorsqu’il est adressé à l’adresse e-mail de votre compte et au nom que donne itsme ou votre carte d’identité. Vous recevez aussi l’avis par e-mail.",
  identify: "Montrer qui vous êtes",
  identifyFirst:
    "Rien ne peut encore arriver ici : montrez d’abord qui vous êtes, avec itsme ou votre carte d’identité.",
  decideKept: (days: string) =>
    `Une fois accepté, vous pouvez le lire ici pendant ${days} jours, selon le réglage de votre compte.`,
  messageKept: (days: string) => `Votre compte garde ce que vous avez accepté pendant ${days} jours.`,
};
