// One sealed evidence, or one record without XML: seal, timestamps, and that both say the same.

import { checkStamp } from "../cms/check-cms.ts";
import { fromBase64, fromHex, fromUtf8, toHex } from "../octets/octets.ts";
import { rootOfPath } from "../log/merkle.ts";
import type { Collector } from "../report.ts";
import { elementsOf, only, textOf } from "../xml/find-element.ts";
import { parseXml, type XmlNode } from "../xml/parse-xml.ts";
import { type CarriedRecord, leafOf, readCarried, readJsonRecord } from "./read-record.ts";
import { readSeal, requireDigests, requireSealed, stampedOctets } from "./read-seal.ts";

export async function checkEvidence(report: Collector, about: string, octets: Uint8Array): Promise<void> {
  const seal = await report.check("document_digests", about, async () => {
    const read = readSeal(parseXml(fromUtf8(octets)));
    await requireDigests(read);
    return read;
  });
  // what does not fit its seal is not shown as if it were evidence
  if (!seal) return;
  await report.check("document_seal", about, async () => {
    report.certificates.push({ ...(await requireSealed(seal)), use: "seal" });
  });
  await report.check("seal_timestamp", about, async () => {
    const imprint = await stampedOctets(seal);
    if (seal.timestamps.length === 0) throw new TypeError("the seal has no timestamp");
    for (const token of seal.timestamps) {
      const { authority } = await checkStamp(token, imprint);
      report.certificates.push({ ...authority, use: "timestamp" });
    }
  });
  await checkRecord(report, about, () => readCarried(seal.root), seal.root);
}

/** A record of a bundle that is no event of the standard. */
export async function checkJsonRecord(report: Collector, about: string, octets: Uint8Array): Promise<void> {
  await checkRecord(report, about, () => readJsonRecord(fromUtf8(octets)), null);
}

async function checkRecord(
  report: Collector,
  about: string,
  read: () => CarriedRecord,
  evidence: XmlNode | null,
): Promise<void> {
  const found = await report.check("records_readable", about, async () => {
    const record = read();
    return { record, leaf: await leafOf(record) };
  });
  if (!found) return;
  const { record, leaf } = found;
  const stamp = await report.check("record_timestamp", about, async () =>
    checkStamp(record.token, await rootOfPath(fromHex(leaf), record.path)),
  );
  if (stamp) report.certificates.push({ ...stamp.authority, use: "timestamp" });
  if (evidence) await report.check("record_agrees", about, () => requireAgreement(evidence, record));
  report.records.push({ facts: record.facts, leaf, stampedAt: stamp?.at ?? null, about });
}

/** The XML is made from the record: what identifies it and what was sent must be the same in both. */
function requireAgreement(evidence: XmlNode, { facts }: CarriedRecord): void {
  const stated = [
    textOf(only(evidence, "e:EvidenceIdentifier")),
    textOf(only(evidence, "e:ERDSEventId")).split("/").at(-1),
    textOf(only(evidence, "EventTime")),
    textOf(only(evidence, "e:MessageIdentifier")),
  ];
  const recorded = [facts.id, facts.type, facts.event_at, facts.delivery];
  if (stated.some((text, index) => text !== recorded[index]))
    throw new TypeError("evidence and record differ");
  const [content] = elementsOf(evidence, "e:UserContentInfo");
  const parts = content ? elementsOf(only(content, "e:PartsInfo"), "e:PartInfo") : [];
  const digests = parts.map((part) => toHex(fromBase64(textOf(only(part, "ds:DigestValue")))));
  if (digests.join(" ") !== facts.parts.map(({ sha256 }) => sha256).join(" "))
    throw new TypeError("evidence and record name other parts");
}
