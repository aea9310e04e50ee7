// A letter as people attach one: a real PDF of a page, made with the product's own PDF kit.

import { COLORS, composeDocument, paragraph, textWidth } from "@posthorn/documents";
import type { Style } from "@posthorn/documents";

const FRAME = {
  margin: { top: 72, bottom: 60, side: 72 },
  header: () => ({ height: 0, inks: [] }),
  footer: () => ({ height: 0, inks: [] }),
  headerGap: 0,
  footerGap: 0,
};
const HEADING: Style = { face: "serif", size: 18, color: COLORS.ink };
const TEXT: Style = { face: "sans", size: 11, color: COLORS.ink };

/** `title` stands on top, `paragraphs` below it. */
export function sampleLetter(title: string, paragraphs: readonly string[], madeAt: Temporal.Instant): Promise<Uint8Array> {
  const width = textWidth(FRAME);
  return composeDocument({
    frame: FRAME,
    blocks: [
      ...paragraph([{ text: title, style: HEADING }], width),
      ...paragraphs.flatMap((text) => paragraph([{ text, style: TEXT }], width, 14)),
    ],
    title,
    author: "Immo Vandewalle bv",
    subject: title,
    language: "en",
    madeAt,
    attachments: [],
  });
}
