// What the mails to the sender say of his letter: that it was posted, how it ended, what was corrected, and that no letter can go to its address.

import type { DeliveryRow, Transaction } from "@posthorn/db";
import {
  addressLines,
  brusselsDay,
  lastPostingDay,
  lastPostingDayIfNotCollected,
  startOfDay,
} from "@posthorn/domain";
import { problemOfRow } from "../letter/address-problem.ts";
import { postalAddressOf } from "../letter/addressee-of.ts";
import { factsOf } from "../record/facts-of.ts";
import type { ErrandFacts } from "./load-errand-facts.ts";
import type { AddressWords, CorrectedWords, DeliveryWords, FinalOutcome, PostedWords } from "./ports.ts";

/** Of a delivery that has ended by post. */
export async function letterEnd(
  trx: Transaction,
  row: DeliveryRow,
  words: DeliveryWords,
): Promise<FinalOutcome> {
  const at = shownEnd(row.final_at ?? row.accepted_at);
  if (row.state === "post_unknown") return { ...words, outcome: "letterUnknown", at };
  if (row.state === "post_failed") {
    const [failure] = await factsOf(trx, row.id, "RelayToNonERDSFailure");
    return { ...words, outcome: failureOf(failure?.reasons), at };
  }
  const outcome = row.state === "post_returned" ? "returned" : "delivered";
  const statements = await factsOf(trx, row.id, "CarrierStatement");
  // He goes on speaking: his sealed proof, a correction. What ended it is the first of its kind.
  const carrier = statements.map((facts) => facts.carrier).find((said) => said?.outcome === outcome);
  return {
    ...words,
    outcome: outcome === "returned" ? "letterReturned" : "letterDelivered",
    at: carrier?.at === undefined ? at : Temporal.Instant.from(carrier.at),
    carrier: carrier?.source ?? words.service,
  };
}

/** Of a letter that the carrier has, whatever became of it since. */
export async function postedWords(
  trx: Transaction,
  row: DeliveryRow,
  words: DeliveryWords,
): Promise<Omit<PostedWords, "proofAttached">> {
  const [facts] = await factsOf(trx, row.id, "RelayToNonERDS");
  return {
    ...words,
    at: row.posted_at ?? row.accepted_at,
    carrier: facts?.relay?.operator ?? words.service,
    item: facts?.relay?.item ?? null,
  };
}

/** The errand's occasion is the number of the record that corrects. */
export async function correctedWords(
  trx: Transaction,
  { row, errand }: Pick<ErrandFacts, "row" | "errand">,
  words: DeliveryWords,
): Promise<Omit<CorrectedWords, "proofAttached">> {
  const statements = await factsOf(trx, row.id, "CarrierStatement");
  const carrier = statements.find(({ seq }) => String(seq) === errand.occasion)?.carrier;
  return {
    ...words,
    outcome: carrier?.outcome === "returned" ? "returned" : "delivered",
    at: carrier?.at === undefined ? errand.created_at : Temporal.Instant.from(carrier.at),
    carrier: carrier?.source ?? words.service,
  };
}

/** The end of a term is dated at the first instant after its last day; people are told the last second of that day. */
function shownEnd(at: Temporal.Instant): Temporal.Instant {
  return at.equals(startOfDay(brusselsDay(at))) ? at.subtract({ seconds: 1 }) : at;
}

function failureOf(reasons: readonly string[] = []): "letterCalledOff" | "letterLate" | "letterNotPostable" {
  if (reasons.includes("own:called_off")) return "letterCalledOff";
  return reasons.includes("own:not_posted_in_time") ? "letterLate" : "letterNotPostable";
}

/** By when it is posted, while it waits to be printed; null otherwise. */
export function postingPromised(row: DeliveryRow): Temporal.PlainDate | null {
  const waits = row.state === "to_print" && row.print_released_at === null;
  return waits && row.first_to_print_at ? lastPostingDay(row.first_to_print_at) : null;
}

/** Null where nothing is wrong any more, or it can no longer be mended. */
export function addressWords(
  { row, sender }: Pick<ErrandFacts, "row" | "sender">,
  words: DeliveryWords,
): AddressWords | null {
  const problem = problemOfRow(row);
  const over = row.final_at !== null || row.print_released_at !== null || !row.postal_fallback;
  if (problem === null || over) return null;
  const address = postalAddressOf(row);
  const waits = row.state === "to_print";
  return {
    ...words,
    link: `${words.link}/address`,
    problem,
    address: address === null ? [] : addressLines({ name: "" }, address, sender.language),
    stage: waits ? "waits" : "follows",
    collectUntil: row.collect_until,
    mendUntil: waits
      ? postingPromised(row)
      : row.collect_until && lastPostingDayIfNotCollected(row.collect_until),
  };
}
