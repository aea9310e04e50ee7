// The head of a proof: brand and legal status on every page, title and one sentence on the first.

import {
  beside,
  hornMark,
  paragraph,
  textBlock,
  widthOf,
  type Block,
  type PageFrame,
} from "@posthorn/documents";
import type { ProofKind } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { siteOf } from "./close-proof.ts";
import { statusName, type LegalStatus } from "./legal-status.ts";
import type { ProofContext } from "./proof-request.ts";
import { MARGIN, span, STYLE, type ProofWords } from "./proof-style.ts";
import type { SelectedRecords } from "./select-records.ts";

export function pageFrame(
  words: ProofWords,
  context: ProofContext,
  status: LegalStatus,
  reference: string,
  width: number,
): PageFrame {
  const { texts, language } = words;
  const brand = textsFor(language).common.brand;
  const line = `${texts.service} · ${statusName(words, context, status)}`;
  const right = (text: string): Block => {
    return textBlock([span(text, STYLE.quiet)], width);
  };
  const rightEdge = (text: string): number =>
    Math.max(0, width - widthOf(text, STYLE.quiet.face, STYLE.quiet.size));
  return {
    margin: MARGIN,
    headerGap: 16,
    footerGap: 9,
    header: () =>
      beside(
        [
          { x: 0, block: hornMark(25) },
          { x: 32, block: textBlock([span(brand, STYLE.brand)], 160) },
          { x: rightEdge(line), block: right(line) },
        ],
        "middle",
      ),
    footer: (page, pages) => {
      const number = texts.page({ page, pages });
      return beside([
        { x: 0, block: right(`${siteOf(context.verifyUrl)} · ${reference}`) },
        { x: rightEdge(number), block: right(number) },
      ]);
    },
  };
}

export function titleBlocks(title: string, sentence: string, width: number): readonly Block[] {
  return [
    { ...textBlock([span(title, STYLE.title)], width), keepWithNext: true },
    ...paragraph([span(sentence, STYLE.lead)], width, 4).map((block) => ({ ...block, keepWithNext: true })),
  ];
}

/** One sentence that claims no more than the records carry: codes never identify, "handed over" needs its record. */
export function proofSentence(
  { texts }: ProofWords,
  kind: ProofKind,
  { primary, handover }: SelectedRecords,
  byCodes: boolean,
): string {
  switch (kind) {
    case "proof_of_collection": {
      const said = byCodes ? texts.kinds[kind].codes : texts.kinds[kind].identified;
      return handover ? said.handedOver : said.madeAvailable;
    }
    case "proof_of_refusal":
      return byCodes ? texts.kinds[kind].codes : texts.kinds[kind].identified;
    case "proof_of_non_notification": {
      const ours = primary.facts.reasons?.includes("R_ERDS_Malfunction") ?? false;
      return ours ? texts.kinds[kind].sentenceOurs : texts.kinds[kind].sentence;
    }
    case "proof_of_notification": {
      const used = primary.facts.type === "NotificationAccessTracking";
      return used ? texts.kinds[kind].sentenceUsed : texts.kinds[kind].sentence;
    }
    default:
      return texts.kinds[kind].sentence;
  }
}
