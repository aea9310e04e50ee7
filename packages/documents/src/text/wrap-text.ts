// Breaks styled text into lines of a width: at spaces, and inside a word only where the word alone is too long.

import { shapeText, widthOf, type Run } from "../font/shape-text.ts";
import type { Span, Style } from "./style.ts";

/** One piece of a set line: `x` in points from the line's left edge. */
export interface SetRun {
  readonly x: number;
  readonly run: Run;
  readonly style: Style;
}

export interface SetLine {
  readonly runs: readonly SetRun[];
  /** Width of the ink in points. */
  readonly width: number;
  /** Distance in points to the next line. */
  readonly height: number;
  /** Distance in points from the line's top to its baseline. */
  readonly baseline: number;
}

interface Word {
  readonly text: string;
  readonly style: Style;
  readonly kind: "word" | "space" | "break";
}

/** Lines of at most `width` points; an empty text gives one empty line, a line feed starts a new one. */
export function wrapText(spans: readonly Span[], width: number): readonly SetLine[] {
  const fallback = spans[0]?.style;
  if (!fallback) return [];
  const lines: SetLine[] = [];
  let current: Word[] = [];
  let used = 0;
  const close = (): void => {
    lines.push(setLine(current, fallback));
    current = [];
    used = 0;
  };
  for (const group of groupWords(spans)) {
    const kind = group[0]?.kind;
    if (kind === "break") {
      close();
      continue;
    }
    const needed = widthOfWords(group);
    if (kind === "space") {
      if (current.length > 0) {
        current.push(...group);
        used += needed;
      }
      continue;
    }
    if (current.length > 0 && used + needed > width) close();
    if (needed <= width) {
      current.push(...group);
      used += needed;
      continue;
    }
    for (const piece of group.flatMap((word) => breakWord(word, width))) {
      const pieceWidth = widthOfWords([piece]);
      if (current.length > 0 && used + pieceWidth > width) close();
      current.push(piece);
      used += pieceWidth;
    }
  }
  close();
  return lines;
}

/** Words that touch without a space between them, though styled differently, stay together: a comma after a bold name. */
function groupWords(spans: readonly Span[]): readonly (readonly Word[])[] {
  const groups: Word[][] = [];
  for (const { text, style } of spans) {
    for (const piece of text.replaceAll(/\r\n?/g, "\n").match(/\n|[ \t]+|[^ \t\n]+/g) ?? []) {
      const kind = piece === "\n" ? "break" : /^[ \t]/.test(piece) ? "space" : "word";
      const last = groups.at(-1);
      if (kind === "word" && last?.[0]?.kind === "word") last.push({ text: piece, style, kind });
      else groups.push([{ text: piece, style, kind }]);
    }
  }
  return groups;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

function breakWord(word: Word, width: number): readonly Word[] {
  const pieces: Word[] = [];
  let text = "";
  let used = 0;
  for (const { segment } of graphemes.segment(word.text)) {
    const needed = widthOf(segment, word.style.face, word.style.size);
    if (text !== "" && used + needed > width) {
      pieces.push({ ...word, text });
      text = "";
      used = 0;
    }
    text += segment;
    used += needed;
  }
  if (text !== "") pieces.push({ ...word, text });
  return pieces;
}

function widthOfWords(words: readonly Word[]): number {
  return words.reduce((sum, { text, style }) => sum + widthOf(text, style.face, style.size), 0);
}

function setLine(words: readonly Word[], fallback: Style): SetLine {
  const end = words.findLastIndex((word) => word.kind !== "space") + 1;
  const runs: SetRun[] = [];
  let x = 0;
  for (const { text, style } of joinWords(words.slice(0, end))) {
    for (const run of shapeText(text, style.face)) {
      runs.push({ x, run, style });
      x += (run.advance * style.size) / 1000;
    }
  }
  const styles = end === 0 ? [fallback] : words.slice(0, end).map((word) => word.style);
  const height = Math.max(...styles.map((style) => style.size * (style.leading ?? 1.4)));
  const size = Math.max(...styles.map((style) => style.size));
  // Half of the leading above, half below; 0.34 of the size below the middle is where a Latin baseline looks right.
  return { runs, width: x, height, baseline: height / 2 + size * 0.34 };
}

function joinWords(words: readonly Word[]): readonly { text: string; style: Style }[] {
  const joined: { text: string; style: Style }[] = [];
  for (const { text, style } of words) {
    const last = joined.at(-1);
    if (last?.style === style) last.text += text;
    else joined.push({ text, style });
  }
  return joined;
}
