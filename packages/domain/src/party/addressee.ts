// The addressee of a delivery as the sender entrusts him to us.

import type { Language } from "../language.ts";
import type { PlainDate } from "../lifecycle/state.ts";
import type { RecipientFacts } from "../record/facts.ts";
import type { AddresseeConsent } from "./consent.ts";
import type { PostalAddress } from "./postal-address.ts";

export interface Addressee {
  readonly kind: "person" | "organisation";
  /** Family name, or the name of the organisation. */
  readonly name: string;
  readonly firstNames?: string;
  /** Ten digits; organisations only. */
  readonly enterpriseNumber?: string;
  readonly attentionOf?: string;
  readonly email: string;
  /** E.164. */
  readonly mobile?: string;
  readonly postalAddress?: PostalAddress;
  readonly language: Language;
  readonly consent: AddresseeConsent;
  /** Optional data to match at identification; never part of evidence. */
  readonly identification: {
    readonly birthDate?: PlainDate;
    /** Eleven digits. */
    readonly registerNumber?: string;
  };
}

/** "Jan Peeters", or the organisation with whom it is for: "Bakkerij Peeters bv, An Maes". */
export function nameOf(addressee: Pick<Addressee, "name" | "firstNames" | "attentionOf">): string {
  if (addressee.firstNames !== undefined) return `${addressee.firstNames} ${addressee.name}`;
  return addressee.attentionOf === undefined ? addressee.name : `${addressee.name}, ${addressee.attentionOf}`;
}

/** What evidence says of the addressee; data for identification stays out of it. */
export function recipientFacts(addressee: Addressee): RecipientFacts {
  const { consent } = addressee;
  return {
    kind: addressee.kind,
    name: addressee.name,
    ...(addressee.firstNames !== undefined && { first_names: addressee.firstNames }),
    ...(addressee.enterpriseNumber !== undefined && { enterprise_number: addressee.enterpriseNumber }),
    ...(addressee.attentionOf !== undefined && { attention_of: addressee.attentionOf }),
    email: addressee.email,
    ...(addressee.mobile !== undefined && { mobile: addressee.mobile }),
    ...(addressee.postalAddress && { postal_address: addressee.postalAddress }),
    language: addressee.language,
    consent: {
      basis: consent.basis,
      ...(consent.statedOn && { stated_on: consent.statedOn.toString() }),
      ...(consent.words !== undefined && { words: consent.words }),
    },
    supplied_by: "sender",
  };
}
