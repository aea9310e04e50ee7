// The first page of a letter: address, label, and for whoever opens it what this is, who sent it and why it comes by post.

import { firstTextTop, type LetterLength } from "@posthorn/domain";
import { dateInWords, dateTimeInWords, brusselsDate, textsFor, untilEndOf } from "@posthorn/texts";
import { type Block, type Ink, moveInks, rule, stack, textBlock } from "../layout/block.ts";
import { definitionList } from "../layout/table.ts";
import { brandRow } from "./brand-row.ts";
import type { Letter, LetterInHand } from "./letter-facts.ts";
import { HAIRLINE, type LetterStyles, letterStyles, span } from "./letter-styles.ts";
import { mm, TEXT } from "./measure.ts";
import { registeredLabel } from "./registered-label.ts";
import { verifyBlock } from "./verify-block.ts";
import { addressInks, returnAddressInks } from "./window-address.ts";

const TERM_WIDTH = mm(46);
/** From the usual size down, for a sender with a long name or a window far down the page. */
const SCALES = [1, 0.92, 0.84, 0.76, 0.68] as const;

/** In points from the sheet's top left corner. */
export function addressPage(inHand: LetterInHand): readonly Ink[] {
  const { letter, printer } = inHand;
  const words = textsFor(letter.language).letter;
  const top = mm(firstTextTop(printer));
  return [
    ...returnAddressInks(words.returnTo, letter.returnAddress, printer.returnAddress),
    ...registeredLabel(
      {
        word: labelWord(letter),
        carrier: { name: letter.carrier.name, service: letter.carrier.service ?? words.service },
        barcode: letter.barcode,
      },
      printer.label,
    ),
    ...addressInks(letter.address, printer),
    ...moveInks(fitText(inHand, TEXT.bottom - top).inks, TEXT.x, top),
  ];
}

/** Abroad the word is said in French too, the language of the Universal Postal Union. */
function labelWord({ language, barcode }: Letter): string {
  const own = textsFor(language).letter.registered;
  const french = textsFor("fr").letter.registered;
  return /^[A-Z]{2}\d{9}[A-Z]{2}$/.test(barcode) && own !== french ? `${own} · ${french}` : own;
}

function fitText(inHand: LetterInHand, height: number): Block {
  const [first, ...smaller] = SCALES;
  let text = setText(inHand, letterStyles(first));
  for (const scale of smaller) {
    if (text.height <= height) break;
    text = setText(inHand, letterStyles(scale));
  }
  return text;
}

function setText(inHand: LetterInHand, styles: LetterStyles): Block {
  const { letter, length } = inHand;
  const { language, collectUntil, provider, sender } = letter;
  const words = textsFor(language).letter;
  const text = (content: string): Block => ({
    ...textBlock([span(content, styles.body)], TEXT.width),
    gap: 5,
  });
  const date = dateInWords(language, brusselsDate(letter.submittedAt));
  return stack([
    brandRow(provider, styles),
    { ...textBlock([span(words.title, styles.title)], TEXT.width), gap: 12 },
    text(words.sent({ sender: sender.name, provider, date })),
    text(
      collectUntil === null
        ? words.notReached
        : words.notCollected({ until: untilEndOf(language, collectUntil) }),
    ),
    text(words.nothingToDo),
    { ...textBlock([span(words.status[letter.trustStatus], styles.bold)], TEXT.width), gap: 5 },
    { ...stack([...definitionsOf(letter, length, styles)]), gap: 13 },
    { ...rule(TEXT.width, HAIRLINE), gap: 12 },
    { ...verifyBlock(words.check, inHand, styles), gap: 11 },
  ]);
}

function definitionsOf(letter: Letter, length: LetterLength, styles: LetterStyles): readonly Block[] {
  const { language, sender, collectUntil } = letter;
  const words = textsFor(language).letter;
  const at = (instant: Temporal.Instant): string => dateTimeInWords(language, instant);
  const entry = (term: string, ...texts: readonly (string | undefined)[]) => ({
    term: [span(term, styles.body)],
    texts: texts.filter((text) => text !== undefined).map((text) => [span(text, styles.body)]),
  });
  const from = entry(words.facts.sender, sender.name, sender.department, sender.town);
  return definitionList(
    [
      {
        ...from,
        texts: from.texts.map((text, index) => (index === 0 ? [span(sender.name, styles.bold)] : text)),
      },
      entry(words.facts.sentAt, at(letter.submittedAt)),
      ...(collectUntil === null
        ? []
        : [entry(words.facts.collectUntil, dateInWords(language, collectUntil))]),
      entry(words.facts.releasedAt, at(letter.releasedAt)),
      entry(words.facts.delivery, letter.deliveryId),
      entry(
        words.facts.contents,
        words.contents({ files: letter.parts.length, pages: length.pages, sheets: length.sheets }),
      ),
    ],
    TEXT.width,
    TERM_WIDTH,
    3,
  );
}
