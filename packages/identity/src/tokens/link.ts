// Link and check code of a notice, derived from a key: a repeat or a reminder carries the same ones, and none is stored.

import { createHmac } from "node:crypto";
import { encodeCheckCode } from "./check-code.ts";

/** Which link: of which delivery, and how often its links were voided before. */
export interface LinkPlace {
  readonly deliveryId: string;
  /** Raised by a repair; from 1. */
  readonly generation: number;
}

/** 43 characters of base64url: 256 bits that nobody without the key can make. */
export function deriveLinkToken(key: Uint8Array, place: LinkPlace): string {
  return derive(key, "link", place).toString("base64url");
}

/** The check code that stands beside the link, in canonical form (`K7QM-4RTX-92VB`). */
export function deriveCheckCode(key: Uint8Array, place: LinkPlace): string {
  return encodeCheckCode(derive(key, "check", place));
}

/** The token of a link in a mail to an account holder, or to who may become one; 43 characters of base64url. */
export function deriveMailedToken(key: Uint8Array, linkId: string): string {
  return derive(key, "mailed", { deliveryId: linkId, generation: 0 }).toString("base64url");
}

function derive(
  key: Uint8Array,
  purpose: "link" | "check" | "mailed",
  { deliveryId, generation }: LinkPlace,
): Buffer {
  if (key.byteLength < 32) throw new RangeError("the key of links has at least 32 bytes");
  return createHmac("sha256", key).update(`${purpose}|${deliveryId}|${generation}`, "utf8").digest();
}
