// Words in French about the desk where staff approve companies.

import type { mandates as En } from "../en/mandates.ts";

export const mandates: typeof En = {
  reasons: {
    number_unknown: "Le numéro d’entreprise n’est pas dans le registre, ou il est radié",
    name_differs: "Le nom n’est pas celui du registre",
    not_representative: "La personne qui a signé ne peut pas représenter l’entreprise",
    form_not_signed: "Le formulaire d’approbation n’est pas signé, ou n’est pas le nôtre",
    extract_missing: "L’extrait du registre manque",
    extract_old: "L’extrait du registre est trop ancien",
    unreadable: "Un document est illisible",
    other: "Une autre raison",
  },
  list: {
    title: "Entreprises",
    lead: "Qui demande un compte d’entreprise attend ici que vous ayez comparé les pièces. Chaque page et chaque document ouvert est noté.",
    views: "Quelles demandes",
    submitted: "En attente",
    approved: "Approuvées",
    refused: "Refusées",
    count: (view, count) => `${view} (${count})`,
    waiting: (count, longest) =>
      count === 1
        ? `Une entreprise attend, depuis ${longest}.`
        : `${count} entreprises attendent, la plus ancienne depuis ${longest}.`,
    caption: "Entreprises qui ont fait une demande",
    company: "Entreprise",
    number: "Numéro d’entreprise",
    submittedAt: "Déposée",
    waits: "Attend depuis",
    decidedAt: "Décidée",
    round: "Tour",
    emptyTitle: "Aucune entreprise ici",
    emptyWaiting: "Toutes les demandes sont décidées. Les nouvelles apparaissent ici d’elles-mêmes.",
    emptyDecided: "Aucune demande n’a été décidée ainsi.",
  },
  view: {
    title: "Demande d’une entreprise",
    states: { submitted: "En attente", approved: "Approuvée", refused: "Refusée" },
    since: (when, age) => `Déposée le ${when}, attend depuis ${age}`,
    submittedAt: (when) => `Déposée le ${when}`,
    application: "Demande",
    round: "Tour",
    company: "L’entreprise",
    name: "Nom indiqué",
    number: "Numéro d’entreprise",
    numberFits: "Les chiffres de contrôle sont justes.",
    numberFitsNot: "Les chiffres de contrôle sont faux : ce numéro ne peut pas exister.",
    search:
      "Cherchez le numéro dans la recherche publique de la Banque-Carrefour des Entreprises (BCE). Tapez l’adresse vous-même ; ne suivez jamais un lien d’un document.",
    legalForm: "Forme juridique",
    vat: "Assujettie à la TVA",
    yes: "oui",
    no: "non",
    office: "Siège",
    missing: "non indiqué",
    applicant: "Qui demande",
    person: "Nom",
    email: "Adresse e-mail",
    language: "Langue",
    identified: "Identifié",
    identifiedBy: (method, issuer, when) => `${method}, par ${issuer}, ${when}`,
    notIdentified: "non identifié",
    gone: "Le demandeur n’est plus membre.",
    representative: "Représentant légal",
    function: "Fonction",
    form: "Formulaire d’approbation",
    formNumber: "Numéro",
    formHint:
      "Le formulaire signé doit porter ce numéro. Un formulaire d’un autre numéro a été fait pour d’autres données.",
    formMade: "Généré",
    digest: "SHA-256",
    documents: "Documents",
    documentsCaption: "Documents déposés",
    noDocuments: "Il n’y a pas de documents.",
    document: "Document",
    kinds: {
      approval_form: "Formulaire d’approbation signé",
      kbo_extract: "Extrait du registre",
      other: "Autre document",
    },
    file: "Fichier",
    size: "Taille",
    uploaded: "Déposé",
    save: "Ouvrir",
    saveFor: (name) => `Ouvrir ${name}`,
    saveHint:
      "Un document est enregistré sur votre ordinateur. Votre nom et l’heure sont notés. Supprimez le fichier dès que vous avez décidé.",
    sameNumber: "Le même numéro ailleurs",
    sameNumberNone: "Aucune autre demande n’indique ce numéro.",
    sameNumberCaption: "Demandes qui indiquent le même numéro",
    history: "Décidé auparavant",
    historyNone: "Rien n’a encore été décidé.",
    decided: (round, outcome, by, when) => `Tour ${round} : ${outcome}, ${by}, ${when}`,
    outcomes: { approved: "approuvée", refused: "refusée" },
  },
  decide: {
    approveTitle: "Approuver",
    approveText:
      "L’entreprise peut aussitôt envoyer des recommandés, et les preuves la nomment comme vous l’écrivez ici. Le demandeur est prévenu par e-mail.",
    checksTitle: "J’ai vérifié",
    checks: {
      number_in_register: "Le numéro d’entreprise est dans le registre et actif.",
      name_as_in_register: "Le nom ci-dessous est celui du registre, lettre pour lettre.",
      representative_entitled:
        "La personne qui a signé peut représenter l’entreprise selon le registre ou l’extrait.",
      form_signed: "Le formulaire porte le numéro ci-dessus, est rempli de même et est signé.",
    },
    name: "Nom selon le registre",
    registerNumbers: "L’autorisation de l’entreprise pour les numéros de registre national est au dossier",
    registerNumbersHint: "Ne cochez que si vous avez vu l’autorisation. Cela peut se faire plus tard.",
    approve: "Approuver l’entreprise",
    refuseTitle: "Refuser",
    refuseText:
      "Le demandeur reçoit la raison et vos mots par e-mail ; il peut corriger et déposer à nouveau sa demande.",
    reason: "Raison",
    choose: "Choisissez une raison",
    words: "Ce que vous écrivez au demandeur",
    wordsHint: (language) => `Dans la langue du demandeur : ${language}. Nécessaire pour une autre raison.`,
    refuse: "Refuser l’entreprise",
    officerOnly: "Seul le service d’enregistrement décide.",
    done: {
      approved: "L’entreprise est approuvée. Le demandeur est prévenu par e-mail.",
      refused: "L’entreprise est refusée. Le demandeur est prévenu par e-mail.",
      authorised:
        "L’entreprise peut utiliser des numéros de registre national. Elle est prévenue par e-mail.",
      withdrawn:
        "L’entreprise ne peut plus utiliser de numéros de registre national. Elle est prévenue par e-mail.",
    },
    refusals: {
      application_decided:
        "Cette demande n’attend plus : quelqu’un d’autre a décidé, ou elle a été retirée. Rien de vous n’a été exécuté.",
      application_changed:
        "La demande a été modifiée depuis que vous avez ouvert cette page. Rien n’a été exécuté. Examinez-la à nouveau ci-dessous.",
      application_incomplete:
        "Le numéro ou le siège manquent ou sont faux. Refusez la demande, pour qu’ils soient corrigés.",
      company_registered:
        "Un autre compte a déjà ce numéro d’entreprise. Rien n’a été exécuté. Refusez cette demande, ou faites d’abord fermer ce compte.",
      company_not_active: "Le compte de cette entreprise n’est pas actif. Rien n’a été exécuté.",
      numbers_unchanged: "C’est déjà le cas. Rien n’a été exécuté.",
    },
  },
  numbers: {
    title: "Numéros de registre national",
    since: (when) => `Cette entreprise peut utiliser des numéros de registre national depuis le ${when}.`,
    not: "Cette entreprise ne peut pas utiliser de numéros de registre national.",
    reason: "Pourquoi",
    reasonHint: "Au moins 10 caractères. Nommez l’autorisation et sa date, ou ce qui y a mis fin.",
    authorise: "Autoriser l’entreprise",
    withdraw: "Retirer l’autorisation",
  },
};
