// Les mots français du service postal, où les lettres sont imprimées et remises à l’opérateur postal.

import type { postal as English } from "../en/postal.ts";
import { postalCarrier } from "./postal-carrier.ts";

export const postal: typeof English = {
  carrier: postalCarrier,
  sections: {
    label: "Service postal",
    queue: "En attente",
    batches: "Lots",
    returns: "Suivi postal",
    find: "Chercher une lettre",
  },
  waiting: (all, soon, problems) =>
    all === 0
      ? "Aucune lettre n’attend."
      : `${all === 1 ? "Une lettre attend" : `${all} lettres attendent`}${soon === 0 ? "" : `, ${soon} à poster dans les deux jours`}${problems === 0 ? "" : `, ${problems} avec un problème d’adresse`}.`,
  officerOnly: "Seul le service postal agit ici. Vous pouvez tout consulter.",
  problems: {
    missing: "aucune adresse n’a été donnée",
    incomplete: "l’adresse est incomplète",
    unknown: "cette adresse n’existe pas",
    not_served: "les lettres ne partent pas vers ce pays",
    unreadable: "la poste ne peut lire l’adresse",
    other: "l’adresse ne tient pas sur l’enveloppe, ou ne convient pas pour une autre raison",
  },
  reasons: {
    misprint: "mal imprimée",
    damaged: "endommagée",
    wrong_count: "pages manquantes ou en trop",
    wrong_letter: "mauvaise lettre dans l’enveloppe",
    other: "une autre raison",
    collected: "retirée en ligne avant sa clôture",
    called_off: "annulée par l’expéditeur",
    post_failed: "terminée avant sa clôture",
    address: "l’adresse ne peut être utilisée",
    not_postable: "ne peut être postée",
    carrier_refused: "refusée par l’opérateur postal",
    letter_too_long: "trop de feuilles pour l’enveloppe",
    content_damaged: "son contenu n’a pu être lu",
    content_missing: "son contenu n’a pu être lu",
    content_erased: "son contenu a été effacé",
    letter_failed: "n’a pu être composée ; prévenez l’exploitant",
    not_released: "terminée entre-temps",
    not_posted_in_time: "son dernier jour est passé",
    number_taken: "son numéro était déjà pris",
  },
  said: (what, more) => `${what} : ${more}`,
  final: "ne pourra jamais être postée ; l’envoi prend fin",
  queue: {
    title: "Lettres",
    lead: "Ce que personne n’a retiré à temps devient une lettre recommandée. La première à poster figure en haut.",
    views: "Quelles lettres",
    view: {
      all: "Toutes en attente",
      soon: "Dans les deux jours",
      problems: "Problème d’adresse",
      fallen_out: "Revenues",
    },
    count: (view, count) => `${view} (${count})`,
    bar: "Lettres en attente, selon ce qui presse",
    inTime: "dans les temps",
    soon: "à poster dans les deux jours",
    problems: "avec un problème d’adresse",
    caption: "Lettres qui attendent l’impression",
    ticked: "Choisie",
    tick: (name) => `Choisir la lettre à ${name}`,
    addressee: "Destinataire",
    address: "Adresse",
    lastDay: "À poster jusqu’au",
    daysLeft: (days) =>
      days < 0
        ? days === -1
          ? "un jour de retard"
          : `${-days} jours de retard`
        : days === 0
          ? "c’est le dernier jour"
          : days === 1
            ? "encore un jour"
            : `encore ${days} jours`,
    noAddress: "Aucune adresse n’a été donnée.",
    hasProblem: (problem) => `Pas encore : ${problem}. L’expéditeur est prié de la corriger.`,
    problemReleased: (problem) =>
      `Fermée en ligne, mais : ${problem}. Choisissez-la pour réessayer, ou mettez-y fin sur sa propre page.`,
    cameBack: (reason) => `Revenue : ${reason}.`,
    emptyTitle: "Aucune lettre n’attend",
    emptyText: "Les lettres apparaissent ici d’elles-mêmes quand personne n’a retiré l’envoi à temps.",
    emptyView: "Aucune lettre ne correspond à ce choix",
    emptyToAll: "Afficher toutes les lettres en attente",
    makeTitle: "Constituer un lot",
    printer: "Imprimeur",
    chosen: "Mettre les lettres choisies dans un lot",
    all: (most) => `Mettre toutes les lettres en attente dans un lot, ${most} au plus`,
    shown: (count) => `Mettre les ${count} de cette page dans un lot`,
    makeText:
      "Chaque lettre est alors fermée, l’une après l’autre, au retrait en ligne, et c’est définitif. Qui retire l’envoi avant cela le garde, et sa lettre sort du lot. Les lettres dont l’adresse pose problème restent ici.",
    empty:
      "Aucune de ces lettres n’attend plus. Rien n’a été constitué : un autre lot les contient, ou elles ont été retirées.",
    made: "Le lot est en préparation.",
    missed: (count) =>
      count === 1
        ? "Une lettre choisie n’y est pas : elle n’attend plus."
        : `${count} lettres choisies n’y sont pas : elles n’attendent plus.`,
  },
  batches: {
    title: "Lots",
    lead: "Tous les lots de lettres, le plus récent d’abord.",
    caption: "Lots de lettres",
    number: "Lot",
    name: (number) => `Lot ${number}`,
    printer: "Imprimeur",
    state: "État",
    letters: "Lettres",
    posted: "Postées",
    made: "Constitué",
    by: (name, when) => `${when}, ${name}`,
    problem: "demande votre attention",
    emptyTitle: "Il n’y a pas encore de lot",
    emptyText: "Choisissez des lettres en attente et constituez le premier lot.",
    toQueue: "Aux lettres en attente",
  },
  states: {
    making: "En préparation",
    ready: "Prêt à imprimer",
    printed: "Imprimé",
    handed_over: "Remis",
    closed: "Clos",
  },
  jobStates: {
    chosen: "choisie",
    released: "fermée en ligne",
    numbered: "numérotée",
    made: "prête à imprimer",
    printed: "imprimée",
    posted: "postée",
    fallen_out: "écartée",
    dropped: "sortie du lot",
  },
  batch: {
    lead: (when, by) => `Constitué ${when} par ${by}`,
    progress: "Où en sont les lettres",
    progressTitle: "Avancement",
    making: (ready, all) => `Prêtes à imprimer : ${ready} sur ${all}.`,
    makingHint:
      "Vous pouvez fermer cette page. Le lot se prépare sans vous, et cette page montre où il en est.",
    empty: "Toutes les lettres sont sorties du lot avant leur clôture. Il n’y a rien à imprimer.",
    problems: {
      no_numbers:
        "Les lettres ne peuvent être numérotées : aucun opérateur postal ni aucune série de numéros n’est prévu pour un pays. Prévenez l’exploitant. La suite reprend alors d’elle-même.",
      numbers_exhausted:
        "Les lettres ne peuvent être numérotées : la série de numéros est épuisée. Prévenez l’exploitant. La suite reprend d’elle-même avec une nouvelle série.",
      carrier_unavailable:
        "L’opérateur postal ne répond pas. Nous redemandons de nous-mêmes ; rien ne se perd.",
      press_storage_full:
        "Les lettres ne peuvent être produites : il n’y a plus de place pour les fichiers d’impression. Prévenez l’exploitant. La suite reprend d’elle-même dès qu’il y a de la place.",
      press_key_wrong:
        "Des lettres ne peuvent être produites : la presse a une autre clé que celle pour laquelle elles ont été fermées. Prévenez l’exploitant. La suite reprend d’elle-même avec la bonne clé.",
      press_printer_unknown:
        "Les lettres ne peuvent être produites : la presse ne connaît pas cet imprimeur. Prévenez l’exploitant. La suite reprend d’elle-même dès qu’il est configuré.",
      press_failed:
        "Des lettres ne peuvent être produites pour l’instant ; la presse essaie de nouveau d’elle-même. Si cela dure plus d’un quart d’heure, prévenez l’exploitant : le journal de la presse dit pourquoi.",
    },
    printer: "Imprimeur",
    letters: "Lettres choisies",
    sheets: "Feuilles",
    pages: "Pages",
    readyAt: "Prêt",
    printedAt: "Imprimé",
    handedOverAt: "Remis",
    notYet: "pas encore",
    filesTitle: "Fichiers d’impression",
    filesText:
      "Les fichiers contiennent les lettres mêmes. Votre nom et l’heure sont notés. Supprimez-les une fois imprimés.",
    download: "Télécharger en zip",
    filesGone: "Les fichiers d’impression de ce lot ont été supprimés, comme les règles le veulent.",
    filesNotYet: "Les fichiers seront là quand chaque lettre sera prête.",
    push: "Envoyer au partenaire d’impression",
    pushing: (when) => `Demandé ${when}. Les fichiers sont en route vers le partenaire d’impression.`,
    pushed: (when) => `Le partenaire d’impression a les fichiers depuis ${when}.`,
    pushFailed: (attempts, error) =>
      `Cela n’a pas encore réussi, après ${attempts === 1 ? "une tentative" : `${attempts} tentatives`} : ${error}.`,
    pushAgain: (when) => `Nous réessayons ${when}.`,
    pushFaults: {
      unreachable: "le partenaire d’impression ne répond pas",
      host_key_wrong: "ce n’est pas le serveur dont nous connaissons la clé ; rien n’a été envoyé",
      auth_refused: "le partenaire d’impression ne nous laisse pas entrer",
      no_key: "notre clé pour le partenaire d’impression n’est pas installée",
      no_room: "le partenaire d’impression n’a plus de place",
      denied: "le partenaire d’impression ne nous laisse pas y écrire",
      broken_off: "la connexion s’est rompue",
      already_there: "le partenaire d’impression a un autre lot sous ce nom",
      files_gone: "un fichier d’impression a été effacé selon les règles, ou est endommagé",
      printer_unknown:
        "aucun emplacement n’est prévu pour les fichiers de cet imprimeur ; prévenez l’exploitant",
      other: "quelque chose a échoué ; prévenez l’exploitant",
    },
    printedTitle: "Confirmer l’impression",
    printedText: (count) =>
      count === 1
        ? "Une lettre est enregistrée comme imprimée. Ce qui est écarté rejoint les lettres en attente."
        : `${count} lettres sont enregistrées comme imprimées. Ce qui est écarté rejoint les lettres en attente.`,
    fallenOut: "Numéros des lettres écartées",
    fallenOutHint: "Leurs numéros dans le lot, comme 3, 17-19. Laissez vide si tout est bon.",
    fallenOutReason: "Pourquoi elles sont écartées",
    words: "Dans vos mots",
    wordsHint: "Nécessaire pour une autre raison.",
    choose: "Choisissez une raison",
    printed: "Le lot est imprimé",
    handOverTitle: "Remettre à l’opérateur postal",
    handedOverText:
      "Tout est remis. Ce que l’opérateur vous a donné pour la remise peut encore y être conservé.",
    handOverText: (printed, scanned) =>
      `${printed === 1 ? "Une lettre imprimée est" : `${printed} lettres imprimées sont`} encore ici, ${scanned} ${scanned > 1 ? "scannées" : "scannée"}.`,
    toHandOver: "Scanner et remettre",
    toReceipts: "Vers la preuve de dépôt",
    booked: {
      printed: "L’impression est enregistrée. Les lettres peuvent être remises.",
      handed_over: "La remise est enregistrée. Les lettres sont postées.",
    },
    waiting: {
      printed: "L’impression est confirmée. Les lettres sont en cours d’enregistrement.",
      fell_out: "Des lettres écartées sont en cours d’enregistrement.",
      not_postable: "Une lettre qui ne peut être postée est en cours d’enregistrement.",
      handed_over: "La remise est confirmée. Les lettres sont en cours d’enregistrement.",
      carrier_statement: "Une déclaration de l’opérateur postal est en cours d’enregistrement.",
    },
    waitsForSecond: (by) => `${by} a remis ce lot. Une seconde personne doit confirmer.`,
    lettersTitle: "Lettres de ce lot",
    views: "Quelles lettres du lot",
    view: { all: "Toutes", out: "N’y sont plus", unscanned: "Imprimées, non scannées" },
    caption: "Lettres de ce lot dans leur ordre",
    ordinal: "N°",
    addressee: "Destinataire",
    barcode: "Code-barres",
    state: "État",
    jobSheets: "Feuilles",
    scanned: "scannée",
    file: "Fichier",
    openFile: "Ouvrir",
    openFileFor: (ordinal) => `Ouvrir le fichier d’impression de la lettre ${ordinal}`,
    none: "Aucune lettre ne correspond à ce choix.",
    done: {
      printed: "L’impression est confirmée. Les lettres sont en cours d’enregistrement.",
      pushed: "Les fichiers sont en route vers le partenaire d’impression.",
      received: "La preuve de dépôt est conservée.",
      handed_over: "La remise est confirmée. Les lettres sont en cours d’enregistrement.",
      asked: "Votre remise attend une seconde personne.",
      withdrawn: "La remise est annulée. Rien n’a été posté.",
      taken_back: "Le scan est annulé. Mettez la lettre de côté.",
    },
  },
  acts: {
    title: "Ce qui a été fait",
    none: "Rien n’a encore été fait.",
    kinds: {
      printed: "Impression confirmée",
      fell_out: "Écartée",
      not_postable: "Ne peut être postée",
      handed_over: "Remise à l’opérateur postal",
      carrier_statement: "Déclaration de la poste enregistrée",
    },
    line: (what, by, when) => `${what}, ${by}, ${when}`,
    because: (reason) => `Raison : ${reason}`,
    seconded: (by, when) => `Confirmé par ${by}, ${when}`,
    waits: "Attend une seconde personne",
    withdrawn: (when) => `Annulé ${when}`,
    declined: (by, when, why) => `Rejeté par ${by}, ${when}${why === "" ? "" : ` : ${why}`}`,
    open: "En cours d’enregistrement",
    outcome: (done, not) =>
      `${done === 1 ? "Une lettre enregistrée" : `${done} lettres enregistrées`}${not === 0 ? "" : `, ${not} non`}`,
  },
  letter: {
    title: "Lettre",
    standing: "Où elle en est",
    state: "État",
    states: {
      to_print: "attend l’impression",
      printed: "imprimée",
      posted: "postée",
      post_failed: "non postée, terminée",
      post_delivered: "distribuée, selon l’opérateur postal",
      post_returned: "renvoyée, selon l’opérateur postal",
      post_unknown: "sans nouvelles de l’opérateur postal",
      collected: "retirée en ligne",
      other: "terminée",
    },
    addressee: "Destinataire",
    address: "Adresse",
    lastDay: "À poster jusqu’au",
    released: "Fermée au retrait en ligne",
    posted: "Postée",
    ended: "Terminée",
    number: "Envoi",
    problem: "Problème d’adresse",
    noAddress: "non donnée",
    erased: (day: string) =>
      `Effacée le ${day}. Ce qu’un expéditeur nous confie au sujet d’un destinataire est conservé au plus 60 jours après la fin.`,
    jobsTitle: "Dans des lots",
    noJobs: "Cette lettre n’a encore été dans aucun lot.",
    jobsCaption: "Lots dans lesquels cette lettre a été",
    inBatch: (batch, ordinal) => `Lot ${batch}, lettre ${ordinal}`,
    printedAddress: "Telle qu’imprimée",
    digest: "SHA-256 du fichier d’impression",
    scanned: (by, when) => `Scannée ${when} par ${by}`,
    fellOutTitle: "La lettre est écartée",
    fellOutText:
      "Elle rejoint les lettres en attente et garde son dernier jour. Détruisez ce qui a été imprimé.",
    reason: "Raison",
    fellOut: "Retirer la lettre de son lot",
    notPostableTitle: "La lettre ne peut être postée",
    notPostableText:
      "L’expéditeur est prié de donner une autre adresse, et a jusqu’au dernier jour. « Ne pourra jamais être postée » met fin à l’envoi maintenant ; l’affranchissement revient à l’expéditeur.",
    notPostableReleased:
      "Le retrait en ligne est fermé : l’expéditeur ne peut plus donner d’autre adresse. « Ne pourra jamais être postée » met fin à l’envoi maintenant ; l’affranchissement revient à l’expéditeur. S’il est possible de réessayer, choisissez plutôt la lettre pour un lot.",
    notPostable: "Noter qu’elle ne peut être postée",
    done: {
      fell_out: "C’est noté. La lettre rejoint celles qui attendent.",
      not_postable: "C’est noté. L’expéditeur est prévenu.",
      booked: "La déclaration de la poste est notée.",
    },
  },
  refusals: {
    batch_not_ready: "Le lot n’y est pas prêt, ou c’est déjà fait. Rien n’a été fait.",
    act_waiting: "Cela a déjà été demandé et est en cours. Rien n’a été ajouté.",
    nothing_to_hand_over: "Aucune lettre de ce lot n’est imprimée et encore ici. Rien n’a été fait.",
    hand_over_changed:
      "Depuis que vous avez ouvert cette page, le nombre de lettres a changé. Rien n’a été fait. Revoyez-le ci-dessous.",
    own_hand_over:
      "Vous avez demandé cette remise vous-même. Une autre personne du service doit la confirmer.",
    no_hand_over_waits: "Aucune remise n’attend plus : elle a été confirmée ou annulée. Rien n’a été fait.",
    scan_not_there: "Aucune lettre scannée et encore ici ne porte ce code-barres. Rien n’a été fait.",
    job_not_open: "Cette lettre n’est plus dans son lot, ou elle est postée. Rien n’a été fait.",
    letter_not_waiting: "Cette lettre n’attend pas l’impression. Rien n’a été fait.",
    printer_takes_no_files: "Cet imprimeur ne reçoit pas de fichiers d’ici. Téléchargez-les.",
    pushed_before: "Le partenaire d’impression a déjà les fichiers.",
    print_files_erased: "Les fichiers d’impression ont été supprimés, comme les règles le veulent.",
  },
};
