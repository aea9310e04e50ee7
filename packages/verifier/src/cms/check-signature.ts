// One signature value against one public key, with the browser's own cryptography.

import { childOf, childrenOf, oidOf, readDer } from "../der/read-der.ts";
import { concat, type HashName } from "../octets/octets.ts";

const CURVES: Readonly<Record<string, { readonly name: string; readonly octets: number }>> = {
  "1.2.840.10045.3.1.7": { name: "P-256", octets: 32 },
  "1.3.132.0.34": { name: "P-384", octets: 48 },
  "1.3.132.0.35": { name: "P-521", octets: 66 },
};
const RSA = "1.2.840.113549.1.1.1";
const EC = "1.2.840.10045.2.1";

export interface SignatureToCheck {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly hash: HashName;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  /** How an ECDSA signature is written: two numbers side by side in XML, a DER sequence in CMS. */
  readonly form: "raw" | "der";
}

/** Throws TypeError for keys that the browser cannot use. */
export async function isSignatureValid(check: SignatureToCheck): Promise<boolean> {
  const algorithm = childOf(readDer(check.publicKey), 0);
  const type = oidOf(childOf(algorithm, 0));
  const key = Uint8Array.from(check.publicKey);
  const signed = Uint8Array.from(check.signed);
  if (type === RSA) {
    const scheme = { name: "RSASSA-PKCS1-v1_5", hash: check.hash };
    const imported = await crypto.subtle.importKey("spki", key, scheme, false, ["verify"]);
    return crypto.subtle.verify(scheme.name, imported, Uint8Array.from(check.signature), signed);
  }
  const curve = type === EC ? CURVES[oidOf(childOf(algorithm, 1))] : undefined;
  if (!curve) throw new TypeError("a kind of key that this page does not know");
  const raw = check.form === "raw" ? check.signature : rawSignature(check.signature, curve.octets);
  const imported = await crypto.subtle.importKey(
    "spki",
    key,
    { name: "ECDSA", namedCurve: curve.name },
    false,
    ["verify"],
  );
  return crypto.subtle.verify({ name: "ECDSA", hash: check.hash }, imported, Uint8Array.from(raw), signed);
}

function rawSignature(der: Uint8Array, octets: number): Uint8Array {
  const numbers = childrenOf(readDer(der)).map(({ content }) => {
    const start = content.findIndex((octet) => octet !== 0);
    const digits = start === -1 ? new Uint8Array() : content.subarray(start);
    if (digits.length > octets) throw new TypeError("not a signature of this curve");
    return concat(new Uint8Array(octets - digits.length), digits);
  });
  return concat(...numbers);
}
