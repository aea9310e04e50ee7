// Checks what a card signed: the hashes of our origin and of our challenge, with the one algorithm that its key allows.

import { constants, createHash, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { refused } from "./refuse.ts";

interface Scheme {
  readonly kind: "ES" | "RS" | "PS";
  readonly hash: "sha256" | "sha384" | "sha512";
}

const HASHES = { "256": "sha256", "384": "sha384", "512": "sha512" } as const;

/** The curve that belongs to each hash (RFC 7518 §3.4), and the octets of r and s together. */
const CURVES = {
  sha256: { name: "prime256v1", octets: 64 },
  sha384: { name: "secp384r1", octets: 96 },
  sha512: { name: "secp521r1", octets: 132 },
} as const;

const SMALLEST_RSA_BITS = 2048;

export interface SignedChallenge {
  readonly algorithm: string;
  /** Raw octets. */
  readonly signature: Uint8Array;
  readonly publicKey: KeyObject;
  readonly origin: string;
  readonly nonce: string;
}

/** Throws AppError `eid_algorithm_refused` where algorithm and key do not belong together, `eid_signature_wrong` where it does not verify. */
export function requireSignedChallenge(signed: SignedChallenge): void {
  const { publicKey, signature } = signed;
  const scheme = schemeFor(signed.algorithm, publicKey);
  if (scheme.kind === "ES" && signature.length !== CURVES[scheme.hash].octets)
    throw refused("eid_signature_wrong");
  const hash = (text: string) => createHash(scheme.hash).update(text, "utf8").digest();
  const content = Buffer.concat([hash(signed.origin), hash(signed.nonce)]);
  if (!verify(scheme.hash, content, { key: publicKey, ...encodingOf(scheme) }, signature))
    throw refused("eid_signature_wrong");
}

/** The key decides, not the token: a scheme for another kind of key, or of another strength, is refused. */
function schemeFor(algorithm: string, key: KeyObject): Scheme {
  const parts = /^(?<kind>ES|RS|PS)(?<bits>256|384|512)$/u.exec(algorithm)?.groups;
  if (!parts) throw refused("eid_algorithm_refused");
  const scheme = { kind: parts["kind"], hash: HASHES[parts["bits"] as keyof typeof HASHES] } as Scheme;
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  const fits =
    scheme.kind === "ES"
      ? key.asymmetricKeyType === "ec" && namedCurve === CURVES[scheme.hash].name
      : key.asymmetricKeyType === "rsa" && modulusLength >= SMALLEST_RSA_BITS;
  if (!fits) throw refused("eid_algorithm_refused");
  return scheme;
}

function encodingOf({ kind }: Scheme) {
  if (kind === "ES") return { dsaEncoding: "ieee-p1363" } as const;
  if (kind === "RS") return { padding: constants.RSA_PKCS1_PADDING };
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}
