// Wat er misging bij itsme of met een identiteitskaart, in het Nederlands.

import { cardFailures } from "../card-failures.ts";
import type { identificationFailures as En } from "../en/identification-failures.ts";
import { webEid } from "./web-eid.ts";

export const identificationFailures: typeof En = {
  ...cardFailures(webEid.refusals, {
    title: "Uw kaart werd niet aanvaard",
    next: "Probeer opnieuw, of kies een andere manier om u te identificeren. Er is niets veranderd.",
  }),
  itsme_unavailable: {
    title: "itsme antwoordt niet",
    happened:
      "We konden itsme niet bereiken, of het duurde te lang. Dat ligt niet aan u. Er is niets veranderd.",
    next: "Probeer het over een minuut opnieuw, of kies een andere manier om u te identificeren.",
  },
  itsme_answer_refused: {
    title: "Het antwoord van itsme werd niet aanvaard",
    happened: "Wat van itsme terugkwam, paste niet bij onze vraag, of kwam te laat. Er is niets veranderd.",
    next: "Begin opnieuw. Gebeurt het nog eens, kies dan een andere manier om u te identificeren.",
  },
  identification_cancelled: {
    title: "U bent niet geïdentificeerd",
    happened: "U keerde terug, of antwoordde niet op tijd. Er is niets veranderd.",
    next: "U kunt opnieuw beginnen, of een andere manier kiezen om u te identificeren.",
  },
  identification_try_unknown: {
    title: "Deze poging kan niet verdergaan",
    happened:
      "Ze begon in een andere browser, is te oud, of was al afgerond. Wat itsme of uw kaart antwoordde, is niet gebruikt.",
    next: "Begin opnieuw, en blijf tot het einde in dezelfde browser.",
  },
  identification_way_unknown: {
    title: "Deze manier wordt niet aangeboden",
    happened: "Op deze manier kunt u zich hier niet identificeren.",
    next: "Ga terug en kies een van de manieren die getoond worden.",
  },
};
