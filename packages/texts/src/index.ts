// Every word users see, one catalogue per language; a missing text does not compile.

import type { Language } from "@posthorn/domain";
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";
import { fr } from "./fr/index.ts";
import { nl } from "./nl/index.ts";

export { actInWords } from "./act-in-words.ts";
export * from "./dates.ts";
export * from "./numbers.ts";
export * from "./policies.ts";
export { adviceOnPrint, whyNotPrintable } from "./not-printable.ts";
export * from "./problem-text.ts";
export { letterInWords, type LetterInWords } from "./rights-letter.ts";
export * from "./record-in-words.ts";
export * from "./schedule-in-words.ts";
export * from "./verifier-texts.ts";
export type { ProblemText } from "./en/errors.ts";
export type { FieldParams } from "./en/field-errors.ts";

export type Texts = typeof en;

const catalogues: Record<Language, Texts> = { de, en, fr, nl };

/** The catalogue of one language. */
export function textsFor(language: Language): Texts {
  return catalogues[language];
}
export { compliancePack } from "./compliance-pack.ts";
