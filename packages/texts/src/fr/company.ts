// Words of the pages about an account itself in French: its API keys.

import type { company as En } from "../en/company.ts";

export const company: typeof En = {
  apiKeys: {
    menu: "Clés API",
    title: "Clés API",
    lead: "Avec ces clés, vos propres systèmes font et suivent des envois recommandés. Un membre répond de chacune\u00a0: ce qu’une clé envoie part au nom de ce membre.",
    caption: "Clés API de ce compte, les plus récentes d’abord",
    key: "Clé",
    answerable: "En répond",
    lastUse: "Dernière utilisation",
    never: "jamais",
    state: "État",
    act: "Action",
    states: { in_force: "en service", suspended: "suspendue", revoked: "révoquée" },
    why: {
      suspended_left: "Ce membre a quitté le compte.",
      suspended_not_identified: "Ce membre n’est pas identifié.",
      suspended_too_old: "Ce membre doit s’identifier à nouveau.",
    },
    takeOver: "Reprendre",
    takeOverOne: (name) => `Reprendre la clé ${name}`,
    takeOverEffect:
      "Qui reprend une clé suspendue en répond à partir de ce moment. Elle fonctionne à nouveau aussitôt. Les autres administrateurs, et le membre qui en répondait, sont avertis par e-mail.",
    askAdmin:
      "Une clé suspendue fonctionne à nouveau dès que son membre s’identifie à nouveau, ou qu’un administrateur identifié la reprend.",
    taken: "La clé est à vous et fonctionne à nouveau.",
    emptyTitle: "Aucune clé API",
    emptyText: "Ce compte n’a pas de clé avec laquelle un système à lui pourrait envoyer.",
  },
};
