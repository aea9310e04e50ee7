// Mots des preuves en PDF, en français.

import type { proof as En } from "../en/proof.ts";
import { elide } from "./elide.ts";

export const proof: typeof En = {
  service: "Envoi recommandé électronique",
  status: {
    demonstration: "démonstration, non qualifié",
    "non-qualified": "non qualifié",
    qualified: "qualifié",
    conditional: (v) => `qualifié seulement s’il est retiré avec ${v.methods}`,
  },
  methods: { eid: "l’eID", itsme: "itsme" },
  or: " ou ",
  legalEffect: {
    demonstration:
      "Cet envoi est une démonstration. Il ne remplace pas une lettre recommandée exigée par la loi.",
    "non-qualified":
      "Cet envoi n’est pas qualifié. Il ne remplace pas une lettre recommandée exigée par la loi.",
    qualified:
      "Cet envoi est qualifié : le service qui l’a transmis est un service d’envoi recommandé électronique qualifié (eIDAS, article 44) et a identifié le destinataire au niveau élevé.",
    conditional: (v) =>
      `Cet envoi n’est qualifié (eIDAS, article 44) que s’il est retiré avec ${v.methods} au niveau élevé. Retiré autrement, il ne remplace pas une lettre recommandée exigée par la loi.`,
  },
  kinds: {
    proof_of_submission: {
      title: "Preuve de dépôt",
      sentence: "Cet envoi a été accepté pour être transmis au destinataire ci-dessous.",
      whole: (v) =>
        v.one
          ? "Cet envoi a été accepté pour être transmis à un destinataire."
          : `Cet envoi a été accepté pour être transmis à ${v.count} destinataires, à chacun séparément.`,
      when: "Dépôt accepté",
    },
    proof_of_notification: {
      title: "Preuve de notification",
      sentence: "Un avis a été envoyé au destinataire : un envoi recommandé l’attend.",
      sentenceUsed:
        "Un détenteur de l’avis l’a utilisé pour s’identifier. Cela prouve que l’avis est arrivé.",
      when: "Notifié",
    },
    proof_of_non_notification: {
      title: "Preuve de non-notification",
      sentence: "Le destinataire n’a pas pu être averti aux adresses que l’expéditeur a données.",
      sentenceOurs: "Le destinataire n’a pas pu être averti. La cause tient au service, non aux adresses.",
      sentenceThen:
        "Un avis n’a pas pu être remis aux adresses données alors. Le destinataire a été averti par la suite : ce qui a suivi figure ci-dessous.",
      when: "Constaté",
    },
    proof_of_collection: {
      title: "Preuve de retrait",
      identified: {
        handedOver:
          "Cet envoi a été remis à son destinataire, qui a été identifié au préalable et l’a accepté.",
        madeAvailable:
          "Cet envoi a été mis à la disposition de son destinataire, qui a été identifié au préalable et l’a accepté.",
      },
      codes: {
        handedOver:
          "Cet envoi a été accepté par un détenteur de la boîte mail et du téléphone que l’expéditeur a donnés, et lui a été remis. L’identité n’a pas été établie.",
        madeAvailable:
          "Cet envoi a été accepté par un détenteur de la boîte mail et du téléphone que l’expéditeur a donnés, et mis à sa disposition. L’identité n’a pas été établie.",
      },
      when: "Accepté",
    },
    proof_of_refusal: {
      title: "Preuve de refus",
      identified: "Le destinataire, identifié au préalable, a refusé cet envoi.",
      codes:
        "Cet envoi a été refusé par un détenteur de la boîte mail et du téléphone que l’expéditeur a donnés. L’identité n’a pas été établie.",
      when: "Refusé",
    },
    proof_of_expiry: {
      title: "Preuve d’expiration",
      sentence:
        "Cet envoi a été présenté et son destinataire en a été averti. Il n’a pas été retiré à temps.",
      when: "Expiré",
    },
    proof_of_posting: {
      title: "Preuve de dépôt à la poste",
      sentence: "Cet envoi a été imprimé et confié à l’opérateur postal comme lettre recommandée.",
      sentenceOf: (v) => `Cet envoi a été imprimé et confié à ${v.operator} comme lettre recommandée.`,
      when: "Posté",
    },
    proof_of_post_outcome: {
      title: "Preuve de l’issue postale",
      sentence: "L’opérateur postal a déclaré ce qu’il est advenu de la lettre.",
      stated: (v) => `${v.source} déclare au sujet de la lettre : ${v.outcome}.`,
      silent: "L’opérateur postal n’a pas dit à temps ce qu’il est advenu de la lettre.",
      failed: "La lettre n’a pas été confiée à l’opérateur postal.",
      when: "Déclaré",
      whenOurs: "Constaté",
    },
  },
  brussels: (v) => `(Bruxelles, ${v.offset})`,
  exactly: (v) => `exactement ${v.utc} (UTC)`,
  terms: {
    operator: "Opérateur postal",
    statement: "Déclaration",
    madeAvailable: "Mis à disposition",
    handedOver: "Remis",
    by: "Par",
    sender: "Expéditeur",
    addressee: "Destinataire",
    consent: "Consentement",
    accepted: "Dépôt accepté",
    asked: "Identification exigée",
    window: "Délai de retrait",
    letter: "À défaut de retrait",
    reasons: "Motif",
    subject: "Objet",
    message: "Message",
    delivery: "Envoi",
    evidence: "pièce",
  },
  bySomebody: {
    codes: "Possession de la boîte mail et du téléphone que l’expéditeur a donnés ; identité non établie",
    codesFor: "Pour l’organisation ; personne non identifiée",
    codesHow: (v) =>
      `Deux codes à usage unique, l’un envoyé par e-mail et l’autre par SMS, ont tous deux été tapés correctement le ${v.when}.`,
    unnamed: "Une personne dont le nom reste auprès du service",
    member: (v: { member: string; organisation: string }) =>
      `Membre ${v.member} ${elide("de", v.organisation)}`,
    identified: (v) => `identité établie par : ${v.method}`,
    issuer: (v) => `émetteur ${v.issuer}`,
    because: (v) => `est le destinataire d’après : ${v.matched}`,
    becauseMember: (v) => `agit pour le destinataire d’après : ${v.matched}`,
    commitment: "Engagement sur le dossier d’identification (SHA-256)\u00a0:",
  },
  matched: {
    "mailbox+phone": "possession de la boîte mail et du téléphone",
    name: "nom",
    "name+birth_date": "nom et date de naissance",
    register_number: "numéro de registre national",
    "member+enterprise_number": "appartenance à un compte d’entreprise vérifié pour ce numéro d’entreprise",
  },
  method: {
    password: "mot de passe",
    "password+totp": "mot de passe et code à usage unique",
    passkey: "clé d’accès (passkey)",
    codes: "deux codes à usage unique",
    itsme: "itsme",
    eid: "carte d’identité (eID)",
    api_key: "clé d’API",
  },
  level: { low: "garantie faible", substantial: "garantie substantielle", high: "garantie élevée" },
  sender: {
    enterprise: (v) => `entreprise ${v.number}`,
    member: (v) => `par son membre ${v.member}`,
    signedIn: (v) => `connexion par ${v.method}, le ${v.when}`,
    identified: (v) => `identification par ${v.method}, le ${v.when}`,
  },
  addressee: {
    attention: (v) => `à l’attention ${elide("de", v.name)}`,
    suppliedBySender: "Données par l’expéditeur ; le service n’en a pas vérifié l’exactitude.",
    noMobile: "pas de numéro mobile",
  },
  consent: {
    clause: "par une clause d’un contrat",
    earlier_consent: "donné auparavant",
    registration: "par l’inscription à ce service",
    none_stated: "L’expéditeur n’en a indiqué aucun pour ces adresses électroniques.",
    stated: (v) => `Indiqué par l’expéditeur : ${v.basis}`,
    on: (v) => `le ${v.date}`,
    words: (v) => `« ${v.words} »`,
  },
  asked: {
    codes: "deux codes à usage unique, par e-mail et par SMS, ou un moyen plus sûr",
    eid_or_itsme: "itsme ou carte d’identité (eID)",
  },
  window: {
    days: (v) =>
      v.days === 1
        ? "1 jour calendrier entier, à partir du lendemain de l’avis"
        : `${v.days} jours calendrier entiers, à partir du lendemain de l’avis`,
    until: (v) => `${v.until} (heure de Bruxelles)`,
    deadline: (v) => `le premier instant qui suit est ${v.deadline}`,
    finalBy: (v) => `clos quoi qu’il arrive au plus tard le ${v.date}`,
  },
  letter: {
    yes: "L’envoi est imprimé et posté comme lettre recommandée.",
    no: "L’envoi expire. Aucune lettre n’est envoyée.",
  },
  post: {
    item: "numéro",
    batch: (v) => `lot ${v.batch}`,
    address: "à",
    pages: (v) => (v.one ? "1 page" : `${v.pages} pages`),
    sheets: (v) => (v.one ? "1 feuille" : `${v.sheets} feuilles`),
    printFile: "Fichier d’impression tel que confié, SHA-256 :",
    receipt: "Récépissé du dépôt, SHA-256 :",
    report: "Rapport tel que reçu, SHA-256 :",
    states: (v) => `${v.source} déclare : ${v.outcome}`,
    enteredByDesk: "Saisi par notre service postal, et non par l’opérateur postal lui-même.",
    words: (v) => `« ${v.words} »`,
    outcome: {
      accepted: "prise en charge par l’opérateur postal",
      presented: "présentée à l’adresse",
      held: "gardée au bureau de poste",
      delivered: "distribuée",
      returned: "renvoyée",
      other: "autre chose, dans ses propres termes",
      signed_proof: "la même chose, dans une preuve munie de son propre cachet",
    },
  },
  reason: {
    R_ERDS_Unreachable: "le destinataire est injoignable",
    R_ERDS_Malfunction: "une défaillance du service",
    R_ERDS_PolicyViolation: "contraire à la politique du service",
    R_ERDS_NotIdentified: "non identifié",
    UnknownRecipient: "destinataire inconnu",
    "own:window_passed": "le délai de retrait est passé",
    "own:addressee_refused": "le destinataire a refusé",
    "own:after_window_before_printing": "après le délai, avant l’impression",
    "own:not_postable": "la lettre ne peut pas être postée",
    "own:called_off": "annulé par l’expéditeur",
    "own:not_posted_in_time": "pas posté à temps",
    "own:broken_off": "la transmission a été interrompue",
    "own:attachment_refused": "une pièce jointe n’est pas admise par les conditions du service",
    "own:content_damaged": "le contenu est endommagé",
  },
  parts: {
    accepted: "Ce qui a été accepté",
    offered: "Ce qui a été présenté",
    available: "Ce qui a été mis à disposition",
    handedOver: "Ce qui a été remis",
    refused: "Ce qui a été refusé",
    part: "Partie",
    asPrinted: (v) => (v.pages === 1 ? "tel qu’imprimé : 1 page" : `tel qu’imprimé : ${v.pages} pages`),
    size: "Taille",
    hash: "SHA-256",
  },
  deliveries: {
    title: "Destinataires",
    addressee: "Destinataire et adresses données par l’expéditeur",
    delivery: "Envoi et enregistrement",
  },
  track: {
    title: "Ce qui s’est passé",
    event: {
      SubmissionAcceptance: "Accepté pour transmission",
      SubmissionRejection: "Dépôt rejeté",
      RelayAcceptance: "Relais accepté",
      RelayRejection: "Relais rejeté",
      RelayFailure: "Relais échoué",
      NotificationForAcceptance: "Avis envoyé",
      NotificationForAcceptanceFailure: "Échec de l’avis",
      ConsignmentAcceptance: "Accepté par le destinataire",
      ConsignmentRejection: "Refusé par le destinataire",
      AcceptanceRejectionExpiry: "Délai de retrait passé",
      NotificationDelivered: "Avis arrivé à destination",
      NotificationAccessTracking: "Avis utilisé",
      ContentConsignment: "Contenu mis à disposition",
      ContentConsignmentFailure: "Le contenu n’a pas pu être mis à disposition",
      ConsignmentNotification: "Mise à disposition annoncée",
      ConsignmentNotificationFailure: "La mise à disposition n’a pas pu être annoncée",
      ContentAccessTracking: "Partie ouverte",
      ContentHandover: "Contenu remis",
      ContentHandoverFailure: "Remise interrompue",
      RelayToNonERDS: "Confié à l’opérateur postal",
      RelayToNonERDSFailure: "N’a pas pu être confié à l’opérateur postal",
      ReceivedFromNonERDS: "Reçu de l’opérateur postal",
      AddresseeContactRepaired: "L’expéditeur a corrigé les données du destinataire",
      PostalAddressMended: "L’expéditeur a corrigé l’adresse postale",
      SmsFailure: "Échec du SMS",
      SmsAnswer: "Réponse au sujet du SMS",
      NotForMe: "Détenteur du lien, non identifié : « ce n’est pas pour moi »",
      WindowExtendedForOutage: "Délai de retrait prolongé après une panne du service",
      Unreachable: "Destinataire injoignable",
      LetterCalledOff: "L’expéditeur a annulé la lettre",
      LetterToPrint: "Continue comme lettre recommandée",
      LetterReleased: "Remis à l’impression",
      LetterPrinted: "Lettre imprimée",
      CarrierStatement: "Déclaration de l’opérateur postal",
      CarrierSilent: "Pas de nouvelles de l’opérateur postal",
    },
    reminder: (v) => `rappel ${v.number}`,
    round: (v) => `série ${v.round}`,
    corrected: (v) => `Corrigé : ${v.fields}`,
    field: { email: "adresse e-mail", mobile: "numéro mobile", name: "nom" },
    openedWindow: "Cette utilisation a prouvé l’avis et ouvert le délai de retrait.",
    extended: (v) =>
      `Le service était hors d’atteinte pendant ${v.minutes} minutes. Le délai de retrait court désormais ${v.until}.`,
    printedAgain: "La lettre a été écartée et est imprimée à nouveau.",
    accountClosed: "Le compte de l’expéditeur a été clôturé.",
    correction: "L’opérateur corrige une déclaration antérieure.",
    afterFinal: "après l’état final",
    channel: { email: "E-mail", sms: "SMS" },
    channelLine: (v) => `${v.channel} à ${v.to} : ${v.outcome}`,
    outcome: {
      accepted: "pris en charge",
      refused: "refusé",
      pending: "réponse attendue",
      not_tried: "pas essayé",
      delivered: "arrivé",
      failed: "échec définitif",
    },
    answer: (v) => `réponse : « ${v.answer} »`,
    record: (v) => `enregistrement ${v.seq}`,
    logEntry: (v) => `entrée ${v.entry} du journal`,
    notLogged: "pas encore au journal",
    digest: "Sous chaque enregistrement figure sa valeur dans la chaîne.",
    closed: (v) => `La chaîne a été close à l’état final avec ${v.records} enregistrements (tête ${v.head}).`,
    later: (v) =>
      v.one ? "Un enregistrement ultérieur suit." : `${v.count} enregistrements ultérieurs suivent.`,
    open: "L’envoi n’était pas clos lorsque cette preuve a été établie : d’autres enregistrements peuvent suivre.",
  },
  notProved: {
    title: "Ce que ceci ne prouve pas\u00a0:",
    proof_of_submission: "Que le destinataire a été averti, ni que l’envoi a été remis, lu ou compris.",
    proof_of_notification: "Que le destinataire a vu l’avis, ni que l’envoi a été retiré, lu ou compris.",
    proof_of_non_notification:
      "Que le destinataire n’existe pas ou se dérobe, ni que l’envoi ne peut pas l’atteindre autrement.",
    proof_of_collection: "Que l’envoi a été lu ou compris.",
    proof_of_refusal: "Que le destinataire sait ce que dit l’envoi, ni pourquoi il l’a refusé.",
    proof_of_expiry:
      "Que le destinataire a reçu l’envoi, a vu l’avis ou a choisi de ne pas le retirer. L’envoi n’est pas parvenu entre ses mains.",
    expiredWithLetter:
      "Que le destinataire a reçu l’envoi, a vu l’avis ou a choisi de ne pas le retirer. L’envoi a continué comme lettre recommandée : ce qu’elle est devenue, les preuves de la lettre le disent.",
    proof_of_posting: "Que la lettre est arrivée, ni que le destinataire l’a lue ou comprise.",
    proof_of_post_outcome:
      "Qu’il en est comme l’opérateur postal le déclare : c’est sa déclaration, et non un constat de ce service. Ni que le destinataire a lu ou compris la lettre.",
    postSilent:
      "Que la lettre est arrivée ou n’est pas arrivée : l’opérateur postal n’a rien déclaré à temps, et peut encore le faire.",
    neverPosted:
      "Que le destinataire avait connaissance du message, ou qu’aucune lettre n’aurait pu l’atteindre : celle-ci n’a jamais été postée, pour la raison indiquée plus haut.",
    codes: "Qui a tapé les codes : quiconque détient la boîte mail et le téléphone peut le faire.",
    addresses:
      "L’adresse e-mail et le numéro mobile ont été donnés par l’expéditeur. Qu’ils soient ceux du destinataire est la déclaration de l’expéditeur.",
    addressesMailOnly:
      "L’adresse e-mail a été donnée par l’expéditeur. Qu’elle soit celle du destinataire est la déclaration de l’expéditeur.",
    unprintable:
      "Les caractères que cette page ne peut pas imprimer sont remplacés par \ufffd. La preuve jointe les contient tous.",
  },
  seal: {
    title: "Cachet électronique",
    text: (v) => `${elide("de", v.issuer)}. La pièce a été horodatée le ${v.stamped}.`,
    entry: (v) => `Entrée ${v.entry} du journal public.`,
    checkpoint: (v) =>
      `Point de contrôle de ${v.size} entrées, racine ${v.root} ; la preuve d’inclusion est jointe.`,
    verifiesUntil: (v) => `Les horodatages se vérifient sans renouvellement jusqu’au ${v.date}.`,
    attached: (v) =>
      v.one
        ? "La preuve lisible par machine (ETSI EN 319 522) est jointe à ce fichier."
        : `La preuve lisible par machine (ETSI EN 319 522) est jointe à ce fichier : ${v.count} enregistrements.`,
    unsealedPart: (v) =>
      v.one
        ? "Un enregistrement ultérieur était encore en cours de cachetage."
        : `${v.count} enregistrements ultérieurs étaient encore en cours de cachetage.`,
    policies: "Conditions en vigueur :",
  },
  check: {
    title: "Vérifiez cette preuve sans nous",
    drop: (v) =>
      `Déposez ce fichier sur ${v.site}, ou vérifiez-le avec des logiciels qui ne sont pas les nôtres : enregistrez-le sous proof.pdf ; root.pem est le certificat racine de l’émetteur. Le SHA-256 de chaque partie doit être celui de la liste ci-dessus.`,
    pdf: "Le fichier est entier et le cachet le couvre ; il est écrit dans proof.pdf.sig0, les parties scellées s’affichent : [0\u00a0-\u00a0A],\u00a0[B\u00a0-\u00a0C] :",
    seal: "Le cachet porte sur ces octets et mène à la racine (remplacez A, B et C) :",
    xml: "La preuve jointe est signée et inchangée ; de même pour chaque fichier :",
  },
  page: (v) => `Page ${v.page} sur ${v.pages}`,
  attachment: (v) => `Pièce (ETSI EN 319 522), enregistrement ${v.seq} : ${v.event}`,
  logAttachment: "La place de chaque enregistrement dans le journal public (RFC 9162, C2SP)",
  twin: {
    note: "La même preuve sous forme de page web. Elle ne porte pas de cachet : devant un tribunal, utilisez le PDF.",
    skip: "Aller à la preuve",
    files: "Jointes au PDF",
  },
  sealReason: "Preuve d’envoi recommandé électronique",
};
