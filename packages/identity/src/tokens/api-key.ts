// API keys (`phk_<id>_<secret>`): shown once, kept as a digest; the id in them finds the row and may stand in logs.

import { randomBytes } from "node:crypto";
import { tokenHash } from "./token.ts";

export interface NewApiKey {
  /** 16 hex digits; names the key, no secret. */
  readonly id: string;
  /** The whole key, for its owner's eyes once. */
  readonly secret: string;
  /** To be stored: `tokenHash` of the whole key. */
  readonly hash: string;
}

export function newApiKey(random: (size: number) => Uint8Array = randomBytes): NewApiKey {
  const id = Buffer.from(random(8)).toString("hex");
  const secret = `phk_${id}_${Buffer.from(random(32)).toString("base64url")}`;
  return { id, secret, hash: tokenHash(secret) };
}

/** Id and digest of a key as presented, or null where it cannot be one. The digest is not yet compared. */
export function parseApiKey(presented: string): { id: string; hash: string } | null {
  const id = /^phk_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/.exec(presented)?.[1];
  return id === undefined ? null : { id, hash: tokenHash(presented) };
}
