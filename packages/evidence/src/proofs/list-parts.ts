// The parts of a message with size and full SHA-256, and the files attached to a proof.

import { COLORS, table, type AttachedFile, type Block, type Cell } from "@posthorn/documents";
import type { PartFacts, PrintFacts } from "@posthorn/domain";
import { exactBytesInWords } from "@posthorn/texts";
import { LOG_PROOFS_FILE } from "../log/log-proof.ts";
import { eventName } from "./track-words.ts";
import type { SealedRecord } from "./proof-request.ts";
import { count, hashCell, oneLine, span, STYLE, type ProofWords } from "./proof-style.ts";

/** A table without its measures. */
export interface TableWords {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** `asPrinted`: below each part its print rendition, where one was made. */
export function partsWords(words: ProofWords, parts: readonly PartFacts[], asPrinted: boolean): TableWords {
  const { language, texts } = words;
  return {
    head: [texts.parts.part, texts.parts.size, texts.parts.hash],
    rows: parts.flatMap((part) => [
      [
        [[span(oneLine(part.name), STYLE.small)]],
        [[span(exactBytesInWords(language, part.size), STYLE.small)]],
        hashCell(part.sha256),
      ],
      ...(asPrinted && part.print ? [printRow(words, part.print)] : []),
    ]),
  };
}

function printRow({ language, texts }: ProofWords, print: PrintFacts): readonly Cell[] {
  return [
    [
      [span(texts.parts.asPrinted({ pages: print.pages }), STYLE.small)],
      [span(oneLine(print.converter), STYLE.quiet)],
    ],
    [[span(exactBytesInWords(language, print.size), STYLE.small)]],
    hashCell(print.sha256),
  ];
}

/** `widths` in points, a column each. */
export function layTable(words: TableWords, widths: readonly number[], padding: number): readonly Block[] {
  const columns = widths.map((width, index) => ({
    width,
    head: [span(words.head[index] ?? "", STYLE.tableHead)],
  }));
  return table({ columns, rows: words.rows, lineColor: COLORS.line, padding });
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

/** Where each record attached stands in the public log, checkable offline; one file for all, absent where nothing is known. */
export function logFiles(words: ProofWords, records: readonly SealedRecord[]): readonly AttachedFile[] {
  const proofs = records.flatMap(({ facts, xml, logProof }) =>
    logProof && xml !== null
      ? [{ record: facts.id, seq: facts.seq, delivery: facts.delivery, ...logProof }]
      : [],
  );
  if (proofs.length === 0) return [];
  return [
    {
      name: LOG_PROOFS_FILE,
      bytes: new TextEncoder().encode(`${JSON.stringify(proofs, undefined, 1)}\n`),
      mediaType: "application/json",
      description: words.texts.logAttachment,
      relationship: "Supplement",
    },
  ];
}

export function evidenceFileName({ facts }: SealedRecord, byDelivery = false): string {
  const name = `${String(facts.seq).padStart(2, "0")}-${facts.type}`;
  return `${(byDelivery ? `${facts.delivery}-${name}` : name).replaceAll(/[^\w.-]/g, "_")}.xml`;
}
