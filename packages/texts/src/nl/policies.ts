// Het beleid in het Nederlands: namen, en elke versie woord voor woord.

import type { policies as En } from "../en/policies.ts";
import { accessibility1 } from "./policies/accessibility-1.ts";
import { electronicDelivery1 } from "./policies/electronic-delivery-1.ts";
import { practiceStatement1 } from "./policies/practice-statement-1.ts";
import { practiceStatement2 } from "./policies/practice-statement-2.ts";
import { privacy1 } from "./policies/privacy-1.ts";
import { processorAgreement1 } from "./policies/processor-agreement-1.ts";
import { terms1 } from "./policies/terms-1.ts";

export const policies: typeof En = {
  "practice-statement": {
    name: "Praktijkverklaring",
    about: "Hoe de dienst werkt en wat het bewijsmateriaal betekent.",
    versions: { "1": practiceStatement1, "2": practiceStatement2 },
  },
  terms: {
    name: "Gebruiksvoorwaarden",
    about: "Wat tussen u en de aanbieder geldt.",
    versions: { "1": terms1 },
  },
  privacy: {
    name: "Privacyverklaring",
    about: "Welke persoonsgegevens worden verwerkt, waarom en hoe lang.",
    versions: { "1": privacy1 },
  },
  accessibility: {
    name: "Toegankelijkheidsverklaring",
    about: "Waarop iedereen kan rekenen, en wat nog tekortschiet.",
    versions: { "1": accessibility1 },
  },
  "electronic-delivery": {
    name: "Toestemming voor elektronische aangetekende zendingen",
    about: "Waarmee u instemt wanneer u aangetekende zendingen elektronisch aanvaardt.",
    versions: { "1": electronicDelivery1 },
  },
  "processor-agreement": {
    name: "Verwerkersovereenkomst",
    about: "Wat geldt voor de persoonsgegevens die een onderneming met haar zendingen toevertrouwt.",
    versions: { "1": processorAgreement1 },
  },
};
