// Where a letter is checked: the address as a code to scan and as text to type.

import { qrCode } from "../drawing/draw-mark.ts";
import { beside, type Block, stack, textBlock } from "../layout/block.ts";
import type { LetterInHand } from "./letter-facts.ts";
import { BLACK, type LetterStyles, span } from "./letter-styles.ts";
import { mm, TEXT } from "./measure.ts";

const QR_SIZE = mm(22);
const GAP = mm(6);

export function verifyCode(url: string): Block {
  return qrCode(url, QR_SIZE, BLACK);
}

export function verifyBlock(
  words: { readonly title: string; readonly sentence: string },
  { letter, code }: LetterInHand,
  styles: LetterStyles,
): Block {
  const room = TEXT.width - QR_SIZE - GAP;
  return beside(
    [
      { x: 0, block: code },
      {
        x: QR_SIZE + GAP,
        block: stack([
          textBlock([span(words.title, styles.bold)], room),
          { ...textBlock([span(words.sentence, styles.small)], room), gap: 2 },
          { ...textBlock([span(letter.verifyUrl, styles.link)], room), gap: 5 },
        ]),
      },
    ],
    "middle",
  );
}
