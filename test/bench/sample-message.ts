// The message of the benches: a letter of a few lines to somebody who has no other.

import type { ApiAddressee, ApiMessage } from "@posthorn/testkit";

let addressees = 0;

/** Each call is another person with another mailbox and phone. */
export function nextAddressee(): ApiAddressee & { readonly mobile: string } {
  addressees += 1;
  return {
    email: `jan.peeters.${addressees}@post.example`,
    // Ends in 1: the phone's provider has a will of its own for other endings.
    mobile: `+32470${String(addressees % 100_000).padStart(5, "0")}1`,
    name: "Peeters",
    first_names: "Jan",
    language: "nl",
    postal_address: { street: "Kerkstraat", number: "12", postcode: "9000", town: "Gent", country: "BE" },
    addressee_consent: { basis: "clause", words: "Article 12 of the lease" },
  };
}

export function sampleMessage(to: readonly ApiAddressee[]): ApiMessage {
  return {
    subject: "Formal notice: rent arrears, Kerkstraat 12",
    body: "Dear Sir,\n\nThe rent of October has not been paid. The attached notice says what is due and until when.\n\nImmo Vandewalle",
    required_identification: "codes",
    addressees: to,
  };
}
