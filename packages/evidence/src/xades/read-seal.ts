// Takes a sealed evidence apart, by exact position: the one signature, what it covers, and who made it.

import type { ValidationMaterial } from "@posthorn/pki";
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
import { readMaterial } from "./read-material.ts";

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
  /** In order, the newest last. */
  readonly archives: readonly ArchiveTimestamp[];
  /** Everything that an archive timestamp added after the last property covers. */
  readonly archivable: string;
  /** What is carried for long-term validation; the certificates of ds:KeyInfo and of tokens are not among it. */
  readonly material: ValidationMaterial;
}

export interface ArchiveTimestamp {
  readonly token: Uint8Array;
  /** The canonical octets, as text, whose SHA-256 digest the token stamps (ETSI EN 319 132-1 §5.5.2.2). */
  readonly covered: string;
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
  const keyInfo = only(signature, "ds:KeyInfo");
  const stamps = childElements(unsigned, "xades:SignatureTimeStamp");
  const read = {
    signedInfo: canonicalXml(signedInfo),
    algorithm: readAlgorithm(signedInfo),
    value: octetsOf(value),
    stampedValue: canonicalXml(value),
    certificates: childElements(only(keyInfo, "ds:X509Data"), "ds:X509Certificate").map(octetsOf),
    signingCertificate: octetsOf(only(cert, "ds:DigestValue")),
    signingTime: textOf(only(signed, "xades:SigningTime")),
    timestamps: stamps.map(readToken),
    material: readMaterial(unsigned),
  };
  const covered = canonicalXml(properties);
  const archived = { keyInfo: canonicalXml(keyInfo), properties: describeUnsigned(unsigned) };
  root.removeChild(signature);
  const evidence = canonicalXml(root);
  const start = [evidence, covered, read.signedInfo, read.stampedValue, archived.keyInfo].join("");
  return {
    ...read,
    ...coverArchives(start, archived.properties),
    evidence: root,
    references: [
      { digest: toEvidence, covered: evidence },
      { digest: toProperties, covered },
    ],
  };
}

/** The archive timestamps of sealed evidence, in order. Throws TypeError as `readSeal` does. */
export function archiveTimestamps(xml: string): readonly ArchiveTimestamp[] {
  return readSeal(xml).archives;
}

function readToken(stamp: DomElement): Uint8Array {
  requireAlgorithm(only(stamp, "ds:CanonicalizationMethod"), ALGORITHM.exclusiveC14n);
  return octetsOf(only(stamp, "xades:EncapsulatedTimeStamp"));
}

interface UnsignedProperty {
  readonly canonical: string;
  /** Of an archive timestamp. */
  readonly token: Uint8Array | undefined;
}

function describeUnsigned(unsigned: DomElement): UnsignedProperty[] {
  return childElements(unsigned).map((property) => ({
    canonical: canonicalXml(property),
    token: hasName(property, "xadesv141:ArchiveTimeStamp") ? readToken(property) : undefined,
  }));
}

/** An archive timestamp covers the signed data, the signature, and every unsigned property before itself. */
function coverArchives(
  start: string,
  properties: readonly UnsignedProperty[],
): Pick<ReadSeal, "archives" | "archivable"> {
  const archives: ArchiveTimestamp[] = [];
  let covered = start;
  for (const { canonical, token } of properties) {
    if (token) archives.push({ token, covered });
    covered += canonical;
  }
  return { archives, archivable: covered };
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
