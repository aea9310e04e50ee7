// Requests of people about their data: what is asked for, how it comes in, through which states it goes (GDPR art. 12 to 22).

export const RIGHTS_KINDS = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "objection",
  "portability",
  "withdrawal",
  "complaint",
] as const;
/** What is asked for; `withdrawal` is that of a consent (art. 7(3)), `complaint` one about how we handle data. */
export type RightsKind = (typeof RIGHTS_KINDS)[number];

/** In his account, by the public form, or on paper. */
export const RIGHTS_CHANNELS = ["account", "form", "letter"] as const;
export type RightsChannel = (typeof RIGHTS_CHANNELS)[number];

/** How it was shown who asks: `open` as long as nothing was, `failed` where what was shown does not fit. */
export const RIGHTS_IDENTITIES = ["open", "codes", "itsme", "eid", "document", "account", "failed"] as const;
export type RightsIdentity = (typeof RIGHTS_IDENTITIES)[number];

/**
 * identity: who asks is not shown yet, no month runs. open: to be answered. waiting: answered, and carried out once what is on its way has
 * come to its end. answered, refused, withdrawn: final.
 */
export const RIGHTS_STATES = ["identity", "open", "waiting", "answered", "refused", "withdrawn"] as const;
export type RightsState = (typeof RIGHTS_STATES)[number];

const NEXT: Readonly<Record<RightsState, readonly RightsState[]>> = {
  identity: ["open", "refused", "withdrawn"],
  open: ["waiting", "answered", "refused", "withdrawn"],
  waiting: ["answered"],
  answered: [],
  refused: [],
  withdrawn: [],
};

/** Whether a request may go from one state to the other; never back. */
export function mayBecome(from: RightsState, to: RightsState): boolean {
  return NEXT[from].includes(to);
}

/** Whether nothing more happens to it. */
export function isRequestFinal(state: RightsState): boolean {
  return NEXT[state].length === 0;
}

/** What a sender answers to a request about data that he entrusted to us. */
export const SENDER_DECISIONS = ["granted", "refused", "answers_himself"] as const;
export type SenderDecision = (typeof SENDER_DECISIONS)[number];

/**
 * Whether it touches data of which senders are controller, so that they are told and decide; a complaint is about ourselves. An addressee's
 * consent stands in the sender's ledger, so its withdrawal is his as well.
 */
export function concernsSenders(kind: RightsKind): boolean {
  return kind !== "complaint";
}
