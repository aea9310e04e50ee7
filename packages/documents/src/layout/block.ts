// The unit of layout: ink of a known height that is never cut by a page's edge, and the ways to combine such units.

import type { AnyFace } from "../font/open-face.ts";
import type { Color, Span } from "../text/style.ts";
import { wrapText, type SetLine } from "../text/wrap-text.ts";
import { readable, tagged, type Tag } from "./tag.ts";

/** Something drawn; x and y in points from the top left of its block, y downwards. */
export type Ink = Marked &
  (
    | {
        readonly kind: "text";
        readonly x: number;
        /** Of the baseline. */
        readonly y: number;
        readonly text: string;
        readonly face: AnyFace;
        readonly size: number;
        readonly color: Color;
      }
    | {
        readonly kind: "path";
        readonly x: number;
        readonly y: number;
        /** SVG path data. */
        readonly path: string;
        /** Points per unit of the path; 1 when absent. */
        readonly scale?: number;
        readonly fill?: Color;
        readonly stroke?: Color;
        /** In units of the path, as are the dashes. */
        readonly strokeWidth?: number;
        readonly dash?: readonly number[];
      }
  );

interface Marked {
  /** The element that it stands in; decoration stands in none. */
  readonly tag?: Tag | undefined;
}

export interface Block {
  readonly height: number;
  readonly inks: readonly Ink[];
  /** Space above in points, dropped at the top of a page. */
  readonly gap?: number;
  /** Never the last block of a page. */
  readonly keepWithNext?: boolean;
  /** Set again above this block when it starts a page: a table's head. */
  readonly repeat?: Block;
}

/** The ink moved by (dx, dy). */
export function moveInks(inks: readonly Ink[], dx: number, dy: number): readonly Ink[] {
  return inks.map((ink) => ({ ...ink, x: ink.x + dx, y: ink.y + dy }));
}

/** One set line as a block, its left edge at `x`. */
export function lineBlock(line: SetLine, x = 0): Block {
  const inks = line.runs.map(({ x: at, run, style }): Ink => {
    return {
      kind: "text",
      x: x + at,
      y: line.baseline,
      text: run.text,
      face: run.face,
      size: style.size,
      color: style.color,
    };
  });
  return { height: line.height, inks };
}

/** A text that is kept together; a paragraph unless it is tagged otherwise. */
export function textBlock(spans: readonly Span[], width: number): Block {
  return readable(stack(wrapText(spans, width).map((line) => lineBlock(line))));
}

/** A text that may be cut between its lines, but leaves no single first line behind. */
export function paragraph(spans: readonly Span[], width: number, gap = 0): readonly Block[] {
  const lines = wrapText(spans, width);
  const tag: Tag = { role: "P" };
  return lines.map((line, index) => ({
    ...tagged(lineBlock(line), tag),
    gap: index === 0 ? gap : 0,
    keepWithNext: lines.length > 1 && (index === 0 || index === lines.length - 2),
  }));
}

/** Blocks under each other, as one. */
export function stack(blocks: readonly Block[]): Block {
  let height = 0;
  const inks: Ink[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index > 0) height += block.gap ?? 0;
    inks.push(...moveInks(block.inks, 0, height));
    height += block.height;
  }
  return { height, inks, ...(blocks[0]?.gap === undefined ? {} : { gap: blocks[0].gap }) };
}

export interface Placed {
  readonly x: number;
  readonly block: Block;
}

/** Blocks side by side, as one, aligned at the top or in the middle. */
export function beside(items: readonly Placed[], align: "top" | "middle" = "top"): Block {
  const height = Math.max(0, ...items.map(({ block }) => block.height));
  const inks = items.flatMap(({ x, block }) =>
    moveInks(block.inks, x, align === "middle" ? (height - block.height) / 2 : 0),
  );
  return { height, inks };
}

export interface FrameOptions {
  readonly width: number;
  readonly padding: number;
  readonly stroke?: Color;
  readonly fill?: Color;
  readonly radius: number;
}

/** A block inside a rounded frame of the given outer width. */
export function framed(block: Block, options: FrameOptions): Block {
  const { width, padding, radius, stroke, fill } = options;
  const height = block.height + 2 * padding;
  const frame: Ink = {
    kind: "path",
    x: 0,
    y: 0,
    path: roundedRectangle(width, height, radius),
    strokeWidth: 1.1,
    ...(stroke ? { stroke } : {}),
    ...(fill ? { fill } : {}),
  };
  return { height, inks: [frame, ...moveInks(block.inks, padding, padding)] };
}

/** A horizontal hairline. */
export function rule(width: number, color: Color, thickness = 0.6): Block {
  return {
    height: 0,
    inks: [{ kind: "path", x: 0, y: 0, path: `M0 0H${width}`, stroke: color, strokeWidth: thickness }],
  };
}

function roundedRectangle(width: number, height: number, r: number): string {
  const corner = (x: number, y: number): string => `A${r} ${r} 0 0 1 ${x} ${y}`;
  return `M${r} 0H${width - r}${corner(width, r)}V${height - r}${corner(width - r, height)}H${r}${corner(0, height - r)}V${r}${corner(r, 0)}Z`;
}
