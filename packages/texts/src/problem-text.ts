// Finds the words for an error: by its code, else by its kind; for a field by its code, else a general one.

import type { ErrorKind, FieldError, Language } from "@posthorn/domain";
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";
import type { ProblemText } from "./en/errors.ts";
import type { FieldParams } from "./en/field-errors.ts";
import { fr } from "./fr/index.ts";
import { nl } from "./nl/index.ts";

const errorTexts = { de: de.errors, en: en.errors, fr: fr.errors, nl: nl.errors };

/** Title, what happened and what to do, for any error that crosses packages; never empty. */
export function problemText(
  language: Language,
  error: { readonly kind: ErrorKind; readonly code: string },
): ProblemText {
  const { codes, kinds } = errorTexts[language];
  return own(codes, error.code) ?? kinds[error.kind];
}

/** The sentence beside a field. An unknown code reads as the general "check what you filled in". */
export function fieldErrorText(language: Language, error: FieldError): string {
  const { fields } = errorTexts[language];
  const text: ((params: FieldParams) => string) | undefined = own(fields, error.code);
  return (text ?? fields.invalid)(error.params ?? {});
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
