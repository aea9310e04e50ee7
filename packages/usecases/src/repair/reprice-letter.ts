// A letter that goes to another country than was paid for: the difference of the postage is reserved, or comes back, at once.

import type { DeliveryRow, MessageFacts, Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { LetterTerms } from "../context.ts";
import { changeReservation } from "../message/reserve-credits.ts";
import { reservedCredits } from "../record/reserved-credits.ts";
import { judgeLetter, UNTIL_GIVEN } from "../rendition/judge-letter.ts";

/**
 * `row`: locked, as it was before. Within one country the price of acceptance stays. Holds the lock of the account's balance
 * where the price changes: call this last. Errors: bad_request `repair_invalid` with `country_too_far` {sheets} where no letter
 * of that length goes there; conflict `credits_missing`.
 */
export async function repriceLetter(
  trx: Transaction,
  letters: LetterTerms | null,
  change: {
    readonly row: DeliveryRow;
    readonly message: MessageFacts;
    /** ISO 3166-1 alpha-2. */
    readonly country: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { row, country, at } = change;
  if (country === (row.country ?? UNTIL_GIVEN)) return;
  const pages = change.message.parts.map(({ print }) => print?.pages ?? 0);
  const judged = judgeLetter(letters, pages, [country]);
  if (!judged.ok) {
    // At acceptance parts can still be taken out; now only another country helps.
    const params = judged.errors[0]?.params;
    const field = { path: "postal_address.country", code: "country_too_far", ...(params && { params }) };
    throw new AppError("bad_request", "repair_invalid", { fields: [field] });
  }
  const more = judged.postage.total - (await reservedCredits(trx, row.id, "postage"));
  await changeReservation(trx, { accountId: row.account_id, deliveryId: row.id, more, at });
}
