// The evidence record: facts complete in themselves, from which XML and proofs are made by pure functions.
// Everything here is JSON (RFC 8785 canonical form); instants are ISO 8601 UTC with milliseconds.

import type { Language } from "../language.ts";
import type { CarrierOutcome } from "../letter/carrier-outcome.ts";
import type { TrustStatus } from "../trust.ts";

export type IdentificationMethod =
  | "password"
  | "password+totp"
  | "passkey"
  | "codes"
  | "itsme"
  | "eid"
  | "api_key";
export type AssuranceLevel = "low" | "substantial" | "high";

/** How somebody was authenticated. `level` is never set for codes. */
export interface AuthenticationFacts {
  readonly method: IdentificationMethod;
  readonly at: string;
  readonly level?: AssuranceLevel;
  readonly issuer?: string;
}

export interface SenderFacts {
  readonly kind: "person" | "company";
  /** Company name, or the person's full name. */
  readonly name: string;
  readonly enterprise_number?: string;
  readonly town?: string;
  /** The part of the company that it is sent for, as the company names it to others. */
  readonly department?: string;
  /** Of a company's member only his random id. */
  readonly member?: string;
  /** The authentication of the session that submitted. */
  readonly authentication: AuthenticationFacts;
  /** How the person was first identified (activation). */
  readonly identified: AuthenticationFacts;
}

export interface PostalAddressFacts {
  readonly street: string;
  readonly number: string;
  readonly box?: string;
  readonly postcode: string;
  readonly town: string;
  readonly country: string;
}

export interface ConsentFacts {
  readonly basis: "clause" | "earlier_consent" | "registration" | "none_stated";
  readonly stated_on?: string;
  readonly words?: string;
}

export interface RecipientFacts {
  readonly kind: "person" | "organisation";
  /** Family name, or name of the organisation. */
  readonly name: string;
  readonly first_names?: string;
  readonly enterprise_number?: string;
  readonly attention_of?: string;
  readonly email: string;
  readonly mobile?: string;
  readonly postal_address?: PostalAddressFacts;
  readonly language: Language;
  readonly consent: ConsentFacts;
  /** Who supplied these data: always the sender in this service. */
  readonly supplied_by: "sender";
}

export interface PartFacts {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** How it looks on paper, made before it was sent; absent where no letter was to follow. */
  readonly print?: PrintFacts;
}

/** A print rendition: a PDF made from a part. */
export interface PrintFacts {
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly pages: number;
  /** Program and version that made it. */
  readonly converter: string;
}

export type MatchedOn =
  | "mailbox+phone"
  | "name"
  | "name+birth_date"
  | "register_number"
  /** A member of a company account verified for the organisation's number. */
  | "member+enterprise_number";

/** Who acted on the addressee's side and why he is the addressee. */
export interface CollectorFacts {
  readonly authentication: AuthenticationFacts;
  /** Name as authenticated; absent with codes, where identity is not established, and of a company's member. */
  readonly name?: string;
  /** Of a company's member, who collects for it, only his random id. */
  readonly member?: string;
  readonly matched_on: MatchedOn;
  /** SHA-256 commitment to the identification record, lower-case hex. */
  readonly identification_commitment?: string;
}

export interface ChannelFacts {
  readonly channel: "email" | "sms";
  readonly to: string;
  readonly outcome: "accepted" | "refused" | "pending" | "not_tried" | "delivered" | "failed";
  readonly at?: string;
  /** The provider's or server's own words, one line. */
  readonly answer?: string;
  readonly provider_id?: string;
  /** SHA-256 of the notice as sent and of the dialogue, kept under the evidence. */
  readonly sent_sha256?: string;
  readonly dialogue_sha256?: string;
}

export interface NoticeFacts {
  readonly round: number;
  readonly kind: "window" | "reminder";
  readonly reminder?: number;
  readonly channels: readonly ChannelFacts[];
}

export interface WindowFacts {
  readonly collection_days: number;
  /** First instant after the window, ISO with Brussels offset; absent until notified. */
  readonly deadline?: string;
  /** Last day to collect, ISO date. */
  readonly collect_until?: string;
  readonly final_by: string;
}

/** Who took the letter over from us, and as what. */
export interface RelayFacts {
  /** The operator's name, as the public knows it. */
  readonly operator: string;
  /** The barcode or number of the item. */
  readonly item?: string;
  readonly service?: string;
  /** Batch in which it was handed over. */
  readonly batch?: string;
  /** SHA-256 of the print file that was handed over, lower-case hex. */
  readonly print_sha256?: string;
  readonly pages?: number;
  readonly sheets?: number;
  /** As printed, lines joined by a comma and a space. */
  readonly address?: string;
  /** SHA-256 of the carrier's receipt for the deposit, kept under the evidence. */
  readonly receipt_sha256?: string;
}

/** What the carrier reports: his statement, never our finding. */
export interface CarrierFacts {
  /** Who states it. */
  readonly source: string;
  readonly outcome: CarrierOutcome;
  /** When it happened, as he says. */
  readonly at?: string;
  /** His own words, one line. */
  readonly words?: string;
  /** SHA-256 of the report as received, kept under the evidence. */
  readonly raw_sha256?: string;
}

export interface EvidenceFacts {
  /** Decides the form of the XML: what was written under one version keeps that form for good. */
  readonly version: 1 | 2;
  readonly id: string;
  readonly delivery: string;
  readonly seq: number;
  /** Hex leaf value of record seq - 1; 64 zeros for the first. */
  readonly prev_hash: string;
  readonly type: string;
  readonly event_at: string;
  readonly recorded_at: string;
  readonly trust_status: TrustStatus;
  /** URIs of practice statement, terms and notices in force. */
  readonly policies: readonly string[];
  readonly issuer: { readonly name: string; readonly country: string; readonly certificate_sha256?: string };
  readonly sender: SenderFacts;
  readonly recipient: RecipientFacts;
  readonly submitted_at: string;
  readonly required_identification: "codes" | "eid_or_itsme";
  readonly postal_fallback: boolean;
  readonly subject: string;
  readonly parts: readonly PartFacts[];
  readonly window: WindowFacts;
  readonly reasons?: readonly string[];
  readonly collector?: CollectorFacts;
  readonly notice?: NoticeFacts;
  /** The decision page as shown: language, version, and digest of what was kept. */
  readonly decision_page?: { readonly language: Language; readonly version: string; readonly sha256: string };
  /** Part opened or handed over. */
  readonly part?: { readonly name: string; readonly sha256: string };
  readonly relay?: RelayFacts;
  readonly carrier?: CarrierFacts;
  /** Event-specific facts that have no place above. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
  readonly after_final?: boolean;
  /** On the closing record only. */
  readonly closing?: { readonly records: number; readonly head: string };
}
