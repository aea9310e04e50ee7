// Words in French about the ledger of consents to electronic registered mail.

import type { consents as En } from "../en/consents.ts";
import { elide } from "./elide.ts";

export const consents: typeof En = {
  menu: "Consentements",
  title: "Consentements",
  lead: "Qui a accepté vos envois recommandés électroniques : quand, sur quelle base, en quels termes. Rien n’est jamais modifié ici ; un consentement se retire.",
  search: "Adresse e-mail, en entier",
  caption: "Consentements, les plus récents d’abord",
  addressee: "Destinataire",
  stated: "Donné le",
  ground: "Base",
  grounds: {
    clause: "Clause d’un contrat",
    earlier_consent: "Consentement antérieur",
    registration: "Adresse enregistrée",
  },
  words: "Termes",
  noWords: "non notés",
  source: "Source",
  sources: {
    sender: "déclaré par l’expéditeur",
    import: "lu avec des contacts",
    addressee: "donné par le destinataire",
  },
  state: "État",
  stands: "En vigueur",
  withdrawn: "Retiré",
  withdrawnOn: (when, by) => `${when}, par ${by}`,
  by: { sender: "l’expéditeur", addressee: "le destinataire" },
  recorded: "Noté le",
  email: "Adresse e-mail",
  sender: "Expéditeur",
  withdrawnWords: "Termes du retrait",
  add: "Déclarer un consentement",
  exportCsv: "Exporter en CSV",
  emptyTitle: "Pas encore de consentements",
  emptyText:
    "Ils viennent ici quand vous en déclarez un, quand vous envoyez un message qui le dit, et quand un destinataire accepte après le retrait.",
  nothingFound: "Aucun consentement de cette adresse",
  all: "Tout afficher",
  added: "Le consentement a été noté.",
  didWithdraw: "Le retrait du consentement a été noté.",
  form: {
    title: "Déclarer un consentement",
    lead: "Ne déclarez que ce que vous pouvez montrer. Si le destinataire le conteste, la preuve vous incombe.",
    ground: "Sur quelle base",
    statedOn: "Quand",
    words: "En quels termes",
    wordsHint: "Tels qu’ils figurent dans le contrat ou la lettre, au plus 500 caractères.",
    button: "Noter",
  },
  statement: {
    title: "Déclaration de consentement",
    lead: "Du registre de l’expéditeur nommé ici. Imprimez cette page là où il vous la faut sur papier.",
    number: "Numéro",
    made: (when) => `Faite le ${when}.`,
    of: (name) => `La déclaration ${elide("de", name)}`,
  },
  withdrawing: {
    title: "Noter un retrait du consentement",
    text: "Si le destinataire vous a dit qu’il n’est plus d’accord, notez-le ici. Dès maintenant, la rédaction avertit. Cela ne peut être annulé ; un nouveau consentement est une nouvelle ligne.",
    words: "Comment il l’a dit",
    button: "Noter le retrait",
  },
  own: {
    title: "Envois recommandés de cet expéditeur",
    ask: (sender) =>
      `Acceptez-vous ${elide("que", sender)} vous adresse désormais ses envois recommandés par voie électronique ?`,
    effect:
      "Si vous acceptez, les envois recommandés à votre nom à cette adresse e-mail valent comme adressés à une adresse que vous avez acceptée. Vous pouvez retirer votre accord à tout moment.",
    give: "J’accepte",
    given: (sender, day) =>
      `Le ${day}, vous avez accepté ${elide("que", sender)} vous adresse ses envois recommandés par voie électronique.`,
    stated: (sender) =>
      `${sender} a noté que vous acceptez les envois recommandés électroniques. Si ce n’est pas ou plus le cas, dites-le ici.`,
    withdraw: "Je n’accepte plus",
    withdrawEffect:
      "L’expéditeur le voit dans son registre quand il vous écrit. Ce qui a été envoyé avant reste valable.",
    saidYes: "Votre accord a été noté.",
    saidNo: "Il a été noté que vous n’acceptez plus.",
    words: (sender) =>
      `J’accepte ${elide("que", sender)} m’adresse désormais ses envois recommandés par voie électronique.`,
    withdrawnWords: (sender) =>
      `Je n’accepte plus ${elide("que", sender)} m’adresse ses envois recommandés par voie électronique.`,
  },
};
