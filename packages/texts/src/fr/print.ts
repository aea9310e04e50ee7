// Words in French about how a message looks on paper: what can be printed, how many sheets, what it costs.

import type { print as En } from "../en/print.ts";

const refusals: (typeof En)["refusals"] = {
  not_printable: () => "ce genre de fichier n’a pas de pages",
  encrypted: () => "il est protégé par un mot de passe",
  unreadable: () => "il est endommagé et illisible",
  dynamic_form: () =>
    "ses pages sont produites par un programme qu’il contient, si bien que personne ne peut dire à quoi elles ressemblent",
  portfolio: () => "c’est un porte-documents : joignez un à un les fichiers qu’il contient",
  marks_not_drawn: () =>
    "des coches ou des notes sur ses pages ne disent pas de quoi elles ont l’air : imprimez-le en PDF et joignez celui-ci",
  fonts_missing: (p) => `des polices de caractères y manquent (${p["fonts"] ?? ""})`,
  characters_not_set: (p) =>
    `il contient des caractères que nous ne pouvons pas mettre sur papier (${p["characters"] ?? ""})`,
  too_many_pages: (p) =>
    `il compte ${p["pages"] ?? "trop de"} pages, et une lettre en contient ${p["max"] ?? "moins"}`,
  too_large: () => "il est trop volumineux pour être imprimé",
  no_converter: () => "cette installation ne peut pas imprimer de documents bureautiques",
  converter_failed: () => "il n’a pas pu être mis en pages",
  too_slow: () => "sa mise en pages a pris trop de temps",
};

export const print: typeof En = {
  title: "Sur papier",
  lead: "Si l’envoi n’est pas retiré, ces pages sont imprimées et postées, avec une page pour l’adresse au début et une liste d’empreintes à la fin.",
  fallbackHint:
    "Imprimé et posté dans les dix jours ouvrables après le dernier jour pour retirer. L’affranchissement est réservé au moment de l’envoi, et rendu si rien n’est posté.",
  refusals,
  cannot: (why) => `Ne peut pas être imprimé : ${why}.`,
  cannotNamed: (name, why) => `« ${name} » ne peut pas être imprimé : ${why}.`,
  mayPass:
    "Cela peut être passager : après une minute, une nouvelle tentative a lieu quand vous relisez ou envoyez à nouveau.",
  advice: "Retirez-le, remplacez-le par un PDF ou envoyez sans lettre.",
  pending: "Le nombre de pages sur papier vous est montré à la relecture.",
  pages: (count) => (count === 1 ? "1 page" : `${count} pages`),
  length: (pages, sheets) =>
    `${pages === 1 ? "1 page" : `${pages} pages`} sur ${sheets === 1 ? "1 feuille" : `${sheets} feuilles`}, recto verso`,
  letterHas: (length) => `Une lettre : ${length}.`,
  postage: (letters, country) =>
    letters === 1
      ? `Affranchissement de 1 lettre, ${country}`
      : `Affranchissement de ${letters} lettres, ${country}`,
  postageLater: "L’affranchissement des lettres vous est montré à la relecture",
  givenBack: "L’affranchissement est rendu pour chaque lettre qui n’est pas postée.",
  noAddress:
    "Aucune lettre ne peut suivre tant que vous n’ajoutez pas l’adresse postale. Vous pouvez encore l’ajouter après l’envoi, et nous vous le rappelons. Sans elle, l’envoi se termine comme impossible à poster.",
  noAddresses: (count) =>
    count === 1
      ? "Pour un destinataire, aucune lettre ne peut suivre tant que vous n’ajoutez pas l’adresse postale. Vous pouvez encore l’ajouter après l’envoi, et nous vous le rappelons. Sans elle, cet envoi se termine comme impossible à poster."
      : `Pour ${count} destinataires, aucune lettre ne peut suivre tant que vous n’ajoutez pas l’adresse postale. Vous pouvez encore l’ajouter après l’envoi, et nous vous le rappelons. Sans elle, ces envois se terminent comme impossibles à poster.`,
  country: "Pays",
  countryHint: "Deux lettres, par exemple FR. Vide pour la Belgique.",
  returnAddress: {
    title: "Votre propre adresse de retour",
    hint: "Si vous ne remplissez rien, une lettre qui ne peut pas être remise nous revient : nous vous le disons. Si vous la remplissez, elle vous revient ; le destinataire voit cette adresse.",
    comesBack: (address: string) => `Une lettre qui ne peut pas être remise revient à : ${address}.`,
  },
};
