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
    states: { in_force: "en vigueur", suspended: "suspendue", replaced: "remplacée", revoked: "révoquée" },
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
    scopes: "Peut",
    scope: {
      "messages:send": "envoyer des recommandés",
      "messages:read": "lister et suivre les envois",
      "evidence:read": "obtenir éléments de preuve et preuves",
    },
    scopeHints: {
      "messages:send": "Chaque envoi coûte des crédits et part au nom de la personne qui répond de la clé.",
      "messages:read": "Avec objets, destinataires et états. Nécessaire pour savoir où en est un envoi.",
      "evidence:read": "Preuves en PDF, éléments de preuve en XML, et dossiers des deux.",
    },
    servesUntil: (time) => `Une clé plus récente a pris sa place. Celle-ci fonctionne jusqu’au ${time}.`,
    made: "Créée",
    open: (name) => `Voir la clé ${name}`,
    back: "Retour aux clés",
    newKey: "Créer une clé",
    newTitle: "Créer une clé API",
    newLead:
      "Vous répondez de ce que fait la clé. Donnez une clé à un seul programme, et ne lui permettez que ce dont il a besoin : une clé divulguée peut alors être arrêtée sans nuire aux autres.",
    name: "Nom",
    nameHint: "Auquel vous et vos collègues reconnaissez la clé, par exemple le programme qui l’utilise.",
    makeButton: "Créer la clé",
    secretTitle: "Votre clé",
    secretLead:
      "Copiez-la maintenant et gardez-la là où vous gardez vos mots de passe. Nous n’en avons qu’une empreinte et ne pourrons plus l’afficher.",
    secret: "Clé API",
    secretHint:
      "Placez le curseur dans le champ, sélectionnez tout et copiez. Tous les administrateurs sont avertis par e-mail.",
    secretDone: "Je l’ai gardée",
    rotateTitle: "La renouveler",
    rotateLead:
      "Vous recevez une nouvelle clé du même nom, avec les mêmes droits, et vous en répondez. L’ancienne prend fin tout de suite ou fonctionne encore pendant que vous adaptez vos programmes.",
    rotateHours: "L’ancienne clé",
    hours: {
      0: "prend fin tout de suite",
      1: "fonctionne encore une heure",
      24: "fonctionne encore 24 heures",
    },
    rotateButton: "Créer la nouvelle clé",
    revokeTitle: "La révoquer",
    revokeLead:
      "Dès cet instant, plus rien n’est accepté de la clé. Ce qu’elle a envoyé va jusqu’à son terme. Une clé révoquée ne peut pas être remise en service.",
    revokeButton: "Révoquer la clé tout de suite",
    revoked: "La clé est révoquée. Plus rien n’est accepté de sa part.",
    ended: "Cette clé a pris fin. Elle reste dans la liste pour que le journal reste compréhensible.",
    adminsOnly: "Les clés sont créées et arrêtées par les administrateurs.",
    emptyTitle: "Aucune clé API",
    emptyText: "Ce compte n’a pas de clé avec laquelle un système à lui pourrait envoyer.",
  },
};
