// Die Richtlinien auf Deutsch: ihre Namen, und jede Fassung Wort für Wort.

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
    name: "Betriebserklärung",
    about: "Wie der Dienst arbeitet und was seine Belege bedeuten.",
    versions: { "1": practiceStatement1, "2": practiceStatement2 },
  },
  terms: {
    name: "Nutzungsbedingungen",
    about: "Was zwischen Ihnen und dem Anbieter gilt.",
    versions: { "1": terms1 },
  },
  privacy: {
    name: "Datenschutzerklärung",
    about: "Welche personenbezogenen Daten verarbeitet werden, warum und wie lange.",
    versions: { "1": privacy1 },
  },
  accessibility: {
    name: "Erklärung zur Barrierefreiheit",
    about: "Worauf jeder zählen kann und was noch fehlt.",
    versions: { "1": accessibility1 },
  },
  "electronic-delivery": {
    name: "Einwilligung in elektronische Einschreiben",
    about: "Wozu Sie einwilligen, wenn Sie Einschreiben elektronisch annehmen.",
    versions: { "1": electronicDelivery1 },
  },
  "processor-agreement": {
    name: "Auftragsverarbeitungsvertrag",
    about: "Was für die personenbezogenen Daten gilt, die ein Unternehmen mit seinen Sendungen anvertraut.",
    versions: { "1": processorAgreement1 },
  },
};
