// Takes sealed evidence apart by exact position: the one signature, what it covers, and who made it (XAdES).

import { fromBase64, isSame, digest, utf8, type HashName } from "../octets/octets.ts";
import { isSignatureValid } from "../cms/check-signature.ts";
import { readCertificate, type CertificateFacts } from "../cms/read-certificate.ts";
import { canonicalXml } from "../xml/canonical-xml.ts";
import { allElements, attributeOf, elementsOf, hasName, only, textOf } from "../xml/find-element.ts";
import type { XmlNode } from "../xml/parse-xml.ts";

const EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
const ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
const SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
const METHODS: Readonly<Record<string, HashName>> = {
  "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256": "SHA-256",
  "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384": "SHA-384",
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256": "SHA-256",
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384": "SHA-384",
};

export interface ReadSeal {
  readonly root: XmlNode;
  readonly signature: XmlNode;
  readonly signedInfo: XmlNode;
  readonly properties: XmlNode;
  readonly value: XmlNode;
  /** Tokens over the signature value. */
  readonly timestamps: readonly Uint8Array[];
}

/** Throws TypeError for anything but evidence with one seal as its last element. Checks no digest and no signature. */
export function readSeal(root: XmlNode): ReadSeal {
  if (!hasName(root, "e:Evidence")) throw new TypeError("not evidence");
  const all = allElements(root);
  const ids = all.map((element) => attributeOf(element, "Id")).filter((id) => id !== undefined);
  if (new Set(ids).size !== ids.length) throw new TypeError("an identifier is used twice");
  const [signature, ...others] = all.filter((element) => hasName(element, "ds:Signature"));
  if (!signature || others.length > 0 || elementsOf(root).at(-1) !== signature)
    throw new TypeError("not exactly one seal, at the end");
  const qualifying = only(signature, "ds:Object", "xades:QualifyingProperties");
  const unsigned = only(qualifying, "xades:UnsignedProperties", "xades:UnsignedSignatureProperties");
  return {
    root,
    signature,
    signedInfo: only(signature, "ds:SignedInfo"),
    properties: only(qualifying, "xades:SignedProperties"),
    value: only(signature, "ds:SignatureValue"),
    timestamps: elementsOf(unsigned, "xades:SignatureTimeStamp").map((stamp) =>
      fromBase64(textOf(only(stamp, "xades:EncapsulatedTimeStamp"))),
    ),
  };
}

/** Throws TypeError where the document is not what was digested. */
export async function requireDigests({ root, signature, signedInfo, properties }: ReadSeal): Promise<void> {
  const [toEvidence, toProperties, ...others] = elementsOf(signedInfo, "ds:Reference");
  if (!toEvidence || !toProperties || others.length > 0) throw new TypeError("not exactly two references");
  if (attributeOf(toEvidence, "URI") !== "") throw new TypeError("the document is not referred to");
  if (attributeOf(toProperties, "URI") !== `#${attributeOf(properties, "Id")}`)
    throw new TypeError("the properties are not referred to");
  await requireDigest(toEvidence, [ENVELOPED, EXCLUSIVE], canonicalXml(root, signature));
  await requireDigest(toProperties, [EXCLUSIVE], canonicalXml(properties));
}

async function requireDigest(
  reference: XmlNode,
  transforms: readonly string[],
  covered: string,
): Promise<void> {
  const found = elementsOf(only(reference, "ds:Transforms"), "ds:Transform");
  const plain = found.every((one) => elementsOf(one).length === 0);
  if (!plain || found.map((one) => attributeOf(one, "Algorithm")).join(" ") !== transforms.join(" "))
    throw new TypeError("other transforms than expected");
  requireAlgorithm(only(reference, "ds:DigestMethod"), SHA256);
  const stated = fromBase64(textOf(only(reference, "ds:DigestValue")));
  if (!isSame(stated, await digest(utf8(covered)))) throw new TypeError("the document was changed");
}

function requireAlgorithm(node: XmlNode, uri: string): void {
  if (attributeOf(node, "Algorithm") !== uri || elementsOf(node).length > 0)
    throw new TypeError(`${node.local} is not ${uri}`);
}

/** The certificate whose key made the seal. Throws TypeError where there is none inside that fits. */
export async function requireSealed({
  signature,
  signedInfo,
  properties,
  value,
}: ReadSeal): Promise<CertificateFacts> {
  requireAlgorithm(only(signedInfo, "ds:CanonicalizationMethod"), EXCLUSIVE);
  const hash = METHODS[attributeOf(only(signedInfo, "ds:SignatureMethod"), "Algorithm") ?? ""];
  if (!hash) throw new TypeError("a signature method that is not relied on");
  const cert = only(
    properties,
    "xades:SignedSignatureProperties",
    "xades:SigningCertificateV2",
    "xades:Cert",
    "xades:CertDigest",
  );
  requireAlgorithm(only(cert, "ds:DigestMethod"), SHA256);
  const named = fromBase64(textOf(only(cert, "ds:DigestValue")));
  for (const inside of elementsOf(only(signature, "ds:KeyInfo", "ds:X509Data"), "ds:X509Certificate")) {
    const der = fromBase64(textOf(inside));
    if (!isSame(await digest(der), named)) continue;
    const certificate = await readCertificate(der);
    const valid = await isSignatureValid({
      publicKey: certificate.publicKey,
      hash,
      signed: utf8(canonicalXml(signedInfo)),
      signature: fromBase64(textOf(value)),
      form: "raw",
    });
    if (valid) return certificate;
    throw new TypeError("the seal does not fit its certificate");
  }
  throw new TypeError("the sealing certificate is missing");
}

/** What the timestamp over the seal covers. */
export async function stampedOctets({ value }: ReadSeal): Promise<Uint8Array> {
  return digest(utf8(canonicalXml(value)));
}
