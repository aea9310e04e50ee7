// The track of a delivery as it is drawn: a rail with a station for each record.

import {
  beside,
  COLORS,
  lineBlock,
  listItem,
  stack,
  tagged,
  textBlock,
  wrapText,
  type Block,
  type Color,
  type Ink,
  type Tag,
} from "@posthorn/documents";
import type { Station } from "./proof-content.ts";
import { span, STYLE, TERM_WIDTH } from "./proof-style.ts";

/** Middle of the rail, and left edge of the texts, in points. */
const RAIL = TERM_WIDTH - 14;
const GAP = 6.5;

export function drawTrack(stations: readonly Station[], width: number): readonly Block[] {
  const list: Tag = { role: "L" };
  return stations.map(({ day, time, lines, color }, index) => {
    const item = listItem(list);
    const date = stack([
      textBlock([span(day, STYLE.smallInk)], RAIL - 8),
      textBlock([span(time, STYLE.quiet)], RAIL - 8),
    ]);
    const texts = stack(
      lines.flatMap((line) => wrapText(line, width - TERM_WIDTH).map((set) => lineBlock(set))),
    );
    const body = beside([
      { x: 0, block: tagged(date, item.label) },
      { x: TERM_WIDTH, block: tagged(texts, item.body) },
    ]);
    const last = index === stations.length - 1;
    return {
      height: body.height,
      gap: GAP,
      inks: [...rail(last ? 0 : body.height + GAP, color), ...body.inks],
    };
  });
}

function rail(length: number, color: Color): readonly Ink[] {
  const line: Ink = {
    kind: "path",
    x: RAIL,
    y: 0,
    path: `M0 12V${length + 3}`,
    stroke: COLORS.lineStrong,
    strokeWidth: 1,
  };
  const dot: Ink = {
    kind: "path",
    x: RAIL,
    y: 7,
    path: "M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0 -6.8 0Z",
    fill: color,
  };
  return length > 0 ? [line, dot] : [dot];
}
