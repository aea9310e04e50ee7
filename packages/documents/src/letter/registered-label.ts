// The label of a registered item: what it is, whose it is, and its number to be scanned and to be read.

import type { PaperBox } from "@posthorn/domain";
import { code128, pathOf } from "../drawing/draw-barcode.ts";
import { widthOf } from "../font/shape-text.ts";
import { lineBlock, moveInks, type Ink } from "../layout/block.ts";
import type { Style } from "../text/style.ts";
import { wrapText } from "../text/wrap-text.ts";
import { BLACK, plainStyle, span } from "./letter-styles.ts";
import { inPoints, mm } from "./measure.ts";

export interface LabelText {
  /** "Aangetekend", "Recommandé". */
  readonly word: string;
  readonly carrier: { readonly name: string; readonly service: string };
  readonly barcode: string;
}

/** Drawn at this size; smaller boxes have everything smaller. */
const DESIGN = { width: mm(80), height: mm(42) } as const;
const PADDING = mm(2);
/** Free on both sides of the bars (ISO/IEC 15417 §4.4.2). */
const QUIET_MODULES = 10;
/** Narrower bars are lost in print and in the scanner (GS1: 0.25 mm). */
const MODULE_MIN = mm(0.25);
const MODULE_MAX = mm(0.5);

/** In points from the sheet's top left corner. Throws RangeError where the box is too narrow for the number's bars. */
export function registeredLabel(text: LabelText, place: PaperBox): readonly Ink[] {
  const box = inPoints(place);
  const scale = Math.min(1, box.width / DESIGN.width, box.height / DESIGN.height);
  const frame: Ink = {
    kind: "path",
    x: box.x,
    y: box.y,
    path: `M0 0H${box.width}V${box.height}H0Z`,
    stroke: BLACK,
    strokeWidth: 0.9,
  };
  const head = headInks(text, box, scale);
  const number = groupNumber(text.barcode);
  const style = fitted(number, plainStyle("mono", 9.5 * scale), box.width - 2 * PADDING);
  const numberY = box.y + box.height - PADDING - style.size * 0.25;
  const top = box.y + PADDING + 33 * scale;
  const barHeight = numberY - style.size * 1.05 - top;
  return [
    frame,
    ...head,
    bars(text.barcode, box, top, barHeight),
    ...line(number, box.x + (box.width - widthOf(number, style.face, style.size)) / 2, numberY, style),
  ];
}

function headInks({ word, carrier }: LabelText, box: PaperBox, scale: number): readonly Ink[] {
  const left = box.x + PADDING + mm(1);
  const letter = plainStyle("sansBold", 34 * scale);
  const from = left + widthOf("R", letter.face, letter.size) + mm(3) * scale;
  const room = box.x + box.width - PADDING - from;
  const first = box.y + PADDING + 14 * scale;
  const title = fitted(word, plainStyle("sansBold", 16 * scale), room);
  const small = `${carrier.name} · ${carrier.service}`;
  const quiet = fitted(small, plainStyle("sans", 9 * scale), room);
  return [
    ...line("R", left, box.y + PADDING + 25.5 * scale, letter),
    ...line(word, from, first, title),
    ...line(small, from, first + 12.5 * scale, quiet),
  ];
}

function bars(barcode: string, box: PaperBox, top: number, height: number): Ink {
  const symbol = code128(barcode);
  const module = Math.min(MODULE_MAX, (box.width - 2) / (symbol.width + 2 * QUIET_MODULES));
  if (module < MODULE_MIN || height < mm(5))
    throw new RangeError(
      `a label of ${box.width / mm(1)} × ${box.height / mm(1)} mm holds no readable barcode`,
    );
  const path = pathOf({ ...symbol, bars: symbol.bars.map((bar) => ({ ...bar, height: height / module })) });
  const x = box.x + (box.width - symbol.width * module) / 2;
  return { kind: "path", x, y: top, path, scale: module, fill: BLACK };
}

/** In groups, as people read it out: threes in an international number, fives in a national one. */
function groupNumber(barcode: string): string {
  const international = /^([A-Z]{2})(\d{3})(\d{3})(\d{3})([A-Z]{2})$/.exec(barcode);
  if (international) return international.slice(1).join(" ");
  return (barcode.match(/.{1,5}/gu) ?? []).join(" ");
}

/** Smaller where the text would be wider than its room. */
function fitted(text: string, style: Style, room: number): Style {
  return {
    ...style,
    size: Math.min(style.size, (style.size * room) / widthOf(text, style.face, style.size)),
  };
}

/** Its baseline at `y`. */
function line(text: string, x: number, y: number, style: Style): readonly Ink[] {
  const [set] = wrapText([span(text, style)], Number.POSITIVE_INFINITY);
  return set ? moveInks(lineBlock(set).inks, x, y - set.baseline) : [];
}
