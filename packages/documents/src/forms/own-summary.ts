// The page of an own export that is read first: who one is here, what is held and until when, one's rights, and whom to ask (GDPR art. 12(1), 15).

import type { Language, Period, RetentionRule } from "@posthorn/domain";
import { dateTimeInWords, numberInWords, ruleInWords, type Texts, textsFor } from "@posthorn/texts";
import { type Block, paragraph, textBlock } from "../layout/block.ts";
import { composeDocument, textWidth } from "../layout/compose-document.ts";
import { type Cell, definitionList, table } from "../layout/table.ts";
import { tagged } from "../layout/tag.ts";
import { COLORS, type Style } from "../text/style.ts";
import { formFrame, span, withGap } from "./form-frame.ts";

export interface OwnSummaryFacts {
  readonly language: Language;
  readonly provider: string;
  /** Where the privacy desk is reached. */
  readonly desk: string;
  readonly name: string;
  readonly email: string;
  readonly madeAt: Temporal.Instant;
  readonly lines: readonly {
    readonly what: keyof Texts["myData"]["summary"]["kinds"];
    readonly count: number;
    readonly rule: RetentionRule;
    /** In force, where that is not the rule's own. */
    readonly period: Period;
  }[];
}

const MARGIN = { top: 44, bottom: 28, side: 54 } as const;
const TERM_WIDTH = 120;
const SHARES = [0.3, 0.12, 0.3, 0.28] as const;
const sans = (size: number, color: Style["color"]): Style => ({ face: "sans", size, color, leading: 1.38 });
const STYLE = {
  title: { face: "serif", size: 21, color: COLORS.ink, leading: 1.2 },
  heading: { face: "serif", size: 13.5, color: COLORS.ink, leading: 1.25 },
  body: sans(10, COLORS.ink),
  bold: { ...sans(9.5, COLORS.ink), face: "sansBold" },
  cell: sans(9.5, COLORS.ink),
  term: sans(10, COLORS.ink3),
  quiet: sans(9, COLORS.ink3),
  head: { ...sans(9, COLORS.ink3), face: "sansBold" },
} as const satisfies Record<string, Style>;

/** Unsealed PDF/A-3A. The same facts give the same bytes. */
export async function renderOwnSummary(facts: OwnSummaryFacts): Promise<Uint8Array> {
  const { language, provider, madeAt, name } = facts;
  const { myData, privacyPages } = textsFor(language);
  const words = myData.summary;
  const { rights, authority } = privacyPages.notice;
  const width = textWidth({ margin: MARGIN });
  const text = (said: string) => paragraph([span(said, STYLE.body)], width, 6);
  return composeDocument({
    blocks: [
      {
        ...tagged(textBlock([span(words.title, STYLE.title)], width), { role: "H1" }),
        keepWithNext: true,
      },
      ...text(words.lead(name, dateTimeInWords(language, madeAt))),
      ...withGap(
        definitions(width, [
          [words.who.name, name],
          [words.who.email, facts.email],
        ]),
        8,
      ),
      ...withGap(heldTable(facts, width), 14),
      ...withGap(text(privacyCount(language)), 10),
      heading(rights.title, width),
      ...[rights.which, rights.withAccount, rights.limits].flatMap(text),
      ...withGap(definitions(width, [[privacyPages.desk.name, facts.desk]]), 8),
      heading(authority.title, width),
      ...[authority.text, authority.address].flatMap(text),
    ],
    frame: formFrame({
      margin: MARGIN,
      headerGap: 18,
      width,
      brand: provider,
      count: words.page,
      quiet: STYLE.quiet,
    }),
    title: words.title,
    author: provider,
    subject: words.title,
    language,
    madeAt,
    attachments: [],
  });
}

function heldTable({ language, lines }: OwnSummaryFacts, width: number): readonly Block[] {
  const words = textsFor(language).myData.summary;
  const heads = [words.what, words.count, words.why, words.kept];
  return table({
    columns: SHARES.map((share, index) => ({
      width: width * share,
      head: [span(heads[index] ?? "", STYLE.head)],
    })),
    rows: lines.map(({ what, count, rule, period }): readonly Cell[] => {
      const said = ruleInWords(language, rule, period);
      return [
        [[span(words.kinds[what], STYLE.bold)]],
        [[span(numberInWords(language, count), STYLE.cell)]],
        [[span(said.purpose, STYLE.cell)]],
        [[span(`${said.period}${said.joint}${said.trigger}`, STYLE.cell)]],
      ];
    }),
    lineColor: COLORS.line,
    padding: 4,
  });
}

/** From when it is counted, and what a hold does. */
function privacyCount(language: Language): string {
  const { counted, held } = textsFor(language).retention;
  return `${counted} ${held}`;
}

function definitions(width: number, rows: readonly (readonly [string, string])[]): readonly Block[] {
  return definitionList(
    rows.map(([term, said]) => ({ term: [span(term, STYLE.term)], texts: [[span(said, STYLE.body)]] })),
    width,
    TERM_WIDTH,
    4,
  );
}

function heading(text: string, width: number): Block {
  const block = tagged(textBlock([span(text, STYLE.heading)], width), { role: "H2" });
  return { ...block, gap: 16, keepWithNext: true };
}
