// A whole A4 document: pages of blocks with the reader's page numbers, as tagged PDF/A-3A bytes.

import { A4 } from "../pdf/draw-page.ts";
import { writePdf, type PdfContent } from "../pdf/write-pdf.ts";
import { moveInks, type Block } from "./block.ts";
import { paginate } from "./paginate.ts";
import { readable, untagged } from "./tag.ts";

export interface PageFrame {
  /** In points. */
  readonly margin: { readonly top: number; readonly bottom: number; readonly side: number };
  /** Set above the text of every page; its height is taken from the text. */
  header(page: number, pages: number): Block;
  /** Set at the foot of every page, above the bottom margin; of the same height on each. */
  footer(page: number, pages: number): Block;
  /** Points between header and text. */
  readonly headerGap: number;
  /** Points kept free between text and footer. */
  readonly footerGap: number;
}

export interface DocumentContent extends Omit<PdfContent, "pages"> {
  readonly blocks: readonly Block[];
  readonly frame: PageFrame;
}

/** Width in points between the side margins. */
export function textWidth(frame: Pick<PageFrame, "margin">): number {
  return A4.width - 2 * frame.margin.side;
}

/** Read out on the first page alone: it says the same on each. */
function headOf(frame: PageFrame, page: number, pages: number): Block {
  const header = frame.header(page, pages);
  return page === 1 ? readable(header) : untagged(header);
}

/** Lays out and writes; pure but for reading fonts at first use. */
export async function composeDocument(content: DocumentContent): Promise<Uint8Array> {
  const { blocks, frame, ...rest } = content;
  const { margin, headerGap, footerGap } = frame;
  const headerHeight = frame.header(1, 1).height;
  const footerHeight = frame.footer(1, 1).height;
  const top = margin.top + headerHeight + headerGap;
  const bottom = A4.height - margin.bottom - footerHeight;
  const texts = paginate(blocks.map(readable), bottom - footerGap - top);
  const pages = texts.map((inks, index) => [
    ...moveInks(headOf(frame, index + 1, texts.length).inks, margin.side, margin.top),
    ...moveInks(inks, margin.side, top),
    ...moveInks(untagged(frame.footer(index + 1, texts.length)).inks, margin.side, bottom),
  ]);
  return writePdf({ ...rest, pages });
}
