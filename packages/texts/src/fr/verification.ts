// Les mots d’une vérification, en français : résultats (EN 319 102-1), objet de chaque contrôle, ce qu’une falsification changerait.

import type { verification as En } from "../en/verification.ts";

export const verification: typeof En = {
  indications: {
    "TOTAL-PASSED": {
      title: "Authentique et inchangé",
      text: "Le fichier est exactement tel qu’il a été scellé, par un prestataire reconnu ici, au moment indiqué.",
    },
    INDETERMINATE: {
      title: "Pas de certitude",
      text: "Rien ne montre que le fichier a été modifié, mais il manque un élément pour pouvoir s’y fier.",
    },
    "TOTAL-FAILED": {
      title: "Ne vous fiez pas à ce fichier",
      text: "Au moins un contrôle montre que le fichier est endommagé, a été modifié ou n’est pas ce qu’il prétend être.",
    },
  },
  intact: {
    title: "Intact, mais pas d’un prestataire reconnu",
    text: "Le fichier est exactement tel qu’il a été scellé. Le certificat du cachet ne mène à aucun prestataire reconnu ici.",
    compare:
      "Comparez cette empreinte avec celle que le prestataire publie, à une adresse que vous ne tirez pas du fichier.",
  },
  beside: {
    title: "Un fichier joint à la preuve n’est pas celui qui a été envoyé",
    text: {
      "TOTAL-PASSED":
        "La preuve est authentique et inchangée : vous pouvez vous y fier. Mais un fichier que vous y avez joint ne fait pas partie de l’envoi recommandé. Il a été modifié, ou c’est un autre fichier.",
      intact:
        "La preuve est exactement telle qu’elle a été scellée, mais pas par un prestataire reconnu ici. De plus, un fichier que vous y avez joint ne fait pas partie de l’envoi recommandé. Il a été modifié, ou c’est un autre fichier.",
      INDETERMINATE:
        "Il n’est pas certain que vous puissiez vous fier à la preuve : il manque un élément pour cela. De plus, un fichier que vous y avez joint ne fait pas partie de l’envoi recommandé. Il a été modifié, ou c’est un autre fichier.",
    },
  },
  subIndications: {
    FORMAT_FAILURE: "Le fichier n’est pas construit comme une preuve doit l’être.",
    HASH_FAILURE: "Ce qui a été scellé et ce que vous avez sous les yeux ne sont pas identiques.",
    SIG_CRYPTO_FAILURE: "La signature n’a pas été faite avec le certificat qu’elle nomme.",
    SIG_CONSTRAINTS_FAILURE: "Il manque au fichier un élément qu’une preuve d’envoi recommandé doit avoir.",
    CRYPTO_CONSTRAINTS_FAILURE: "Une méthode utilisée n’est plus considérée comme sûre.",
    NO_SIGNING_CERTIFICATE_FOUND: "Il n’y a pas de cachet, ou son certificat manque.",
    NO_CERTIFICATE_CHAIN_FOUND: "Le certificat ne mène à aucun prestataire reconnu ici.",
    REVOKED: "Le cachet a été apposé après la révocation de son certificat.",
    REVOKED_NO_POE: "Un certificat a été révoqué, et rien ne prouve qu’il a été utilisé avant.",
    EXPIRED: "Le cachet a été apposé après l’expiration de son certificat.",
    OUT_OF_BOUNDS_NO_POE: "Un certificat a expiré, et rien ne prouve qu’il a été utilisé avant.",
    NO_POE: "Rien ne prouve à quel moment ceci existait.",
    TIMESTAMP_ORDER_FAILURE: "Les heures contenues dans le fichier se contredisent.",
    TRY_LATER: "Une information nécessaire manque ou n’est plus à jour. Obtenez-la et vérifiez à nouveau.",
  },
  checks: {
    format: {
      title: "Le fichier est lisible",
      tampered: "Un fichier endommagé ou tronqué ne serait pas lisible jusqu’au bout.",
    },
    byte_range: {
      title: "Le cachet couvre tout le fichier",
      tampered:
        "Ce qui est ajouté, caché ou remplacé après le scellement se trouve hors de la partie scellée et apparaît ici.",
    },
    digests: {
      title: "Rien n’a été modifié après le scellement",
      tampered: "Si un seul caractère change, l’empreinte est différente.",
    },
    signature: {
      title: "Le cachet a été fait avec la clé de son certificat",
      tampered: "Sans cette clé, personne ne peut faire un cachet qui corresponde.",
    },
    signature_timestamp: {
      title: "Une autorité indépendante a daté le cachet",
      tampered: "Un cachet ne peut pas être antidaté : l’autorité ne date que ce qui existe.",
    },
    archive_timestamp: {
      title: "La preuve a été renouvelée pour le long terme",
      tampered:
        "Des certificats échangés, ou d’autres déclarations à leur sujet, ne correspondraient pas à l’horodatage ultérieur.",
    },
    certificate_chain: {
      title: "Le certificat mène à un prestataire reconnu",
      tampered:
        "Le certificat d’un faussaire peut porter le même nom, mais ne mène à aucun prestataire reconnu.",
    },
    revocation: {
      title: "Le certificat n’était pas révoqué au moment du scellement",
      tampered: "Une clé volée est révoquée. Les cachets faits ensuite apparaissent ici.",
    },
    trusted_list: {
      title: "La liste des prestataires reconnus est à jour",
      tampered: "Une liste ancienne peut nommer un prestataire qui a perdu son statut depuis.",
    },
    record_timestamp: {
      title: "Une autorité indépendante a daté le constat",
      tampered: "Un constat inventé ou modifié après coup ne correspond pas à son horodatage.",
    },
    record_matches: {
      title: "Le document dit ce que dit le constat",
      tampered: "Des mots qui diffèrent du constat daté apparaissent ici.",
    },
    contents: {
      title: "Le dossier contient exactement les fichiers qui ont été scellés",
      tampered: "Un fichier ajouté, retiré ou échangé apparaît ici.",
    },
    attached_evidence: {
      title: "Chaque élément de preuve contenu est valable par lui-même",
      tampered: "Un élément d’un autre envoi, ou un élément modifié, apparaît ici.",
    },
    chain: {
      title: "Les constats se suivent sans lacune",
      tampered: "Chaque constat nomme le précédent. Un constat omis ou échangé rompt la chaîne.",
    },
    kept: {
      title: "Ce qui est conservé sous les preuves est ce que les constats désignent",
      tampered: "Un rapport ou un dialogue échangé a une empreinte qu’aucun constat ne désigne.",
    },
    log: {
      title: "Les constats figurent dans le journal public",
      tampered: "Le prestataire lui-même ne peut ni retirer ni échanger un constat qui figure au journal.",
    },
    parts: {
      title: "Vos fichiers sont les parties de l’envoi",
      tampered: "Un fichier modifié, si peu que ce soit, a une autre empreinte.",
    },
  },
  report: {
    file: "Fichier",
    kind: {
      proof: "preuve (PDF)",
      evidence: "élément de preuve (XML)",
      bundle: "dossier de preuves",
      unknown: "non reconnu",
    },
    signer: "Scellé par",
    fingerprint: "Empreinte",
    level: "Niveau",
    signedAt: "Scellé le",
    archivedAt: "Renouvelé le",
    verifiesUntil: "Vérifiable jusqu’au",
    anchor: "Reconnu par",
    delivery: "Envoi",
    records: "Constats",
    parts: "Parties",
    compared: { same: "identique", different: "différent", not_given: "non comparé" },
    log: "Journal public",
    logEntry: (v) => `ligne ${v.index} sur ${v.size}`,
    checks: "Contrôles",
    incomplete: "Incomplet : l’envoi n’était pas terminé lorsque ce dossier a été constitué.",
    unreadable: (v) => `${v.file} ne peut pas être lu.`,
    noTrust: "Aucune ancre de confiance n’a été donnée (--trust) : aucun prestataire ne peut être reconnu.",
  },
};
