// A letter of the privacy desk on paper: whom it goes to where an envelope's window shows it, the words, and who writes.

import type { RightsLetter } from "@posthorn/domain";
import { dateInWords, letterInWords, textsFor } from "@posthorn/texts";
import { beside, type Block, paragraph, stack, textBlock } from "../layout/block.ts";
import { composeDocument, textWidth } from "../layout/compose-document.ts";
import { spacer } from "../layout/table.ts";
import { tagged } from "../layout/tag.ts";
import { COLORS, type Style } from "../text/style.ts";
import { formFrame, span } from "./form-frame.ts";

const MARGIN = { top: 44, bottom: 28, side: 62 } as const;
/** Window of a Belgian envelope: on the right, from 50 mm below the paper's edge. */
const ADDRESS = { x: 250, above: 58, height: 104 } as const;
const sans = (size: number, color: Style["color"]): Style => ({ face: "sans", size, color, leading: 1.42 });
const STYLE = {
  title: { face: "serif", size: 15, color: COLORS.ink, leading: 1.25 },
  body: sans(10.5, COLORS.ink),
  quiet: sans(9, COLORS.ink3),
} as const satisfies Record<string, Style>;

export interface DeskSignature {
  readonly provider: string;
  /** Where the desk is reached; empty where nothing is configured. */
  readonly contact: string;
}

/** Unsealed PDF/A-3A, in the letter's language. The same letter gives the same bytes. */
export async function renderRightsLetter(
  letter: RightsLetter,
  { provider, contact }: DeskSignature,
): Promise<Uint8Array> {
  const { language } = letter;
  const words = letterInWords(letter, provider);
  const frameWords = textsFor(language).rights.letters;
  const width = textWidth({ margin: MARGIN });
  const writtenOn = Temporal.PlainDate.from(letter.writtenOn);
  return composeDocument({
    blocks: [
      addressBlock([letter.name, ...letter.address], width),
      { ...textBlock([span(dateInWords(language, writtenOn), STYLE.quiet)], width), gap: 10 },
      {
        ...tagged(textBlock([span(words.subject, STYLE.title)], width), { role: "H1" }),
        gap: 14,
        keepWithNext: true,
      },
      ...paragraph([span(words.dear, STYLE.body)], width, 14),
      ...words.paragraphs.flatMap((text) => paragraph([span(text, STYLE.body)], width, 9)),
      ...paragraph([span(words.closing, STYLE.body)], width, 26),
      ...(contact === "" ? [] : paragraph([span(contact, STYLE.quiet)], width, 3)),
    ],
    frame: formFrame({
      margin: MARGIN,
      headerGap: 12,
      width,
      brand: provider,
      foot: frameWords.subject(String(letter.number)),
      count: frameWords.page,
      quiet: STYLE.quiet,
    }),
    title: words.subject,
    author: provider,
    subject: words.subject,
    language,
    madeAt: writtenOn.toZonedDateTime({ timeZone: "Europe/Brussels", plainTime: "12:00" }).toInstant(),
    attachments: [],
  });
}

/** Of one height, however many lines: what follows stands where it always does. */
function addressBlock(lines: readonly string[], width: number): Block {
  const text = stack(lines.map((line) => textBlock([span(line, STYLE.body)], width - ADDRESS.x)));
  const block = beside([{ x: ADDRESS.x, block: text }]);
  return stack([spacer(ADDRESS.above), { ...block, height: Math.max(block.height, ADDRESS.height) }]);
}
