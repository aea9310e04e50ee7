// Our keys towards itsme: one signs requests for tokens, one or two decrypt what itsme answers; their public halves are published.

import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** RFC 7517, with the members that itsme reads. */
export interface PublicJwk {
  readonly kty: "RSA";
  readonly n: string;
  readonly e: string;
  readonly kid: string;
  readonly use: "sig" | "enc";
  readonly alg: "RS256" | "RSA-OAEP-256";
}

export interface PublicJwks {
  readonly keys: readonly PublicJwk[];
}

export interface ItsmeKeys {
  readonly signing: OwnKey;
  /** Published beside the first while signing keys are changed: the next one before it signs, the last one after. */
  readonly otherSigning?: OwnKey;
  /** The first is published; a second still opens what was encrypted to it before the change. */
  readonly decryption: readonly OwnKey[];
}

export interface OwnKey {
  readonly privateKey: KeyObject;
  /** RFC 7638 thumbprint, SHA-256, base64url. */
  readonly kid: string;
}

/** itsme keeps our keys for 30 minutes to 24 hours; less than half an hour would make it ask at every sign-in. */
export const JWKS_CACHE_CONTROL = "public, max-age=3600";

const SHORTEST_MODULUS_BITS = 2048;
const LONGEST_ROTATION = 2;

/** Reads PEM texts (PKCS#8, RSA of at least 2,048 bits). Throws an Error that says which is wrong, never what stands in it. */
export function readItsmeKeys(pems: {
  readonly signing: string;
  readonly otherSigning?: string | undefined;
  readonly decryption: readonly string[];
}): ItsmeKeys {
  if (pems.decryption.length < 1 || pems.decryption.length > LONGEST_ROTATION)
    throw new Error("itsme needs one decryption key, or two while they are changed");
  const keys = {
    signing: readKey("signing", pems.signing),
    ...(pems.otherSigning === undefined ? {} : { otherSigning: readKey("signing", pems.otherSigning) }),
    decryption: pems.decryption.map((pem) => readKey("decryption", pem)),
  };
  const kids = [...signingKeys(keys), ...keys.decryption].map(({ kid }) => kid);
  if (new Set(kids).size < kids.length) throw new Error("the itsme keys are not all different");
  return keys;
}

/** What stands at the address that itsme reads our keys from: signing keys and the current encryption key. */
export function publicJwks(keys: ItsmeKeys): PublicJwks {
  const current = keys.decryption[0];
  if (current === undefined) throw new Error("itsme needs a decryption key");
  return {
    keys: [
      ...signingKeys(keys).map((key) => publicJwk(key, "sig", "RS256")),
      publicJwk(current, "enc", "RSA-OAEP-256"),
    ],
  };
}

function signingKeys({ signing, otherSigning }: ItsmeKeys): readonly OwnKey[] {
  return otherSigning === undefined ? [signing] : [signing, otherSigning];
}

function readKey(name: string, pem: string): OwnKey {
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(pem);
  } catch {
    // The parser's own words could repeat a part of the key.
    throw new Error(`the itsme ${name} key is not a private key in PEM`);
  }
  const bits = privateKey.asymmetricKeyDetails?.modulusLength ?? 0;
  if (privateKey.asymmetricKeyType !== "rsa" || bits < SHORTEST_MODULUS_BITS)
    throw new Error(`the itsme ${name} key is not RSA of at least ${SHORTEST_MODULUS_BITS} bits`);
  return { privateKey, kid: thumbprint(rsaMembers(privateKey)) };
}

function publicJwk({ privateKey, kid }: OwnKey, use: PublicJwk["use"], alg: PublicJwk["alg"]): PublicJwk {
  return { kty: "RSA", ...rsaMembers(privateKey), kid, use, alg };
}

function rsaMembers(key: KeyObject): { n: string; e: string } {
  const { n = "", e = "" } = createPublicKey(key).export({ format: "jwk" });
  return { n, e };
}

/** RFC 7638 §3: the required members alone, in the order of their names, without spaces. */
function thumbprint({ n, e }: { n: string; e: string }): string {
  return createHash("sha256")
    .update(JSON.stringify({ e, kty: "RSA", n }))
    .digest("base64url");
}
