// The letters of the privacy desk: what each says beside its fixed words, kept with the request, so that mail and paper tell the same.

import type { Language } from "../language.ts";
import type { RightsAnswer, RightsGround } from "./answer.ts";
import type { RightsKind } from "./request.ts";

/**
 * identity: it must be shown first who asks; identity_reminder: the same, halfway. extension: two months more. answer: what is done and why. carried_out: what waited was done.
 * restriction_ends: told before it is lifted.
 */
export const RIGHTS_LETTERS = [
  "identity",
  "identity_reminder",
  "extension",
  "answer",
  "carried_out",
  "restriction_ends",
] as const;
export type RightsLetterKind = (typeof RIGHTS_LETTERS)[number];

/** Plain JSON; days as ISO 8601 has them. */
export interface RightsLetter {
  readonly letter: RightsLetterKind;
  readonly language: Language;
  readonly number: number;
  readonly right: RightsKind;
  /** Whom it is addressed to: who asked, on behalf of himself or of another. */
  readonly name: string;
  readonly address: readonly string[];
  /** Whose data, where it is another than who asked. */
  readonly onBehalfOf?: string;
  readonly receivedOn: string;
  readonly writtenOn: string;
  /** The last day to show who asks, to answer, or on which the restriction still stands. */
  readonly until?: string;
  readonly answer?: RightsAnswer;
  readonly grounds?: readonly RightsGround[];
  /** What is not erased is kept until the end of this day. */
  readonly keptUntil?: string;
  /** What is on its way has come to its end by then at the latest. */
  readonly waitsUntil?: string;
  /** Who asked for erasure has an account, which he closes himself. */
  readonly holdsAccount?: true;
  /** Who did not decide about what he entrusted: asked in vain until `by`, or gone. His name is empty where nothing tells it any more. */
  readonly senders?: readonly (
    | { readonly name: string; readonly is: "silent"; readonly by: string }
    | { readonly name: string; readonly is: "gone" }
  )[];
  /** Restricted are these addresses, each with the name; no account is known. */
  readonly addresses?: readonly string[];
  /** In the desk's own words. */
  readonly words?: string;
}

/** Days between the letter that tells of it and the end of a restriction. */
export const RESTRICTION_NOTICE_DAYS = 7;
