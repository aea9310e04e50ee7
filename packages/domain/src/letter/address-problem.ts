// Why no letter can go to an address: none was given, or the desk or the carrier cannot use it.

export const ADDRESS_PROBLEMS = [
  "missing",
  "incomplete",
  "unknown",
  "not_served",
  "unreadable",
  "other",
] as const;
export type AddressProblem = (typeof ADDRESS_PROBLEMS)[number];
