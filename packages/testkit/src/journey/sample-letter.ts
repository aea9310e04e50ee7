// A letter as people attach one: a real PDF of a page, made with the product's own PDF kit.

const FRAME = {
  margin: { top: 72, bottom: 60, side: 72 },
  header: () => ({ height: 0, inks: [] }),
  footer: () => ({ height: 0, inks: [] }),
  headerGap: 0,
  footerGap: 0,
};

/** `title` stands on top, `paragraphs` below it. */
export async function sampleLetter(
  title: string,
  paragraphs: readonly string[],
  madeAt: Temporal.Instant,
): Promise<Uint8Array> {
  // The kit and its fonts are loaded by whoever makes a letter only.
  const { COLORS, composeDocument, paragraph, textWidth } = await import("@posthorn/documents");
  const heading = { face: "serif", size: 18, color: COLORS.ink } as const;
  const plain = { face: "sans", size: 11, color: COLORS.ink } as const;
  const width = textWidth(FRAME);
  return composeDocument({
    frame: FRAME,
    blocks: [
      ...paragraph([{ text: title, style: heading }], width),
      ...paragraphs.flatMap((text) => paragraph([{ text, style: plain }], width, 14)),
    ],
    title,
    author: "Immo Vandewalle bv",
    subject: title,
    language: "en",
    madeAt,
    attachments: [],
  });
}
