// What is answered to a request: granted, in part or not, and the grounds on which it may be refused (GDPR art. 11, 12, 15 to 21).

import type { RightsKind } from "./request.ts";

export const RIGHTS_ANSWERS = ["granted", "granted_in_part", "refused"] as const;
export type RightsAnswer = (typeof RIGHTS_ANSWERS)[number];

const EVERY: readonly RightsKind[] = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "objection",
  "portability",
  "withdrawal",
  "complaint",
];
const OF_SENDERS: readonly RightsKind[] = EVERY.filter(
  (kind) => kind !== "withdrawal" && kind !== "complaint",
);

/** Each ground with its article, and what may be refused on it. */
export const RIGHTS_GROUNDS = {
  not_identified: { article: "12(6)", kinds: EVERY },
  no_authority: { article: "12(6)", kinds: EVERY },
  excessive: { article: "12(5)", kinds: EVERY.filter((kind) => kind !== "complaint") },
  nothing_held: { article: "11(2)", kinds: EVERY.filter((kind) => kind !== "complaint") },
  rights_of_others: { article: "15(4)", kinds: ["access", "portability"] },
  not_portable: { article: "20(1)", kinds: ["portability"] },
  accurate: { article: "16", kinds: ["rectification"] },
  legal_obligation: { article: "17(3)(b)", kinds: ["erasure"] },
  legal_claims: { article: "17(3)(e)", kinds: ["erasure"] },
  not_restrictable: { article: "18(1)", kinds: ["restriction"] },
  kept_for_claims: { article: "18(2)", kinds: ["restriction"] },
  compelling_grounds: { article: "21(1)", kinds: ["objection"] },
  no_consent: { article: "7(3)", kinds: ["withdrawal"] },
  sender_refused: { article: "28(3)(e)", kinds: OF_SENDERS },
  sender_silent: { article: "28(3)(e)", kinds: EVERY.filter((kind) => kind !== "complaint") },
  sender_gone: { article: "28(3)(e)", kinds: EVERY.filter((kind) => kind !== "complaint") },
  not_founded: { article: null, kinds: ["complaint"] },
} as const satisfies Readonly<
  Record<string, { readonly article: string | null; readonly kinds: readonly RightsKind[] }>
>;
export type RightsGround = keyof typeof RIGHTS_GROUNDS;

/** The grounds that fit a kind of request, in the order in which an officer is offered them. */
export function groundsOf(kind: RightsKind): readonly RightsGround[] {
  return (Object.keys(RIGHTS_GROUNDS) as RightsGround[]).filter((ground) => {
    const kinds: readonly RightsKind[] = RIGHTS_GROUNDS[ground].kinds;
    return kinds.includes(kind);
  });
}

/** The article of the regulation that a ground stands on; null where it is none of the regulation's. */
export function articleOf(ground: RightsGround): string | null {
  return RIGHTS_GROUNDS[ground].article;
}
