// Les mots français de la remise des lettres à l’opérateur postal, et de ce qu’il en déclare.

import type { postalCarrier as English } from "../en/postal-carrier.ts";

export const postalCarrier: typeof English = {
  handOver: {
    title: (number) => `Remettre le lot ${number}`,
    lead: "Scannez chaque lettre avant son départ. Ce qui est scanné le reste, même si cette page est fermée.",
    scanTitle: "Scanner",
    barcode: "Code-barres",
    barcodeHint:
      "Le lecteur le tape et appuie sur Entrée. Vous pouvez aussi le taper : 30 chiffres, ou comme RR473124829BE.",
    scan: "Ajouter",
    outcomes: {
      taken: (ordinal) => `Ajoutée : lettre ${ordinal}.`,
      before: (ordinal) => `La lettre ${ordinal} était déjà scannée. Elle compte une fois.`,
      posted: (ordinal) => `La lettre ${ordinal} est déjà postée. Mettez-la de côté.`,
      not_printed: (ordinal) =>
        `L’impression de la lettre ${ordinal} n’est pas confirmée. Confirmez-la d’abord.`,
      fallen_out: (ordinal) =>
        `La lettre ${ordinal} a été écartée de son lot. Elle ne peut être postée. Détruisez-la.`,
      other_batch: (ordinal) => `C’est la lettre ${ordinal} d’un autre lot.`,
      unknown: () => "Aucune de nos lettres n’a ce code-barres. Mettez-la de côté.",
      unreadable: () => "Ce n’est pas le code-barres d’une lettre recommandée. Scannez à nouveau.",
    },
    takeBack: "Annuler ce scan",
    toOtherBatch: (number) => `Au lot ${number}`,
    counted: (scanned, printed) => `${scanned} sur ${printed} scannées`,
    notScanned: "Afficher celles qui ne sont pas scannées",
    importTitle: "Plusieurs à la fois",
    pasted: "Codes-barres, un par ligne",
    file: "Ou un fichier",
    fileHint: "Texte ou CSV, 1 Mo au plus.",
    import: "Ajouter ces lettres",
    report: (taken, before) =>
      `${taken === 1 ? "Une lettre a été ajoutée" : `${taken} lettres ont été ajoutées`}${before === 0 ? "" : `, ${before} déjà ${before === 1 ? "scannée" : "scannées"}`}.`,
    refusedTitle: "Non ajoutées",
    refusedCaption: "Lignes qui n’ont pas été ajoutées",
    line: "Ligne",
    why: "Pourquoi",
    receiptTitle: "Preuve de dépôt",
    receiptText:
      "Le récépissé de l’opérateur postal pour une remise. Il est conservé avec les preuves de chacune de ses lettres.",
    receiptFor: "Pour quelle remise",
    chooseHandOver: "Choisissez la remise",
    nextHandOver: "la prochaine remise",
    deposit: (when, letters) => `${when}, ${letters === 1 ? "une lettre" : `${letters} lettres`}`,
    receipt: "Récépissé de l’opérateur postal",
    receiptHint: "PDF, PNG ou JPEG, 5 Mo au plus.",
    keep: "Conserver le récépissé",
    receiptsCaption: "Récépissés conservés",
    receiptName: "Fichier",
    kept: (by, when) => `${when}, ${by}`,
    open: "Ouvrir",
    openFor: (name) => `Ouvrir ${name}`,
    noReceipt: "Il n’y en a pas encore.",
    confirmTitle: "Remettre",
    all: (count) =>
      count === "1"
        ? "La lettre n’a pas été scannée et est remise."
        : `Aucune lettre n’a été scannée ; les ${count} lettres imprimées sont donc toutes remises.`,
    some: (scanned, left) =>
      left === 0
        ? scanned === "1"
          ? "La lettre a été scannée et est remise."
          : `Les ${scanned} lettres ont toutes été scannées et sont remises.`
        : `${scanned === "1" ? "La seule lettre scannée est remise" : `Les ${scanned} lettres scannées sont remises`}. ${left === 1 ? "Une lettre n’est pas scannée et reste" : `${left} lettres ne sont pas scannées et restent`} ici.`,
    consequence:
      "Chaque lettre est alors postée : sa preuve est scellée et l’affranchissement consommé. C’est définitif.",
    twoPersons: "Une seconde personne doit confirmer avant que quoi que ce soit ne se passe.",
    confirm: "Les lettres sont remises",
    secondTitle: "Seconde personne",
    secondText: (by, when, count) =>
      `${by} a remis ${count === "1" ? "une lettre" : `${count} lettres`} ${when}. Comptez et confirmez, ou rejetez la remise.`,
    own: "Une autre personne du service doit confirmer votre remise. Vous pouvez l’annuler.",
    second: "Confirmer la remise",
    withdraw: "Annuler la remise",
    decline: "Rejeter la remise",
    declineWords: "Pourquoi vous la rejetez",
    declineHint: "Une ligne. La personne qui a remis les lettres la lit.",
    waits: "Une remise attend ou est en cours d’enregistrement. Vous pourrez scanner ensuite.",
    nothing: "Aucune lettre de ce lot n’est imprimée et encore ici.",
    nothingText: "Confirmez d’abord l’impression, ou voyez ce que les lettres sont devenues.",
    toBatch: "Au lot",
    refused: {
      scan_empty: "Il n’y a pas de code-barres. Collez au moins une ligne, ou choisissez un fichier.",
      scan_too_long: "Il y a plus de 2 000 lignes. Prenez-en moins à la fois.",
      no_file: "Choisissez d’abord un fichier.",
      file_too_large: "Le fichier est trop grand. Rien n’a été conservé.",
      document_type: "Ce n’est ni un PDF, ni un PNG, ni un JPEG. Rien n’a été conservé.",
      document_encrypted: "Le PDF demande un mot de passe. Enregistrez-le sans, puis réessayez.",
      hand_over_not_chosen: "Choisissez pour quelle remise est ce récépissé. Rien n’a été conservé.",
      too_many_documents: "Ce lot a déjà dix récépissés.",
      damaged: "Le fichier est illisible. Rien n’a été conservé.",
    },
  },
  outcomes: {
    accepted: "prise en charge",
    presented: "présentée",
    held: "en attente au bureau de l’opérateur",
    delivered: "distribuée",
    returned: "renvoyée à l’expéditeur",
    other: "autre chose",
    signed_proof: "preuve cachetée reçue",
  },
  returns: {
    title: "Ce que déclare l’opérateur postal",
    lead: "Enregistrez les distributions et les renvois que l’opérateur postal vous signale. C’est sa déclaration ; la première distribution ou le premier renvoi met fin à l’envoi.",
    oneTitle: "Une lettre",
    barcode: "Code-barres",
    outcome: "Ce qui s’est passé",
    choose: "Choisissez ce qui s’est passé",
    date: "Jour",
    time: "Heure",
    timeHint: "En Belgique, comme l’écrit l’opérateur postal.",
    words: "Dans les mots de l’opérateur postal",
    wordsHint: "Une ligne. Nécessaire pour autre chose.",
    book: "Enregistrer",
    booked: "C’est noté.",
    before: "C’était déjà enregistré. Rien n’a été ajouté.",
    toLetter: "À la lettre",
    fileTitle: "Depuis un fichier",
    file: "Fichier",
    fileHint:
      "CSV avec une lettre par ligne : code-barres; issue; heure; mots. L’issue est accepted, presented, held, delivered, returned ou other ; l’heure s’écrit comme 2026-11-23 14:05.",
    read: "Enregistrer le fichier",
    report: (booked, before) =>
      `${booked === 1 ? "Une ligne a été enregistrée" : `${booked} lignes ont été enregistrées`}${before === 0 ? "" : `, ${before} l’${before === 1 ? "était" : "étaient"} déjà`}.`,
    badTitle: "Non enregistrées",
    badOutcome: "L’issue doit être accepted, presented, held, delivered, returned ou other.",
    badCaption: "Lignes qui n’ont pas été enregistrées",
    line: "Ligne",
    content: "Ce qui s’y trouve",
    why: "Ce qui ne va pas",
    refused: {
      no_file: "Choisissez d’abord un fichier.",
      file_too_large: "Le fichier dépasse 1 Mo. Rien n’a été enregistré.",
      statements_empty: "Le fichier n’a aucune ligne.",
      statements_broken: "Le fichier n’est pas lisible comme CSV. Cherchez un guillemet qui n’est pas fermé.",
      statements_too_many: "Le fichier a plus de 2 000 lignes. Rien n’a été enregistré ; divisez-le.",
    },
    statementsTitle: "Ce que déclare l’opérateur postal",
    none: "L’opérateur postal n’a encore rien déclaré.",
    caption: "Déclarations de l’opérateur postal, telles qu’elles sont arrivées",
    states: (source) => `${source} déclare`,
    when: "Quand",
    what: "Quoi",
    received: "Reçu",
  },
  find: {
    title: "Chercher une lettre",
    lead: "Scannez ou tapez le code-barres de son étiquette. Chaque recherche est notée.",
    barcode: "Code-barres",
    unknownTitle: "Aucune lettre n’a ce code-barres",
    unknownText:
      "Comparez chaque chiffre avec l’étiquette. Les lettres vers l’étranger ont 13 caractères, comme RR473124829BE.",
  },
};
