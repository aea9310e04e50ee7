// The head of a proof: brand and legal status on every page, title and one sentence on the first.

import {
  beside,
  hornMark,
  paragraph,
  tagged,
  textBlock,
  widthOf,
  type Block,
  type PageFrame,
} from "@posthorn/documents";
import { textsFor } from "@posthorn/texts";
import { siteOf } from "./close-words.ts";
import type { ProofContent } from "./proof-content.ts";
import { MARGIN, span, STYLE } from "./proof-style.ts";

export function pageFrame(content: ProofContent, width: number): PageFrame {
  const { words, statusLine, verifyUrl, reference } = content;
  const { texts, language } = words;
  const brand = textsFor(language).common.brand;
  const right = (text: string): Block => textBlock([span(text, STYLE.quiet)], width);
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
          { x: rightEdge(statusLine), block: right(statusLine) },
        ],
        "middle",
      ),
    footer: (page, pages) => {
      const number = texts.page({ page, pages });
      return beside([
        { x: 0, block: right(`${siteOf(verifyUrl)} · ${reference}`) },
        { x: rightEdge(number), block: right(number) },
      ]);
    },
  };
}

export function titleBlocks(title: string, sentence: string, width: number): readonly Block[] {
  return [
    { ...tagged(textBlock([span(title, STYLE.title)], width), { role: "H1" }), keepWithNext: true },
    ...paragraph([span(sentence, STYLE.lead)], width, 4).map((block) => ({ ...block, keepWithNext: true })),
  ];
}
