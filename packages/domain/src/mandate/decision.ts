// What staff check before a company may send, and for what they refuse it (domain rules, "Identification of the sender").

/** All of them are ticked before a company is approved. */
export const MANDATE_CHECKS = [
  "number_in_register",
  "name_as_in_register",
  "representative_entitled",
  "form_signed",
] as const;
export type MandateCheck = (typeof MANDATE_CHECKS)[number];

export const APPLICATION_REFUSALS = [
  "number_unknown",
  "name_differs",
  "not_representative",
  "form_not_signed",
  "extract_missing",
  "extract_old",
  "unreadable",
  "other",
] as const;
export type ApplicationRefusal = (typeof APPLICATION_REFUSALS)[number];
