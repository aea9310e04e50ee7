// A message as an integrator would send it, to somebody nobody else writes to.

import { randomBytes } from "node:crypto";
import type { ApiAddressee, ApiMessage } from "@posthorn/testkit";

/** An addressee of his own for each call: mailbox and phone are shared by all tests of a stack. */
export function newAddressee(values: Partial<ApiAddressee> = {}): ApiAddressee & { readonly mobile: string } {
  const id = randomBytes(4).readUInt32BE();
  return {
    email: `jan.${id}@post.example`,
    // Ends in 1: the phone's provider has a will of its own for other endings.
    mobile: `+3247${String(id % 1_000_000).padStart(6, "0")}1`,
    name: "Peeters",
    first_names: "Jan",
    language: "en",
    addressee_consent: { basis: "clause", words: "Article 12 of the lease" },
    ...values,
  };
}

export function newMessage(
  addressees: readonly ApiAddressee[],
  values: Partial<ApiMessage> = {},
): ApiMessage {
  return {
    subject: "Formal notice: rent arrears, Kerkstraat 12",
    body: "Dear Sir,\n\nThe rent of October has not been paid.\n\nImmo Vandewalle",
    required_identification: "codes",
    addressees,
    ...values,
  };
}
