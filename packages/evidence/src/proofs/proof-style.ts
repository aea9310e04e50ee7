// The typography of a proof: sizes in points, the words of its language, and the few ways a proof writes a fact.

import { COLORS, tagged, textBlock, type Block, type Cell, type Span, type Style } from "@posthorn/documents";
import type { Language } from "@posthorn/domain";
import {
  dateTimeInWords,
  numberInWords,
  shortDateTime,
  textsFor,
  timeOfDay,
  utcOffset,
  type Texts,
} from "@posthorn/texts";

export const MARGIN = { top: 44, bottom: 28, side: 54 } as const;
/** Width of the terms, and of the dates beside the track. */
export const TERM_WIDTH = 138;

const sans = (size: number, color: Style["color"]): Style => ({ face: "sans", size, color, leading: 1.38 });
const bold = (size: number, color: Style["color"]): Style => ({ ...sans(size, color), face: "sansBold" });
const mono = (size: number): Style => ({ face: "mono", size, color: COLORS.ink, leading: 1.42 });

export const STYLE = {
  brand: { face: "serif", size: 15, color: COLORS.ink },
  title: { face: "serif", size: 25.5, color: COLORS.ink, leading: 1.2 },
  heading: { face: "serif", size: 14.5, color: COLORS.ink, leading: 1.25 },
  lead: sans(12, COLORS.ink2),
  body: sans(10.5, COLORS.ink),
  bold: bold(10.5, COLORS.ink),
  term: sans(10.5, COLORS.ink3),
  quiet: sans(9, COLORS.ink3),
  small: sans(9.2, COLORS.ink2),
  smallInk: sans(9.2, COLORS.ink),
  smallBold: bold(9.2, COLORS.ink),
  tableHead: bold(9.2, COLORS.ink3),
  mono: mono(8.8),
  monoSmall: { ...mono(7.2), color: COLORS.ink3 },
  command: { ...mono(7.4), leading: 1.5 },
} as const satisfies Record<string, Style>;

export interface ProofWords {
  readonly language: Language;
  readonly texts: Texts["proof"];
}

export function proofWords(language: Language): ProofWords {
  return { language, texts: textsFor(language).proof };
}

export function span(text: string, style: Style): Span {
  return { text, style };
}

export function headingText(text: string, width: number): Block {
  return tagged(textBlock([span(text, STYLE.heading)], width), { role: "H2" });
}

/** User-supplied text on one line, whatever it held. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

/** An instant as the words of its language, its distance from UTC, and exactly. */
export function whenCell({ language, texts }: ProofWords, iso: string): Cell {
  const instant = Temporal.Instant.from(iso);
  return [
    [
      span(timeKeptTogether(language, instant), STYLE.bold),
      span(` ${texts.brussels({ offset: utcOffset(instant) })}`, STYLE.body),
    ],
    [span(capital(texts.exactly({ utc: instant.toString({ smallestUnit: "millisecond" }) })), STYLE.quiet)],
  ];
}

/** `Saturday 21 November 2026 at 10.02.14`. */
export function moment({ language }: ProofWords, iso: string): string {
  return timeKeptTogether(language, Temporal.Instant.from(iso));
}

/** `21 Nov 2026 10.02.14`, for what stands in small type. */
export function shortMoment({ language }: ProofWords, iso: string): string {
  return shortDateTime(language, Temporal.Instant.from(iso), { seconds: true, year: true });
}

/** The time of day, hour to second, never breaks over two lines. */
function timeKeptTogether(language: Language, instant: Temporal.Instant): string {
  const words = dateTimeInWords(language, instant, { seconds: true });
  const at = words.indexOf(timeOfDay(language, instant, { seconds: true }));
  return words.slice(0, at) + words.slice(at).replaceAll(" ", "\u00a0");
}

/** First letter in capital, as a text that stands alone has it. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function count({ language }: ProofWords, value: number): string {
  return numberInWords(language, value);
}

/** Digits of a SHA-256 on two lines. */
export function hashCell(hex: string): Cell {
  return [[span(hex.slice(0, 32), STYLE.mono)], [span(hex.slice(32), STYLE.mono)]];
}
