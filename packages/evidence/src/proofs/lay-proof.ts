// Sets the content of a proof as PDF/A-3 pages: the essential first, then what happened, then how to check it.

import {
  beside,
  composeDocument,
  definitionList,
  textBlock,
  textWidth,
  widthOf,
  type Block,
} from "@posthorn/documents";
import { layCheck, layLimits, laySeal } from "./close-proof.ts";
import { drawTrack } from "./draw-track.ts";
import { pageFrame, titleBlocks } from "./head-proof.ts";
import { layTable } from "./list-parts.ts";
import type { ProofContent } from "./proof-content.ts";
import { headingText, MARGIN, span, STYLE, TERM_WIDTH } from "./proof-style.ts";

/** The unsealed PDF. The same content gives the same bytes. */
export async function layProof(content: ProofContent): Promise<Uint8Array> {
  const width = textWidth({ margin: MARGIN });
  const { title, reference, parts, deliveries, limits, seal, check } = content;
  const blocks: readonly Block[] = [
    ...titleBlocks(title, content.sentence, width),
    ...withGap(definitionList(content.definitions, width, TERM_WIDTH, 5), 14),
    heading(parts.title, width),
    ...withGap(layTable(parts.table, [width - 278, 96, 182], 5), 5),
    ...(deliveries
      ? [heading(deliveries.title, width), ...withGap(layTable(deliveries.table, [width - 300, 300], 6), 5)]
      : []),
    ...layTrack(content.track, width),
    // Together: no last page with nothing but commands.
    { ...layLimits(limits, width), gap: 11, keepWithNext: true },
    { ...laySeal(seal, width), gap: 11, keepWithNext: true },
    ...layCheck(check, width),
  ];
  return composeDocument({
    blocks,
    frame: pageFrame(content, width),
    title: `${title} · ${reference}`,
    author: content.author,
    subject: reference,
    language: content.words.language,
    madeAt: content.madeAt,
    attachments: content.files,
  });
}

function layTrack(track: ProofContent["track"], width: number): readonly Block[] {
  if (!track) return [];
  return [
    headingWithNote(track.title, track.note, width),
    ...withGap(drawTrack(track.stations, width), 7),
    ...(track.chain
      ? [{ ...textBlock([span(track.chain, STYLE.quiet)], width), gap: 8, keepWithNext: true }]
      : []),
  ];
}

function heading(text: string, width: number): Block {
  return { ...headingText(text, width), gap: 16, keepWithNext: true };
}

/** The note at the right edge, on the heading's line. */
function headingWithNote(text: string, note: string, width: number): Block {
  const noteWidth = widthOf(note, STYLE.quiet.face, STYLE.quiet.size);
  const line = beside(
    [
      { x: 0, block: headingText(text, width) },
      { x: width - noteWidth, block: textBlock([span(note, STYLE.quiet)], noteWidth + 1) },
    ],
    "middle",
  );
  return { ...line, gap: 16, keepWithNext: true };
}

function withGap(blocks: readonly Block[], gap: number): readonly Block[] {
  return blocks.map((block, index) => (index === 0 ? { ...block, gap } : block));
}
