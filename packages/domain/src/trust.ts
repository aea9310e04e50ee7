// The legal status that a provider may claim; "qualified" is earned per delivery, never a default (eIDAS art. 44).

export const TRUST_STATUSES = ["demonstration", "non-qualified", "qualified"] as const;
export type TrustStatus = (typeof TRUST_STATUSES)[number];
