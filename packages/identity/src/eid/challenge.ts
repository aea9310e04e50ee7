// The question that a card answers once: 256 random bits, kept with the try it belongs to.

import { randomBytes } from "node:crypto";

const CHALLENGE = /^[A-Za-z0-9+/]{43}=$/u;

/** Base64, 44 characters. Whoever asks binds it to one browser, lets it be used once, and ends it after minutes. */
export function newWebEidChallenge(): string {
  return randomBytes(32).toString("base64");
}

export function isWebEidChallenge(text: string): boolean {
  return CHALLENGE.test(text);
}
