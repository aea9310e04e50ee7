// The policies in English: names, and every version word for word. What is published is never changed; it is replaced.

import { accessibility1 } from "./policies/accessibility-1.ts";
import { electronicDelivery1 } from "./policies/electronic-delivery-1.ts";
import { practiceStatement1 } from "./policies/practice-statement-1.ts";
import { practiceStatement2 } from "./policies/practice-statement-2.ts";
import { privacy1 } from "./policies/privacy-1.ts";
import { processorAgreement1 } from "./policies/processor-agreement-1.ts";
import { terms1 } from "./policies/terms-1.ts";

export const policies = {
  "practice-statement": {
    name: "Practice statement",
    about: "How the service works, and what its evidence means.",
    versions: { "1": practiceStatement1, "2": practiceStatement2 },
  },
  terms: {
    name: "Terms of use",
    about: "What holds between you and the provider.",
    versions: { "1": terms1 },
  },
  privacy: {
    name: "Privacy statement",
    about: "Which personal data are processed, why and for how long.",
    versions: { "1": privacy1 },
  },
  accessibility: {
    name: "Accessibility statement",
    about: "What everyone can count on, and what still falls short.",
    versions: { "1": accessibility1 },
  },
  "electronic-delivery": {
    name: "Consent to electronic registered mail",
    about: "What you agree to when you accept registered messages electronically.",
    versions: { "1": electronicDelivery1 },
  },
  "processor-agreement": {
    name: "Processor agreement",
    about: "What holds for the personal data that a company entrusts with its messages.",
    versions: { "1": processorAgreement1 },
  },
};
