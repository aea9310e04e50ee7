// Mots des e-mails et des SMS (français).

import type { notices as En } from "../en/notices.ts";
import { elide } from "./elide.ts";

export const notices: typeof En = {
  addressee: "Pour",
  sender: "De",
  hiddenSender: {
    within: "quelqu’un dont le nom s’affiche après votre acceptation",
    first: "Quelqu’un dont le nom s’affiche après votre acceptation",
  },
  or: "ou",
  button: "Voir l’envoi recommandé",
  senderButton: "Voir l’envoi",
  choice:
    "Vous n’êtes pas obligé de l’accepter. Suivre le lien n’est pas accepter : vous choisissez sur la page.",
  doNothingLetter: (v) =>
    `Si vous ne faites rien, l’envoi est ensuite imprimé et vous est adressé par la poste en lettre recommandée. Il est posté au plus tard le ${v.postedBy}.`,
  doNothingUnaddressed:
    "Si vous ne faites rien, l’envoi vous est ensuite adressé par la poste en lettre recommandée, pour autant que l’expéditeur indique encore une adresse postale utilisable. Sinon, il expire, et l’expéditeur reçoit la preuve qu’il vous a été présenté et n’a pas été retiré.",
  doNothingProof:
    "Si vous ne faites rien, l’envoi expire. L’expéditeur reçoit alors la preuve qu’il vous a été présenté et n’a pas été retiré.",
  codesNeeded:
    "Pour le lire, vous tapez deux codes : l’un envoyé à cette adresse e-mail, l’autre envoyé sur votre téléphone mobile.",
  identityNeeded: "Pour le lire, vous vous identifiez avec itsme ou avec votre carte d’identité (eID).",
  check: (v) =>
    `Vous préférez ne pas suivre de lien ? Allez vous-même à l’adresse ${v.checkUrl} et tapez ce code de contrôle :`,
  checkSms: "Le même code de contrôle figure dans le SMS que nous vous envoyons.",
  noPassword: "Nous ne demandons jamais de mot de passe, de code PIN ni de numéro de carte bancaire.",
  notForMe: (v) =>
    `Vous n’êtes pas ${v.addressee} ? Dites-le sur la page. Vous ne devez pas vous identifier pour cela.`,
  why: (v) =>
    `Vous recevez cet e-mail parce ${elide("que", v.sender)} a indiqué cette adresse comme étant celle du destinataire.`,
  automatic: "Cet e-mail a été envoyé automatiquement. Personne ne lit les réponses.",
  trust: {
    demonstration:
      "Ceci est une démonstration. Elle n’a aucun effet juridique et ne remplace pas une lettre recommandée exigée par la loi.",
    nonQualified:
      "Cet envoi recommandé électronique ne remplace pas une lettre recommandée exigée par la loi.",
    qualified: (v) =>
      `Cet envoi n’est qualifié (eIDAS, article 44) que s’il est retiré avec ${v.methods}. Retiré autrement, il ne remplace pas une lettre recommandée exigée par la loi.`,
    methods: { eid: "une carte d’identité (eID)", itsme: "itsme" },
  },
  notice: {
    subject: (v) => `Envoi recommandé pour ${v.addressee} de la part ${elide("de", v.sender)}`,
    heading: "Un envoi recommandé pour vous",
    intro: (v) =>
      `${v.sender} vous a adressé un envoi recommandé électronique par l’intermédiaire ${elide("de", v.service)}. Il vous attend.`,
    window: (v) =>
      `Vous pouvez le retirer ou le refuser jusqu’au ${v.until} inclus, heure de Bruxelles. ${
        v.days === 1
          ? "Cela fait un jour entier, demain."
          : `Cela fait ${v.days} jours entiers à partir de demain.`
      }`,
  },
  reminder: {
    subject: (v) => `Rappel : envoi recommandé pour ${v.addressee} de la part ${elide("de", v.sender)}`,
    heading: "Votre envoi recommandé vous attend toujours",
    intro: (v) =>
      `${v.sender} vous a adressé un envoi recommandé électronique par l’intermédiaire ${elide("de", v.service)}. Vous ne l’avez pas encore retiré ni refusé.`,
    window: (v) => `Vous pouvez le retirer ou le refuser jusqu’au ${v.until} inclus, heure de Bruxelles.`,
  },
  code: {
    subject: (v) => `Votre code pour l’envoi recommandé ${elide("de", v.sender)}`,
    heading: "Votre code de l’e-mail",
    intro: "Tapez ce code sur la page qui le demande, avec le code du SMS.",
    valid: (v) => `Il est valable ${v.minutes} minutes et ne sert qu’une fois.`,
    keep: "Ne le donnez à personne. Nous ne le demandons jamais par téléphone ni par e-mail.",
    belongs: (v) => `Il correspond à l’envoi recommandé portant le code de contrôle ${v.checkCode}.`,
    notYou: "Vous n’avez pas demandé de code ? Alors vous n’avez rien à faire.",
  },
  contentReady: {
    subject: (v) => `Votre preuve de retrait de l’envoi recommandé ${elide("de", v.sender)}`,
    heading: "Vous avez retiré un envoi recommandé",
    intro: (v) => `Vous avez accepté l’envoi recommandé ${elide("de", v.sender)} le ${v.at}.`,
    attached:
      "Votre preuve de retrait est jointe à cet e-mail. Conservez-la. Chacun peut la vérifier, même sans nous.",
    again: (v) =>
      `Vous pouvez relire le message et ses annexes jusqu’au ${v.until} inclus, avec la même identification.`,
  },
  senderFailed: {
    answer: "La réponse reçue",
    reference: "Envoi",
    mail: {
      subject: (v) => `Non remis : l’avis à ${v.addressee}`,
      heading: "L’avis n’a pas pu être remis",
      what: (v) =>
        `L’e-mail à ${v.addressee} (${v.address}) a été refusé ou est revenu. Aucun délai de retrait ne court.`,
      repair: (v) =>
        `Vous pouvez corriger une seule fois l’adresse e-mail, le numéro de mobile ou le nom, jusqu’au ${v.until}. Un nouvel avis part alors et un délai de retrait complet commence.`,
    },
    sms: {
      subject: (v) => `Non remis : le SMS à ${v.addressee}`,
      heading: "Le SMS n’a pas pu être remis",
      what: (v) => `Le SMS à ${v.addressee} (${v.address}) n’a pas été remis.`,
      stands: "L’avis par e-mail reste valable et aucune date ne change.",
      repair:
        "Vous pouvez corriger une seule fois le numéro de mobile. L’avis repart alors et un délai de retrait complet commence.",
    },
    reminder: {
      subject: (v) => `Non remis : un rappel à ${v.addressee}`,
      heading: "Un rappel n’a pas pu être remis",
      what: (v) =>
        `Un rappel à ${v.addressee} (${v.address}) n’a pas été remis. L’avis reste valable et aucune date ne change.`,
    },
    otherwiseLetter: "Si rien n’est corrigé, l’envoi est imprimé et posté en lettre recommandée.",
    otherwiseProof:
      "Si rien n’est corrigé, l’envoi se termine comme destinataire injoignable et vous recevez la preuve de ce qui a été tenté.",
  },
  senderFinal: {
    proof: "La preuve peut être téléchargée sur la page de l’envoi.",
    proofAttached:
      "Votre compte est clôturé : la preuve est jointe. Conservez-la, nous ne pouvons plus l’envoyer une fois le compte effacé.",
    letter: (v) =>
      v.postedBy === null
        ? "L’envoi est maintenant imprimé et adressé par la poste en lettre recommandée. Vous pouvez le suivre sur la page de l’envoi."
        : `L’envoi est maintenant imprimé et posté en lettre recommandée, au plus tard le ${v.postedBy}. Tant qu’il n’est pas remis à l’impression, le destinataire peut encore le retirer et vous pouvez annuler la lettre.`,
    collected: {
      subject: (v) => `Retiré : votre envoi recommandé à ${v.addressee}`,
      heading: "Votre envoi recommandé a été retiré",
      what: (v) => `Votre envoi recommandé à ${v.addressee} a été retiré le ${v.at}.`,
    },
    refused: {
      subject: (v) => `Refusé : votre envoi recommandé à ${v.addressee}`,
      heading: "Votre envoi recommandé a été refusé",
      what: (v) => `Votre envoi recommandé à ${v.addressee} a été refusé le ${v.at}.`,
    },
    expired: {
      subject: (v) => `Non retiré : votre envoi recommandé à ${v.addressee}`,
      heading: "Votre envoi recommandé n’a pas été retiré",
      what: (v) =>
        `${v.addressee} a reçu un avis et pouvait retirer votre envoi recommandé jusqu’au ${v.until} inclus. Cela n’a pas été fait.`,
    },
    unreachable: {
      subject: (v) => `Injoignable : votre envoi recommandé à ${v.addressee}`,
      heading: "Le destinataire n’a pas pu être joint",
      what: (v) =>
        `Aucun avis à ${v.addressee} n’a pu être remis. L’envoi électronique a pris fin le ${v.at}. Son crédit vous a été rendu.`,
    },
    letterDelivered: {
      subject: (v) => `Distribuée : votre lettre recommandée à ${v.addressee}`,
      heading: "Votre lettre recommandée a été distribuée",
      what: (v) =>
        `${v.carrier} déclare que la lettre recommandée à ${v.addressee} a été distribuée le ${v.at}.`,
    },
    letterReturned: {
      subject: (v) => `Retournée : votre lettre recommandée à ${v.addressee}`,
      heading: "Votre lettre recommandée est revenue",
      what: (v) =>
        `${v.carrier} déclare que la lettre recommandée à ${v.addressee} a été renvoyée le ${v.at}.`,
    },
    letterUnknown: {
      subject: (v) => `Sans réponse : votre lettre recommandée à ${v.addressee}`,
      heading: "L’opérateur postal n’a pas dit ce qu’il est advenu de votre lettre",
      what: (v) =>
        `La lettre recommandée à ${v.addressee} a été postée. L’opérateur postal n’a pas dit à temps, avant le ${v.at}, ce qu’il en est advenu. Ce qu’il déclarera encore sera ajouté.`,
    },
    letterCalledOff: {
      subject: (v) => `Annulée : votre lettre recommandée à ${v.addressee}`,
      heading: "Votre lettre recommandée a été annulée",
      what: (v) =>
        `La lettre recommandée à ${v.addressee} a été annulée le ${v.at}, avant d’être imprimée. L’envoi est terminé et l’affranchissement a été rendu.`,
    },
    letterNotPostable: {
      subject: (v) => `Non postée : votre lettre recommandée à ${v.addressee}`,
      heading: "Votre lettre recommandée n’a pas pu être postée",
      what: (v) =>
        `Aucune lettre ne pouvait aller à l’adresse postale ${elide("de", v.addressee)}. L’envoi a pris fin le ${v.at} et l’affranchissement a été rendu.`,
    },
    letterLate: {
      subject: (v) => `Non postée : votre lettre recommandée à ${v.addressee}`,
      heading: "Votre lettre recommandée n’a pas été postée à temps",
      what: (v) =>
        `La lettre recommandée à ${v.addressee} n’a pas été postée dans les dix jours ouvrables. L’envoi a pris fin le ${v.at} et l’affranchissement a été rendu.`,
    },
  },
  senderPosted: {
    subject: (v) => `Postée : votre lettre recommandée à ${v.addressee}`,
    heading: "Votre lettre recommandée a été postée",
    what: (v) =>
      `Votre envoi recommandé à ${v.addressee} n’a pas été retiré en ligne. Il a été remis à ${v.carrier} comme lettre recommandée le ${v.at}.`,
    item: "Numéro de la lettre",
    followed: (v) => `Ce ${elide("que", v.carrier)} en déclare figure sur la page de l’envoi.`,
    proof: "Vous pouvez aussi y télécharger la preuve de dépôt.",
  },
  senderCorrected: {
    subject: (v) => `Du nouveau sur votre lettre recommandée à ${v.addressee}`,
    heading: "L’opérateur postal déclare du nouveau sur votre lettre",
    delivered: (v) =>
      `${v.carrier} déclare maintenant que la lettre recommandée à ${v.addressee} a été distribuée le ${v.at}.`,
    returned: (v) =>
      `${v.carrier} déclare maintenant que la lettre recommandée à ${v.addressee} a été renvoyée le ${v.at}.`,
    stays:
      "Cette déclaration est ajoutée aux preuves. Ce qui a été consigné auparavant reste, de même que le jour où l’envoi a pris fin.",
  },
  senderAddress: {
    subject: (v) => `Adresse requise : votre envoi recommandé à ${v.addressee}`,
    heading: "Il nous faut une adresse postale",
    follows: (v) =>
      `${v.addressee} peut retirer votre envoi recommandé jusqu’au ${v.until} inclus. Ensuite il doit devenir une lettre recommandée, et aucune lettre ne peut encore partir :`,
    soon: (v) =>
      `Si personne ne retire votre envoi recommandé à ${v.addressee}, il doit devenir une lettre recommandée, et aucune lettre ne peut encore partir :`,
    waits: (v) =>
      `Votre envoi recommandé à ${v.addressee} n’a pas été retiré et doit partir par la poste. Aucune lettre ne peut encore partir :`,
    problems: {
      missing: "vous n’avez pas donné d’adresse postale.",
      incomplete: "il manque quelque chose dans l’adresse postale.",
      unknown: "la poste ne connaît pas cette adresse.",
      not_served: "nous n’envoyons pas de lettres vers ce pays.",
      unreadable: "la poste ne peut pas lire cette adresse. Il lui faut des lettres latines.",
      other: "l’adresse ne tient pas sur une lettre, ou la poste ne peut pas s’en servir.",
    },
    address: "L’adresse que nous avons",
    mend: (v) => `Vous pouvez corriger l’adresse jusqu’au ${v.until} inclus.`,
    mendSoon: "Vous pouvez corriger l’adresse jusqu’à ce que la lettre soit remise à l’impression.",
    otherwise:
      "Sinon aucune lettre n’est postée. L’envoi se termine alors sans lettre, et l’affranchissement vous est rendu.",
    button: "Corriger l’adresse",
  },
  senderNotForMe: {
    subject: (v) => `« Pas pour moi » : votre envoi recommandé à ${v.addressee}`,
    heading: "Quelqu’un déclare que l’envoi ne lui est pas destiné",
    what: (v) =>
      `La personne qui détient le lien de l’avis à ${v.addressee} (${v.address}) a déclaré que l’envoi ne lui est pas destiné. Nous ne l’avons pas identifiée. Aucune date ne change et plus aucun rappel ne part à cette adresse.`,
  },
  senderMismatch: {
    subject: (v) => `Une autre personne s’est identifiée : votre envoi recommandé à ${v.addressee}`,
    heading: "Quelqu’un s’est identifié et n’est pas le destinataire",
    what: (v) =>
      `Le ${v.at}, une personne qui avait l’avis à ${v.addressee} s’est identifiée avec itsme ou une carte d’identité. Ce que nous avons comparé ne correspond pas :`,
    fields: {
      name: "le nom n’est pas celui que vous avez indiqué.",
      birth_date: "la date de naissance n’est pas celle que vous avez indiquée, ou n’est pas connue.",
      register_number:
        "le numéro de registre national n’est pas celui que vous avez indiqué, ou n’est pas connu.",
      not_a_member: "la personne n’est pas membre d’un compte vérifié de cette organisation.",
    },
    untold:
      "Nous ne pouvons pas dire de qui il s’agissait. L’envoi est resté fermé et aucune date ne change.",
    codesOpen: "Le destinataire peut toujours retirer l’envoi avec les deux codes.",
    mend: "Avez-vous mal orthographié le nom ? Vous pouvez le corriger sur la page de cet envoi.",
    sendAgain:
      "Ce que vous avez indiqué était-il inexact ? Cela ne peut plus être modifié pour cet envoi. Envoyez à nouveau le message avec les données exactes.",
    register:
      "L’organisation peut s’inscrire chez nous et faire vérifier son numéro d’entreprise. Ses membres pourront alors retirer l’envoi.",
  },
  extended: {
    subjectForSender: (v) => `Délai prolongé : votre envoi recommandé à ${v.addressee}`,
    subjectForAddressee: (v) =>
      `Délai prolongé : envoi recommandé pour ${v.addressee} de la part ${elide("de", v.sender)}`,
    heading: "Le délai de retrait est prolongé",
    what: (v) =>
      `Notre site a été inaccessible pendant ${v.minutes} minutes le dernier jour${v.between ? `, entre ${v.between.from} et ${v.between.to}` : ""}. L’envoi peut maintenant être retiré ou refusé jusqu’au ${v.until} inclus, heure de Bruxelles.`,
  },
  /** To the addressee: the letter that was to follow was called off. */
  calledOff: {
    subject: (v) => `Pas de lettre par la poste : envoi recommandé pour ${v.addressee}`,
    heading: "Aucune lettre ne vous parviendra par la poste",
    what: "L’expéditeur a annulé la lettre recommandée qui devait suivre. Vous ne recevrez aucune lettre par la poste.",
    open: (v) =>
      `Vous pouvez encore retirer ou refuser l’envoi jusqu’au ${v.until} inclus, heure de Bruxelles.`,
    ended: "L’envoi ne peut plus être retiré non plus. Vous n’avez rien à faire.",
  },
  sms: {
    notice: (v) =>
      `${v.addressee} : envoi recommandé ${elide("de", v.sender, "'")}. Retirez-le ou refusez-le jusqu'au ${v.until} inclus : ${v.checkUrl} code de contrôle ${v.checkCode}. Voir votre e-mail.`,
    reminder: (v) =>
      `Rappel pour ${v.addressee} : envoi recommandé ${elide("de", v.sender, "'")}. Retirez-le ou refusez-le jusqu'au ${v.until} inclus : ${v.checkUrl} code de contrôle ${v.checkCode}.`,
    code: (v) =>
      `${v.code} est votre code pour l'envoi recommandé ${elide("de", v.sender, "'")}. Valable ${v.minutes} minutes. Ne le donnez à personne.`,
    unnamedAddressee: "Destinataire",
    unnamedSender: "l'expéditeur",
    hiddenSender: "quelqu'un (nom visible après acceptation)",
  },
};
