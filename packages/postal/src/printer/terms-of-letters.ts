// What letters cost and what their envelopes take, as those who accept them need it: one is no use without the other.

import type { Envelope, PrinterProfile, Tariff } from "@posthorn/domain";

/** Null where there is no tariff: then no letters are posted. Throws Error where there is one and no printer to print them. */
export function termsOfLetters(
  tariff: Tariff | undefined,
  printers: readonly PrinterProfile[] | undefined,
): { readonly tariff: Tariff; readonly printers: readonly Envelope[] } | null {
  if (tariff === undefined) return null;
  if (printers === undefined)
    throw new Error("POSTAGE_TARIFF needs PRINTERS: a letter that no printer's envelope takes is refused");
  return { tariff, printers };
}
