// The parts of a message with size and full SHA-256, and the files attached to a proof.

import { COLORS, table, type AttachedFile, type Block } from "@posthorn/documents";
import type { PartFacts } from "@posthorn/domain";
import { exactBytesInWords } from "@posthorn/texts";
import { eventName } from "./draw-track.ts";
import type { SealedRecord } from "./proof-request.ts";
import { count, hashCell, oneLine, span, STYLE, type ProofWords } from "./proof-style.ts";

export function partsTable(
  { language, texts }: ProofWords,
  parts: readonly PartFacts[],
  width: number,
): readonly Block[] {
  const hashWidth = 182;
  const sizeWidth = 96;
  const head = (text: string) => [span(text, STYLE.tableHead)];
  return table({
    columns: [
      { width: width - hashWidth - sizeWidth, head: head(texts.parts.part) },
      { width: sizeWidth, head: head(texts.parts.size) },
      { width: hashWidth, head: head(texts.parts.hash) },
    ],
    rows: parts.map((part) => [
      [[span(oneLine(part.name), STYLE.small)]],
      [[span(exactBytesInWords(language, part.size), STYLE.small)]],
      hashCell(part.sha256),
    ]),
    lineColor: COLORS.line,
    padding: 5,
  });
}

/** The sealed XML of the records, in the order of the chain. Names are ASCII and unique; with `byDelivery` they begin with it. */
export function evidenceFiles(
  words: ProofWords,
  records: readonly SealedRecord[],
  byDelivery = false,
): readonly AttachedFile[] {
  return records.flatMap((record): readonly AttachedFile[] => {
    if (record.xml === null) return [];
    return [
      {
        name: evidenceFileName(record, byDelivery),
        bytes: new TextEncoder().encode(record.xml),
        mediaType: "application/xml",
        description: words.texts.attachment({
          event: eventName(words, record.facts.type),
          seq: count(words, record.facts.seq),
        }),
        relationship: "Data",
      },
    ];
  });
}

export function evidenceFileName({ facts }: SealedRecord, byDelivery = false): string {
  const name = `${String(facts.seq).padStart(2, "0")}-${facts.type}`;
  return `${(byDelivery ? `${facts.delivery}-${name}` : name).replaceAll(/[^\w.-]/g, "_")}.xml`;
}
