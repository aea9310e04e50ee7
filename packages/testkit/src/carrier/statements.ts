// What the stand-in carrier can be made to say of an item, in the codes it says it with.

export const CARRIER_STATEMENTS = {
  accepted: { code: "EMA", description: "Item posted", button: "Took it in" },
  presented: { code: "EMH", description: "Addressee absent, notice left", button: "Nobody home" },
  held: {
    code: "AVAILABLE_AT_PICKUP_POINT",
    description: "Available at the pick-up point for 15 days",
    button: "Waits at the pick-up point",
  },
  delivered: { code: "EMI", description: "Delivered against signature", button: "Delivered" },
  returned: { code: "RETURNED_TO_SENDER", description: "Returned to sender", button: "Returned" },
  /** A code that nobody has heard of. */
  unheard: { code: "XQ7", description: "Item rerouted", button: "Something unheard of" },
} as const;

export type CarrierStatement = keyof typeof CARRIER_STATEMENTS;

export function isCarrierStatement(word: unknown): word is CarrierStatement {
  return typeof word === "string" && Object.hasOwn(CARRIER_STATEMENTS, word);
}

/** After one of these there is a proof; whatever is said later corrects it. */
export const ENDING_CODES: ReadonlySet<string> = new Set([
  CARRIER_STATEMENTS.delivered.code,
  CARRIER_STATEMENTS.returned.code,
]);
