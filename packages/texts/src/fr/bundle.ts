// Words of the evidence bundle in French.

import type { bundle as En } from "../en/bundle.ts";
import { elide } from "./elide.ts";

export const bundle: typeof En = {
  title: "Toutes les preuves d’un envoi recommandé",
  forSender: "Dossier pour l’expéditeur",
  forAddressee: "Dossier pour le destinataire",
  delivery: "Remise",
  sender: "Expéditeur",
  addressee: "Destinataire",
  submitted: "Déposé",
  made: "Dossier établi",
  records: "Constats",
  recordCount: (count) => (count === "1" ? "1 constat" : `${count} constats`),
  complete: "Complet",
  completeText: "La remise est définitive et sa chaîne de constats est close.",
  afterFinal: (count) =>
    count === "1"
      ? "Un constat est venu après celui de clôture. Il figure dans ce dossier et porte une marque."
      : `${count} constats sont venus après celui de clôture. Ils figurent dans ce dossier et portent une marque.`,
  incomplete: "Incomplet",
  incompleteText:
    "La chaîne de constats n’est pas encore close : cette remise peut encore évoluer. Demandez un nouveau dossier dès qu’elle est définitive.",
  contents: "Ce que contient ce fichier",
  number: "N°",
  what: "Quoi",
  when: "Quand",
  file: "Fichier",
  fingerprint: "SHA-256",
  groups: {
    proofs: "Preuves à lire et à présenter",
    evidence: "Éléments de preuve scellés, un fichier par événement",
    records: "Constats qui ne sont pas un événement de la norme",
    log: "Preuves que les constats figurent au journal public",
    kept: "Conservé avec les preuves",
    trust: "Certificats et clés",
    tools: "Pour vérifier le tout",
  },
  groupLeads: {
    proofs: "Fichiers PDF scellés, avec les éléments de preuve en annexe.",
    evidence:
      "XML selon ETSI EN 319 522-3, scellé avec XAdES. Chacun porte son constat et l’horodatage de celui-ci.",
    records: "Ils figurent dans la même chaîne, horodatés mais sans XML propre.",
    log: "Un fichier par constat : sa place dans le journal, le chemin vers le point de contrôle, et celui-ci tel que publié.",
    kept: "Nommé par empreinte dans les constats : ce qui a été envoyé et répondu, et la page de la décision.",
    trust:
      "Copies, pour comparaison seulement. Ne fondez jamais votre confiance sur ce dossier : prenez certificats et clés chez le prestataire, dans les listes de confiance de l’Union européenne ou chez un témoin du journal.",
    tools: "Une page qui fonctionne sur tout ordinateur sans réseau, et ce qui scelle ce conteneur.",
  },
  kept: {
    notice_mail: "Avis tel qu’envoyé par e-mail",
    notice_sms: "Avis tel qu’envoyé par SMS",
    smtp_dialogue: "Dialogue avec le serveur de messagerie",
    provider_answer: "Réponse du fournisseur de SMS",
    carrier_report: "Rapport de l’opérateur postal",
    carrier_proof: "Preuve de l’opérateur postal",
    posting_receipt: "Récépissé de tout le dépôt",
    report: "Rapport de remise de l’e-mail",
    decision_page: "La page sur laquelle le destinataire a décidé",
    rectification_note: "Note de rectification",
  },
  withheldTitle: "Conservé, mais absent de cette copie",
  withheldLead:
    "Ces fichiers contiennent le lien et les codes propres au destinataire. Celui-ci peut les obtenir, et un tribunal peut les demander au prestataire. Leurs empreintes figurent dans les constats.",
  withheldReceipt:
    "Le récépissé d’un dépôt cite aussi des lettres à d’autres personnes. Un tribunal peut le demander au prestataire.",
  noLogProof: "Pas encore dans ce dossier : la preuve que ceci figure au journal public.",
  logProof: (index) => `Entrée ${index} du journal public`,
  certificate: "Certificat",
  certificateOf: (name) => `Certificat ${elide("de", name)}`,
  logKey: "Clé du journal public",
  policies: "Politiques que citent les preuves",
  trustNote: "À quoi servent ces copies",
  verifier: "Page qui vérifie ce dossier",
  seal: "Cachet sur ce conteneur (CAdES) et son horodatage",
  manifest: "Liste de tous les fichiers avec leurs empreintes",
  howTo: "Comment vérifier",
  steps: {
    open: "Décompressez ce fichier, qui est une archive zip. Ouvrez verifier.html dans un navigateur et déposez-y le fichier entier. Rien n’est envoyé.",
    site: (url) => `Ou déposez-le sur ${url}.`,
    commands: "Ou utilisez des logiciels qui ne sont pas les nôtres, dans le dossier décompressé :",
    roots:
      "Dans roots.pem, vous mettez les certificats racine du cachet et des horodatages, pris là où vous avez confiance.",
  },
  originals:
    "L’envoi lui-même n’est pas dans ce dossier. Gardez les fichiers d’origine à côté : les preuves contiennent leurs empreintes.",
  noProofs: "Aucune preuve ne peut encore être établie.",
  trustText: {
    lead: "Les fichiers de ce répertoire sont des copies de ce que les preuves portent elles-mêmes. Ils servent à comparer et à garder les preuves vérifiables. N’y placez pas votre confiance.",
    anchors: "Où prendre ce à quoi vous faites confiance",
    anchorsText:
      "Certificats racine : les listes de confiance de l’Union européenne ou la déclaration de pratiques du prestataire. Clé du journal : le site de vérification du prestataire et chaque témoin du journal. Comparez les empreintes.",
    certificates: "Certificats trouvés dans les preuves, avec leurs empreintes SHA-256",
    logKey: "Clé du journal public selon le prestataire",
    noLogKey: "Aucune clé du journal n’était indiquée quand ce dossier a été établi.",
    policies: "Politiques citées par les constats",
  },
  portal: {
    title: "Tout en un seul fichier",
    lead: "Preuves, éléments scellés, journal et une page qui les vérifie hors ligne, dans un conteneur scellé.",
    incomplete: "La remise n’est pas définitive : le fichier dira qu’il est incomplet.",
    download: "Télécharger le dossier",
  },
  wait: {
    title: "Le dossier est en cours d’établissement",
    text: "Il attend que chaque constat soit scellé et figure au journal public, ce qui peut prendre une minute. Cette page continue d’elle-même.",
    readyTitle: "Le dossier est prêt",
    readyText: "Un seul fichier contient tout.",
  },
  collect: {
    title: "Tout en un seul fichier",
    lead: "Toutes les preuves de cette remise, avec ce qui vous a été envoyé et la page sur laquelle vous avez décidé.",
    ask: "Télécharger les preuves",
  },
};
