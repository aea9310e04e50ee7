// What a carrier can say of an item: his statement, whoever asks.

/** accepted: he took it in; presented: he tried; held: it waits at his office; delivered and returned end it. */
export const CARRIER_WORDS = ["accepted", "presented", "held", "delivered", "returned", "other"] as const;
/** signed_proof: his word once more, as a file with his seal; it ends nothing anew. */
export const CARRIER_OUTCOMES = [...CARRIER_WORDS, "signed_proof"] as const;
export type CarrierOutcome = (typeof CARRIER_OUTCOMES)[number];
/** What ends a letter. */
export type CarrierEnd = Extract<CarrierOutcome, "delivered" | "returned">;
/** What is said on the way. */
export type CarrierNote = Exclude<CarrierOutcome, CarrierEnd>;

export function isCarrierEnd(outcome: CarrierOutcome): outcome is CarrierEnd {
  return outcome === "delivered" || outcome === "returned";
}
