// What a message costs in credits, and whether the account can pay it (domain rules, "Money").

/** An electronic delivery, in credits. */
export const CREDITS_PER_DELIVERY = 1;

export interface PriceInput {
  /** Number of deliveries, one per addressee. */
  readonly deliveries: number;
  /** Credits of all letters that may follow, by the tariff at the moment of acceptance. */
  readonly postage: number;
}

/** All in whole credits. */
export interface Price {
  readonly deliveries: number;
  /** Reserved, and given back for every delivery that is not posted. */
  readonly postage: number;
  readonly total: number;
}

export function priceOf({ deliveries, postage }: PriceInput): Price {
  const electronic = deliveries * CREDITS_PER_DELIVERY;
  return { deliveries: electronic, postage, total: electronic + postage };
}

/** `available`: credits neither spent nor reserved. What is missing is said to the sender. */
export function balanceAllows(
  available: number,
  price: Price,
): { ok: true } | { ok: false; missing: number } {
  return available >= price.total ? { ok: true } : { ok: false, missing: price.total - available };
}
