// The provider's name beside its mark, above the text of our own pages.

import { hornMark } from "../drawing/draw-mark.ts";
import { beside, type Block, rule, stack, textBlock } from "../layout/block.ts";
import { spacer } from "../layout/table.ts";
import { BLACK, type LetterStyles, span } from "./letter-styles.ts";
import { TEXT } from "./measure.ts";

export function brandRow(provider: string, styles: LetterStyles): Block {
  const mark = styles.brand.size * 1.5;
  const name = textBlock([span(provider, styles.brand)], TEXT.width - mark - 6);
  return stack([
    beside(
      [
        { x: 0, block: hornMark(mark, BLACK) },
        { x: mark + 6, block: name },
      ],
      "middle",
    ),
    spacer(5),
    rule(TEXT.width, BLACK, 0.9),
  ]);
}
