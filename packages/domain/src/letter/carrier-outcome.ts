// What a carrier can say of an item: his statement, whoever asks.

/** accepted: he took it in; presented: he tried; held: it waits at his office; delivered and returned end it. */
export const CARRIER_OUTCOMES = ["accepted", "presented", "held", "delivered", "returned", "other"] as const;
export type CarrierOutcome = (typeof CARRIER_OUTCOMES)[number];
/** What ends a letter. */
export type CarrierEnd = Extract<CarrierOutcome, "delivered" | "returned">;
/** What is said on the way. */
export type CarrierNote = Exclude<CarrierOutcome, CarrierEnd>;

export function isCarrierEnd(outcome: CarrierOutcome): outcome is CarrierEnd {
  return outcome === "delivered" || outcome === "returned";
}
