// Words of the page that checks a bundle offline, in French.

import type { verifier as En } from "../en/verifier.ts";

export const verifier: typeof En = {
  title: "Vérifier les preuves d’un envoi recommandé",
  lead: "Cette page fonctionne sans réseau. Rien de ce que vous y déposez ne quitte votre ordinateur.",
  drop: "Déposez ici le dossier, ou une preuve en PDF ou en XML",
  besides:
    "Déposez aussi les fichiers d’origine : ils sont comparés aux empreintes que contiennent les preuves.",
  choose: "Choisir des fichiers",
  logKey: "Clé du journal public (facultatif)",
  logKeyHint:
    "Du site de vérification du prestataire ou d’un témoin du journal. Sans elle, celle du dossier est utilisée, ce qui prouve moins.",
  again: "Recommencer",
  print: "Imprimer",
  checking: "Vérification en cours",
  notPossible:
    "Ce navigateur ne peut pas vérifier : il lui manque les fonctions nécessaires. Utilisez-en un récent.",
  language: "Langue",
  passed: "Tout concorde",
  passedText:
    "Rien de ce qui a été vérifié ici n’a changé depuis le scellement. À qui sont ces certificats et s’ils étaient valables, cette page ne le sait pas : voyez plus bas.",
  failed: "Quelque chose ne concorde pas",
  failedText: "Au moins une vérification a échoué. Ne vous fiez pas à ces fichiers avant de savoir pourquoi.",
  open: "Rien à vérifier n’a été trouvé",
  openText: "Ces fichiers ne contiennent pas de preuve de ce type.",
  complete: "La chaîne de constats est complète et close.",
  incomplete:
    "Incomplet : la chaîne de constats n’est pas close. D’autres faits ont pu suivre après l’établissement de cette copie.",
  later: (count) =>
    count === 1
      ? "Un constat est venu après celui de clôture."
      : `${count} constats sont venus après celui de clôture.`,
  checks: "Ce qui a été vérifié",
  outcomes: { passed: "concorde", failed: "ne concorde pas", open: "non vérifié" },
  times: (count) => (count === 1 ? "une fois" : `${count} fois`),
  check: {
    container_digests: "Chaque fichier du dossier est tel qu’il figurait dans la liste scellée",
    container_seal: "Le cachet du dossier correspond à la liste et à son horodatage",
    document_digests: "L’élément de preuve est tel qu’au moment du scellement",
    document_seal: "Le cachet de l’élément a été fait avec la clé du certificat qu’il contient",
    seal_timestamp: "L’horodatage du cachet lui correspond",
    proof_seal: "Le PDF est tel qu’au moment du scellement, et ses horodatages correspondent",
    proof_additions: "Rien n’a été ajouté au PDF après le cachet",
    record_timestamp: "L’horodatage du constat lui correspond",
    record_agrees: "L’élément nomme les mêmes événement, heure, remise et parties que son constat",
    records_readable: "Le constat est lisible et sa valeur de feuille calculée",
    chain: "Les constats se suivent sans lacune",
    closing: "Le constat de clôture compte la chaîne correctement",
    kept_named: "Ce qui est conservé avec les preuves est nommé par un constat",
    log_inclusion: "Le constat figure au journal public",
    log_signature: "Le point de contrôle est signé avec la clé du journal",
    log_timestamp: "L’horodatage du point de contrôle lui correspond",
  },
  openReason: {
    closing: "La chaîne n’est pas encore close.",
    proof_additions:
      "Quelque chose suit le premier cachet, comme le font les horodatages renouvelés. Cette page n’en juge pas.",
    log_inclusion: "La preuve tirée du journal n’est pas dans ce dossier.",
    log_signature: "Il n’y a pas de clé du journal.",
    log_timestamp: "Le point de contrôle n’est pas horodaté.",
  },
  logKeyTyped: "Le journal a été vérifié avec la clé que vous avez donnée.",
  logKeyInside: "Le journal a été vérifié avec la clé du dossier : comparez-la à celle qui est publiée.",
  records: "Ce que disent les constats",
  record: "N°",
  event: "Événement",
  at: "Heure (UTC)",
  existed: "Existait à (UTC)",
  afterFinal: "après l’état final",
  asPrinted: "tel qu’imprimé",
  parts: "Fichiers de l’envoi",
  name: "Nom",
  size: "Octets",
  fingerprint: "SHA-256",
  comparison: "Comparaison",
  compared: { same: "identique", different: "différent", not_given: "non fourni" },
  comparedWith: (file) => `comparé à ${file}`,
  unknown: "Fichiers qu’aucun constat ne nomme",
  notChecked: "Ce que cette page ne vérifie pas",
  notCheckedList: [
    "Si les certificats du cachet et des horodatages viennent d’un prestataire de confiance. Comparez les empreintes ci-dessous à ce que publient le prestataire et les listes de confiance de l’Union européenne.",
    "Si un certificat était révoqué ou expiré quand il a servi.",
    "Les horodatages d’archivage ajoutés plus tard, et les signatures des témoins du journal.",
    "Chaque mot de l’élément face à son constat, et ce que montre un PDF : il faut pour cela le site de vérification ou la ligne de commande.",
  ],
  certificates: "Certificats trouvés",
  use: { seal: "cachet", timestamp: "horodatage" },
  commands: "Commandes qui vérifient le reste",
  commandsLead:
    "Dans le dossier décompressé ; roots.pem contient les certificats racine auxquels vous faites confiance, log.vkey la clé du journal à laquelle vous faites confiance.",
};
