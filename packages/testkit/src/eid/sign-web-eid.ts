// Plays the Web eID program: signs a challenge with a card and makes the token that the extension hands to a page.

import { constants, createHash, sign } from "node:crypto";
import type { StandInCard } from "./issue-card.ts";

export interface WebEidAnswer {
  readonly format: string;
  readonly algorithm: string;
  readonly unverifiedCertificate: string;
  readonly signature: string;
  readonly appVersion: string;
}

export interface WebEidCall {
  /** Base64. */
  readonly nonce: string;
  /** As the browser knows it; a page cannot choose it. */
  readonly origin: string;
  /** Default that of the card: ES384, or RS256. */
  readonly algorithm?: string;
}

const HASHES: Readonly<Record<string, string>> = { "256": "sha256", "384": "sha384", "512": "sha512" };

/** Throws where the card's key cannot do what the algorithm says. */
export function signWebEid(card: StandInCard, call: WebEidCall): WebEidAnswer {
  const { algorithm = card.profile.key === "EC" ? "ES384" : "RS256" } = call;
  const hash = HASHES[algorithm.slice(2)] ?? "sha256";
  const digest = (text: string) => createHash(hash).update(text, "utf8").digest();
  const content = Buffer.concat([digest(call.origin), digest(call.nonce)]);
  return {
    format: "web-eid:1.0",
    algorithm,
    unverifiedCertificate: Buffer.from(card.certificate).toString("base64"),
    signature: sign(hash, content, { key: card.privateKey, ...encoding(algorithm) }).toString("base64"),
    appVersion: "https://web-eid.eu/web-eid-app/releases/v2.7.0",
  };
}

function encoding(algorithm: string) {
  if (algorithm.startsWith("ES")) return { dsaEncoding: "ieee-p1363" } as const;
  if (algorithm.startsWith("RS")) return { padding: constants.RSA_PKCS1_PADDING };
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}
