// A key pair of an authenticator: the public half as COSE_Key (RFC 9053), and how the private half signs.

import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { type Cbor, encodeCbor } from "./cbor.ts";

export type PasskeyAlgorithm = "ES256" | "EdDSA" | "RS256";

export const COSE_NUMBERS: Readonly<Record<PasskeyAlgorithm, number>> = { ES256: -7, EdDSA: -8, RS256: -257 };

export interface CoseKey {
  readonly algorithm: PasskeyAlgorithm;
  readonly publicKey: Buffer;
  sign(data: Uint8Array): Buffer;
}

export function makeCoseKey(algorithm: PasskeyAlgorithm): CoseKey {
  const { privateKey, publicKey } = makePair(algorithm);
  const jwk = publicKey.export({ format: "jwk" });
  const number = COSE_NUMBERS[algorithm];
  const part = (name: "x" | "y" | "n" | "e"): Buffer => Buffer.from(jwk[name] ?? "", "base64url");
  const members: Readonly<Record<PasskeyAlgorithm, () => [number, Cbor][]>> = {
    ES256: () => [
      [1, 2],
      [3, number],
      [-1, 1],
      [-2, part("x")],
      [-3, part("y")],
    ],
    EdDSA: () => [
      [1, 1],
      [3, number],
      [-1, 6],
      [-2, part("x")],
    ],
    RS256: () => [
      [1, 3],
      [3, number],
      [-1, part("n")],
      [-2, part("e")],
    ],
  };
  return {
    algorithm,
    publicKey: encodeCbor(new Map(members[algorithm]())),
    sign: (data) => sign(algorithm === "EdDSA" ? null : "sha256", data, privateKey),
  };
}

function makePair(algorithm: PasskeyAlgorithm): { privateKey: KeyObject; publicKey: KeyObject } {
  switch (algorithm) {
    case "ES256":
      return generateKeyPairSync("ec", { namedCurve: "P-256" });
    case "EdDSA":
      return generateKeyPairSync("ed25519");
    case "RS256":
      return generateKeyPairSync("rsa", { modulusLength: 2048 });
  }
}
