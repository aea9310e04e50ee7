// What runs along the pages of forms and letters of ours: who they are of above, what they are and which page it is below.

import { hornMark } from "../drawing/draw-mark.ts";
import { widthOf } from "../font/shape-text.ts";
import { beside, type Block, textBlock } from "../layout/block.ts";
import type { PageFrame } from "../layout/compose-document.ts";
import { COLORS, type Span, type Style } from "../text/style.ts";

const BRAND: Style = { face: "serif", size: 15, color: COLORS.ink };
/** Of the horn and the room after it. */
const MARK = 32;

export interface FormFrame {
  readonly margin: PageFrame["margin"];
  readonly headerGap: number;
  /** Between the margins, in points, as the rest here. */
  readonly width: number;
  readonly brand: string;
  /** Above on the right; the brand has the room that is left. */
  readonly aside?: { readonly text: string; readonly brandWidth: number };
  /** Below on the left. */
  readonly foot?: string;
  readonly count: (page: string, pages: string) => string;
  readonly quiet: Style;
}

export function formFrame(form: FormFrame): PageFrame {
  const { width, brand, aside, foot } = form;
  const quiet = (text: string): Block => textBlock([span(text, form.quiet)], width);
  const atEdge = (text: string) => ({
    x: Math.max(0, width - widthOf(text, form.quiet.face, form.quiet.size)),
    block: quiet(text),
  });
  return {
    margin: form.margin,
    headerGap: form.headerGap,
    footerGap: 9,
    header: () =>
      beside(
        [
          { x: 0, block: hornMark(25) },
          { x: MARK, block: textBlock([span(brand, BRAND)], aside?.brandWidth ?? width - MARK) },
          ...(aside === undefined ? [] : [atEdge(aside.text)]),
        ],
        "middle",
      ),
    footer: (page, pages) => {
      const count = form.count(String(page), String(pages));
      return foot === undefined ? quiet(count) : beside([{ x: 0, block: quiet(foot) }, atEdge(count)]);
    },
  };
}

export function span(text: string, style: Style): Span {
  return { text, style };
}

/** The first of them stands so far below what comes before. */
export function withGap(blocks: readonly Block[], gap: number): readonly Block[] {
  return blocks.map((block, index) => (index === 0 ? { ...block, gap } : block));
}
