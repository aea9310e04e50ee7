// The sender mends the postal address, any number of times until the letter is released; no link, notice or date moves.

import { clockNow, type DeliveryRow, lockDelivery, snapshotOf, transact } from "@posthorn/db";
import {
  addressProblemOf,
  AppError,
  countriesOf,
  decide,
  parsePostalAddress,
  type PostalAddress,
} from "@posthorn/domain";
import { scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";
import { partyOf } from "../letter/addressee-of.ts";
import { changeReservation, refuseUncovered } from "../message/reserve-credits.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { servedBy } from "../rendition/judge-letter.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { describeChanges } from "./describe-changes.ts";
import { repriceLetter } from "./reprice-letter.ts";
import { loadMender, type Mender } from "./load-mender.ts";
import type { Repaired } from "./repair-contact.ts";

/** `asks`: nothing was changed yet, since the letter then costs `more` credits, below zero where some come back. */
export type AddressMended = Repaired | { readonly kind: "asks"; readonly more: number };

const COLUMNS = ["street", "number", "box", "postcode", "town", "country"] as const;

/**
 * Durable on return. Where no letter can go to the new address either, the delivery says so at once. `address` as typed,
 * complete. To another country the difference of the postage is reserved, or comes back; with `agreed` only where it is that, in
 * credits, and he is asked otherwise. Errors: not_found
 * `delivery_not_found`; forbidden `not_a_member`; bad_request `repair_invalid` with fields, also where no letter of that length goes to the country, `nothing_to_repair` where
 * nothing would change; conflict `credits_missing`.
 */
export async function mendPostalAddress(
  ctx: Context,
  mender: Mender,
  input: { readonly deliveryId: string; readonly address: unknown; readonly agreed?: number },
): Promise<AddressMended> {
  return transact(ctx.db, scopeOf(mender), async (trx) => {
    const who = await loadMender(trx, mender);
    const row = await lockDelivery(trx, input.deliveryId);
    const parsed = parsePostalAddress("postal_address", input.address, {
      required: true,
      served: servedBy(ctx.settings.letters),
    });
    if (!parsed.ok) throw new AppError("bad_request", "repair_invalid", { fields: parsed.errors });
    const address = parsed.value;
    if (!address) throw new AppError("bad_request", "nothing_to_repair");
    const columns = { ...address, box: address.box ?? null };
    const changed = COLUMNS.filter((column) => columns[column] !== row[column]);
    if (changed.length === 0) throw new AppError("bad_request", "nothing_to_repair");
    const at = await clockNow(trx);
    const decision = decide(snapshotOf(row), { kind: "mend_postal_address", at });
    if (decision.kind === "refused") return { kind: "refused", reason: decision.reason };
    if (decision.kind === "nothing") return { kind: "refused", reason: "wrong_state" };
    const details = { by: who.shownAs, ...describeChanges(row, columns, changed) };
    const message = await loadMessageFacts(trx, row.message_id);
    const { account_id: accountId, id: deliveryId } = row;
    const { country } = address;
    const more = await repriceLetter(trx, ctx.settings.letters, { row, message, country });
    if (more !== (input.agreed ?? more)) {
      await refuseUncovered(trx, accountId, more);
      return { kind: "asks", more };
    }
    await applyDecision(trx, ctx, {
      row,
      message,
      decision,
      recordedAt: at,
      columns: { ...columns, ...problemOf(ctx, row, address, at) },
      events: { PostalAddressMended: { details } },
    });
    // Holds the lock of the account's balance: last.
    await changeReservation(trx, { accountId, deliveryId, more, at });
    return { kind: "repaired" };
  });
}

/** What was told about the old address is over; what is wrong with the new one is told at once. */
function problemOf(
  { settings: { letters } }: Context,
  row: DeliveryRow,
  address: PostalAddress,
  at: Temporal.Instant,
): Pick<DeliveryRow, "address_problem" | "address_problem_at"> {
  const served = letters === null ? [] : countriesOf(letters.tariff);
  const problem = addressProblemOf(address, served, partyOf(row));
  return { address_problem: problem, address_problem_at: problem && at };
}
