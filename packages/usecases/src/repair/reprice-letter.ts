// What a letter costs more, or less, where its address is mended to another country than was paid for.

import type { DeliveryRow, MessageFacts, Transaction } from "@posthorn/db";
import { AppError, lengthOfLetter, postageOf } from "@posthorn/domain";
import type { LetterTerms } from "../context.ts";
import { reservedCredits } from "../record/reserved-credits.ts";
import { UNTIL_GIVEN } from "../rendition/judge-letter.ts";

/**
 * Credits, below zero where some come back. `row`: locked, as it was before. Within one country the price of acceptance stays.
 * Errors: bad_request `repair_invalid` with `country_too_far` {sheets} where no letter of that length goes there.
 */
export async function repriceLetter(
  trx: Transaction,
  letters: LetterTerms | null,
  change: {
    readonly row: DeliveryRow;
    readonly message: MessageFacts;
    /** ISO 3166-1 alpha-2. */
    readonly country: string;
  },
): Promise<number> {
  const { row, country } = change;
  if (country === (row.country ?? UNTIL_GIVEN)) return 0;
  const pages = change.message.parts.map(({ print }) => print?.pages ?? 0);
  // What envelopes take was judged at acceptance: printers may have gone since, and that is no matter of the country.
  const { sheets } = lengthOfLetter({ parts: pages, duplex: true });
  const price = letters === null ? null : postageOf(letters.tariff, { country, sheets });
  if (price === null) {
    // At acceptance parts can still be taken out; now only another country helps.
    const field = { path: "postal_address.country", code: "country_too_far", params: { sheets } };
    throw new AppError("bad_request", "repair_invalid", { fields: [field] });
  }
  return price - (await reservedCredits(trx, row.id, "postage"));
}
