// Les politiques en français : leurs noms, et chaque version mot pour mot.

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
    name: "Déclaration des pratiques",
    about: "Comment le service fonctionne et ce que ses preuves signifient.",
    versions: { "1": practiceStatement1, "2": practiceStatement2 },
  },
  terms: {
    name: "Conditions d’utilisation",
    about: "Ce qui vaut entre vous et le prestataire.",
    versions: { "1": terms1 },
  },
  privacy: {
    name: "Déclaration de confidentialité",
    about: "Quelles données personnelles sont traitées, pourquoi et combien de temps.",
    versions: { "1": privacy1 },
  },
  accessibility: {
    name: "Déclaration d’accessibilité",
    about: "Ce sur quoi chacun peut compter, et ce qui manque encore.",
    versions: { "1": accessibility1 },
  },
  "electronic-delivery": {
    name: "Consentement à l’envoi recommandé électronique",
    about: "À quoi vous consentez lorsque vous acceptez les envois recommandés électroniques.",
    versions: { "1": electronicDelivery1 },
  },
  "processor-agreement": {
    name: "Contrat de sous-traitance",
    about: "Ce qui vaut pour les données à caractère personnel qu’une entreprise confie avec ses envois.",
    versions: { "1": processorAgreement1 },
  },
};
