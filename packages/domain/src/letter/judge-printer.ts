// Whether a letter can be set for a printer: its boxes leave room for all that a first page bears, and stand in nobody's way.

import { A4_PAPER } from "./paper.ts";
import type { PaperBox, PrinterProfile } from "./printer.ts";

/** Below the window the post prints its own code: white from its left side to the edge of the sheet, in millimetres. */
const INDEXING_ZONE = 30;
/** Between the lowest box and the text, in millimetres. */
const CLEAR = 6;
/** A letter slides in its envelope: so much is kept free at the window's edges, in millimetres. */
export const WINDOW_SLIDE = 5;
/** Where the text may begin at the latest: in smaller type it holds what it has to say even so. */
const TEXT_TOP_MAX = 150;
/** Left of the text, from the rim on: the data matrix and the page counter at the foot of the strip. */
const MARKS = { width: 8, height: 25 } as const;
/** Narrower or lower, and its bars can be read no more. */
export const LABEL_MIN = { width: 60, height: 25 } as const;
/** Six lines of 40 characters, and what a letter slides. */
export const WINDOW_MIN = { width: 70, height: 30 } as const;
/** Ours in one line. */
export const RETURN_MIN = { width: 60, height: 5 } as const;

export type PrinterFault =
  | "label_small"
  | "off_sheet"
  | "beyond_margin"
  | "label_in_window"
  | "window_small"
  | "return_small"
  | "return_on_label"
  | "in_indexing_zone"
  | "on_marks"
  | "no_room_for_text";

type PrinterBoxes = Pick<PrinterProfile, "window" | "returnAddress" | "label" | "margin">;

/** The first fault; null where every letter can be set. */
export function printerFault(printer: PrinterBoxes): PrinterFault | null {
  const { window, returnAddress, label, margin } = printer;
  const boxes = [window, returnAddress, label];
  if (!holds(label, LABEL_MIN)) return "label_small";
  if (!boxes.every((box) => isWithin(box, 0))) return "off_sheet";
  if (
    !isWithin(label, margin) ||
    !isWithin(returnAddress, margin) ||
    !isWithin(window, margin - WINDOW_SLIDE)
  )
    return "beyond_margin";
  if (overlap(window, label)) return "label_in_window";
  if (!holds(addressRoom(printer), WINDOW_MIN)) return "window_small";
  if (!holds(returnAddress, RETURN_MIN)) return "return_small";
  if (overlap(returnAddress, label)) return "return_on_label";
  const zone = {
    x: window.x,
    y: window.y + window.height,
    width: A4_PAPER.width - window.x,
    height: INDEXING_ZONE,
  };
  if (overlap(zone, label) || overlap(zone, returnAddress)) return "in_indexing_zone";
  if (firstTextTop(printer) > TEXT_TOP_MAX) return "no_room_for_text";
  const marks = {
    x: 0,
    y: A4_PAPER.height - margin - MARKS.height,
    width: margin + MARKS.width,
    height: margin + MARKS.height,
  };
  return boxes.some((box) => overlap(box, marks)) ? "on_marks" : null;
}

/** In millimetres from the top edge: under everything on the first page that the envelope or the post's machines look at. */
export function firstTextTop({ window, label, returnAddress }: PrinterBoxes): number {
  return Math.max(
    window.y + window.height + INDEXING_ZONE,
    label.y + label.height + CLEAR,
    returnAddress.y + returnAddress.height + CLEAR,
  );
}

/** What is left of the window for the addressee: below our own address where that stands in it too. */
export function addressRoom({ window, returnAddress }: PrinterBoxes): PaperBox {
  if (!overlap(window, returnAddress)) return window;
  const y = returnAddress.y + returnAddress.height;
  return { ...window, y, height: window.y + window.height - y };
}

function holds(box: PaperBox, least: { readonly width: number; readonly height: number }): boolean {
  return box.width >= least.width && box.height >= least.height;
}

function isWithin({ x, y, width, height }: PaperBox, rim: number): boolean {
  return x >= rim && y >= rim && x + width <= A4_PAPER.width - rim && y + height <= A4_PAPER.height - rim;
}

function overlap(a: PaperBox, b: PaperBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
