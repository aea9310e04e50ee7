// Facts of an application in the reader's words.

import type { Language } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import type { ApplicationView, Office } from "@posthorn/usecases";
import { methodInWords } from "../records/words.ts";

/** "itsme, level: high, by itsme, Monday 23 November 2026 at 14.05". */
export function identifiedInWords(
  language: Language,
  applicant: NonNullable<ApplicationView["applicant"]>,
): string {
  const words = textsFor(language).mandates.view;
  const { identifiedBy, level, issuer, identifiedAt } = applicant;
  if (identifiedAt === null || (identifiedBy !== "itsme" && identifiedBy !== "eid"))
    return words.notIdentified;
  const method = methodInWords(language, { method: identifiedBy, level });
  return words.identifiedBy(method, issuer ?? "", dateTimeInWords(language, identifiedAt));
}

/** "Grote Markt 1 bus 2, 9000 Gent". */
export function officeInWords({ street, number, box, postcode, town }: Office): string {
  return `${street} ${number}${box === null ? "" : ` / ${box}`}, ${postcode} ${town}`;
}
