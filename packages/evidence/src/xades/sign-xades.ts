// Seals evidence with an enveloped XAdES signature, baseline B-T (ETSI EN 319 132-1 §6).

import { createHash } from "node:crypto";
import { AppError } from "@posthorn/domain";
import {
  ecdsaRawSignature,
  issuerSerial,
  readCertificate,
  type SealKey,
  type StampDigest,
} from "@posthorn/pki";
import { digestOf } from "../xml/describe-digest.ts";
import { XML_DECLARATION } from "../xml/evidence-xml.ts";
import { ALGORITHM, SIGNATURE_METHOD } from "../xml/namespaces.ts";
import { element, writeXml, type XmlElement } from "../xml/write.ts";

export interface XadesOptions {
  /** Claimed time of signing. */
  readonly signedAt: Temporal.Instant;
  /** Stamps the signature value; the seal fails when it fails. */
  readonly timestamp: StampDigest;
}

/** What this package writes and seals: evidence, and receipts of what was erased. */
const ROOT = /^<(e:Evidence|r:ErasureReceipt) xmlns:[er]="[^"]+" Id="([^"]+)"/u;

/**
 * The same evidence or receipt with its seal as last element. The XML must be as `evidenceXml` or `erasureReceiptXml` wrote it, because it
 * is hashed as written. Fails with AppError `evidence_not_sealable`, or as the key and the timestamp fail.
 */
export async function signXades(xml: string, key: SealKey, options: XadesOptions): Promise<string> {
  const evidence = xml.slice(XML_DECLARATION.length);
  const [, name, id] = ROOT.exec(evidence) ?? [];
  const rootEnd = `</${name}>`;
  if (
    !xml.startsWith(XML_DECLARATION) ||
    id === undefined ||
    !xml.endsWith(rootEnd) ||
    xml.includes("<ds:Signature")
  ) {
    throw new AppError("internal", "evidence_not_sealable", {
      detail: "not unsigned evidence as this package writes it",
    });
  }
  const certificate = readCertificate(key.certificate);
  const properties = signedProperties(id, certificate, options.signedAt);
  const signedInfo = describeSignedInfo(id, key, sha256(evidence), sha256(writeXml(properties)));
  const signed = await key.sign(Buffer.from(writeXml(signedInfo), "utf8"));
  const raw = key.algorithm === "ECDSA" ? ecdsaRawSignature(signed, certificate.publicKey) : signed;
  const value = element("ds:SignatureValue", { Id: `V-${id}` }, Buffer.from(raw).toString("base64"));
  const token = await options.timestamp(sha256(writeXml(value)));
  const signature = element(
    "ds:Signature",
    { Id: `S-${id}` },
    signedInfo,
    value,
    keyInfo(key),
    element(
      "ds:Object",
      {},
      element(
        "xades:QualifyingProperties",
        { Target: `#S-${id}` },
        properties,
        unsignedProperties(id, token),
      ),
    ),
  );
  return `${xml.slice(0, -rootEnd.length)}${writeXml(signature)}${rootEnd}`;
}

function sha256(text: string): Uint8Array {
  return new Uint8Array(createHash("sha256").update(text, "utf8").digest());
}

function describeSignedInfo(
  id: string,
  key: SealKey,
  evidence: Uint8Array,
  properties: Uint8Array,
): XmlElement {
  const method = SIGNATURE_METHOD[`${key.algorithm} ${key.hash}`];
  const transform = (algorithm: string) => element("ds:Transform", { Algorithm: algorithm });
  return element(
    "ds:SignedInfo",
    {},
    element("ds:CanonicalizationMethod", { Algorithm: ALGORITHM.exclusiveC14n }),
    element("ds:SignatureMethod", { Algorithm: method }),
    element(
      "ds:Reference",
      { Id: `R-${id}`, URI: "" },
      element("ds:Transforms", {}, transform(ALGORITHM.enveloped), transform(ALGORITHM.exclusiveC14n)),
      ...digestOf(evidence),
    ),
    element(
      "ds:Reference",
      { Type: ALGORITHM.signedProperties, URI: `#P-${id}` },
      element("ds:Transforms", {}, transform(ALGORITHM.exclusiveC14n)),
      ...digestOf(properties),
    ),
  );
}

function signedProperties(
  id: string,
  certificate: ReturnType<typeof readCertificate>,
  signedAt: Temporal.Instant,
): XmlElement {
  const cert = element(
    "xades:Cert",
    {},
    element("xades:CertDigest", {}, ...digestOf(certificate.sha256)),
    element("xades:IssuerSerialV2", {}, Buffer.from(issuerSerial(certificate)).toString("base64")),
  );
  return element(
    "xades:SignedProperties",
    { Id: `P-${id}` },
    element(
      "xades:SignedSignatureProperties",
      {},
      element("xades:SigningTime", {}, signedAt.toString({ smallestUnit: "second" })),
      element("xades:SigningCertificateV2", {}, cert),
    ),
    element(
      "xades:SignedDataObjectProperties",
      {},
      element(
        "xades:DataObjectFormat",
        { ObjectReference: `#R-${id}` },
        element("xades:MimeType", {}, "text/xml"),
      ),
    ),
  );
}

function unsignedProperties(id: string, token: Uint8Array): XmlElement {
  const stamp = element(
    "xades:SignatureTimeStamp",
    { Id: `T-${id}` },
    element("ds:CanonicalizationMethod", { Algorithm: ALGORITHM.exclusiveC14n }),
    element("xades:EncapsulatedTimeStamp", {}, Buffer.from(token).toString("base64")),
  );
  return element("xades:UnsignedProperties", {}, element("xades:UnsignedSignatureProperties", {}, stamp));
}

function keyInfo(key: SealKey): XmlElement {
  const certificates = [key.certificate, ...key.chain].map((certificate) =>
    element("ds:X509Certificate", {}, Buffer.from(certificate).toString("base64")),
  );
  return element("ds:KeyInfo", {}, element("ds:X509Data", {}, ...certificates));
}
