// Which addressees of one message exclude each other, and which are the sender himself.

import type { FieldError } from "../error.ts";
import type { Addressee } from "./addressee.ts";
import { emailKey } from "./email-address.ts";

/**
 * A row equal to an earlier one in e-mail, number and name: `identical_addressee` {row} at `addressees.N`, rows counted
 * from 1 in the params as people count them. Sharing an e-mail or number alone is allowed.
 */
export function addresseesConflict(addressees: readonly Addressee[]): readonly FieldError[] {
  const firstRow = new Map<string, number>();
  const errors: FieldError[] = [];
  for (const [index, addressee] of addressees.entries()) {
    const key = identityKey(addressee);
    const earlier = firstRow.get(key);
    if (earlier === undefined) firstRow.set(key, index);
    else
      errors.push({ path: `addressees.${index}`, code: "identical_addressee", params: { row: earlier + 1 } });
  }
  return errors;
}

function identityKey(addressee: Addressee): string {
  const { kind, name, firstNames, attentionOf, email, mobile } = addressee;
  const names = [name, firstNames ?? "", attentionOf ?? ""].map((part) =>
    part.replaceAll(/\s+/gu, " ").toLowerCase(),
  );
  return JSON.stringify([kind, ...names, emailKey(email), mobile ?? ""]);
}

export interface SenderAddresses {
  readonly email: string;
  /** E.164. */
  readonly mobile?: string;
}

/** Nobody delivers to himself: `own_email`, `own_mobile`. `path`: the row's, `addressees.0`. */
export function ownAddress(
  sender: SenderAddresses,
  addressee: Addressee,
  path: string,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (emailKey(sender.email) === emailKey(addressee.email))
    errors.push({ path: `${path}.email`, code: "own_email" });
  if (sender.mobile !== undefined && sender.mobile === addressee.mobile) {
    errors.push({ path: `${path}.mobile`, code: "own_mobile" });
  }
  return errors;
}
