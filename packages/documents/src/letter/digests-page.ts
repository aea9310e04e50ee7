// The last pages of a letter: each file as it was sent and as it is printed here, by its digest.

import type { LetterPage } from "@posthorn/domain";
import { exactBytesInWords, textsFor } from "@posthorn/texts";
import { lineBlock, moveInks, rule, stack, textBlock, type Block, type Ink } from "../layout/block.ts";
import type { Style } from "../text/style.ts";
import { wrapText } from "../text/wrap-text.ts";
import { brandRow } from "./brand-row.ts";
import type { Letter, LetterInHand, LetterPart } from "./letter-facts.ts";
import { HAIRLINE, letterStyles, span } from "./letter-styles.ts";
import { TEXT } from "./measure.ts";
import { verifyBlock } from "./verify-block.ts";

/** Every entry is of one height at most, so that how many pages they take is known before they are set. */
const NAME_LINES_MAX = 2;
const STYLES = letterStyles();

/** In points from the sheet's top left corner. */
export function digestsPage(
  inHand: LetterInHand,
  page: Extract<LetterPage, { kind: "digests" }>,
): readonly Ink[] {
  const { letter, plan } = inHand;
  const words = textsFor(letter.language).letter.digests;
  const head = page.from === 0 ? firstHead(inHand) : [title(words.continued)];
  const entries = letter.parts
    .slice(page.from, page.to)
    .map((part, index) => entryOf(letter, part, page.from + index, plan));
  const text = stack([brandRow(letter.provider, STYLES), ...head, ...entries.flatMap(separated)]);
  return moveInks(text.inks, TEXT.x, TEXT.top);
}

function firstHead(inHand: LetterInHand): readonly Block[] {
  const { digests, check } = textsFor(inHand.letter.language).letter;
  return [
    title(digests.title),
    { ...textBlock([span(digests.sentence, STYLES.body)], TEXT.width), gap: 5 },
    {
      ...verifyBlock({ title: check.title, sentence: digests.compare }, inHand, STYLES),
      gap: 11,
    },
  ];
}

function title(text: string): Block {
  return { ...textBlock([span(text, STYLES.heading)], TEXT.width), gap: 12 };
}

function separated(entry: Block): readonly Block[] {
  return [
    { ...rule(TEXT.width, HAIRLINE), gap: 9 },
    { ...entry, gap: 7 },
  ];
}

function entryOf(letter: Letter, part: LetterPart, index: number, plan: readonly LetterPage[]): Block {
  const { language } = letter;
  const {
    common: { labelled },
    letter: { digests: words },
  } = textsFor(language);
  const from = plan.findIndex((page) => page.kind === "part" && page.part === index) + 1;
  const pages = { pages: part.print.pages, from, to: from + part.print.pages - 1 };
  const printed = words.printedPages({ ...pages, converter: part.print.converter });
  const sent = exactBytesInWords(language, part.size);
  return stack([
    ...cut(`${index + 1}. ${part.name}`, STYLES.bold, NAME_LINES_MAX),
    { ...oneLine(labelled({ label: words.sent, value: sent }), STYLES.small), gap: 2 },
    oneLine(part.sha256, STYLES.digest),
    { ...oneLine(labelled({ label: words.printed, value: printed }), STYLES.small), gap: 2 },
    oneLine(part.print.sha256, STYLES.digest),
  ]);
}

function oneLine(text: string, style: Style): Block {
  return stack(cut(text, style, 1));
}

/** As many lines as there may be; what is longer ends in an ellipsis. */
function cut(text: string, style: Style, lines: number): readonly Block[] {
  const set = wrapText([span(text, style)], TEXT.width);
  if (set.length <= lines) return set.map((line) => lineBlock(line));
  let kept = Array.from(text).slice(0, 400);
  for (;;) {
    const shorter = wrapText([span(`${kept.join("").trimEnd()}…`, style)], TEXT.width);
    if (shorter.length <= lines) return shorter.map((line) => lineBlock(line));
    kept = kept.slice(0, -Math.max(1, Math.floor(kept.length / 20)));
  }
}
