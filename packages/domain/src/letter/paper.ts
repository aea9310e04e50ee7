// The sheet that letters are printed on: its size, the strip that machines read, and where a part's pages may have ink.

import type { PaperBox } from "./printer.ts";

/** ISO 216 A4 in millimetres, upright. */
export const A4_PAPER = { width: 210, height: 297 } as const;

/**
 * Where a part's page may have ink. Left of it, from 5 mm on, stand the page counter and the data matrix of the letter;
 * on the other sides only the rim is kept that printers do not reach.
 */
export const CONTENT_AREA: PaperBox = { x: 13, y: 5, width: 192, height: 287 };
