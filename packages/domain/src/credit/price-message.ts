// What a message costs in credits, and whether the account can pay it (domain rules, "Money").

/** An electronic delivery, in credits. */
export const CREDITS_PER_DELIVERY = 1;

export interface PriceInput {
  /** Number of deliveries, one per addressee. */
  readonly deliveries: number;
  readonly fallback: boolean;
  /** Credits per letter at the moment of acceptance; of no matter without fallback. */
  readonly postage: number;
}

/** All in whole credits. */
export interface Price {
  readonly deliveries: number;
  /** Reserved, and given back for every delivery that is not posted. */
  readonly postage: number;
  readonly total: number;
}

export function priceOf({ deliveries, fallback, postage }: PriceInput): Price {
  const electronic = deliveries * CREDITS_PER_DELIVERY;
  const letters = fallback ? deliveries * postage : 0;
  return { deliveries: electronic, postage: letters, total: electronic + letters };
}

/** `available`: credits neither spent nor reserved. What is missing is said to the sender. */
export function balanceAllows(
  available: number,
  price: Price,
): { ok: true } | { ok: false; missing: number } {
  return available >= price.total ? { ok: true } : { ok: false, missing: price.total - available };
}
