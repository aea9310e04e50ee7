// Where a page of any size and turn stands on an upright A4 sheet.

import { PDFArray, PDFName, PDFNumber, type PDFPageLeaf } from "pdf-lib";
import type { PaperBox } from "@posthorn/domain";
import { A4, MM } from "../pdf/draw-page.ts";

/** In points, y upwards. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** As PDF writes them: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const LETTER: Box = { left: 0, bottom: 0, right: 612, top: 792 };
/** Half a millimetre of rounding is nobody's scaling. */
const ROUNDING = 1.5;

/** `first`, then `second`. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = second;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** The smallest upright box around `box` as `matrix` moves it. */
export function transformBox(box: Box, [a, b, c, d, e, f]: Matrix): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const x of [box.left, box.right]) {
    for (const y of [box.bottom, box.top]) {
      xs.push(a * x + c * y + e);
      ys.push(b * x + d * y + f);
    }
  }
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

export function intersect(one: Box, other: Box): Box | null {
  const box = {
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  };
  return box.left < box.right && box.bottom < box.top ? box : null;
}

/** A rectangle of a PDF, whichever corners it names; null where it is none. */
export function readBox(value: unknown): Box | null {
  const numbers = readNumbers(value);
  const [x1, y1, x2, y2] = numbers;
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return null;
  return {
    left: Math.min(x1, x2),
    bottom: Math.min(y1, y2),
    right: Math.max(x1, x2),
    top: Math.max(y1, y2),
  };
}

/** The numbers of an array; empty where it is none, or holds anything else. */
export function readNumbers(value: unknown): readonly number[] {
  if (!(value instanceof PDFArray)) return [];
  const numbers = value.asArray().map((_, index) => {
    const number = value.lookup(index);
    return number instanceof PDFNumber ? number.asNumber() : Number.NaN;
  });
  return numbers.every(Number.isFinite) ? numbers : [];
}

export function readMatrix(value: unknown): Matrix {
  const [a, b, c, d, e, f] = readNumbers(value);
  return a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined ||
    e === undefined ||
    f === undefined
    ? IDENTITY
    : [a, b, c, d, e, f];
}

export interface SourcePage {
  /** What of the page is shown, in its own units. */
  readonly visible: Box;
  /** From its own units to points, upright as a reader sees it, the visible part's corner at the origin. */
  readonly upright: Matrix;
  /** Of the visible part once upright, in points. */
  readonly width: number;
  readonly height: number;
}

/** CropBox within MediaBox, turned by Rotate (§7.7.3.3), in units of UserUnit. */
export function readPage(leaf: PDFPageLeaf): SourcePage {
  const inherited = (name: string): unknown =>
    leaf.context.lookup(leaf.getInheritableAttribute(PDFName.of(name)));
  const media = nonEmpty(readBox(inherited("MediaBox"))) ?? LETTER;
  const crop = readBox(inherited("CropBox"));
  const visible = (crop && intersect(media, crop)) ?? media;
  const unit = positive(leaf.lookup(PDFName.of("UserUnit")));
  const turns = ((quarterTurns(inherited("Rotate")) % 4) + 4) % 4;
  const width = (visible.right - visible.left) * unit;
  const height = (visible.top - visible.bottom) * unit;
  const atOrigin: Matrix = [unit, 0, 0, unit, -visible.left * unit, -visible.bottom * unit];
  const turned: readonly Matrix[] = [
    IDENTITY,
    [0, -1, 1, 0, 0, width],
    [-1, 0, 0, -1, width, height],
    [0, 1, -1, 0, height, 0],
  ];
  return {
    visible,
    upright: multiply(atOrigin, turned[turns] ?? IDENTITY),
    ...(turns % 2 === 0 ? { width, height } : { width: height, height: width }),
  };
}

/** Points from the lower left corner of an upright A4 sheet. */
export function sheetBox(area: PaperBox): Box {
  const top = A4.height - area.y * MM;
  return {
    left: area.x * MM,
    bottom: top - area.height * MM,
    right: (area.x + area.width) * MM,
    top,
  };
}

/**
 * From points of the upright page to those of the sheet. Its own size, pushed aside a little where that is enough, if
 * then all its ink stands within `area`; else as large as all of the page fits. Turned with its top to the left where
 * that shows it larger. `ink` is null for an empty page.
 */
export function placeOnSheet(page: Pick<SourcePage, "width" | "height">, ink: Box | null, area: Box): Matrix {
  const { width, height } = page;
  const ownSize = (turn: Matrix): Matrix | null => {
    const turned = transformBox({ left: 0, bottom: 0, right: width, top: height }, turn);
    const place = multiply(turn, inTheMiddle(turned, SHEET, 1));
    return ink ? pushInto(place, transformBox(ink, place), area) : place;
  };
  const upright = width <= A4.width + ROUNDING ? ownSize(IDENTITY) : null;
  if (upright) return upright;
  const turn: Matrix =
    scaleInto(area, height, width) > scaleInto(area, width, height) ? turnLeft(height) : IDENTITY;
  const turned = transformBox({ left: 0, bottom: 0, right: width, top: height }, turn);
  const scale = scaleInto(area, turned.right, turned.top);
  return ownSize(turn) ?? multiply(turn, inTheMiddle(turned, area, scale));
}

const SHEET: Box = { left: 0, bottom: 0, right: A4.width, top: A4.height };

/** A quarter to the left: what was the top stands at the left edge, as a reader turns the sheet. */
function turnLeft(height: number): Matrix {
  return [0, 1, -1, 0, height, 0];
}

function scaleInto(area: Box, width: number, height: number): number {
  return Math.min(1, (area.right - area.left) / width, (area.top - area.bottom) / height);
}

/** Scales a box whose corner is at the origin into the middle of another. */
function inTheMiddle({ right, top }: Box, room: Box, scale: number): Matrix {
  return [
    scale,
    0,
    0,
    scale,
    (room.left + room.right - right * scale) / 2,
    (room.bottom + room.top - top * scale) / 2,
  ];
}

/** `place` moved as little as brings the ink into the area; null where it is too large for that. */
function pushInto(place: Matrix, ink: Box, area: Box): Matrix | null {
  const tooWide = ink.right - ink.left > area.right - area.left + 2 * ROUNDING;
  if (tooWide || ink.top - ink.bottom > area.top - area.bottom + 2 * ROUNDING) return null;
  const push = (low: number, high: number, from: number, to: number): number =>
    Math.max(0, from - ROUNDING - low) - Math.max(0, high - to - ROUNDING);
  const x = push(ink.left, ink.right, area.left, area.right);
  const y = push(ink.bottom, ink.top, area.bottom, area.top);
  return multiply(place, [1, 0, 0, 1, x, y]);
}

function nonEmpty(box: Box | null): Box | null {
  return box && box.right - box.left >= 1 && box.top - box.bottom >= 1 ? box : null;
}

function positive(value: unknown): number {
  const number = value instanceof PDFNumber ? value.asNumber() : 1;
  return number > 0 ? number : 1;
}

function quarterTurns(value: unknown): number {
  return value instanceof PDFNumber ? Math.round(value.asNumber() / 90) : 0;
}
