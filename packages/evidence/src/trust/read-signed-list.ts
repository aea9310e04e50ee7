// The signed octets of a trusted list, checked against pinned certificates (ETSI TS 119 612 §5.7, Annex B).

import { verify } from "node:crypto";
import { DOMParser } from "@xmldom/xmldom";
import { readCertificate } from "@posthorn/pki";
import { SignedXml, type SignatureAlgorithm } from "xml-crypto";
import { NAMESPACES } from "../xml/namespaces.ts";
import { refuseList } from "./refuse-list.ts";

/** The largest national lists have some ten million characters. */
export const MAX_LIST_OCTETS = 32 * 1024 * 1024;

const HASHES = ["http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmlenc#sha512"];
const TRANSFORMS = [
  "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
  "http://www.w3.org/2001/10/xml-exc-c14n#",
];
const RSA = [
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
  "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
];
const ECDSA = ["sha256", "sha384", "sha512"] as const;

export interface SignedList {
  /** The list as it was signed, canonical, without its signature: nothing else of the file may be used. */
  readonly xml: string;
  /** DER; one of those given. */
  readonly signer: Uint8Array;
}

/**
 * Relied on: a pinned signer's key, SHA-2, and the octets that the signature covers, which are the whole document.
 * Throws AppError `trusted_list_refused`.
 */
export function readSignedList(text: string, signers: readonly Uint8Array[]): SignedList {
  if (Buffer.byteLength(text) > MAX_LIST_OCTETS) throw refuseList("the list is too large");
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw refuseList("the list has a document type");
  const signature = findSignature(text);
  for (const signer of signers) {
    const xml = trySigner(text, signature, signer);
    if (xml !== undefined) return { xml, signer };
  }
  throw refuseList("no pinned signer signed the list");
}

type SignatureNode = Parameters<InstanceType<typeof SignedXml>["loadSignature"]>[0];

function findSignature(text: string): SignatureNode {
  const quiet = () => undefined;
  const root = parseLeniently(text, quiet);
  const children = root ? Array.from(root.childNodes) : [];
  const found = children.filter(
    (node) => node.localName === "Signature" && node.namespaceURI === NAMESPACES.ds,
  );
  const [signature, ...others] = found;
  if (!signature || others.length > 0) throw refuseList("not exactly one signature at the end of the list");
  // typed for browsers' nodes; of them it uses what this parser's have too
  return signature as unknown as SignatureNode;
}

function parseLeniently(text: string, onWarning: () => void) {
  try {
    const onError = (level: string, message: string) => {
      if (level !== "warning") throw new TypeError(message);
      onWarning();
    };
    return new DOMParser({ locator: false, onError }).parseFromString(text, "text/xml").documentElement;
  } catch (cause) {
    throw refuseList("the list is not well formed", cause);
  }
}

function trySigner(text: string, signature: SignatureNode, signer: Uint8Array): string | undefined {
  const check = new SignedXml({ publicCert: toKey(signer), getCertFromKeyInfo: () => null });
  restrict(check);
  try {
    check.loadSignature(signature);
    if (!check.checkSignature(text)) return undefined;
  } catch {
    return undefined;
  }
  const lists = check.getSignedReferences().filter((xml) => isWholeList(xml));
  const [list, ...others] = lists;
  return others.length === 0 ? list : undefined;
}

function toKey(signer: Uint8Array): string {
  return readCertificate(signer).publicKey.export({ type: "spki", format: "pem" }).toString();
}

/** The root of the list; signed properties are the other reference of an XAdES signature. */
function isWholeList(xml: string): boolean {
  return /^<(?:[\w.-]+:)?TrustServiceStatusList[\s>]/u.test(xml);
}

/** Old hashes, comments and other transforms are not relied on; ECDSA is, which the library leaves to its users. */
function restrict(check: SignedXml): void {
  check.HashAlgorithms = keep(check.HashAlgorithms, HASHES);
  check.CanonicalizationAlgorithms = keep(check.CanonicalizationAlgorithms, TRANSFORMS);
  check.SignatureAlgorithms = keep(check.SignatureAlgorithms, RSA);
  for (const hash of ECDSA) {
    check.SignatureAlgorithms[`http://www.w3.org/2001/04/xmldsig-more#ecdsa-${hash}`] = ecdsa(hash);
  }
}

function keep<T>(known: Record<string, T>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(known).filter(([name]) => names.includes(name)));
}

/** The library makes one per check, with `new`. */
function ecdsa(hash: (typeof ECDSA)[number]): new () => SignatureAlgorithm {
  return class implements SignatureAlgorithm {
    getAlgorithmName = () => `http://www.w3.org/2001/04/xmldsig-more#ecdsa-${hash}`;
    getSignature = () => {
      throw new TypeError("lists are only read here");
    };
    verifySignature = (material: string, key: unknown, value: string): boolean =>
      verify(
        hash,
        Buffer.from(material, "utf8"),
        { key: String(key), dsaEncoding: "ieee-p1363" },
        Buffer.from(value, "base64"),
      );
  };
}
