// Where a letter is checked: the address as a code to scan and as text to type.

import { qrCode } from "../drawing/draw-mark.ts";
import { beside, type Block, stack, textBlock } from "../layout/block.ts";
import { BLACK, type LetterStyles, span } from "./letter-styles.ts";
import { mm } from "./measure.ts";

const QR_SIZE = mm(22);
const GAP = mm(6);

/** `width` in points; the code is a figure without text of its own. */
export function verifyBlock(
  words: { readonly title: string; readonly sentence: string },
  url: string,
  width: number,
  styles: LetterStyles,
): Block {
  const room = width - QR_SIZE - GAP;
  return beside(
    [
      { x: 0, block: qrCode(url, QR_SIZE, BLACK) },
      {
        x: QR_SIZE + GAP,
        block: stack([
          textBlock([span(words.title, styles.bold)], room),
          { ...textBlock([span(words.sentence, styles.small)], room), gap: 2 },
          { ...textBlock([span(url, styles.link)], room), gap: 5 },
        ]),
      },
    ],
    "middle",
  );
}
