// Mots du site de retrait (français).

import type { collect as En } from "../en/collect.ts";

export const collect: typeof En = {
  from: "De",
  for: "Pour",
  hiddenSender: {
    name: "Un expéditeur dont le nom s’affiche après votre acceptation",
    line: "L’expéditeur l’a choisi ainsi. Les preuves le nomment dans tous les cas.",
    ask: "l’expéditeur",
  },
  identifiedBy: { itsme: "identifié par itsme", eid: "identifié par carte d’identité", other: "identifié" },
  notYetAccepting: "Continuer n’est pas encore accepter. Vous choisissez à la page suivante.",
  backToNotice: "Retour à l’avis",
  typeCheckCode: "Taper un code de contrôle",
  home: {
    title: "Retirer un envoi recommandé",
    lead: "Tapez le code de contrôle de votre avis. Il figure dans l’e-mail et dans le SMS : c’est le même dans les deux.",
    label: "Code de contrôle",
    hint: "12 lettres et chiffres, comme K7QM-4RTX-92VB. Majuscules, espaces et tirets n’ont pas d’importance.",
    button: "Continuer",
    safety: "Nous ne demandons jamais de mot de passe, de code PIN ni de numéro de carte bancaire.",
  },
  unknownLink: {
    title: "Ce lien n’ouvre rien",
    happened:
      "Le lien n’est pas complet, un avis plus récent l’a remplacé parce que l’expéditeur a corrigé votre adresse, ou le délai de conservation de l’envoi et de sa preuve est passé.",
    next: "Ouvrez le lien du dernier e-mail reçu de nous, ou tapez le code de contrôle qui y figure.",
  },
  closedDoor: {
    title: "Veuillez rouvrir votre avis",
    happened:
      "Aucun avis n’est ouvert dans ce navigateur. Pour votre sécurité nous le fermons après quelques heures, et il nous faut des cookies.",
    next: "Ouvrez encore une fois le lien de l’e-mail, ou tapez le code de contrôle qui y figure.",
  },
  sessionEnded:
    "Une heure a passé, l’accès est donc fermé. Recommencez ci-dessous pour continuer. Rien n’a changé.",
  notice: {
    title: "Un envoi recommandé pour vous",
    titleOrganisation: "Un envoi recommandé pour votre organisation",
    whatIs:
      "Un envoi recommandé est la forme électronique d’une lettre recommandée. Celui qui l’envoie reçoit la preuve de ce qui vous a été présenté et de ce que vous avez choisi.",
    until: (until) => `Vous n’êtes pas obligé de l’accepter. Vous pouvez le retirer ${until}.`,
    untilNotSet: (days) =>
      `Vous n’êtes pas obligé de l’accepter. Vous avez ${days} jours entiers, aujourd’hui non compris.`,
    afterWindow:
      "Le dernier jour est passé, mais la lettre n’est pas encore imprimée. Vous pouvez encore retirer l’envoi ici. Il n’est plus possible de le refuser.",
    follows: "Ce qui s’ensuit",
    ifAccept: "Si vous acceptez",
    ifRefuse: "Si vous refusez",
    ifNothing: "Si vous ne faites rien",
    accepting:
      "Vous lisez l’envoi tout de suite et pouvez le garder. L’expéditeur reçoit la preuve que vous l’avez retiré, avec le jour et l’heure.",
    refusing:
      "Vous ne voyez pas le contenu de l’envoi. L’expéditeur reçoit la preuve que vous l’avez refusé. En droit, refuser peut avoir le même effet que recevoir.",
    nothing: (day) =>
      `Après le ${day}, l’envoi ne peut plus être retiré. L’expéditeur reçoit la preuve qu’il vous a été présenté. Cela aussi peut avoir des effets en droit.`,
    nothingLetter: (day, postedBy) =>
      `Après le ${day}, l’envoi est imprimé et arrive par la poste, en lettre recommandée. Il est posté au plus tard le ${postedBy}.`,
    nothingUnaddressed:
      "L’envoi arrive alors par la poste, en lettre recommandée, pour autant que l’expéditeur indique encore une adresse postale utilisable. Sinon il prend fin, et l’expéditeur reçoit une preuve qu’il vous a été présenté. Cela aussi peut avoir des effets en droit.",
    nothingLetterNotSet: "L’envoi est alors imprimé et arrive par la poste, en lettre recommandée.",
    nothingLetterSoon: (postedBy) =>
      `L’envoi est bientôt imprimé et arrive par la poste, en lettre recommandée. Il est posté au plus tard le ${postedBy}.`,
    lastDay: "dernier jour",
    twoCodes: (email, mobile) =>
      `Nous vous envoyons deux codes : l’un par e-mail à ${email}, l’autre par SMS au ${mobile}.`,
    send: "M’envoyer deux codes",
    notForMe: "Ce n’est pas pour moi",
    genuine: "Est-ce authentique ?",
  },
  codes: {
    title: "Tapez les deux codes",
    sent: "Les deux codes sont en route. Ils sont valables dix minutes.",
    email: (masked) => `Code de l’e-mail envoyé à ${masked}`,
    sms: (masked) => `Code du SMS envoyé au ${masked}`,
    button: "Continuer",
    resend: "Envoyer de nouveaux codes",
    resendIn: "Nouveaux codes dans {time}",
    nothingArrived: "Rien n’est arrivé ?",
    help: "Regardez dans le dossier des indésirables. Un SMS peut prendre une minute. De nouveaux codes remplacent les précédents.",
    wrongHelp:
      "Chaque paire fonctionne dix minutes, pour cinq essais et une seule fois. En cas de doute, demandez de nouveaux codes.",
    tooMany: (duration) =>
      `La limite est de cinq paires de codes par heure. Vous pourrez en demander de nouveaux dans ${duration}.`,
  },
  decide: {
    title: "Accepter ou refuser",
    lead: "Vous avez tapé les deux codes. Choisissez maintenant ce qu’il advient de cet envoi.",
    accept: "Accepter",
    acceptButton: "Accepter et lire",
    refuse: "Refuser",
    refuseButton: "Refuser l’envoi",
    later: "Pas maintenant",
    laterText: (until) =>
      `Vous pouvez aussi fermer cette page et choisir plus tard, ${until}. Vous demanderez alors deux nouveaux codes.`,
    worth: "Ce que dira la preuve",
    possession:
      "La preuve dit qu’une personne ayant accès à cette boîte et à ce téléphone a choisi. Elle n’établit pas d’identité.",
    changed: "Cette page a changé depuis que vous l’avez ouverte. Relisez-la, puis choisissez.",
    refusingClosed:
      "Le dernier jour est passé. Il n’est plus possible de refuser, mais vous pouvez encore accepter.",
  },
  wait: {
    title: "Un instant",
    happened: (time) =>
      `Vous avez accepté le ${time}. Cela compte, quelle que soit la durée de l’étape suivante.`,
    next: "Une autorité indépendante y appose maintenant un horodatage. Ensuite l’envoi s’ouvre de lui-même, en général en une seconde.",
    reload: "Si cette page ne bouge pas, rechargez-la.",
    reloadButton: "Recharger",
  },
  damaged: {
    title: "Nous ne pouvons pas ouvrir l’envoi pour l’instant",
    happened:
      "Avant votre acceptation, nous vérifions que chaque partie peut être remise. Une partie ne s’ouvre pas. Rien n’a changé : vous n’avez rien accepté.",
    next: "C’est notre faute et nous en sommes avertis. Réessayez plus tard. Vous pouvez aussi refuser ou attendre.",
  },
  failed: {
    title: "L’envoi ne peut pas être remis",
    happened: (time) =>
      `Vous avez accepté le ${time}. Ensuite, une partie de l’envoi s’est révélée perdue chez nous.`,
    next: (sender) =>
      `La preuve le dit, et dit que la cause est chez nous. Demandez à ${sender} de renvoyer l’envoi.`,
  },
  message: {
    title: "Votre envoi recommandé",
    collected: (time) => `Vous avez retiré cet envoi le ${time}.`,
    files: "Fichiers",
    filesLead: "Ces octets exactement ont été envoyés, et la preuve les nomme.",
    messageText: "le texte ci-dessus",
    fingerprint: "Empreinte (SHA-256)",
    download: "Télécharger",
    downloadAll: "Tout télécharger en un seul fichier zip",
    keptTitle: "Gardez ce dont vous avez besoin",
    kept: (until) =>
      `Vous pouvez ouvrir cet envoi ici ${until}, chaque fois avec deux codes. Téléchargez-le si vous voulez le garder plus longtemps.`,
    proofTitle: "Votre copie de la preuve",
    proof: (email) =>
      `Nous vous envoyons la preuve de retrait par e-mail, à ${email}, dès qu’elle est scellée.`,
    proofAgain: "L’envoyer encore une fois",
    proofAsked: "La copie est en route vers votre boîte.",
    leave: "Fermer cet envoi",
    left: "Vous avez fermé l’envoi. Pour le rouvrir, recommencez ci-dessous.",
    zipName: "envoi-recommande",
  },
  collectedBefore: {
    title: "Cet envoi a été retiré",
    happened: (time) => `Il a été accepté le ${time}. L’expéditeur le sait.`,
    next: (until) => `Si c’était vous, vous pouvez le rouvrir ${until}, avec deux nouveaux codes.`,
    over: (until) =>
      `Il pouvait être rouvert ${until}. Le contenu est effacé. La copie de la preuve dans votre boîte reste valable.`,
    notYou:
      "Ce n’était pas vous ? Quelqu’un l’a fait en ayant accès à votre boîte et à votre téléphone. Dites-le tout de suite à l’expéditeur.",
  },
  closed: {
    refused: (time) => ({
      title: "Cet envoi a été refusé",
      happened: `Il a été refusé le ${time}. L’expéditeur en a reçu la preuve. L’envoi ne s’ouvre plus.`,
      next: "Vous voulez savoir malgré tout ce qu’il disait ? Demandez-le à l’expéditeur. Aucune lettre ne suit.",
    }),
    expired: (lastDay) => ({
      title: "Cet envoi ne peut plus être retiré",
      happened: `Son dernier jour était le ${lastDay}. L’expéditeur a reçu la preuve qu’il vous a été présenté et n’a pas été retiré.`,
      next: "Demandez à l’expéditeur ce qu’il disait, ou de le renvoyer. Un délai court peut-être : n’attendez pas.",
    }),
    notPosted: (lastDay) => ({
      title: "Aucune lettre ne viendra",
      happened: `Le dernier jour pour retirer cet envoi était le ${lastDay}. Il devait ensuite arriver par la poste, mais il n’a pas été posté. Il ne s’ouvre plus ici.`,
      next: "Demandez à l’expéditeur ce qu’il disait, ou de le renvoyer. Un délai court peut-être : n’attendez pas.",
    }),
    unreachable: (time) => ({
      title: "Cet envoi a pris fin",
      happened: `Aucun avis n’a pu être remis à temps ; l’envoi a donc pris fin le ${time}. L’expéditeur le sait.`,
      next: "Demandez à l’expéditeur de le renvoyer à une adresse qui fonctionne.",
    }),
    letter: (postedBy) => ({
      title: "La lettre est en route",
      happened: `L’envoi n’a pas été retiré à temps. Il est imprimé et arrive par la poste, en lettre recommandée, postée au plus tard le ${postedBy}. Il ne s’ouvre plus ici.`,
      next: "Vous n’avez rien à faire maintenant. La lettre contient tout l’envoi avec ses pièces jointes. Acceptez-la quand le facteur la présente, ou retirez-la au bureau de poste avec votre carte d’identité.",
    }),
    posted: (operator, time) => ({
      title: "La lettre est en route",
      happened: `L’envoi n’a pas été retiré à temps. Il a été posté en lettre recommandée le ${time}. Il ne s’ouvre plus ici.`,
      next: `Acceptez la lettre quand le facteur la présente, ou retirez-la au bureau de poste avec votre carte d’identité. Demandez à ${operator} où elle est.`,
    }),
    delivered: (operator) => ({
      title: "La lettre est arrivée",
      happened: `L’envoi n’a pas été retiré à temps et est arrivé par la poste, en lettre recommandée. ${operator} déclare l’avoir distribuée.`,
      next: `Vous ne l’avez pas reçue ? Demandez à ${operator}, ou demandez à l’expéditeur ce qu’elle disait.`,
    }),
    returned: (operator) => ({
      title: "La lettre est repartie",
      happened: `L’envoi n’a pas été retiré à temps et est parti par la poste, en lettre recommandée. ${operator} déclare l’avoir renvoyée.`,
      next: "Demandez à l’expéditeur ce qu’elle disait, ou de l’envoyer à nouveau. Un délai peut courir : n’attendez pas.",
    }),
    unheard: (operator, time) => ({
      title: "La lettre a été postée",
      happened: `L’envoi n’a pas été retiré à temps. Il a été posté en lettre recommandée le ${time}. ${operator} n’a pas déclaré ce qu’elle est devenue.`,
      next: `Vous ne l’avez pas reçue ? Demandez à ${operator} où elle est, ou demandez à l’expéditeur ce qu’elle disait. Un délai court peut-être : n’attendez pas.`,
    }),
    post: "la poste",
    item: "Numéro de la lettre",
    waits: () => ({
      title: "Une minute, s’il vous plaît",
      happened: "Le dernier jour vient de passer. Nous l’enregistrons, et d’ici là rien ne peut être choisi.",
      next: "Rouvrez cette page dans une minute. Tant que la lettre n’est pas imprimée, vous pouvez encore accepter.",
    }),
    again: "Réessayer",
  },
  notForMe: {
    title: "Ce n’est pas pour moi",
    lead: (addressee) => `Cet avis est destiné à ${addressee}. Si ce n’est pas vous, dites-le-nous.`,
    effects: [
      "Nous disons à l’expéditeur qu’une personne ayant ce lien le déclare.",
      "Cette adresse ne reçoit plus de rappels.",
      "L’envoi reste fermé, et son destinataire peut le retirer jusqu’au dernier jour.",
    ],
    notRefusing: "Rien n’est accepté ni refusé par là.",
    confirm: "Ce n’est pas pour moi : le dire à l’expéditeur",
    doneTitle: "Nous l’avons dit à l’expéditeur",
    done: "Merci. Vous ne recevrez plus de rappels de cet envoi. Vous n’avez rien d’autre à faire et pouvez supprimer l’e-mail.",
  },
  genuine: {
    title: "Est-ce authentique ?",
    lead: "Méfiez-vous des liens dans les e-mails. Vous pouvez vérifier cet avis sans vous fier à son lien.",
    steps: (address) => [
      `Tapez vous-même l’adresse : ${address}`,
      "Tapez-y le code de contrôle. Il figure dans l’e-mail et dans le SMS, et doit être le même dans les deux.",
      "Vous voyez alors le même expéditeur et le même dernier jour que dans l’avis. Sinon, il ne vient pas de nous.",
    ],
    codeIs: "Vous avez ouvert cet avis avec ce code de contrôle :",
    never:
      "Nous ne demandons jamais de mot de passe, de code PIN ni de numéro de carte bancaire. Les deux codes se tapent sur ce site seulement : ne les dites à personne, même au téléphone.",
    askSender: (sender) =>
      `En cas de doute, appelez ${sender} à un numéro que vous connaissez, pas à un numéro de l’e-mail.`,
  },
};
