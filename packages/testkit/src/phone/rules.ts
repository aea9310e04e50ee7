// Numbers that behave like the real world at its worst.

export type SmsRule =
  | { readonly kind: "refused"; readonly code: number; readonly message: string }
  | { readonly kind: "undelivered"; readonly errorCode: string };

/** Ends in `9999`: refused with 21614 · in `0000`: undelivered (30003) · in `8888`: undelivered (30005). */
export function smsRuleFor(number: string): SmsRule | null {
  if (number.endsWith("9999"))
    return { kind: "refused", code: 21614, message: `'To' number is not a valid mobile number: ${number}` };
  if (number.endsWith("0000")) return { kind: "undelivered", errorCode: "30003" };
  if (number.endsWith("8888")) return { kind: "undelivered", errorCode: "30005" };
  return null;
}
