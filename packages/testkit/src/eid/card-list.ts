// The stand-in's identity cards: of the people whom the stack and the stand-in itsme know, and one for each thing that can be wrong.

import { CITIZENS } from "../itsme/citizens.ts";
import type { CitizenId, TestCitizen } from "../itsme/citizens.ts";
import type { AuthorityName } from "./authorities.ts";

export interface CardProfile {
  readonly holder: TestCitizen;
  readonly key: "EC" | "RSA";
  readonly authority: AuthorityName;
  /** Default valid. */
  readonly fault?: "expired" | "not_yet_valid" | "revoked" | "signature_certificate";
  /** What this card is good for, in a few words. */
  readonly about: string;
}

function cardOf(id: CitizenId, change: Partial<CardProfile> = {}): CardProfile {
  const holder: TestCitizen | undefined = CITIZENS.find((citizen) => citizen.id === id);
  if (!holder) throw new Error(`there is no citizen ${id}`);
  return { holder, key: "EC", authority: "citizen", about: holder.about, ...change };
}

const jan = cardOf("jan").holder;

export const CARDS = {
  jan: cardOf("jan"),
  jan_rsa: cardOf("jan", { key: "RSA", about: "an older card, RSA" }),
  lotte: cardOf("lotte"),
  pieter: cardOf("pieter"),
  nele: cardOf("nele"),
  camille: cardOf("camille"),
  tom: cardOf("tom"),
  noemie: cardOf("noemie"),
  yusuf: cardOf("yusuf"),
  ioana: cardOf("ioana", { key: "RSA", authority: "foreigner", about: "foreigner’s card, a bis number" }),
  ana: cardOf("ana", { authority: "foreigner", about: "foreigner’s card, no register number" }),
  suryani: cardOf("suryani", { authority: "foreigner", about: "foreigner’s card, no given name" }),
  jan_renamed: cardOf("jan", {
    holder: { ...jan, familyName: "Peeters-Maes" },
    about: "the same person, another name",
  }),
  jan_expired: cardOf("jan", { fault: "expired", about: "expired" }),
  jan_early: cardOf("jan", { fault: "not_yet_valid", about: "not valid yet" }),
  jan_revoked: cardOf("jan", { fault: "revoked", about: "blocked" }),
  jan_signature: cardOf("jan", { fault: "signature_certificate", about: "the certificate for signatures" }),
  jan_stranger: cardOf("jan", { authority: "stranger", about: "of an authority that nobody believes" }),
} as const satisfies Record<string, CardProfile>;

export type CardId = keyof typeof CARDS;
export const CARD_IDS = Object.keys(CARDS) as CardId[];
