// Takes a sealed evidence apart, by exact position: the one signature, what it covers, and who made it.

import { ALGORITHM, SIGNATURE_METHOD } from "../xml/namespaces.ts";
import {
  allElements,
  canonicalXml,
  childElements,
  hasName,
  octetsOf,
  only,
  parseXml,
  textOf,
  type DomElement,
} from "../xml/parse.ts";

export interface Reference {
  readonly digest: Uint8Array;
  /** Canonical octets of what the reference covers. */
  readonly covered: string;
}

export interface ReadSeal {
  /** The root without its signature. */
  readonly evidence: DomElement;
  readonly references: readonly [Reference, Reference];
  /** Canonical octets of ds:SignedInfo. */
  readonly signedInfo: string;
  readonly algorithm: keyof typeof SIGNATURE_METHOD;
  readonly value: Uint8Array;
  /** Canonical octets of ds:SignatureValue: what the signature timestamp covers. */
  readonly stampedValue: string;
  readonly certificates: readonly Uint8Array[];
  /** SHA-256 of the certificate that the signed properties name. */
  readonly signingCertificate: Uint8Array;
  /** As claimed by the seal. */
  readonly signingTime: string;
  readonly timestamps: readonly Uint8Array[];
}

/**
 * Only the profile that `signXades` writes is read. Because every part is found by its position and identifiers must be
 * unique, no element elsewhere can be put in place of a signed one.
 * Throws TypeError for anything outside the profile. Checks no digest and no signature.
 */
export function readSeal(xml: string): ReadSeal {
  const root = parseXml(xml);
  if (!hasName(root, "e:Evidence")) throw new TypeError("the root is not evidence");
  requireUniqueIds(root);
  const signatures = allElements(root).filter((element) => hasName(element, "ds:Signature"));
  const [signature, ...others] = signatures;
  if (!signature || others.length > 0) throw new TypeError(`${signatures.length} signatures instead of one`);
  if (childElements(root).at(-1) !== signature)
    throw new TypeError("the signature is not the root's last element");
  const signedInfo = only(signature, "ds:SignedInfo");
  const value = only(signature, "ds:SignatureValue");
  const qualifying = only(signature, "ds:Object", "xades:QualifyingProperties");
  const properties = only(qualifying, "xades:SignedProperties");
  if (qualifying.getAttribute("Target") !== `#${signature.getAttribute("Id")}`) {
    throw new TypeError("the properties are of another signature");
  }
  const signed = only(properties, "xades:SignedSignatureProperties");
  const cert = only(signed, "xades:SigningCertificateV2", "xades:Cert", "xades:CertDigest");
  requireAlgorithm(only(cert, "ds:DigestMethod"), ALGORITHM.sha256);
  const [toEvidence, toProperties] = readReferences(signedInfo, properties);
  const unsigned = only(qualifying, "xades:UnsignedProperties", "xades:UnsignedSignatureProperties");
  const read = {
    signedInfo: canonicalXml(signedInfo),
    algorithm: readAlgorithm(signedInfo),
    value: octetsOf(value),
    stampedValue: canonicalXml(value),
    certificates: childElements(only(signature, "ds:KeyInfo", "ds:X509Data"), "ds:X509Certificate").map(
      octetsOf,
    ),
    signingCertificate: octetsOf(only(cert, "ds:DigestValue")),
    signingTime: textOf(only(signed, "xades:SigningTime")),
    timestamps: childElements(unsigned, "xades:SignatureTimeStamp").map((stamp) => {
      requireAlgorithm(only(stamp, "ds:CanonicalizationMethod"), ALGORITHM.exclusiveC14n);
      return octetsOf(only(stamp, "xades:EncapsulatedTimeStamp"));
    }),
  };
  const covered = canonicalXml(properties);
  root.removeChild(signature);
  return {
    ...read,
    evidence: root,
    references: [
      { digest: toEvidence, covered: canonicalXml(root) },
      { digest: toProperties, covered },
    ],
  };
}

function requireUniqueIds(root: DomElement): void {
  const ids = allElements(root).flatMap((element) => {
    const names = ["Id", "ID", "id", "xml:id"].filter((name) => element.hasAttribute(name));
    if (names.some((name) => name !== "Id")) throw new TypeError("an identifier of another kind than Id");
    return names.map((name) => element.getAttribute(name));
  });
  if (new Set(ids).size !== ids.length) throw new TypeError("an identifier is used twice");
}

function readAlgorithm(signedInfo: DomElement): keyof typeof SIGNATURE_METHOD {
  requireAlgorithm(only(signedInfo, "ds:CanonicalizationMethod"), ALGORITHM.exclusiveC14n);
  const uri = only(signedInfo, "ds:SignatureMethod").getAttribute("Algorithm");
  const names = Object.keys(SIGNATURE_METHOD) as (keyof typeof SIGNATURE_METHOD)[];
  const name = names.find((candidate) => SIGNATURE_METHOD[candidate] === uri);
  if (!name) throw new TypeError(`the signature method ${uri ?? ""} is not relied on`);
  return name;
}

/** Exactly two references: the whole document without its signature, and the signed properties. */
function readReferences(signedInfo: DomElement, properties: DomElement): [Uint8Array, Uint8Array] {
  const [toEvidence, toProperties, ...others] = childElements(signedInfo, "ds:Reference");
  if (!toEvidence || !toProperties || others.length > 0) throw new TypeError("not exactly two references");
  if (toEvidence.getAttribute("URI") !== "" || toEvidence.hasAttribute("Type")) {
    throw new TypeError("the first reference is not to the evidence");
  }
  if (
    toProperties.getAttribute("URI") !== `#${properties.getAttribute("Id")}` ||
    toProperties.getAttribute("Type") !== ALGORITHM.signedProperties
  ) {
    throw new TypeError("the second reference is not to the signed properties");
  }
  return [
    readDigest(toEvidence, [ALGORITHM.enveloped, ALGORITHM.exclusiveC14n]),
    readDigest(toProperties, [ALGORITHM.exclusiveC14n]),
  ];
}

function readDigest(reference: DomElement, transforms: readonly string[]): Uint8Array {
  const found = childElements(only(reference, "ds:Transforms"), "ds:Transform");
  if (found.length !== transforms.length) throw new TypeError("other transforms than expected");
  found.forEach((transform, index) => requireAlgorithm(transform, transforms[index]));
  requireAlgorithm(only(reference, "ds:DigestMethod"), ALGORITHM.sha256);
  return octetsOf(only(reference, "ds:DigestValue"));
}

/** The algorithm, without parameters (a prefix list would change what is hashed). */
function requireAlgorithm(element: DomElement, uri: string | undefined): void {
  if (element.getAttribute("Algorithm") !== uri || childElements(element).length > 0) {
    throw new TypeError(`${element.tagName} is not ${uri ?? ""}`);
  }
}
