// Renders the proof of one delivery as a PDF/A-3 page, from its records and their XML only.

import {
  beside,
  composeDocument,
  definitionList,
  hasUnprintable,
  textBlock,
  textWidth,
  widthOf,
  type Block,
} from "@posthorn/documents";
import { isEventName, type ProofKind } from "@posthorn/domain";
import { checkCommands, notProved, sealBox } from "./close-proof.ts";
import { collectorOf, defineFacts } from "./define-facts.ts";
import { addresseeName } from "./describe-parties.ts";
import { drawTrack } from "./draw-track.ts";
import { pageFrame, proofSentence, titleBlocks } from "./head-proof.ts";
import { legalStatus } from "./legal-status.ts";
import { evidenceFileName, evidenceFiles, partsTable } from "./list-parts.ts";
import type { ProofRequest, SealedRecord } from "./proof-request.ts";
import { count, MARGIN, proofWords, span, STYLE, TERM_WIDTH, type ProofWords } from "./proof-style.ts";
import { selectRecords, type SelectedRecords } from "./select-records.ts";

/**
 * The unsealed PDF, with the XML of every sealed record attached. The same records give the same bytes.
 * Throws AppError `proof_not_available` or `proof_being_sealed`.
 */
export async function renderProof(request: ProofRequest): Promise<Uint8Array> {
  const { kind } = request;
  const words = proofWords(request.language);
  const selected = selectRecords(kind, request.records);
  const { primary, shown } = selected;
  const { facts } = primary;
  const width = textWidth({ margin: MARGIN });
  const collector = collectorOf(selected);
  const byCodes = collector?.authentication.method === "codes";
  const status = legalStatus(kind, request, facts, collector);
  const attachments = evidenceFiles(words, shown);
  const title = words.texts.kinds[kind].title;
  const blocks: readonly Block[] = [
    ...titleBlocks(title, proofSentence(words, kind, selected, byCodes), width),
    ...withGap(definitionList(defineFacts(words, kind, selected), width, TERM_WIDTH, 5), 14),
    heading(partsTitle(words, kind, selected), width),
    ...withGap(partsTable(words, facts.parts, width), 5),
    headingWithNote(words.texts.track.title, words.texts.track.digest, width),
    ...withGap(drawTrack(words, shown, primary, width), 7),
    ...chainState(words, selected, width),
    {
      ...notProved(
        words,
        request,
        {
          kind,
          status,
          byCodes,
          hasMobile: facts.recipient.mobile !== undefined,
          hasUnprintable: anyUnprintable(shown),
        },
        width,
      ),
      gap: 11,
    },
    {
      ...sealBox(
        words,
        {
          primary,
          attached: attachments.length,
          pending: shown.filter(({ facts: { type }, xml }) => xml === null && isEventName(type)).length,
          verifyUrl: request.verifyUrl,
          reference: { name: "delivery", id: facts.delivery },
        },
        width,
      ),
      gap: 11,
    },
    ...checkCommands(words, request.verifyUrl, evidenceFileName(primary), width),
  ];
  return composeDocument({
    blocks,
    frame: pageFrame(words, request, status, facts.delivery, width),
    title: `${title} · ${facts.delivery}`,
    author: facts.issuer.name,
    subject: facts.delivery,
    language: request.language,
    madeAt: lastSealed(shown),
    attachments,
  });
}

export function heading(text: string, width: number): Block {
  return { ...textBlock([span(text, STYLE.heading)], width), gap: 16, keepWithNext: true };
}

/** The note at the right edge, on the heading's line. */
function headingWithNote(text: string, note: string, width: number): Block {
  const noteWidth = widthOf(note, STYLE.quiet.face, STYLE.quiet.size);
  const line = beside(
    [
      { x: 0, block: textBlock([span(text, STYLE.heading)], width) },
      { x: width - noteWidth, block: textBlock([span(note, STYLE.quiet)], noteWidth + 1) },
    ],
    "middle",
  );
  return { ...line, gap: 16, keepWithNext: true };
}

export function withGap(blocks: readonly Block[], gap: number): readonly Block[] {
  return blocks.map((block, index) => (index === 0 ? { ...block, gap } : block));
}

/** The date of the file: when the last of its evidence was sealed. */
export function lastSealed(records: readonly SealedRecord[]): Temporal.Instant {
  const [first, ...rest] = records.map((record) => record.sealedAt ?? record.stampedAt);
  if (!first) throw new Error("a proof needs a record");
  return rest.reduce((latest, at) => (Temporal.Instant.compare(at, latest) > 0 ? at : latest), first);
}

/** Whether the page must show � for something a sender or an addressee wrote. */
export function anyUnprintable(records: readonly SealedRecord[]): boolean {
  return records.some(({ facts }) =>
    [
      facts.subject,
      facts.sender.name,
      addresseeName(facts.recipient),
      facts.recipient.attention_of ?? "",
      facts.recipient.consent.words ?? "",
      facts.recipient.postal_address?.street ?? "",
      facts.recipient.postal_address?.town ?? "",
      facts.collector?.name ?? "",
      ...facts.parts.map((part) => part.name),
      ...(facts.notice?.channels ?? []).map((channel) => channel.answer ?? ""),
    ].some(hasUnprintable),
  );
}

function partsTitle({ texts }: ProofWords, kind: ProofKind, { handover }: SelectedRecords): string {
  switch (kind) {
    case "proof_of_submission":
      return texts.parts.accepted;
    case "proof_of_collection":
      return handover ? texts.parts.handedOver : texts.parts.available;
    case "proof_of_refusal":
      return texts.parts.refused;
    default:
      return texts.parts.offered;
  }
}

/** Closed, closed with later records, or open; a submission proves nothing about the rest of the chain. */
function chainState(words: ProofWords, { primary, shown }: SelectedRecords, width: number): readonly Block[] {
  const { track } = words.texts;
  const closingRecord = shown.find(({ facts }) => facts.closing);
  const closing = closingRecord?.facts.closing;
  const later = closingRecord ? shown.filter(({ facts }) => facts.seq > closingRecord.facts.seq).length : 0;
  if (!closing && primary.facts.type === "SubmissionAcceptance") return [];
  const text = closing
    ? [
        track.closed({ records: count(words, closing.records), head: `${closing.head.slice(0, 16)}…` }),
        ...(later > 0 ? [track.later({ count: count(words, later), one: later === 1 })] : []),
      ].join(" ")
    : track.open;
  return [{ ...textBlock([span(text, STYLE.quiet)], width), gap: 8 }];
}
