// The record of processing activities on paper: who, with whom, and every activity with its purpose, people and time limit (GDPR art. 30).

import type { Language } from "@posthorn/domain";
import {
  dateTimeInWords,
  type ProcessingRecord,
  type RecordPart,
  recordInWords,
  type Texts,
  textsFor,
} from "@posthorn/texts";
import { type Block, paragraph, textBlock } from "../layout/block.ts";
import { composeDocument, textWidth } from "../layout/compose-document.ts";
import { type Cell, definitionList, table } from "../layout/table.ts";
import { tagged } from "../layout/tag.ts";
import { COLORS, type Style } from "../text/style.ts";
import { formFrame, span, withGap } from "./form-frame.ts";

type Words = Texts["privacyPages"]["record"];

const MARGIN = { top: 44, bottom: 28, side: 44 } as const;
const TERM_WIDTH = 130;
const SHARES = [0.34, 0.28, 0.16, 0.22] as const;
const sans = (size: number, color: Style["color"]): Style => ({ face: "sans", size, color, leading: 1.35 });
const STYLE = {
  title: { face: "serif", size: 21, color: COLORS.ink, leading: 1.2 },
  heading: { face: "serif", size: 13.5, color: COLORS.ink, leading: 1.25 },
  body: sans(9, COLORS.ink),
  bold: { ...sans(9, COLORS.ink), face: "sansBold" },
  quiet: sans(8, COLORS.ink3),
  head: { ...sans(8, COLORS.ink3), face: "sansBold" },
} as const satisfies Record<string, Style>;

/** Unsealed PDF/A-3A. The same record gives the same bytes. */
export async function renderProcessingRecord(
  language: Language,
  record: ProcessingRecord,
): Promise<Uint8Array> {
  const { common, privacyPages } = textsFor(language);
  const words = privacyPages.record;
  const width = textWidth({ margin: MARGIN });
  const made = words.madeAt(dateTimeInWords(language, record.madeAt));
  return composeDocument({
    blocks: [
      {
        ...tagged(textBlock([span(words.title, STYLE.title)], width), { role: "H1" }),
        keepWithNext: true,
      },
      ...paragraph([span(words.lead, STYLE.body)], width, 6),
      ...recordInWords(language, record).flatMap((part) => partBlocks(words, part, width)),
    ],
    frame: formFrame({
      margin: MARGIN,
      headerGap: 18,
      width,
      brand: common.brand,
      aside: { text: made, brandWidth: 160 },
      foot: words.title,
      count: words.page,
      quiet: STYLE.quiet,
    }),
    title: words.title,
    author: record.provider.name,
    subject: words.lead,
    language,
    madeAt: record.madeAt,
    attachments: [],
  });
}

function partBlocks(words: Words, part: RecordPart, width: number): readonly Block[] {
  const heading = tagged(textBlock([span(part.title, STYLE.heading)], width), { role: "H2" });
  const facts = part.facts.map(({ term, texts }) => ({
    term: [span(term, STYLE.quiet)],
    texts: texts.map((text) => [span(text, STYLE.body)]),
  }));
  const heads = [words.data, `${words.purpose} · ${words.ground}`, words.people, words.limit];
  const activities = table({
    columns: SHARES.map((share, index) => ({
      width: width * share,
      head: [span(heads[index] ?? "", STYLE.head)],
    })),
    rows: part.activities.map((activity): readonly Cell[] => [
      [[span(activity.id, STYLE.bold)], [span(activity.data, STYLE.body)]],
      [
        [span(activity.purpose, STYLE.body)],
        [span(`${activity.ground} (${activity.citations})`, STYLE.quiet)],
      ],
      [[span(activity.people, STYLE.body)]],
      [
        [span(activity.period + activity.joint, STYLE.bold), span(activity.trigger, STYLE.body)],
        [span(activity.action, STYLE.quiet)],
      ],
    ]),
    lineColor: COLORS.line,
    padding: 4,
  });
  return [
    { ...heading, gap: 16, keepWithNext: true },
    ...withGap(definitionList(facts, width, TERM_WIDTH, 4), 6),
    ...withGap(activities, 10),
  ];
}
