// The addressee's and our address where an envelope's window shows them: inside it with room to slide, and nothing else there.

import { addressRoom, type PaperBox, type PrinterProfile, WINDOW_SLIDE } from "@posthorn/domain";
import { widthOf } from "../font/shape-text.ts";
import { lineBlock, moveInks, stack, type Block, type Ink } from "../layout/block.ts";
import type { Style } from "../text/style.ts";
import { wrapText } from "../text/wrap-text.ts";
import { plainStyle, span } from "./letter-styles.ts";
import { inPoints, mm } from "./measure.ts";

const SLIDE = mm(WINDOW_SLIDE);
/** What the post's machines read best. */
const ADDRESS_SIZE = 11.5;
const RETURN_SIZE = 8;
/** Of these sizes, where lines are too long or too many. */
const SMALLEST = 0.65;

/** The lines, left-aligned in the middle of the window's height; smaller where the window is. */
export function addressInks(lines: readonly string[], printer: PrinterProfile): readonly Ink[] {
  const left = inPoints(addressRoom(printer));
  const room: PaperBox = {
    x: left.x + SLIDE,
    y: left.y + SLIDE,
    width: left.width - 2 * SLIDE,
    height: left.height - 2 * SLIDE,
  };
  const block = setLines(lines, plainStyle("sans", ADDRESS_SIZE), room);
  return moveInks(block.inks, room.x, room.y + (room.height - block.height) / 2);
}

/** Under the words that ask for it back; in one line where its box has no room for more. */
export function returnAddressInks(words: string, lines: readonly string[], place: PaperBox): readonly Ink[] {
  const box = inPoints(place);
  const style = plainStyle("sans", RETURN_SIZE);
  const needed = (lines.length + 1) * style.size * 1.25;
  const set =
    needed <= box.height
      ? setLines([words, ...lines], style, box)
      : setLines([lines.join(" · ")], style, box);
  return moveInks(set.inks, box.x, box.y);
}

/** Smaller where the room asks for it, down to what can be read; a line that is longer even so goes on in the next. */
function setLines(lines: readonly string[], style: Style, room: PaperBox): Block {
  const widest = Math.max(1, ...lines.map((line) => widthOf(line, style.face, style.size)));
  const tall = Math.max(1, lines.length) * style.size * (style.leading ?? 1.25);
  const fitting = style.size * Math.min(1, room.width / widest, room.height / tall);
  const size = Math.max(fitting, style.size * SMALLEST);
  // Half a point more than was measured, so that rounding breaks no line that fits.
  const set = lines.flatMap((line) => wrapText([span(line, { ...style, size })], room.width + 0.5));
  return stack(set.map((line) => lineBlock(line)));
}
