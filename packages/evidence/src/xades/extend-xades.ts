// Makes sealed evidence verifiable for long, baseline B-LTA, and renews that (ETSI EN 319 132-1 §5.4, §5.5, §6).

import { createHash } from "node:crypto";
import { AppError } from "@posthorn/domain";
import type { ValidationMaterial } from "@posthorn/pki";
import type { LongTermPorts } from "../longterm/ports.ts";
import { tokenCertificates, tokenChain } from "../longterm/token-signer.ts";
import { ALGORITHM } from "../xml/namespaces.ts";
import { element, writeXml, type XmlElement } from "../xml/write.ts";
import { readSeal, type ReadSeal } from "./read-seal.ts";
import { unique } from "./unique-octets.ts";

const PROPERTIES_END = "</xades:UnsignedSignatureProperties>";

/**
 * From B-T to B-LTA: the validation data of the signature timestamp, that of the seal, and an archive timestamp over
 * everything. Fails with AppError `evidence_not_extendable` where the evidence has an archive timestamp already or is
 * not as `signXades` writes it, and as the ports fail.
 */
export async function extendXades(xml: string, ports: LongTermPorts): Promise<string> {
  const { seal, id } = openSeal(
    xml,
    ({ archives, timestamps }) => archives.length === 0 && timestamps.length > 0,
  );
  const signer = seal.certificates.find((certificate) => sha256(certificate).equals(seal.signingCertificate));
  if (!signer) throw notExtendable("the sealing certificate is missing");
  const [ofStamps, ofSeal] = await Promise.all([
    ports.collect(seal.timestamps.map(tokenChain)),
    ports.collect([{ certificate: signer, chain: seal.certificates.filter((other) => other !== signer) }]),
  ]);
  const inTokens = seal.timestamps.flatMap(tokenCertificates);
  const forStamps = fresh(ofStamps, { ...seal.material, certificates: inTokens });
  const forSeal = fresh(ofSeal, {
    certificates: [...seal.certificates, ...inTokens, ...forStamps.certificates],
    ocsps: forStamps.ocsps,
    crls: forStamps.crls,
  });
  return appendArchive(xml, seal, `A-${id}-1`, ports, [
    ...validationData(`#T-${id}`, forStamps),
    ...describeMaterial(forSeal),
  ]);
}

/**
 * Adds the validation data of the last archive timestamp and a new archive timestamp over it. Fails with AppError
 * `evidence_not_extendable` where there is no archive timestamp to renew, and as the ports fail.
 */
export async function renewXades(xml: string, ports: LongTermPorts): Promise<string> {
  const { seal, id } = openSeal(xml, ({ archives }) => archives.length > 0);
  const last = seal.archives.at(-1);
  if (!last) throw notExtendable("there is no archive timestamp to renew");
  const material = await ports.collect([tokenChain(last.token)]);
  const added = fresh(material, {
    ...seal.material,
    certificates: [...seal.certificates, ...seal.material.certificates, ...tokenCertificates(last.token)],
  });
  const number = seal.archives.length;
  return appendArchive(
    xml,
    seal,
    `A-${id}-${number + 1}`,
    ports,
    validationData(`#A-${id}-${number}`, added),
  );
}

function openSeal(xml: string, isReady: (seal: ReadSeal) => boolean): { seal: ReadSeal; id: string } {
  let seal: ReadSeal;
  try {
    seal = readSeal(xml);
  } catch (cause) {
    throw notExtendable("not sealed evidence as this package writes it", cause);
  }
  const id = seal.evidence.getAttribute("Id");
  if (id === null || !isReady(seal)) throw notExtendable("the seal has another level");
  return { seal, id };
}

function notExtendable(detail: string, cause?: unknown): AppError {
  return new AppError("internal", "evidence_not_extendable", { detail, cause });
}

async function appendArchive(
  xml: string,
  seal: ReadSeal,
  archiveId: string,
  { timestamp }: LongTermPorts,
  properties: readonly XmlElement[],
): Promise<string> {
  const covered = seal.archivable + properties.map((property) => writeXml(property)).join("");
  const token = await timestamp(new Uint8Array(sha256(covered)));
  const archive = element(
    "xadesv141:ArchiveTimeStamp",
    { Id: archiveId },
    element("ds:CanonicalizationMethod", { Algorithm: ALGORITHM.exclusiveC14n }),
    element("xades:EncapsulatedTimeStamp", {}, base64(token)),
  );
  const at = xml.lastIndexOf(PROPERTIES_END);
  if (at < 0) throw notExtendable("not sealed evidence as this package writes it");
  // the prefixes that `signXades` has declared where the properties stand
  const added = [...properties, archive].map((property) => writeXml(property, ["e", "ds", "xades"]));
  return `${xml.slice(0, at)}${added.join("")}${xml.slice(at)}`;
}

/** The material without what is known. */
function fresh(material: ValidationMaterial, known: ValidationMaterial): ValidationMaterial {
  return {
    certificates: unique(material.certificates, known.certificates),
    ocsps: unique(material.ocsps, known.ocsps),
    crls: unique(material.crls, known.crls),
  };
}

function validationData(timestamp: string, material: ValidationMaterial): XmlElement[] {
  const values = describeMaterial(material);
  return values.length > 0
    ? [element("xadesv141:TimeStampValidationData", { URI: timestamp }, ...values)]
    : [];
}

/** CertificateValues and RevocationValues, each only with something in it. */
function describeMaterial({ certificates, ocsps, crls }: ValidationMaterial): XmlElement[] {
  const list = (name: string, values: readonly Uint8Array[]) =>
    values.map((value) => element(name, {}, base64(value)));
  return [
    element("xades:CertificateValues", {}, ...list("xades:EncapsulatedX509Certificate", certificates)),
    element(
      "xades:RevocationValues",
      {},
      crls.length > 0 && element("xades:CRLValues", {}, ...list("xades:EncapsulatedCRLValue", crls)),
      ocsps.length > 0 && element("xades:OCSPValues", {}, ...list("xades:EncapsulatedOCSPValue", ocsps)),
    ),
  ].filter(({ children }) => children.length > 0);
}

function base64(octets: Uint8Array): string {
  return Buffer.from(octets).toString("base64");
}

function sha256(data: string | Uint8Array): Buffer {
  return createHash("sha256").update(data).digest();
}
