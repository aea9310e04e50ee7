// Woorden in het Nederlands over de afdelingen van een onderneming.

import type { teams as En } from "../en/teams.ts";

export const teams: typeof En = {
  title: "Afdelingen",
  lead: "Een afdeling is een deel van de onderneming dat onder een eigen naam verstuurt en haar zendingen voor zich kan houden.",
  caption: "Afdelingen van dit account",
  name: "Naam",
  nameHint: "Alleen binnen het account te zien.",
  senderName: "Naam als afzender",
  senderNameHint:
    "Staat naast de naam van de onderneming in berichten, op de pagina’s van de geadresseerde en in bewijzen. Laat leeg om alleen de onderneming te tonen.",
  visibility: "Wie haar zendingen ziet",
  visibilities: { account: "elk lid van het account", team: "de afdeling en beheerders" },
  members: "Leden",
  memberCount: (count) => (count === 1 ? "1 lid" : `${count} leden`),
  act: "Handeling",
  manage: "Beheren",
  manageOne: (name) => `De afdeling ${name} beheren`,
  yours: "u hoort erbij",
  emptyTitle: "Geen afdelingen",
  emptyText: "Iedereen in dit account ziet elke zending.",
  make: "Een afdeling maken",
  makeTitle: "Een afdeling maken",
  save: "Bewaren",
  add: "Aan de afdeling toevoegen",
  addHint: "E-mailadres van een lid van dit account.",
  addUnknown: "Geen lid van dit account heeft dit adres.",
  takeOut: "Uit de afdeling nemen",
  takeOutOne: (name) => `${name} uit de afdeling nemen`,
  noMembers: "Nog niemand hoort bij deze afdeling.",
  moreMembers: "Bij deze afdeling horen meer leden dan hier staan.",
  endTitle: "De afdeling opheffen",
  endText:
    "Er kan niets meer voor verstuurd worden. Haar zendingen houden hun afzendernaam. Wat alleen de afdeling zag, zien dan alleen beheerders; wat iedereen zag, blijft zo.",
  end: "Deze afdeling opheffen",
  done: {
    made: "De afdeling is gemaakt.",
    saved: "De afdeling is gewijzigd.",
    ended: "De afdeling is opgeheven.",
    added: "Het lid hoort bij de afdeling.",
    out: "Het lid hoort niet meer bij de afdeling.",
  },
  compose: {
    label: "Verstuurd voor",
    hint: "De naam van de afdeling staat naast die van de onderneming. De afdeling bepaalt wie de zending ziet.",
    none: "geen afdeling",
  },
};
