// Words in French on the letter itself: its address page, its label and its list of digests.

import type { letter as En } from "../en/letter.ts";

export const letter: typeof En = {
  registered: "Recommandé",
  service: "Envoi recommandé",
  returnTo: "En cas de non-distribution, retour à\u00a0:",
  title: "Une lettre recommandée pour vous",
  sent: (v) => `Le ${v.date}, ${v.sender} vous a adressé un envoi recommandé via ${v.provider}.`,
  notCollected: (v) =>
    `Vous pouviez le retirer par voie électronique ${v.until}. Il n’a pas été retiré à temps. C’est pourquoi il a été imprimé et vous parvient par lettre recommandée.`,
  notReached:
    "Nous n’avons pas pu vous joindre par voie électronique. C’est pourquoi l’envoi a été imprimé et vous parvient par lettre recommandée.",
  nothingToDo:
    "Cette lettre contient l’envoi entier. Il n’est plus possible, ni nécessaire, de le retirer par voie électronique.",
  status: {
    demonstration:
      "Ceci est une démonstration. Elle n’a aucun effet juridique et ne remplace pas une lettre recommandée exigée par la loi.",
    "non-qualified":
      "Le service qui vous remet ceci n’est pas qualifié. Cet envoi ne remplace pas une lettre recommandée exigée par la loi.",
    qualified:
      "Personne n’a retiré cet envoi par voie électronique. Il n’est donc pas qualifié (eIDAS, article 44). Il ne remplace pas une lettre recommandée exigée par la loi.",
  },
  facts: {
    sender: "Expéditeur",
    sentAt: "Envoyé",
    collectUntil: "À retirer jusqu’au",
    releasedAt: "Remis à l’impression",
    delivery: "Envoi",
    contents: "Cette lettre",
  },
  contents: (v) =>
    `${count(v.files, "fichier", "fichiers")}, ${count(v.pages, "page", "pages")} sur ${count(v.sheets, "feuille", "feuilles")}`,
  check: {
    title: "Vérifier cette lettre",
    sentence:
      "Qui possède une preuve de cet envoi peut y vérifier ce qui a été envoyé, à qui et quand. L’expéditeur a les preuves : demandez-lui-en une. L’empreinte de chaque fichier figure à la fin de la lettre.",
  },
  digests: {
    title: "Ce qui a été envoyé et ce qui est imprimé ici",
    continued: "Ce qui a été envoyé et ce qui est imprimé ici, suite",
    sentence:
      "Chaque fichier a une empreinte numérique (SHA-256). Les empreintes des fichiers et de leur forme imprimée ont été scellées au moment de l’envoi.",
    compare:
      "Qui possède un fichier peut en calculer l’empreinte et la comparer à cette liste. La liste scellée figure dans chaque preuve de cet envoi, et les preuves se vérifient à cette adresse.",
    sent: "Tel qu’envoyé",
    printed: "Tel qu’imprimé",
    printedPages: (v) =>
      v.from === v.to
        ? `page ${v.from} de cette lettre, produite par ${v.converter}`
        : `${v.pages} pages, de ${v.from} à ${v.to}, de cette lettre, produites par ${v.converter}`,
  },
};

function count(value: number, one: string, other: string): string {
  return `${value} ${value < 2 ? one : other}`;
}
