// Puts blocks on pages from top to bottom.

import { moveInks, stack, type Block, type Ink } from "./block.ts";
import { untagged } from "./tag.ts";

/** Ink per page, in points from the top left of the text area. A block taller than a page stands alone and runs out of it. */
export function paginate(blocks: readonly Block[], pageHeight: number): readonly (readonly Ink[])[] {
  const pages: Ink[][] = [];
  let page: Ink[] = [];
  let y = 0;
  const turn = (): void => {
    pages.push(page);
    page = [];
    y = 0;
  };
  const put = (block: Block): void => {
    if (y > 0) y += block.gap ?? 0;
    page.push(...moveInks(block.inks, 0, y));
    y += block.height;
  };
  for (const [index, block] of blocks.entries()) {
    const needed = (y > 0 ? (block.gap ?? 0) : 0) + heightKept(blocks, index, pageHeight);
    if (y > 0 && y + needed > pageHeight) {
      turn();
      // What was read already is not read out again.
      if (block.repeat) put(untagged(block.repeat));
    }
    put(block);
  }
  if (page.length > 0 || pages.length === 0) turn();
  return pages;
}

/** Height of the block and of those it must stay with; a chain longer than a page keeps nothing. */
function heightKept(blocks: readonly Block[], from: number, pageHeight: number): number {
  const chain: Block[] = [];
  for (const block of blocks.slice(from)) {
    chain.push(block);
    if (!block.keepWithNext) break;
  }
  const whole = stack(chain).height;
  return whole <= pageHeight ? whole : (chain[0]?.height ?? 0);
}
