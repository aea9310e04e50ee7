// A CMS signature and the RFC 3161 timestamps in it: whether they fit what they cover, not whether anybody trusts them.

import { childOf, childrenOf, octetsOf, oidOf, readDer, timeOf, type DerElement } from "../der/read-der.ts";
import { concat, digest, isSame, type HashName, toHex } from "../octets/octets.ts";
import { isSignatureValid } from "./check-signature.ts";
import { type CertificateFacts, readCertificate } from "./read-certificate.ts";

const HASHES: Readonly<Record<string, HashName>> = {
  "1.3.14.3.2.26": "SHA-1",
  "2.16.840.1.101.3.4.2.1": "SHA-256",
  "2.16.840.1.101.3.4.2.2": "SHA-384",
  "2.16.840.1.101.3.4.2.3": "SHA-512",
};
const SIGNATURE_HASHES: Readonly<Record<string, HashName>> = {
  "1.2.840.113549.1.1.11": "SHA-256",
  "1.2.840.113549.1.1.12": "SHA-384",
  "1.2.840.113549.1.1.13": "SHA-512",
  "1.2.840.10045.4.3.2": "SHA-256",
  "1.2.840.10045.4.3.3": "SHA-384",
  "1.2.840.10045.4.3.4": "SHA-512",
};
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.47";
const SIGNATURE_TIMESTAMP = "1.2.840.113549.1.9.16.2.14";

export interface CheckedCms {
  readonly signer: CertificateFacts;
  /** Carried inside; null when detached. */
  readonly content: Uint8Array | null;
  readonly signature: Uint8Array;
  /** The token over the signature, where there is one. */
  readonly timestamp: Uint8Array | null;
}

/** Throws TypeError where the signature does not fit `content` (or what it carries) and its own certificate. */
export async function checkCms(der: Uint8Array, content?: Uint8Array): Promise<CheckedCms> {
  const signedData = childOf(childOf(readDer(der), 1), 0);
  const [, , encapsulated, ...rest] = childrenOf(signedData);
  const carried = encapsulated && childrenOf(encapsulated)[1];
  const inside = carried ? octetsOf(childOf(carried, 0)) : null;
  const covered = content ?? inside;
  if (!covered) throw new TypeError("nothing is signed");
  const certificates = await Promise.all(
    childrenOf(rest.find(({ tag }) => tag === 0xa0))
      .filter(({ tag }) => tag === 0x30)
      .map(async ({ raw }) => readCertificate(raw)),
  );
  const [signerInfo, ...others] = childrenOf(rest.at(-1));
  if (!signerInfo || others.length > 0) throw new TypeError("not exactly one signer");
  const [, sid, digestAlgorithm, attributes, algorithm, signature, unsigned] = childrenOf(signerInfo);
  if (!sid || attributes?.tag !== 0xa0 || !algorithm || !signature) throw new TypeError("not a signature");
  const issuerAndSerial = childrenOf(sid)
    .map(({ raw }) => String.fromCodePoint(...raw))
    .join("");
  const signer = certificates.find((certificate) => certificate.issuerAndSerial === issuerAndSerial);
  if (!signer) throw new TypeError("the signer's certificate is missing");
  const hash = HASHES[oidOf(childOf(digestAlgorithm, 0))];
  if (!hash || hash === "SHA-1") throw new TypeError("a digest that is not relied on");
  const stated = valueOf(attributes, MESSAGE_DIGEST);
  if (!stated || !isSame(octetsOf(stated), await digest(covered, hash)))
    throw new TypeError("the digest differs");
  requireNamed(valueOf(attributes, SIGNING_CERTIFICATE), signer);
  const valid = await isSignatureValid({
    publicKey: signer.publicKey,
    hash: SIGNATURE_HASHES[oidOf(childOf(algorithm, 0))] ?? hash,
    // what is signed is the SET OF, while the message carries it under another tag (RFC 5652 §5.4)
    signed: concat(Uint8Array.of(0x31), attributes.raw.subarray(1)),
    signature: octetsOf(signature),
    form: "der",
  });
  if (!valid) throw new TypeError("the signature does not fit");
  const timestamp = valueOf(unsigned, SIGNATURE_TIMESTAMP);
  return { signer, content: inside, signature: octetsOf(signature), timestamp: timestamp?.raw ?? null };
}

function valueOf(attributes: DerElement | undefined, type: string): DerElement | undefined {
  const found = childrenOf(attributes).find((attribute) => oidOf(childOf(attribute, 0)) === type);
  return found && childrenOf(childOf(found, 1))[0];
}

/** Where the signature names its certificate by SHA-256, it must be this one; other forms are not judged here. */
function requireNamed(value: DerElement | undefined, signer: CertificateFacts): void {
  if (!value) return;
  const [first] = childrenOf(childOf(childOf(value, 0), 0));
  if (first?.tag === 0x04 && toHex(first.content) !== signer.fingerprint)
    throw new TypeError("the signature names another certificate");
}

export interface CheckedStamp {
  readonly at: string;
  readonly authority: CertificateFacts;
}

/** Throws TypeError where the token is not over `imprint` (a digest), or does not fit its own certificate. */
export async function checkStamp(token: Uint8Array, imprint: Uint8Array): Promise<CheckedStamp> {
  const { content, signer } = await checkCms(token);
  if (!content) throw new TypeError("not a timestamp");
  const [, , messageImprint, , time] = childrenOf(readDer(content));
  if (!time || !isSame(octetsOf(childOf(messageImprint, 1)), imprint))
    throw new TypeError("the timestamp is over something else");
  return { at: timeOf(time), authority: signer };
}
